#include "model/compatibility.h"
#include "model/copies.h"
#include "model/error.h"
#include "model/instance.h"
#include "model/instancespec.h"
#include "model/operation.h"
#include "model/status.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace swarm;

namespace {

const QDateTime now(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC);

InstanceSpec goodSpec()
{
    return {.name = u"thesis"_s};
}

} // namespace

class ValuesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksAboutACopyAfterADay();
    void mapsFlysStates_data();
    void mapsFlysStates();
    void showsWordsItDoesNotKnowAsUnknown_data();
    void showsWordsItDoesNotKnowAsUnknown();
    void namesStatusesForScripts();
    void tellsWhatIsChangingAndWhatIsAsleep();
    void judgesHealth_data();
    void judgesHealth();

    void knowsWhichVersionsMayChangeAnInstance_data();
    void knowsWhichVersionsMayChangeAnInstance();
    void trustsWhatItMadeItself();

    void knowsFlysSizes_data();
    void knowsFlysSizes();
    void offersOnlySizesThatFlyTakes();
    void knowsTheMemoryOfEachSize();
    void suspendsUpToTwoGigabytes();
    void suspendsByDefaultWhereItCan();

    void acceptsTheDefaults();
    void checksNames_data();
    void checksNames();
    void seesWhatIsWrongWithASpec_data();
    void seesWhatIsWrongWithASpec();
    void refusesVariablesThatAreOurs_data();
    void refusesVariablesThatAreOurs();
    void proposesNamesThatItAccepts();
    void makesPasswordsThatNobodyGuesses();

    void sortsErrors_data();
    void sortsErrors();
    void hasAnEntryForEveryErrorCode();
    void comparesErrorsByValue();

    void listsTheStepsOfEveryVerb();
    void cannotCancelWhatCannotBeUndone();
};

void ValuesTest::asksAboutACopyAfterADay()
{
    const StandingCopy fresh{.instance = u"a"_s, .copy = {.machine = u"fresh"_s, .since = now.addSecs(-23 * 3600)}};
    const StandingCopy old{.instance = u"a"_s, .copy = {.machine = u"old"_s, .since = now.addSecs(-25 * 3600)}};
    const StandingCopy ageless{.instance = u"b"_s, .copy = {.machine = u"ageless"_s}};

    const auto asked = overdue({fresh, old, ageless}, now);

    QCOMPARE(asked.size(), 1u);
    QCOMPARE(asked.front(), old);
}

void ValuesTest::mapsFlysStates_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<Status>("status");
    const auto row = [](const char *word, Status status) {
        QTest::newRow(word) << QString::fromLatin1(word) << status;
    };
    row("creating", Status::Creating);
    row("pending", Status::Creating);
    row("created", Status::Creating);
    row("starting", Status::Starting);
    row("started", Status::Running);
    row("restarting", Status::Restarting);
    row("stopping", Status::Stopping);
    row("stopped", Status::Stopped);
    row("suspending", Status::Suspending);
    row("suspended", Status::Suspended);
    row("updating", Status::Updating);
    row("replacing", Status::Updating);
    row("replaced", Status::Updating);
    row("migrated", Status::Updating);
    row("destroying", Status::Deleting);
    row("destroyed", Status::Deleted);
    row("failed", Status::Failed);
    row("launch_failed", Status::Failed);
    row("crashed", Status::Failed);
}

void ValuesTest::mapsFlysStates()
{
    QFETCH(QString, word);
    QFETCH(Status, status);

    QCOMPARE(statusOf(word), status);
}

void ValuesTest::showsWordsItDoesNotKnowAsUnknown_data()
{
    QTest::addColumn<QString>("word");
    QTest::newRow("new word") << u"hibernating"_s;
    QTest::newRow("empty") << QString();
    QTest::newRow("another case") << u"Started"_s;
    QTest::newRow("with a space") << u"started "_s;
    QTest::newRow("longer") << u"started_again"_s;
}

void ValuesTest::showsWordsItDoesNotKnowAsUnknown()
{
    QFETCH(QString, word);

    QCOMPARE(statusOf(word), Status::Unknown);
}

void ValuesTest::namesStatusesForScripts()
{
    QSet<QString> names;
    for (int value = 0; value <= static_cast<int>(Status::Unknown); ++value)
        names.insert(statusName(static_cast<Status>(value)));

    QCOMPARE(names.size(), static_cast<int>(Status::Unknown) + 1);
    QCOMPARE(statusName(Status::Running), u"running"_s);
    QCOMPARE(statusName(Status::Missing), u"missing"_s);
}

