// Whether another size would be better.
#include "model/rightsizing.h"
#include "ui/wording/costwords.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace swarm;
using Kind = SizeAdvice::Kind;
using Reason = SizeAdvice::Reason;

namespace {

const QDateTime now(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC);
constexpr double gigabyte = 1024.0 * 1024 * 1024;
const PriceTable &prices()
{
    return PriceTable::at(QDate(2026, 11, 24));
}

//! A sample every five minutes for so many hours up to now.
Series flat(double value, int hours = 7 * 24)
{
    Series series;
    for (int i = hours * 12; i > 0; --i)
        series.samples.push_back({.at = now.addSecs(-i * 300), .value = value});
    return series;
}

//! Mostly `low`; `high` for one sample in so many.
Series spiky(double low, double high, int every)
{
    auto series = flat(low);
    for (std::size_t i = 0; i < series.samples.size(); i += static_cast<std::size_t>(every))
        series.samples[i].value = high;
    return series;
}

Workload workload(const Size &size, double cores, double memoryGb)
{
    return {.size = size, .region = u"ams"_s, .cpuBusy = flat(cores), .memoryUsed = flat(memoryGb * gigabyte)};
}

SizeAdvice adviceOf(const Workload &work)
{
    return adviceFor(work, now, prices());
}

const Size small{CpuKind::Shared, 1, 1024};
const Size standard{CpuKind::Shared, 1, 2048};
const Size big{CpuKind::Shared, 2, 4096};

} // namespace

class RightSizingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsPercentiles();
    void saysNothingWithTooLittleData();
    void saysNothingAboutLongAgo();
    void looksOnlyAtThePresentSize();
    void isContentWithWhatFits();
    void suggestsSmallerForWhatIdles();
    void neverGoesBelowTheMemoryInUse_data();
    void neverGoesBelowTheMemoryInUse();
    void ignoresRareSpikesOfTheCpu();
    void heedsRareSpikesOfTheMemory();
    void keepsCpusThatSharedWorkNeeds();
    void doesNotBotherForCents();
    void suggestsMoreMemoryAfterRunningOut();
    void believesOneEndingWithoutData();
    void doesNotTakeBackMemoryThatWasTooLittle();
    void suggestsMoreMemoryWhenItIsNearlyFull();
    void suggestsMoreCpusWhenThrottled();
    void suggestsMoreCpusWhenTheyAreBusy();
    void keepsTheKindOfCpu();
    void saysWhenThereIsNothingLarger();
    void knowsWhatCanSuspend();
    void savesAsMuchAsItRuns();
    void ignoresNonsense();
    void comesToRest();
    void saysItInWords_data();
    void saysItInWords();
};

void RightSizingTest::findsPercentiles()
{
    std::vector<double> values;
    for (int i = 100; i > 0; --i)
        values.push_back(i);

    QCOMPARE(percentile(values, 0.95), 95.0);
    QCOMPARE(percentile(values, 0.99), 99.0);
    QCOMPARE(percentile(values, 1), 100.0);
    QCOMPARE(percentile(values, 0), 1.0);
    QCOMPARE(percentile({7}, 0.5), 7.0);
    QCOMPARE(percentile({}, 0.5), 0.0);
}

void RightSizingTest::saysNothingWithTooLittleData()
{
    auto work = workload(big, 0.01, 0.2);
    QCOMPARE(adviceOf(work).kind, Kind::Smaller);

    work.cpuBusy = flat(0.01, 23);
    QCOMPARE(adviceOf(work),
             (SizeAdvice{.reason = Reason::TooLittleData,
                         .size = big,
                         .cpuHigh = 0.01,
                         .memoryHigh = 0.2 * gigabyte,
                         .runningShare = adviceOf(work).runningShare}));
    work.cpuBusy = {};
    QCOMPARE(adviceOf(work).reason, Reason::TooLittleData);
    QCOMPARE(adviceOf({.size = big}).reason, Reason::TooLittleData);
}

void RightSizingTest::saysNothingAboutLongAgo()
{
    const auto work = workload(big, 0.01, 0.2);

    QCOMPARE(adviceFor(work, now.addDays(2), prices()).kind, Kind::Smaller);
    QCOMPARE(adviceFor(work, now.addDays(4), prices()).reason, Reason::TooLittleData);
    QCOMPARE(adviceFor(work, now.addDays(60), prices()).reason, Reason::TooLittleData);
}

void RightSizingTest::looksOnlyAtThePresentSize()
{
    auto work = workload(big, 0.01, 0.2);

    work.sizedAt = now.addDays(-2);
    QCOMPARE(adviceOf(work).kind, Kind::Smaller);
    work.sizedAt = now.addSecs(-3600);
    QCOMPARE(adviceOf(work).reason, Reason::TooLittleData);
}

