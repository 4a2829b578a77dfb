// What every operation promises, whichever cloud it works with: once with Fly.io, once with one made of paper.
//
// Any request may fail or be the last: by default each one to the paper cloud and a few to Fly.io; with
// SWARM_WHOLE_MATRIX set, each one to both.
#include "model/instancestore.h"
#include "model/operations.h"
#include "model/receipts.h"
#include "tests/scriptedtokenstore.h"
#include "tests/suitecloud.h"
#include "tests/waitfor.h"

#include <QCryptographicHash>
#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QFile>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace swarm;
using State = Operation::State;

namespace {

constexpr auto patience = 20s; //!< for one operation
constexpr int anyPlace = 6; //!< a request that every operation with Fly.io makes

class RecordingOpener : public Opener
{
public:
    QString opened; //!< name of the instance
    QString password;

    [[nodiscard]] Task<Result<void>> open(Instance instance, QString with) override
    {
        opened = instance.name;
        password = with;
        co_return Result<void>();
    }
};

//! What a change of one thing must leave alone, as the provider reads it back.
struct Traits {
    QString name = {};
    QString region = {};
    QString volume = {};
    Size size = {};
    QString image = {};
    IdleRule idle = {};
    QMap<QString, QString> env = {};

    bool operator==(const Traits &) const = default;
};

bool isWholeMatrix()
{
    return qEnvironmentVariableIsSet("SWARM_WHOLE_MATRIX");
}

Image version(const QString &tag)
{
    return {.tag = tag};
}

InstanceSpec plainSpec(const QString &name = u"box"_s)
{
    return {.name = name,
            .image = version(u"4.100.0"_s),
            .env = {{u"GREETING"_s, u"hello"_s}},
            .password = u"open sesame"_s};
}

} // namespace

class OperationSuiteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void initTestCase();
    void init();
    void cleanup();

    void createsWhatWasAskedFor();
    void refusesANameInUse();
    void saysWhereThereIsRoom();
    void goesOnWhereThereIsRoom();
    void opensASleepingOne();
    void bringsIt_data();
    void bringsIt();
    void saysThatItWasAlreadySo_data();
    void saysThatItWasAlreadySo();
    void refusesToSuspendWhatIsTooBig();

    void changesOneThingAndKeepsTheRest_data();
    void changesOneThingAndKeepsTheRest();
    void refusesAnOlderImageUnlessForced();
    void refusesWhatCannotBe_data();
    void refusesWhatCannotBe();
    void putsBackAChangeThatFails();
    void extendsAndNeverShrinks();
    void renames();
    void rotatesThePassword();
    void rollsBackTheImage();
    void rollsBackTheConfiguration();
    void rollsBackToANamedVersion();

    void takesSnapshots();
    void rollsBackDataAndGoesBack();
    void dropsThePreviousCopy();
    void moves();
    void clones_data();
    void clones();
    void recreatesWhatIsGone();

    void deletes();
    void restoresWhatWasKept();
    void erasesWhatWasKept();
    void erasesWhatIsExpired();
    void forgetsOnlyWhatIsGone();

    void addsAndRemovesAddresses();
    void keepsTheLastWayInUnlessForced();
    void addsAndRemovesHostNames();
    void backsUpTheFiles();
    void removesWhatNobodyUses();
    void refusesWhatIsNoLongerAnOrphan();
    void adoptsAStrangersEditor();

    void takesBackWhatIsCancelled_data();
    void takesBackWhatIsCancelled();
    void recoversACreate_data();
    void recoversACreate();
    void recoversADelete_data();
    void recoversADelete();
    void recoversAMove_data();
    void recoversAMove();
    void runsOneAtATimeOnAnInstance();
    void looksAndDoesNotTouchWhatIsTooNew();
    void endsAtItsDeadline();
    void endsWellWhicheverRequestFails_data() { addVerbs(); }
    void endsWellWhicheverRequestFails();
    void isTakenUpWhereverItWasCutOff_data() { addVerbs(); }
    void isTakenUpWhereverItWasCutOff();
    void tellsWhetherACutOffRequestWasDone_data();
    void tellsWhetherACutOffRequestWasDone();

private:
    static void addVerbs();
    void beginAfresh();
    //! Makes what the operation needs, with a note on its disk, and aims it there.
    [[nodiscard]] OperationRequest prepared(OperationRequest request);
    //! Of the requests that an operation makes, those to go wrong.
    [[nodiscard]] std::vector<int> placesIn(const OperationRequest &request);
    //! Whether the world is as a single request wants it.
    [[nodiscard]] bool isDone(const OperationRequest &request);
    //! What is not as it should be when an operation and its recovery are over; empty when all is well.
    [[nodiscard]] QString problemAfter(const OperationRequest &request);
    void beginAnew(const Clock &clock);
    [[nodiscard]] static bool waitUntil(const std::function<bool()> &isSo);
    [[nodiscard]] Operation ended(OperationId id);
    [[nodiscard]] Operation run(OperationRequest request) { return ended(m_operations->begin(std::move(request))); }
    //! The row of a fresh instance.
    [[nodiscard]] Instance made(InstanceSpec spec = plainSpec());
    [[nodiscard]] Instance row(const InstanceId &id) const;
    [[nodiscard]] Provider &provider() { return m_cloud->provider(); }
    [[nodiscard]] Traits traitsOf(const InstanceId &id);
    [[nodiscard]] QString password(const InstanceId &id) { return m_passwords->secrets.value(passwordKey(id)); }
    //! What the provider has for one.
    [[nodiscard]] QString lockOf(const InstanceId &id)
    {
        return waitFor(provider().findPassword(row(id))).value_or(QString());
    }
    [[nodiscard]] std::vector<Disk> disks();
    [[nodiscard]] bool isJournalEmpty() { return waitFor(m_journal->entries()).empty(); }
    //! Runs until it enters a step; then `there` happens, from the event loop.
    void runUntil(OperationRequest request, Step step, std::function<void(OperationId)> there);
    //! The program ends in a step, and another one takes up what it finds.
    [[nodiscard]] Operation cutOffAndRecovered(OperationRequest request, Step step);

    QTemporaryDir m_folder;
    QStringList m_calls;
    std::unique_ptr<SuiteCloud> m_cloud;
    std::unique_ptr<ScriptedTokenStore> m_passwords;
    std::unique_ptr<RecordingOpener> m_opener;
    std::unique_ptr<InstanceStore> m_store;
    std::unique_ptr<QTemporaryDir> m_files;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Receipts> m_receipts;
    std::unique_ptr<Operations> m_operations;
};

void OperationSuiteTest::initTestCase_data()
{
    QTest::addColumn<bool>("isFly");
    QTest::newRow("paper") << false;
    QTest::newRow("fly") << true;
}

void OperationSuiteTest::initTestCase()
{
    qputenv("QT_LOGGING_RULES", "remoteswarm.*=false");
    QLoggingCategory::setFilterRules(u"remoteswarm.*=false"_s);
}

void OperationSuiteTest::init()
{
    QFETCH_GLOBAL(bool, isFly);
    m_cloud = isFly ? flyCloud() : paperCloud();
    m_passwords = std::make_unique<ScriptedTokenStore>(m_calls);
    m_opener = std::make_unique<RecordingOpener>();
    m_store = std::make_unique<InstanceStore>();
    m_files = std::make_unique<QTemporaryDir>();
    m_journal = std::make_unique<Journal>(m_files->filePath(u"journal"_s), JournalOwner{.organization = u"us"_s});
    m_receipts = std::make_unique<Receipts>(m_files->filePath(u"receipts"_s));
    beginAnew(m_cloud->clock());
}

void OperationSuiteTest::beginAnew(const Clock &clock)
{
    m_operations = std::make_unique<Operations>(provider(), *m_store, *m_passwords, *m_opener, clock);
    m_operations->setFiles(m_journal.get(), m_receipts.get());
}

