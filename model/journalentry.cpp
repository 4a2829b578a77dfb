#include "model/journalentry.h"

#include "model/instancejson.h"

using namespace Qt::StringLiterals;

namespace swarm {

QJsonObject toJson(const JournalEntry &entry)
{
    const QJsonObject owner{{u"api_host"_s, entry.owner.apiHost},
                            {u"account"_s, entry.owner.account},
                            {u"organization"_s, entry.owner.organization},
                            {u"computer"_s, entry.computer}};
    return {{u"schema"_s, journalSchema},
            {u"id"_s, entry.id},
            {u"verb"_s, verbName(entry.verb)},
            {u"owner"_s, owner},
            {u"instance"_s, entry.instance},
            {u"name"_s, entry.name},
            {u"before"_s, entry.before.id.isEmpty() ? QJsonValue() : QJsonValue(toJson(entry.before))},
            {u"facts"_s, entry.facts},
            {u"started_at"_s, entry.startedAt.toUTC().toString(Qt::ISODateWithMs)}};
}

Result<JournalEntry> journalEntryFromJson(const QJsonObject &json)
{
    const auto verb = verbFrom(json["verb"_L1].toString());
    const auto owner = json["owner"_L1].toObject();
    JournalEntry entry{.id = json["id"_L1].toString(),
                       .verb = verb.value_or(Verb::Open),
                       .owner = {.apiHost = owner["api_host"_L1].toString(),
                                 .account = owner["account"_L1].toString(),
                                 .organization = owner["organization"_L1].toString()},
                       .computer = owner["computer"_L1].toString(),
                       .instance = json["instance"_L1].toString(),
                       .name = json["name"_L1].toString(),
                       .facts = json["facts"_L1].toObject(),
                       .startedAt = QDateTime::fromString(json["started_at"_L1].toString(), Qt::ISODateWithMs).toUTC()};
    if (!verb || entry.id.isEmpty())
        return std::unexpected(Error{.code = ErrorCode::BadReply, .detail = u"no journal of an operation we know"_s});
    if (json["before"_L1].isObject())
        entry.before = instanceFromJson(json["before"_L1].toObject()).value_or(Instance());
    return entry;
}

} // namespace swarm