void RightSizingTest::isContentWithWhatFits()
{
    const auto advice = adviceOf(workload(standard, 0.02, 1.5));

    QCOMPARE(advice.kind, Kind::None);
    QCOMPARE(advice.reason, Reason::Fits);
    QCOMPARE(advice.size, standard);
    QCOMPARE(advice.monthlySaving, 0.0);
}

void RightSizingTest::suggestsSmallerForWhatIdles()
{
    const auto advice = adviceOf(workload(big, 0.02, 0.7));

    QCOMPARE(advice.kind, Kind::Smaller);
    QCOMPARE(advice.reason, Reason::RunsIdle);
    QCOMPARE(advice.size, small); // 0.7 GB and a third more fit into 1 GB
    const auto saving = computePerMonth(big, u"ams"_s, prices()) - computePerMonth(small, u"ams"_s, prices());
    QCOMPARE(std::llround(advice.monthlySaving * 100), std::llround(saving * 100));
    QCOMPARE(advice.cpuHigh, 0.02);
    QCOMPARE(advice.memoryHigh, 0.7 * gigabyte);
}

void RightSizingTest::neverGoesBelowTheMemoryInUse_data()
{
    QTest::addColumn<Size>("size");
    QTest::addColumn<double>("memoryGb");
    for (const auto &size :
         {small, standard, big, Size{CpuKind::Shared, 8, 16384}, Size{CpuKind::Performance, 4, 32768}}) {
        for (int percent = 5; percent <= 100; percent += 5) {
            const auto memory = size.memoryMb / 1024.0 * percent / 100;
            QTest::addRow("%d x %d MB, %d %%", size.cpus, size.memoryMb, percent) << size << memory;
        }
    }
}

void RightSizingTest::neverGoesBelowTheMemoryInUse()
{
    QFETCH(Size, size);
    QFETCH(double, memoryGb);

    const auto advice = adviceOf(workload(size, 0.01, memoryGb));

    QCOMPARE(problemOf(advice.size), SizeProblem::None);
    if (advice.kind != Kind::None)
        QVERIFY(advice.size.memoryMb >= memoryGb * 1024 * 1.3);
    QCOMPARE(advice.kind == Kind::Smaller, advice.hourlySaving > 0);
    if (memoryGb * 1024 > 0.9 * size.memoryMb)
        QVERIFY(advice.kind == Kind::Larger || advice.reason == Reason::NothingLarger);
}

void RightSizingTest::ignoresRareSpikesOfTheCpu()
{
    auto work = workload(big, 0.01, 0.7);
    work.cpuBusy = spiky(0.01, 2, 100);
    QCOMPARE(adviceOf(work).size, small);

    work.cpuBusy = spiky(0.01, 1.5, 10); // not so rare
    QCOMPARE(adviceOf(work).size, (Size{CpuKind::Shared, 4, 1024})); // still cheaper: it is the memory that idles
}

void RightSizingTest::heedsRareSpikesOfTheMemory()
{
    auto work = workload(big, 0.01, 0.2);
    work.memoryUsed = spiky(0.2 * gigabyte, 2.5 * gigabyte, 50);

    QVERIFY(adviceOf(work).size.memoryMb >= 2.5 * 1024 * 1.3);
}

void RightSizingTest::keepsCpusThatSharedWorkNeeds()
{
    // 0.1 cores all the time is more than four fifths of the sixteenth that one shared CPU has for good.
    QCOMPARE(adviceOf(workload({CpuKind::Shared, 8, 4096}, 0.1, 0.5)).size.cpus, 2);
    QCOMPARE(adviceOf(workload({CpuKind::Shared, 8, 4096}, 0.04, 0.5)).size.cpus, 1);
}

void RightSizingTest::doesNotBotherForCents()
{
    auto work = workload({CpuKind::Shared, 1, 512}, 0.01, 0.15);
    QCOMPARE(adviceOf(work).kind, Kind::Smaller);

    Series rare; // runs a tenth of the time
    Series memory;
    for (int i = 7 * 24 * 12; i > 0; --i) {
        if (i % 120 < 20) {
            rare.samples.push_back({.at = now.addSecs(-i * 300), .value = 0.01});
            memory.samples.push_back({.at = now.addSecs(-i * 300), .value = 0.15 * gigabyte});
        }
    }
    work.cpuBusy = rare;
    work.memoryUsed = memory;
    QCOMPARE(adviceOf(work).reason, Reason::LittleToSave);
    QCOMPARE(adviceOf(work).kind, Kind::None);
}