void OperationSuiteTest::cleanup()
{
    m_operations.reset();
    m_receipts.reset();
    m_journal.reset();
    m_store.reset();
    m_opener.reset();
    m_passwords.reset();
    m_cloud.reset();
}

bool OperationSuiteTest::waitUntil(const std::function<bool()> &isSo)
{
    // Not qWaitFor(), which sleeps between any two events: here that would be most of the time.
    QEventLoop loop;
    QTimer look;
    connect(&look, &QTimer::timeout, &loop, [&] {
        if (isSo())
            loop.quit();
    });
    look.start(1ms);
    QTimer::singleShot(patience, &loop, &QEventLoop::quit);
    if (!isSo())
        loop.exec();
    return isSo();
}

Operation OperationSuiteTest::ended(OperationId id)
{
    if (!waitUntil([&] { return !m_operations->find(id)->isRunning(); }))
        qWarning("an operation does not end");
    return *m_operations->find(id);
}

Instance OperationSuiteTest::made(InstanceSpec spec)
{
    const auto operation = run({.verb = Verb::Create, .spec = std::move(spec)});
    if (operation.error)
        qWarning("no instance: %ls", qUtf16Printable(codeName(operation.error->code) + operation.error->detail));
    return row(operation.instance);
}

Instance OperationSuiteTest::row(const InstanceId &id) const
{
    const auto *found = m_store->find(id);
    return found ? *found : Instance();
}

Traits OperationSuiteTest::traitsOf(const InstanceId &id)
{
    const auto now = waitFor(provider().inspect(row(id)));
    const auto env = waitFor(provider().environment(row(id)));
    if (!now || !env)
        return {};
    return {.name = now->name,
            .region = now->region,
            .volume = now->volume,
            .size = now->size,
            .image = now->image.repository + u':' + now->image.tag,
            .idle = now->idle,
            .env = *env};
}

std::vector<Disk> OperationSuiteTest::disks()
{
    auto all = waitFor(provider().list({})).value_or(FleetReply()).disks;
    std::erase_if(all, &Disk::isDying);
    return all;
}

void OperationSuiteTest::runUntil(OperationRequest request, Step step, std::function<void(OperationId)> there)
{
    bool isThere = false;
    QObject listener; // hears no more when this is over
    const auto id = m_operations->begin(std::move(request));
    connect(m_operations.get(), &Operations::changed, &listener, [&](const Operation &operation) {
        if (operation.id == id && operation.step == step && operation.isRunning() && !std::exchange(isThere, true))
            QTimer::singleShot(0, this, [there, id] { there(id); });
    });
    QVERIFY2(waitUntil([&] { return isThere; }), "it never entered the step");
}

Operation OperationSuiteTest::cutOffAndRecovered(OperationRequest request, Step step)
{
    runUntil(std::move(request), step, [this](OperationId) { m_operations.reset(); });
    const bool isOver = waitUntil([this] { return !m_operations; });
    m_store = std::make_unique<InstanceStore>();
    beginAnew(m_cloud->clock());
    const auto taken = isOver ? waitFor(m_operations->recover()) : std::vector<Operation>();
    return taken.size() == 1 ? taken.front() : Operation{.state = State::Failed};
}

void OperationSuiteTest::createsWhatWasAskedFor()
{
    const Size size{.cpus = 2, .memoryMb = 4096};
    const IdleRule idle{.action = IdleRule::Action::Stop};

    const auto operation = run({.verb = Verb::Create,
                                .spec = {.name = u"box"_s,
                                         .region = u"fra"_s,
                                         .size = size,
                                         .diskGb = 20,
                                         .image = version(u"4.100.0"_s),
                                         .idle = idle,
                                         .env = {{u"GREETING"_s, u"hello"_s}},
                                         .password = u"open sesame"_s}});

    QVERIFY2(!operation.error, operation.error ? qPrintable(operation.error->detail) : "");
    const auto traits = traitsOf(operation.instance);
    QCOMPARE(traits.name, u"box"_s);
    QCOMPARE(traits.region, u"fra"_s);
    QCOMPARE(traits.size, size);
    QCOMPARE(traits.image, u"codercom/code-server:4.100.0"_s);
    QCOMPARE(traits.idle, idle);
    QCOMPARE(traits.env.value(u"GREETING"_s), u"hello"_s);
    QCOMPARE(row(operation.instance).status, Status::Running);
    QCOMPARE(disks().size(), 1u);
    QCOMPARE(disks().front().sizeGb, 20);
    QCOMPARE(password(operation.instance), u"open sesame"_s);
    QCOMPARE(lockOf(operation.instance), u"open sesame"_s);
    QVERIFY(isJournalEmpty());
}

void OperationSuiteTest::refusesANameInUse()
{
    const auto first = made();

    const auto operation = run({.verb = Verb::Create, .spec = plainSpec()});

    QCOMPARE(operation.error->code, ErrorCode::ResourceAlreadyExists);
    QCOMPARE(m_store->instances().size(), 1u);
    QCOMPARE(disks().size(), 1u);
}

void OperationSuiteTest::saysWhereThereIsRoom()
{
    m_cloud->fill(u"ams"_s);

    const auto operation = run({.verb = Verb::Create, .spec = plainSpec()});

    QCOMPARE(operation.state, State::Failed);
    QCOMPARE(operation.error->kind(), Error::Kind::NoRoom);
    QVERIFY(!operation.error->regionWithRoom.isEmpty());
    QVERIFY(operation.error->regionWithRoom != u"ams"_s);
    QVERIFY(m_cloud->isEmpty());
    QVERIFY(m_store->instances().empty());
    QVERIFY(m_passwords->secrets.isEmpty());
    QVERIFY(isJournalEmpty());
}

void OperationSuiteTest::goesOnWhereThereIsRoom()
{
    m_cloud->fill(u"ams"_s);

    const auto operation = run({.verb = Verb::Create, .spec = plainSpec(), .takesAnyRegion = true});

    QCOMPARE(operation.state, State::Succeeded);
    const auto traits = traitsOf(operation.instance);
    QVERIFY(traits.region != u"ams"_s);
    QCOMPARE(row(operation.instance).region, traits.region);
    QCOMPARE(disks().size(), 1u);
}

void OperationSuiteTest::opensASleepingOne()
{
    const auto box = made();
    QCOMPARE(run({.verb = Verb::Stop, .instance = box.id}).state, State::Succeeded);

    const auto operation = run({.verb = Verb::Open, .instance = box.id});

    QCOMPARE(operation.state, State::Succeeded);
    QCOMPARE(row(box.id).status, Status::Running);
    QCOMPARE(m_opener->opened, u"box"_s);
    QCOMPARE(m_opener->password, u"open sesame"_s);
}

void OperationSuiteTest::bringsIt_data()
{
    QTest::addColumn<OperationRequest>("first");
    QTest::addColumn<OperationRequest>("request");
    QTest::addColumn<Status>("wanted");
    const OperationRequest stop{.verb = Verb::Stop};
    const OperationRequest kill{.verb = Verb::Stop, .manner = StopManner::Kill};
    const OperationRequest suspend{.verb = Verb::Suspend};
    const OperationRequest start{.verb = Verb::Start};
    const OperationRequest restart{.verb = Verb::Restart};
    QTest::newRow("stop") << restart << stop << Status::Stopped;
    QTest::newRow("kill") << restart << kill << Status::Stopped;
    QTest::newRow("suspend") << restart << suspend << Status::Suspended;
    QTest::newRow("start") << stop << start << Status::Running;
    QTest::newRow("wake") << suspend << start << Status::Running;
    QTest::newRow("restart") << restart << restart << Status::Running;
}

void OperationSuiteTest::bringsIt()
{
    QFETCH(OperationRequest, first);
    QFETCH(OperationRequest, request);
    QFETCH(Status, wanted);
    const auto box = made();
    first.instance = request.instance = box.id;
    QCOMPARE(run(first).state, State::Succeeded);

    const auto operation = run(request);

    QCOMPARE(operation.state, State::Succeeded);
    QVERIFY(!operation.wasAlreadySo);
    QCOMPARE(row(box.id).status, wanted);
    QCOMPARE(waitFor(provider().inspect(row(box.id)))->status, wanted);
}

