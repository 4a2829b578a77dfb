// About what an instance and a swarm cost, split, and in words.
#include "model/cost.h"
#include "ui/wording/costwords.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace swarm;
using Problem = PriceProblem::Kind;

namespace {

const PriceTable &prices()
{
    return PriceTable::at(QDate(2026, 11, 24));
}

Instance instance(Status status = Status::Running)
{
    return {.id = u"a"_s, .region = u"iad"_s, .status = status, .size = {CpuKind::Shared, 2, 2048}, .diskGb = 10};
}

const CostExtras nothingElse{.snapshotGb = 0, .dedicatedV4 = 0, .rootGb = 0};
const CostExtras extras{.snapshotGb = 35, .dedicatedV4 = 1, .rootGb = 2};

qint64 cents(double dollars)
{
    return std::llround(dollars * 100);
}

//! Every member that the format has.
const auto wholeFile = R"({
    "schema": 1, "valid_from": "2027-01-01",
    "shared_cpu": {"per_second": 1, "included_gb": 2},
    "performance_cpu": {"per_second": 3, "included_gb": 4},
    "memory_per_gb_second": 5,
    "region_factors": {"ams": 6, "xyz": 7},
    "disk_per_gb_month": 8, "stopped_root_per_gb_month": 9,
    "snapshot_per_gb_month": 10, "free_snapshot_gb": 11,
    "dedicated_v4_per_month": 12, "egress_address_per_hour": 13,
    "free_certificates": 14, "certificate_per_month": 15, "wildcard_per_month": 16,
    "traffic_per_gb": {"north_america_and_europe": 17, "asia_pacific_and_south_america": 18, "africa_and_india": 19}})"_ba;

} // namespace

class CostTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void billsByStatus_data();
    void billsByStatus();
    void splitsARunningInstance();
    void splitsASleepingInstance();
    void keepsCostingWhenStopped();
    void namesWhatItDoesNotKnow_data();
    void namesWhatItDoesNotKnow();
    void countsNothingForWhatIsGone();
    void addsUpTheSwarm();
    void sharesTheFreeSnapshots();
    void countsSnapshotsOfWhatIsGone();

    void readsEveryPrice();
    void replacesOnlyWhatIsGiven();
    void reportsWhatItCannotUse_data();
    void reportsWhatItCannotUse();
    void reportsAFileThatCannotBeRead();
    void hasOtherPricesFromADayOn();
    void takesTheBookForEveryFigure();

    void saysWhatAnHourCosts();
    void saysWhatAMonthCosts();
    void saysWhatRemainsWhenStopped();
    void saysWhatThisMonthCost();
    void hasALineForEachPart();
    void saysSinceWhenPricesAreValid();
    void hasASentenceForEveryPriceProblem();
};

void CostTest::billsByStatus_data()
{
    QTest::addColumn<Status>("status");
    QTest::addColumn<Billing>("billing");
    for (const auto status : {Status::Creating, Status::Starting, Status::Running, Status::Restarting, Status::Stopping,
                              Status::Suspending, Status::Updating, Status::Deleting})
        QTest::newRow(qPrintable(statusName(status))) << status << Billing::Compute;
    for (const auto status : {Status::Stopped, Status::Suspended, Status::Failed})
        QTest::newRow(qPrintable(statusName(status))) << status << Billing::Root;
    for (const auto status : {Status::Missing, Status::Unknown})
        QTest::newRow(qPrintable(statusName(status))) << status << Billing::Unknown;
    QTest::newRow("deleted") << Status::Deleted << Billing::Nothing;
}

void CostTest::billsByStatus()
{
    QFETCH(Status, status);
    QFETCH(Billing, billing);

    QCOMPARE(billingOf(status), billing);
    const auto cost = costOf(instance(status), nothingElse, prices());
    QCOMPARE(cost.perHour.compute > 0, billing == Billing::Compute);
    QCOMPARE(cost.perHour.disk > 0, billing != Billing::Nothing);
    QCOMPARE(cost.isAtLeast(), billing == Billing::Unknown);
}

