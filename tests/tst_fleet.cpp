#include "model/fleet.h"
#include "model/instancestore.h"
#include "tests/scriptedprovider.h"
#include "tests/waitfor.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace swarm;

namespace {

const QDateTime noon(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC);

Instance running(const QString &name)
{
    return {.id = u"id-"_s + name,
            .name = name,
            .app = name,
            .machine = u"machine-"_s + name,
            .version = u"v1"_s,
            .region = u"ams"_s,
            .state = u"started"_s,
            .status = Status::Running,
            .url = QUrl(u"https://%1.fly.dev"_s.arg(name)),
            .updatedAt = noon};
}

//! The instance `box`, as one of several machines tells it.
Instance onMachine(const QString &machine, const QDateTime &createdAt)
{
    auto instance = running(u"box"_s);
    instance.machine = machine;
    instance.version = u"version-of-"_s + machine;
    instance.createdAt = createdAt;
    return instance;
}

Error offline()
{
    return {.code = ErrorCode::NetworkConnectionFailed};
}

//! Everything is far away but the pace that a test is about.
constexpr Fleet::Pace never{.normal = 1000h, .changing = 1000h, .hidden = 1000h, .longest = 1000h, .fullList = 1000h};

} // namespace

class FleetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void hasThePacesOfTheContract();
    void asksForEverythingFirstThenForChanges();
    void asksForEverythingAgainWhenItIsTime();
    void asksForEverythingAfterANetworkFailure();
    void repeatsAFullListThatFailed();
    void pollsAtItsPace();
    void hurriesWhileSomethingChanges();
    void takesItsTimeWhileHidden();
    void pollsAtOnceWhenShownAgain();
    void doesNothingWhilePaused();
    void refreshesEvenWhilePaused();
    void asksForEverythingWhenResumed();
    void oneRefreshIsOnePoll();
    void aRefreshDuringAPollIsNotLost();
    void startingAndRefreshingIsOnePoll();
    void waitsLongerAndLongerWhileItFails();
    void waitsAsLongAsTheServerAsks();
    void returnsToItsPaceAfterAFailure();
    void tellsOfFailuresAndWhenItLastKnew();
    void keepsRowsWhenAPollFails();

    void makesTwoRequestsWhenNothingChanged();
    void inspectsARowWhoseStateChangedOnce();
    void inspectsARowWhoseVersionChanged();
    void inspectsARowThatIsBackInItsState();
    void inspectsARowWhoseHostMayBeBack();
    void inspectsNewRows();
    void inspectsTheSelectedRowWithEachPoll();
    void inspectsARowWhenItIsSelected();
    void inspectsManyChangesOverSeveralPolls();
    void survivesAFailedInspection();
    void repeatsAFailedInspection();
    void doesNotRepeatAnInspectionThatIsRefused();
    void doesNotTakeOldNewsFromAnInspection();

    void mergesTheNewestWord();
    void ignoresOlderNews();
    void believesAnotherMachineWhateverItsAge();
    void forgetsChecksOfAStateThatIsOver();
    void keepsTheDigestOfTheSameImage();
    void takesDisksFromTheVolumes();
    void showsTheMachineMadeLast_data();
    void showsTheMachineMadeLast();
    void staysOnTheMachineMadeLast();
    void returnsToTheMachineOfBefore_data();
    void returnsToTheMachineOfBefore();
    void forgetsWhatWasAboutAnotherMachine();
    void followsAMachineThatMigrates();
    void doesNotTakeAMigratedMachineForAnInstance();
    void takesTheNewerWordWherePagesOverlap();
    void believesThatItIsGoneWherePagesOverlap();

    void keepsRowsOfSilentRegionsGreyed();
    void ungreysARegionThatSpeaksAgain();
    void catchesUpWithARegionThatWasSilent();
    void keepsARowThatOneFullListLacksGreyed();
    void greysARowThatAListOfTheOtherRegionsLacks();
    void asksAgainAtOnceForARowThatAFullListLacks();
    void asksAgainNoMoreForAMissingRow();
    void noDoubtIsLeftOfARowThatIsForgotten();
    void showsMissingAfterTwoFullListsAndNotFound();
    void keepsARowThatTwoListsLackWhenItIsFound();
    void doesNotCountPartialLists();
    void startsCountingAgainWhenARowIsSeen();
    void doesNotCallMissingWhatItCouldNotAskFor();
    void showsAMissingRowAgainWhenItComesBack();
    void removesRowsThatAreNamedAsDestroyed();
    void keepsARowThatMayLiveOnElsewhere_data();
    void keepsARowThatMayLiveOnElsewhere();
    void asksWhetherADestroyedMachineWasAllOfIt();
    void followsAnInstanceThatLeftADestroyedMachine();
    void removesARowThatAnInspectionFindsDestroyed();
    void doesNotShowAgainWhatWasDestroyed();
    void doesNotTakeAnInspectionOfAnotherMachine();
    void leavesHeldRowsAlone();
    void leavesARowAloneThatIsHeldDuringItsInspection();
    void survivesARowThatGoesDuringItsInspection();
    void mayBeDestroyedInMidPoll();

private:
    //! Lets another fleet poll for a while: long enough for this one to do what it must not.
    void letTimePass() const
    {
        QStringList calls;
        ScriptedProvider provider(calls);
        InstanceStore store;
        Fleet other(provider, store, m_clock, {.normal = 2s});
        other.start();
        QTRY_VERIFY(calls.size() >= 10);
    }
    void make(const Fleet::Pace &pace)
    {
        m_fleet = std::make_unique<Fleet>(*m_provider, m_store.value(), m_clock, pace);
    }
    [[nodiscard]] Result<void> poll() { return waitFor(m_fleet->poll()); }
    [[nodiscard]] Result<void> fullPoll()
    {
        m_fleet->refresh(true);
        return poll();
    }
    //! What the next list answers: a full one.
    void nextFull(const Instances &instances)
    {
        m_provider->lists.next(FleetReply{.instances = instances, .isComplete = true, .nextSince = noon});
    }
    //! What the next list answers: some changes.
    void nextChanges(const Instances &instances)
    {
        m_provider->lists.next(FleetReply{.instances = instances, .nextSince = noon});
    }
    [[nodiscard]] Status statusOfRow(const QString &name) const
    {
        const auto *row = m_store->find(u"id-"_s + name);
        return row ? row->status : Status::Deleted;
    }

    const Clock m_clock{1000}; // a second is a millisecond
    QStringList m_calls;
    std::unique_ptr<ScriptedProvider> m_provider;
    std::optional<InstanceStore> m_store;
    std::unique_ptr<Fleet> m_fleet;
};