void OperationSuiteTest::saysThatItWasAlreadySo_data()
{
    QTest::addColumn<OperationRequest>("request");
    QTest::newRow("start") << OperationRequest{.verb = Verb::Start};
    QTest::newRow("resize") << OperationRequest{.verb = Verb::Resize, .change = {.size = Size()}};
    QTest::newRow("environment") << OperationRequest{.verb = Verb::ChangeEnvironment,
                                                     .change = {.setEnv = {{u"GREETING"_s, u"hello"_s}}}};
    QTest::newRow("rename") << OperationRequest{.verb = Verb::Rename, .name = u"box"_s};
    QTest::newRow("extend") << OperationRequest{.verb = Verb::Extend, .sizeGb = 10};
    QTest::newRow("drop nothing") << OperationRequest{.verb = Verb::DropPrevious};
}

void OperationSuiteTest::saysThatItWasAlreadySo()
{
    QFETCH(OperationRequest, request);
    const auto box = made();
    const auto before = traitsOf(box.id);
    request.instance = box.id;

    const auto operation = run(request);

    QCOMPARE(operation.state, State::Succeeded);
    QVERIFY(operation.wasAlreadySo);
    QCOMPARE(traitsOf(box.id), before);
}

void OperationSuiteTest::refusesToSuspendWhatIsTooBig()
{
    auto spec = plainSpec();
    spec.size = {.cpus = 2, .memoryMb = 4096};
    spec.idle = {.action = IdleRule::Action::Stop};
    const auto box = made(spec);

    const auto operation = run({.verb = Verb::Suspend, .instance = box.id});

    QCOMPARE(operation.error->code, ErrorCode::ApiInvalidRequest);
    QCOMPARE(std::get<SpecProblem>(operation.error->refusal), SpecProblem::CannotSuspend);
    QCOMPARE(row(box.id).status, Status::Running);
}

void OperationSuiteTest::changesOneThingAndKeepsTheRest_data()
{
    QTest::addColumn<OperationRequest>("request");
    QTest::addColumn<Traits>("changed"); // what is left out stays
    const Size bigger{.cpus = 2, .memoryMb = 2048};
    QTest::newRow("size") << OperationRequest{.verb = Verb::Resize, .change = {.size = bigger}}
                          << Traits{.size = bigger};
    QTest::newRow("image") << OperationRequest{.verb = Verb::ChangeImage, .change = {.image = version(u"4.101.0"_s)}}
                           << Traits{.image = u"codercom/code-server:4.101.0"_s};
    const IdleRule never{.action = IdleRule::Action::Never};
    QTest::newRow("idle rule") << OperationRequest{.verb = Verb::ChangeIdleRule, .change = {.idle = never}}
                               << Traits{.idle = never};
    QTest::newRow("set a variable") << OperationRequest{.verb = Verb::ChangeEnvironment,
                                                        .change = {.setEnv = {{u"MORE"_s, u"yes"_s}}}}
                                    << Traits{.env = {{u"MORE"_s, u"yes"_s}}};
    QTest::newRow("unset a variable") << OperationRequest{.verb = Verb::ChangeEnvironment,
                                                          .change = {.unsetEnv = {u"GREETING"_s}}}
                                      << Traits();
}

void OperationSuiteTest::changesOneThingAndKeepsTheRest()
{
    QFETCH(OperationRequest, request);
    QFETCH(Traits, changed);
    const auto box = made();
    request.instance = box.id;
    auto expected = traitsOf(box.id);
    if (request.change.size)
        expected.size = changed.size;
    if (request.change.image)
        expected.image = changed.image;
    if (request.change.idle)
        expected.idle = changed.idle;
    expected.env.insert(changed.env);
    for (const auto &name : std::as_const(request.change.unsetEnv))
        expected.env.remove(name);

    const auto operation = run(request);

    QVERIFY2(!operation.error, operation.error ? qPrintable(operation.error->detail) : "");
    QVERIFY(!operation.wasAlreadySo);
    QCOMPARE(traitsOf(box.id), expected);
    QCOMPARE(row(box.id).status, Status::Running);
}

void OperationSuiteTest::refusesAnOlderImageUnlessForced()
{
    const auto box = made();
    OperationRequest request{.verb = Verb::ChangeImage, .instance = box.id, .change = {.image = version(u"4.99.0"_s)}};

    QCOMPARE(run(request).error->code, ErrorCode::ApiInvalidRequest);
    QCOMPARE(traitsOf(box.id).image, u"codercom/code-server:4.100.0"_s);
    request.isForced = true;
    QCOMPARE(run(request).state, State::Succeeded);

    QCOMPARE(traitsOf(box.id).image, u"codercom/code-server:4.99.0"_s);
}

void OperationSuiteTest::refusesWhatCannotBe_data()
{
    QTest::addColumn<OperationRequest>("request");
    const Size odd{.cpus = 3, .memoryMb = 2048};
    const Size big{.cpus = 2, .memoryMb = 4096};
    QTest::newRow("no such size") << OperationRequest{.verb = Verb::Resize, .change = {.size = odd}};
    QTest::newRow("too big to suspend") << OperationRequest{
        .verb = Verb::Resize, .change = {.size = big, .idle = IdleRule{.action = IdleRule::Action::Suspend}}};
    QTest::newRow("reserved variable") << OperationRequest{.verb = Verb::ChangeEnvironment,
                                                           .change = {.setEnv = {{u"PASSWORD"_s, u"x"_s}}}};
    QTest::newRow("no name") << OperationRequest{.verb = Verb::Rename, .name = u"Not a name"_s};
}

void OperationSuiteTest::refusesWhatCannotBe()
{
    QFETCH(OperationRequest, request);
    const auto box = made();
    const auto before = traitsOf(box.id);
    request.instance = box.id;

    const auto operation = run(request);

    QCOMPARE(operation.state, State::Failed);
    QCOMPARE(operation.error->code, ErrorCode::ApiInvalidRequest);
    QCOMPARE(traitsOf(box.id), before);
}

void OperationSuiteTest::putsBackAChangeThatFails()
{
    const auto box = made();
    const auto before = traitsOf(box.id);
    m_cloud->breakNextChange(box);

    const auto operation =
        run({.verb = Verb::Resize, .instance = box.id, .change = {.size = Size{.cpus = 2, .memoryMb = 2048}}});

    QCOMPARE(operation.state, State::Failed);
    QCOMPARE(operation.error->kind(), Error::Kind::NoRoom);
    QVERIFY(operation.error->wasPutBack);
    QVERIFY(operation.error->leftBehind.empty());
    QCOMPARE(traitsOf(box.id), before);
    QCOMPARE(row(box.id).size, Size());
    QVERIFY(isJournalEmpty());
}

void OperationSuiteTest::extendsAndNeverShrinks()
{
    const auto box = made();

    QCOMPARE(run({.verb = Verb::Extend, .instance = box.id, .sizeGb = 30}).state, State::Succeeded);
    const auto smaller = run({.verb = Verb::Extend, .instance = box.id, .sizeGb = 20});

    QCOMPARE(smaller.error->code, ErrorCode::ApiInvalidRequest);
    QCOMPARE(row(box.id).diskGb, 30);
    QCOMPARE(disks().front().sizeGb, 30);
}

void OperationSuiteTest::renames()
{
    const auto box = made();
    const auto other = made(plainSpec(u"other"_s));

    const auto taken = run({.verb = Verb::Rename, .instance = box.id, .name = u"other"_s});
    QCOMPARE(taken.error->code, ErrorCode::ResourceAlreadyExists);
    QCOMPARE(run({.verb = Verb::Rename, .instance = box.id, .name = u"desk"_s}).state, State::Succeeded);

    QCOMPARE(row(box.id).name, u"desk"_s);
    QCOMPARE(traitsOf(box.id).name, u"desk"_s);
    QCOMPARE(traitsOf(other.id).name, u"other"_s);
}

