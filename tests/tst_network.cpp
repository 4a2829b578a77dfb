// Addresses and host names of an instance, and the networks that keep instances apart, against the simulator.
//
// By default a seeded sample of the faults runs; with SWARM_WHOLE_MATRIX set, every fault at every call.
#include "fly/instancenetwork.h"
#include "tests/everyfault.h"
#include "tests/flyfixture.h"
#include "tests/plainclient.h"
#include "tests/waitfor.h"

#include <QLoggingCategory>
#include <QTest>
#include <QTimer>

#include <random>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace swarm;
using simulator::Fault;

namespace {

constexpr std::size_t sampleSize = 60;
constexpr unsigned seed = 20261124;
const auto box = u"box"_s;
const auto host = u"code.example.com"_s;
const auto assignRoute = u"/v1/apps/{app}/ip_assignments"_s;

//! An app of ours with the usual addresses, in a simulator of its own.
struct World : FlyFixture {
    World()
        // The limiter has tests of its own; here it would only blur which fault did what.
        : FlyFixture({.timeScale = speed, .newAppUnsettled = 0ms, .rateLimits = false})
        , network(*client, clock)
    {
        const bool isMade = waitFor(client->apps.create(box, u"personal"_s, box, {})).has_value();
        Q_ASSERT(isMade);
        Q_UNUSED(isMade)
        add(AddressRequest::Kind::SharedV4);
        add(AddressRequest::Kind::V6);
        simulator.forgetRequests();
    }

    Result<AddressesAdded> add(AddressRequest::Kind kind)
    {
        return waitFor(network.addAddress(
            box, {.kind = kind, .region = kind == AddressRequest::Kind::Egress ? u"ams"_s : QString()}, {}));
    }
    //! What the app really has.
    QJsonArray all(const QString &what) const
    {
        const auto apps = simulator.state()["apps"_L1].toArray();
        return apps.at(0)[what].toArray();
    }
    int count(const QString &type) const
    {
        int count = 0;
        for (const auto &address : all(u"addresses"_s))
            count += address[u"type"_s].toString().startsWith(type) ? 1 : 0;
        return count;
    }
    QString ip(const QString &type) const
    {
        for (const auto &address : all(u"addresses"_s)) {
            if (address[u"type"_s].toString() == type)
                return address[u"ip"_s].toString();
        }
        return {};
    }
    int asked(const QByteArray &call) const { return static_cast<int>(simulator.calls().count(call)); }

    InstanceNetwork network;
};

//! Something that is done once to a prepared world, and has to hold afterwards.
struct Deed {
    using Run = Task<Result<void>> (*)(InstanceNetwork *network, QString ip);