void ValuesTest::tellsWhatIsChangingAndWhatIsAsleep()
{
    const QSet<Status> changing{Status::Creating,   Status::Starting, Status::Restarting, Status::Stopping,
                                Status::Suspending, Status::Updating, Status::Deleting};
    const QSet<Status> asleep{Status::Stopped, Status::Suspended};

    for (int value = 0; value <= static_cast<int>(Status::Unknown); ++value) {
        const auto status = static_cast<Status>(value);
        QVERIFY2(isChanging(status) == changing.contains(status), qPrintable(statusName(status)));
        QVERIFY2(isAsleep(status) == asleep.contains(status), qPrintable(statusName(status)));
    }
}

void ValuesTest::judgesHealth_data()
{
    QTest::addColumn<Instance>("instance");
    QTest::addColumn<Health>("health");
    const auto longAgo = now.addSecs(-3600);
    const auto minutesAgo = [](int minutes) { return now.addSecs(-60 * minutes); };

    QTest::newRow("running") << Instance{.status = Status::Running, .startedAt = longAgo} << Health::Healthy;
    QTest::newRow("running, checks pass")
        << Instance{.status = Status::Running, .checks = CheckState::Passing, .startedAt = longAgo} << Health::Healthy;
    QTest::newRow("running, checks warn")
        << Instance{.status = Status::Running, .checks = CheckState::Warning, .startedAt = longAgo}
        << Health::Recovering;
    QTest::newRow("running, checks critical")
        << Instance{.status = Status::Running, .checks = CheckState::Critical, .startedAt = longAgo}
        << Health::Unhealthy;
    QTest::newRow("running, host unreachable")
        << Instance{.status = Status::Running, .isHostReachable = false, .startedAt = longAgo} << Health::Unhealthy;
    QTest::newRow("stopped on purpose") << Instance{.status = Status::Stopped,
                                                    .ending = {.cause = Ending::Cause::Requested}}
                                        << Health::Asleep;
    QTest::newRow("stopped, finished") << Instance{.status = Status::Stopped,
                                                   .ending = {.cause = Ending::Cause::Finished}}
                                       << Health::Asleep;
    QTest::newRow("stopped, out of memory")
        << Instance{.status = Status::Stopped, .ending = {.cause = Ending::Cause::OutOfMemory}} << Health::Unhealthy;
    QTest::newRow("stopped, crashed") << Instance{.status = Status::Stopped,
                                                  .ending = {.cause = Ending::Cause::Crashed}}
                                      << Health::Unhealthy;
    QTest::newRow("suspended") << Instance{.status = Status::Suspended} << Health::Asleep;
    QTest::newRow("failed") << Instance{.status = Status::Failed} << Health::Unhealthy;
    QTest::newRow("missing") << Instance{.status = Status::Missing} << Health::Unhealthy;
    for (const auto *word : {"creating", "starting", "restarting", "stopping", "suspending", "destroying"}) {
        const auto state = QString::fromLatin1(word);
        QTest::addRow("%s for 4 minutes", word)
            << Instance{.state = state, .status = statusOf(state), .updatedAt = minutesAgo(4)} << Health::Recovering;
        QTest::addRow("%s for 6 minutes", word)
            << Instance{.state = state, .status = statusOf(state), .updatedAt = minutesAgo(6)} << Health::Unhealthy;
    }
    QTest::newRow("updating for 9 minutes")
        << Instance{.state = u"updating"_s, .status = Status::Updating, .updatedAt = minutesAgo(9)}
        << Health::Recovering;
    QTest::newRow("updating for 11 minutes")
        << Instance{.state = u"updating"_s, .status = Status::Updating, .updatedAt = minutesAgo(11)}
        << Health::Unhealthy;
    QTest::newRow("starting by our command, stopped for days")
        << Instance{.state = u"stopped"_s, .status = Status::Starting, .updatedAt = now.addDays(-3)}
        << Health::Recovering;
    QTest::newRow("starting since nobody knows when")
        << Instance{.state = u"starting"_s, .status = Status::Starting} << Health::Recovering;
}

void ValuesTest::judgesHealth()
{
    QFETCH(Instance, instance);
    QFETCH(Health, health);

    QCOMPARE(healthOf(instance, now), health);
}

