#include "model/instancestore.h"
#include "model/operations.h"
#include "tests/scriptedprovider.h"
#include "tests/scriptedtokenstore.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace swarm;
using State = Operation::State;

namespace {

class ScriptedOpener : public Opener
{
public:
    explicit ScriptedOpener(QStringList &calls)
        : m_calls(calls)
    {
    }

    std::optional<Error> trouble;
    QString password; //!< it was last given

    [[nodiscard]] Task<Result<void>> open(Instance instance, QString with) override
    {
        m_calls << u"open "_s + instance.name;
        password = with;
        co_await sleepFor(0ms);
        if (trouble)
            co_return std::unexpected(*trouble);
        co_return Result<void>();
    }

private:
    QStringList &m_calls;
};

Instance known(const QString &state)
{
    return inState({.id = u"id-box"_s,
                    .name = u"box"_s,
                    .app = u"box-app"_s,
                    .machine = u"machine-1"_s,
                    .region = u"ams"_s,
                    .diskGb = 10},
                   state);
}

Error refusal()
{
    return {.code = ErrorCode::ResourceWrongState, .httpStatus = 412};
}

using Begin = OperationId (*)(Operations &);

OperationId openBox(Operations &operations)
{
    return operations.open(u"id-box"_s);
}

OperationId startBox(Operations &operations)
{
    return operations.start(u"id-box"_s);
}

OperationId stopBox(Operations &operations)
{
    return operations.stop(u"id-box"_s);
}

OperationId killBox(Operations &operations)
{
    return operations.stop(u"id-box"_s, StopManner::Kill);
}

OperationId suspendBox(Operations &operations)
{
    return operations.suspend(u"id-box"_s);
}

OperationId restartBox(Operations &operations)
{
    return operations.restart(u"id-box"_s);
}

OperationId removeBox(Operations &operations)
{
    return operations.remove(u"id-box"_s);
}

OperationId createBox(Operations &operations)
{
    return operations.create({.name = u"box"_s, .password = u"open sesame"_s});
}

} // namespace

class OperationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void goesThroughItsSteps_data();
    void goesThroughItsSteps();
    void givesTheIdBeforeTheFirstSignalAboutIt();
    void remembersWhenItBeganAndEnded();
    void saysThatItWasAlreadySo();
    void runsOneOperationOnAnInstance();
    void runsOperationsOnDifferentInstancesSideBySide();
    void refusesAnInstanceThatIsNotThere();
    void holdsTheRowWhileItRuns();
    void showsWhatIsComing_data();
    void showsWhatIsComing();

    void storesThePasswordBeforeFlyHasIt();
    void generatesAPasswordWhenNoneIsGiven();
    void announcesTheRowAtOnce();
    void refusesANameThatIsTaken();
    void takesRowAndPasswordBackWhenACreateFails();
    void keepsThePasswordOfWhatAFailedCreateMayHaveLeft();
    void leavesFlyAloneWhenTheKeychainIsLocked();
    void refusesTwoCreatesOfOneName();

    void opensARunningOneWithThePassword();
    void wakesASleepingOne();
    void waitsOutAStop();
    void waitsOutAStartWithoutStartingAgain();
    void givesUpOnAStopThatNeverEnds();
    void opensWithoutAPasswordWhenTheKeychainIsLocked();
    void saysWhyItCouldNotOpen_data();
    void saysWhyItCouldNotOpen();

    void forgetsThePasswordOfWhatItRemoved();
    void keepsThePasswordWhenARemovalFails();
    void cancels_data();
    void cancels();
    void cancelsBeforeItHasBegun();
    void takesBackACancelledCreate();
    void cancelsAnOpenThatWaits();
    void doesNotCancelADelete();
    void cancelsOnce();
    void cancelsAll();

    void bringsTheRowBackToTheTruthAfterAFailure_data();
    void bringsTheRowBackToTheTruthAfterAFailure();
    void saysWhereItFailed();
    void keepsWhatAFailureLeftBehind();
    void retries_data();
    void retries();
    void retriesACreateWithTheSamePassword();
    void retriesAKillAsAKill();
    void doesNotRetryWhatRunsOrIsUnknown();
    void dismissesWhatIsOver();
    void listenersMayBeginAndDismiss();
    void mayBeDestroyedInMidFlight_data();
    void mayBeDestroyedInMidFlight();

private:
    [[nodiscard]] const Operation &operation(OperationId id) const
    {
        const auto *found = m_operations->find(id);
        Q_ASSERT(found);
        return *found;
    }
    [[nodiscard]] Status statusOfRow() const
    {
        const auto *row = m_store->find(u"id-box"_s);
        return row ? row->status : Status::Deleted;
    }
    void listen();

    const Clock m_clock{1000}; // a second is a millisecond
    QStringList m_calls;
    std::vector<Step> m_steps; //!< of the operations that run, each once
    QStringList m_heard;
    std::unique_ptr<ScriptedProvider> m_provider;
    std::unique_ptr<ScriptedTokenStore> m_passwords;
    std::unique_ptr<ScriptedOpener> m_opener;
    std::unique_ptr<InstanceStore> m_store;
    std::unique_ptr<Operations> m_operations;
};

