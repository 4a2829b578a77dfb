// What the desktop is told of, what happens when the user leaves, and what a month has cost.
#include "model/ledger.h"
#include "model/monthcosts.h"
#include "model/noticewatch.h"
#include "model/presence.h"
#include "tests/windowworld.h"
#include "ui/wording/noticewords.h"

#include <QFile>
#include <QSignalSpy>

using namespace swarm;
using namespace swarm::windowtest;

namespace {

//! A swarm that is watched, without a window on the screen.
struct Watched : World {
    NoticeWatch watch{store, operations, fleet, months, settings, clock};
    Presence presence{store, operations, settings, clock};
    std::vector<Notice> notices;
    std::vector<Notice> announced;

    explicit Watched(Instances instances)
        : World(std::move(instances))
    {
        QObject::connect(&watch, &NoticeWatch::raised, &watch,
                         [this](const Notice &notice) { notices.push_back(notice); });
        QObject::connect(&presence, &Presence::announced, &presence,
                         [this](const Notice &notice) { announced.push_back(notice); });
        for (const auto &instance : provider.instances)
            tokens.secrets.insert(Operations::passwordKey(instance.id), u"secret"_s);
    }
    void begin()
    {
        signIn.submit(u"token"_s);
        QTRY_COMPARE(signIn.state(), SignIn::State::SignedIn);
        fleet.start();
        poll();
    }
    void poll()
    {
        QSignalSpy refreshed(&fleet, &Fleet::refreshed);
        fleet.refresh(true);
        QTRY_VERIFY(!refreshed.isEmpty());
    }
    void fallAsleep(const QString &name, Ending::Cause cause)
    {
        for (auto &instance : provider.instances) {
            if (instance.name != name)
                continue;
            instance.status = Status::Stopped;
            instance.state = u"stopped"_s;
            instance.ending = {.cause = cause, .at = QDateTime::currentDateTimeUtc()};
            instance.updatedAt = instance.ending.at;
        }
        poll();
    }
    void open(const QString &name)
    {
        operations.open(u"id-"_s + name);
        QTRY_VERIFY(operations.isIdle());
        QVERIFY(opener.opened.contains(name));
    }
    [[nodiscard]] Status statusOf(const QString &name) const { return store.find(u"id-"_s + name)->status; }
    void choose(const std::function<void(Preferences &)> &change)
    {
        auto preferences = settings.preferences();
        change(preferences);
        settings.setPreferences(preferences);
    }
    [[nodiscard]] qsizetype count(NoticeKind kind) const { return std::ranges::count(notices, kind, &Notice::kind); }
};

Instance large(const QString &name)
{
    auto instance = instanceNamed(name);
    instance.size = {CpuKind::Shared, 2, 4096};
    return instance;
}

} // namespace

class NoticesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOnceWhyOneStopped();
    void saysNothingOfWhatIsOnlyNewToUs();
    void saysNothingOfAStopThatWasAskedFor();
    void tellsWhenOneIsReady();
    void isSilentWhileSomebodyLooks();
    void tellsOfAFailure();
    void tellsWhenOneNeedsAttention();
    void tellsOfACrashThatAnotherRunFollowed();
    void tellsOfALongRunOnceForEver();
    void tellsOnlyWhatIsWanted();

    void suspendsBeforeSleepWhatWasOpenedFromHere();
    void namesWhatItMustLeaveAlone();
    void doesNothingUnlessToldTo();
    void givesAMinuteBeforeALockTakesEffect();
    void isCalledOffByWhoComesBack();
    void keepsForAnHour();
    void actsAtOnceWhenAsked();

    void countsWhatAMonthCost();
    void tellsOfTheBudgetOncePerMark();
    void keepsPreferences();
    void makesTheBestOfAnOddFile();
    void hasWordsForEverything();
};

void NoticesTest::tellsOnceWhyOneStopped()
{
    Watched world({instanceNamed(u"thesis"_s), instanceNamed(u"blog"_s)});
    world.begin();
    world.fallAsleep(u"thesis"_s, Ending::Cause::OutOfMemory);
    world.poll();

    QCOMPARE(world.notices.size(), 1u);
    const auto &notice = world.notices.front();
    QCOMPARE(notice.kind, NoticeKind::Stopped);
    QCOMPARE(noticeTitle(notice), u"thesis stopped"_s);
    QVERIFY(noticeText(notice).contains("out of memory"_L1));
}