void ValuesTest::knowsWhichVersionsMayChangeAnInstance_data()
{
    QTest::addColumn<QString>("theirs");
    QTest::addColumn<QString>("ours");
    QTest::addColumn<bool>("mayChange");
    QTest::newRow("same") << u"1.4.2"_s << u"1.4.2"_s << true;
    QTest::newRow("older minor") << u"1.3.9"_s << u"1.4.0"_s << true;
    QTest::newRow("newer patch") << u"1.4.9"_s << u"1.4.0"_s << true;
    QTest::newRow("newer minor") << u"1.5.0"_s << u"1.4.9"_s << false;
    QTest::newRow("two digits are a number") << u"1.9.0"_s << u"1.10.0"_s << true;
    QTest::newRow("two digits the other way") << u"1.10.0"_s << u"1.9.0"_s << false;
    QTest::newRow("older major") << u"1.4.0"_s << u"2.4.0"_s << false;
    QTest::newRow("newer major") << u"2.0.0"_s << u"1.4.0"_s << false;
    QTest::newRow("without a version") << QString() << u"1.4.0"_s << true;
    QTest::newRow("not a version") << u"main"_s << u"1.4.0"_s << false;
}

void ValuesTest::knowsWhichVersionsMayChangeAnInstance()
{
    QFETCH(QString, theirs);
    QFETCH(QString, ours);
    QFETCH(bool, mayChange);

    QCOMPARE(isCompatibleVersion(theirs, ours), mayChange);
}

void ValuesTest::trustsWhatItMadeItself()
{
    QVERIFY(isCompatible({.softwareVersion = QLatin1StringView(SWARM_VERSION)}));
    QVERIFY(!isCompatible({.softwareVersion = u"999.0.0"_s}));
}

void ValuesTest::knowsFlysSizes_data()
{
    QTest::addColumn<CpuKind>("kind");
    QTest::addColumn<int>("cpus");
    QTest::addColumn<int>("memoryMb");
    QTest::addColumn<SizeProblem>("problem");
    constexpr auto shared = CpuKind::Shared;
    constexpr auto performance = CpuKind::Performance;
    QTest::newRow("shared-1x, least") << shared << 1 << 256 << SizeProblem::None;
    QTest::newRow("shared-1x, most") << shared << 1 << 2048 << SizeProblem::None;
    QTest::newRow("shared-1x, in between") << shared << 1 << 1280 << SizeProblem::None;
    QTest::newRow("shared-1x, too little") << shared << 1 << 128 << SizeProblem::TooLittleMemory;
    QTest::newRow("shared-1x, too much") << shared << 1 << 2304 << SizeProblem::TooMuchMemory;
    QTest::newRow("shared-1x, off the step") << shared << 1 << 1000 << SizeProblem::MemoryStep;
    QTest::newRow("shared-2x, least") << shared << 2 << 512 << SizeProblem::None;
    QTest::newRow("shared-2x, most") << shared << 2 << 4096 << SizeProblem::None;
    QTest::newRow("shared-2x, too little") << shared << 2 << 256 << SizeProblem::TooLittleMemory;
    QTest::newRow("shared-4x, most") << shared << 4 << 8192 << SizeProblem::None;
    QTest::newRow("shared-6x") << shared << 6 << 1536 << SizeProblem::None;
    QTest::newRow("shared-8x, least") << shared << 8 << 2048 << SizeProblem::None;
    QTest::newRow("shared-8x, most") << shared << 8 << 16384 << SizeProblem::None;
    QTest::newRow("shared-3x") << shared << 3 << 2048 << SizeProblem::CpuCount;
    QTest::newRow("shared-10x") << shared << 10 << 4096 << SizeProblem::CpuCount;
    QTest::newRow("shared-0x") << shared << 0 << 2048 << SizeProblem::CpuCount;
    QTest::newRow("performance-1x, least") << performance << 1 << 2048 << SizeProblem::None;
    QTest::newRow("performance-1x, most") << performance << 1 << 8192 << SizeProblem::None;
    QTest::newRow("performance-1x, too much") << performance << 1 << 10240 << SizeProblem::TooMuchMemory;
    QTest::newRow("performance-2x with the plan's 2 GB") << performance << 2 << 2048 << SizeProblem::TooLittleMemory;
    QTest::newRow("performance-2x, off the step") << performance << 2 << 5120 << SizeProblem::MemoryStep;
    QTest::newRow("performance-16x, least") << performance << 16 << 32768 << SizeProblem::None;
    QTest::newRow("performance-16x, most") << performance << 16 << 131072 << SizeProblem::None;
    for (const int cpus : {1, 2, 4, 6, 8, 10, 12, 14, 16})
        QTest::addRow("performance-%dx", cpus) << performance << cpus << 2048 * cpus << SizeProblem::None;
    QTest::newRow("performance-3x") << performance << 3 << 6144 << SizeProblem::CpuCount;
    QTest::newRow("performance-18x") << performance << 18 << 36864 << SizeProblem::CpuCount;
    QTest::newRow("less than nothing") << shared << -1 << -256 << SizeProblem::CpuCount;
}