void OperationSuiteTest::rotatesThePassword()
{
    const auto box = made();

    const auto operation = run({.verb = Verb::RotatePassword, .instance = box.id});

    QCOMPARE(operation.state, State::Succeeded);
    QVERIFY(password(box.id) != u"open sesame"_s);
    QVERIFY(password(box.id).size() > 10);
    QCOMPARE(lockOf(box.id), password(box.id));
    QCOMPARE(m_passwords->secrets.size(), 1); // the next one is the present one
}

void OperationSuiteTest::rollsBackTheImage()
{
    const auto box = made();
    const Size bigger{.cpus = 2, .memoryMb = 2048};
    QCOMPARE(run({.verb = Verb::ChangeImage, .instance = box.id, .change = {.image = version(u"4.101.0"_s)}}).state,
             State::Succeeded);
    QCOMPARE(run({.verb = Verb::Resize, .instance = box.id, .change = {.size = bigger}}).state, State::Succeeded);

    const auto operation = run({.verb = Verb::RollBack, .instance = box.id});

    QCOMPARE(operation.state, State::Succeeded);
    QCOMPARE(traitsOf(box.id).image, u"codercom/code-server:4.100.0"_s);
    QCOMPARE(traitsOf(box.id).size, bigger);
}

void OperationSuiteTest::rollsBackTheConfiguration()
{
    const auto box = made();
    const auto before = traitsOf(box.id);
    QCOMPARE(
        run({.verb = Verb::ChangeEnvironment, .instance = box.id, .change = {.setEnv = {{u"GREETING"_s, u"bye"_s}}}})
            .state,
        State::Succeeded);
    QCOMPARE(run({.verb = Verb::RotatePassword, .instance = box.id}).state, State::Succeeded);

    const auto operation = run({.verb = Verb::RollBack, .instance = box.id, .rollBack = RollBackManner::Configuration});

    QCOMPARE(operation.state, State::Succeeded);
    QCOMPARE(traitsOf(box.id), before);
}

void OperationSuiteTest::rollsBackToANamedVersion()
{
    const auto box = made();
    for (const auto &tag : {u"4.101.0"_s, u"4.102.0"_s}) {
        const auto changed = run({.verb = Verb::ChangeImage, .instance = box.id, .change = {.image = version(tag)}});
        QCOMPARE(changed.state, State::Succeeded);
    }
    const auto versions = waitFor(provider().earlierVersions(row(box.id)));
    QVERIFY(versions);
    const auto first = std::ranges::find(*versions, u"4.100.0"_s, [](const auto &v) { return v.image.tag; });
    QVERIFY(first != versions->end());

    const auto operation = run({.verb = Verb::RollBack, .instance = box.id, .version = first->version});

    QCOMPARE(operation.state, State::Succeeded);
    QCOMPARE(traitsOf(box.id).image, u"codercom/code-server:4.100.0"_s);
    QCOMPARE(run({.verb = Verb::RollBack, .instance = box.id, .version = u"no such"_s}).error->code,
             ErrorCode::ResourceNotFound);
}

void OperationSuiteTest::takesSnapshots()
{
    const auto box = made();

    const auto first = run({.verb = Verb::Snapshot, .instance = box.id});
    const auto second = run({.verb = Verb::Snapshot, .instance = box.id, .keepDays = 30});

    QVERIFY(first.snapshot && second.snapshot);
    QCOMPARE(second.snapshot->state, DiskSnapshot::State::Ready);
    QCOMPARE(second.snapshot->keptDays, 30);
    const auto list = waitFor(provider().snapshots(row(box.id)));
    QVERIFY(list);
    QCOMPARE(list->size(), 2u);
    QCOMPARE(list->front().id, second.snapshot->id);
    QCOMPARE(list->back().id, first.snapshot->id);
}

void OperationSuiteTest::rollsBackDataAndGoesBack()
{
    const auto box = made();
    m_cloud->write(box, "old");
    const auto snapshot = run({.verb = Verb::Snapshot, .instance = box.id}).snapshot;
    QVERIFY(snapshot);
    m_cloud->write(box, "new");
    const auto before = traitsOf(box.id);

    const auto operation = run({.verb = Verb::RollBackData,
                                .instance = box.id,
                                .replacement = {.source = DataSource::Snapshot, .snapshot = snapshot->id}});

    QVERIFY2(!operation.error, operation.error ? qPrintable(operation.error->detail) : "");
    QCOMPARE(m_cloud->read(row(box.id)), "old"_ba);
    auto expected = before;
    expected.volume = row(box.id).volume;
    QVERIFY(expected.volume != before.volume);
    QCOMPARE(traitsOf(box.id), expected);
    QCOMPARE(row(box.id).status, Status::Running);
    QCOMPARE(operation.previous->volume, box.volume);
    const auto copies = waitFor(provider().previousCopies(row(box.id)));
    QCOMPARE(copies->size(), 1u);
    QCOMPARE(copies->front().machine, box.machine);

    QCOMPARE(run({.verb = Verb::GoBack, .instance = box.id}).state, State::Succeeded);

    QCOMPARE(m_cloud->read(row(box.id)), "new"_ba);
    QCOMPARE(traitsOf(box.id), before);
    QCOMPARE(row(box.id).machine, box.machine);
    QCOMPARE(row(box.id).status, Status::Running);
}

void OperationSuiteTest::dropsThePreviousCopy()
{
    const auto box = made();
    QCOMPARE(run({.verb = Verb::Move, .instance = box.id, .replacement = {.region = u"fra"_s}}).state,
             State::Succeeded);
    QCOMPARE(disks().size(), 2u);

    const auto operation = run({.verb = Verb::DropPrevious, .instance = box.id});

    QCOMPARE(operation.state, State::Succeeded);
    QCOMPARE(operation.removed.size(), 2u);
    QCOMPARE(disks().size(), 1u);
    QVERIFY(waitFor(provider().previousCopies(row(box.id)))->empty());
    QCOMPARE(run({.verb = Verb::GoBack, .instance = box.id}).error->code, ErrorCode::ResourceNotFound);
    QCOMPARE(traitsOf(box.id).region, u"fra"_s);
}

void OperationSuiteTest::moves()
{
    const auto box = made();
    m_cloud->write(box, "mine");
    auto expected = traitsOf(box.id);
    QCOMPARE(run({.verb = Verb::Stop, .instance = box.id}).state, State::Succeeded);

    const auto operation = run({.verb = Verb::Move, .instance = box.id, .replacement = {.region = u"fra"_s}});

    QVERIFY2(!operation.error, operation.error ? qPrintable(operation.error->detail) : "");
    expected.region = u"fra"_s;
    expected.volume = row(box.id).volume;
    QCOMPARE(traitsOf(box.id), expected);
    QCOMPARE(m_cloud->read(row(box.id)), "mine"_ba);
    QCOMPARE(row(box.id).status, Status::Stopped); // as it was found
    QCOMPARE(operation.previous->region, u"ams"_s);
    QCOMPARE(lockOf(box.id), u"open sesame"_s);
    const auto told = waitFor(provider().list({}));
    QCOMPARE(told->copies.size(), 1u);
    QCOMPARE(told->copies.front().instance, box.id);
    QVERIFY(told->copies.front().copy.since.isValid()); // so that somebody can be asked about it in a day
}

void OperationSuiteTest::clones_data()
{
    QTest::addColumn<QString>("region");
    QTest::newRow("here") << u"ams"_s;
    QTest::newRow("elsewhere") << u"fra"_s;
}