void NoticesTest::saysNothingOfWhatIsOnlyNewToUs()
{
    auto failed = instanceNamed(u"blog"_s, Status::Failed);
    Watched world({instanceNamed(u"thesis"_s, Status::Stopped), failed});
    world.store.put(instanceNamed(u"thesis"_s)); // as it was when the program ran last
    world.begin();
    world.poll();
    QVERIFY(world.notices.empty());
}

void NoticesTest::saysNothingOfAStopThatWasAskedFor()
{
    Watched world({instanceNamed(u"thesis"_s)});
    world.begin();
    world.operations.stop(u"id-thesis"_s);
    QTRY_COMPARE(world.statusOf(u"thesis"_s), Status::Stopped);
    QTRY_VERIFY(world.operations.isIdle());
    world.poll();
    QVERIFY(world.notices.empty());
}

void NoticesTest::tellsWhenOneIsReady()
{
    Watched world({instanceNamed(u"thesis"_s, Status::Stopped)});
    world.begin();
    world.operations.start(u"id-thesis"_s);
    QTRY_COMPARE(world.notices.size(), 1u);
    QCOMPARE(world.notices.front().kind, NoticeKind::Ready);
    QCOMPARE(noticeTitle(world.notices.front()), u"thesis is ready"_s);

    world.operations.open(u"id-thesis"_s); // the browser tells
    QTRY_VERIFY(world.operations.isIdle());
    QCOMPARE(world.notices.size(), 1u);
}

void NoticesTest::isSilentWhileSomebodyLooks()
{
    Watched world({instanceNamed(u"thesis"_s)});
    world.begin();
    world.watch.setWatched(true);
    world.fallAsleep(u"thesis"_s, Ending::Cause::OutOfMemory);
    QVERIFY(world.notices.empty());
}

void NoticesTest::tellsOfAFailure()
{
    Watched world({instanceNamed(u"thesis"_s, Status::Stopped)});
    world.begin();
    world.provider.commandError = Error{.code = ErrorCode::CapacityRegion, .httpStatus = 503};
    world.operations.start(u"id-thesis"_s);
    QTRY_COMPARE(world.notices.size(), 1u);
    QCOMPARE(world.notices.front().kind, NoticeKind::Failed);
    QCOMPARE(noticeTitle(world.notices.front()), u"Could not start thesis"_s);
    QVERIFY(!noticeText(world.notices.front()).isEmpty());
}

void NoticesTest::tellsWhenOneNeedsAttention()
{
    Watched world({instanceNamed(u"thesis"_s)});
    world.begin();
    world.provider.instances[0].status = Status::Failed;
    world.provider.instances[0].state = u"failed"_s;
    world.poll();
    world.poll();
    QCOMPARE(world.count(NoticeKind::Failed), 1);
    world.provider.instances[0] = instanceNamed(u"thesis"_s);
    world.poll();
    world.provider.instances[0].status = Status::Failed;
    world.poll();
    QCOMPARE(world.count(NoticeKind::Failed), 2); // it was well in between
}

void NoticesTest::tellsOfACrashThatAnotherRunFollowed()
{
    auto before = instanceNamed(u"thesis"_s);
    before.ending = {.cause = Ending::Cause::Crashed, .exitCode = 1, .at = QDateTime::currentDateTimeUtc().addDays(-1)};
    Watched world({before});
    world.begin();
    QVERIFY(world.notices.empty()); // that was yesterday
    auto &now = world.provider.instances[0];
    now.ending = {.cause = Ending::Cause::OutOfMemory, .at = QDateTime::currentDateTimeUtc()};
    now.updatedAt = now.startedAt = now.ending.at;
    now.status = Status::Starting; // the list tells of it, and a closer look why
    now.state = u"starting"_s;
    world.poll();
    world.poll();
    QCOMPARE(world.count(NoticeKind::Failed), 1);
    QCOMPARE(noticeTitle(world.notices.back()), u"thesis ran out of memory"_s);
}

