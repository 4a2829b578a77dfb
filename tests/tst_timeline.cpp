#include "fly/machineevents.h"
#include "model/fleet.h"
#include "tests/windowworld.h"
#include "ui/timelineview.h"
#include "ui/wording/eventwords.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTabWidget>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;
using namespace swarm;
using namespace swarm::windowtest;

namespace {

const QDateTime noon(QDate(2026, 9, 21), QTime(12, 0), Qt::UTC);
const QDateTime yesterday = noon.addDays(-1);

//! An event as Fly.io writes it, some seconds after noon.
QJsonObject eventAt(int seconds, const QString &type, const QString &status, const QString &source,
                    const QJsonObject &request = {})
{
    QJsonObject json{{u"type"_s, type},
                     {u"status"_s, status},
                     {u"source"_s, source},
                     {u"timestamp"_s, noon.addSecs(seconds).toMSecsSinceEpoch()}};
    if (!request.isEmpty())
        json.insert(u"request"_s, request);
    return json;
}

QJsonObject exitAt(int seconds, int code, bool isOutOfMemory, bool isRequested, bool isRestarting)
{
    const QJsonObject exit{{u"exit_code"_s, code},
                           {u"oom_killed"_s, isOutOfMemory},
                           {u"requested_stop"_s, isRequested},
                           {u"restarting"_s, isRestarting}};
    return eventAt(seconds, u"exit"_s, u"stopped"_s, u"flyd"_s, {{u"exit_event"_s, exit}});
}

QJsonObject stopped(int seconds)
{
    return exitAt(seconds, 0, false, true, false);
}

QJsonObject starting(int seconds, const QString &source = u"flyd"_s)
{
    return eventAt(seconds, u"start"_s, u"starting"_s, source);
}

QJsonObject started(int seconds)
{
    return eventAt(seconds, u"start"_s, u"started"_s, u"flyd"_s);
}

QJsonObject stopping(int seconds, const QString &source)
{
    return eventAt(seconds, u"stop"_s, u"stopping"_s, source);
}

QJsonObject updating(int seconds)
{
    return eventAt(seconds, u"update"_s, u"replacing"_s, u"user"_s);
}

Operation operation(Verb verb, int from, int to, Operation::State state = Operation::State::Succeeded)
{
    return {.id = 1,
            .verb = verb,
            .instance = u"id-box"_s,
            .name = u"box"_s,
            .state = state,
            .startedAt = noon.addSecs(from),
            .endedAt = noon.addSecs(to)};
}

using Deeds = std::vector<Operation>;

//! Events oldest first, as a story is read.
Instance withEvents(const QJsonArray &story, IdleRule idle = {.action = IdleRule::Action::Suspend})
{
    QJsonArray newestFirst;
    for (const auto &one : story)
        newestFirst.prepend(one);
    auto instance = instanceNamed(u"box"_s);
    instance.idle = idle;
    instance.events = machineEventsFrom(newestFirst);
    return instance;
}

QStringList storyOf(const Instance &instance, const Deeds &operations, const QDateTime &knownSince)
{
    QStringList story;
    for (const auto &happening : timelineOf(instance, operations, knownSince) | std::views::reverse)
        story += happeningText(happening, instance.idle);
    return story;
}

QStringList shownTexts(const QWidget &view, const QString &name)
{
    QStringList all;
    for (const auto *label : view.findChildren<QLabel *>(name)) {
        if (label->isVisible())
            all += label->text();
    }
    return all;
}

} // namespace

Q_DECLARE_METATYPE(Deeds)

class TimelineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsWhatHappenedAndWhy_data();
    void tellsWhatHappenedAndWhy();
    void tellsTheNewestFirst();
    void readsTheExitInBothPlaces();
    void blamesOnlyTheOperationOfThatTime_data();
    void blamesOnlyTheOperationOfThatTime();
    void doesNotSayWhoOfATimeBeforeTheProgramBegan();
    void leavesOutOperationsOfOtherInstances();
    void keepsEventsWhenAListTellsNone();
    void forgetsTheEventsOfAnotherMachine();
    void showsDaysTimesAndSentences();
    void followsTheInstance();
    void remembersOperationsThatWereDismissed();
    void standsBelowTheOperationsOfTheInstance();
    void namesDays();
};