void ValuesTest::knowsFlysSizes()
{
    QFETCH(CpuKind, kind);
    QFETCH(int, cpus);
    QFETCH(int, memoryMb);
    QFETCH(SizeProblem, problem);

    QCOMPARE(problemOf(Size{.cpuKind = kind, .cpus = cpus, .memoryMb = memoryMb}), problem);
}

void ValuesTest::offersOnlySizesThatFlyTakes()
{
    for (const auto &size : sizePresets)
        QCOMPARE(problemOf(size), SizeProblem::None);

    QCOMPARE(sizePresets[0], (Size{CpuKind::Shared, 1, 1024}));
    QCOMPARE(sizePresets[1], (Size{CpuKind::Shared, 1, 2048}));
    QCOMPARE(sizePresets[2], (Size{CpuKind::Shared, 2, 4096}));
    QCOMPARE(sizePresets[3], (Size{CpuKind::Shared, 4, 8192}));
}

void ValuesTest::knowsTheMemoryOfEachSize()
{
    const auto shared = memoryRange(CpuKind::Shared, 4);
    QCOMPARE(shared.least, 1024);
    QCOMPARE(shared.most, 8192);
    QCOMPARE(shared.step, 256);
    const auto performance = memoryRange(CpuKind::Performance, 2);
    QCOMPARE(performance.least, 4096);
    QCOMPARE(performance.most, 16384);
    QCOMPARE(performance.step, 2048);
}

void ValuesTest::suspendsUpToTwoGigabytes()
{
    QVERIFY(canSuspend({CpuKind::Shared, 1, 256}));
    QVERIFY(canSuspend({CpuKind::Shared, 2, 2048}));
    QVERIFY(!canSuspend({CpuKind::Shared, 2, 2304}));
    QVERIFY(!canSuspend({CpuKind::Performance, 2, 4096}));
}

void ValuesTest::suspendsByDefaultWhereItCan()
{
    QCOMPARE(defaultIdleRule({CpuKind::Shared, 1, 2048}).action, IdleRule::Action::Suspend);
    QCOMPARE(defaultIdleRule({CpuKind::Shared, 2, 4096}).action, IdleRule::Action::Stop);
}

void ValuesTest::acceptsTheDefaults()
{
    const auto spec = goodSpec();

    QVERIFY(!problemOf(spec).has_value());
    QCOMPARE(spec.region, u"ams"_s);
    QCOMPARE(spec.size, (Size{CpuKind::Shared, 1, 2048}));
    QCOMPARE(spec.diskGb, 10);
    QCOMPARE(spec.image.repository, u"codercom/code-server"_s);
    QCOMPARE(spec.image.tag, u"latest"_s);
    QCOMPARE(spec.idle.action, IdleRule::Action::Suspend);
    QCOMPARE(spec.address, AddressKind::Shared);
}

