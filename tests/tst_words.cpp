#include "ui/wording/commandwords.h"
#include "ui/wording/errorwords.h"
#include "ui/wording/instancewords.h"
#include "ui/wording/networkwords.h"
#include "ui/wording/operationwords.h"
#include "ui/wording/regionnames.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace swarm;

namespace {

const QDateTime now(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC);

template <typename Enum> QList<Enum> valuesUpTo(Enum last)
{
    QList<Enum> values;
    for (int value = 0; value <= static_cast<int>(last); ++value)
        values += static_cast<Enum>(value);
    return values;
}

Instance running()
{
    return {.name = u"thesis"_s,
            .state = u"started"_s,
            .status = Status::Running,
            .checks = CheckState::Passing,
            .startedAt = now.addSecs(-(2 * 3600 + 14 * 60))};
}

Instance asleep(Status status, Ending ending)
{
    return {.name = u"thesis"_s, .status = status, .ending = ending};
}

} // namespace

class WordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasASentenceForEveryError();
    void tellsWhatToDoAboutEveryErrorButACancel();
    void namesTheInstanceThatAnErrorIsAbout();
    void tellsAnEditorThatIsLateFromAProviderThatIsLate();
    void saysHowLongToWait();
    void namesWhatIsLeftBehindAndMayBeBilling();
    void listsResourcesLikeAPerson_data();
    void listsResourcesLikeAPerson();
    void detailsCarryWhatSupportAsksFor();
    void hasASentenceForEverySpecProblem();
    void saysWhyItDidNotAsk();
    void hasAWordForEveryStep();
    void hasATitleForEveryVerbInEveryState();
    void hasAResultForEveryVerb();
    void tellsTheStepOfARunningOperation();
    void tellsWhatADeleteFreed();
    void saysThatItIsCancelling();
    void hasAWordForEveryStatus();
    void showsStates_data();
    void showsStates();
    void waitsForAnEditorThatHasJustBeenStarted();
    void tellsSinceWhen_data();
    void tellsSinceWhen();
    void tellsHealth_data();
    void tellsHealth();
    void showsSizes();
    void showsDurations_data();
    void showsDurations();
    void showsMoney();
    void namesRegions();
    void showsIdleRules();
    void showsImages();
    void writesTheCommandThatDoesTheSame();
    void quotesForAShell();
};

void WordsTest::hasASentenceForEveryError()
{
    QSet<QString> seen;
    for (const auto code : valuesUpTo(ErrorCode::LocalFileFailed)) {
        const auto text = sentence({.code = code});
        QVERIFY2(text.endsWith(u'.'), qPrintable(codeName(code)));
        QVERIFY2(!seen.contains(text), qPrintable(text));
        seen.insert(text);
    }
}

void WordsTest::tellsWhatToDoAboutEveryErrorButACancel()
{
    for (const auto code : valuesUpTo(ErrorCode::BadReply))
        QVERIFY2(remedy({.code = code}).endsWith(u'.'), qPrintable(codeName(code)));
    QVERIFY(remedy({.code = ErrorCode::Cancelled}).isEmpty());
}

void WordsTest::namesTheInstanceThatAnErrorIsAbout()
{
    const auto text = sentence({.code = ErrorCode::ResourceBusy, .instance = u"thesis"_s});

    QCOMPARE(text, u"thesis is busy with another change."_s);
}

void WordsTest::tellsAnEditorThatIsLateFromAProviderThatIsLate()
{
    QCOMPARE(sentence({.code = ErrorCode::NetworkTimeout, .step = Step::WaitingForEditor}),
             u"The editor did not answer in time."_s);
    QCOMPARE(sentence({.code = ErrorCode::NetworkTimeout}), u"Fly.io did not answer in time."_s);
}

void WordsTest::saysHowLongToWait()
{
    const auto text = remedy({.code = ErrorCode::RateLimitExceeded, .retryAfter = std::chrono::minutes(2)});

    QCOMPARE(text, u"Try again in 2 min."_s);
}