void OperationSuiteTest::clones()
{
    QFETCH(QString, region);
    const auto box = made();
    m_cloud->write(box, "mine");
    const auto before = traitsOf(box.id);

    const auto operation = run({.verb = Verb::Clone,
                                .instance = box.id,
                                .spec = {.name = u"twin"_s, .region = region, .password = u"another"_s}});

    QVERIFY2(!operation.error, operation.error ? qPrintable(operation.error->detail) : "");
    QVERIFY(operation.instance != box.id);
    auto expected = before;
    expected.name = u"twin"_s;
    expected.region = region;
    expected.volume = row(operation.instance).volume;
    QVERIFY(expected.volume != before.volume);
    QCOMPARE(traitsOf(operation.instance), expected);
    QCOMPARE(m_cloud->read(row(operation.instance)), "mine"_ba);
    QCOMPARE(lockOf(operation.instance), u"another"_s);
    QCOMPARE(traitsOf(box.id), before);
    QCOMPARE(lockOf(box.id), u"open sesame"_s);
}

void OperationSuiteTest::recreatesWhatIsGone()
{
    const auto box = made();
    m_cloud->write(box, "mine");
    m_cloud->loseMachine(box);

    const auto operation = run({.verb = Verb::Recreate, .instance = box.id});

    QVERIFY2(!operation.error, operation.error ? qPrintable(operation.error->detail) : "");
    QVERIFY(row(box.id).machine != box.machine);
    QCOMPARE(row(box.id).status, Status::Running);
    const auto traits = traitsOf(box.id);
    QCOMPARE(traits.volume, box.volume);
    QCOMPARE(traits.size, box.size);
    QCOMPARE(traits.name, u"box"_s);
    QCOMPARE(m_cloud->read(row(box.id)), "mine"_ba);
    QCOMPARE(lockOf(box.id), u"open sesame"_s);
}

void OperationSuiteTest::deletes()
{
    const auto box = made();

    const auto operation = run({.verb = Verb::Delete, .instance = box.id});

    QCOMPARE(operation.state, State::Succeeded);
    QVERIFY(operation.removed.size() >= 2);
    QCOMPARE(operation.freedGb, 10);
    QVERIFY(m_cloud->isEmpty());
    QVERIFY(m_store->instances().empty());
    QVERIFY(m_passwords->secrets.isEmpty());
    QVERIFY(isJournalEmpty());
}

void OperationSuiteTest::restoresWhatWasKept()
{
    auto spec = plainSpec();
    spec.env.insert(u"API_TOKEN"_s, u"hush"_s);
    const auto box = made(spec);
    m_cloud->write(box, "mine");
    auto expected = traitsOf(box.id);

    const auto deleted = run({.verb = Verb::Delete, .instance = box.id, .keepDays = 7});
    QVERIFY2(!deleted.error, deleted.error ? qPrintable(deleted.error->detail) : "");
    QVERIFY(deleted.keepsake);
    QVERIFY(m_store->instances().empty());
    QVERIFY(disks().empty());
    TaskScope reading;
    reading.launch(m_receipts->load(), [](const FileProblems &) { }); // as the next start does
    QSignalSpy read(m_receipts.get(), &Receipts::changed);
    QVERIFY(read.wait());
    QCOMPARE(m_receipts->all().size(), 1u);
    QVERIFY(!QJsonDocument(toJson(m_receipts->all().front())).toJson().contains("hush"));
    const auto restored = run({.verb = Verb::Restore, .instance = box.id});

    QVERIFY2(!restored.error, restored.error ? qPrintable(restored.error->detail) : "");
    expected.volume = row(box.id).volume;
    QCOMPARE(traitsOf(box.id), expected);
    QCOMPARE(m_cloud->read(row(box.id)), "mine"_ba);
    QCOMPARE(row(box.id).status, Status::Running);
    QCOMPARE(password(box.id), u"open sesame"_s);
    QCOMPARE(lockOf(box.id), u"open sesame"_s);
    QCOMPARE(m_passwords->secrets.size(), 1);
    QVERIFY(m_receipts->all().empty());
    QVERIFY(isJournalEmpty());
}

void OperationSuiteTest::erasesWhatWasKept()
{
    const auto box = made();
    QCOMPARE(run({.verb = Verb::Delete, .instance = box.id, .keepDays = 7}).state, State::Succeeded);
    QVERIFY(!m_passwords->secrets.isEmpty());

    const auto operation = run({.verb = Verb::Erase, .instance = box.id});

    QCOMPARE(operation.state, State::Succeeded);
    QVERIFY(m_cloud->isEmpty());
    QVERIFY(m_receipts->all().empty());
    QVERIFY(m_passwords->secrets.isEmpty());
    QCOMPARE(run({.verb = Verb::Restore, .instance = box.id}).error->code, ErrorCode::ResourceNotFound);
}

void OperationSuiteTest::erasesWhatIsExpired()
{
    const auto old = made();
    const auto recent = made(plainSpec(u"other"_s));
    for (const auto &id : {old.id, recent.id})
        QCOMPARE(run({.verb = Verb::Delete, .instance = id, .keepDays = 7}).state, State::Succeeded);
    auto receipt = *m_receipts->find(old.id);
    receipt.expiresAt = QDateTime::currentDateTimeUtc().addSecs(-1);
    QVERIFY(waitFor(m_receipts->write(receipt)));

    m_operations->eraseExpired();
    QVERIFY(waitUntil([this] { return m_operations->isIdle(); }));

    QVERIFY(!m_receipts->find(old.id));
    QVERIFY(m_receipts->find(recent.id));
    QCOMPARE(run({.verb = Verb::Restore, .instance = recent.id}).state, State::Succeeded);
}

void OperationSuiteTest::forgetsOnlyWhatIsGone()
{
    const auto box = made();

    QCOMPARE(run({.verb = Verb::Forget, .instance = box.id}).error->code, ErrorCode::ResourceWrongState);
    QCOMPARE(m_store->instances().size(), 1u);
    m_cloud->loseMachine(box);
    QCOMPARE(run({.verb = Verb::Forget, .instance = box.id}).state, State::Succeeded);

    QVERIFY(m_store->instances().empty());
    QVERIFY(m_passwords->secrets.isEmpty());
}

void OperationSuiteTest::addsAndRemovesAddresses()
{
    const auto box = made();
    const auto before = waitFor(provider().addresses(box)).value();
    const OperationRequest add{
        .verb = Verb::AddAddress, .instance = box.id, .address = {.kind = AddressRequest::Kind::V4}};

    const auto added = run(add);
    QVERIFY2(!added.error, added.error ? qPrintable(added.error->detail) : "");
    QCOMPARE(added.addresses.size(), 1u);
    QCOMPARE(added.addresses.front().kind, Address::Kind::V4);
    QCOMPARE(waitFor(provider().addresses(box))->size(), before.size() + 1);
    QVERIFY(run(add).wasAlreadySo);
    QCOMPARE(waitFor(provider().addresses(box))->size(), before.size() + 1);
    const auto removed = run({.verb = Verb::RemoveAddress, .instance = box.id, .ip = added.addresses.front().ip});

    QVERIFY(!removed.error);
    QVERIFY(waitFor(provider().addresses(box)).value() == before);
    QVERIFY(isJournalEmpty());
}

void OperationSuiteTest::keepsTheLastWayInUnlessForced()
{
    const auto box = made();
    auto ways = waitFor(provider().addresses(box)).value();
    while (ways.size() > 1) {
        QVERIFY(!run({.verb = Verb::RemoveAddress, .instance = box.id, .ip = ways.back().ip}).error);
        ways.pop_back();
    }

    const auto refused = run({.verb = Verb::RemoveAddress, .instance = box.id, .ip = ways.front().ip});
    QCOMPARE(refused.error->code, ErrorCode::ResourceWrongState);
    QCOMPARE(waitFor(provider().addresses(box))->size(), 1u);
    const auto forced = run({.verb = Verb::RemoveAddress, .instance = box.id, .isForced = true, .ip = ways.front().ip});

    QVERIFY(!forced.error);
    QVERIFY(waitFor(provider().addresses(box))->empty());
}