void ValuesTest::checksNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<std::optional<SpecProblem>>("problem");
    const std::optional<SpecProblem> none;
    const auto is = [](SpecProblem problem) { return std::optional(problem); };
    QTest::newRow("letters") << u"thesis"_s << none;
    QTest::newRow("one letter") << u"a"_s << none;
    QTest::newRow("dashes and digits") << u"old-blog-2"_s << none;
    QTest::newRow("longest") << QString(longestName, u'a') << none;
    QTest::newRow("longer") << QString(longestName + 1, u'a') << is(SpecProblem::NameTooLong);
    QTest::newRow("empty") << QString() << is(SpecProblem::NameEmpty);
    QTest::newRow("capitals") << u"Thesis"_s << is(SpecProblem::NameCharacters);
    QTest::newRow("underscore") << u"my_box"_s << is(SpecProblem::NameCharacters);
    QTest::newRow("space") << u"my box"_s << is(SpecProblem::NameCharacters);
    QTest::newRow("dot") << u"my.box"_s << is(SpecProblem::NameCharacters);
    QTest::newRow("slash") << u"../box"_s << is(SpecProblem::NameCharacters);
    QTest::newRow("first a digit") << u"2box"_s << is(SpecProblem::NameCharacters);
    QTest::newRow("first a dash") << u"-box"_s << is(SpecProblem::NameCharacters);
    QTest::newRow("last a dash") << u"box-"_s << is(SpecProblem::NameCharacters);
    QTest::newRow("umlaut") << u"büro"_s << is(SpecProblem::NameCharacters);
    QTest::newRow("line break at the end") << u"box\n"_s << is(SpecProblem::NameCharacters);
    QTest::newRow("line break within") << u"box\nbox"_s << is(SpecProblem::NameCharacters);
}

void ValuesTest::checksNames()
{
    QFETCH(QString, name);
    QFETCH(std::optional<SpecProblem>, problem);

    QCOMPARE(problemOfName(name), problem);
    auto spec = goodSpec();
    spec.name = name;
    QCOMPARE(problemOf(spec), problem);
}