void OperationsTest::init()
{
    m_calls.clear();
    m_steps.clear();
    m_heard.clear();
    m_provider = std::make_unique<ScriptedProvider>(m_calls);
    m_passwords = std::make_unique<ScriptedTokenStore>(m_calls);
    m_opener = std::make_unique<ScriptedOpener>(m_calls);
    m_store = std::make_unique<InstanceStore>();
    m_operations = std::make_unique<Operations>(*m_provider, *m_store, *m_passwords, *m_opener, m_clock);
    listen();
}

void OperationsTest::cleanup()
{
    m_operations.reset();
    m_store.reset();
    m_opener.reset();
    m_passwords.reset();
    m_provider.reset();
}

void OperationsTest::listen()
{
    connect(m_operations.get(), &Operations::added, this, [this](const Operation &operation) {
        QCOMPARE(operation.stepNumber, 0);
        m_heard << u"added"_s;
    });
    connect(m_operations.get(), &Operations::changed, this, [this](const Operation &operation) {
        if (!operation.isRunning()) {
            m_heard << u"over"_s;
            return;
        }
        m_heard << (operation.isCancelling ? u"cancelling"_s : u"step %1"_s.arg(operation.stepNumber));
        if (m_steps.empty() || m_steps.back() != operation.step)
            m_steps.push_back(operation.step);
    });
    connect(m_operations.get(), &Operations::finished, this, [this](const Operation &operation) {
        QVERIFY(!operation.isRunning());
        m_heard << u"finished"_s;
    });
    connect(m_operations.get(), &Operations::idle, this, [this] { m_heard << u"idle"_s; });
}

void OperationsTest::goesThroughItsSteps_data()
{
    QTest::addColumn<Begin>("begin");
    QTest::addColumn<Verb>("verb");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("call");
    QTest::addColumn<QString>("after");
    QTest::newRow("start") << &startBox << Verb::Start << u"stopped"_s << u"start box"_s << u"started"_s;
    QTest::newRow("stop") << &stopBox << Verb::Stop << u"started"_s << u"stop box"_s << u"stopped"_s;
    QTest::newRow("kill") << &killBox << Verb::Stop << u"started"_s << u"kill box"_s << u"stopped"_s;
    QTest::newRow("suspend") << &suspendBox << Verb::Suspend << u"started"_s << u"suspend box"_s << u"suspended"_s;
    QTest::newRow("restart") << &restartBox << Verb::Restart << u"started"_s << u"restart box"_s << u"started"_s;
    QTest::newRow("delete") << &removeBox << Verb::Delete << u"started"_s << u"remove box"_s << u"destroyed"_s;
    QTest::newRow("open") << &openBox << Verb::Open << u"stopped"_s << u"start box"_s << u"started"_s;
    QTest::newRow("create") << &createBox << Verb::Create << QString() << u"create box"_s << u"started"_s;
}

void OperationsTest::goesThroughItsSteps()
{
    QFETCH(Begin, begin);
    QFETCH(Verb, verb);
    QFETCH(QString, before);
    QFETCH(QString, call);
    QFETCH(QString, after);
    if (!before.isEmpty())
        m_store->put(known(before));

    const auto id = begin(*m_operations);
    QVERIFY(!m_operations->isIdle());
    QTRY_VERIFY(m_heard.contains(u"idle"_s));

    QCOMPARE(m_calls.count(call), 1);
    QCOMPARE(m_steps, stepsOf(verb));
    QStringList expected{u"added"_s};
    for (std::size_t number = 1; number <= stepsOf(verb).size(); ++number)
        expected << u"step %1"_s.arg(number);
    expected << u"over"_s << u"finished"_s << u"idle"_s;
    QCOMPARE(m_heard, expected);
    const auto &done = operation(id);
    QCOMPARE(done.verb, verb);
    QCOMPARE(done.name, u"box"_s);
    QCOMPARE(done.state, State::Succeeded);
    QCOMPARE(done.stepCount, static_cast<int>(stepsOf(verb).size()));
    QVERIFY(!done.error);
    QVERIFY(!done.wasAlreadySo);
    QVERIFY(m_operations->isIdle());
    QVERIFY(!m_store->isHeld(done.instance));
    const auto *row = m_store->find(done.instance);
    QCOMPARE(row ? row->status : Status::Deleted, statusOf(after));
}

void OperationsTest::givesTheIdBeforeTheFirstSignalAboutIt()
{
    m_store->put(known(u"stopped"_s));

    const auto id = m_operations->start(u"id-box"_s);

    QCOMPARE(m_heard, QStringList{u"added"_s});
    QVERIFY(m_operations->find(id));
    QVERIFY(m_operations->runningOn(u"id-box"_s));
    QCOMPARE(m_operations->runningOn(u"id-box"_s)->id, id);
    QCOMPARE(m_operations->all().size(), 1u);
    QTRY_VERIFY(m_operations->isIdle());
    QVERIFY(!m_operations->runningOn(u"id-box"_s));
}