void TimelineTest::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TimelineTest::tellsWhatHappenedAndWhy_data()
{
    QTest::addColumn<QJsonArray>("events");
    QTest::addColumn<IdleRule>("idle");
    QTest::addColumn<Deeds>("operations");
    QTest::addColumn<QStringList>("story");
    const IdleRule suspends{.action = IdleRule::Action::Suspend};
    const IdleRule stops{.action = IdleRule::Action::Stop};
    const IdleRule stopsAfter{.action = IdleRule::Action::StopAfter, .after = std::chrono::minutes(30)};
    const IdleRule never{.action = IdleRule::Action::Never};
    const auto launch = eventAt(0, u"launch"_s, u"created"_s, u"user"_s);
    const auto suspending = eventAt(100, u"suspend"_s, u"suspending"_s, u"flyd"_s);
    const auto suspended = eventAt(101, u"suspend"_s, u"suspended"_s, u"flyd"_s);
    const Deeds none;

    QTest::newRow("nothing") << QJsonArray{} << suspends << none << QStringList{};
    QTest::newRow("created by us") << QJsonArray{launch, starting(40), started(41)} << suspends
                                   << Deeds{operation(Verb::Create, -5, 50)} << QStringList{u"Created by you"_s};
    QTest::newRow("could not be launched") << QJsonArray{launch, eventAt(3, u"launch"_s, u"launch_failed"_s, u"flyd"_s)}
                                           << suspends << none << QStringList{u"Fly.io could not start its machine"_s};
    QTest::newRow("slept for idleness and was woken")
        << QJsonArray{suspending, suspended, starting(200), started(201)} << suspends << none
        << QStringList{u"Suspended because nobody was connected"_s, u"Woken by a visit to its address"_s};
    QTest::newRow("woken by the proxy, which says so")
        << QJsonArray{starting(200, u"proxy"_s), started(201)} << suspends << none
        << QStringList{u"Woken by a visit to its address"_s};
    QTest::newRow("the first that is known is a start")
        << QJsonArray{starting(200), started(201)} << suspends << none << QStringList{u"Started by Fly.io"_s};
    QTest::newRow("stopped for idleness") << QJsonArray{stopping(10, u"flyd"_s), stopped(12)} << stops << none
                                          << QStringList{u"Stopped because nobody was connected"_s};
    QTest::newRow("stopped by the provider although there is no rule")
        << QJsonArray{stopping(10, u"flyd"_s), stopped(12)} << never << none << QStringList{u"Stopped by Fly.io"_s};
    QTest::newRow("the editor stopped itself") << QJsonArray{exitAt(12, 0, false, false, false)} << stopsAfter << none
                                               << QStringList{u"Stopped because nobody had used it for 30 min"_s};
    QTest::newRow("the editor quit") << QJsonArray{exitAt(12, 0, false, false, false)} << never << none
                                     << QStringList{u"The editor quit, so it stopped"_s};
    QTest::newRow("out of memory") << QJsonArray{exitAt(12, 137, true, false, false)} << suspends << none
                                   << QStringList{u"Ran out of memory and stopped"_s};
    QTest::newRow("out of memory and back")
        << QJsonArray{exitAt(12, 137, true, false, true), starting(13), started(14)} << suspends << none
        << QStringList{u"Ran out of memory and was started again"_s};
    QTest::newRow("out of memory while it was stopped")
        << QJsonArray{stopping(10, u"user"_s), exitAt(12, 137, true, false, false)} << suspends
        << Deeds{operation(Verb::Stop, 9, 14)} << QStringList{u"Stopped by you"_s, u"Ran out of memory and stopped"_s};
    QTest::newRow("crashed and back") << QJsonArray{exitAt(12, 3, false, false, true), starting(13), started(14)}
                                      << suspends << none
                                      << QStringList{u"Crashed with exit code 3 and was started again"_s};
    QTest::newRow("crashed, and later a visit")
        << QJsonArray{exitAt(12, 1, false, false, false), starting(900), started(901)} << suspends << none
        << QStringList{u"Crashed with exit code 1 and stopped"_s, u"Woken by a visit to its address"_s};
    QTest::newRow("moved") << QJsonArray{eventAt(5, u"migrate"_s, u"migrated"_s, u"flyd"_s), starting(6), started(7)}
                           << suspends << none << QStringList{u"Moved by Fly.io to other hardware"_s};
    QTest::newRow("resized by us") << QJsonArray{updating(5), exitAt(7, 0, false, true, true), starting(8), started(9)}
                                   << suspends << Deeds{operation(Verb::Resize, 4, 20)}
                                   << QStringList{u"Resized box"_s};
    QTest::newRow("updated and started elsewhere")
        << QJsonArray{updating(5), starting(60, u"user"_s), started(61)} << suspends << none
        << QStringList{u"Updated by someone else, or by another program"_s,
                       u"Started by someone else, or by another program"_s};
    QTest::newRow("an update taken back")
        << QJsonArray{updating(5), eventAt(8, u"revert"_s, u"replacing"_s, u"flyd"_s), starting(9), started(10)}
        << suspends << Deeds{operation(Verb::Resize, 4, 20, Operation::State::Failed)}
        << QStringList{u"Could not resize box"_s, u"Fly.io took the last update back"_s};
    QTest::newRow("restarted by us") << QJsonArray{eventAt(5, u"restart"_s, u"restarting"_s, u"user"_s),
                                                   exitAt(6, 0, false, true, true), starting(7), started(8)}
                                     << suspends << Deeds{operation(Verb::Restart, 4, 20)}
                                     << QStringList{u"Restarted by you"_s};
    QTest::newRow("started and stopped by us")
        << QJsonArray{starting(5, u"user"_s), started(6), stopping(100, u"user"_s), stopped(101)} << suspends
        << Deeds{operation(Verb::Open, 4, 10), operation(Verb::Stop, 99, 102)}
        << QStringList{u"Started by you"_s, u"Stopped by you"_s};
    QTest::newRow("stopped elsewhere") << QJsonArray{stopping(100, u"user"_s), stopped(101)} << suspends << none
                                       << QStringList{u"Stopped by someone else, or by another program"_s};
    QTest::newRow("stopped out of its sleep")
        << QJsonArray{suspending, suspended, stopping(300, u"user"_s)} << suspends
        << Deeds{operation(Verb::Stop, 299, 301)}
        << QStringList{u"Suspended because nobody was connected"_s, u"Stopped by you"_s};
    QTest::newRow("removed elsewhere") << QJsonArray{eventAt(5, u"destroy"_s, u"destroying"_s, u"user"_s),
                                                     eventAt(6, u"destroy"_s, u"destroyed"_s, u"flyd"_s)}
                                       << suspends << none
                                       << QStringList{
                                              u"Its machine was removed by someone else, or by another program"_s};
    QTest::newRow("an operation that leaves no event")
        << QJsonArray{starting(5, u"user"_s), started(6)} << suspends << Deeds{operation(Verb::Snapshot, 50, 60)}
        << QStringList{u"Started by someone else, or by another program"_s, u"Took a snapshot of box"_s};
    QTest::newRow("something new") << QJsonArray{eventAt(5, u"defrost"_s, u"ok"_s, u"flyd"_s)} << suspends << none
                                   << QStringList{u"Fly.io reports: defrost"_s};
}