void FleetTest::init()
{
    m_calls.clear();
    m_provider = std::make_unique<ScriptedProvider>(m_calls);
    m_store.emplace();
    make(never);
}

void FleetTest::cleanup()
{
    m_fleet.reset();
    m_store.reset();
    m_provider.reset();
}

void FleetTest::hasThePacesOfTheContract()
{
    const Fleet::Pace pace;

    QCOMPARE(pace.fullList, std::chrono::milliseconds(10min));
    QCOMPARE(pace.longest, std::chrono::milliseconds(5min));
    QVERIFY(pace.changing < pace.normal);
    QVERIFY(pace.normal < pace.hidden);
}

void FleetTest::asksForEverythingFirstThenForChanges()
{
    m_provider->world = {running(u"box"_s)};

    QVERIFY(poll());
    QVERIFY(poll());
    QVERIFY(poll());

    QCOMPARE(m_provider->count(u"list"_s), 3);
    QVERIFY(!m_provider->queries[0].since.isValid());
    QCOMPARE(m_provider->queries[1].since, noon); // as the first reply said
    QCOMPARE(m_provider->queries[2].since, noon);
    QCOMPARE(m_store->instances().size(), 1u);
}

void FleetTest::asksForEverythingAgainWhenItIsTime()
{
    auto pace = never;
    pace.normal = 1s;
    pace.fullList = 100s;
    make(pace);

    m_fleet->start();

    QTRY_VERIFY(m_calls.count(u"list all"_s) >= 3);
    QVERIFY(m_calls.count(u"list changes"_s) >= 2);
    QVERIFY(m_calls.indexOf(u"list changes"_s) < m_calls.lastIndexOf(u"list all"_s));
}

void FleetTest::asksForEverythingAfterANetworkFailure()
{
    QVERIFY(poll());
    m_provider->lists.next(std::unexpected(offline()));
    QVERIFY(!poll());

    QVERIFY(poll());

    QCOMPARE(m_calls, (QStringList{u"list all"_s, u"list changes"_s, u"list all"_s}));
}

void FleetTest::repeatsAFullListThatFailed()
{
    QVERIFY(poll());
    m_provider->lists.next(std::unexpected(Error{.code = ErrorCode::InternalError}));
    QVERIFY(!fullPoll());

    QVERIFY(poll());

    QCOMPARE(m_calls, (QStringList{u"list all"_s, u"list all"_s, u"list all"_s}));
}

void FleetTest::pollsAtItsPace()
{
    auto pace = never;
    pace.normal = 20s;
    make(pace);
    QElapsedTimer timer;
    timer.start();

    m_fleet->start();
    m_fleet->start(); // once is enough

    QTRY_VERIFY(m_provider->count(u"list"_s) >= 6);
    QVERIFY2(timer.elapsed() >= 5 * 20 * 9 / 10, qPrintable(QString::number(timer.elapsed())));
}

void FleetTest::hurriesWhileSomethingChanges()
{
    auto pace = never;
    pace.changing = 2s;
    make(pace);
    m_provider->world = {inState(running(u"box"_s), u"stopping"_s)};

    m_fleet->start();

    QTRY_VERIFY(m_provider->count(u"list"_s) >= 4);
}

void FleetTest::takesItsTimeWhileHidden()
{
    auto pace = never;
    pace.normal = 1s;
    pace.hidden = 60s;
    make(pace);
    m_fleet->setHidden(true);
    QElapsedTimer timer;
    timer.start();

    m_fleet->start();

    QTRY_VERIFY(m_provider->count(u"list"_s) >= 4);
    QVERIFY2(timer.elapsed() >= 3 * 60 * 9 / 10, qPrintable(QString::number(timer.elapsed())));
}

void FleetTest::pollsAtOnceWhenShownAgain()
{
    m_fleet->setHidden(true);
    m_fleet->start();
    QTRY_VERIFY(m_fleet->checkedAt().isValid());

    m_fleet->setHidden(false);

    QTRY_COMPARE(m_provider->count(u"list"_s), 2);
}

void FleetTest::doesNothingWhilePaused()
{
    auto pace = never;
    pace.normal = 1s;
    make(pace);
    m_fleet->setPaused(true);
    QVERIFY(m_fleet->isPaused());

    m_fleet->start();
    letTimePass();

    QCOMPARE(m_calls, QStringList());
}

void FleetTest::refreshesEvenWhilePaused()
{
    auto pace = never;
    pace.normal = 1s;
    make(pace);
    m_fleet->start();
    m_fleet->refresh();
    QTRY_VERIFY(m_provider->count(u"list"_s) >= 2);
    m_fleet->setPaused(true);
    const auto before = m_provider->count(u"list"_s);
    letTimePass();
    QCOMPARE(m_provider->count(u"list"_s), before);

    m_fleet->refresh();

    QTRY_COMPARE(m_provider->count(u"list"_s), before + 1);
    letTimePass();
    QCOMPARE(m_provider->count(u"list"_s), before + 1);
}

void FleetTest::asksForEverythingWhenResumed()
{
    m_fleet->start();
    QTRY_VERIFY(m_fleet->checkedAt().isValid());
    m_fleet->setPaused(true);

    m_fleet->setPaused(false);

    QTRY_COMPARE(m_calls, (QStringList{u"list all"_s, u"list all"_s}));
}

void FleetTest::oneRefreshIsOnePoll()
{
    m_fleet->start();
    QTRY_VERIFY(m_fleet->checkedAt().isValid());
    const QSignalSpy refreshed(m_fleet.get(), &Fleet::refreshed);

    m_fleet->refresh();

    QTRY_COMPARE(refreshed.size(), 1);
    m_fleet->refresh(true);
    QTRY_COMPARE(refreshed.size(), 2);
    QCOMPARE(m_calls, (QStringList{u"list all"_s, u"list changes"_s, u"list all"_s}));
}

void FleetTest::aRefreshDuringAPollIsNotLost()
{
    m_provider->lists.hold();
    m_fleet->start();
    QTRY_COMPARE(m_provider->count(u"list"_s), 1);

    m_fleet->refresh(true); // the answer on its way may be older than what the user wants to see
    m_provider->lists.release();

    QTRY_COMPARE(m_calls, (QStringList{u"list all"_s, u"list all"_s}));
}