    QByteArray name;
    void (*prepare)(World &world);
    Run run;
    //! Whether the world is as it should be: after success, and, with `isDone` false, after a failure.
    bool (*holds)(const World &world, bool isDone);
};

template <typename T> Result<void> nothingOf(const Result<T> &result)
{
    return result ? Result<void>() : std::unexpected(result.error());
}

Task<Result<void>> addV4(InstanceNetwork *network, QString)
{
    const AddressRequest wanted{.kind = AddressRequest::Kind::V4};
    const auto added = co_await network->addAddress(box, wanted, {});
    co_return nothingOf(added);
}

Task<Result<void>> addEgress(InstanceNetwork *network, QString)
{
    const AddressRequest wanted{.kind = AddressRequest::Kind::Egress, .region = u"ams"_s};
    const auto added = co_await network->addAddress(box, wanted, {});
    co_return nothingOf(added);
}

Task<Result<void>> removeV4(InstanceNetwork *network, QString ip)
{
    co_return co_await network->removeAddress(box, ip, AddressRemoval::KeepReachable, {});
}

Task<Result<void>> addDomain(InstanceNetwork *network, QString)
{
    const auto added = co_await network->addDomain(box, host, {});
    co_return nothingOf(added);
}

Task<Result<void>> checkDomain(InstanceNetwork *network, QString)
{
    const auto checked = co_await network->checkDomain(box, host, {});
    co_return nothingOf(checked);
}

Task<Result<void>> removeDomain(InstanceNetwork *network, QString)
{
    co_return co_await network->removeDomain(box, host, {});
}

Task<Result<void>> look(InstanceNetwork *network, QString)
{
    const auto addresses = co_await network->addresses(box, {});
    if (!addresses)
        co_return std::unexpected(addresses.error());
    const auto domains = co_await network->domains(box, {});
    if (!domains)
        co_return std::unexpected(domains.error());
    if (addresses->size() != 2 || domains->size() != 1)
        co_return std::unexpected(Error{.detail = u"something is missing in a list"_s});
    const auto domain = co_await network->domain(box, host, {});
    co_return nothingOf(domain);
}

void prepareNothing(World &) { }

void prepareV4(World &world)
{
    QVERIFY(world.add(AddressRequest::Kind::V4));
}

void prepareDomain(World &world)
{
    QVERIFY(waitFor(world.network.addDomain(box, host, {})));
}

bool hasV4(const World &world, bool isDone)
{
    return isDone ? world.count(u"v4"_s) == 1 : world.count(u"v4"_s) <= 1;
}

bool hasEgress(const World &world, bool isDone)
{
    return isDone ? world.count(u"egress"_s) == 2 : world.count(u"egress"_s) % 2 == 0 && world.count(u"egress"_s) <= 2;
}

bool hasNoV4(const World &world, bool isDone)
{
    return (!isDone || world.count(u"v4"_s) == 0) && world.count(u"shared_v4"_s) == 1 && world.count(u"v6"_s) == 1;
}

bool hasDomain(const World &world, bool isDone)
{
    return !isDone || world.all(u"certificates"_s).size() == 1;
}

bool hasNoDomain(const World &world, bool isDone)
{
    return !isDone || world.all(u"certificates"_s).isEmpty();
}

const std::vector<Deed> &deeds()
{
    static const std::vector<Deed> all{{"add a dedicated IPv4", prepareNothing, addV4, hasV4},
                                       {"add an egress pair", prepareNothing, addEgress, hasEgress},
                                       {"remove a dedicated IPv4", prepareV4, removeV4, hasNoV4},
                                       {"add a host name", prepareNothing, addDomain, hasDomain},
                                       {"check a host name", prepareDomain, checkDomain, hasDomain},
                                       {"remove a host name", prepareDomain, removeDomain, hasNoDomain},
                                       {"look", prepareDomain, look, hasDomain}};
    return all;
}

Fault at(Fault fault, const QByteArray &method, const QString &route, int skip, int times)
{
    fault.method = method;
    fault.route = route;
    fault.skip = skip;
    fault.times = times;
    return fault;
}

struct Row {
    QByteArray name;
    std::size_t deed = 0;
    QList<Fault> faults;
};

void addRows(std::vector<Row> rows)
{
    QTest::addColumn<std::size_t>("deed");
    QTest::addColumn<QList<Fault>>("faults");
    if (!qEnvironmentVariableIsSet("SWARM_WHOLE_MATRIX")) {
        std::mt19937 random(seed);
        std::ranges::shuffle(rows, random);
        rows.resize(std::min(rows.size(), sampleSize));
    }
    for (const auto &row : rows)
        QTest::newRow(row.name.constData()) << row.deed << row.faults;
}

QStringList hostnamesOf(const std::vector<Domain> &domains)
{
    QStringList names;
    for (const auto &domain : domains)
        names << domain.hostname;
    return names;
}

} // namespace

class NetworkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"remoteswarm.*=false"_s); }

    void listsAddressesWithTheirPrices();
    void guessesWhatFlyDoesNotSay();
    void addsWhatIsNotThereYet_data();
    void addsWhatIsNotThereYet();
    void asksAgainForASharedAddressThatNoListShows();
    void looksForAnAddressWhoseAnswerGotLost_data();
    void looksForAnAddressWhoseAnswerGotLost();
    void doesNotAskTwiceWhenItCannotLook();
    void keepsOneWhenALateRequestTookEffectAfterAll();
    void takesBackWhatACancelledRequestMade_data();
    void takesBackWhatACancelledRequestMade();
    void passesOnThatATrialHasNoDedicatedAddress();
    void removesAnAddress();
    void keepsTheLastWayIn();
    void doesNotCountWhatNobodyReaches();
    void removesTheLastPrivateAddressOnlyWhenForced();
    void holdsUnderEveryFault_data();
    void holdsUnderEveryFault();
    void neverHasTwoDedicatedAddresses_data();
    void neverHasTwoDedicatedAddresses();

    void leadsADomainFromTheDnsToItsCertificate();
    void issuesByItselfOnceTheDnsIsRight();
    void saysWhatIsWrongWithTheDns();
    void asksOnlyOnceForADomain();
    void keepsWordsOfFlyThatItDoesNotKnow_data();
    void keepsWordsOfFlyThatItDoesNotKnow();
    void refusesWhatIsNoHostname();
    void saysThatADomainBelongsToAnotherApp();
    void takesAllNamesBelowADomain();
    void listsMoreDomainsThanAPageHas();
    void removesADomain();

    void keepsInstancesApart();
    void letsPlainAppsReachEachOther();
    void opensAPrivateAddressToOneNetworkOnly();
};

