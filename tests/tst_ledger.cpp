// What ran when, as far as anybody knows, and what that costs.
#include "model/instancestore.h"
#include "model/ledger.h"
#include "model/monthlyuse.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace swarm;
using State = Stretch::State;

namespace {

constexpr Moment second = 1000;
constexpr Moment minute = 60 * second;
constexpr Moment hour = 60 * minute;
constexpr Moment day = 24 * hour;

const QDateTime november(QDate(2026, 11, 1), QTime(0, 0), Qt::UTC);

Moment start() // of the month
{
    return november.toMSecsSinceEpoch();
}

QDateTime timeAt(Moment moment)
{
    return QDateTime::fromMSecsSinceEpoch(moment, Qt::UTC);
}

const Size small{CpuKind::Shared, 1, 1024};
const Size large{CpuKind::Shared, 2, 4096};

//! A machine that was made and started at the beginning of the month, as seen then.
Observation running(Moment at = start())
{
    return {.at = at,
            .name = u"thesis"_s,
            .status = Status::Running,
            .machine = u"m1"_s,
            .version = u"v1"_s,
            .volume = u"vol_1"_s,
            .region = u"ams"_s,
            .size = small,
            .diskGb = 10,
            .createdAt = start(),
            .updatedAt = start(),
            .startedAt = start()};
}

Observation again(Observation seen, Moment at)
{
    seen.at = at;
    return seen;
}

//! The same machine after it went to sleep.
Observation stopped(Observation seen, Moment endedAt, Moment at)
{
    seen.status = Status::Stopped;
    seen.endedAt = endedAt;
    seen.updatedAt = endedAt;
    seen.at = at;
    return seen;
}

Observation started(Observation seen, Moment startedAt, Moment at)
{
    seen.status = Status::Running;
    seen.startedAt = startedAt;
    seen.updatedAt = startedAt;
    seen.at = at;
    return seen;
}

//! What the lists say of it: with the events of an earlier look.
Observation listed(Observation seen, const Observation &lookedAt)
{
    seen.startedAt = lookedAt.startedAt;
    seen.endedAt = lookedAt.endedAt;
    return seen;
}

Moment total(const std::vector<Stretch> &all, State state)
{
    Moment sum = 0;
    for (const auto &stretch : all) {
        if (stretch.state == state)
            sum += stretch.to - stretch.from;
    }
    return sum;
}

struct Times {
    Moment running = 0;
    Moment asleep = 0;
    Moment unknown = 0;
    Moment absent = 0;

    bool operator==(const Times &) const = default;
};

Times timesOf(const History &history, Moment to, const UpTime &up = {})
{
    const auto all = stretches(history, start(), to, up);
    return {.running = total(all, State::Running),
            .asleep = total(all, State::Asleep),
            .unknown = total(all, State::Unknown),
            .absent = total(all, State::Absent)};
}

qint64 cents(double dollars)
{
    return std::llround(dollars * 100);
}

const CostExtras nothingElse{.snapshotGb = 0, .dedicatedV4 = 0, .rootGb = 0};

Instance instanceOf(const Observation &seen)
{
    const auto time = [](Moment moment) { return moment > 0 ? timeAt(moment) : QDateTime(); };
    return {.id = u"id-1"_s,
            .name = seen.name,
            .machine = seen.machine,
            .version = seen.version,
            .volume = seen.volume,
            .region = seen.region,
            .status = seen.status,
            .size = seen.size,
            .diskGb = seen.diskGb,
            .ending = {.at = time(seen.endedAt)},
            .createdAt = time(seen.createdAt),
            .updatedAt = time(seen.updatedAt),
            .startedAt = time(seen.startedAt)};
}

// A life of an instance made up by chance, of which everything is known.

struct Phase {
    Moment from = 0;
    Observation now = {}; //!< what a close look would see
};
using Life = std::vector<Phase>;

class Chance
{
public:
    explicit Chance(quint32 seed)
        : m_random(seed)
    {
    }
    int below(int limit) { return m_random.bounded(limit); }
    bool oneIn(int times) { return below(times) == 0; }
    //! A minute to about two days, short ones as often as long ones; whole seconds.
    Moment duration() { return std::llround(60 * std::exp(m_random.generateDouble() * 8)) * second; }

private:
    QRandomGenerator m_random;
};

Life randomLife(Chance &chance, Moment from, Moment to)
{
    auto now = running(from);
    now.createdAt = now.updatedAt = now.startedAt = from;
    Life life{{.from = from, .now = now}};
    int machines = 1;
    int versions = 1;
    for (auto t = from + chance.duration(); t < to; t += chance.duration()) {
        const int action = chance.below(20);
        if (now.status == Status::Running && action < 14) {
            now.status = chance.oneIn(2) ? Status::Stopped : Status::Suspended;
            now.endedAt = now.updatedAt = t;
        } else if (now.status == Status::Running && action < 17) { // restarts
            now.endedAt = now.startedAt = now.updatedAt = t;
        } else if (now.status == Status::Running) { // gets more disk, which the machine does not notice
            now.diskGb += 1 + chance.below(5);
        } else if (action < 14) {
            now.status = Status::Running;
            now.startedAt = now.updatedAt = t;
        } else if (action < 18) { // is resized
            now.size = sizePresets[static_cast<std::size_t>(chance.below(4))];
            now.version = u"v%1"_s.arg(++versions);
            now.updatedAt = t;
        } else { // is moved
            now.status = Status::Running;
            now.machine = u"m%1"_s.arg(++machines);
            now.version = u"v%1"_s.arg(++versions);
            now.volume = u"vol_%1"_s.arg(machines);
            now.region = chance.oneIn(2) ? u"fra"_s : u"gru"_s;
            now.createdAt = now.startedAt = now.updatedAt = t;
            now.endedAt = 0;
        }
        life.push_back({.from = t, .now = now});
    }
    return life;
}

const Observation &truthAt(const Life &life, Moment moment)
{
    const auto next = std::ranges::upper_bound(life, moment, {}, &Phase::from);
    return std::prev(next)->now;
}

//! What somebody writes down who polls the lists every half minute from `from` to `to`, and looks closer at what has
//! changed. `isKilled`: without the last word.
void watch(const Life &life, Moment from, Moment to, bool isKilled, History &history)
{
    constexpr Moment interval = 30 * second;
    std::optional<Observation> last;
    Moment lastPoll = from;
    for (auto poll = from; poll <= to; lastPoll = poll, poll += interval) {
        const auto now = again(truthAt(life, poll), poll);
        if (last && now.saysTheSameAs(*last))
            continue;
        const auto before = last ? *last : history.empty() ? Observation() : history.back();
        if (last && lastPoll > last->at)
            history.push_back(again(*last, lastPoll));
        history.push_back(listed(now, before));
        history.push_back(again(now, poll + 200));
        last = now;
    }
    if (last && !isKilled)
        history.push_back(again(*last, lastPoll));
}

void shuffle(History &history, Chance &chance)
{
    for (auto i = history.size(); i > 1; --i)
        std::swap(history[i - 1], history[static_cast<std::size_t>(chance.below(static_cast<int>(i)))]);
}

void duplicateSome(History &history, Chance &chance)
{
    const auto count = history.size();
    for (std::size_t i = 0; i < count; ++i) {
        if (chance.oneIn(5))
            history.push_back(history[i]);
    }
}

//! Second by second: what it costs, and for how long it runs.
struct BruteForce {
    double compute = 0;
    double disk = 0;
    Moment running = 0;
    Moment asleep = 0;
};

//! Walks through a life, forwards.
class Walk
{
public:
    explicit Walk(const Life &life)
        : m_life(life)
    {
    }
    //! Nothing before it was made.
    const Observation *at(Moment moment)
    {
        while (m_next < m_life.size() && m_life[m_next].from <= moment)
            ++m_next;
        return m_next == 0 ? nullptr : &m_life[m_next - 1].now;
    }

private:
    const Life &m_life;
    std::size_t m_next = 0;
};

BruteForce bruteForce(const Life &life, Moment from, Moment to)
{
    BruteForce sum;
    const auto &prices = PriceTable::at(QDate(2026, 11, 15));
    Walk walk(life);
    const Observation *priced = nullptr;
    double computePerSecond = 0;
    double diskPerSecond = 0;
    for (auto t = from; t < to; t += second) {
        const auto *now = walk.at(t);
        if (!now)
            continue;
        if (now != priced) {
            computePerSecond = computePerHour(now->size, now->region, prices) / 3600;
            diskPerSecond = diskPerMonth(now->diskGb, prices) / (30 * 24 * 3600);
            priced = now;
        }
        sum.disk += diskPerSecond;
        if (now->status == Status::Running) {
            sum.running += second;
            sum.compute += computePerSecond;
        } else {
            sum.asleep += second;
        }
    }
    return sum;
}

//! Milliseconds in which it is said to have done what it did not do.
Moment falselyClaimed(const std::vector<Stretch> &all, const Life &life)
{
    Moment wrong = 0;
    Walk walk(life);
    for (const auto &stretch : all) {
        if (stretch.state == State::Unknown)
            continue;
        for (auto t = stretch.from; t < stretch.to; t += second) {
            const auto *now = walk.at(t);
            const bool runs = now && now->status == Status::Running;
            const auto truth = !now ? State::Absent : runs ? State::Running : State::Asleep;
            const bool isRight =
                truth == stretch.state && (!runs || !stretch.isSizeCertain || now->size == stretch.size);
            wrong += isRight ? 0 : second;
        }
    }
    return wrong;
}

//! How long nobody looked, and yet what was seen last is believed: it may have changed, and this is too short to
//! matter.
Moment shortSilences(const History &history)
{
    constexpr Moment pollInterval = 30 * second;
    Moment sum = longestSilence.count(); // after the last look
    const auto sorted = sortedByTime(history);
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        const auto gap = sorted[i].at - sorted[i - 1].at;
        if (gap > pollInterval && gap <= longestSilence.count())
            sum += gap;
    }
    return sum;
}