void OperationsTest::remembersWhenItBeganAndEnded()
{
    m_store->put(known(u"stopped"_s));

    const auto id = m_operations->start(u"id-box"_s);

    QVERIFY(operation(id).startedAt.isValid());
    QVERIFY(!operation(id).endedAt.isValid());
    QTRY_VERIFY(m_operations->isIdle());
    QVERIFY(operation(id).endedAt >= operation(id).startedAt);
}

void OperationsTest::saysThatItWasAlreadySo()
{
    m_store->put(known(u"started"_s));
    m_provider->starts.next(Outcome{.instance = known(u"started"_s), .wasAlreadySo = true});

    const auto id = m_operations->start(u"id-box"_s);

    QTRY_VERIFY(m_operations->isIdle());
    QCOMPARE(operation(id).state, State::Succeeded);
    QVERIFY(operation(id).wasAlreadySo);
}

void OperationsTest::runsOneOperationOnAnInstance()
{
    m_store->put(known(u"started"_s));
    m_provider->stops.hold();
    const auto first = m_operations->stop(u"id-box"_s);
    QTRY_COMPARE(m_calls, QStringList{u"stop box"_s});

    const auto second = m_operations->restart(u"id-box"_s);

    QTRY_COMPARE(operation(second).state, State::Failed);
    QCOMPARE(operation(second).error->code, ErrorCode::ResourceBusy);
    QCOMPARE(operation(second).error->instance, u"box"_s);
    QVERIFY(operation(first).isRunning());
    QCOMPARE(m_operations->runningOn(u"id-box"_s)->id, first);
    QVERIFY(m_store->isHeld(u"id-box"_s));
    QCOMPARE(statusOfRow(), Status::Stopping); // the refused one touches nothing
    m_provider->stops.release();
    QTRY_COMPARE(operation(first).state, State::Succeeded);
    QCOMPARE(m_calls, QStringList{u"stop box"_s});
    QVERIFY(!m_store->isHeld(u"id-box"_s));
}

void OperationsTest::runsOperationsOnDifferentInstancesSideBySide()
{
    auto other = known(u"started"_s);
    other.id = u"id-other"_s;
    other.name = u"other"_s;
    m_store->replace({known(u"started"_s), other});
    m_provider->stops.hold();

    m_operations->stop(u"id-box"_s);
    m_operations->stop(u"id-other"_s);

    QTRY_COMPARE(m_calls, (QStringList{u"stop box"_s, u"stop other"_s}));
    m_provider->stops.release();
    QTRY_VERIFY(m_operations->isIdle());
    QCOMPARE(m_heard.count(u"finished"_s), 2);
    QCOMPARE(m_heard.count(u"idle"_s), 1);
}

void OperationsTest::refusesAnInstanceThatIsNotThere()
{
    const auto id = m_operations->start(u"nobody"_s);

    QTRY_COMPARE(operation(id).state, State::Failed);

    QCOMPARE(operation(id).error->code, ErrorCode::ResourceNotFound);
    QCOMPARE(m_calls, QStringList());
    QVERIFY(m_operations->isIdle());
    QVERIFY(!m_store->isHeld(u"nobody"_s));
}

void OperationsTest::holdsTheRowWhileItRuns()
{
    m_store->put(known(u"started"_s));
    m_provider->stops.hold();
    m_operations->stop(u"id-box"_s);
    QVERIFY(m_store->isHeld(u"id-box"_s)); // from the click on
    QTRY_COMPARE(statusOfRow(), Status::Stopping);

    m_store->replace({known(u"started"_s)}); // a late poll

    QCOMPARE(statusOfRow(), Status::Stopping);
    m_provider->stops.release();
    QTRY_VERIFY(m_operations->isIdle());
    QVERIFY(!m_store->isHeld(u"id-box"_s));
    QCOMPARE(statusOfRow(), Status::Stopped);
}

void OperationsTest::showsWhatIsComing_data()
{
    QTest::addColumn<Begin>("begin");
    QTest::addColumn<QString>("before");
    QTest::addColumn<Status>("shown");
    QTest::newRow("start") << &startBox << u"stopped"_s << Status::Starting;
    QTest::newRow("open") << &openBox << u"suspended"_s << Status::Starting;
    QTest::newRow("stop") << &stopBox << u"started"_s << Status::Stopping;
    QTest::newRow("suspend") << &suspendBox << u"started"_s << Status::Suspending;
    QTest::newRow("restart") << &restartBox << u"started"_s << Status::Restarting;
    QTest::newRow("delete") << &removeBox << u"started"_s << Status::Deleting;
}

void OperationsTest::showsWhatIsComing()
{
    QFETCH(Begin, begin);
    QFETCH(QString, before);
    QFETCH(Status, shown);
    m_store->put(known(before));
    m_provider->starts.hold();
    m_provider->stops.hold();
    m_provider->suspensions.hold();
    m_provider->restarts.hold();
    m_provider->removals.hold();

    begin(*m_operations);

    QTRY_COMPARE(statusOfRow(), shown);
}