void NetworkTest::listsAddressesWithTheirPrices()
{
    World world;
    QVERIFY(world.add(AddressRequest::Kind::V4));
    QVERIFY(world.add(AddressRequest::Kind::Private));
    QVERIFY(world.add(AddressRequest::Kind::Egress));

    const auto addresses = waitFor(world.network.addresses(box, {}));

    QVERIFY(addresses);
    std::vector<Address::Kind> kinds;
    double sum = 0;
    for (const auto &address : *addresses) {
        kinds.push_back(address.kind);
        sum += address.perMonth;
        QVERIFY(address.createdAt.isValid());
        QCOMPARE(address.network, address.kind == Address::Kind::Private ? box : QString());
    }
    using Kind = Address::Kind;
    QCOMPARE(kinds, (std::vector{Kind::SharedV4, Kind::V6, Kind::V4, Kind::Private, Kind::EgressV4, Kind::EgressV6}));
    QCOMPARE(qRound(sum * 100), 560); // $2.00 and $3.60
}

void NetworkTest::guessesWhatFlyDoesNotSay()
{
    World world;
    world.simulator.addFault({.method = "GET",
                              .route = assignRoute,
                              .status = 200,
                              .body = R"({"ips":[{"ip":"66.1.1.1","shared":true},{"ip":"137.1.1.1"},
                                  {"ip":"2a09::1"},{"ip":"fdaa:0:1::2"},{"ip":"9.9.9.9","type":"anycast_v9"}]})"});

    const auto addresses = waitFor(world.network.addresses(box, {}));

    QVERIFY(addresses);
    std::vector<Address::Kind> kinds;
    for (const auto &address : *addresses)
        kinds.push_back(address.kind);
    using Kind = Address::Kind;
    QCOMPARE(kinds, (std::vector{Kind::SharedV4, Kind::V4, Kind::V6, Kind::Private, Kind::Unknown}));
}

void NetworkTest::addsWhatIsNotThereYet_data()
{
    QTest::addColumn<AddressRequest::Kind>("kind");
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("count");
    QTest::newRow("dedicated IPv4") << AddressRequest::Kind::V4 << u"v4"_s << 1;
    QTest::newRow("private") << AddressRequest::Kind::Private << u"private_v6"_s << 1;
    QTest::newRow("egress") << AddressRequest::Kind::Egress << u"egress"_s << 2;
}

void NetworkTest::addsWhatIsNotThereYet()
{
    QFETCH(AddressRequest::Kind, kind);
    QFETCH(QString, type);
    QFETCH(int, count);
    World world;

    const auto added = world.add(kind);
    QVERIFY(added);
    QVERIFY(!added->wereThere);
    QCOMPARE(added->addresses.size(), static_cast<std::size_t>(count));
    const auto again = world.add(kind);

    QVERIFY(again);
    QVERIFY(again->wereThere);
    QCOMPARE(again->addresses, added->addresses);
    QCOMPARE(world.count(type), count);
    QCOMPARE(world.asked("POST /v1/apps/box/ip_assignments"), 1);
}

void NetworkTest::asksAgainForASharedAddressThatNoListShows()
{
    World world;
    const auto shared = world.ip(u"shared_v4"_s);
    world.simulator.addFault(
        {.method = "GET", .route = assignRoute, .times = -1, .status = 200, .body = R"({"ips":[]})"});

    const auto added = world.add(AddressRequest::Kind::SharedV4);

    QVERIFY(added);
    QCOMPARE(added->addresses.at(0).ip, shared); // Fly gives the one it has
    QCOMPARE(world.count(u"shared_v4"_s), 1);
}

void NetworkTest::looksForAnAddressWhoseAnswerGotLost_data()
{
    QTest::addColumn<Fault::Kind>("kind");
    QTest::addColumn<int>("requests");
    QTest::newRow("lost") << Fault::Kind::LostReply << 1;
    QTest::newRow("cut short") << Fault::Kind::Cut << 1;
    QTest::newRow("late") << Fault::Kind::Delay << 1;
    QTest::newRow("never arrived") << Fault::Kind::Silence << 2;
    QTest::newRow("reset") << Fault::Kind::Reset << 2;
}

void NetworkTest::looksForAnAddressWhoseAnswerGotLost()
{
    QFETCH(Fault::Kind, kind);
    QFETCH(int, requests);
    World world;
    world.simulator.addFault({.kind = kind, .method = "POST", .route = assignRoute, .delay = 60s});

    const auto added = world.add(AddressRequest::Kind::V4);

    QVERIFY(added);
    QCOMPARE(added->addresses.size(), 1U);
    QCOMPARE(added->addresses.at(0).ip, world.ip(u"v4"_s));
    QCOMPARE(world.count(u"v4"_s), 1);
    QCOMPARE(world.asked("POST /v1/apps/box/ip_assignments"), requests);
}