void FleetTest::startingAndRefreshingIsOnePoll()
{
    const QSignalSpy refreshed(m_fleet.get(), &Fleet::refreshed);

    m_fleet->start();
    m_fleet->refresh(true);

    QTRY_VERIFY(refreshed.size() >= 1);
    letTimePass();
    QCOMPARE(m_calls, QStringList{u"list all"_s}); // two in one moment would be enough to call a row missing
}

void FleetTest::waitsLongerAndLongerWhileItFails()
{
    auto pace = never;
    pace.normal = 10s;
    pace.longest = 60s;
    make(pace);
    m_provider->lists.always([](const FleetQuery &) { return std::unexpected(offline()); });
    std::vector<qint64> at;
    QElapsedTimer timer;
    timer.start();
    connect(m_fleet.get(), &Fleet::failed, this, [&] { at.push_back(timer.elapsed()); });

    m_fleet->start();

    // Without the cap the eleventh pause alone would be over 20 s.
    QTRY_VERIFY_WITH_TIMEOUT(at.size() >= 12, 15'000);
    const auto gap = [&](std::size_t number) { return at[number] - at[number - 1]; };
    QVERIFY2(gap(1) >= 18, qPrintable(QString::number(gap(1))));
    QVERIFY2(gap(2) >= 36, qPrintable(QString::number(gap(2))));
    QVERIFY2(gap(3) >= 54, qPrintable(QString::number(gap(3))));
    QVERIFY2(gap(11) >= 54, qPrintable(QString::number(gap(11))));
}

void FleetTest::waitsAsLongAsTheServerAsks()
{
    auto pace = never;
    pace.normal = 1s;
    pace.longest = 2s;
    make(pace);
    m_provider->lists.next(std::unexpected(Error{.code = ErrorCode::RateLimitExceeded, .retryAfter = 100s}));
    QElapsedTimer timer;
    timer.start();

    m_fleet->start();

    QTRY_COMPARE(m_fleet->error().has_value(), true);
    QTRY_VERIFY(m_fleet->checkedAt().isValid());
    QVERIFY2(timer.elapsed() >= 90, qPrintable(QString::number(timer.elapsed())));
}

void FleetTest::returnsToItsPaceAfterAFailure()
{
    auto pace = never;
    pace.normal = 1s;
    make(pace);
    for (int i = 0; i < 4; ++i)
        m_provider->lists.next(std::unexpected(offline()));
    const QSignalSpy failed(m_fleet.get(), &Fleet::failed);
    const QSignalSpy refreshed(m_fleet.get(), &Fleet::refreshed);

    m_fleet->start();

    QTRY_VERIFY(refreshed.size() >= 10);
    QCOMPARE(failed.size(), 4);
    QVERIFY(!m_fleet->error());
}

void FleetTest::tellsOfFailuresAndWhenItLastKnew()
{
    QVERIFY(!m_fleet->checkedAt().isValid());
    QVERIFY(poll());
    const auto checked = m_fleet->checkedAt();
    QVERIFY(checked.isValid());
    const QSignalSpy failed(m_fleet.get(), &Fleet::failed);
    m_provider->lists.next(std::unexpected(Error{.code = ErrorCode::InternalError, .requestId = u"01H"_s}));

    const auto polled = poll();

    QVERIFY(!polled);
    QCOMPARE(polled.error().requestId, u"01H"_s);
    QCOMPARE(failed.size(), 1);
    QVERIFY(m_fleet->error());
    QCOMPARE(m_fleet->error()->code, ErrorCode::InternalError);
    QCOMPARE(m_fleet->checkedAt(), checked); // no answer, no news
    QVERIFY(poll());
    QVERIFY(!m_fleet->error());
}

void FleetTest::keepsRowsWhenAPollFails()
{
    m_store->put(running(u"box"_s));
    m_provider->lists.next(std::unexpected(offline()));

    QVERIFY(!poll());

    QCOMPARE(m_store->instances(), Instances{running(u"box"_s)});
}

void FleetTest::makesTwoRequestsWhenNothingChanged()
{
    m_provider->world = {running(u"a"_s), running(u"b"_s), inState(running(u"c"_s), u"stopped"_s)};
    QVERIFY(poll());
    QVERIFY(poll());
    const QSignalSpy changed(&m_store.value(), &InstanceStore::changed);
    const QSignalSpy refreshed(m_fleet.get(), &Fleet::refreshed);
    m_calls.clear();

    QVERIFY(poll());
    QCOMPARE(m_calls, QStringList{u"list changes"_s}); // which is one for machines and one for volumes
    QVERIFY(fullPoll());
    QCOMPARE(m_calls, (QStringList{u"list changes"_s, u"list all"_s}));

    QCOMPARE(changed.size(), 0);
    QCOMPARE(refreshed.size(), 2); // "checked just now", all the same
}

void FleetTest::inspectsARowWhoseStateChangedOnce()
{
    m_store->replace({running(u"a"_s), running(u"b"_s)});
    auto stopped = inState(running(u"b"_s), u"stopped"_s);
    stopped.updatedAt = noon.addSecs(60);
    m_provider->inspections.always([](const Instance &known) {
        auto seen = known;
        seen.ending = {.cause = Ending::Cause::OutOfMemory, .exitCode = 137};
        return Result<Instance>(seen);
    });
    nextFull({running(u"a"_s), stopped});

    QVERIFY(poll());
    QVERIFY(poll());

    QCOMPARE(m_calls, (QStringList{u"list all"_s, u"inspect b"_s, u"list changes"_s}));
    QCOMPARE(statusOfRow(u"b"_s), Status::Stopped);
    QCOMPARE(m_store->find(u"id-b"_s)->ending.cause, Ending::Cause::OutOfMemory);
}

void FleetTest::inspectsARowWhoseVersionChanged()
{
    m_store->replace({running(u"a"_s)});
    auto updated = running(u"a"_s);
    updated.version = u"v2"_s;
    nextFull({updated});

    QVERIFY(poll());

    QCOMPARE(m_calls, (QStringList{u"list all"_s, u"inspect a"_s}));
}

void FleetTest::inspectsARowThatIsBackInItsState()
{
    m_store->replace({running(u"a"_s)});
    m_provider->world = m_store->instances();
    QVERIFY(poll());
    auto restarted = running(u"a"_s); // ran out of memory and was started again, all between two polls
    restarted.updatedAt = noon.addSecs(1);
    nextChanges({restarted});
    nextChanges({restarted}); // changes are told again for a while

    QVERIFY(poll());
    QVERIFY(poll());

    QCOMPARE(m_calls, (QStringList{u"list all"_s, u"list changes"_s, u"inspect a"_s, u"list changes"_s}));
}

void FleetTest::inspectsARowWhoseHostMayBeBack()
{
    auto away = running(u"a"_s);
    away.isHostReachable = false;
    m_store->replace({away});
    m_provider->inspections.next(running(u"a"_s));
    nextFull({running(u"a"_s)});
    nextFull({running(u"a"_s)});

    QVERIFY(fullPoll());
    QVERIFY(fullPoll());

    QVERIFY(m_store->find(u"id-a"_s)->isHostReachable);
    QCOMPARE(m_provider->count(u"inspect"_s), 1);
}

void FleetTest::inspectsNewRows()
{
    nextChanges({running(u"new"_s)});

    QVERIFY(poll());

    QCOMPARE(m_provider->count(u"inspect"_s), 1);
    QCOMPARE(statusOfRow(u"new"_s), Status::Running);
}

void FleetTest::inspectsTheSelectedRowWithEachPoll()
{
    m_store->replace({running(u"a"_s), running(u"b"_s)});
    m_provider->world = m_store->instances();
    m_fleet->setSelected(u"id-b"_s);

    QVERIFY(poll());
    QVERIFY(poll());
    QCOMPARE(m_calls, (QStringList{u"list all"_s, u"inspect b"_s, u"list changes"_s, u"inspect b"_s}));

    m_fleet->setSelected({});
    QVERIFY(poll());
    QCOMPARE(m_calls.last(), u"list changes"_s);
}

void FleetTest::inspectsARowWhenItIsSelected()
{
    m_store->replace({running(u"a"_s)});
    m_provider->world = m_store->instances();
    m_fleet->start();
    QTRY_VERIFY(m_fleet->checkedAt().isValid());

    m_fleet->setSelected(u"id-a"_s);
    m_fleet->setSelected(u"id-a"_s); // nothing new

    QTRY_COMPARE(m_calls, (QStringList{u"list all"_s, u"inspect a"_s}));
}

void FleetTest::inspectsManyChangesOverSeveralPolls()
{
    Instances many;
    for (int number = 0; number < 35; ++number)
        many.push_back(running(QString::number(number)));
    m_provider->world = many;

    QVERIFY(poll());
    const auto first = m_provider->count(u"inspect"_s);
    for (int i = 0; i < 10; ++i)
        QVERIFY(poll());

    QVERIFY2(first < 35, "all at once");
    QCOMPARE(m_provider->count(u"inspect"_s), 35); // each once
}

void FleetTest::survivesAFailedInspection()
{
    m_store->replace({running(u"a"_s)});
    nextFull({inState(running(u"a"_s), u"stopped"_s)});
    m_provider->inspections.next(std::unexpected(Error{.code = ErrorCode::InternalError}));

    QVERIFY(poll());

    QCOMPARE(statusOfRow(u"a"_s), Status::Stopped);
}

void FleetTest::repeatsAFailedInspection()
{
    m_store->replace({running(u"a"_s)});
    m_provider->world = m_store->instances();
    QVERIFY(poll());
    nextChanges({inState(running(u"a"_s), u"stopped"_s)});
    m_provider->inspections.next(std::unexpected(Error{.code = ErrorCode::InternalError}));

    for (int i = 0; i < 3; ++i)
        QVERIFY(poll());

    QCOMPARE(m_provider->count(u"inspect"_s), 2);
}

void FleetTest::doesNotRepeatAnInspectionThatIsRefused()
{
    m_store->replace({running(u"a"_s)});
    m_provider->world = m_store->instances();
    QVERIFY(poll());
    nextChanges({inState(running(u"a"_s), u"stopped"_s)});
    m_provider->inspections.always(
        [](const Instance &) { return std::unexpected(Error{.code = ErrorCode::AuthInsufficientPermissions}); });

    for (int i = 0; i < 3; ++i)
        QVERIFY(poll());

    QCOMPARE(m_provider->count(u"inspect"_s), 1);
}

void FleetTest::doesNotTakeOldNewsFromAnInspection()
{
    m_store->replace({running(u"a"_s)});
    auto stopped = inState(running(u"a"_s), u"stopped"_s);
    stopped.updatedAt = noon.addSecs(60);
    nextFull({stopped});
    m_provider->inspections.next(running(u"a"_s)); // a copy that lags behind

    QVERIFY(poll());

    QCOMPARE(statusOfRow(u"a"_s), Status::Stopped);
}

void FleetTest::mergesTheNewestWord()
{
    auto known = running(u"box"_s);
    known.isIdleRuleKnown = true;
    known.idle = {.action = IdleRule::Action::Stop};
    known.diskGb = 10;
    known.volume = u"vol_1"_s;
    known.ending = {.cause = Ending::Cause::Requested};
    known.unknownMembers = {{u"colour"_s, u"green"_s}};
    auto listed = inState(running(u"box"_s), u"suspended"_s);
    listed.name = u"renamed"_s;
    listed.region = u"fra"_s;
    listed.size = {CpuKind::Shared, 2, 4096};
    listed.updatedAt = noon.addSecs(1);

    const auto now = merged(known, listed);

    QCOMPARE(now.status, Status::Suspended);
    QCOMPARE(now.state, u"suspended"_s);
    QCOMPARE(now.name, u"renamed"_s);
    QCOMPARE(now.region, u"fra"_s);
    QCOMPARE(now.size, listed.size);
    QCOMPARE(now.updatedAt, listed.updatedAt);
    QCOMPARE(now.idle, known.idle); // what lists do not tell
    QVERIFY(now.isIdleRuleKnown);
    QCOMPARE(now.diskGb, 10);
    QCOMPARE(now.volume, u"vol_1"_s);
    QCOMPARE(now.ending, known.ending);
    QCOMPARE(now.unknownMembers, known.unknownMembers);
    QCOMPARE(now.url, known.url);
}

void FleetTest::ignoresOlderNews()
{
    auto known = inState(running(u"box"_s), u"stopped"_s);
    known.updatedAt = noon.addSecs(1);
    known.isSilent = true;

    const auto now = merged(known, running(u"box"_s));

    QCOMPARE(now.status, Status::Stopped);
    QCOMPARE(now.updatedAt, known.updatedAt);
    QVERIFY(!now.isSilent); // but its region speaks
}

void FleetTest::believesAnotherMachineWhateverItsAge()
{
    auto known = running(u"box"_s);
    known.updatedAt = noon.addSecs(60);
    auto listed = inState(running(u"box"_s), u"starting"_s);
    listed.machine = u"another"_s;

    const auto now = merged(known, listed);

    QCOMPARE(now.machine, u"another"_s);
    QCOMPARE(now.status, Status::Starting);
}

void FleetTest::forgetsChecksOfAStateThatIsOver()
{
    auto known = running(u"box"_s);
    known.checks = CheckState::Passing;
    QCOMPARE(merged(known, running(u"box"_s)).checks, CheckState::Passing);

    QCOMPARE(merged(known, inState(running(u"box"_s), u"stopped"_s)).checks, CheckState::None);

    auto updated = running(u"box"_s);
    updated.version = u"v2"_s;
    QCOMPARE(merged(known, updated).checks, CheckState::None);
}

void FleetTest::keepsTheDigestOfTheSameImage()
{
    auto known = running(u"box"_s);
    known.image.digest = u"sha256:one"_s;
    QCOMPARE(merged(known, running(u"box"_s)).image.digest, u"sha256:one"_s);

    auto other = running(u"box"_s);
    other.image.tag = u"5.0"_s;

    QCOMPARE(merged(known, other).image, other.image);
}

void FleetTest::takesDisksFromTheVolumes()
{
    const auto machine = running(u"box"_s).machine;
    m_provider->lists.next(
        FleetReply{.instances = {running(u"box"_s)},
                   .disks = {{.volume = u"vol_old"_s, .machine = machine, .sizeGb = 5, .isDying = true},
                             {.volume = u"vol_1"_s, .machine = machine, .sizeGb = 20},
                             {.volume = u"vol_free"_s, .sizeGb = 3}},
                   .isComplete = true,
                   .nextSince = noon});

    QVERIFY(poll());

    QCOMPARE(m_store->find(u"id-box"_s)->volume, u"vol_1"_s);
    QCOMPARE(m_store->find(u"id-box"_s)->diskGb, 20);
}

void FleetTest::showsTheMachineMadeLast_data()
{
    QTest::addColumn<Instances>("told");
    QTest::addColumn<QString>("machine");
    const auto old = onMachine(u"b-old"_s, noon.addSecs(-60));
    const auto made = onMachine(u"a-new"_s, noon);
    const auto twin = onMachine(u"c-twin"_s, noon);
    QTest::newRow("last") << Instances{old, made} << made.machine;
    QTest::newRow("first") << Instances{made, old} << made.machine;
    QTest::newRow("at the same time") << Instances{made, twin} << twin.machine;
    QTest::newRow("at the same time, the other way round") << Instances{twin, made} << twin.machine;
    QTest::newRow("one of three") << Instances{old, twin, made} << twin.machine;
}

void FleetTest::showsTheMachineMadeLast()
{
    QFETCH(Instances, told);
    QFETCH(QString, machine);
    nextFull(told);
    nextFull(told);

    QVERIFY(fullPoll()); // as a row that is new
    QCOMPARE(m_store->instances().size(), 1u);
    QCOMPARE(m_store->instances().front().machine, machine);
    QVERIFY(fullPoll()); // and as one that is known

    QCOMPARE(m_store->instances().size(), 1u);
    QCOMPARE(m_store->instances().front().machine, machine);
}

void FleetTest::staysOnTheMachineMadeLast()
{
    m_store->replace({onMachine(u"new"_s, noon)});
    m_provider->world = m_store->instances();
    QVERIFY(poll());
    auto old = onMachine(u"old"_s, noon.addSecs(-60));
    old.updatedAt = noon.addSecs(60);
    nextChanges({old});

    QVERIFY(poll()); // which does not mention the new one, as nothing became of it

    QCOMPARE(m_store->instances().front().machine, u"new"_s);
}

void FleetTest::returnsToTheMachineOfBefore_data()
{
    QTest::addColumn<FleetReply>("reply");
    const Instances old{onMachine(u"old"_s, noon.addSecs(-60))};
    QTest::newRow("as the new one is no longer listed")
        << FleetReply{.instances = old, .isComplete = true, .nextSince = noon};
    QTest::newRow("as the new one is destroyed") << FleetReply{.instances = old, .gone = {u"new"_s}, .nextSince = noon};
}

void FleetTest::returnsToTheMachineOfBefore()
{
    QFETCH(FleetReply, reply);
    m_store->replace({onMachine(u"new"_s, noon)});
    m_provider->lists.next(reply);

    QVERIFY(poll());

    QCOMPARE(m_store->instances().size(), 1u);
    QCOMPARE(m_store->instances().front().machine, u"old"_s);
}

void FleetTest::forgetsWhatWasAboutAnotherMachine()
{
    auto known = onMachine(u"old"_s, noon.addSecs(-60));
    known.ending = {.cause = Ending::Cause::OutOfMemory};
    known.startedAt = noon;
    known.isCordoned = true;
    known.isHostReachable = false;

    const auto now = merged(known, onMachine(u"new"_s, noon));

    QCOMPARE(now, onMachine(u"new"_s, noon));
}

void FleetTest::followsAMachineThatMigrates()
{
    const auto migrated = inState(onMachine(u"old"_s, noon.addSecs(-60)), u"migrated"_s);
    m_store->replace({onMachine(u"old"_s, noon.addSecs(-60))});
    nextChanges({migrated});
    nextChanges({onMachine(u"new"_s, noon), migrated});
    nextChanges({migrated, onMachine(u"new"_s, noon)});

    QVERIFY(poll());
    QCOMPARE(statusOfRow(u"box"_s), Status::Updating); // until the successor is seen
    for (int i = 0; i < 2; ++i) {
        QVERIFY(poll());
        QCOMPARE(m_store->instances().size(), 1u);
        QCOMPARE(m_store->instances().front().machine, u"new"_s);
        QCOMPARE(statusOfRow(u"box"_s), Status::Running);
    }
}

void FleetTest::doesNotTakeAMigratedMachineForAnInstance()
{
    const auto migrated = inState(onMachine(u"old"_s, noon.addSecs(-60)), u"migrated"_s);
    m_store->replace({onMachine(u"new"_s, noon)});
    m_provider->world = m_store->instances();
    QVERIFY(poll());
    m_provider->lists.next(FleetReply{.instances = {migrated}, .gone = {u"new"_s}, .nextSince = noon});
    m_provider->world.clear(); // full lists have neither
    m_provider->lists.next(FleetReply{.isComplete = true, .nextSince = noon});
    nextChanges({migrated}); // it is told again for a while

    for (int i = 0; i < 3; ++i) {
        QVERIFY(poll());
        QVERIFY(statusOfRow(u"box"_s) != Status::Updating);
    }

    QCOMPARE(m_store->instances().size(), 0u);
}

void FleetTest::takesTheNewerWordWherePagesOverlap()
{
    auto stopped = inState(running(u"box"_s), u"stopped"_s);
    stopped.updatedAt = noon.addSecs(1);
    nextFull({stopped, running(u"box"_s)});

    QVERIFY(poll());

    QCOMPARE(m_store->instances(), Instances{stopped});
}

void FleetTest::believesThatItIsGoneWherePagesOverlap()
{
    m_store->replace({running(u"box"_s)});
    const FleetReply reply{.instances = {running(u"box"_s), running(u"new"_s)},
                           .gone = {u"machine-box"_s, u"machine-new"_s},
                           .nextSince = noon};
    m_provider->lists.next(reply);

    QVERIFY(poll());

    QCOMPARE(m_store->instances().size(), 0u);
}

void FleetTest::keepsRowsOfSilentRegionsGreyed()
{
    auto far = running(u"far"_s);
    far.region = u"syd"_s;
    m_store->replace({running(u"near"_s), far});
    for (int i = 0; i < 3; ++i) {
        m_provider->lists.next(
            FleetReply{.instances = {running(u"near"_s)}, .silentRegions = {u"syd"_s}, .nextSince = noon});
    }

    for (int i = 0; i < 3; ++i)
        QVERIFY(fullPoll());

    QCOMPARE(m_store->instances().size(), 2u);
    QVERIFY(m_store->find(u"id-far"_s)->isSilent);
    QCOMPARE(statusOfRow(u"far"_s), Status::Running);
    QVERIFY(!m_store->find(u"id-near"_s)->isSilent);
    QCOMPARE(m_provider->count(u"inspect"_s), 0);
    QVERIFY(!m_fleet->hasDoubts());
}

void FleetTest::ungreysARegionThatSpeaksAgain()
{
    auto far = running(u"far"_s);
    far.region = u"syd"_s;
    m_store->replace({far});
    m_provider->world = {far};
    QVERIFY(poll());
    m_provider->lists.next(FleetReply{.silentRegions = {u"syd"_s}, .nextSince = noon});
    QVERIFY(poll());
    QVERIFY(m_store->find(u"id-far"_s)->isSilent);

    QVERIFY(poll()); // no region is silent any more
    QVERIFY(poll());

    QVERIFY(!m_store->find(u"id-far"_s)->isSilent);
}

void FleetTest::catchesUpWithARegionThatWasSilent()
{
    QVERIFY(poll());
    m_provider->lists.next(FleetReply{.silentRegions = {u"syd"_s, u"ams"_s}, .nextSince = noon});
    m_provider->lists.next(FleetReply{.silentRegions = {u"ams"_s}, .nextSince = noon}); // syd speaks up
    m_provider->lists.next(FleetReply{.silentRegions = {u"ams"_s}, .nextSince = noon});
    for (int i = 0; i < 4; ++i)
        QVERIFY(poll());

    // Asking for changes only would skip what syd did while it was silent.
    QCOMPARE(m_calls,
             (QStringList{u"list all"_s, u"list changes"_s, u"list changes"_s, u"list all"_s, u"list changes"_s}));
}

void FleetTest::keepsARowThatOneFullListLacksGreyed()
{
    m_store->replace({running(u"a"_s), running(u"b"_s)});
    nextFull({running(u"a"_s)});

    QVERIFY(poll());

    auto doubtful = running(u"b"_s);
    doubtful.isSilent = true;
    QCOMPARE(m_store->instances(), (Instances{running(u"a"_s), doubtful}));
    QCOMPARE(m_provider->count(u"inspect"_s), 0);
    QVERIFY(m_fleet->hasDoubts());
}

void FleetTest::greysARowThatAListOfTheOtherRegionsLacks()
{
    m_store->replace({running(u"a"_s), running(u"b"_s)});
    m_provider->lists.next(FleetReply{.instances = {running(u"a"_s)}, .silentRegions = {u"syd"_s}, .nextSince = noon});

    QVERIFY(fullPoll());

    QVERIFY(!m_store->find(u"id-a"_s)->isSilent);
    QVERIFY(m_store->find(u"id-b"_s)->isSilent); // its own region has spoken, and not of it
    QVERIFY(!m_fleet->hasDoubts()); // as for Missing, such a list does not count
}

void FleetTest::asksAgainAtOnceForARowThatAFullListLacks()
{
    m_store->replace({running(u"b"_s)});
    m_provider->inspections.next(running(u"b"_s));
    nextFull({});
    nextFull({});

    for (int i = 0; i < 3; ++i)
        QVERIFY(poll());

    QCOMPARE(m_calls, (QStringList{u"list all"_s, u"list all"_s, u"inspect b"_s, u"list changes"_s}));
    QVERIFY(!m_store->find(u"id-b"_s)->isSilent); // it was seen
}

void FleetTest::asksAgainNoMoreForAMissingRow()
{
    m_store->replace({running(u"b"_s)});
    m_provider->inspections.always(
        [](const Instance &) { return std::unexpected(Error{.code = ErrorCode::ResourceNotFound}); });
    nextFull({});
    nextFull({});

    for (int i = 0; i < 4; ++i)
        QVERIFY(poll());

    QCOMPARE(statusOfRow(u"b"_s), Status::Missing);
    QVERIFY(!m_store->find(u"id-b"_s)->isSilent); // that is known now
    QCOMPARE(m_calls,
             (QStringList{u"list all"_s, u"list all"_s, u"inspect b"_s, u"list changes"_s, u"list changes"_s}));
}

void FleetTest::noDoubtIsLeftOfARowThatIsForgotten()
{
    m_store->replace({running(u"b"_s)});
    nextFull({});
    QVERIFY(poll());
    QVERIFY(m_fleet->hasDoubts());

    m_store->remove(u"id-b"_s);
    QVERIFY(poll());

    QVERIFY(!m_fleet->hasDoubts());
}

void FleetTest::showsMissingAfterTwoFullListsAndNotFound()
{
    m_store->replace({running(u"a"_s), running(u"b"_s)});
    m_provider->inspections.always(
        [](const Instance &) { return std::unexpected(Error{.code = ErrorCode::ResourceNotFound}); });
    const QSignalSpy vanished(m_fleet.get(), &Fleet::vanished);
    nextFull({running(u"a"_s)});
    nextFull({running(u"a"_s)});

    QVERIFY(fullPoll());
    QCOMPARE(statusOfRow(u"b"_s), Status::Running);
    QVERIFY(fullPoll());

    QCOMPARE(statusOfRow(u"b"_s), Status::Missing);
    QCOMPARE(statusOfRow(u"a"_s), Status::Running);
    QCOMPARE(m_calls, (QStringList{u"list all"_s, u"list all"_s, u"inspect b"_s}));
    QCOMPARE(vanished.size(), 0); // the row stays: Recreate, Forget
    nextFull({running(u"a"_s)});
    QVERIFY(fullPoll());
    QCOMPARE(statusOfRow(u"b"_s), Status::Missing);
    QCOMPARE(m_provider->count(u"inspect"_s), 1);
}

void FleetTest::keepsARowThatTwoListsLackWhenItIsFound()
{
    m_store->replace({running(u"b"_s)});
    nextFull({});
    nextFull({});

    QVERIFY(fullPoll());
    QVERIFY(fullPoll());

    QCOMPARE(statusOfRow(u"b"_s), Status::Running);
    QCOMPARE(m_provider->count(u"inspect"_s), 1);
    QVERIFY(!m_fleet->hasDoubts());
}

void FleetTest::doesNotCountPartialLists()
{
    m_store->replace({running(u"b"_s)});
    m_provider->inspections.always(
        [](const Instance &) { return std::unexpected(Error{.code = ErrorCode::ResourceNotFound}); });
    for (int i = 0; i < 5; ++i)
        nextChanges({});

    for (int i = 0; i < 5; ++i)
        QVERIFY(fullPoll());

    QCOMPARE(statusOfRow(u"b"_s), Status::Running);
    QCOMPARE(m_provider->count(u"inspect"_s), 0);
}

void FleetTest::startsCountingAgainWhenARowIsSeen()
{
    m_store->replace({running(u"b"_s)});
    m_provider->inspections.always(
        [](const Instance &) { return std::unexpected(Error{.code = ErrorCode::ResourceNotFound}); });
    nextFull({});
    nextFull({running(u"b"_s)});
    nextFull({});

    for (int i = 0; i < 3; ++i)
        QVERIFY(fullPoll());

    QCOMPARE(statusOfRow(u"b"_s), Status::Running);
    QCOMPARE(m_provider->count(u"inspect"_s), 0);
}

void FleetTest::doesNotCallMissingWhatItCouldNotAskFor()
{
    m_store->replace({running(u"b"_s)});
    m_provider->inspections.next(std::unexpected(offline()));
    m_provider->inspections.next(std::unexpected(Error{.code = ErrorCode::ResourceNotFound}));
    for (int i = 0; i < 3; ++i)
        nextFull({});

    QVERIFY(fullPoll());
    QVERIFY(fullPoll());
    QCOMPARE(statusOfRow(u"b"_s), Status::Running);
    QVERIFY(fullPoll());

    QCOMPARE(statusOfRow(u"b"_s), Status::Missing);
}

void FleetTest::showsAMissingRowAgainWhenItComesBack()
{
    auto missing = running(u"b"_s);
    missing.status = Status::Missing;
    m_store->replace({missing});
    nextFull({running(u"b"_s)});

    QVERIFY(poll());

    QCOMPARE(statusOfRow(u"b"_s), Status::Running);
}

void FleetTest::removesRowsThatAreNamedAsDestroyed()
{
    m_provider->world = {running(u"a"_s), running(u"b"_s)};
    QVERIFY(poll());
    std::vector<Instance> gone;
    connect(m_fleet.get(), &Fleet::vanished, this, [&](const Instance &instance) {
        QVERIFY(!m_store->find(instance.id));
        gone.push_back(instance);
    });
    m_provider->lists.next(FleetReply{.gone = {u"machine-b"_s, u"machine-of-a-stranger"_s}, .nextSince = noon});

    QVERIFY(poll());

    QCOMPARE(m_store->instances(), Instances{running(u"a"_s)});
    QCOMPARE(gone, Instances{running(u"b"_s)});
}

void FleetTest::keepsARowThatMayLiveOnElsewhere_data()
{
    QTest::addColumn<FleetReply>("before");
    QTest::addColumn<FleetReply>("reply");
    const FleetReply nothing{.nextSince = noon};
    const FleetReply gone{.gone = {u"new"_s}, .nextSince = noon};
    auto silent = gone;
    silent.silentRegions = {u"syd"_s};
    const FleetReply beside{.instances = {onMachine(u"old"_s, noon.addSecs(-60)), onMachine(u"new"_s, noon)},
                            .nextSince = noon};
    QTest::newRow("in a region that is silent") << nothing << silent;
    QTest::newRow("in a region that was silent until now")
        << FleetReply{.silentRegions = {u"syd"_s}, .nextSince = noon} << gone;
    QTest::newRow("on the machine it came from") << beside << gone;
}

void FleetTest::keepsARowThatMayLiveOnElsewhere()
{
    QFETCH(FleetReply, before);
    QFETCH(FleetReply, reply);
    m_store->replace({onMachine(u"new"_s, noon)});
    m_provider->world = m_store->instances();
    QVERIFY(poll());
    m_provider->lists.next(before);
    m_provider->lists.next(reply);

    QVERIFY(poll());
    QVERIFY(poll());

    QCOMPARE(m_store->instances().size(), 1u);
    QVERIFY(m_store->instances().front().isSilent);
}

void FleetTest::asksWhetherADestroyedMachineWasAllOfIt()
{
    m_store->replace({onMachine(u"new"_s, noon)});
    m_provider->world = m_store->instances();
    QVERIFY(poll());
    nextChanges({onMachine(u"old"_s, noon.addSecs(-60)), onMachine(u"new"_s, noon)});
    QVERIFY(poll());
    const QSignalSpy vanished(m_fleet.get(), &Fleet::vanished);
    m_calls.clear();
    m_provider->lists.next(FleetReply{.gone = {u"new"_s}, .nextSince = noon});
    QVERIFY(poll());
    QCOMPARE(vanished.size(), 0);
    m_provider->world.clear();

    QVERIFY(poll());

    QCOMPARE(m_calls, (QStringList{u"list changes"_s, u"list all"_s}));
    QCOMPARE(m_store->instances().size(), 0u);
    QCOMPARE(vanished.size(), 1);
}

void FleetTest::followsAnInstanceThatLeftADestroyedMachine()
{
    m_store->replace({onMachine(u"old"_s, noon)});
    m_provider->lists.next(
        FleetReply{.instances = {onMachine(u"new"_s, noon.addSecs(1))}, .gone = {u"old"_s}, .nextSince = noon});

    QVERIFY(poll());

    QCOMPARE(m_store->instances().size(), 1u);
    QCOMPARE(m_store->instances().front().machine, u"new"_s);
}

void FleetTest::removesARowThatAnInspectionFindsDestroyed()
{
    m_store->replace({running(u"b"_s)});
    m_provider->world = m_store->instances();
    m_provider->inspections.always([](const Instance &known) { return inState(known, u"destroyed"_s); });
    m_fleet->setSelected(u"id-b"_s);
    const QSignalSpy vanished(m_fleet.get(), &Fleet::vanished);

    QVERIFY(poll()); // the list lags behind: perhaps another machine took over
    QCOMPARE(m_store->instances().size(), 1u);
    QVERIFY(m_store->find(u"id-b"_s)->isSilent);
    QVERIFY(poll());
    QVERIFY(m_store->find(u"id-b"_s)->isSilent);
    QCOMPARE(vanished.size(), 0);
    m_provider->world.clear();
    QVERIFY(poll()); // now it has caught up

    QCOMPARE(m_store->instances().size(), 0u);
    QCOMPARE(vanished.size(), 1);
    QCOMPARE(vanished.front().front().value<Instance>().name, u"b"_s);
}

void FleetTest::doesNotShowAgainWhatWasDestroyed()
{
    m_store->replace({running(u"b"_s)});
    m_provider->lists.next(FleetReply{.gone = {u"machine-b"_s}, .nextSince = noon});
    QVERIFY(poll());
    QCOMPARE(m_store->instances().size(), 0u);
    nextFull({running(u"b"_s)}); // a copy that lags behind the other

    QVERIFY(fullPoll());

    QCOMPARE(m_store->instances().size(), 0u);
}

void FleetTest::doesNotTakeAnInspectionOfAnotherMachine()
{
    m_store->replace({onMachine(u"old"_s, noon)});
    m_provider->inspections.hold();
    m_provider->inspections.next(inState(onMachine(u"old"_s, noon), u"destroyed"_s));
    m_provider->inspections.next(onMachine(u"new"_s, noon));
    m_fleet->setSelected(u"id-box"_s);
    m_fleet->start();
    QTRY_COMPARE(m_provider->count(u"inspect"_s), 1);

    m_store->put(onMachine(u"new"_s, noon));
    m_provider->inspections.release();

    QTRY_VERIFY(m_fleet->checkedAt().isValid());
    QCOMPARE(m_store->instances(), Instances{onMachine(u"new"_s, noon)});
}

void FleetTest::leavesHeldRowsAlone()
{
    const auto starting = inState(running(u"a"_s), u"starting"_s);
    m_store->replace({starting, running(u"b"_s), running(u"c"_s)});
    for (const auto &id : {u"id-a"_s, u"id-b"_s, u"id-c"_s})
        m_store->hold(id);
    m_fleet->setSelected(u"id-a"_s);
    const QSignalSpy vanished(m_fleet.get(), &Fleet::vanished);
    for (int i = 0; i < 3; ++i) {
        m_provider->lists.next(FleetReply{.instances = {inState(running(u"a"_s), u"stopped"_s)},
                                          .gone = {u"machine-b"_s},
                                          .isComplete = true,
                                          .nextSince = noon});
    }

    for (int i = 0; i < 3; ++i)
        QVERIFY(fullPoll());

    QCOMPARE(m_store->instances(), (Instances{starting, running(u"b"_s), running(u"c"_s)}));
    QCOMPARE(m_provider->count(u"inspect"_s), 0);
    QCOMPARE(vanished.size(), 0);
}

void FleetTest::leavesARowAloneThatIsHeldDuringItsInspection()
{
    m_store->replace({running(u"a"_s)});
    m_provider->world = m_store->instances();
    m_provider->inspections.hold();
    m_provider->inspections.next(inState(running(u"a"_s), u"stopped"_s));
    m_fleet->setSelected(u"id-a"_s);
    m_fleet->start();
    QTRY_COMPARE(m_provider->count(u"inspect"_s), 1);

    m_store->hold(u"id-a"_s);
    m_provider->inspections.release();

    QTRY_VERIFY(m_fleet->checkedAt().isValid());
    QCOMPARE(m_store->instances(), Instances{running(u"a"_s)});
}

void FleetTest::survivesARowThatGoesDuringItsInspection()
{
    m_store->replace({running(u"a"_s)});
    m_provider->world = m_store->instances();
    m_provider->inspections.hold();
    m_fleet->setSelected(u"id-a"_s);
    m_fleet->start();
    QTRY_COMPARE(m_provider->count(u"inspect"_s), 1);

    m_store->remove(u"id-a"_s);
    m_provider->inspections.release();

    QTRY_VERIFY(m_fleet->checkedAt().isValid());
    QCOMPARE(m_store->instances().size(), 0u);
}

void FleetTest::mayBeDestroyedInMidPoll()
{
    m_provider->lists.hold();
    m_fleet->start();
    QTRY_COMPARE(m_provider->count(u"list"_s), 1);

    m_fleet.reset();
    m_provider->lists.release();

    letTimePass();
    QCOMPARE(m_store->instances().size(), 0u);
}

QTEST_GUILESS_MAIN(FleetTest)
#include "tst_fleet.moc"