void RightSizingTest::suggestsMoreMemoryAfterRunningOut()
{
    auto work = workload(small, 0.01, 0.5);
    work.outOfMemory = {{.at = now.addDays(-1), .memoryMb = 1024}};

    const auto advice = adviceOf(work);

    QCOMPARE(advice.kind, Kind::Larger);
    QCOMPARE(advice.reason, Reason::OutOfMemory);
    QCOMPARE(advice.size, (Size{CpuKind::Shared, 1, 1536}));
    QVERIFY(advice.monthlySaving < 0);
    const auto more = computePerMonth(advice.size, u"ams"_s, prices()) - computePerMonth(small, u"ams"_s, prices());
    QCOMPARE(std::llround(-advice.monthlySaving * 100), std::llround(more * 100));
}

void RightSizingTest::believesOneEndingWithoutData()
{
    const auto advice =
        adviceOf({.size = small, .region = u"ams"_s, .outOfMemory = {{.at = now.addSecs(-60), .memoryMb = 1024}}});

    QCOMPARE(advice.kind, Kind::Larger);
    QCOMPARE(advice.size, (Size{CpuKind::Shared, 1, 1536}));
    QVERIFY(advice.hourlySaving < 0);
}

void RightSizingTest::doesNotTakeBackMemoryThatWasTooLittle()
{
    auto work = workload({CpuKind::Shared, 1, 1536}, 0.01, 0.3);
    QCOMPARE(adviceOf(work).kind, Kind::Smaller);

    work.outOfMemory = {{.at = now.addDays(-5), .memoryMb = 1024}};
    QCOMPARE(adviceOf(work).reason, Reason::Fits);
    work.outOfMemory = {{.at = now.addDays(-29), .memoryMb = 1024}};
    QCOMPARE(adviceOf(work).reason, Reason::Fits);
    work.outOfMemory = {{.at = now.addDays(-31), .memoryMb = 1024}};
    QCOMPARE(adviceOf(work).kind, Kind::Smaller);
}

void RightSizingTest::suggestsMoreMemoryWhenItIsNearlyFull()
{
    const auto advice = adviceOf(workload(small, 0.01, 0.95));

    QCOMPARE(advice.kind, Kind::Larger);
    QCOMPARE(advice.reason, Reason::MemoryNearlyFull);
    QCOMPARE(advice.size, (Size{CpuKind::Shared, 1, 1280}));
}

void RightSizingTest::suggestsMoreCpusWhenThrottled()
{
    auto work = workload(standard, 0.05, 0.5);
    work.throttled = flat(0.3);

    const auto advice = adviceOf(work);

    QCOMPARE(advice.kind, Kind::Larger);
    QCOMPARE(advice.reason, Reason::Throttled);
    QCOMPARE(advice.size, (Size{CpuKind::Shared, 2, 2048}));
    work.throttled = flat(0.05);
    QCOMPARE(adviceOf(work).kind, Kind::Smaller);
}

void RightSizingTest::suggestsMoreCpusWhenTheyAreBusy()
{
    const auto advice = adviceOf(workload({CpuKind::Performance, 2, 8192}, 1.9, 4));

    QCOMPARE(advice.kind, Kind::Larger);
    QCOMPARE(advice.reason, Reason::CpuNearlyFull);
    QCOMPARE(advice.size, (Size{CpuKind::Performance, 4, 8192}));
}

void RightSizingTest::keepsTheKindOfCpu()
{
    QCOMPARE(adviceOf(workload({CpuKind::Performance, 4, 16384}, 0.01, 0.2)).size,
             (Size{CpuKind::Performance, 1, 2048}));
}

void RightSizingTest::saysWhenThereIsNothingLarger()
{
    auto work = workload({CpuKind::Shared, 8, 16384}, 0.01, 15.5);
    QCOMPARE(adviceOf(work).reason, Reason::NothingLarger);

    work = workload({CpuKind::Shared, 8, 2048}, 0.01, 0.5);
    work.throttled = flat(0.9);
    const auto advice = adviceOf(work);
    QCOMPARE(advice.kind, Kind::None);
    QCOMPARE(advice.reason, Reason::NothingLarger);
    QCOMPARE(advice.size, work.size);
}

void RightSizingTest::knowsWhatCanSuspend()
{
    QVERIFY(adviceOf(workload(standard, 0.01, 1.9)).losesSuspend);
    QVERIFY(!adviceOf(workload(small, 0.01, 0.95)).losesSuspend);
    QVERIFY(!adviceOf(workload(big, 0.01, 0.5)).losesSuspend);
}