void NetworkTest::doesNotAskTwiceWhenItCannotLook()
{
    World world;
    world.simulator.addFault({.kind = Fault::Kind::LostReply, .method = "POST", .route = assignRoute});
    world.simulator.addFault(at({.status = 500}, "GET", assignRoute, 1, -1));

    const auto added = world.add(AddressRequest::Kind::V4);

    QVERIFY(!added);
    QCOMPARE(added.error().code, ErrorCode::NetworkOutcomeUnknown);
    QCOMPARE(world.asked("POST /v1/apps/box/ip_assignments"), 1);
    world.simulator.clearFaults();
    const auto again = world.add(AddressRequest::Kind::V4);
    QVERIFY(again && again->wereThere);
    QCOMPARE(world.count(u"v4"_s), 1);
}

void NetworkTest::keepsOneWhenALateRequestTookEffectAfterAll()
{
    World world;
    world.simulator.addFault({.kind = Fault::Kind::Silence, .method = "POST", .route = assignRoute});
    // The first request arrives after we have looked for the last time, and before we ask again.
    PlainClient late(world.simulator.apiUrl());
    int looks = 0;
    connect(&world.simulator, &simulator::Simulator::answered, this, [&](const simulator::SeenRequest &seen) {
        looks += seen.method == "GET" ? 1 : 0;
        if (seen.method == "GET" && looks == 4) // one before, three after
            late.post(u"/v1/apps/box/ip_assignments"_s, {{u"type"_s, u"v4"_s}});
    });

    const auto added = world.add(AddressRequest::Kind::V4);

    QVERIFY(added);
    QCOMPARE(world.asked("POST /v1/apps/box/ip_assignments"), 3); // lost, late, asked again
    QCOMPARE(world.count(u"v4"_s), 1);
    QCOMPARE(added->addresses.at(0).ip, world.ip(u"v4"_s));
}

void NetworkTest::takesBackWhatACancelledRequestMade_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QByteArray>("method");
    QTest::newRow("while it waits for the answer") << Fault{.kind = Fault::Kind::Delay, .delay = 20s} << "POST"_ba;
    QTest::newRow("while it looks for what got lost") << Fault{.kind = Fault::Kind::LostReply} << "GET"_ba;
}

void NetworkTest::takesBackWhatACancelledRequestMade()
{
    QFETCH(Fault, fault);
    QFETCH(QByteArray, method);
    World world;
    world.simulator.addFault(at(fault, "POST", assignRoute, 0, 1));
    world.simulator.addFault(at({.kind = Fault::Kind::Delay, .delay = 20s}, "GET", assignRoute, 1, 1));
    std::stop_source stop;
    connect(&world.simulator, &simulator::Simulator::answered, this, [&](const simulator::SeenRequest &seen) {
        if (seen.method == method && world.count(u"v4"_s) == 1)
            QTimer::singleShot(0, this, [&stop] { stop.request_stop(); });
    });

    const auto added = waitFor(world.network.addAddress(box, {.kind = AddressRequest::Kind::V4}, stop.get_token()));

    QVERIFY(!added);
    QCOMPARE(added.error().code, ErrorCode::Cancelled);
    QCOMPARE(added.error().undone.size(), 1U);
    QCOMPARE(added.error().undone.at(0).kind, Resource::Kind::Address);
    QVERIFY(added.error().leftBehind.empty());
    QCOMPARE(world.count(u"v4"_s), 0);
}

void NetworkTest::passesOnThatATrialHasNoDedicatedAddress()
{
    World world;
    world.simulator.limits().isTrial = true;

    const auto added = world.add(AddressRequest::Kind::V4);

    QVERIFY(!added);
    QCOMPARE(added.error().code, ErrorCode::ResourceLimitExceeded);
    QCOMPARE(world.count(u"v4"_s), 0);
}

void NetworkTest::removesAnAddress()
{
    World world;
    QVERIFY(world.add(AddressRequest::Kind::V4));
    const auto ip = world.ip(u"v4"_s);

    QVERIFY(waitFor(world.network.removeAddress(box, ip, AddressRemoval::KeepReachable, {})));
    QCOMPARE(world.count(u"v4"_s), 0);
    QVERIFY(waitFor(world.network.removeAddress(box, ip, AddressRemoval::KeepReachable, {})));
    QCOMPARE(world.count(u"shared_v4"_s), 1);
}