void NoticesTest::tellsOfALongRunOnceForEver()
{
    auto instance = instanceNamed(u"thesis"_s);
    instance.startedAt = QDateTime::currentDateTimeUtc().addSecs(-13 * 3600);
    Watched world({instance});
    world.begin();
    world.poll();
    QCOMPARE(world.count(NoticeKind::LongRun), 1);

    NoticeWatch nextStart(world.store, world.operations, world.fleet, world.months, world.settings, world.clock);
    QSignalSpy again(&nextStart, &NoticeWatch::raised);
    world.poll();
    QVERIFY(again.isEmpty());

    world.provider.instances[0].startedAt = QDateTime::currentDateTimeUtc().addSecs(-12 * 3600 - 60); // another run
    world.fleet.setSelected(u"id-thesis"_s); // only a closer look tells of a start
    world.poll();
    QCOMPARE(world.count(NoticeKind::LongRun), 2);
}

void NoticesTest::tellsOnlyWhatIsWanted()
{
    Watched world({instanceNamed(u"thesis"_s)});
    world.choose([](Preferences &preferences) { preferences.muted = {NoticeKind::Stopped}; });
    world.begin();
    world.fallAsleep(u"thesis"_s, Ending::Cause::OutOfMemory);
    QCOMPARE(world.count(NoticeKind::Stopped), 0);
}

void NoticesTest::suspendsBeforeSleepWhatWasOpenedFromHere()
{
    Watched world({instanceNamed(u"thesis"_s), instanceNamed(u"blog"_s)});
    world.begin();
    world.open(u"thesis"_s);
    world.presence.leave(Occasion::Sleep);
    QTRY_COMPARE(world.statusOf(u"thesis"_s), Status::Suspended);
    QTRY_VERIFY(world.operations.isIdle());
    QCOMPARE(world.statusOf(u"blog"_s), Status::Running); // somebody else's, or opened elsewhere
    QVERIFY(world.presence.opened().isEmpty());
    QCOMPARE(world.announced.size(), 1u);
    QCOMPARE(noticeTitle(world.announced.front()), u"Suspending thesis"_s);
}

void NoticesTest::namesWhatItMustLeaveAlone()
{
    Watched world({large(u"thesis"_s), instanceNamed(u"blog"_s)});
    world.begin();
    world.open(u"thesis"_s);
    world.open(u"blog"_s);
    world.presence.leave(Occasion::Sleep);
    QTRY_COMPARE(world.statusOf(u"blog"_s), Status::Suspended);
    QTRY_VERIFY(world.operations.isIdle());
    QCOMPARE(world.statusOf(u"thesis"_s), Status::Running);
    QCOMPARE(world.announced.front().leftAlone, QStringList{u"thesis"_s});
    QVERIFY(noticeText(world.announced.front()).contains("thesis"_L1));

    world.choose([](Preferences &preferences) { preferences.setAction(Occasion::Quit, LeaveAction::Stop); });
    world.presence.leave(Occasion::Quit);
    QTRY_COMPARE(world.statusOf(u"thesis"_s), Status::Stopped); // stopping is always possible
    QTRY_VERIFY(world.operations.isIdle());
}

void NoticesTest::doesNothingUnlessToldTo()
{
    Watched world({instanceNamed(u"thesis"_s)});
    world.begin();
    world.open(u"thesis"_s);
    for (const auto occasion : {Occasion::Lock, Occasion::LongIdle, Occasion::Quit})
        world.presence.leave(occasion);
    QVERIFY(world.announced.empty());
    QVERIFY(world.operations.isIdle());
}