void WordsTest::namesWhatIsLeftBehindAndMayBeBilling()
{
    const Error error{.code = ErrorCode::InternalError,
                      .undone = {{Resource::Kind::App, u"thesis"_s}},
                      .leftBehind = {{Resource::Kind::Volume, u"vol_123"_s}}};

    const auto text = aftermath(error);

    QCOMPARE(text,
             u"Taken back: app thesis. Left behind and possibly still billing: volume vol_123. "
             "It is tried again at the next start."_s);
    QVERIFY(aftermath({.code = ErrorCode::InternalError}).isEmpty());
}

void WordsTest::listsResourcesLikeAPerson_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("text");

    QTest::newRow("none") << 0 << QString();
    QTest::newRow("one") << 1 << u"app thesis"_s;
    QTest::newRow("two") << 2 << u"app thesis and volume vol_123"_s;
    QTest::newRow("three") << 3 << u"app thesis, volume vol_123 and address 1.2.3.4"_s;
}

void WordsTest::listsResourcesLikeAPerson()
{
    QFETCH(const int, count);
    const std::vector<Resource> all{{Resource::Kind::App, u"thesis"_s},
                                    {Resource::Kind::Volume, u"vol_123"_s},
                                    {Resource::Kind::Address, u"1.2.3.4"_s}};

    QTEST(resourceList({all.begin(), all.begin() + count}), "text");
}

void WordsTest::detailsCarryWhatSupportAsksFor()
{
    const Error error{.code = ErrorCode::CapacityRegion,
                      .httpStatus = 422,
                      .detail = u"insufficient capacity"_s,
                      .requestId = u"01HX5"_s,
                      .step = Step::CreatingMachine,
                      .instance = u"thesis"_s,
                      .cause = std::make_shared<Error>(Error{.code = ErrorCode::ApiInvalidRequest})};

    const auto text = details(error);

    for (const auto &part : {u"CAPACITY_REGION"_s, u"422"_s, u"insufficient capacity"_s, u"01HX5"_s,
                             u"Creating the machine"_s, u"thesis"_s, u"API_INVALID_REQUEST"_s})
        QVERIFY2(text.contains(part), qPrintable(part));
}

void WordsTest::hasASentenceForEverySpecProblem()
{
    QSet<QString> seen;
    for (const auto problem : valuesUpTo(SpecProblem::Image)) {
        const auto text = sentence(problem, {.name = u"thesis"_s});
        QVERIFY2(text.endsWith(u'.'), qPrintable(text));
        QVERIFY2(!seen.contains(text), qPrintable(text));
        seen.insert(text);
    }
}

void WordsTest::saysWhyItDidNotAsk()
{
    for (const auto refusal : valuesUpTo(Refusal::NoReceipt)) {
        const Error error{.code = ErrorCode::ApiInvalidRequest, .instance = u"thesis"_s, .refusal = refusal};
        QVERIFY(sentence(error) != sentence({.code = ErrorCode::ApiInvalidRequest}));
        QVERIFY(!sentence(error).contains("%1"_L1));
    }
    QCOMPARE(sentence({.code = ErrorCode::ApiInvalidRequest, .refusal = SpecProblem::CannotSuspend}),
             sentence(SpecProblem::CannotSuspend, {}));
    const PortRefusal port{.problem = PortProblem::EditorsPort, .port = {.port = 443, .internalPort = 9000}};
    QCOMPARE(sentence({.code = ErrorCode::ApiInvalidRequest, .refusal = port}), portRefusalText(port));
}

void WordsTest::hasAWordForEveryStep()
{
    QSet<QString> seen;
    for (const auto step : valuesUpTo(lastStep)) {
        QVERIFY(!stepText(step).isEmpty());
        QVERIFY2(!seen.contains(stepText(step)), qPrintable(stepText(step)));
        seen.insert(stepText(step));
    }
    QCOMPARE(stepText(Step::WaitingForEditor), u"Waiting for the editor to answer"_s);
}