void NetworkTest::keepsTheLastWayIn()
{
    World world;
    QVERIFY(world.add(AddressRequest::Kind::Private));
    const auto shared = world.ip(u"shared_v4"_s);
    QVERIFY(waitFor(world.network.removeAddress(box, world.ip(u"v6"_s), AddressRemoval::KeepReachable, {})));
    world.simulator.forgetRequests();

    const auto removed = waitFor(world.network.removeAddress(box, shared, AddressRemoval::KeepReachable, {}));

    QVERIFY(!removed);
    QCOMPARE(removed.error().code, ErrorCode::ResourceWrongState);
    QCOMPARE(world.simulator.calls(), (QByteArrayList{"GET /v1/apps/box/ip_assignments"}));
    QCOMPARE(world.count(u"shared_v4"_s), 1);
    QVERIFY(waitFor(world.network.removeAddress(box, shared, AddressRemoval::Any, {})));
    QCOMPARE(world.count(u"shared_v4"_s), 0);
}

void NetworkTest::doesNotCountWhatNobodyReaches()
{
    World world;
    QVERIFY(world.add(AddressRequest::Kind::Egress));
    QVERIFY(waitFor(world.network.removeAddress(box, world.ip(u"shared_v4"_s), AddressRemoval::KeepReachable, {})));

    const auto last = waitFor(world.network.removeAddress(box, world.ip(u"v6"_s), AddressRemoval::KeepReachable, {}));
    const auto egress =
        waitFor(world.network.removeAddress(box, world.ip(u"egress_v4"_s), AddressRemoval::KeepReachable, {}));

    QVERIFY(!last);
    QVERIFY(egress);
}

void NetworkTest::removesTheLastPrivateAddressOnlyWhenForced()
{
    World world;
    QVERIFY(world.add(AddressRequest::Kind::Private));
    for (const auto &type : {u"shared_v4"_s, u"v6"_s})
        QVERIFY(waitFor(world.network.removeAddress(box, world.ip(type), AddressRemoval::Any, {})));
    const auto ip = world.ip(u"private_v6"_s);

    const auto removed = waitFor(world.network.removeAddress(box, ip, AddressRemoval::KeepReachable, {}));

    QVERIFY(!removed);
    QCOMPARE(removed.error().code, ErrorCode::ResourceWrongState);
    QVERIFY(waitFor(world.network.removeAddress(box, ip, AddressRemoval::Any, {})));
    QVERIFY(world.all(u"addresses"_s).isEmpty());
}

void NetworkTest::holdsUnderEveryFault_data()
{
    std::vector<Row> rows;
    for (std::size_t i = 0; i < deeds().size(); ++i) {
        const auto &deed = deeds().at(i);
        World world;
        deed.prepare(world);
        const auto ip = world.ip(u"v4"_s);
        world.simulator.forgetRequests();
        QVERIFY(waitFor(deed.run(&world.network, ip)));
        const auto requests = world.simulator.requests();
        QVERIFY(!requests.isEmpty());
        // Calls that come only when something went wrong are hit too, by those for ever.
        for (const auto &request : requests) {
            for (const auto &[name, fault] : everyFault()) {
                for (const int times : {1, -1}) {
                    const auto often = times == 1 ? "once"_ba : "for ever"_ba;
                    rows.push_back({.name = deed.name + ", " + name + ' ' + often + ": " + request.method + ' '
                                        + request.route.toUtf8(),
                                    .deed = i,
                                    .faults = {at(fault, request.method, request.route, 0, times)}});
                }
            }
        }
    }
    addRows(std::move(rows));
}

void NetworkTest::holdsUnderEveryFault()
{
    QFETCH(std::size_t, deed);
    QFETCH(QList<Fault>, faults);
    const auto &what = deeds().at(deed);
    World world;
    what.prepare(world);
    const auto ip = world.ip(u"v4"_s);
    for (const auto &fault : faults)
        world.simulator.addFault(fault);

    const auto first = waitFor(what.run(&world.network, ip));

    QVERIFY2(what.holds(world, first.has_value()), first ? "after success" : qPrintable(codeName(first.error().code)));
    world.simulator.clearFaults();
    const auto second = waitFor(what.run(&world.network, ip));
    QVERIFY2(second, second ? "" : qPrintable(codeName(second.error().code) + second.error().detail));
    QVERIFY(what.holds(world, true));
}