void RightSizingTest::savesAsMuchAsItRuns()
{
    auto work = workload(big, 0.02, 0.7);
    const auto always = adviceOf(work);
    const auto isAwake = [](const Sample &sample) { return sample.at.time().hour() < 12; };
    std::erase_if(work.cpuBusy.samples, [&](const Sample &sample) { return !isAwake(sample); });
    std::erase_if(work.memoryUsed.samples, [&](const Sample &sample) { return !isAwake(sample); });

    const auto half = adviceOf(work);

    QVERIFY(always.runningShare > 0.99);
    QVERIFY(std::abs(half.runningShare - 0.5) < 0.05);
    QCOMPARE(half.hourlySaving, always.hourlySaving);
    QVERIFY(std::abs(half.monthlySaving / always.monthlySaving - 0.5) < 0.05);
}

void RightSizingTest::ignoresNonsense()
{
    auto work = workload(big, 0.02, 0.7);
    work.cpuBusy.samples[5].value = std::numeric_limits<double>::quiet_NaN();
    work.memoryUsed.samples[5].value = std::numeric_limits<double>::infinity();
    QCOMPARE(adviceOf(work).size, small);

    work.memoryUsed = flat(1e30);
    QCOMPARE(adviceOf(work).reason, Reason::NothingLarger);
    work.size = {CpuKind::Shared, 0, 0};
    QCOMPARE(adviceOf(work).kind, Kind::None);
}

void RightSizingTest::comesToRest()
{
    // Whoever follows the advice again and again, with work that stays the same, comes to a size that stays.
    QRandomGenerator random(11);
    int longest = 0;
    int changes = 0;
    for (int round = 0; round < 2000; ++round) {
        const bool isShared = random.bounded(2) == 0;
        const int cpus = std::array{1, 2, 4, 8}.at(static_cast<std::size_t>(random.bounded(4)));
        const auto kind = isShared ? CpuKind::Shared : CpuKind::Performance;
        const auto range = memoryRange(kind, cpus);
        Size size{kind, cpus, range.least + random.bounded((range.most - range.least) / range.step + 1) * range.step};
        const double cores = std::pow(random.generateDouble(), 3) * cpus;
        const double memoryGb = random.generateDouble() * size.memoryMb / 1024;
        const auto work = [&] {
            Workload made{.size = size, .region = u"ams"_s};
            for (int i = 200; i > 0; --i) { // four days
                made.cpuBusy.samples.push_back({.at = now.addSecs(-i * 1800), .value = cores});
                made.memoryUsed.samples.push_back({.at = now.addSecs(-i * 1800), .value = memoryGb * gigabyte});
            }
            return made;
        };
        QList<int> seen;
        int steps = 0;
        for (auto advice = adviceOf(work()); advice.kind != Kind::None; advice = adviceOf(work()), ++steps) {
            const int mark = advice.size.cpus * 1'000'000 + advice.size.memoryMb;
            QVERIFY2(!seen.contains(mark), qPrintable(u"round %1"_s.arg(round)));
            QVERIFY(advice.size != size);
            seen << mark;
            size = advice.size;
            QVERIFY(steps < 3);
        }
        longest = std::max(longest, steps);
        changes += steps;
    }
    QVERIFY(changes > 500);
    qInfo("2000 workloads, %d changes of size, at most %d for one", changes, longest);
}

void RightSizingTest::saysItInWords_data()
{
    QTest::addColumn<SizeAdvice>("advice");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << SizeAdvice{} << u"It has not run long enough lately to judge its size."_s;
    QTest::newRow("smaller") << SizeAdvice{.kind = Kind::Smaller,
                                           .reason = Reason::RunsIdle,
                                           .size = small,
                                           .monthlySaving = 9.7,
                                           .hourlySaving = 0.0136,
                                           .cpuHigh = 0.02,
                                           .memoryHigh = 0.75 * gigabyte}
                             << u"In the last days it hardly used more than 0.02 cores and 768 MB of memory. "
                                "Better: 1 shared CPU · 1 GB. "
                                "This saves about $9.70 a month if it runs as much as lately, $0.014 an hour."_s;
    QTest::newRow("larger") << SizeAdvice{.kind = Kind::Larger,
                                          .reason = Reason::OutOfMemory,
                                          .size = big,
                                          .hourlySaving = -0.02,
                                          .losesSuspend = true}
                            << u"It ran out of memory. Better: 2 shared CPU · 4 GB. "
                               "This costs about $0.020 more an hour while it runs. "
                               "It can then be stopped, but not suspended."_s;
}

void RightSizingTest::saysItInWords()
{
    QFETCH(SizeAdvice, advice);
    QFETCH(QString, text);

    QCOMPARE(adviceText(advice), text);
    QSet<QString> reasons;
    for (int reason = 0; reason <= static_cast<int>(Reason::NothingLarger); ++reason)
        reasons << adviceText({.reason = static_cast<Reason>(reason)});
    QCOMPARE(reasons.size(), static_cast<int>(Reason::NothingLarger) + 1);
}

QTEST_GUILESS_MAIN(RightSizingTest)
#include "tst_rightsizing.moc"
