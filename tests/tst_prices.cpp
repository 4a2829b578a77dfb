// What things cost, against Fly.io's own figures.
#include "model/prices.h"

#include <QDateTime>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace swarm;

namespace {

const QDate before(2026, 9, 30);
const QDate now(2026, 11, 24);

//! Prices are compared as they are shown: to the cent.
qint64 cents(double dollars)
{
    return std::llround(dollars * 100);
}

} // namespace

class PricesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void calculatesLikeFly_data();
    void calculatesLikeFly();
    void knowsWhenPricesChanged();
    void takesTheOldestPricesForDaysBefore();
    void takesTodaysPricesUnlessTold();
    void countsAnHourAsThePartOfAMonth();
    void knowsRegionalPrices_data();
    void knowsRegionalPrices();
    void countsDisksByTheGigabyte();
    void countsWhatSleeps();
    void givesSomeSnapshotsFree();
    void givesSomeCertificatesFree();
    void countsAddresses();
    void countsTrafficByArea_data();
    void countsTrafficByArea();
};

void PricesTest::calculatesLikeFly_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<Size>("size");
    QTest::addColumn<double>("dollars");
    const auto row = [](const char *name, QDate day, const Size &size, double dollars) {
        QTest::newRow(name) << day << size << dollars;
    };
    row("shared-1x 256 MB", now, {CpuKind::Shared, 1, 256}, 2.19);
    row("shared-1x 512 MB", now, {CpuKind::Shared, 1, 512}, 3.69);
    row("shared-1x 1 GB", now, {CpuKind::Shared, 1, 1024}, 6.70);
    row("shared-2x 2 GB", now, {CpuKind::Shared, 2, 2048}, 13.39);
    row("performance-1x 2 GB", now, {CpuKind::Performance, 1, 2048}, 33.00);
    row("performance-2x 4 GB", now, {CpuKind::Performance, 2, 4096}, 66.00);
    row("shared-1x 256 MB, before", before, {CpuKind::Shared, 1, 256}, 1.94);
    row("shared-1x 512 MB, before", before, {CpuKind::Shared, 1, 512}, 3.19);
    row("shared-1x 1 GB, before", before, {CpuKind::Shared, 1, 1024}, 5.70);
    row("shared-2x 2 GB, before", before, {CpuKind::Shared, 2, 2048}, 11.39);
    row("performance-1x 2 GB, before", before, {CpuKind::Performance, 1, 2048}, 31.00);
    row("performance-2x 4 GB, before", before, {CpuKind::Performance, 2, 4096}, 62.00);
}

void PricesTest::calculatesLikeFly()
{
    QFETCH(QDate, day);
    QFETCH(Size, size);
    QFETCH(double, dollars);

    QCOMPARE(cents(computePerMonth(size, u"iad"_s, PriceTable::at(day))), cents(dollars));
}

void PricesTest::knowsWhenPricesChanged()
{
    const QDate change(2026, 10, 1);

    QCOMPARE(PriceTable::at(change).validFrom, change);
    QCOMPARE(PriceTable::at(change.addYears(3)).validFrom, change);
    QVERIFY(PriceTable::at(change.addDays(-1)).validFrom < change);
    QVERIFY(PriceTable::at(change.addDays(-1)) != PriceTable::at(change));
}

void PricesTest::takesTheOldestPricesForDaysBefore()
{
    QCOMPARE(PriceTable::at(QDate(2020, 1, 1)), PriceTable::at(before));
    QCOMPARE(PriceTable::at(QDate()), PriceTable::at(before));
}

void PricesTest::takesTodaysPricesUnlessTold()
{
    const auto &today = PriceTable::at(QDateTime::currentDateTimeUtc().date());

    QCOMPARE(PriceTable::current(), today);
    QCOMPARE(pricesValidFrom(), today.validFrom);
    QCOMPARE(computePerHour({}, u"ams"_s), computePerHour({}, u"ams"_s, today));
    QCOMPARE(diskPerMonth(10), diskPerMonth(10, today));
}

void PricesTest::countsAnHourAsThePartOfAMonth()
{
    const auto &prices = PriceTable::at(now);

    QCOMPARE(computePerHour({}, u"fra"_s, prices) * 720, computePerMonth({}, u"fra"_s, prices));
}

