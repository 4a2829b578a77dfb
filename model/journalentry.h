#pragma once

#include "model/error.h"
#include "model/instance.h"
#include "model/verb.h"

#include <QDateTime>
#include <QJsonObject>

namespace swarm {

//! Whose an operation is: another account's journals are none of our business.
struct JournalOwner {
    QString apiHost = {};
    QString account = {};
    QString organization = {};

    bool operator==(const JournalOwner &) const = default;
};

//! What an operation has written down so far. Holds no secrets.
struct JournalEntry {
    QString id = {};
    Verb verb = Verb::Open;
    JournalOwner owner = {};
    QString computer = {}; //!< that began it
    InstanceId instance = {};
    QString name = {}; //!< the instance's
    Instance before = {}; //!< as it was when the operation began
    QJsonObject facts = {}; //!< what was intended and what was done, in the provider's words
    QDateTime startedAt = {};

    bool operator==(const JournalEntry &) const = default;

    [[nodiscard]] QString fact(const QString &key) const { return facts[key].toString(); }
};

inline constexpr int journalSchema = 1;

[[nodiscard]] QJsonObject toJson(const JournalEntry &entry);
//! `BAD_REPLY` when it is no journal of ours.
[[nodiscard]] Result<JournalEntry> journalEntryFromJson(const QJsonObject &json);

//! What became of an operation that was cut off.
struct Recovery {
    enum class End {
        Nothing, //!< it had not changed anything
        Finished,
        Undone,
    };

    End end = End::Nothing;
    std::optional<Instance> instance = {}; //!< as it is now; nothing when there is none
    std::vector<Resource> removed = {};
};

} // namespace swarm