void OperationsTest::storesThePasswordBeforeFlyHasIt()
{
    const auto id = createBox(*m_operations);
    const auto instance = operation(id).instance;

    QTRY_COMPARE(operation(id).state, State::Succeeded);

    QVERIFY(!instance.isEmpty());
    QCOMPARE(m_calls, (QStringList{u"write "_s + Operations::passwordKey(instance), u"create box"_s}));
    QCOMPARE(m_passwords->secrets.value(Operations::passwordKey(instance)), u"open sesame"_s);
    QCOMPARE(m_store->find(instance)->machine, u"machine-of-box"_s);
    QCOMPARE(m_store->instances().size(), 1u);
}

void OperationsTest::generatesAPasswordWhenNoneIsGiven()
{
    InstanceSpec asked;
    m_provider->creations.always([&asked](const InstanceSpec &spec) -> Result<Instance> {
        asked = spec;
        return Instance{.id = spec.id, .name = spec.name};
    });

    const auto id = m_operations->create({.name = u"box"_s});

    QTRY_COMPARE(operation(id).state, State::Succeeded);
    QVERIFY(asked.password.size() >= 20);
    QCOMPARE(m_passwords->secrets.value(Operations::passwordKey(asked.id)), asked.password);
    QCOMPARE(asked.id, operation(id).instance);
}

void OperationsTest::announcesTheRowAtOnce()
{
    m_provider->creations.hold();

    const auto id = m_operations->create({.name = u"box"_s, .region = u"fra"_s, .diskGb = 20});

    QTRY_COMPARE(m_provider->count(u"create"_s), 1);
    const auto *row = m_store->find(operation(id).instance);
    QVERIFY(row);
    QCOMPARE(row->status, Status::Creating);
    QCOMPARE(row->name, u"box"_s);
    QCOMPARE(row->region, u"fra"_s);
    QCOMPARE(row->diskGb, 20);
    m_store->replace({}); // a poll that cannot know it yet
    QVERIFY(m_store->find(operation(id).instance));
}

void OperationsTest::refusesANameThatIsTaken()
{
    m_store->put(known(u"stopped"_s));

    const auto id = createBox(*m_operations);

    QTRY_COMPARE(operation(id).state, State::Failed);
    QCOMPARE(operation(id).error->code, ErrorCode::ResourceAlreadyExists);
    QCOMPARE(operation(id).error->step, std::optional(Step::Validating));
    QCOMPARE(m_calls, QStringList());
    QCOMPARE(m_store->instances(), Instances{known(u"stopped"_s)});
}

void OperationsTest::takesRowAndPasswordBackWhenACreateFails()
{
    m_provider->creations.next(std::unexpected(Error{.code = ErrorCode::CapacityRegion}));

    const auto id = createBox(*m_operations);

    QTRY_COMPARE(operation(id).state, State::Failed);
    QCOMPARE(operation(id).error->code, ErrorCode::CapacityRegion);
    QCOMPARE(m_store->instances().size(), 0u);
    QCOMPARE(m_passwords->secrets.size(), 0);
    QVERIFY(!m_store->isHeld(operation(id).instance));
}

void OperationsTest::keepsThePasswordOfWhatAFailedCreateMayHaveLeft()
{
    Error halfDone{.code = ErrorCode::NetworkConnectionFailed};
    halfDone.leftBehind.push_back({.kind = Resource::Kind::App, .name = u"box"_s});
    m_provider->creations.next(std::unexpected(halfDone));

    const auto id = createBox(*m_operations);

    QTRY_COMPARE(operation(id).state, State::Failed);
    QCOMPARE(m_passwords->secrets.value(Operations::passwordKey(operation(id).instance)), u"open sesame"_s);
}

void OperationsTest::leavesFlyAloneWhenTheKeychainIsLocked()
{
    m_passwords->trouble = Error{.code = ErrorCode::KeychainLocked};

    const auto id = createBox(*m_operations);

    QTRY_COMPARE(operation(id).state, State::Failed);
    QCOMPARE(operation(id).error->code, ErrorCode::KeychainLocked);
    QCOMPARE(m_provider->count(u"create"_s), 0);
    QCOMPARE(m_store->instances().size(), 0u);
}

void OperationsTest::refusesTwoCreatesOfOneName()
{
    m_provider->creations.hold();
    const auto first = createBox(*m_operations);
    const auto second = createBox(*m_operations);

    QTRY_COMPARE(operation(second).state, State::Failed);

    QCOMPARE(operation(second).error->code, ErrorCode::ResourceAlreadyExists);
    QVERIFY(operation(first).isRunning());
    m_provider->creations.release();
    QTRY_COMPARE(operation(first).state, State::Succeeded);
    QCOMPARE(m_store->instances().size(), 1u);
    QVERIFY(operation(first).instance != operation(second).instance);
}