void WordsTest::hasATitleForEveryVerbInEveryState()
{
    QSet<QString> seen;
    for (const auto verb : valuesUpTo(lastVerb)) {
        for (const auto state : valuesUpTo(Operation::State::Cancelled)) {
            const auto text = operationTitle({.verb = verb, .name = u"thesis"_s, .state = state});
            QVERIFY2(text.contains(u"thesis"_s), qPrintable(text));
            QVERIFY2(!seen.contains(text), qPrintable(text));
            seen.insert(text);
        }
    }
    QCOMPARE(operationTitle({.verb = Verb::Create, .name = u"thesis"_s}), u"Create thesis"_s);
}

void WordsTest::hasAResultForEveryVerb()
{
    const Domain domain{.hostname = u"code.example.org"_s,
                        .records = {{.type = u"CNAME"_s, .name = u"code.example.org"_s, .value = u"x.fly.dev"_s}}};
    QSet<QString> seen;
    for (const auto verb : valuesUpTo(lastVerb)) {
        const Operation done{.verb = verb,
                             .state = Operation::State::Succeeded,
                             .snapshot = DiskSnapshot{.id = u"vs_1"_s, .keptDays = 5},
                             .previous = PreviousCopy{.region = u"ams"_s, .diskGb = 10},
                             .addresses = {{.kind = Address::Kind::V4, .ip = u"192.0.2.1"_s}},
                             .domain = domain,
                             .backup = BackupResult{.path = u"thesis.tar.gz"_s}};
        const auto text = operationText(done);
        QVERIFY2(!text.isEmpty() && !text.contains("%1"_L1), qPrintable(verbName(verb) + text));
        if (verb > Verb::Delete) // what changes a machine has one sentence in common
            continue;
        QVERIFY2(text.endsWith(u'.') && !seen.contains(text), qPrintable(text));
        seen.insert(text);
    }
}

void WordsTest::tellsTheStepOfARunningOperation()
{
    const auto text = operationText({.step = Step::WaitingForEditor, .stepNumber = 3, .stepCount = 4});

    QCOMPARE(text, u"Waiting for the editor to answer (step 3 of 4)"_s);
}

void WordsTest::tellsWhatADeleteFreed()
{
    const Operation operation{
        .verb = Verb::Delete, .name = u"notes-old"_s, .state = Operation::State::Succeeded, .freedGb = 10};

    QCOMPARE(operationTitle(operation), u"Deleted notes-old"_s);
    QCOMPARE(operationText(operation), u"Freed 10 GB, saves about $1.50 a month."_s);
}

void WordsTest::saysThatItIsCancelling()
{
    const auto text = operationText({.step = Step::CreatingApp, .stepNumber = 2, .stepCount = 9, .isCancelling = true});

    QVERIFY2(text.startsWith(u"Cancelling"_s), qPrintable(text));
}

void WordsTest::hasAWordForEveryStatus()
{
    QSet<QString> seen;
    for (const auto status : valuesUpTo(Status::Unknown)) {
        const auto text = stateText({.status = status});
        QVERIFY(!text.isEmpty());
        QVERIFY2(!seen.contains(text), qPrintable(text));
        seen.insert(text);
    }
}