bool isWithoutHoles(const std::vector<Stretch> &all, Moment from, Moment to)
{
    auto cursor = from;
    for (const auto &stretch : all) {
        if (stretch.from != cursor || stretch.to <= stretch.from)
            return false;
        cursor = stretch.to;
    }
    return cursor == to;
}

constexpr int lives = 30;

constexpr int childInstances = 4;

Instance numbered(const QString &id, int version)
{
    auto instance = instanceOf(running());
    instance.id = id;
    instance.name = u"x"_s.repeated(150);
    instance.version = QString::number(version);
    return instance;
}

//! What the child does until it is killed.
int writeForEver(const QString &folder)
{
    Ledger ledger(folder);
    for (int version = 1;; ++version) {
        for (int i = 0; i < childInstances; ++i)
            ledger.observe(numbered(u"id-%1"_s.arg(i), version));
        if (version == 1) {
            ledger.flush();
            std::puts("writing");
            std::fflush(stdout);
        }
        if (version % 50 == 0)
            ledger.flush();
    }
}

constexpr int sharedLines = 300;

//! Two children write to the same file.
int writeShared(const QString &folder, const QString &mark)
{
    Ledger ledger(folder);
    for (int i = 0; i < sharedLines; ++i) {
        auto instance = numbered(u"shared"_s, i);
        instance.version = mark + QString::number(i);
        ledger.observe(instance);
        if (i % 10 == 0)
            ledger.flush();
    }
    return 0;
}

} // namespace

class LedgerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_now = start() + hour;
    }
    void cleanup() { m_folder.reset(); }

    // What is known
    void knowsNothingWithoutObservations();
    void doesNotExistBeforeItWasMade();
    void countsWhatWasWatched();
    void bridgesATimeInWhichNothingChanged();
    void doesNotBridgeWhenTheStampChanged();
    void trustsEventsMoreThanPolls();
    void findsTheEndOfARunInATimeNobodyWatched();
    void findsTheStartOfARunInATimeNobodyWatched();
    void doesNotBelieveEventsOfAnEarlierLook();
    void takesTheEventsOfTheLookThatFollows();
    void isUnsureAfterALongSilence();
    void fillsGapsFromSamples();
    void takesTheCheaperSizeWhereTwoArePossible();
    void doesNotKnowTheSizeOfARunBeforeAResize();
    void followsASizeThatChanges();
    void followsAMoveToAnotherRegion();
    void startsAnewWithTheMonth();
    void countsAMonthThatBeganAsleep();
    void survivesAClockThatGoesBackwards();
    void ignoresLateAnswers();
    void ignoresAClockThatWasFarAhead();
    void takesAnyOrderAndDuplicates();
    void endsWhenDeleted();
    void comesBackAfterARestore();
    void doesNotKnowWhatIsMissing();
    void countsADiskThatGrew();

    // Money
    void costsToTheCent();
    void changesPricesInTheMiddleOfAMonth();
    void addsAddressesAndSnapshots();
    void saysWhatItCouldNotCount();
    void addsUpASwarm();

    // Lives made up by chance
    void equalsASimulationBySecondsWhenWatched();
    void neverClaimsWhatWasNotWhenHalfWatched();
    void fillsHalfWatchedLivesFromSamples();

    // Files
    void keepsEveryField();
    void skipsAndCountsDamagedLines_data();
    void skipsAndCountsDamagedLines();
    void leavesLinesOfNewerProgramsAlone();
    void keepsInstancesApartAndInTheFolder();
    void writesAfterATornLine();
    void writesOnlyWhatChanges();
    void remembersWhatWasSeenLast();
    void doesNotTakeOldRowsForSeen();
    void doesNotConfirmRowsOfSilentRegions();
    void writesHourly();
    void followsTheStoreToTheEnd();
    void forgetsAfterThirteenMonths();
    void keepsHowThingsStoodWhenItForgets();
    void saysWhenItCannotWrite();
    void survivesAKillAtAnyMoment();
    void letsProcessesWriteTogether();