void NoticesTest::givesAMinuteBeforeALockTakesEffect()
{
    Watched world({instanceNamed(u"thesis"_s)});
    world.choose([](Preferences &preferences) { preferences.setAction(Occasion::Lock, LeaveAction::Suspend); });
    world.begin();
    world.open(u"thesis"_s);
    world.presence.leave(Occasion::Lock);
    world.presence.leave(Occasion::Lock); // two sources may tell of the same
    QCOMPARE(world.announced.size(), 1u);
    QCOMPARE(world.announced.front().seconds, 60);
    QCOMPARE(noticeTitle(world.announced.front()), u"About to suspend thesis"_s);
    QCOMPARE(world.statusOf(u"thesis"_s), Status::Running);
    QVERIFY(world.operations.isIdle());
    QTRY_COMPARE(world.statusOf(u"thesis"_s), Status::Suspended);
    QTRY_VERIFY(world.operations.isIdle());
}

void NoticesTest::isCalledOffByWhoComesBack()
{
    Watched world({instanceNamed(u"thesis"_s)});
    world.choose([](Preferences &preferences) { preferences.setAction(Occasion::LongIdle, LeaveAction::Suspend); });
    world.begin();
    world.open(u"thesis"_s);
    QSignalSpy calledOff(&world.presence, &Presence::calledOff);
    world.presence.leave(Occasion::LongIdle);
    world.presence.comeBack();
    QCOMPARE(calledOff.size(), 1);
    QTest::qWait(static_cast<int>(world.clock.scaled(2 * Presence::grace).count()));
    QCOMPARE(world.statusOf(u"thesis"_s), Status::Running);
}

void NoticesTest::keepsForAnHour()
{
    Watched world({instanceNamed(u"thesis"_s)});
    world.choose([](Preferences &preferences) { preferences.setAction(Occasion::Lock, LeaveAction::Suspend); });
    world.begin();
    world.open(u"thesis"_s);
    world.presence.leave(Occasion::Lock);
    world.presence.keep();
    QTest::qWait(static_cast<int>(world.clock.scaled(2 * Presence::grace).count()));
    QCOMPARE(world.statusOf(u"thesis"_s), Status::Running);
    QCOMPARE(world.announced.size(), 1u);
}

void NoticesTest::actsAtOnceWhenAsked()
{
    Watched world({instanceNamed(u"thesis"_s)});
    world.choose([](Preferences &preferences) { preferences.setAction(Occasion::Lock, LeaveAction::Stop); });
    world.begin();
    world.open(u"thesis"_s);
    world.presence.leave(Occasion::Lock);
    world.presence.act();
    QVERIFY(!world.operations.isIdle());
    QTRY_COMPARE(world.statusOf(u"thesis"_s), Status::Stopped);
    QTRY_VERIFY(world.operations.isIdle());
}

void NoticesTest::countsWhatAMonthCost()
{
    Watched world({instanceNamed(u"thesis"_s)});
    world.begin();
    Ledger ledger(world.folder.filePath(u"ledger"_s));
    ledger.follow(world.store);
    ledger.confirm();
    auto &months = world.months;
    QVERIFY(!months.isKnown());
    months.setLedger(&ledger);
    QTRY_VERIFY(months.isKnown());
    QVERIFY(months.all().contains(u"id-thesis"_s));

    const auto *shown = world.table()->model();
    const auto cell = shown->index(0, InstanceModel::Month).data().toString();
    QVERIFY2(cell.contains(u'$'), qPrintable(cell));

    months.setLedger(nullptr);
    QVERIFY(!months.isKnown());
    QCOMPARE(shown->index(0, InstanceModel::Month).data().toString(), u"–"_s);
}

void NoticesTest::tellsOfTheBudgetOncePerMark()
{
    Watched world({instanceNamed(u"thesis"_s)});
    world.choose([](Preferences &preferences) { preferences.monthlyBudget = 0.000001; });
    world.begin();
    auto old = instanceNamed(u"thesis"_s);
    const auto now = QDateTime::currentDateTimeUtc();
    old.createdAt = old.startedAt = old.updatedAt = now.addSecs(-7200);
    old.size = {CpuKind::Performance, 16, 32768}; // so that budgets differ by cents
    {
        Ledger ledger(world.folder.filePath(u"ledger"_s), nullptr, [&] { return now.addSecs(-3600); });
        ledger.observe(old);
        ledger.flush();
    }
    Ledger ledger(world.folder.filePath(u"ledger"_s));
    ledger.observe(old);
    ledger.flush();
    world.months.setLedger(&ledger);
    QTRY_VERIFY(world.months.isKnown());
    QCOMPARE(world.count(NoticeKind::Budget), 1); // of two marks passed at once, the higher one
    QCOMPARE(world.notices.back().percent, 100);
    QVERIFY(world.notices.back().spent > 0);

    world.choose([](Preferences &preferences) { preferences.longRunHours = 13; }); // asks again
    QCOMPARE(world.count(NoticeKind::Budget), 1);
    const double spent = world.months.whole().cost.total();
    world.choose([&](Preferences &preferences) { preferences.monthlyBudget = spent / 0.9; });
    QCOMPARE(world.count(NoticeKind::Budget), 2);
    QCOMPARE(world.notices.back().percent, 80);
    world.choose([&](Preferences &preferences) { preferences.monthlyBudget = spent / 0.5; });
    QCOMPARE(world.count(NoticeKind::Budget), 2); // there is enough left
}

