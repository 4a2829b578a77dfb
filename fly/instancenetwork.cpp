#include "fly/instancenetwork.h"

#include "fly/flyerror.h"
#include "model/hostname.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr int mostLooks = 3;
constexpr auto lookAgain = 1s;

Address::Kind kindOf(const IpAssignment &assignment)
{
    static const QHash<QString, Address::Kind> kinds{{u"shared_v4"_s, Address::Kind::SharedV4},
                                                     {u"v4"_s, Address::Kind::V4},
                                                     {u"v6"_s, Address::Kind::V6},
                                                     {u"private_v6"_s, Address::Kind::Private},
                                                     {u"egress_v4"_s, Address::Kind::EgressV4},
                                                     {u"egress_v6"_s, Address::Kind::EgressV6}};
    if (!assignment.type.isEmpty())
        return kinds.value(assignment.type, Address::Kind::Unknown);
    // Fly.io's published document has no type.
    if (assignment.isShared)
        return Address::Kind::SharedV4;
    if (!assignment.ip.contains(u':'))
        return Address::Kind::V4;
    return assignment.ip.startsWith("fdaa:"_L1) ? Address::Kind::Private : Address::Kind::V6;
}

//! The pair has one price; it stands at the half that is always there.
double priceOf(Address::Kind kind)
{
    switch (kind) {
    case Address::Kind::V4:
        return perMonth(AddressRequest::Kind::V4);
    case Address::Kind::EgressV4:
        return perMonth(AddressRequest::Kind::Egress);
    default:
        return 0;
    }
}

std::vector<Address> addressesFrom(const std::vector<IpAssignment> &assignments)
{
    std::vector<Address> addresses;
    for (const auto &assignment : assignments) {
        const auto kind = kindOf(assignment);
        addresses.push_back({.kind = kind,
                             .ip = assignment.ip,
                             .region = assignment.region,
                             .network = assignment.network,
                             .createdAt = assignment.createdAt,
                             .perMonth = priceOf(kind)});
    }
    return addresses;
}

AddressType typeOf(AddressRequest::Kind kind)
{
    switch (kind) {
    case AddressRequest::Kind::SharedV4:
        return AddressType::SharedV4;
    case AddressRequest::Kind::V4:
        return AddressType::V4;
    case AddressRequest::Kind::V6:
        return AddressType::V6;
    case AddressRequest::Kind::Private:
        return AddressType::PrivateV6;
    case AddressRequest::Kind::Egress:
        return AddressType::EgressPair;
    }
    Q_UNREACHABLE();
}

bool isWanted(const Address &address, const AddressRequest &wanted)
{
    switch (wanted.kind) {
    case AddressRequest::Kind::SharedV4:
        return address.kind == Address::Kind::SharedV4;
    case AddressRequest::Kind::V4:
        return address.kind == Address::Kind::V4;
    case AddressRequest::Kind::V6:
        return address.kind == Address::Kind::V6;
    case AddressRequest::Kind::Private:
        return address.kind == Address::Kind::Private
            && (wanted.network.isEmpty() || address.network == wanted.network);
    case AddressRequest::Kind::Egress:
        return (address.kind == Address::Kind::EgressV4 || address.kind == Address::Kind::EgressV6)
            && address.region == wanted.region;
    }
    Q_UNREACHABLE();
}

std::vector<Address> wantedOf(const std::vector<Address> &addresses, const AddressRequest &wanted)
{
    std::vector<Address> found;
    std::ranges::copy_if(addresses, std::back_inserter(found),
                         [&wanted](const Address &address) { return isWanted(address, wanted); });
    return found;
}

//! Whether the instance would be cut off: nobody outside could reach it, or nobody at all.
bool isLastWayIn(const std::vector<Address> &addresses, const QString &ip)
{
    const auto going = std::ranges::find(addresses, ip, &Address::ip);
    const bool isListed = going != addresses.end(); // the shared IPv4 may be in no list
    if (isListed && !going->isWayIn())
        return false;
    const bool isPublic = isListed && going->isPublic();
    return std::ranges::none_of(addresses, [&](const Address &address) {
        return address.ip != ip && (isPublic ? address.isPublic() : address.isWayIn());
    });
}

bool isGone(const Error &error)
{
    return error.kind() == Error::Kind::NotFound;
}

//! "Failed" is not a word of the service's: it is what a right DNS with problems comes to.
Domain::State stateOf(const Certificate &certificate)
{
    const auto &word = certificate.status;
    const auto is = [&word](QLatin1StringView other) { return word.compare(other, Qt::CaseInsensitive) == 0; };
    if (is("Ready"_L1) || is("active"_L1))
        return Domain::State::Ready;
    if (is("Awaiting configuration"_L1) || is("pending_ownership"_L1))
        return Domain::State::AwaitingDns;
    if (!is("Awaiting certificates"_L1) && !is("pending_validation"_L1))
        return is("failed"_L1) ? Domain::State::Failed : Domain::State::Unknown;
    return certificate.problems.isEmpty() ? Domain::State::Issuing : Domain::State::Failed;
}