private:
    [[nodiscard]] QString folder() const { return m_folder->filePath(u"ledger"_s); }
    [[nodiscard]] QString path(const QString &name = u"id-1.jsonl"_s) const { return folder() + u'/' + name; }
    [[nodiscard]] Ledger::Now clock() const
    {
        return [this] { return timeAt(m_now); };
    }
    void write(const QByteArray &content, const QString &name = u"id-1.jsonl"_s) const
    {
        QVERIFY(QDir().mkpath(folder()));
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    [[nodiscard]] QByteArray read(const QString &name = u"id-1.jsonl"_s) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    Moment m_now = 0;
};

void LedgerTest::knowsNothingWithoutObservations()
{
    QCOMPARE(timesOf({}, start() + hour), (Times{.unknown = hour}));
    const auto use = monthToDate({}, timeAt(start() + hour), nothingElse);
    QCOMPARE(use.cost.total(), 0.0);
    QVERIFY(use.isAtLeast());
}

void LedgerTest::doesNotExistBeforeItWasMade()
{
    auto seen = running(start() + 5 * day);
    seen.createdAt = seen.startedAt = seen.updatedAt = start() + 5 * day - 10 * second;

    const auto times = timesOf({seen, again(seen, start() + 6 * day)}, start() + 6 * day);

    QCOMPARE(times, (Times{.running = day + 10 * second, .absent = 5 * day - 10 * second}));
}

void LedgerTest::countsWhatWasWatched()
{
    const auto first = running();
    const auto second2 = stopped(first, start() + 3 * hour, start() + 3 * hour + 2 * second);

    const auto times = timesOf(
        {first, again(first, start() + 3 * hour - second), second2, again(second2, start() + day)}, start() + day);

    QCOMPARE(times, (Times{.running = 3 * hour, .asleep = 21 * hour}));
}

void LedgerTest::bridgesATimeInWhichNothingChanged()
{
    const auto first = running();

    QCOMPARE(timesOf({first, again(first, start() + 9 * day)}, start() + 9 * day), (Times{.running = 9 * day}));
}

void LedgerTest::doesNotBridgeWhenTheStampChanged()
{
    const auto first = running();
    auto later = again(first, start() + 9 * day);
    later.updatedAt = start() + 2 * day; // and nothing tells what happened

    QCOMPARE(timesOf({first, later}, start() + 9 * day), (Times{.unknown = 9 * day}));
}

void LedgerTest::trustsEventsMoreThanPolls()
{
    const auto first = running();
    const auto later = stopped(first, start() + 61 * second, start() + 2 * minute);

    QCOMPARE(timesOf({first, later}, start() + 2 * minute), (Times{.running = 61 * second, .asleep = 59 * second}));
}

void LedgerTest::findsTheEndOfARunInATimeNobodyWatched()
{
    const auto first = running();
    const auto later = stopped(first, start() + 2 * day, start() + 9 * day); // started once only

    QCOMPARE(timesOf({first, later}, start() + 9 * day), (Times{.running = 2 * day, .asleep = 7 * day}));
}

void LedgerTest::findsTheStartOfARunInATimeNobodyWatched()
{
    const auto asleep = stopped(running(), start() + hour, start() + 2 * hour);
    const auto later = started(asleep, start() + 5 * day, start() + 9 * day); // ended once only
    const History history{running(), asleep, later};

    QCOMPARE(timesOf(history, start() + 9 * day), (Times{.running = hour + 4 * day, .asleep = 5 * day - hour}));

    auto twice = later;
    twice.endedAt = start() + 4 * day; // of a run that nobody saw

    QCOMPARE(timesOf({running(), asleep, twice}, start() + 9 * day),
             (Times{.running = hour + 4 * day, .asleep = hour + day, .unknown = 4 * day - 2 * hour}));
}

void LedgerTest::doesNotBelieveEventsOfAnEarlierLook()
{
    const auto asleep = stopped(running(), start() + hour, start() + 2 * hour);
    const auto later = listed(started(asleep, start() + 5 * day, start() + 9 * day), asleep);

    QCOMPARE(timesOf({running(), asleep, later}, start() + 9 * day),
             (Times{.running = hour, .asleep = hour, .unknown = 9 * day - 2 * hour}));
}

void LedgerTest::takesTheEventsOfTheLookThatFollows()
{
    const auto asleep = stopped(running(), start() + hour, start() + 2 * hour);
    const auto look = started(asleep, start() + 5 * day, start() + 9 * day + second);
    const auto list = again(listed(look, asleep), start() + 9 * day);

    QCOMPARE(timesOf({running(), asleep, list, look}, start() + 9 * day),
             (Times{.running = hour + 4 * day, .asleep = 5 * day - hour}));
}

void LedgerTest::isUnsureAfterALongSilence()
{
    const auto silence = longestSilence.count();

    QCOMPARE(timesOf({running()}, start() + silence), (Times{.running = silence}));
    QCOMPARE(timesOf({running()}, start() + hour), (Times{.running = silence, .unknown = hour - silence}));
    const auto use = monthToDate({running()}, timeAt(start() + hour), nothingElse);
    QVERIFY(use.isAtLeast());
    QVERIFY(!monthToDate({running()}, timeAt(start() + silence), nothingElse).isAtLeast());
}