void CostTest::splitsARunningInstance()
{
    const auto cost = costOf(instance(), extras, prices());

    QCOMPARE(cents(cost.perMonth.compute), 1339);
    QCOMPARE(cents(cost.perMonth.disk), 150);
    QCOMPARE(cents(cost.perMonth.snapshots), 200);
    QCOMPARE(cents(cost.perMonth.addresses), 200);
    QCOMPARE(cost.perMonth.root, 0.0);
    QCOMPARE(cents(cost.perMonth.total()), 1339 + 150 + 200 + 200);
    QCOMPARE(cost.perHour.compute, computePerHour(instance().size, u"iad"_s, prices()));
    QCOMPARE(cost.perHour.disk * 720, cost.perMonth.disk);
    QVERIFY(!cost.isAtLeast());
}

void CostTest::splitsASleepingInstance()
{
    for (const auto status : {Status::Stopped, Status::Suspended}) {
        const auto cost = costOf(instance(status), extras, prices());

        QCOMPARE(cost.perMonth.compute, 0.0);
        QCOMPARE(cents(cost.perMonth.root), 30);
        QCOMPARE(cents(cost.perMonth.total()), 30 + 150 + 200 + 200);
        QCOMPARE(cost.whenStopped, cost.perMonth);
    }
}

void CostTest::keepsCostingWhenStopped()
{
    const auto cost = costOf(instance(), extras, prices());

    QCOMPARE(cost.whenStopped, costOf(instance(Status::Stopped), extras, prices()).perMonth);
    QCOMPARE(cents(costOf(instance(), nothingElse, prices()).whenStopped.total()), 150);
}

void CostTest::namesWhatItDoesNotKnow_data()
{
    QTest::addColumn<Instance>("what");
    QTest::addColumn<CostExtras>("with");
    QTest::addColumn<int>("unknown");
    QTest::addColumn<int>("whenStopped");
    auto silent = instance();
    silent.isSilent = true;
    auto withoutDisk = instance();
    withoutDisk.diskGb = 0;
    constexpr int compute = int(CostPart::Compute);
    constexpr int disk = int(CostPart::Disk);
    constexpr int root = int(CostPart::Root);
    constexpr int snapshots = int(CostPart::Snapshots);
    constexpr int addresses = int(CostPart::Addresses);

    QTest::newRow("all known") << instance() << nothingElse << 0 << 0;
    QTest::newRow("extras, running") << instance() << CostExtras() << (snapshots | addresses)
                                     << (snapshots | addresses | root);
    QTest::newRow("extras, asleep") << instance(Status::Suspended) << CostExtras() << (snapshots | addresses | root)
                                    << (snapshots | addresses | root);
    QTest::newRow("region that does not answer") << silent << nothingElse << compute << 0;
    QTest::newRow("missing") << instance(Status::Missing) << nothingElse << compute << 0;
    QTest::newRow("a new word") << instance(Status::Unknown) << nothingElse << compute << 0;
    QTest::newRow("disk") << withoutDisk << nothingElse << disk << disk;
    QTest::newRow("gone") << instance(Status::Deleted) << CostExtras() << 0 << 0;
}

void CostTest::namesWhatItDoesNotKnow()
{
    QFETCH(Instance, what);
    QFETCH(CostExtras, with);
    QFETCH(int, unknown);
    QFETCH(int, whenStopped);

    const auto cost = costOf(what, with, prices());

    QCOMPARE(int(cost.unknown), unknown);
    QCOMPARE(int(cost.unknownWhenStopped), whenStopped);
    QCOMPARE(cost.isAtLeast(), unknown != 0);
}

void CostTest::countsNothingForWhatIsGone()
{
    QCOMPARE(costOf(instance(Status::Deleted), extras, prices()), InstanceCost());
}

void CostTest::addsUpTheSwarm()
{
    auto asleep = instance(Status::Stopped);
    asleep.id = u"b"_s;

    const auto cost = costOf({instance(), asleep}, {{u"a"_s, nothingElse}, {u"b"_s, nothingElse}}, 0, prices());

    QCOMPARE(cost.instances.size(), 2);
    QCOMPARE(cents(cost.whole.perMonth.compute), 1339);
    QCOMPARE(cents(cost.whole.perMonth.disk), 300);
    QCOMPARE(cents(cost.whole.whenStopped.total()), 300);
    QVERIFY(!cost.whole.isAtLeast());
    QVERIFY(costOf({instance(), asleep}, {{u"a"_s, nothingElse}}, 0, prices()).whole.isAtLeast());
    QCOMPARE(costOf(Instances(), {}, 0, prices()).whole, InstanceCost());
}