void ValuesTest::seesWhatIsWrongWithASpec_data()
{
    using Change = std::function<void(InstanceSpec &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<std::optional<SpecProblem>>("problem");
    const auto row = [](const char *name, const Change &change, std::optional<SpecProblem> problem) {
        QTest::newRow(name) << change << problem;
    };
    row("no region", [](auto &spec) { spec.region.clear(); }, SpecProblem::Region);
    row("a city for a region", [](auto &spec) { spec.region = u"Amsterdam"_s; }, SpecProblem::Region);
    row("a region with a line break", [](auto &spec) { spec.region = u"ams\n"_s; }, SpecProblem::Region);
    row("three CPUs", [](auto &spec) { spec.size.cpus = 3; }, SpecProblem::CpuCount);
    row("too little memory", [](auto &spec) { spec.size.memoryMb = 128; }, SpecProblem::TooLittleMemory);
    row("too much memory", [](auto &spec) { spec.size.memoryMb = 4096; }, SpecProblem::TooMuchMemory);
    row("odd memory", [](auto &spec) { spec.size.memoryMb = 1000; }, SpecProblem::MemoryStep);
    row("no disk", [](auto &spec) { spec.diskGb = 0; }, SpecProblem::DiskSize);
    row("smallest disk", [](auto &spec) { spec.diskGb = 1; }, {});
    row("largest disk", [](auto &spec) { spec.diskGb = 500; }, {});
    row("a larger disk", [](auto &spec) { spec.diskGb = 501; }, SpecProblem::DiskSize);
    row("suspend with 4 GB", [](auto &spec) { spec.size = sizePresets[2]; }, SpecProblem::CannotSuspend);
    row("stop with 4 GB",
        [](auto &spec) {
            spec.size = sizePresets[2];
            spec.idle = {.action = IdleRule::Action::Stop};
        },
        {});
    row(
        "stop after no time", [](auto &spec) { spec.idle = {.action = IdleRule::Action::StopAfter}; },
        SpecProblem::IdleMinutes);
    row("stop after half an hour", [](auto &spec) { spec.idle = {IdleRule::Action::StopAfter, 30min}; }, {});
    row("no image", [](auto &spec) { spec.image.repository.clear(); }, SpecProblem::Image);
    row("no tag", [](auto &spec) { spec.image.tag.clear(); }, SpecProblem::Image);
    row("an image with an option", [](auto &spec) { spec.image.repository = u"--help"_s; }, SpecProblem::Image);
    row("an image elsewhere", [](auto &spec) { spec.image.repository = u"images.example:5000/me/editor"_s; }, {});
    row("a variable", [](auto &spec) { spec.env = {{u"EDITOR_THEME"_s, u"dark"_s}}; }, {});
    row("a variable with a dash", [](auto &spec) { spec.env = {{u"MY-NAME"_s, {}}}; }, SpecProblem::VariableName);
    row(
        "a variable that begins with a digit", [](auto &spec) { spec.env = {{u"2ND"_s, {}}}; },
        SpecProblem::VariableName);
    row("a variable without a name", [](auto &spec) { spec.env = {{QString(), u"x"_s}}; }, SpecProblem::VariableName);
    row("a variable with a line break", [](auto &spec) { spec.env = {{u"NAME\n"_s, {}}}; }, SpecProblem::VariableName);
}

void ValuesTest::seesWhatIsWrongWithASpec()
{
    QFETCH(std::function<void(InstanceSpec &)>, change);
    QFETCH(std::optional<SpecProblem>, problem);
    auto spec = goodSpec();
    change(spec);

    QCOMPARE(problemOf(spec), problem);
}

void ValuesTest::refusesVariablesThatAreOurs_data()
{
    QTest::addColumn<QString>("variable");
    QTest::newRow("PASSWORD") << u"PASSWORD"_s;
    QTest::newRow("HASHED_PASSWORD") << u"HASHED_PASSWORD"_s;
    QTest::newRow("PORT") << u"PORT"_s;
}

void ValuesTest::refusesVariablesThatAreOurs()
{
    QFETCH(QString, variable);
    auto spec = goodSpec();
    spec.env = {{u"A"_s, u"fine"_s}, {variable, u"hunter2"_s}, {u"Z"_s, u"fine"_s}};

    QCOMPARE(problemOf(spec), std::optional(SpecProblem::ReservedVariable));
}

void ValuesTest::proposesNamesThatItAccepts()
{
    static const QRegularExpression shape(u"\\Avscode-[a-z0-9]{4}\\z"_s);
    QSet<QString> names;
    for (int i = 0; i < 100; ++i) {
        const auto name = proposedName();
        QVERIFY2(shape.match(name).hasMatch(), qPrintable(name));
        QVERIFY(!problemOfName(name).has_value());
        names.insert(name);
    }

    QVERIFY(names.size() > 90); // of 1.7 million
    QCOMPARE(randomSuffix().size(), 4);
}

void ValuesTest::makesPasswordsThatNobodyGuesses()
{
    QSet<QString> passwords;
    QSet<QChar> alphabet;
    qsizetype shortest = 1000;
    for (int i = 0; i < 500; ++i) {
        const auto password = generatedPassword();
        passwords.insert(password);
        shortest = std::min(shortest, password.size());
        for (const auto letter : password)
            alphabet.insert(letter);
    }

    QCOMPARE(passwords.size(), 500);
    QCOMPARE(shortest, 24);
    const double bits = static_cast<double>(shortest) * std::log2(static_cast<double>(alphabet.size()));
    QVERIFY2(bits >= 128, qPrintable(QString::number(bits)));
    for (const auto letter : std::as_const(alphabet)) {
        QVERIFY2(letter.isLetterOrNumber() && letter.unicode() < 128, qPrintable(QString(letter)));
        QVERIFY2(!u"0O1lI"_s.contains(letter), qPrintable(QString(letter)));
    }
}

void ValuesTest::sortsErrors_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QString>("category");
    QTest::addColumn<bool>("retryable");
    const auto row = [](const char *name, ErrorCode code, Error::Kind kind, const QString &category, bool retryable) {
        QTest::newRow(name) << code << kind << category << retryable;
    };
    using Code = ErrorCode;
    using Kind = Error::Kind;
    row("AUTH_INVALID_TOKEN", Code::AuthInvalidToken, Kind::Unauthorised, u"AUTHENTICATION"_s, false);
    row("AUTH_EXPIRED_TOKEN", Code::AuthExpiredToken, Kind::Unauthorised, u"AUTHENTICATION"_s, false);
    row("AUTH_INSUFFICIENT_PERMISSIONS", Code::AuthInsufficientPermissions, Kind::Unauthorised, u"AUTHENTICATION"_s,
        false);
    row("KEYCHAIN_LOCKED", Code::KeychainLocked, Kind::Unauthorised, u"AUTHENTICATION"_s, false);
    row("KEYCHAIN_ABSENT", Code::KeychainAbsent, Kind::Unauthorised, u"AUTHENTICATION"_s, false);
    row("RESOURCE_NOT_FOUND", Code::ResourceNotFound, Kind::NotFound, u"RESOURCE"_s, false);
    row("RESOURCE_ALREADY_EXISTS", Code::ResourceAlreadyExists, Kind::Conflict, u"RESOURCE"_s, false);
    row("RESOURCE_BUSY", Code::ResourceBusy, Kind::Conflict, u"RESOURCE"_s, true);
    row("RESOURCE_WRONG_STATE", Code::ResourceWrongState, Kind::Conflict, u"RESOURCE"_s, false);
    row("CAPACITY_REGION", Code::CapacityRegion, Kind::NoRoom, u"RESOURCE"_s, false);
    row("CAPACITY_HOST", Code::CapacityHost, Kind::NoRoom, u"RESOURCE"_s, false);
    row("CAPACITY_VOLUME", Code::CapacityVolume, Kind::NoRoom, u"RESOURCE"_s, false);
    row("RESOURCE_LIMIT_EXCEEDED", Code::ResourceLimitExceeded, Kind::NoRoom, u"RESOURCE"_s, false);
    row("NETWORK_CONNECTION_FAILED", Code::NetworkConnectionFailed, Kind::Offline, u"NETWORK"_s, true);
    row("NETWORK_TIMEOUT", Code::NetworkTimeout, Kind::Timeout, u"NETWORK"_s, true);
    row("NETWORK_OUTCOME_UNKNOWN", Code::NetworkOutcomeUnknown, Kind::Timeout, u"NETWORK"_s, true);
    row("API_INVALID_REQUEST", Code::ApiInvalidRequest, Kind::Rejected, u"API"_s, false);
    row("API_UNSUPPORTED_OPERATION", Code::ApiUnsupportedOperation, Kind::Rejected, u"API"_s, false);
    row("RATE_LIMIT_EXCEEDED", Code::RateLimitExceeded, Kind::RateLimited, u"RATE_LIMIT"_s, true);
    row("INTERNAL_ERROR", Code::InternalError, Kind::ServerFault, u"INTERNAL"_s, true);
    row("BAD_REPLY", Code::BadReply, Kind::BadReply, u"INTERNAL"_s, false);
    row("CANCELLED", Code::Cancelled, Kind::Cancelled, QString(), false);
}

