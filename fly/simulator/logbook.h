#pragma once

#include "fly/simulator/world.h"

#include <deque>
#include <optional>

namespace swarm::simulator {

struct LogLine {
    qint64 stamp = 0; //!< nanoseconds since 1970, simulated; 0: now
    quint64 number = 0; //!< given by the book, never twice
    QString provider = {}; //!< app, runner or proxy
    QString message = {};
    QString level = QStringLiteral("info");
    QString machine = {};
    QString region = {};
    QJsonObject meta = {}; //!< `http`, `error` and `url` of what the proxy says

    //! As the API shows it.
    QJsonObject shown() const;
    QJsonObject toJson() const;
    static LogLine fromJson(const QJsonObject &json);
};

//! What was said in and about the machines of each app. The oldest lines go when there are too many.
class LogBook
{
public:
    struct Question {
        std::optional<qint64> from = {}; //!< nothing: the newest lines
        QString machine = {};
        QString region = {};
    };
    struct Page {
        QList<LogLine> lines = {};
        qint64 next = 0;
    };

    explicit LogBook(World &world);

    void add(qint64 appNumber, LogLine line);
    void tell(const Machine &machine, const QString &provider, const QString &message,
              const QString &level = QStringLiteral("info"));
    //! Many lines at once, numbered when there is more than one. Four at a time have the same stamp.
    void addMany(qint64 appNumber, const LogLine &line, int count);

    //! Lines with the stamp `next` come again in the page that follows: others could have joined them meanwhile.
    Page page(qint64 appNumber, const Question &question) const;

    QJsonObject toJson() const;
    void load(const QJsonObject &json);

private:
    std::deque<LogLine> &linesOf(qint64 appNumber);

    World &m_world;
    std::map<qint64, std::deque<LogLine>> m_lines; //!< by the app's number, in the order of their stamps
    quint64 m_lastNumber = 0;
};

} // namespace swarm::simulator