void CostTest::sharesTheFreeSnapshots()
{
    auto other = instance();
    other.id = u"b"_s;
    const auto costWith = [&](double one, double two) {
        return costOf({instance(), other}, {{u"a"_s, {.snapshotGb = one}}, {u"b"_s, {.snapshotGb = two}}}, 0, prices());
    };

    const auto cost = costWith(15, 45);
    QCOMPARE(cents(cost.whole.perMonth.snapshots), cents(snapshotsPerMonth(60, prices())));
    QCOMPARE(cents(cost.instances.value(u"a"_s).perMonth.snapshots), 100);
    QCOMPARE(cents(cost.instances.value(u"b"_s).perMonth.snapshots), 300);
    QCOMPARE(costWith(4, 6).whole.perMonth.snapshots, 0.0); // one allowance for both
    QCOMPARE(cents(costWith(9, 6).whole.perMonth.snapshots), 40);
    QCOMPARE(costWith(0, 0).whole.perMonth.snapshots, 0.0);
}

void CostTest::countsSnapshotsOfWhatIsGone()
{
    const auto cost = costOf({instance()}, {{u"a"_s, {.snapshotGb = 10, .dedicatedV4 = 0}}}, 30, prices());

    QCOMPARE(cents(cost.whole.perMonth.snapshots), 240);
    QCOMPARE(cents(cost.whole.whenStopped.snapshots), 240);
    QCOMPARE(cents(cost.instances.value(u"a"_s).perMonth.snapshots), 60);
}

void CostTest::readsEveryPrice()
{
    const auto file = priceFileFrom(wholeFile);

    QCOMPARE(file.problems, std::vector<PriceProblem>());
    const auto table = PriceBook(file.prices).at(QDate(2027, 1, 1));
    auto factors = prices().regionFactors;
    factors[u"ams"_s] = 6;
    factors[u"xyz"_s] = 7;
    const PriceTable expected{
        .validFrom = QDate(2027, 1, 1),
        .sharedCpu = {.perSecond = 1, .includedGb = 2},
        .performanceCpu = {.perSecond = 3, .includedGb = 4},
        .memoryPerGbSecond = 5,
        .regionFactors = factors,
        .diskPerGbMonth = 8,
        .stoppedRootPerGbMonth = 9,
        .snapshotPerGbMonth = 10,
        .freeSnapshotGb = 11,
        .dedicatedV4PerMonth = 12,
        .egressAddressPerHour = 13,
        .freeCertificates = 14,
        .certificatePerMonth = 15,
        .wildcardPerMonth = 16,
        .trafficPerGb = {.northAmericaAndEurope = 17, .asiaPacificAndSouthAmerica = 18, .africaAndIndia = 19}};
    QCOMPARE(table, expected);
}

void CostTest::replacesOnlyWhatIsGiven()
{
    const auto file = priceFileFrom(R"({"disk_per_gb_month": 0.2})");

    QCOMPARE(file.problems, std::vector<PriceProblem>());
    auto expected = prices();
    expected.diskPerGbMonth = 0.2;
    QCOMPARE(PriceBook(file.prices).at(QDate(2026, 11, 24)), expected);
    QCOMPARE(PriceBook(priceFileFrom("{}").prices).at(QDate(2026, 11, 24)), prices());
    QCOMPARE(PriceBook().at(QDate(2026, 11, 24)), prices());
    QCOMPARE(PriceBook().current(), PriceTable::current());
}