Domain::Record::Purpose purposeOf(const DnsRecord &record, const QString &hostname)
{
    if (record.type == "TXT"_L1)
        return Domain::Record::Purpose::Ownership;
    if (record.type != "CNAME"_L1)
        return Domain::Record::Purpose::Address;
    return record.name == hostname ? Domain::Record::Purpose::Alias : Domain::Record::Purpose::Challenge;
}

Domain domainFrom(const Certificate &certificate)
{
    Domain domain{.hostname = certificate.hostname,
                  .state = stateOf(certificate),
                  .word = certificate.status,
                  .problems = certificate.problems,
                  .expiresAt = certificate.expiresAt};
    for (const auto &record : certificate.records) {
        domain.records.push_back({.purpose = purposeOf(record, certificate.hostname),
                                  .type = record.type,
                                  .name = record.name,
                                  .value = record.value});
    }
    return domain;
}

//! What lists have is taken as it is, whatever a person could have typed.
QString knownHostname(const QString &hostname)
{
    return hostnameFrom(hostname).value_or(hostname);
}

} // namespace

Task<Result<std::vector<Address>>> InstanceNetwork::addresses(QString app, std::stop_token stop)
{
    const auto there = co_await m_fly.addresses.list(app, stop);
    if (!there)
        co_return std::unexpected(there.error());
    co_return addressesFrom(*there);
}

Task<Result<AddressesAdded>> InstanceNetwork::addAddress(QString app, AddressRequest wanted, std::stop_token stop)
{
    const auto before = co_await addresses(app, stop);
    if (!before)
        co_return std::unexpected(before.error());
    if (auto there = wantedOf(*before, wanted); !there.empty())
        co_return AddressesAdded{.addresses = std::move(there), .wereThere = true};

    bool isRepeated = false;
    while (true) {
        const AddressOptions options{.region = wanted.region, .network = wanted.network};
        const auto assigned = co_await m_fly.addresses.assign(app, typeOf(wanted.kind), options, stop);
        if (assigned && !isRepeated)
            co_return AddressesAdded{.addresses = addressesFrom(*assigned)};
        if (assigned) {
            const auto one = co_await withoutTwins(app, wanted, addressesFrom(*assigned));
            if (!one)
                co_return std::unexpected(one.error());
            co_return AddressesAdded{.addresses = *one};
        }
        if (!mayHaveHappened(assigned.error()))
            co_return std::unexpected(assigned.error());

        const auto found = co_await lookFor(app, wanted, stop);
        if (stop.stop_requested()) {
            const auto error = co_await takenBack(app, wanted);
            co_return std::unexpected(error);
        }
        if (found && !found->empty())
            co_return AddressesAdded{.addresses = *found};
        if (!found || isRepeated) // why we do not know is the better story
            co_return std::unexpected(assigned.error());
        isRepeated = true;
    }
}

Task<Result<std::vector<Address>>> InstanceNetwork::lookFor(QString app, AddressRequest wanted, std::stop_token stop)
{
    for (int looks = 1;; ++looks) {
        const auto there = co_await addresses(app, stop);
        if (!there)
            co_return there;
        auto found = wantedOf(*there, wanted);
        if (!found.empty() || looks == mostLooks)
            co_return found;
        co_await m_clock.sleepFor(lookAgain, stop);
    }
}

Task<Result<std::vector<Address>>> InstanceNetwork::withoutTwins(QString app, AddressRequest wanted, Found made)
{
    const auto there = co_await addresses(app, {});
    if (!there) // what was made certainly is there
        co_return made;
    const auto isMade = [&made](const Address &address) {
        return std::ranges::find(made, address.ip, &Address::ip) != made.end();
    };
    auto others = wantedOf(*there, wanted);
    std::erase_if(others, isMade);
    if (others.empty())
        co_return made;
    for (const auto &address : made) {
        auto released = co_await m_fly.addresses.release(app, address.ip, {});
        if (!released && !isGone(released.error())) {
            released.error().leftBehind.push_back({.kind = Resource::Kind::Address, .name = address.ip});
            co_return std::unexpected(released.error());
        }
    }
    co_return others;
}