void OperationsTest::opensARunningOneWithThePassword()
{
    m_store->put(known(u"started"_s));
    m_passwords->secrets.insert(Operations::passwordKey(u"id-box"_s), u"open sesame"_s);

    const auto id = m_operations->open(u"id-box"_s);

    QTRY_COMPARE(operation(id).state, State::Succeeded);
    QCOMPARE(m_calls, (QStringList{u"inspect box"_s, u"editor box"_s, u"read password/id-box"_s, u"open box"_s}));
    QCOMPARE(m_opener->password, u"open sesame"_s);
}

void OperationsTest::wakesASleepingOne()
{
    m_store->put(known(u"started"_s)); // as the last poll had it
    m_provider->inspections.next(known(u"suspended"_s)); // since then it fell asleep

    const auto id = m_operations->open(u"id-box"_s);

    QTRY_COMPARE(operation(id).state, State::Succeeded);
    QCOMPARE(
        m_calls,
        (QStringList{u"inspect box"_s, u"start box"_s, u"editor box"_s, u"read password/id-box"_s, u"open box"_s}));
    QCOMPARE(statusOfRow(), Status::Running);
}

void OperationsTest::waitsOutAStop()
{
    m_store->put(known(u"started"_s));
    m_provider->inspections.next(known(u"stopping"_s));
    m_provider->inspections.next(known(u"stopping"_s));
    m_provider->inspections.next(known(u"stopped"_s));

    const auto id = m_operations->open(u"id-box"_s);

    QTRY_COMPARE(operation(id).state, State::Succeeded);
    QCOMPARE(m_calls,
             (QStringList{u"inspect box"_s, u"inspect box"_s, u"inspect box"_s, u"start box"_s, u"editor box"_s,
                          u"read password/id-box"_s, u"open box"_s}));
}

void OperationsTest::waitsOutAStartWithoutStartingAgain()
{
    m_store->put(known(u"starting"_s));
    m_provider->inspections.next(known(u"starting"_s));
    m_provider->inspections.next(known(u"started"_s));

    const auto id = m_operations->open(u"id-box"_s);

    QTRY_COMPARE(operation(id).state, State::Succeeded);
    QCOMPARE(m_provider->count(u"start"_s), 0);
    QCOMPARE(m_provider->count(u"inspect"_s), 2);
}

