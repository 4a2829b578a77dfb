#pragma once

#include <QDateTime>
#include <QString>

#include <vector>

namespace swarm {

//! One line of an instance's log.
struct LogLine {
    enum class Source {
        Editor, //!< what runs in the machine
        Machine, //!< the machine's own life: started, out of memory
        Proxy, //!< visits that went wrong on the way to it
        Other
    };
    //! In this order.
    enum class Severity { Usual, Warning, Error };

    QString id = {}; //!< the same line keeps it, however often it is read
    QDateTime at = {};
    QString text = {}; //!< may hold ANSI colours
    QString level = {};
    Source source = Source::Other;
    QString machine = {};
    QString region = {};

    bool operator==(const LogLine &) const = default;

    //! What its level means; programs have many words for it.
    [[nodiscard]] Severity severity() const;
    //! `editor`, `machine`, `proxy`, `other`: what people and scripts know its source by.
    [[nodiscard]] QString sourceWord() const;
};

//! Lines, and where to go on.
struct LogPage {
    std::vector<LogLine> lines = {};
    QString next = {}; //!< opaque; empty: from the beginning
};

} // namespace swarm