void OperationSuiteTest::addsAndRemovesHostNames()
{
    const auto box = made();
    const auto name = u"code.example.org"_s;

    const auto added = run({.verb = Verb::AddDomain, .instance = box.id, .hostname = name});
    QVERIFY2(!added.error, added.error ? qPrintable(added.error->detail) : "");
    QVERIFY(!added.domain->records.empty()); // what to set in the DNS
    QCOMPARE(waitFor(provider().domains(box))->size(), 1u);
    QCOMPARE(waitFor(provider().checkDomain(box, name, {}))->hostname, name);
    QVERIFY(!run({.verb = Verb::RemoveDomain, .instance = box.id, .hostname = name}).error);

    QVERIFY(waitFor(provider().domains(box))->empty());
    QVERIFY(!waitFor(provider().checkDomain(box, name, {})));
    QVERIFY(isJournalEmpty());
}

void OperationSuiteTest::backsUpTheFiles()
{
    const auto box = made();
    m_cloud->write(box, "mine");
    const auto path = m_files->filePath(u"box.tar.gz"_s);
    const OperationRequest request{.verb = Verb::BackUp, .instance = box.id, .backup = {.path = path}};

    const auto done = run(request);
    QVERIFY2(!done.error, done.error ? qPrintable(done.error->detail) : "");
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto archive = file.readAll();
    QVERIFY(!archive.isEmpty());
    QCOMPARE(done.backup->bytes, archive.size());
    QCOMPARE(done.backup->sha256, QCryptographicHash::hash(archive, QCryptographicHash::Sha256).toHex());
    const auto again = run(request);

    QVERIFY(again.error); // it is there, and nobody said that it may be replaced
    file.seek(0);
    QCOMPARE(file.readAll(), archive);
    QVERIFY(isJournalEmpty());
}

void OperationSuiteTest::removesWhatNobodyUses()
{
    const auto box = made();
    m_cloud->write(box, "mine");
    const auto disk = m_cloud->leaveDisk(box);
    const auto found = waitFor(provider().orphans({}));
    QVERIFY(found);
    QCOMPARE(found->size(), 1u);
    QCOMPARE(found->front().id, disk);
    QVERIFY(waitFor(provider().orphans({.volumes = {disk}}))->empty()); // somebody answers for it

    QVERIFY(!run({.verb = Verb::RemoveOrphan, .orphan = found->front()}).error);

    QVERIFY(waitFor(provider().orphans({}))->empty());
    QCOMPARE(disks().size(), 1u);
    QCOMPARE(m_cloud->read(row(box.id)), "mine"_ba);
    QVERIFY(!run({.verb = Verb::RemoveOrphan, .orphan = found->front()}).error); // gone already is fine
}

void OperationSuiteTest::refusesWhatIsNoLongerAnOrphan()
{
    const auto box = made();
    Orphan told{.kind = Orphan::Kind::Disk,
                .id = box.volume,
                .app = box.app,
                .region = box.region,
                .sizeGb = box.diskGb,
                .reason = Orphan::Reason::OnlyCopy};

    const auto operation = run({.verb = Verb::RemoveOrphan, .orphan = told});

    QVERIFY(operation.error);
    QCOMPARE(disks().size(), 1u);
}

void OperationSuiteTest::adoptsAStrangersEditor()
{
    m_cloud->makeStrangersEditor();
    std::vector<AdoptionCandidate> found;
    QVERIFY(waitUntil([&] {
        found = waitFor(provider().adoptionCandidates()).value_or(std::vector<AdoptionCandidate>());
        return !found.empty();
    }));
    QVERIFY(m_store->instances().empty());

    const auto operation = run({.verb = Verb::Adopt, .name = u"mine"_s, .candidate = found.front()});
    QVERIFY2(!operation.error, operation.error ? qPrintable(operation.error->detail) : "");

    QCOMPARE(row(operation.instance).name, u"mine"_s);
    QCOMPARE(row(operation.instance).machine, found.front().machine);
    QVERIFY(waitFor(provider().adoptionCandidates())->empty());
    const auto listed = waitFor(provider().list({}));
    QCOMPARE(listed->instances.size(), 1u);
    QCOMPARE(listed->instances.front().id, operation.instance);
    QVERIFY(run({.verb = Verb::Adopt, .name = u"mine"_s, .candidate = found.front()}).error); // the name is taken
    QVERIFY(isJournalEmpty());
}

void OperationSuiteTest::takesBackWhatIsCancelled_data()
{
    QTest::addColumn<OperationRequest>("request");
    QTest::addColumn<Step>("step");
    const OperationRequest create{.verb = Verb::Create, .spec = plainSpec(u"second"_s)};
    const OperationRequest clone{.verb = Verb::Clone, .spec = plainSpec(u"twin"_s)};
    const OperationRequest move{.verb = Verb::Move, .replacement = {.region = u"fra"_s}};
    QTest::newRow("create, furnishing") << create << Step::PreparingAddressAndDisk;
    QTest::newRow("create, making") << create << Step::CreatingMachine;
    QTest::newRow("create, waiting") << create << Step::WaitingForEditor;
    QTest::newRow("clone, making") << clone << Step::CreatingMachine;
    QTest::newRow("move, copying") << move << Step::CopyingDisk;
    QTest::newRow("move, making") << move << Step::CreatingMachine;
}

void OperationSuiteTest::takesBackWhatIsCancelled()
{
    QFETCH(OperationRequest, request);
    QFETCH(Step, step);
    const auto box = made();
    const auto before = traitsOf(box.id);
    request.instance = request.verb == Verb::Create ? InstanceId() : box.id;
    OperationId cancelled = 0;

    runUntil(request, step, [&](OperationId id) {
        cancelled = id;
        m_operations->cancel(id);
    });
    QVERIFY(waitUntil([&] { return cancelled != 0; }));
    const auto operation = ended(cancelled);

    QCOMPARE(operation.state, State::Cancelled);
    QVERIFY(operation.error->leftBehind.empty());
    QCOMPARE(disks().size(), 1u);
    QCOMPARE(traitsOf(box.id), before);
    QCOMPARE(m_store->instances().size(), 1u);
    QTRY_COMPARE(waitFor(provider().inspect(row(box.id)))->status, Status::Running);
    QCOMPARE(row(box.id).status, Status::Running);
    QCOMPARE(m_passwords->secrets.size(), 1);
    QVERIFY(isJournalEmpty());
}

void OperationSuiteTest::recoversACreate_data()
{
    QTest::addColumn<Step>("step");
    QTest::newRow("furnishing") << Step::PreparingAddressAndDisk;
    QTest::newRow("making") << Step::CreatingMachine;
    QTest::newRow("starting") << Step::WaitingForMachine;
    QTest::newRow("waiting") << Step::WaitingForEditor;
}

void OperationSuiteTest::recoversACreate()
{
    QFETCH(Step, step);

    const auto operation = cutOffAndRecovered({.verb = Verb::Create, .spec = plainSpec()}, step);

    QVERIFY2(!operation.error, operation.error ? qPrintable(operation.error->detail) : "");
    QVERIFY(operation.isRecovery);
    QVERIFY(operation.recovered);
    QVERIFY(isJournalEmpty());
    if (operation.recovered == Recovery::End::Finished) {
        QCOMPARE(password(operation.instance), u"open sesame"_s);
        QTRY_COMPARE(waitFor(provider().inspect(row(operation.instance)))->status, Status::Running);
        QCOMPARE(traitsOf(operation.instance).name, u"box"_s);
        return;
    }
    QVERIFY(m_cloud->isEmpty());
    QVERIFY(m_store->instances().empty());
    QVERIFY(m_passwords->secrets.isEmpty());
}

void OperationSuiteTest::recoversADelete_data()
{
    QTest::addColumn<int>("keepDays");
    QTest::addColumn<Step>("step");
    QTest::newRow("machine") << 0 << Step::DeletingMachine;
    QTest::newRow("disk") << 0 << Step::DeletingDisk;
    QTest::newRow("snapshot") << 7 << Step::TakingSnapshot;
    QTest::newRow("machine, with a snapshot") << 7 << Step::DeletingMachine;
    QTest::newRow("disk, with a snapshot") << 7 << Step::DeletingDisk;
}