void LedgerTest::fillsGapsFromSamples()
{
    UpTime up{.from = timeAt(start()), .to = timeAt(start() + 4 * hour), .step = 60s};
    up.machines.resize(1);
    for (Moment t = 2 * hour; t < 3 * hour; t += minute)
        up.machines.front().samples.push_back({.at = timeAt(start() + t), .value = 1});

    const auto times = timesOf({running()}, start() + 5 * hour, up);

    const auto silence = longestSilence.count();
    QCOMPARE(times, (Times{.running = silence + hour, .asleep = 3 * hour - silence, .unknown = hour}));
}

void LedgerTest::takesTheCheaperSizeWhereTwoArePossible()
{
    const auto first = running();
    auto later = stopped(first, start() + 3 * hour, start() + 4 * hour);
    later.startedAt = start() + 2 * hour;
    later.size = large;
    later.version = u"v2"_s;
    UpTime up{.from = timeAt(start()), .to = timeAt(start() + 2 * hour), .step = 60s};
    up.machines.push_back({.samples = {{.at = timeAt(start() + hour), .value = 1}}});

    const auto use = monthToDate({first, later}, timeAt(start() + 4 * hour), nothingElse, up);

    QCOMPARE(use.uses.size(), 2u);
    QCOMPARE(use.uses[0], (UseCost::Use{.size = small, .region = u"ams"_s, .running = 60s}));
    QCOMPARE(use.uses[1], (UseCost::Use{.size = large, .region = u"ams"_s, .running = 1h}));
    QVERIFY(use.unknownParts.testFlag(CostPart::Compute)); // the minute may have been of the larger one
    QCOMPARE(use.unknown, 0ms);
}

void LedgerTest::doesNotKnowTheSizeOfARunBeforeAResize()
{
    const auto asleep = stopped(running(), start() + hour, start() + 2 * hour);
    auto later = stopped(asleep, start() + 4 * hour, start() + 9 * hour);
    later.startedAt = start() + 3 * hour;
    const auto costOfBoth = [&] {
        return monthToDate({running(), asleep, later}, timeAt(start() + 9 * hour), nothingElse);
    };
    QCOMPARE(costOfBoth().uses, (std::vector<UseCost::Use>{{.size = small, .region = u"ams"_s, .running = 2h}}));

    later.size = large;
    later.version = u"v2"_s;
    later.updatedAt = start() + 5 * hour; // after that run, perhaps not for the first time

    QCOMPARE(costOfBoth().uses, (std::vector<UseCost::Use>{{.size = small, .region = u"ams"_s, .running = 2h}}));
    QVERIFY(costOfBoth().unknownParts.testFlag(CostPart::Compute));
}

void LedgerTest::followsASizeThatChanges()
{
    const auto first = running();
    auto later = started(first, start() + 2 * hour, start() + 2 * hour + 5 * second);
    later.endedAt = start() + 2 * hour - minute;
    later.size = large;
    later.version = u"v2"_s;

    const auto use =
        monthToDate({first, again(first, start() + 2 * hour - 2 * minute), later, again(later, start() + 5 * hour)},
                    timeAt(start() + 5 * hour), nothingElse);

    QCOMPARE(use.uses,
             (std::vector<UseCost::Use>{{.size = small, .region = u"ams"_s, .running = 2h - 60s},
                                        {.size = large, .region = u"ams"_s, .running = 3h}}));
    QCOMPARE(use.asleep, 60s);
    QVERIFY(!use.isAtLeast());
}

void LedgerTest::followsAMoveToAnotherRegion()
{
    const auto first = running();
    auto moved = started(first, start() + 2 * hour, start() + 2 * hour + second);
    moved.machine = u"m2"_s; // a successor: its stamps have nothing to do with those of the first
    moved.createdAt = start() + 2 * hour - 20 * second;
    moved.region = u"gru"_s;
    const auto late = again(first, start() + 2 * hour + 3 * second); // of the machine that is gone

    const auto use = monthToDate(
        {first, again(first, start() + 2 * hour - 30 * second), moved, late, again(moved, start() + 3 * hour)},
        timeAt(start() + 3 * hour), nothingElse);

    QCOMPARE(use.uses,
             (std::vector<UseCost::Use>{{.size = small, .region = u"ams"_s, .running = 2h},
                                        {.size = small, .region = u"gru"_s, .running = 1h}}));
}

void LedgerTest::startsAnewWithTheMonth()
{
    auto seen = running(start() - 3 * day);
    seen.createdAt = seen.startedAt = seen.updatedAt = start() - 3 * day;
    const History history{seen, again(seen, start() + day)};

    const auto use = monthToDate(history, timeAt(start() + day), nothingElse);
    QCOMPARE(use.running, 24h);
    const auto earlier = monthToDate(history, timeAt(start() - second), nothingElse);
    QCOMPARE(earlier.running, 72h - 1s);
    const auto atMidnight = monthToDate(history, timeAt(start()), nothingElse);
    QCOMPARE(atMidnight.cost.total(), 0.0);
}

void LedgerTest::countsAMonthThatBeganAsleep()
{
    auto first = running(start() - 3 * day);
    first.createdAt = first.startedAt = first.updatedAt = start() - 3 * day;
    const auto asleep = stopped(first, start() - 2 * day, start() - 2 * day + second);
    const auto woken = started(asleep, start() + hour, start() + hour + second);

    QCOMPARE(timesOf({first, asleep, woken}, start() + hour + second), (Times{.running = second, .asleep = hour}));
}

void LedgerTest::survivesAClockThatGoesBackwards()
{
    const auto first = running();
    const auto seen = again(first, start() + 10 * hour);
    const auto later = stopped(first, start() + 10 * hour + minute, start() + 9 * hour); // our clock was put back
    const auto last = again(later, start() + 12 * hour);

    QCOMPARE(timesOf({first, seen, later, last}, start() + 12 * hour),
             (Times{.running = 10 * hour + minute, .asleep = 2 * hour - minute}));
}

void LedgerTest::ignoresLateAnswers()
{
    const auto first = running();
    const auto later = stopped(first, start() + hour, start() + hour + second);
    const auto late = again(first, start() + hour + 2 * second);

    QCOMPARE(timesOf({first, later, late, again(later, start() + 2 * hour)}, start() + 2 * hour),
             (Times{.running = hour, .asleep = hour}));
}

void LedgerTest::ignoresAClockThatWasFarAhead()
{
    const auto first = running();
    const auto ahead = again(first, start() + 3000 * day);
    const auto later = stopped(first, start() + hour, start() + hour + second);

    QCOMPARE(timesOf({first, ahead, later, again(later, start() + 2 * hour)}, start() + 2 * hour),
             (Times{.running = hour, .asleep = hour}));
}