void PricesTest::knowsRegionalPrices_data()
{
    QTest::addColumn<double>("factor");
    QTest::newRow("iad") << 1.0;
    QTest::newRow("ewr") << 1.0;
    QTest::newRow("ams") << 1.0385;
    QTest::newRow("arn") << 1.0385;
    QTest::newRow("yyz") << 1.1154;
    QTest::newRow("lhr") << 1.1346;
    QTest::newRow("cdg") << 1.1346;
    QTest::newRow("fra") << 1.1538;
    QTest::newRow("sjc") << 1.1923;
    QTest::newRow("lax") << 1.1995;
    QTest::newRow("ord") << 1.25;
    QTest::newRow("dfw") << 1.25;
    QTest::newRow("sin") << 1.2692;
    QTest::newRow("syd") << 1.2692;
    QTest::newRow("jnb") << 1.3029;
    QTest::newRow("nrt") << 1.3077;
    QTest::newRow("gru") << 1.6154;
    QTest::newRow("bom") << 1.0; // listed before October 2026 only
    QTest::newRow("a region that is new") << 1.0;
}

void PricesTest::knowsRegionalPrices()
{
    QFETCH(double, factor);
    const Size size{CpuKind::Shared, 1, 1024};
    const auto region = QString::fromLatin1(QTest::currentDataTag());
    const auto ratio = [&](QDate day) {
        const auto &prices = PriceTable::at(day);
        return computePerHour(size, region, prices) / computePerHour(size, u"iad"_s, prices);
    };

    QCOMPARE(ratio(now), factor);
    QCOMPARE(ratio(before), region == "bom"_L1 ? 1.0769 : factor);
}

void PricesTest::countsDisksByTheGigabyte()
{
    QCOMPARE(diskPerMonth(0), 0.0);
    QCOMPARE(cents(diskPerMonth(10, PriceTable::at(now))), 150);
    QCOMPARE(cents(diskPerMonth(500, PriceTable::at(before))), 7500);
}

void PricesTest::countsWhatSleeps()
{
    const auto &prices = PriceTable::at(now);

    QCOMPARE(cents(sleepingPerMonth(2, prices)), 30);
    QVERIFY(sleepingPerMonth(2, prices) < computePerMonth({}, u"iad"_s, prices));
}

void PricesTest::givesSomeSnapshotsFree()
{
    const auto &prices = PriceTable::at(now);

    QCOMPARE(snapshotsPerMonth(0, prices), 0.0);
    QCOMPARE(snapshotsPerMonth(10, prices), 0.0);
    QCOMPARE(cents(snapshotsPerMonth(35, prices)), 200);
}

void PricesTest::givesSomeCertificatesFree()
{
    const auto &prices = PriceTable::at(now);

    QCOMPARE(certificatesPerMonth(10, 0, prices), 0.0);
    QCOMPARE(cents(certificatesPerMonth(12, 0, prices)), 20);
    QCOMPARE(cents(certificatesPerMonth(3, 2, prices)), 200);
}

void PricesTest::countsAddresses()
{
    const auto &prices = PriceTable::at(now);

    QCOMPARE(cents(dedicatedV4PerMonth(prices)), 200);
    QCOMPARE(cents(egressAddressPerMonth(prices)), 360);
}

void PricesTest::countsTrafficByArea_data()
{
    QTest::addColumn<double>("dollars"); // for 100 GB
    for (const auto *region : {"iad", "ams", "lhr", "yyz", "qro", "waw"})
        QTest::newRow(region) << 2.0;
    for (const auto *region : {"nrt", "sin", "hkg", "syd", "gru", "scl", "bog"})
        QTest::newRow(region) << 4.0;
    for (const auto *region : {"jnb", "bom", "maa"})
        QTest::newRow(region) << 12.0;
}

void PricesTest::countsTrafficByArea()
{
    QFETCH(double, dollars);

    const auto cost = trafficCost(100, QString::fromLatin1(QTest::currentDataTag()), PriceTable::at(now));

    QCOMPARE(cents(cost), cents(dollars));
}

QTEST_GUILESS_MAIN(PricesTest)
#include "tst_prices.moc"