void NetworkTest::neverHasTwoDedicatedAddresses_data()
{
    // The request and the look for what it made, both going wrong.
    std::vector<Row> rows;
    for (std::size_t deed = 0; deed < 2; ++deed) {
        for (const auto &[asking, request] : everyFault()) {
            for (const auto &[looking, answer] : everyFault()) {
                rows.push_back(
                    {.name = deeds().at(deed).name + ", " + asking + ", then " + looking,
                     .deed = deed,
                     .faults = {at(request, "POST", assignRoute, 0, 1), at(answer, "GET", assignRoute, 1, 4)}});
            }
        }
    }
    addRows(std::move(rows));
}

void NetworkTest::neverHasTwoDedicatedAddresses()
{
    holdsUnderEveryFault();
}

void NetworkTest::leadsADomainFromTheDnsToItsCertificate()
{
    World world;
    const auto added = waitFor(world.network.addDomain(box, u" Code.Example.com. "_s, {}));
    QVERIFY(added);
    QCOMPARE(added->hostname, host);
    QCOMPARE(added->state, Domain::State::AwaitingDns);
    QVERIFY(!added->expiresAt.isValid());

    using Purpose = Domain::Record::Purpose;
    const auto has = [&added](Purpose purpose, const QString &type, const QString &name, const QString &value) {
        const auto isIt = [&](const Domain::Record &record) {
            return record.purpose == purpose && record.type == type && record.name == name
                && (value.isEmpty() ? !record.value.isEmpty() : record.value == value);
        };
        return std::ranges::count_if(added->records, isIt) == 1;
    };
    QCOMPARE(added->records.size(), 5U);
    QVERIFY(has(Purpose::Address, u"A"_s, host, world.ip(u"shared_v4"_s)));
    QVERIFY(has(Purpose::Address, u"AAAA"_s, host, world.ip(u"v6"_s)));
    QVERIFY(has(Purpose::Alias, u"CNAME"_s, host, u"box.fly.dev"_s));
    QVERIFY(has(Purpose::Challenge, u"CNAME"_s, u"_acme-challenge."_s + host, {}));
    QVERIFY(has(Purpose::Ownership, u"TXT"_s, u"_fly-ownership."_s + host, {}));

    world.simulator.setDns(host, true);
    const auto seen = waitFor(world.network.domain(box, host, {}));
    QVERIFY(seen);
    QCOMPARE(seen->state, Domain::State::Issuing);

    const auto ready = waitFor(world.network.checkDomain(box, host, {}));
    QVERIFY(ready);
    QCOMPARE(ready->state, Domain::State::Ready);
    QVERIFY(ready->expiresAt > QDateTime::currentDateTimeUtc().addDays(80));
    QCOMPARE(waitFor(world.network.domains(box, {}))->at(0).state, Domain::State::Ready);

    world.simulator.setDns(host, false);
    QCOMPARE(waitFor(world.network.checkDomain(box, host, {}))->state, Domain::State::AwaitingDns);
}

void NetworkTest::issuesByItselfOnceTheDnsIsRight()
{
    World world;
    QVERIFY(waitFor(world.network.addDomain(box, host, {})));
    world.simulator.setDns(host, true);
    QTRY_COMPARE(waitFor(world.network.domain(box, host, {}))->state, Domain::State::Ready);
}

void NetworkTest::saysWhatIsWrongWithTheDns()
{
    World world;
    QVERIFY(waitFor(world.network.addDomain(box, host, {}))->problems.isEmpty());

    const auto checked = waitFor(world.network.checkDomain(box, host, {}));

    QVERIFY(checked);
    QCOMPARE(checked->state, Domain::State::AwaitingDns);
    QCOMPARE(checked->problems, QStringList{host + u" does not point to this app"_s});
}

void NetworkTest::asksOnlyOnceForADomain()
{
    World world;
    world.simulator.addFault(
        {.kind = Fault::Kind::LostReply, .method = "POST", .route = u"/v1/apps/{app}/certificates/acme"_s});

    const auto first = waitFor(world.network.addDomain(box, host, {}));
    const auto again = waitFor(world.network.addDomain(box, host, {}));

    QVERIFY(first);
    QVERIFY(again);
    QCOMPARE(*first, *again);
    QCOMPARE(world.asked("POST /v1/apps/box/certificates/acme"), 1);
}

void NetworkTest::keepsWordsOfFlyThatItDoesNotKnow_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<Domain::State>("state");
    QTest::newRow("unknown") << R"("status":"Gathering moss")"_ba << Domain::State::Unknown;
    QTest::newRow("none") << R"("configured":true)"_ba << Domain::State::Unknown;
    QTest::newRow("another case") << R"("status":"READY")"_ba << Domain::State::Ready;
    QTest::newRow("waits") << R"("status":"Awaiting certificates")"_ba << Domain::State::Issuing;
    QTest::newRow("waits in vain") << R"("status":"Awaiting certificates","validation_errors":[{"message":"CAA"}])"_ba
                                   << Domain::State::Failed;
}