void LedgerTest::takesAnyOrderAndDuplicates()
{
    Chance chance(7);
    const auto first = running();
    const auto second2 = stopped(first, start() + hour, start() + hour + second);
    const auto third = started(second2, start() + 2 * hour, start() + 2 * hour + second);
    History history{first, second2, third, again(third, start() + 3 * hour)};
    const auto expected = timesOf(history, start() + 3 * hour);
    QCOMPARE(expected, (Times{.running = 2 * hour, .asleep = hour}));

    for (int i = 0; i < 50; ++i) {
        duplicateSome(history, chance);
        if (history.size() > 100)
            history.resize(100);
        shuffle(history, chance);
        history.push_back(again(third, start() + 3 * hour));
        for (const auto &seen : {first, second2, third})
            history.push_back(seen);
        QCOMPARE(timesOf(history, start() + 3 * hour), expected);
    }
}

void LedgerTest::endsWhenDeleted()
{
    const auto first = running();
    auto gone = again(first, start() + hour);
    gone.status = Status::Deleted;

    const History history{first, again(first, start() + hour - second), gone, again(gone, start() + 3 * hour)};
    QCOMPARE(timesOf(history, start() + day), (Times{.running = hour, .absent = 23 * hour}));
    const auto use = monthToDate(history, timeAt(start() + day), nothingElse);
    QCOMPARE(use.cost.disk, diskPerMonth(10) / 720);
    QVERIFY(!use.isAtLeast());
}

void LedgerTest::comesBackAfterARestore()
{
    const auto first = running();
    auto gone = again(first, start() + hour);
    gone.status = Status::Deleted;
    auto restored = started(first, start() + 5 * hour, start() + 5 * hour + second);
    restored.machine = u"m2"_s;
    restored.createdAt = start() + 5 * hour;

    QCOMPARE(
        timesOf({first, again(first, start() + hour - second), gone, restored, again(restored, start() + 6 * hour)},
                start() + 6 * hour),
        (Times{.running = 2 * hour, .absent = 4 * hour}));
}

void LedgerTest::doesNotKnowWhatIsMissing()
{
    auto missing = running(start() + hour);
    missing.status = Status::Missing;

    const History history{running(), again(running(), start() + hour - second), missing, again(missing, start() + day)};
    QCOMPARE(timesOf(history, start() + day), (Times{.running = hour, .unknown = 23 * hour}));
    const auto use = monthToDate(history, timeAt(start() + day), nothingElse);
    QVERIFY(use.isAtLeast());
    QCOMPARE(cents(use.cost.disk), 5); // nobody said that the disk went, too
}

void LedgerTest::countsADiskThatGrew()
{
    const auto first = running();
    auto larger = again(first, start() + 15 * day);
    larger.diskGb = 20;
    const auto costAt = [&](const History &history) {
        return monthToDate(history, timeAt(start() + 25 * day), nothingElse);
    };

    const auto watched =
        costAt({first, again(first, start() + 15 * day - second), larger, again(larger, start() + 25 * day)});
    QCOMPARE(cents(watched.cost.disk), 175); // 15 days of 10 GB, 10 days of 20 GB
    QVERIFY(!watched.isAtLeast());

    const auto unwatched = costAt({first, again(larger, start() + 25 * day)});
    QCOMPARE(cents(unwatched.cost.disk), 125);
    QCOMPARE(unwatched.unknownParts, CostParts(CostPart::Disk));
}

void LedgerTest::costsToTheCent()
{
    auto seen = running();
    seen.region = u"iad"_s;
    const auto asleep = stopped(seen, start() + 15 * day, start() + 15 * day + second);
    const History history{seen, again(seen, start() + 15 * day), asleep, again(asleep, start() + 30 * day - second)};

    const auto use =
        monthToDate(history, timeAt(start() + 30 * day - second), {.snapshotGb = 0, .dedicatedV4 = 0, .rootGb = 2});

    QCOMPARE(cents(use.cost.compute), 335); // half of $6.70
    QCOMPARE(cents(use.cost.disk), 150);
    QCOMPARE(cents(use.cost.root), 15);
    QCOMPARE(cents(use.cost.total()), 500);
    QCOMPARE(use.running, 15 * 24h);
    QCOMPARE(use.asleep, 15 * 24h - 1s);
    QCOMPARE(use.pricesFrom, QDate(2026, 10, 1));
    QVERIFY(!use.isAtLeast());
}

void LedgerTest::changesPricesInTheMiddleOfAMonth()
{
    const PriceBook book({.validFrom = QDate(2026, 11, 11),
                          .prices = {{[](PriceTable &table) -> double & { return table.diskPerGbMonth; }, 0.3}}});
    const History history{running(), again(running(), start() + 20 * day)};

    const auto use = monthToDate(history, timeAt(start() + 20 * day), nothingElse, {}, book);

    QCOMPARE(cents(use.cost.disk), 150); // ten days at $0.15, ten at $0.30
    QCOMPARE(cents(use.cost.compute), cents(computePerHour(small, u"ams"_s, book.at(QDate(2026, 11, 1))) * 480));
    QCOMPARE(use.pricesFrom, QDate(2026, 11, 11));
}

void LedgerTest::addsAddressesAndSnapshots()
{
    const History history{running(), again(running(), start() + 15 * day)};

    const auto use =
        monthToDate(history, timeAt(start() + 15 * day), {.snapshotGb = 35, .dedicatedV4 = 2, .rootGb = 2});

    QCOMPARE(cents(use.cost.snapshots), 100); // half a month of 25 GB beyond the allowance
    QCOMPARE(cents(use.cost.addresses), 200);
    QCOMPARE(use.cost.root, 0.0);
}

void LedgerTest::saysWhatItCouldNotCount()
{
    const auto now = timeAt(start() + hour);
    const auto awake = again(running(), start() + hour);
    const auto asleep = stopped(running(), start() + minute, start() + hour);
    auto withoutDisk = running();
    withoutDisk.diskGb = 0;

    const CostParts extras = CostPart::Snapshots | CostPart::Addresses;
    QCOMPARE(monthToDate({running(), awake}, now).unknownParts, extras);
    QCOMPARE(monthToDate({running(), asleep}, now).unknownParts, extras | CostPart::Root);
    QCOMPARE(monthToDate({withoutDisk, again(withoutDisk, start() + hour)}, now, nothingElse).unknownParts,
             CostParts(CostPart::Disk));
    QCOMPARE(monthToDate({running(), awake}, now, nothingElse).unknownParts, CostParts());
}