void OperationsTest::givesUpOnAStopThatNeverEnds()
{
    m_store->put(known(u"stopping"_s));

    const auto id = m_operations->open(u"id-box"_s);

    QTRY_COMPARE_WITH_TIMEOUT(operation(id).state, State::Failed, 20'000);
    QCOMPARE(operation(id).error->code, ErrorCode::NetworkTimeout);
    QVERIFY(m_provider->count(u"inspect"_s) > 100); // five minutes
    QCOMPARE(m_provider->count(u"start"_s), 0);
}

void OperationsTest::opensWithoutAPasswordWhenTheKeychainIsLocked()
{
    m_store->put(known(u"started"_s));
    m_passwords->trouble = Error{.code = ErrorCode::KeychainLocked};

    const auto id = m_operations->open(u"id-box"_s);

    QTRY_COMPARE(operation(id).state, State::Succeeded); // the editor asks for it
    QCOMPARE(m_opener->password, QString());
}

void OperationsTest::saysWhyItCouldNotOpen_data()
{
    QTest::addColumn<QString>("where");
    QTest::addColumn<Step>("step");
    QTest::newRow("start refused") << u"start"_s << Step::WaitingForMachine;
    QTest::newRow("editor silent") << u"editor"_s << Step::WaitingForEditor;
    QTest::newRow("no browser") << u"browser"_s << Step::OpeningBrowser;
}

void OperationsTest::saysWhyItCouldNotOpen()
{
    QFETCH(QString, where);
    QFETCH(Step, step);
    m_store->put(known(u"stopped"_s));
    if (where == u"start"_s)
        m_provider->starts.next(std::unexpected(refusal()));
    else if (where == u"editor"_s)
        m_provider->editors.next(std::unexpected(refusal()));
    else
        m_opener->trouble = refusal();

    const auto id = m_operations->open(u"id-box"_s);

    QTRY_COMPARE(operation(id).state, State::Failed);
    QCOMPARE(operation(id).error->code, ErrorCode::ResourceWrongState);
    QCOMPARE(operation(id).error->step, std::optional(step));
    QCOMPARE(statusOfRow(), where == u"start"_s ? Status::Stopped : Status::Running);
    QCOMPARE(m_heard.count(u"finished"_s), 1);
}

void OperationsTest::forgetsThePasswordOfWhatItRemoved()
{
    m_store->put(known(u"started"_s));
    m_passwords->secrets.insert(Operations::passwordKey(u"id-box"_s), u"open sesame"_s);

    const auto id = m_operations->remove(u"id-box"_s);

    QTRY_COMPARE(operation(id).state, State::Succeeded);
    QCOMPARE(m_passwords->secrets.size(), 0);
    QCOMPARE(m_calls,
             (QStringList{u"remove box"_s, u"forget password/id-box"_s, u"forget password/id-box/next"_s,
                          u"forget environment/id-box"_s}));
    QCOMPARE(m_store->instances().size(), 0u);
    QCOMPARE(operation(id).removed.size(), 2u);
    QCOMPARE(operation(id).removed.front().kind, Resource::Kind::Machine);
    QCOMPARE(operation(id).freedGb, 10);
    QCOMPARE(operation(id).name, u"box"_s); // known when the instance is gone
}

void OperationsTest::keepsThePasswordWhenARemovalFails()
{
    m_store->put(known(u"stopped"_s));
    m_passwords->secrets.insert(Operations::passwordKey(u"id-box"_s), u"open sesame"_s);
    m_provider->removals.next(std::unexpected(refusal()));

    const auto id = m_operations->remove(u"id-box"_s);

    QTRY_COMPARE(operation(id).state, State::Failed);
    QCOMPARE(m_passwords->secrets.size(), 1);
    QCOMPARE(statusOfRow(), Status::Stopped);
}

void OperationsTest::cancels_data()
{
    QTest::addColumn<Begin>("begin");
    QTest::addColumn<QString>("before");
    QTest::newRow("start") << &startBox << u"stopped"_s;
    QTest::newRow("stop") << &stopBox << u"started"_s;
    QTest::newRow("suspend") << &suspendBox << u"started"_s;
    QTest::newRow("restart") << &restartBox << u"started"_s;
    QTest::newRow("open, in its start") << &openBox << u"stopped"_s;
    QTest::newRow("open, waiting for the editor") << &openBox << u"started"_s;
}

void OperationsTest::cancels()
{
    QFETCH(Begin, begin);
    QFETCH(QString, before);
    m_store->put(known(before));
    m_provider->starts.hold();
    m_provider->stops.hold();
    m_provider->suspensions.hold();
    m_provider->restarts.hold();
    m_provider->editors.hold();
    const auto id = begin(*m_operations);
    QTRY_COMPARE(m_provider->starts.asked() + m_provider->stops.asked() + m_provider->suspensions.asked()
                     + m_provider->restarts.asked() + m_provider->editors.asked(),
                 1);

    m_operations->cancel(id);

    QVERIFY(operation(id).isRunning()); // until the provider has put back what it could
    QVERIFY(operation(id).isCancelling);
    QTRY_COMPARE(operation(id).state, State::Cancelled);
    QCOMPARE(operation(id).error->code, ErrorCode::Cancelled);
    QVERIFY(!operation(id).isCancelling);
    QCOMPARE(statusOfRow(), statusOf(before));
    QCOMPARE(m_heard.last(), u"idle"_s);
    QCOMPARE(m_heard.count(u"finished"_s), 1);
    QVERIFY(!m_store->isHeld(u"id-box"_s));
}

void OperationsTest::cancelsBeforeItHasBegun()
{
    m_store->put(known(u"stopped"_s));
    const auto id = m_operations->start(u"id-box"_s);

    m_operations->cancel(id);

    QTRY_COMPARE(operation(id).state, State::Cancelled);
    QCOMPARE(statusOfRow(), Status::Stopped);
}

void OperationsTest::takesBackACancelledCreate()
{
    m_provider->creations.hold();
    const auto id = createBox(*m_operations);
    QTRY_COMPARE(m_provider->count(u"create"_s), 1);

    m_operations->cancel(id);

    QTRY_COMPARE(operation(id).state, State::Cancelled);
    QCOMPARE(m_store->instances().size(), 0u);
    QCOMPARE(m_passwords->secrets.size(), 0);
}

void OperationsTest::cancelsAnOpenThatWaits()
{
    m_store->put(known(u"stopping"_s));
    const auto id = m_operations->open(u"id-box"_s);
    QTRY_VERIFY(m_provider->count(u"inspect"_s) >= 3);

    m_operations->cancel(id);

    QTRY_COMPARE(operation(id).state, State::Cancelled);
    QCOMPARE(statusOfRow(), Status::Stopping);
    QCOMPARE(m_provider->count(u"start"_s), 0);
}

void OperationsTest::doesNotCancelADelete()
{
    m_store->put(known(u"started"_s));
    m_provider->removals.hold();
    const auto id = m_operations->remove(u"id-box"_s);
    QTRY_COMPARE(m_provider->count(u"remove"_s), 1);

    m_operations->cancel(id);
    m_operations->cancelAll();

    QVERIFY(!operation(id).isCancelling);
    m_provider->removals.release();
    QTRY_COMPARE(operation(id).state, State::Succeeded);
}

void OperationsTest::cancelsOnce()
{
    m_store->put(known(u"stopped"_s));
    m_provider->starts.hold();
    m_provider->starts.beDeaf(); // too late to turn round
    const auto id = m_operations->start(u"id-box"_s);
    QTRY_COMPARE(m_provider->count(u"start"_s), 1);

    m_operations->cancel(id);
    m_operations->cancel(id);
    m_operations->cancel(99);

    QCOMPARE(m_heard.count(u"cancelling"_s), 1);
    m_provider->starts.release();
    QTRY_COMPARE(operation(id).state, State::Succeeded); // it says what came of it
    m_operations->cancel(id);
    QCOMPARE(operation(id).state, State::Succeeded);
}

void OperationsTest::cancelsAll()
{
    auto other = known(u"started"_s);
    other.id = u"id-other"_s;
    m_store->replace({known(u"started"_s), other});
    m_provider->stops.hold();
    m_operations->stop(u"id-box"_s);
    m_operations->stop(u"id-other"_s);
    QTRY_COMPARE(m_provider->count(u"stop"_s), 2);

    m_operations->cancelAll();

    QTRY_VERIFY(m_operations->isIdle());
    for (const auto &operation : m_operations->all())
        QCOMPARE(operation.state, State::Cancelled);
    QCOMPARE(m_heard.count(u"idle"_s), 1);
}

void OperationsTest::bringsTheRowBackToTheTruthAfterAFailure_data()
{
    QTest::addColumn<bool>("canAsk");
    QTest::addColumn<Status>("status");
    QTest::newRow("as the provider sees it") << true << Status::Failed;
    QTest::newRow("as it was, when nobody can tell") << false << Status::Running;
}

void OperationsTest::bringsTheRowBackToTheTruthAfterAFailure()
{
    QFETCH(bool, canAsk);
    QFETCH(Status, status);
    m_store->put(known(u"started"_s));
    m_provider->stops.next(std::unexpected(refusal()));
    if (canAsk)
        m_provider->inspections.next(known(u"failed"_s));
    else
        m_provider->inspections.next(std::unexpected(Error{.code = ErrorCode::NetworkConnectionFailed}));

    const auto id = m_operations->stop(u"id-box"_s);

    QTRY_COMPARE(operation(id).state, State::Failed);
    QCOMPARE(operation(id).error->code, ErrorCode::ResourceWrongState); // not what the question came to
    QCOMPARE(m_calls, (QStringList{u"stop box"_s, u"inspect box"_s}));
    QCOMPARE(statusOfRow(), status);
    QVERIFY(!m_store->isHeld(u"id-box"_s));
}

void OperationsTest::saysWhereItFailed()
{
    m_store->put(known(u"started"_s));
    m_provider->stops.next(std::unexpected(refusal()));
    m_provider->suspensions.next(std::unexpected(
        Error{.code = ErrorCode::CapacityHost, .requestId = u"01H"_s, .step = Step::SuspendingMachine}));

    const auto stop = m_operations->stop(u"id-box"_s);
    QTRY_COMPARE(operation(stop).state, State::Failed);
    const auto suspend = m_operations->suspend(u"id-box"_s);
    QTRY_COMPARE(operation(suspend).state, State::Failed);

    QCOMPARE(operation(stop).error->step, std::optional(Step::WaitingForMachine)); // in which it was
    QCOMPARE(operation(stop).error->instance, u"box"_s);
    QCOMPARE(operation(stop).error->httpStatus, 412);
    QCOMPARE(operation(suspend).error->step, std::optional(Step::SuspendingMachine)); // as the provider knows better
    QCOMPARE(operation(suspend).error->requestId, u"01H"_s);
}

void OperationsTest::keepsWhatAFailureLeftBehind()
{
    const Resource left{.kind = Resource::Kind::Volume, .name = u"vol_1"_s};
    const Resource undone{.kind = Resource::Kind::App, .name = u"box"_s};
    m_provider->creations.next(
        std::unexpected(Error{.code = ErrorCode::InternalError, .undone = {undone}, .leftBehind = {left}}));

    const auto id = createBox(*m_operations);

    QTRY_COMPARE(operation(id).state, State::Failed);
    QCOMPARE(operation(id).error->leftBehind, std::vector<Resource>{left});
    QCOMPARE(operation(id).error->undone, std::vector<Resource>{undone});
}

void OperationsTest::retries_data()
{
    QTest::addColumn<Begin>("begin");
    QTest::addColumn<Verb>("verb");
    QTest::newRow("open") << &openBox << Verb::Open;
    QTest::newRow("start") << &startBox << Verb::Start;
    QTest::newRow("stop") << &stopBox << Verb::Stop;
    QTest::newRow("suspend") << &suspendBox << Verb::Suspend;
    QTest::newRow("restart") << &restartBox << Verb::Restart;
    QTest::newRow("delete") << &removeBox << Verb::Delete;
}

void OperationsTest::retries()
{
    QFETCH(Begin, begin);
    QFETCH(Verb, verb);
    m_store->put(known(u"stopped"_s));
    m_provider->starts.next(std::unexpected(refusal()));
    m_provider->stops.next(std::unexpected(refusal()));
    m_provider->suspensions.next(std::unexpected(refusal()));
    m_provider->restarts.next(std::unexpected(refusal()));
    m_provider->removals.next(std::unexpected(refusal()));
    const auto first = begin(*m_operations);
    QTRY_COMPARE(operation(first).state, State::Failed);

    const auto second = m_operations->retry(first);

    QVERIFY(second != 0);
    QVERIFY(second != first);
    QCOMPARE(operation(second).verb, verb);
    QCOMPARE(operation(second).instance, u"id-box"_s);
    QTRY_COMPARE(operation(second).state, State::Succeeded);
    QCOMPARE(operation(first).state, State::Failed); // what happened stays in the list
}

void OperationsTest::retriesACreateWithTheSamePassword()
{
    m_provider->creations.next(std::unexpected(Error{.code = ErrorCode::CapacityRegion}));
    const auto first = createBox(*m_operations);
    QTRY_COMPARE(operation(first).state, State::Failed);

    const auto second = m_operations->retry(first);

    QTRY_COMPARE(operation(second).state, State::Succeeded);
    QCOMPARE(m_passwords->secrets.value(Operations::passwordKey(operation(second).instance)), u"open sesame"_s);
    QCOMPARE(m_store->instances().size(), 1u);
}

void OperationsTest::retriesAKillAsAKill()
{
    m_store->put(known(u"started"_s));
    m_provider->stops.next(std::unexpected(refusal()));
    const auto first = killBox(*m_operations);
    QTRY_COMPARE(operation(first).state, State::Failed);

    const auto second = m_operations->retry(first);

    QTRY_COMPARE(operation(second).state, State::Succeeded);
    QCOMPARE(m_provider->count(u"kill"_s), 2);
    QCOMPARE(m_provider->count(u"stop"_s), 0);
}

void OperationsTest::doesNotRetryWhatRunsOrIsUnknown()
{
    m_store->put(known(u"stopped"_s));
    m_provider->starts.hold();
    const auto id = m_operations->start(u"id-box"_s);

    QCOMPARE(m_operations->retry(id), 0);
    QCOMPARE(m_operations->retry(99), 0);

    QCOMPARE(m_operations->all().size(), 1u);
}

void OperationsTest::dismissesWhatIsOver()
{
    m_store->put(known(u"stopped"_s));
    m_provider->starts.hold();
    const auto id = m_operations->start(u"id-box"_s);
    const QSignalSpy dismissed(m_operations.get(), &Operations::dismissed);
    m_operations->dismiss(id); // it runs: it stays
    QCOMPARE(m_operations->all().size(), 1u);
    m_provider->starts.release();
    QTRY_VERIFY(m_operations->isIdle());

    m_operations->dismiss(id);
    m_operations->dismiss(id);

    QCOMPARE(m_operations->all().size(), 0u);
    QVERIFY(!m_operations->find(id));
    QCOMPARE(dismissed.size(), 1);
    QCOMPARE(dismissed.front().front().toInt(), id);
    QCOMPARE(m_operations->retry(id), 0);
}

void OperationsTest::listenersMayBeginAndDismiss()
{
    Instances rows{known(u"started"_s)};
    for (int number = 0; number < 20; ++number) {
        auto other = known(u"started"_s);
        other.id = u"id-%1"_s.arg(number);
        rows.push_back(other);
    }
    m_store->replace(rows);
    const auto old = m_operations->start(u"id-0"_s);
    QTRY_VERIFY(m_operations->isIdle());
    int begun = 0;
    connect(m_operations.get(), &Operations::changed, this, [&](const Operation &operation) {
        m_operations->dismiss(old); // moves the others
        if (operation.instance == u"id-box"_s && begun < 20)
            m_operations->stop(u"id-%1"_s.arg(begun++)); // makes them move elsewhere
    });
    connect(m_operations.get(), &Operations::finished, this,
            [&](const Operation &operation) { m_operations->dismiss(operation.id); });

    m_operations->stop(u"id-box"_s);
    m_operations->cancel(m_operations->all().back().id);

    QTRY_VERIFY(m_operations->isIdle());
    QVERIFY(begun > 1);
    QCOMPARE(m_operations->all().size(), 0u);
}

void OperationsTest::mayBeDestroyedInMidFlight_data()
{
    QTest::addColumn<Begin>("begin");
    QTest::newRow("create") << &createBox;
    QTest::newRow("open") << &openBox;
    QTest::newRow("start") << &startBox;
    QTest::newRow("stop") << &stopBox;
    QTest::newRow("suspend") << &suspendBox;
    QTest::newRow("restart") << &restartBox;
    QTest::newRow("delete") << &removeBox;
}

void OperationsTest::mayBeDestroyedInMidFlight()
{
    QFETCH(Begin, begin);
    if (begin != &createBox)
        m_store->put(known(u"stopping"_s));
    m_provider->creations.hold();
    m_provider->starts.hold();
    m_provider->stops.hold();
    m_provider->suspensions.hold();
    m_provider->restarts.hold();
    m_provider->removals.hold();
    begin(*m_operations);
    QTRY_VERIFY(!m_calls.empty());
    const auto heard = m_heard;

    m_operations.reset();

    for (int i = 0; i < 20; ++i) // whoever still ran would run now
        QCoreApplication::processEvents();
    QCOMPARE(m_heard, heard);
}

QTEST_GUILESS_MAIN(OperationsTest)
#include "tst_operations.moc"