void TimelineTest::tellsWhatHappenedAndWhy()
{
    QFETCH(QJsonArray, events);
    QFETCH(IdleRule, idle);
    QFETCH(Deeds, operations);
    QFETCH(QStringList, story);
    for (std::size_t i = 0; i < operations.size(); ++i)
        operations[i].id = static_cast<int>(i) + 1;

    QCOMPARE(storyOf(withEvents(events, idle), operations, yesterday), story);
}

void TimelineTest::tellsTheNewestFirst()
{
    const auto instance = withEvents({starting(5, u"user"_s), started(6), exitAt(50, 1, false, false, false)});

    const auto told = timelineOf(instance, {operation(Verb::Snapshot, 25, 30)}, yesterday);

    QCOMPARE(told.size(), 3U);
    QVERIFY(std::ranges::is_sorted(told, std::ranges::greater(), &Happening::at));
    QCOMPARE(told[1].what, Happening::What::Operation);
}

void TimelineTest::readsTheExitInBothPlaces()
{
    const QJsonObject exit{{u"exit_code"_s, 137}, {u"oom_killed"_s, true}};
    const auto wrapped =
        eventAt(5, u"exit"_s, u"stopped"_s, u"flyd"_s, {{u"MonitorEvent"_s, QJsonObject{{u"exit_event"_s, exit}}}});

    const auto events = machineEventsFrom({wrapped});

    QCOMPARE(events.size(), 1);
    QCOMPARE(events.first().cause, Ending::Cause::OutOfMemory);
    QCOMPARE(events.first().exitCode, 137);
    QCOMPARE(events.first().at, noon.addSecs(5));
}

void TimelineTest::blamesOnlyTheOperationOfThatTime_data()
{
    QTest::addColumn<Verb>("verb");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<bool>("isUs");
    QTest::newRow("during it") << Verb::Stop << 90 << 110 << true;
    QTest::newRow("the clocks differ a little") << Verb::Stop << 110 << 120 << true;
    QTest::newRow("long before") << Verb::Stop << 0 << 20 << false;
    QTest::newRow("long after") << Verb::Stop << 200 << 220 << false;
    QTest::newRow("of another kind") << Verb::Open << 90 << 110 << false;
    QTest::newRow("a change that restarts") << Verb::Resize << 90 << 110 << true;
    QTest::newRow("a name does not stop anything") << Verb::Rename << 90 << 110 << false;
}