void WordsTest::showsStates_data()
{
    QTest::addColumn<Instance>("instance");
    QTest::addColumn<QString>("text");

    QTest::newRow("running") << running() << u"Running"_s;
    QTest::newRow("editor comes up") << Instance{.status = Status::Starting, .checks = CheckState::Critical}
                                     << u"Starting · editor"_s;
    QTest::newRow("out of memory") << asleep(Status::Stopped, {.cause = Ending::Cause::OutOfMemory})
                                   << u"Stopped: out of memory"_s;
    QTest::newRow("as asked") << asleep(Status::Stopped, {.cause = Ending::Cause::Requested}) << u"Stopped"_s;
    QTest::newRow("crashed") << asleep(Status::Failed, {.cause = Ending::Cause::Crashed, .exitCode = 137})
                             << u"Failed: crashed, exit code 137"_s;
    QTest::newRow("a word of tomorrow") << Instance{.state = u"hibernating"_s} << u"hibernating"_s;
    auto unreachable = running();
    unreachable.isHostReachable = false;
    QTest::newRow("host unreachable") << unreachable << u"Running · host unreachable"_s;
}

void WordsTest::showsStates()
{
    QFETCH(const Instance, instance);

    QTEST(stateText(instance), "text");
}

void WordsTest::waitsForAnEditorThatHasJustBeenStarted()
{
    auto instance = running();
    instance.checks = CheckState::Critical;
    QCOMPARE(stateText(instance, now), u"Running · editor not answering"_s);

    instance.startedAt = now.addSecs(-5);

    QCOMPARE(stateText(instance, now), u"Starting · editor"_s);
}

void WordsTest::tellsSinceWhen_data()
{
    QTest::addColumn<Instance>("instance");
    QTest::addColumn<QString>("text");

    QTest::newRow("running") << running() << u"Running for 2 h 14 min"_s;
    QTest::newRow("stopped") << asleep(Status::Stopped, {.at = now.addDays(-3)}) << u"Stopped 3 d ago"_s;
    QTest::newRow("just now") << asleep(Status::Suspended, {.at = now.addSecs(-4)}) << u"Suspended just now"_s;
    QTest::newRow("since unknown") << asleep(Status::Stopped, {}) << u"Stopped"_s;
    QTest::newRow("changing") << Instance{.status = Status::Stopping} << u"Stopping"_s;
}

void WordsTest::tellsSinceWhen()
{
    QFETCH(const Instance, instance);

    QTEST(sinceText(instance, now), "text");
}

void WordsTest::tellsHealth_data()
{
    QTest::addColumn<Instance>("instance");
    QTest::addColumn<QString>("beginning");

    QTest::newRow("healthy") << running() << u"Healthy"_s;
    QTest::newRow("recovering") << Instance{.status = Status::Starting} << u"Recovering"_s;
    QTest::newRow("unhealthy") << Instance{.status = Status::Missing} << u"Unhealthy"_s;
    QTest::newRow("asleep") << asleep(Status::Suspended, {}) << u"Asleep"_s;
}

void WordsTest::tellsHealth()
{
    QFETCH(const Instance, instance);
    QFETCH(const QString, beginning);

    const auto text = healthText(instance, now);

    QVERIFY2(text.startsWith(beginning), qPrintable(text));
}

void WordsTest::showsSizes()
{
    QCOMPARE(sizeText({}), u"1 shared CPU · 2 GB"_s);
    QCOMPARE(shortSizeText({}), u"1 shared · 2 GB"_s);
    QCOMPARE(shortSizeText({CpuKind::Performance, 2, 4096}), u"2 perf · 4 GB"_s);
    QCOMPARE(memoryText(256), u"256 MB"_s);
    QCOMPARE(memoryText(1536), u"1.5 GB"_s);
    QCOMPARE(memoryText(10240), u"10 GB"_s);
    QCOMPARE(diskText(10), u"10 GB"_s);
    QCOMPARE(diskText(0), u"–"_s);
}