void LedgerTest::addsUpASwarm()
{
    const auto now = timeAt(start() + hour);
    auto other = running();
    other.size = large;
    const auto one = monthToDate({running(), again(running(), start() + hour)}, now, nothingElse);
    const auto two = monthToDate({other}, now, nothingElse);

    UseCost whole;
    whole += one;
    whole += two;
    whole += one;

    QCOMPARE(whole.cost.total(), one.cost.total() + two.cost.total() + one.cost.total());
    QCOMPARE(whole.uses.size(), 2u);
    QCOMPARE(whole.uses[0].running, 2h);
    QVERIFY(whole.isAtLeast());
    QCOMPARE(whole.pricesFrom, QDate(2026, 10, 1));
}

void LedgerTest::equalsASimulationBySecondsWhenWatched()
{
    qint64 checkedSeconds = 0;
    double mostDollarsOff = 0;
    for (quint32 seed = 1; seed <= lives; ++seed) {
        Chance chance(seed);
        const auto from = start() + (chance.oneIn(2) ? -5 * day : 3 * day);
        const auto to = start() + (10 + chance.below(20)) * day;
        const auto life = randomLife(chance, from, to);
        History history;
        watch(life, from, to, false, history);
        duplicateSome(history, chance);
        shuffle(history, chance);

        const auto use = monthToDate(history, timeAt(to), nothingElse);
        const auto expected = bruteForce(life, start(), to);

        const auto all = stretches(history, start(), to);
        QVERIFY(isWithoutHoles(all, start(), to));
        QCOMPARE(falselyClaimed(all, life), 0);
        QCOMPARE(use.running.count(), expected.running);
        QCOMPARE(use.asleep.count(), expected.asleep);
        QCOMPARE(use.unknown, 0ms);
        QVERIFY2(std::abs(use.cost.compute - expected.compute) < 1e-6, qPrintable(QString::number(seed)));
        QVERIFY(std::abs(use.cost.disk - expected.disk) < 1e-3); // growth is seen at the next poll
        QVERIFY(!use.isAtLeast());
        checkedSeconds += (to - start()) / second;
        mostDollarsOff = std::max(mostDollarsOff, std::abs(use.cost.compute - expected.compute));
    }
    qInfo("%d lives, %lld seconds, most dollars off in compute: %g", lives, checkedSeconds, mostDollarsOff);
}

void LedgerTest::neverClaimsWhatWasNotWhenHalfWatched()
{
    qint64 known = 0;
    qint64 unknown = 0;
    Moment allWrong = 0;
    int atLeast = 0;
    for (quint32 seed = 1; seed <= lives; ++seed) {
        Chance chance(1000 + seed);
        const auto from = start() + (chance.oneIn(2) ? -5 * day : 3 * day);
        const auto to = start() + (10 + chance.below(20)) * day;
        const auto life = randomLife(chance, from, to);
        History history;
        for (auto t = from + chance.duration(); t < to; t += chance.duration()) {
            const auto until = std::min(to, t + chance.duration());
            watch(life, t, until, chance.oneIn(3), history);
            t = until;
        }
        duplicateSome(history, chance);
        shuffle(history, chance);

        const auto all = stretches(history, start(), to);
        const auto use = monthToDate(history, timeAt(to), nothingElse);
        const auto truth = bruteForce(life, start(), to);

        QVERIFY(isWithoutHoles(all, start(), to));
        const auto wrong = falselyClaimed(all, life);
        QVERIFY2(wrong <= shortSilences(history), qPrintable(u"seed %1: %2 s"_s.arg(seed).arg(wrong / second)));
        QVERIFY(use.running.count() <= truth.running + wrong);
        QVERIFY(use.running.count() + use.unknown.count() >= truth.running - wrong);
        QVERIFY(use.asleep.count() <= truth.asleep + wrong);
        QVERIFY(use.cost.compute <= truth.compute + 0.01);
        QVERIFY(use.cost.disk <= truth.disk + 0.01);
        QVERIFY(use.unknown == 0ms || use.isAtLeast());
        allWrong += wrong;
        known += (use.running + use.asleep).count();
        unknown += use.unknown.count();
        atLeast += use.isAtLeast();
    }
    QVERIFY(known > unknown);
    QVERIFY(atLeast > 0);
    qInfo("%.1f %% of the time is known, %lld s of it wrongly", 100.0 * double(known) / double(known + unknown),
          static_cast<long long>(allWrong / second));
}

void LedgerTest::fillsHalfWatchedLivesFromSamples()
{
    double mostOff = 0;
    for (quint32 seed = 1; seed <= lives; ++seed) {
        Chance chance(2000 + seed);
        const auto from = start() - 2 * day;
        const auto to = start() + 14 * day;
        auto life = randomLife(chance, from, to);
        for (auto &phase : life) { // of one size: which size a gap had is another matter
            phase.now.size = small;
            phase.now.region = u"ams"_s;
        }
        History history;
        for (auto t = from; t < to; t += chance.duration()) {
            const auto until = std::min(to, t + chance.duration());
            watch(life, t, until, chance.oneIn(3), history);
            t = until;
        }
        UpTime up{.from = timeAt(start()), .to = timeAt(to), .step = 60s};
        up.machines.resize(1);
        for (auto t = start(); t < to; t += minute) {
            if (truthAt(life, t).status == Status::Running)
                up.machines.front().samples.push_back({.at = timeAt(t), .value = 1});
        }

        const auto use = monthToDate(history, timeAt(to), nothingElse, up);
        const auto truth = bruteForce(life, start(), to);

        QCOMPARE(use.unknown, 0ms);
        const auto allowed = static_cast<Moment>(life.size()) * minute + longestSilence.count();
        QVERIFY(std::abs(use.running.count() - truth.running) <= allowed);
        mostOff = std::max(mostOff, std::abs(use.cost.compute - truth.compute));
    }
    qInfo("most dollars off: %.4f", mostOff);
    QVERIFY(mostOff < 0.02);
}