void OperationSuiteTest::recoversADelete()
{
    QFETCH(int, keepDays);
    QFETCH(Step, step);
    const auto box = made();
    m_cloud->write(box, "mine");

    const auto operation = cutOffAndRecovered({.verb = Verb::Delete, .instance = box.id, .keepDays = keepDays}, step);

    QVERIFY2(!operation.error, operation.error ? qPrintable(operation.error->detail) : "");
    QVERIFY(isJournalEmpty());
    if (step == Step::TakingSnapshot) { // nothing was removed: it is there as before, and awake again
        QCOMPARE(operation.recovered, Recovery::End::Undone);
        QCOMPARE(m_cloud->read(row(box.id)), "mine"_ba);
        QVERIFY(!m_receipts->find(box.id));
        QCOMPARE(row(box.id).status, Status::Running);
        return;
    }
    QCOMPARE(operation.recovered, Recovery::End::Finished);
    QVERIFY(m_store->instances().empty());
    QVERIFY(disks().empty());
    if (keepDays == 0) {
        QVERIFY(m_cloud->isEmpty());
        QVERIFY(m_passwords->secrets.isEmpty());
        return;
    }
    QCOMPARE(run({.verb = Verb::Restore, .instance = box.id}).state, State::Succeeded);
    QCOMPARE(m_cloud->read(row(box.id)), "mine"_ba);
}

void OperationSuiteTest::recoversAMove_data()
{
    QTest::addColumn<Step>("step");
    QTest::newRow("stopping") << Step::StoppingMachine;
    QTest::newRow("copying") << Step::CopyingDisk;
    QTest::newRow("making") << Step::CreatingMachine;
    QTest::newRow("switching") << Step::Switching;
}

void OperationSuiteTest::recoversAMove()
{
    QFETCH(Step, step);
    const auto box = made();
    m_cloud->write(box, "mine");
    const auto before = traitsOf(box.id);

    const auto operation =
        cutOffAndRecovered({.verb = Verb::Move, .instance = box.id, .replacement = {.region = u"fra"_s}}, step);

    QVERIFY2(!operation.error, operation.error ? qPrintable(operation.error->detail) : "");
    QVERIFY(isJournalEmpty());
    const bool isMoved = operation.recovered == Recovery::End::Finished;
    auto expected = before;
    expected.region = isMoved ? u"fra"_s : u"ams"_s;
    expected.volume = row(box.id).volume;
    QCOMPARE(traitsOf(box.id), expected);
    QCOMPARE(isMoved, expected.volume != before.volume);
    QCOMPARE(m_cloud->read(row(box.id)), "mine"_ba);
    QCOMPARE(disks().size(), isMoved ? 2u : 1u);
    QTRY_COMPARE(waitFor(provider().inspect(row(box.id)))->status, Status::Running);
    QCOMPARE(waitFor(provider().previousCopies(row(box.id)))->size(), isMoved ? 1u : 0u);
}

void OperationSuiteTest::runsOneAtATimeOnAnInstance()
{
    const auto box = made();

    const auto first = m_operations->begin({.verb = Verb::Stop, .instance = box.id});
    const auto second = run({.verb = Verb::Delete, .instance = box.id});

    QCOMPARE(second.error->code, ErrorCode::ResourceBusy);
    QCOMPARE(ended(first).state, State::Succeeded);
    QCOMPARE(row(box.id).status, Status::Stopped);
}

void OperationSuiteTest::looksAndDoesNotTouchWhatIsTooNew()
{
    auto box = made();
    const auto before = traitsOf(box.id);
    box.softwareVersion = u"99.0.0"_s;
    m_store->put(box);

    for (const auto verb : {Verb::Stop, Verb::Rename, Verb::Delete, Verb::Move, Verb::RotatePassword}) {
        const auto operation = run({.verb = verb, .instance = box.id, .name = u"other"_s});
        QCOMPARE(operation.error->code, ErrorCode::ApiUnsupportedOperation);
    }
    QCOMPARE(run({.verb = Verb::Open, .instance = box.id}).state, State::Succeeded);

    QCOMPARE(m_opener->opened, u"box"_s);
    QCOMPARE(traitsOf(box.id), before);
    QCOMPARE(lockOf(box.id), u"open sesame"_s);
    QCOMPARE(row(box.id).status, Status::Running);
}

void OperationSuiteTest::endsAtItsDeadline()
{
    const Clock hasty(1'000'000); // its 20 minutes are over at once
    beginAnew(hasty);

    const auto operation = run({.verb = Verb::Create, .spec = plainSpec()});

    QCOMPARE(operation.state, State::Failed);
    QCOMPARE(operation.error->code, ErrorCode::NetworkTimeout);
    QVERIFY(operation.error->leftBehind.empty());
    QVERIFY(m_cloud->isEmpty());
    QVERIFY(m_store->instances().empty());
    QVERIFY(isJournalEmpty());
    beginAnew(m_cloud->clock());
}

void OperationSuiteTest::addVerbs()
{
    QFETCH_GLOBAL(bool, isFly);
    QTest::addColumn<OperationRequest>("request");
    const auto bigger = Size{.cpus = 2, .memoryMb = 2048};
    const auto add = [isFly](const char *name, const OperationRequest &request) {
        const auto sample = {Verb::Create, Verb::Move, Verb::Restore};
        if (!isFly || isWholeMatrix() || std::ranges::find(sample, request.verb) != sample.end())
            QTest::newRow(name) << request;
    };
    add("create", {.verb = Verb::Create, .spec = plainSpec(u"second"_s)});
    add("clone", {.verb = Verb::Clone, .spec = plainSpec(u"second"_s)});
    add("resize", {.verb = Verb::Resize, .change = {.size = bigger}});
    add("rotate the password", {.verb = Verb::RotatePassword});
    add("move", {.verb = Verb::Move, .replacement = {.region = u"fra"_s}});
    add("go back", {.verb = Verb::GoBack});
    add("drop the previous copy", {.verb = Verb::DropPrevious});
    add("recreate", {.verb = Verb::Recreate});
    add("delete", {.verb = Verb::Delete});
    add("delete, keeping a snapshot", {.verb = Verb::Delete, .keepDays = 7});
    add("restore", {.verb = Verb::Restore});
    add("add an address", {.verb = Verb::AddAddress, .address = {.kind = AddressRequest::Kind::V4}});
    add("add a host name", {.verb = Verb::AddDomain, .hostname = u"code.example.org"_s});
    add("remove a host name", {.verb = Verb::RemoveDomain, .hostname = u"code.example.org"_s});
}

void OperationSuiteTest::beginAfresh()
{
    cleanup();
    init();
}

OperationRequest OperationSuiteTest::prepared(OperationRequest request)
{
    if (request.verb == Verb::Adopt) {
        m_cloud->makeStrangersEditor();
        const auto hasFound = [&] {
            const auto found = waitFor(provider().adoptionCandidates());
            if (found && !found->empty())
                request.candidate = found->front();
            return !request.candidate.machine.isEmpty();
        };
        if (!waitUntil(hasFound))
            qWarning("nobody's editor was found");
        return request;
    }
    const auto box = made();
    m_cloud->write(box, "mine");
    request.instance = request.verb == Verb::Create ? InstanceId() : box.id;
    std::optional<OperationRequest> first;
    if (request.verb == Verb::GoBack || request.verb == Verb::DropPrevious)
        first = OperationRequest{.verb = Verb::Move, .instance = box.id, .replacement = {.region = u"fra"_s}};
    if (request.verb == Verb::RemoveDomain)
        first = OperationRequest{.verb = Verb::AddDomain, .instance = box.id, .hostname = request.hostname};
    if (request.verb == Verb::Restore)
        first = OperationRequest{.verb = Verb::Delete, .instance = box.id, .keepDays = 7};
    if (first && run(*first).error)
        qWarning("what comes first failed");
    if (request.verb == Verb::Recreate)
        m_cloud->loseMachine(box);
    if (request.verb == Verb::RemoveAddress) {
        const auto added =
            run({.verb = Verb::AddAddress, .instance = box.id, .address = {.kind = AddressRequest::Kind::V4}});
        request.ip = added.addresses.empty() ? QString() : added.addresses.front().ip;
    }
    if (request.verb == Verb::RemoveOrphan) {
        [[maybe_unused]] const auto left = m_cloud->leaveDisk(box);
        request.orphan = waitFor(provider().orphans({}))->front();
        request.instance.clear();
    }
    return request;
}

