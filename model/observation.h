#pragma once

#include "model/instance.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace swarm {

//! Milliseconds since 1970, UTC; 0 is not known.
using Moment = qint64;

//! What was seen of an instance at one moment, as far as it bears on its cost.
struct Observation {
    Moment at = 0; //!< by our clock
    QString name = {};
    Status status = Status::Unknown;
    QString machine = {};
    QString version = {};
    QString volume = {};
    QString region = {};
    Size size = {};
    int diskGb = 0; //!< 0: not known
    Moment createdAt = 0; //!< the machine, by Fly.io's clock, as are the next three
    Moment updatedAt = 0; //!< the machine's own time stamp
    Moment startedAt = 0; //!< its last start
    Moment endedAt = 0; //!< its last ending

    bool operator==(const Observation &) const = default;

    //! Whether both say the same, at whatever time.
    [[nodiscard]] bool saysTheSameAs(const Observation &other) const;
};

//! Of one instance, in any order.
using History = std::vector<Observation>;

[[nodiscard]] Observation observationOf(const Instance &instance, Moment at);

//! The version of the ledger's lines; those of a higher one are left alone.
inline constexpr int ledgerSchema = 1;

//! A line of the ledger, with its line break.
[[nodiscard]] QByteArray lineOf(const Observation &observation);

//! What a ledger's file holds.
struct LedgerLines {
    History history = {};
    int damaged = 0; //!< lines that make no sense, such as one that a full disk has cut
    int tooNew = 0; //!< lines of a later version

    bool operator==(const LedgerLines &) const = default;
};
[[nodiscard]] LedgerLines linesFrom(const QByteArray &content);

//! Oldest first. Of the same moment, what Fly.io dates earlier, then what was written earlier, comes first.
[[nodiscard]] History sortedByTime(const History &history);

//! In order and without what lies between two that say the same; nothing from before `oldest` but the last, which says
//! how things stood.
[[nodiscard]] History compacted(const History &history, Moment oldest);

} // namespace swarm
