#include "model/requestfacts.h"

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

// Numbers of enumerators will do: a journal is read again at the next start, and what an orphan or an address is to be
// is looked at before anything is done.
QJsonObject toJson(const AddressRequest &address)
{
    return {
        {u"kind"_s, static_cast<int>(address.kind)}, {u"region"_s, address.region}, {u"network"_s, address.network}};
}

AddressRequest addressFrom(const QJsonValue &json)
{
    return {.kind = static_cast<AddressRequest::Kind>(json["kind"_L1].toInt()),
            .region = json["region"_L1].toString(),
            .network = json["network"_L1].toString()};
}

QJsonObject toJson(const Orphan &orphan)
{
    return {{u"kind"_s, static_cast<int>(orphan.kind)},
            {u"id"_s, orphan.id},
            {u"organization"_s, orphan.organization},
            {u"app"_s, orphan.app},
            {u"region"_s, orphan.region},
            {u"instance"_s, orphan.instance},
            {u"disk"_s, orphan.disk},
            {u"size_gb"_s, orphan.sizeGb},
            {u"per_month"_s, orphan.perMonth},
            {u"at_least"_s, orphan.isAtLeast},
            {u"created_at"_s, orphan.createdAt.toUTC().toString(Qt::ISODateWithMs)},
            {u"reason"_s, static_cast<int>(orphan.reason)}};
}

Orphan orphanFrom(const QJsonValue &json)
{
    return {.kind = static_cast<Orphan::Kind>(json["kind"_L1].toInt()),
            .id = json["id"_L1].toString(),
            .organization = json["organization"_L1].toString(),
            .app = json["app"_L1].toString(),
            .region = json["region"_L1].toString(),
            .instance = json["instance"_L1].toString(),
            .disk = json["disk"_L1].toString(),
            .sizeGb = json["size_gb"_L1].toInt(),
            .perMonth = json["per_month"_L1].toDouble(),
            .isAtLeast = json["at_least"_L1].toBool(),
            .createdAt = QDateTime::fromString(json["created_at"_L1].toString(), Qt::ISODateWithMs),
            .reason = static_cast<Orphan::Reason>(json["reason"_L1].toInt())};
}

} // namespace

bool isSingleRequest(Verb verb)
{
    switch (verb) {
    case Verb::AddAddress:
    case Verb::RemoveAddress:
    case Verb::AddDomain:
    case Verb::RemoveDomain:
    case Verb::Adopt:
    case Verb::RemoveOrphan:
        return true;
    default:
        return false;
    }
}

QJsonObject factsOf(const OperationRequest &request)
{
    switch (request.verb) {
    case Verb::AddAddress:
        return {{u"address"_s, toJson(request.address)}};
    case Verb::RemoveAddress:
        return {{u"ip"_s, request.ip}, {u"forced"_s, request.isForced}};
    case Verb::AddDomain:
    case Verb::RemoveDomain:
        return {{u"hostname"_s, request.hostname}};
    case Verb::Adopt:
        return {
            {u"app"_s, request.candidate.app}, {u"machine"_s, request.candidate.machine}, {u"name"_s, request.name}};
    case Verb::RemoveOrphan:
        return {{u"orphan"_s, toJson(request.orphan)}};
    default:
        return {};
    }
}

OperationRequest requestFrom(const JournalEntry &entry)
{
    const auto asked = entry.facts[QLatin1StringView(askedFact)].toObject();
    OperationRequest request{.verb = entry.verb, .instance = entry.instance};
    request.address = addressFrom(asked["address"_L1]);
    request.ip = asked["ip"_L1].toString();
    request.isForced = asked["forced"_L1].toBool();
    request.hostname = asked["hostname"_L1].toString();
    request.name = asked["name"_L1].toString();
    request.candidate.app = asked["app"_L1].toString();
    request.candidate.machine = asked["machine"_L1].toString();
    request.orphan = orphanFrom(asked["orphan"_L1]);
    return request;
}

} // namespace swarm