void LedgerTest::keepsEveryField()
{
    auto seen = stopped(running(), start() + 5 * hour + 123, start() + 6 * hour + 456);
    seen.size = {.cpuKind = CpuKind::Performance, .cpus = 4, .memoryMb = 8192};
    seen.name = u"Übung \"1\"\nzwei"_s;
    const auto line = lineOf(seen);

    QCOMPARE(line.count('\n'), 1);
    QCOMPARE(linesFrom(line), (LedgerLines{.history = {seen}}));
    for (int status = 0; status <= static_cast<int>(Status::Unknown); ++status) {
        seen.status = static_cast<Status>(status);
        QCOMPARE(linesFrom(lineOf(seen)).history.front(), seen);
    }
    QCOMPARE(linesFrom(lineOf({.at = 1})).history.front(), Observation{.at = 1});
}

void LedgerTest::skipsAndCountsDamagedLines_data()
{
    QTest::addColumn<QByteArray>("line");
    const auto whole = lineOf(running());
    QTest::newRow("cut") << whole.left(whole.size() / 2);
    QTest::newRow("cut before the brace") << whole.left(whole.size() - 2);
    QTest::newRow("zeros") << QByteArray(100, '\0');
    QTest::newRow("no JSON") << "hello"_ba;
    QTest::newRow("a list") << "[1]"_ba;
    QTest::newRow("empty object") << "{}"_ba;
    QTest::newRow("no time") << R"({"schema":1,"status":"running"})"_ba;
    QTest::newRow("no status") << R"({"schema":1,"at":5})"_ba;
    QTest::newRow("time before 1970") << R"({"schema":1,"at":-5,"status":"running"})"_ba;
    QTest::newRow("negative disk") << R"({"schema":1,"at":5,"status":"running","disk_gb":-1})"_ba;
    QTest::newRow("binary") << QByteArray("\xff\xfe\x80{\"a\"");
}

void LedgerTest::skipsAndCountsDamagedLines()
{
    QFETCH(QByteArray, line);
    const auto first = running();
    const auto second2 = stopped(first, start() + hour, start() + hour);
    write(lineOf(first) + line + '\n' + lineOf(second2) + line);

    const auto records = readLedger(folder());

    QCOMPARE(records.damaged, 2);
    QCOMPARE(records.histories.value(u"id-1"_s), (History{first, second2}));
    Ledger(folder(), nullptr, clock()).prune();
    QCOMPARE(readLedger(folder()).damaged, 0);
    QCOMPARE(readLedger(folder()).histories.value(u"id-1"_s), (History{first, second2}));
}

void LedgerTest::leavesLinesOfNewerProgramsAlone()
{
    auto content = lineOf(running()) + R"({"schema":2,"when":"now"})" + "\n";
    write(content);
    Ledger ledger(folder(), nullptr, clock());

    ledger.prune();
    ledger.observe(instanceOf(running()));
    ledger.flush();

    QVERIFY(read().startsWith(content));
    const auto records = readLedger(folder());
    QCOMPARE(records.tooNew, 1);
    QCOMPARE(records.damaged, 0);
    QCOMPARE(records.histories.value(u"id-1"_s).size(), 2u);
}

void LedgerTest::keepsInstancesApartAndInTheFolder()
{
    const QStringList ids{u"a/b"_s, u"a_b"_s, u"../up"_s, u".hidden"_s, u".."_s, u"a%2Fb"_s, u"ü"_s, u"lock"_s};
    {
        Ledger ledger(folder(), nullptr, clock());
        for (const auto &id : ids) {
            auto instance = instanceOf(running());
            instance.id = id;
            ledger.observe(instance);
        }
    }

    const auto records = readLedger(folder());
    auto found = records.histories.keys();
    std::ranges::sort(found);
    auto expected = ids;
    std::ranges::sort(expected);
    QCOMPARE(found, expected);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList{u"ledger"_s});
}

void LedgerTest::writesAfterATornLine()
{
    write(lineOf(running()) + lineOf(running()).left(50));

    Ledger(folder(), nullptr, clock()).observe(instanceOf(running()));

    const auto records = readLedger(folder());
    QCOMPARE(records.damaged, 1);
    QCOMPARE(records.histories.value(u"id-1"_s).size(), 2u);
}

void LedgerTest::writesOnlyWhatChanges()
{
    InstanceStore store;
    Ledger ledger(folder(), nullptr, clock());
    ledger.follow(store);
    auto instance = instanceOf(running());
    store.put(instance);
    ledger.confirm();
    const auto before = [&] {
        ledger.flush();
        return read();
    }();

    for (int i = 0; i < 20; ++i) {
        instance.checks = i % 2 ? CheckState::Passing : CheckState::Critical; // which costs nothing
        store.put(instance);
        ledger.confirm();
    }
    ledger.flush();
    QCOMPARE(read(), before);

    m_now += minute;
    ledger.confirm();
    m_now += second;
    store.put(instanceOf(stopped(running(), m_now, m_now)));
    ledger.flush();
    const auto history = readLedger(folder()).histories.value(u"id-1"_s);
    QCOMPARE(history.size(), 3u); // and what was seen before the change
    QCOMPARE(history[1], again(history[0], m_now - second));
    QCOMPARE(history[2].status, Status::Stopped);
}

void LedgerTest::remembersWhatWasSeenLast()
{
    InstanceStore store;
    {
        Ledger ledger(folder(), nullptr, clock());
        ledger.follow(store);
        store.put(instanceOf(running()));
        m_now += 10 * minute;
        ledger.confirm();

        const auto history = ledger.history(u"id-1"_s);
        QCOMPARE(history.back().at, m_now);
        QCOMPARE(ledger.records().histories.value(u"id-1"_s), history);
        QCOMPARE(ledger.newest().value(u"id-1"_s).at, m_now);
        QCOMPARE(readLedger(folder()).histories.value(u"id-1"_s).size(), 1u);
    }

    const auto history = readLedger(folder()).histories.value(u"id-1"_s);
    QCOMPARE(history.size(), 2u);
    QCOMPARE(history.back().at, m_now);
}

void LedgerTest::doesNotTakeOldRowsForSeen()
{
    InstanceStore store;
    store.put(instanceOf(running())); // as the file on disk had it
    Ledger ledger(folder(), nullptr, clock());
    ledger.follow(store);
    QCOMPARE(ledger.history(u"id-1"_s).size(), 0u);

    m_now += hour;
    ledger.confirm();

    const auto history = ledger.history(u"id-1"_s);
    QVERIFY(!history.empty());
    QCOMPARE(history.front().at, m_now);
}