void NetworkTest::keepsWordsOfFlyThatItDoesNotKnow()
{
    QFETCH(QByteArray, json);
    QFETCH(Domain::State, state);
    World world;
    world.simulator.addFault({.route = u"/v1/apps/{app}/certificates/{hostname}"_s,
                              .status = 200,
                              .body = R"({"hostname":"a.b",)" + json + '}'});

    const auto domain = waitFor(world.network.domain(box, u"a.b"_s, {}));

    QVERIFY(domain);
    QCOMPARE(domain->state, state);
    QCOMPARE(domain->word, QJsonDocument::fromJson('{' + json + '}')["status"_L1].toString());
}

void NetworkTest::refusesWhatIsNoHostname()
{
    World world;
    for (const auto &typed : {u"https://example.com"_s, u"box.fly.dev"_s, u"localhost"_s, QString()}) {
        const auto added = waitFor(world.network.addDomain(box, typed, {}));
        QVERIFY(!added);
        QCOMPARE(added.error().code, ErrorCode::ApiInvalidRequest);
    }
    QVERIFY(world.simulator.calls().isEmpty());
}

void NetworkTest::saysThatADomainBelongsToAnotherApp()
{
    World world;
    QVERIFY(waitFor(world.client->apps.create(u"other"_s, u"personal"_s, u"other"_s, {})));
    QVERIFY(waitFor(world.network.addDomain(u"other"_s, host, {})));

    const auto added = waitFor(world.network.addDomain(box, host, {}));

    QVERIFY(!added);
    QCOMPARE(added.error().code, ErrorCode::ResourceAlreadyExists);
}

void NetworkTest::takesAllNamesBelowADomain()
{
    World world;
    const auto wild = u"*.bücher.example"_s;
    const auto ascii = u"*.xn--bcher-kva.example"_s;

    const auto added = waitFor(world.network.addDomain(box, wild, {}));
    QVERIFY(added);
    QCOMPARE(added->hostname, ascii);
    QVERIFY(added->isForAllNamesBelow());
    world.simulator.setDns(ascii, true);
    QCOMPARE(waitFor(world.network.checkDomain(box, wild, {}))->state, Domain::State::Ready);
    QVERIFY(waitFor(world.network.removeDomain(box, wild, {})));
    QVERIFY(waitFor(world.network.domains(box, {}))->empty());
}

void NetworkTest::listsMoreDomainsThanAPageHas()
{
    World world;
    PlainClient plain(world.simulator.apiUrl());
    QStringList names;
    for (int i = 100; i < 203; ++i) {
        names << u"n%1.example.com"_s.arg(i);
        QCOMPARE(plain.post(u"/v1/apps/box/certificates/acme"_s, {{u"hostname"_s, names.last()}}).status, 201);
    }

    const auto domains = waitFor(world.network.domains(box, {}));

    QVERIFY(domains);
    QCOMPARE(hostnamesOf(*domains), names);
}

void NetworkTest::removesADomain()
{
    World world;
    QVERIFY(waitFor(world.network.addDomain(box, host, {})));

    QVERIFY(waitFor(world.network.removeDomain(box, host, {})));
    const auto gone = waitFor(world.network.domain(box, host, {}));
    QVERIFY(!gone);
    QCOMPARE(gone.error().code, ErrorCode::ResourceNotFound);
    QVERIFY(waitFor(world.network.removeDomain(box, host, {})));
}

namespace {

//! What `curl` inside a machine says of an address: the HTTP status, or its own exit code below zero.
int visited(FlyFixture &fly, const QString &app, const QString &machine, const QString &url)
{
    const QStringList command{u"curl"_s, u"-s"_s, u"-o"_s, u"/dev/null"_s, u"-w"_s, u"%{http_code}"_s,
                              u"-m"_s,   u"5"_s,  url};
    const auto ran = waitFor(fly.client->machines.exec(app, machine, command, 30s, {}));
    if (!ran)
        return -1000;
    return ran->exitCode == 0 ? ran->output.toInt() : -ran->exitCode;
}

QString privateIp(FlyFixture &fly, const QString &app, const QString &machine)
{
    const auto found = waitFor(fly.client->machines.get(app, machine, {}));
    return found ? found->privateIp : QString();
}

struct PlainApp {
    QString app;
    QString machine;
};

//! An app as somebody makes it who does not think of networks.
PlainApp plainApp(FlyFixture &fly, const QString &name)
{
    const QJsonObject config{{u"image"_s, u"codercom/code-server:latest"_s}};
    if (!waitFor(fly.client->apps.create(name, u"personal"_s, {}, {})))
        return {};
    const auto made = waitFor(fly.client->machines.create(name, {{u"region"_s, u"ams"_s}, {u"config"_s, config}}, {}));
    return made ? PlainApp{.app = name, .machine = made->id} : PlainApp();
}

constexpr int noSuchName = -6;
constexpr int noAnswer = -28;

} // namespace