void CostTest::reportsWhatItCannotUse_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<Problem>("kind");
    QTest::addColumn<QString>("member");
    const auto row = [](const char *name, const QByteArray &json, Problem kind, const QString &member) {
        QTest::newRow(name) << json << kind << member;
    };
    row("empty", "", Problem::NotJson, {});
    row("cut", wholeFile.left(100), Problem::NotJson, {});
    row("a list", "[1]", Problem::NotAnObject, {});
    row("later format", R"({"schema": 2, "disk_per_gb_month": 9})", Problem::TooNew, {});
    row("unknown", R"({"lunch": 9})", Problem::UnknownMember, u"lunch"_s);
    row("empty name", R"({"": 9})", Problem::UnknownMember, u""_s);
    row("unknown, inside", R"({"shared_cpu": {"per_hour": 9}})", Problem::UnknownMember, u"shared_cpu.per_hour"_s);
    row("in the wrong place", R"({"per_second": 9})", Problem::UnknownMember, u"per_second"_s);
    row("text", R"({"disk_per_gb_month": "0.15"})", Problem::NotANumber, u"disk_per_gb_month"_s);
    row("null", R"({"disk_per_gb_month": null})", Problem::NotANumber, u"disk_per_gb_month"_s);
    row("negative", R"({"disk_per_gb_month": -0.15})", Problem::Negative, u"disk_per_gb_month"_s);
    row("negative, inside", R"({"shared_cpu": {"per_second": -1}})", Problem::Negative, u"shared_cpu.per_second"_s);
    row("negative factor", R"({"region_factors": {"ams": -1}})", Problem::Negative, u"region_factors.ams"_s);
    row("factor in words", R"({"region_factors": {"ams": "one"}})", Problem::NotANumber, u"region_factors.ams"_s);
    row("no object", R"({"shared_cpu": 1})", Problem::NotAnObject, u"shared_cpu"_s);
    row("no factors", R"({"region_factors": [1]})", Problem::NotAnObject, u"region_factors"_s);
    row("half a certificate", R"({"free_certificates": 1.5})", Problem::NotAWholeNumber, u"free_certificates"_s);
    row("no certificates", R"({"free_certificates": -1})", Problem::Negative, u"free_certificates"_s);
    row("no date", R"({"valid_from": "soon"})", Problem::NotADate, u"valid_from"_s);
    row("no such day", R"({"valid_from": "2026-02-30"})", Problem::NotADate, u"valid_from"_s);
    row("a number for a date", R"({"valid_from": 20261001})", Problem::NotADate, u"valid_from"_s);
    row("a word for a schema", R"({"schema": "one"})", Problem::NotANumber, u"schema"_s);
}

void CostTest::reportsWhatItCannotUse()
{
    QFETCH(QByteArray, json);
    QFETCH(Problem, kind);
    QFETCH(QString, member);

    const auto file = priceFileFrom(json);

    QCOMPARE(file.problems.size(), 1u);
    QCOMPARE(file.problems.front().kind, kind);
    QCOMPARE(file.problems.front().member, member);
    QCOMPARE(PriceBook(file.prices).at(QDate(2026, 11, 24)), prices()); // what is built in stands
}