void WordsTest::showsDurations_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("shortForm");
    QTest::addColumn<QString>("longForm");

    QTest::newRow("seconds") << 12 << u"now"_s << u"12 s"_s;
    QTest::newRow("minutes") << 42 * 60 << u"42 min"_s << u"42 min"_s;
    QTest::newRow("hours") << 2 * 3600 << u"2 h"_s << u"2 h"_s;
    QTest::newRow("hours and minutes") << 2 * 3600 + 14 * 60 << u"2 h"_s << u"2 h 14 min"_s;
    QTest::newRow("days") << 9 * 86400 << u"9 d"_s << u"9 d"_s;
    QTest::newRow("days and hours") << 3 * 86400 + 4 * 3600 << u"3 d"_s << u"3 d 4 h"_s;
}

void WordsTest::showsDurations()
{
    QFETCH(const int, seconds);

    QTEST(durationText(seconds), "shortForm");
    QTEST(spanText(seconds), "longForm");
}

void WordsTest::showsMoney()
{
    QCOMPARE(hourlyText(0.0183), u"$0.018"_s);
    QCOMPARE(hourlyText(0), u"–"_s);
    QCOMPARE(moneyText(1.5), u"$1.50"_s);
}

void WordsTest::namesRegions()
{
    QCOMPARE(regionCity(u"ams"_s), u"Amsterdam"_s);
    QCOMPARE(regionText(u"ams"_s), u"Amsterdam (ams)"_s);
    QCOMPARE(regionText(u"xyz"_s), u"xyz"_s);
    QCOMPARE(fallbackRegions().size(), 9);
    for (const auto &code : fallbackRegions())
        QVERIFY2(regionCity(code) != code, qPrintable(code));
}

void WordsTest::showsIdleRules()
{
    Instance instance{.idle = {.action = IdleRule::Action::Suspend}, .isIdleRuleKnown = true};
    QCOMPARE(idleRuleText(instance), u"Armed: suspends within minutes of the last tab closing"_s);

    QSet<QString> rules;
    QSet<QString> actions;
    for (const auto action : valuesUpTo(IdleRule::Action::StopAfter)) {
        instance.idle = {.action = action, .after = std::chrono::minutes(30)};
        rules.insert(idleRuleText(instance));
        actions.insert(idleActionText(action));
    }
    QCOMPARE(rules.size(), 4);
    QCOMPARE(actions.size(), 4);

    instance.isIdleRuleKnown = false;
    QVERIFY(!rules.contains(idleRuleText(instance)));
}

void WordsTest::showsImages()
{
    QCOMPARE(imageText({}), u"code-server latest"_s);
    QCOMPARE(imageText({.repository = u"me/mine"_s, .tag = u"2"_s}), u"me/mine 2"_s);
}

void WordsTest::writesTheCommandThatDoesTheSame()
{
    const InstanceSpec spec{.name = u"thesis"_s,
                            .region = u"fra"_s,
                            .size = {CpuKind::Performance, 2, 4096},
                            .diskGb = 20,
                            .image = {.repository = u"me/mine"_s, .tag = u"2"_s},
                            .idle = {.action = IdleRule::Action::StopAfter, .after = std::chrono::minutes(30)},
                            .env = {{u"LANG"_s, u"C"_s}},
                            .repository = u"https://example.org/a.git"_s,
                            .address = AddressKind::Private,
                            .arguments = {u"--verbose"_s}};

    QCOMPARE(createCommand(spec),
             u"swarmctl create thesis --region fra --size performance:2:4096 --disk 20 --idle 30 "
             "--image me/mine:2 --env LANG=C --repository https://example.org/a.git "
             "--address private --argument=--verbose"_s);
    QCOMPARE(createCommand({.name = u"thesis"_s}),
             u"swarmctl create thesis --region ams --size shared:1:2048 --disk 10 --idle suspend"_s);
}

void WordsTest::quotesForAShell()
{
    const auto line = createCommand({.name = u"a"_s, .env = {{u"GREETING"_s, u"it's $5; rm"_s}}});

    QVERIFY2(line.endsWith(u"--env 'GREETING=it'\\''s $5; rm'"_s), qPrintable(line));
}

QTEST_GUILESS_MAIN(WordsTest)
#include "tst_words.moc"
