#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>
#include <utility>

namespace swarm::simulator {

//! Something that goes wrong with the next `times` matching requests; -1 means for ever.
struct Fault {
    enum class Kind {
        Status, //!< answers with status and body instead of acting
        Delay, //!< acts, answers after `delay`
        Cut, //!< acts, sends half of the answer and closes
        Reset, //!< does not act, aborts the connection
        Silence, //!< does not act, never answers
        LostReply, //!< acts, then closes without an answer
    };

    Kind kind = Kind::Status;
    QByteArray method = {}; //!< empty: any
    //! A path, with or without concrete ids: `{…}` stands for any one piece; "*" for all. The query is ignored.
    QString route = {};
    int times = 1;
    int skip = 0; //!< let this many matching requests pass first
    int status = 500;
    QByteArray body = {};
    QByteArray contentType = "application/json";
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    std::chrono::milliseconds delay{0};

    //! The form of `POST /_sim/faults`.
    static std::optional<Fault> fromJson(const QJsonObject &json, QString *error);
    //! The form of the command line: `METHOD ROUTE KIND[:VALUE] [xN]`.
    static std::optional<Fault> fromText(const QString &text, QString *error);
};

} // namespace swarm::simulator