std::vector<int> OperationSuiteTest::placesIn(const OperationRequest &request)
{
    QFETCH_GLOBAL(bool, isFly);
    if (isFly && !isWholeMatrix())
        return {anyPlace};
    beginAfresh();
    const auto clean = prepared(request);
    const int before = m_cloud->requests();
    if (const auto operation = run(clean); operation.error)
        qWarning("without any fault: %ls", qUtf16Printable(operation.error->detail));
    const int count = m_cloud->requests() - before;
    std::vector<int> all(static_cast<std::size_t>(count));
    std::iota(all.begin(), all.end(), 1);
    return all;
}

QString OperationSuiteTest::problemAfter(const OperationRequest &request)
{
    if (!isJournalEmpty())
        return u"the journal is not empty"_s;
    const auto fleet = waitFor(provider().list({}));
    if (!fleet)
        return u"no list"_s;
    const auto &rows = m_store->instances();
    const bool isGone = request.verb == Verb::Recreate && fleet->instances.empty(); // and can be recreated
    if (fleet->instances.size() != rows.size() && !isGone)
        return u"%1 rows for %2 instances"_s.arg(rows.size()).arg(fleet->instances.size());
    std::size_t expected = isGone ? 1 : 0;
    for (const auto &seen : fleet->instances) {
        const auto known = row(seen.id);
        if (known.machine != seen.machine)
            return u"the row shows another machine"_s;
        const auto all = disks();
        if (std::ranges::find(all, known.volume, &Disk::volume) == all.end())
            return u"the row shows a disk that is not there"_s;
        const auto copies = waitFor(provider().previousCopies(known));
        expected += 1 + (copies ? copies->size() : 0);
        const bool isNew = request.verb == Verb::Create && known.name == "second"_L1;
        if (!isNew && m_cloud->read(known) != "mine")
            return u"its data is gone"_s;
        const QStringList passwords{password(known.id), m_passwords->secrets.value(passwordKey(known.id) + u"/next"_s)};
        if (!passwords.contains(lockOf(known.id)))
            return u"nobody knows its password"_s;
    }
    if (disks().size() != expected)
        return u"%1 disks in place of %2"_s.arg(disks().size()).arg(expected);
    const bool isKept = !m_receipts->all().empty();
    if (rows.empty() && !isKept && request.verb != Verb::Delete)
        return u"it is gone"_s;
    if (rows.empty() && !isKept && !m_cloud->isEmpty())
        return u"something is left behind"_s;
    return {};
}

void OperationSuiteTest::endsWellWhicheverRequestFails()
{
    QFETCH(OperationRequest, request);
    for (const int place : placesIn(request)) {
        beginAfresh();
        const auto aimed = prepared(request);
        m_cloud->failAt(place);

        const auto operation = run(aimed);
        if (operation.error && !operation.error->leftBehind.empty()) { // the next start tries again
            beginAnew(m_cloud->clock());
            const auto taken = waitFor(m_operations->recover());
            QCOMPARE(taken.size(), 1u);
        }

        const auto problem = problemAfter(request);
        QVERIFY2(problem.isEmpty(), qPrintable(u"request %1: %2"_s.arg(place).arg(problem)));
    }
}

void OperationSuiteTest::isTakenUpWhereverItWasCutOff()
{
    QFETCH(OperationRequest, request);
    for (const int place : placesIn(request)) {
        beginAfresh();
        const auto aimed = prepared(request);
        m_cloud->cutOffAt(place, [this] { m_operations.reset(); });

        m_operations->begin(aimed);
        QVERIFY(waitUntil([this] { return !m_operations || m_operations->isIdle(); }));
        beginAnew(m_cloud->clock());
        const auto taken = waitFor(m_operations->recover());

        QVERIFY(taken.size() <= 1); // none: it was over before
        if (!taken.empty()) {
            const auto &error = taken.front().error;
            QVERIFY2(!error, qPrintable(u"request %1: "_s.arg(place) + (error ? error->detail : QString())));
        }
        const auto problem = problemAfter(request);
        QVERIFY2(problem.isEmpty(), qPrintable(u"request %1: %2"_s.arg(place).arg(problem)));
    }
}

void OperationSuiteTest::tellsWhetherACutOffRequestWasDone_data()
{
    QTest::addColumn<OperationRequest>("request");
    const auto host = u"code.example.org"_s;
    QTest::newRow("add an address") << OperationRequest{.verb = Verb::AddAddress,
                                                        .address = {.kind = AddressRequest::Kind::V4}};
    QTest::newRow("remove an address") << OperationRequest{.verb = Verb::RemoveAddress};
    QTest::newRow("add a host name") << OperationRequest{.verb = Verb::AddDomain, .hostname = host};
    QTest::newRow("remove a host name") << OperationRequest{.verb = Verb::RemoveDomain, .hostname = host};
    QTest::newRow("adopt") << OperationRequest{.verb = Verb::Adopt, .name = u"mine"_s};
    QTest::newRow("remove an orphan") << OperationRequest{.verb = Verb::RemoveOrphan};
}

bool OperationSuiteTest::isDone(const OperationRequest &request)
{
    const auto fleet = waitFor(provider().list({})).value();
    if (request.verb == Verb::Adopt)
        return std::ranges::find(fleet.instances, request.name, &Instance::name) != fleet.instances.end();
    if (request.verb == Verb::RemoveOrphan)
        return waitFor(provider().orphans({}))->empty();
    const auto &box = fleet.instances.front();
    if (request.verb == Verb::AddDomain || request.verb == Verb::RemoveDomain)
        return waitFor(provider().domains(box))->empty() == (request.verb == Verb::RemoveDomain);
    const auto ways = waitFor(provider().addresses(box)).value();
    const bool isThere = std::ranges::find(ways, Address::Kind::V4, &Address::kind) != ways.end();
    return isThere == (request.verb == Verb::AddAddress);
}

void OperationSuiteTest::tellsWhetherACutOffRequestWasDone()
{
    QFETCH(OperationRequest, request);
    constexpr int mostPlaces = 25;
    bool wasDone = false;
    for (int place = 1; place <= mostPlaces; ++place) {
        beginAfresh();
        const auto aimed = prepared(request);
        QVERIFY(!isDone(aimed));
        m_cloud->cutOffAt(place, [this] { m_operations.reset(); });
        m_operations->begin(aimed);
        QVERIFY(waitUntil([this] { return !m_operations || m_operations->isIdle(); }));
        if (m_operations) { // it makes fewer requests than that
            m_cloud->cutOffAt(0, {});
            QVERIFY(isDone(aimed));
            QVERIFY2(wasDone, "it was never cut off");
            return;
        }
        beginAnew(m_cloud->clock());

        const auto taken = waitFor(m_operations->recover());

        QCOMPARE(taken.size(), 1u);
        QVERIFY2(!taken.front().error, qPrintable(QString::number(place)));
        const bool isTold = taken.front().recovered == Recovery::End::Finished;
        QVERIFY2(isTold == isDone(aimed), qPrintable(u"request %1"_s.arg(place)));
        QVERIFY(isJournalEmpty());
        wasDone = wasDone || isTold;
    }
}

QTEST_GUILESS_MAIN(OperationSuiteTest)
#include "tst_operationsuite.moc"
