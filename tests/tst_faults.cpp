// Every fault of the simulator at every call of create and delete: a clean end, and nothing left behind.
//
// By default a seeded sample of the matrix runs; with SWARM_WHOLE_MATRIX set, all of it.
#include "tests/everyfault.h"
#include "tests/flyfixture.h"
#include "tests/waitfor.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace swarm;
using simulator::Fault;

namespace {

constexpr std::size_t sampleSize = 40;
constexpr unsigned seed = 20261124;

struct Place {
    QByteArray method;
    QString route;
    int skip = 0; //!< how many calls of the same kind come before

    bool operator==(const Place &) const = default;
};

//! The calls that a clean run makes, each told from its likes by how many came before.
std::vector<Place> placesIn(const QList<simulator::SeenRequest> &requests)
{
    constexpr int mostOfAKind = 3; // waiting loops repeat the same call over and over
    std::vector<Place> places;
    for (const auto &request : requests) {
        const auto likes = std::ranges::count_if(
            places, [&](const Place &place) { return place.method == request.method && place.route == request.route; });
        if (likes < mostOfAKind && !request.route.isEmpty())
            places.push_back({.method = request.method, .route = request.route, .skip = static_cast<int>(likes)});
    }
    return places;
}

simulator::Options options()
{
    // The limiter has tests of its own; here it would only blur which fault did what.
    return {.timeScale = FlyFixture::speed, .newAppUnsettled = 300ms, .rateLimits = false};
}

} // namespace

class FaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void createEndsClean_data();
    void createEndsClean();
    void deleteEndsClean_data();
    void deleteEndsClean();

private:
    void addRows(const std::vector<Place> &places);

    std::vector<Place> m_creating;
    std::vector<Place> m_deleting;
};

void FaultsTest::initTestCase()
{
    qputenv("QT_LOGGING_RULES", "remoteswarm.*=false");
    QLoggingCategory::setFilterRules(u"remoteswarm.*=false"_s);
    FlyFixture fly(options());
    const auto made = waitFor(fly.provider->create(FlyFixture::spec(u"box"_s), {}));
    QVERIFY2(made, qPrintable(made ? QString() : codeName(made.error().code)));
    m_creating = placesIn(fly.simulator.requests());
    fly.simulator.forgetRequests();
    QVERIFY(waitFor(fly.provider->remove(*made, {})));
    m_deleting = placesIn(fly.simulator.requests());
    QVERIFY(m_creating.size() > 10);
    QVERIFY(m_deleting.size() > 8);
}

void FaultsTest::addRows(const std::vector<Place> &places)
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("route");
    QTest::addColumn<int>("skip");
    QTest::addColumn<Fault>("fault");
    struct Row {
        QByteArray name;
        Place place;
        Fault fault;
    };
    std::vector<Row> rows;
    for (const auto &place : places) {
        for (const auto &[name, fault] : everyFault()) {
            for (const int times : {1, -1}) {
                auto placed = fault;
                placed.method = place.method;
                placed.route = place.route;
                placed.skip = place.skip;
                placed.times = times;
                const auto often = times == 1 ? "once"_ba : "for ever"_ba;
                rows.push_back({.name = name + ' ' + often + ": " + place.method + ' ' + place.route.toUtf8() + " #"
                                    + QByteArray::number(place.skip + 1),
                                .place = place,
                                .fault = placed});
            }
        }
    }
    if (!qEnvironmentVariableIsSet("SWARM_WHOLE_MATRIX")) {
        std::mt19937 random(seed);
        std::ranges::shuffle(rows, random);
        rows.resize(std::min(rows.size(), sampleSize));
    }
    for (const auto &row : rows)
        QTest::newRow(row.name.constData()) << row.place.method << row.place.route << row.place.skip << row.fault;
}

void FaultsTest::createEndsClean_data()
{
    addRows(m_creating);
}

void FaultsTest::createEndsClean()
{
    QFETCH(Fault, fault);
    FlyFixture fly(options());
    fly.simulator.addFault(fault);

    const auto made = waitFor(fly.provider->create(FlyFixture::spec(u"box"_s), {}));

    if (made) {
        QCOMPARE(made->status, Status::Running);
        fly.simulator.clearFaults();
        QVERIFY(waitFor(fly.provider->remove(*made, {})));
    } else {
        QVERIFY2(made.error().leftBehind.empty(), qPrintable(codeName(made.error().code) + made.error().detail));
    }
    QVERIFY2(fly.simulator.isEmpty(), made ? "after success" : qPrintable(codeName(made.error().code)));
}

void FaultsTest::deleteEndsClean_data()
{
    addRows(m_deleting);
}

void FaultsTest::deleteEndsClean()
{
    QFETCH(Fault, fault);
    FlyFixture fly(options());
    const auto made = waitFor(fly.provider->create(FlyFixture::spec(u"box"_s), {}));
    QVERIFY(made);
    fly.simulator.addFault(fault);

    const auto removed = waitFor(fly.provider->remove(*made, {}));

    if (removed) {
        QVERIFY(fly.simulator.isEmpty());
        return;
    }
    // What could not be removed is named, and a second attempt after the fault finishes the work.
    QVERIFY(!removed.error().leftBehind.empty());
    fly.simulator.clearFaults();
    QVERIFY(waitFor(fly.provider->remove(*made, {})));
    QVERIFY(fly.simulator.isEmpty());
}

QTEST_GUILESS_MAIN(FaultsTest)
#include "tst_faults.moc"