void NoticesTest::keepsPreferences()
{
    QTemporaryDir folder;
    const auto file = folder.filePath(u"test.conf"_s);
    Preferences wanted;
    wanted.appearance = Preferences::Appearance::Dark;
    wanted.closesToTray = false;
    wanted.startsHidden = true;
    wanted.pollSeconds = 7;
    wanted.hiddenPollSeconds = 70;
    wanted.muted = {NoticeKind::Ready, NoticeKind::Budget};
    wanted.longRunHours = 3;
    wanted.monthlyBudget = 25;
    wanted.setAction(Occasion::Sleep, LeaveAction::Nothing);
    wanted.setAction(Occasion::Quit, LeaveAction::Stop);
    wanted.longIdleMinutes = 15;
    {
        Settings settings(file);
        QCOMPARE(settings.preferences(), Preferences());
        QSignalSpy changed(&settings, &Settings::preferencesChanged);
        settings.setPreferences(wanted);
        settings.setPreferences(wanted);
        QCOMPARE(changed.size(), 1);
    }
    QCOMPARE(Settings(file).preferences(), wanted);
}

void NoticesTest::makesTheBestOfAnOddFile()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"test.conf"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[window]\nappearance=purple\n[polling]\nseconds=0\nhidden_seconds=soon\n"
               "[notices]\noff=ready, nonsense\nmonthly_budget=-5\nlong_run_hours=99999\n[leaving]\nsleep=explode\n");
    file.close();
    const Settings settings(file.fileName());
    const auto &read = settings.preferences();
    QCOMPARE(read.appearance, Preferences::Appearance::System);
    QCOMPARE(read.pollSeconds, pollRange.least);
    QCOMPARE(read.hiddenPollSeconds, Preferences().hiddenPollSeconds);
    QCOMPARE(read.muted, QSet<NoticeKind>{NoticeKind::Ready});
    QCOMPARE(read.monthlyBudget, 0.0);
    QCOMPARE(read.longRunHours, longRunRange.most);
    QCOMPARE(read.actionOn(Occasion::Sleep), LeaveAction::Suspend);
}

void NoticesTest::hasWordsForEverything()
{
    QSet<QString> kinds;
    for (const auto kind : allNoticeKinds)
        kinds.insert(noticeKindText(kind));
    QCOMPARE(kinds.size(), static_cast<qsizetype>(allNoticeKinds.size()));
    QSet<QString> occasions;
    for (const auto occasion : allOccasions) {
        occasions.insert(occasionText(occasion));
        const Notice notice{
            .kind = NoticeKind::Leaving, .occasion = occasion, .action = LeaveAction::Stop, .names = {u"a"_s}};
        QVERIFY(!noticeText(notice).isEmpty());
    }
    QCOMPARE(occasions.size(), static_cast<qsizetype>(allOccasions.size()));
    const Notice budget{.kind = NoticeKind::Budget, .spent = 8, .budget = 10, .percent = 80};
    QCOMPARE(noticeTitle(budget), u"80 % of this month's budget is used"_s);
    QCOMPARE(noticeText(budget), u"About $8.00 of $10.00 so far, without snapshots and addresses."_s);
}

QTEST_MAIN(NoticesTest)
#include "tst_notices.moc"