void TimelineTest::blamesOnlyTheOperationOfThatTime()
{
    QFETCH(Verb, verb);
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(bool, isUs);
    const auto instance = withEvents({stopping(100, u"user"_s)});

    const auto told = timelineOf(instance, {operation(verb, from, to)}, yesterday);

    const auto stop = std::ranges::find(told, Happening::What::Stopped, &Happening::what);
    QVERIFY(stop != told.end());
    QCOMPARE(stop->by == Happening::By::Us, isUs);
}

void TimelineTest::doesNotSayWhoOfATimeBeforeTheProgramBegan()
{
    const auto instance = withEvents({starting(5, u"user"_s), started(6)});

    QCOMPARE(storyOf(instance, {}, noon.addSecs(3600)), QStringList{u"Started on request"_s});
}

void TimelineTest::leavesOutOperationsOfOtherInstances()
{
    auto other = operation(Verb::Start, 4, 10);
    other.instance = u"id-other"_s;

    QCOMPARE(storyOf(withEvents({starting(5, u"user"_s), started(6)}), {other}, yesterday),
             QStringList{u"Started by someone else, or by another program"_s});
}

void TimelineTest::keepsEventsWhenAListTellsNone()
{
    const auto known = withEvents({starting(5), started(6)});
    auto listed = known;
    listed.events = {};
    listed.updatedAt = noon;

    QCOMPARE(merged(known, listed).events, known.events);
}

void TimelineTest::forgetsTheEventsOfAnotherMachine()
{
    const auto known = withEvents({starting(5), started(6)});
    auto listed = known;
    listed.machine = u"another"_s;
    listed.events = {};

    QVERIFY(merged(known, listed).events.isEmpty());
}

void TimelineTest::showsDaysTimesAndSentences()
{
    World world;
    TimelineView view(world.services);
    const auto instance = withEvents({exitAt(-24 * 3600, 3, false, false, true), starting(0), started(1)});

    view.setInstance(instance, noon.addSecs(600));
    view.show();

    QCOMPARE(shownTexts(view, u"happeningText"_s),
             (QStringList{u"Woken by a visit to its address"_s, u"Crashed with exit code 3 and was started again"_s}));
    QCOMPARE(shownTexts(view, u"happeningDay"_s), (QStringList{u"Today"_s, u"Yesterday"_s}));
    QCOMPARE(shownTexts(view, u"happeningTime"_s).constFirst(), timeOfDayText(noon));
    QVERIFY(shownTexts(view, u"noTimeline"_s).isEmpty());
}

void TimelineTest::followsTheInstance()
{
    World world;
    TimelineView view(world.services);
    view.show();
    view.setInstance(withEvents({starting(0), started(1), exitAt(50, 3, false, false, false)}), noon);
    QCOMPARE(shownTexts(view, u"happeningText"_s).size(), 2);

    view.setInstance(instanceNamed(u"other"_s), noon);

    QVERIFY(shownTexts(view, u"happeningText"_s).isEmpty());
    QCOMPARE(shownTexts(view, u"noTimeline"_s).size(), 1);
}

void TimelineTest::remembersOperationsThatWereDismissed()
{
    World world({instanceNamed(u"box"_s)});
    world.signInAndShow();
    TimelineView view(world.services);
    view.setInstance(world.provider.instances.front(), world.clock.now());
    view.show();

    const auto id = world.operations.suspend(u"id-box"_s);
    QTRY_VERIFY(!world.operations.find(id)->isRunning());
    world.operations.dismiss(id);

    QCOMPARE(shownTexts(view, u"happeningText"_s), QStringList{u"Suspended box"_s});
}

void TimelineTest::standsBelowTheOperationsOfTheInstance()
{
    World world({withEvents({starting(0, u"user"_s), started(1)})});
    world.signInAndShow();
    world.window.selectInstance(u"id-box"_s);

    world.find<QTabWidget>(u"tabs"_s)->setCurrentIndex(1);

    auto *timeline = world.find(u"timeline"_s);
    QTRY_COMPARE(shownTexts(*timeline, u"happeningText"_s), QStringList{u"Started on request"_s});
}

void TimelineTest::namesDays()
{
    const QDate today(2026, 9, 21);

    QCOMPARE(dayText(today, today), u"Today"_s);
    QCOMPARE(dayText(today.addDays(-1), today), u"Yesterday"_s);
    QCOMPARE(dayText(today.addDays(-7), today), u"Monday, 14 September"_s);
    QCOMPARE(dayText(today.addYears(-1), today), u"21 September 2025"_s);
}

QTEST_MAIN(TimelineTest)
#include "tst_timeline.moc"