Task<Error> InstanceNetwork::takenBack(QString app, AddressRequest wanted)
{
    Error cause{.code = ErrorCode::Cancelled};
    const auto found = co_await lookFor(app, wanted, {});
    if (!found)
        co_return cause;
    for (const auto &address : *found) {
        const Resource resource{.kind = Resource::Kind::Address, .name = address.ip};
        const auto released = co_await m_fly.addresses.release(app, address.ip, {});
        const bool isReleased = released || isGone(released.error());
        (isReleased ? cause.undone : cause.leftBehind).push_back(resource);
    }
    co_return cause;
}

Task<Result<void>> InstanceNetwork::removeAddress(QString app, QString ip, AddressRemoval manner, std::stop_token stop)
{
    if (manner == AddressRemoval::KeepReachable) {
        const auto before = co_await addresses(app, stop);
        if (!before)
            co_return std::unexpected(before.error());
        if (isLastWayIn(*before, ip))
            co_return std::unexpected(Error{.code = ErrorCode::ResourceWrongState,
                                            .detail = u"without %1 the editor could not be reached"_s.arg(ip)});
    }
    const auto released = co_await m_fly.addresses.release(app, ip, stop);
    if (released || !(isGone(released.error()) || mayHaveHappened(released.error())))
        co_return released;

    const auto after = co_await addresses(app, stop); // an address that is still there still bills
    const bool isAway = after ? std::ranges::find(*after, ip, &Address::ip) == after->end() : isGone(after.error());
    co_return isAway ? Result<void>() : released;
}

Task<Result<std::vector<Domain>>> InstanceNetwork::domains(QString app, std::stop_token stop)
{
    std::vector<Domain> domains;
    QString cursor;
    do {
        const auto page = co_await m_fly.certificates.list(app, cursor, stop);
        if (!page)
            co_return std::unexpected(page.error());
        std::ranges::transform(page->certificates, std::back_inserter(domains), domainFrom);
        const bool isStuck = page->nextCursor == cursor;
        cursor = isStuck ? QString() : page->nextCursor;
    } while (!cursor.isEmpty());
    co_return domains;
}

Task<Result<Domain>> InstanceNetwork::domain(QString app, QString hostname, std::stop_token stop)
{
    const auto certificate = co_await m_fly.certificates.get(app, knownHostname(hostname), stop);
    if (!certificate)
        co_return std::unexpected(certificate.error());
    co_return domainFrom(*certificate);
}

Task<Result<std::optional<Domain>>> InstanceNetwork::find(QString app, QString hostname, std::stop_token stop)
{
    const auto found = co_await domain(app, hostname, stop);
    if (!found && isGone(found.error()))
        co_return std::optional<Domain>();
    if (!found)
        co_return std::unexpected(found.error());
    co_return std::optional<Domain>(*found);
}

Task<Result<Domain>> InstanceNetwork::addDomain(QString app, QString hostname, std::stop_token stop)
{
    const auto name = hostnameFrom(hostname);
    if (!name)
        co_return std::unexpected(Error{.code = ErrorCode::ApiInvalidRequest,
                                        .detail = u"%1 is no host name that an instance could have"_s.arg(hostname)});
    const auto known = co_await find(app, *name, stop);
    if (!known)
        co_return std::unexpected(known.error());
    if (*known)
        co_return **known;

    bool isRepeated = false;
    while (true) {
        const auto asked = co_await m_fly.certificates.request(app, *name, stop);
        if (asked)
            co_return domainFrom(*asked);
        if (!mayHaveHappened(asked.error()))
            co_return std::unexpected(asked.error());
        if (asked.error().code == ErrorCode::Cancelled) {
            co_await m_fly.certificates.remove(app, *name, {});
            co_return std::unexpected(asked.error());
        }

        const auto found = co_await find(app, *name, stop);
        if (found && *found)
            co_return **found;
        if (!found || isRepeated)
            co_return std::unexpected(asked.error());
        isRepeated = true;
    }
}

Task<Result<Domain>> InstanceNetwork::checkDomain(QString app, QString hostname, std::stop_token stop)
{
    const auto checked = co_await m_fly.certificates.check(app, knownHostname(hostname), stop);
    if (checked)
        co_return domainFrom(*checked);
    if (!mayHaveHappened(checked.error()) || checked.error().code == ErrorCode::Cancelled)
        co_return std::unexpected(checked.error());
    // Whether it was looked at or not: that is what is known of it.
    co_return co_await domain(app, hostname, stop);
}

Task<Result<void>> InstanceNetwork::removeDomain(QString app, QString hostname, std::stop_token stop)
{
    const auto name = knownHostname(hostname);
    const auto removed = co_await m_fly.certificates.remove(app, name, stop);
    if (removed || !(isGone(removed.error()) || mayHaveHappened(removed.error())))
        co_return removed;

    const auto after = co_await find(app, name, stop);
    const bool isAway = after && !*after;
    co_return isAway ? Result<void>() : removed;
}

} // namespace swarm