void NetworkTest::keepsInstancesApart()
{
    FlyFixture fly({.timeScale = FlyFixture::speed, .newAppUnsettled = 0ms, .rateLimits = false});
    const auto one = waitFor(fly.provider->create(FlyFixture::spec(u"one"_s), {}));
    const auto two = waitFor(fly.provider->create(FlyFixture::spec(u"two"_s), {}));
    QVERIFY(one && two);

    // Each editor does answer on that port, on its own network.
    QCOMPARE(visited(fly, one->app, one->machine, u"http://one.internal:8080/healthz"_s), 200);
    QCOMPARE(visited(fly, two->app, two->machine, u"http://two.internal:8080/healthz"_s), 200);

    for (const auto &[from, to] : {std::pair(*one, *two), std::pair(*two, *one)}) {
        const auto reach = [&fly, &from](const QString &name) {
            return visited(fly, from.app, from.machine, u"http://%1:8080/healthz"_s.arg(name));
        };
        QCOMPARE(reach(to.app + u".internal"_s), noSuchName);
        QCOMPARE(reach(to.app + u".flycast"_s), noSuchName);
        QCOMPARE(reach(u'[' + privateIp(fly, to.app, to.machine) + u']'), noAnswer);
    }
}

void NetworkTest::letsPlainAppsReachEachOther()
{
    FlyFixture fly({.timeScale = FlyFixture::speed, .newAppUnsettled = 0ms, .rateLimits = false});
    const auto one = plainApp(fly, u"one"_s);
    const auto two = plainApp(fly, u"two"_s);
    const auto ours = waitFor(fly.provider->create(FlyFixture::spec(u"ours"_s), {}));
    QVERIFY(!one.machine.isEmpty() && !two.machine.isEmpty() && ours);

    const auto url = u"http://[%1]:8080/healthz"_s;
    QTRY_COMPARE(visited(fly, one.app, one.machine, u"http://two.internal:8080/healthz"_s), 200);
    QCOMPARE(visited(fly, one.app, one.machine, url.arg(privateIp(fly, two.app, two.machine))), 200);
    QTRY_COMPARE(visited(fly, two.app, two.machine, u"http://one.internal:8080/healthz"_s), 200);
    // An instance of ours is not among them, in either direction.
    QCOMPARE(visited(fly, one.app, one.machine, url.arg(privateIp(fly, ours->app, ours->machine))), noAnswer);
    QCOMPARE(visited(fly, ours->app, ours->machine, url.arg(privateIp(fly, one.app, one.machine))), noAnswer);
}

void NetworkTest::opensAPrivateAddressToOneNetworkOnly()
{
    FlyFixture fly({.timeScale = FlyFixture::speed, .newAppUnsettled = 0ms, .rateLimits = false});
    const auto plain = plainApp(fly, u"plain"_s);
    const auto ours = waitFor(fly.provider->create(FlyFixture::spec(u"ours"_s), {}));
    const auto other = waitFor(fly.provider->create(FlyFixture::spec(u"other"_s), {}));
    QVERIFY(!plain.machine.isEmpty() && ours && other);
    InstanceNetwork network(*fly.client, fly.clock);
    QTRY_COMPARE(visited(fly, plain.app, plain.machine, u"http://plain.internal:8080/healthz"_s), 200);

    const auto added =
        waitFor(network.addAddress(ours->app, {.kind = AddressRequest::Kind::Private, .network = u"default"_s}, {}));

    QVERIFY(added);
    QCOMPARE(added->addresses.at(0).network, u"default"_s);
    const auto url = u"http://[%1]/"_s.arg(added->addresses.at(0).ip);
    QCOMPARE(visited(fly, plain.app, plain.machine, url), 301); // to https, like everywhere
    QCOMPARE(visited(fly, other->app, other->machine, url), noAnswer);
    QCOMPARE(visited(fly, ours->app, ours->machine, url), noAnswer);
    // The port past the proxy stays closed.
    QCOMPARE(visited(fly, plain.app, plain.machine, u"http://ours.internal:8080/"_s), noSuchName);
}

QTEST_GUILESS_MAIN(NetworkTest)
#include "tst_network.moc"