void ValuesTest::sortsErrors()
{
    QFETCH(ErrorCode, code);
    QFETCH(Error::Kind, kind);
    QFETCH(QString, category);
    QFETCH(bool, retryable);
    const Error error{.code = code};

    QCOMPARE(codeName(code), QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(error.kind(), kind);
    QCOMPARE(categoryName(error.category()), category);
    QCOMPARE(error.isRetryable(), retryable);
}

void ValuesTest::hasAnEntryForEveryErrorCode()
{
    QSet<QString> names;
    for (int value = 0; value <= static_cast<int>(ErrorCode::Cancelled); ++value)
        names.insert(codeName(static_cast<ErrorCode>(value)));

    QCOMPARE(names.size(), 22); // as many as sortsErrors() has rows
}

void ValuesTest::comparesErrorsByValue()
{
    const Error error{.code = ErrorCode::CapacityHost,
                      .httpStatus = 409,
                      .leftBehind = {{.kind = Resource::Kind::Volume, .name = u"vol_1"_s}}};
    auto other = error;
    QVERIFY(other == error);

    other.leftBehind.clear();

    QVERIFY(other != error);
}

void ValuesTest::listsTheStepsOfEveryVerb()
{
    for (const auto verb :
         {Verb::Create, Verb::Open, Verb::Start, Verb::Stop, Verb::Suspend, Verb::Restart, Verb::Delete}) {
        const auto &steps = stepsOf(verb);
        QVERIFY(!steps.empty());
        QVERIFY(std::ranges::find(steps, Step::Undoing) == steps.end()); // nothing goes wrong here
    }
    QCOMPARE(stepsOf(Verb::Open).back(), Step::OpeningBrowser);
    QCOMPARE(stepsOf(Verb::Delete).back(), Step::DeletingApp);
}

void ValuesTest::cannotCancelWhatCannotBeUndone()
{
    const Operation creating{.verb = Verb::Create, .step = Step::CreatingMachine};
    QVERIFY(canCancel(creating));

    auto undoing = creating;
    undoing.step = Step::Undoing;
    QVERIFY(!canCancel(undoing));
    auto cancelling = creating;
    cancelling.isCancelling = true;
    QVERIFY(!canCancel(cancelling));
    auto over = creating;
    over.state = Operation::State::Succeeded;
    QVERIFY(!canCancel(over));
    QVERIFY(!canCancel({.verb = Verb::Delete, .step = Step::DeletingDisk}));
}

QTEST_GUILESS_MAIN(ValuesTest)
#include "tst_values.moc"