void LedgerTest::doesNotConfirmRowsOfSilentRegions()
{
    InstanceStore store;
    Ledger ledger(folder(), nullptr, clock());
    ledger.follow(store);
    auto instance = instanceOf(running());
    store.put(instance);
    ledger.confirm();
    const auto heard = m_now;

    m_now += minute;
    instance.isSilent = true;
    store.put(instance);
    ledger.confirm();
    m_now += minute;
    ledger.confirm();

    QCOMPARE(ledger.history(u"id-1"_s).back().at, heard);
    instance.isSilent = false;
    store.put(instance);
    QCOMPARE(ledger.history(u"id-1"_s).back().at, m_now);
}

void LedgerTest::writesHourly()
{
    InstanceStore store;
    Ledger ledger(folder(), nullptr, clock());
    ledger.follow(store);
    store.put(instanceOf(running()));
    for (int i = 0; i < 4 * 60; ++i) { // four hours of polls
        ledger.confirm();
        m_now += minute;
    }

    static_cast<void>(ledger.history(u"id-1"_s)); // waits
    const auto lines = read().count('\n');
    QVERIFY2(lines >= 4 && lines <= 5, qPrintable(QString::number(lines))); // a kill loses an hour at most
}

void LedgerTest::followsTheStoreToTheEnd()
{
    InstanceStore store;
    Ledger ledger(folder(), nullptr, clock());
    ledger.follow(store);
    store.replace({instanceOf(running())});
    ledger.confirm();
    m_now += 5 * minute;
    ledger.confirm();
    m_now += second;
    store.remove(u"id-1"_s);
    m_now += hour;
    ledger.confirm();

    const auto history = ledger.history(u"id-1"_s);
    QCOMPARE(history.back().status, Status::Deleted);
    QCOMPARE(history.back().at, m_now - hour);
    QCOMPARE(history[history.size() - 2].at, m_now - hour - second);
}

void LedgerTest::forgetsAfterThirteenMonths()
{
    const auto old = running(november.addMonths(-14).toMSecsSinceEpoch());
    auto kept = running(november.addMonths(-12).toMSecsSinceEpoch());
    kept.version = u"v2"_s;
    write(lineOf(old), u"old.jsonl"_s);
    write(lineOf(old) + lineOf(again(old, old.at + hour)) + lineOf(kept), u"both.jsonl"_s);
    write("not ours"_ba, u"notes.txt"_s);

    Ledger(folder(), nullptr, clock()).prune();

    QVERIFY(!QFile::exists(path(u"old.jsonl"_s)));
    const auto records = readLedger(folder());
    QCOMPARE(records.histories.keys(), QList<QString>{u"both"_s});
    QCOMPARE(records.histories.value(u"both"_s), (History{again(old, old.at + hour), kept}));
    QVERIFY(QFile::exists(path(u"notes.txt"_s)));
}

void LedgerTest::keepsHowThingsStoodWhenItForgets()
{
    auto old = running(november.addMonths(-20).toMSecsSinceEpoch());
    old.createdAt = old.updatedAt = old.startedAt = old.at;
    QByteArray content;
    for (int i = 0; i < 100; ++i)
        content += lineOf(again(old, old.at + i * hour));
    write(content + lineOf(again(old, start() + day))); // nothing has changed for twenty months

    Ledger(folder(), nullptr, clock()).prune();

    const auto history = readLedger(folder()).histories.value(u"id-1"_s);
    QCOMPARE(history.size(), 2u); // the first and the last say it all
    QCOMPARE(timesOf(history, start() + day), (Times{.running = day}));
}

void LedgerTest::saysWhenItCannotWrite()
{
    QFile file(folder()); // where the folder should be
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    Ledger ledger(folder(), nullptr, clock());
    const QSignalSpy failed(&ledger, &Ledger::failed);

    ledger.observe(instanceOf(running()));

    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.front().at(0).toString(), path());
    QVERIFY(!failed.front().at(1).toString().isEmpty());
}

void LedgerTest::survivesAKillAtAnyMoment()
{
    constexpr int kills = 30;
    qsizetype lines = 0;
    for (int kill = 0; kill < kills; ++kill) {
        QDir(folder()).removeRecursively();
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {u"--write-for-ever"_s, folder()});
        QVERIFY(child.waitForReadyRead(30'000));
        QVERIFY(!child.waitForFinished(kill % 13 * 4)); // so many milliseconds into the writing
        child.kill();
        QVERIFY(child.waitForFinished(30'000));
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);

        const auto records = readLedger(folder());

        QCOMPARE(records.damaged, 0);
        QCOMPARE(records.histories.size(), childInstances);
        for (const auto &history : records.histories) {
            int version = 0;
            for (const auto &seen : history) {
                const int next = seen.version.toInt();
                QVERIFY(next == version || next == version + 1); // nothing between is lost
                version = next;
            }
            lines += static_cast<qsizetype>(history.size());
        }
        Ledger(folder(), nullptr, clock()).observe(numbered(u"id-0"_s, 0)); // the lock of the dead holds nobody up
        QCOMPARE(readLedger(folder()).histories.value(u"id-0"_s).back().version, u"0"_s);
    }
    qInfo("%d kills, %lld whole lines", kills, static_cast<long long>(lines));
}

void LedgerTest::letsProcessesWriteTogether()
{
    std::array<QProcess, 2> children;
    for (int i = 0; i < 2; ++i)
        children.at(static_cast<std::size_t>(i))
            .start(QCoreApplication::applicationFilePath(), {u"--write-shared"_s, folder(), u"%1-"_s.arg(i)});

    int prunes = 0;
    {
        Ledger pruner(folder());
        while (children[0].state() != QProcess::NotRunning || children[1].state() != QProcess::NotRunning) {
            for (auto &child : children)
                child.waitForFinished(1);
            write(lineOf(running(1)), u"old.jsonl"_s); // so that there is something to do
            pruner.prune();
            pruner.flush();
            ++prunes;
        }
    }

    for (const auto &child : children)
        QCOMPARE(child.exitCode(), 0);
    const auto records = readLedger(folder());
    QCOMPARE(records.damaged, 0);
    QSet<QString> versions;
    for (const auto &seen : records.histories.value(u"shared"_s))
        versions << seen.version;
    QCOMPARE(versions.size(), 2 * sharedLines);
    qInfo("%d prunes meanwhile", prunes);
}

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--write-for-ever"_L1)
        return writeForEver(arguments.value(2));
    if (arguments.value(1) == "--write-shared"_L1)
        return writeShared(arguments.value(2), arguments.value(3));
    LedgerTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_ledger.moc"