void CostTest::reportsAFileThatCannotBeRead()
{
    const QTemporaryDir folder;

    QCOMPARE(readPriceFile(folder.filePath(u"none.json"_s)).problems.front().kind, Problem::Unreadable);
    QVERIFY(!readPriceFile(folder.filePath(u"none.json"_s)).problems.front().detail.isEmpty());
    QFile file(folder.filePath(u"prices.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(wholeFile) > 0);
    file.close();
    QCOMPARE(readPriceFile(file.fileName()), priceFileFrom(wholeFile));
}

void CostTest::hasOtherPricesFromADayOn()
{
    const PriceBook book(priceFileFrom(wholeFile).prices);

    QCOMPARE(book.at(QDate(2026, 12, 31)), PriceTable::at(QDate(2026, 12, 31)));
    QCOMPARE(book.at(QDate(2026, 9, 1)), PriceTable::at(QDate(2026, 9, 1)));
    QCOMPARE(book.at(QDate(2028, 1, 1)).diskPerGbMonth, 8.0);
    const PriceBook always(priceFileFrom(R"({"disk_per_gb_month": 8})").prices);
    QCOMPARE(always.at(QDate(2026, 9, 1)).diskPerGbMonth, 8.0);
    QCOMPARE(always.at(QDate(2026, 9, 1)).validFrom, PriceTable::at(QDate(2026, 9, 1)).validFrom);
}

void CostTest::takesTheBookForEveryFigure()
{
    const PriceBook book(priceFileFrom(R"({"disk_per_gb_month": 1, "shared_cpu": {"per_second": 0},
                                           "memory_per_gb_second": 0})")
                             .prices);

    const auto cost = costOf(instance(), nothingElse, book.at(QDate(2026, 11, 24)));

    QCOMPARE(cents(cost.perMonth.disk), 1000);
    QCOMPARE(cost.perMonth.compute, 0.0);
}

void CostTest::saysWhatAnHourCosts()
{
    auto withoutDisk = instance();
    withoutDisk.diskGb = 0;

    QCOMPARE(hourlyCostText({.perHour = {.compute = 0.018}}), u"about $0.018/h"_s);
    QCOMPARE(hourlyCostText({.perHour = {.compute = 1.2, .disk = 0.05}}), u"about $1.25/h"_s);
    QCOMPARE(hourlyCostText(costOf(instance(), nothingElse, prices())), u"about $0.021/h"_s);
    QCOMPARE(hourlyCostText(costOf(withoutDisk, nothingElse, prices())), u"at least about $0.019/h"_s);
    QCOMPARE(hourlyCostText({}), u"nothing"_s);
    QCOMPARE(hourlyCostText({.unknown = CostPart::Compute}), u"at least about $0.00/h"_s);
}

void CostTest::saysWhatAMonthCosts()
{
    QCOMPARE(monthlyCostText(costOf(instance(), nothingElse, prices())), u"about $14.89 a month"_s);
    QCOMPARE(monthlyCostText(costOf(instance(Status::Missing), nothingElse, prices())),
             u"at least about $1.50 a month"_s);
}

void CostTest::saysWhatRemainsWhenStopped()
{
    QCOMPARE(whenStoppedText(costOf(instance(), extras, prices())),
             u"When stopped, about $5.80 a month remains: disk $1.50, snapshots $2.00, dedicated addresses $2.00, "
             "image kept while asleep $0.30."_s);
    QCOMPARE(whenStoppedText(costOf(instance(), {}, prices())),
             u"When stopped, at least about $1.50 a month remains: disk $1.50."_s);
    QCOMPARE(whenStoppedText({}), u"When stopped, it costs nothing."_s);
}

void CostTest::saysWhatThisMonthCost()
{
    UseCost use{.cost = {.compute = 2.7, .disk = 0.5}};

    QCOMPARE(monthToDateText(use), u"about $3.20 this month"_s);
    use.unknownParts = CostPart::Compute;
    QCOMPARE(monthToDateText(use), u"at least about $3.20 this month"_s);
}

void CostTest::hasALineForEachPart()
{
    QCOMPARE(monthlyLines(costOf(instance(), extras, prices())),
             (QStringList{u"Compute: about $13.39 a month"_s, u"Disk: about $1.50 a month"_s,
                          u"Snapshots: about $2.00 a month"_s, u"Dedicated addresses: about $2.00 a month"_s}));
    QCOMPARE(monthlyLines(costOf(instance(Status::Stopped), {.snapshotGb = 0}, prices())),
             (QStringList{u"Disk: about $1.50 a month"_s, u"Dedicated addresses: not known"_s,
                          u"Image kept while asleep: not known"_s}));
    QCOMPARE(monthToDateLines({.running = 66h,
                               .asleep = 10h,
                               .unknown = 90min,
                               .cost = {.compute = 1.2, .disk = 0.5, .root = 0.03},
                               .unknownParts = CostPart::Compute}),
             (QStringList{u"Compute: at least about $1.20, 2 d 18 h of running"_s, u"Disk: about $0.50"_s,
                          u"Image kept while asleep: about $0.03, 10 h asleep"_s,
                          u"For 1 h 30 min nobody knows whether it ran"_s}));
}

void CostTest::saysSinceWhenPricesAreValid()
{
    QCOMPARE(priceDateText(QDate(2026, 10, 1)), u"Estimate from list prices valid from 1 October 2026, before tax"_s);
}

void CostTest::hasASentenceForEveryPriceProblem()
{
    QSet<QString> texts;
    for (int kind = 0; kind <= static_cast<int>(Problem::NotADate); ++kind) {
        const auto text =
            priceProblemText({.kind = static_cast<Problem>(kind), .member = u"member"_s, .detail = u"-7"_s});
        QVERIFY(!text.isEmpty() && !text.contains(u'%'));
        texts << text;
    }
    QCOMPARE(texts.size(), static_cast<int>(Problem::NotADate) + 1);
    QCOMPARE(priceProblemText(priceFileFrom(R"({"shared_cpu": {"per_second": -1}})").problems.front()),
             u"shared_cpu.per_second is below zero (-1)"_s);
}

QTEST_GUILESS_MAIN(CostTest)
#include "tst_cost.moc"
