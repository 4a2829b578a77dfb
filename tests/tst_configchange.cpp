// From one whole configuration of a machine to another, and back to an earlier one.
#include "fly/configchange.h"
#include "fly/earlierversions.h"
#include "fly/machineconfig.h"
#include "model/compatibility.h"
#include "model/healthreport.h"
#include "model/imagereference.h"
#include "model/region.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace swarm;

namespace {

QString digest(char letter)
{
    return u"sha256:"_s + QString(64, QLatin1Char(letter));
}

//! As Fly.io would give it back, with members that nobody here knows.
Machine machine()
{
    auto config = withVolume(configOf({.id = u"id"_s, .name = u"box"_s}), u"vol_1"_s);
    config["cache_drive"_L1] = QJsonObject{{u"size_mb"_s, 7}};
    auto services = config["services"_L1].toArray();
    auto service = services[0].toObject();
    service["concurrency"_L1] = QJsonObject{{u"soft_limit"_s, 200}};
    services[0] = service;
    config["services"_L1] = services;
    return {.id = u"m1"_s,
            .state = u"started"_s,
            .instanceId = u"01K3AAAAAAAAAAAAAAAAAAAAAC"_s,
            .config = config,
            .imageRef = {{u"digest"_s, digest('a')}}};
}

MachineVersion version(const QString &name, const QJsonObject &config)
{
    return {.version = name, .config = config};
}

} // namespace

class ConfigChangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pinsTheImageThatFlyFound();
    void keepsWhatItDoesNotKnow_data();
    void keepsWhatItDoesNotKnow();
    void changesOnlyWhatWasAsked();
    void changesArgumentsAndNotesOfTheUsers();
    void describesWhatItConfigured();
    void startsLikeTheImageByItself();
    void tellsTheSameFromAnother();
    void seesWhatFlyTookBack();
    void remembersFiveImages();
    void goesBackToTheImageBefore();
    void goesBackToAWholeConfiguration();
    void goesBackByTagOrVersion();
    void prefersTheDigestOfThen();
    void judgesImages_data();
    void judgesImages();
    void saysWhatHelps_data();
    void saysWhatHelps();
    void sortsRegionsByDistance();
};

void ConfigChangeTest::pinsTheImageThatFlyFound()
{
    QCOMPARE(pinnedImage(machine()), u"codercom/code-server:latest@"_s + digest('a'));
}

void ConfigChangeTest::keepsWhatItDoesNotKnow_data()
{
    QTest::addColumn<InstanceChange>("change");
    QTest::newRow("size") << InstanceChange{.size = Size{CpuKind::Shared, 2, 4096}};
    QTest::newRow("image") << InstanceChange{.image = Image{.tag = u"4.133.0"_s}};
    QTest::newRow("idle") << InstanceChange{.idle = IdleRule{.action = IdleRule::Action::StopAfter, .after = 30min}};
    QTest::newRow("environment") << InstanceChange{.setEnv = {{u"A"_s, u"1"_s}}};
}

void ConfigChangeTest::keepsWhatItDoesNotKnow()
{
    QFETCH(InstanceChange, change);
    const auto before = pinnedConfig(machine());

    const auto after = withChange(before, change);

    QVERIFY(!areSame(before, after));
    QCOMPARE(after["cache_drive"_L1], before["cache_drive"_L1]);
    QCOMPARE(after["services"_L1][0]["concurrency"_L1], before["services"_L1][0]["concurrency"_L1]);
    QCOMPARE(after["mounts"_L1], before["mounts"_L1]);
    QCOMPARE(after["init"_L1], before["init"_L1]);
    QVERIFY(areSame(withChange(after, change), after)); // doing it twice is doing it once
}

void ConfigChangeTest::changesOnlyWhatWasAsked()
{
    const auto before = pinnedConfig(machine());
    const auto set = withChange(before, {.setEnv = {{u"A"_s, u"1"_s}, {u"B"_s, u"2"_s}}});
    const auto unset = withChange(set, {.unsetEnv = {u"A"_s}});
    QCOMPARE(unset["env"_L1].toObject(), (QJsonObject{{u"B"_s, u"2"_s}}));
    QCOMPARE(unset["image"_L1], before["image"_L1]);
    QCOMPARE(unset["guest"_L1], before["guest"_L1]);
}

void ConfigChangeTest::changesArgumentsAndNotesOfTheUsers()
{
    const auto before = machine().config;

    const auto after = withChange(
        before,
        {.arguments = QStringList{u"--disable-file-downloads"_s, u"it's"_s}, .setMetadata = {{u"team"_s, u"alpha"_s}}});

    const auto script = after["init"_L1]["cmd"_L1][0].toString();
    QVERIFY2(script.endsWith("'--disable-file-downloads' 'it'\\''s' /home/coder/project"_L1), qPrintable(script));
    QCOMPARE(after["metadata"_L1]["user_team"_L1].toString(), u"alpha"_s);
    QCOMPARE(after["services"_L1], before["services"_L1]);
    QCOMPARE(withChange(after, {.arguments = QStringList(), .unsetMetadata = {u"team"_s}}), before);
}

void ConfigChangeTest::describesWhatItConfigured()
{
    InstanceSpec spec{.name = u"box"_s, .region = u"fra"_s, .size = sizePresets[0], .diskGb = 7};
    spec.image = {.repository = u"codercom/code-server"_s, .tag = u"4.96.2"_s, .digest = digest('a')};
    spec.idle = {.action = IdleRule::Action::StopAfter, .after = 45min};
    spec.env = {{u"A"_s, u"b"_s}};
    spec.metadata = {{u"team"_s, u"alpha"_s}};
    spec.repository = u"https://example.org/x.git"_s;
    spec.arguments = {u"--one"_s, u"two words"_s, u"it's"_s};
    spec.services = {{.port = 3000, .internalPort = 3000, .handlers = {u"tls"_s, u"http"_s}}};
    Machine made{.id = u"m1"_s, .region = u"fra"_s, .config = withVolume(configOf(spec), u"vol_1"_s)};

    auto described = specFrom(made, {.name = u"box"_s, .volume = u"vol_1"_s, .diskGb = 7});

    QCOMPARE(described.idle, spec.idle);
    QCOMPARE(described, spec);
}

void ConfigChangeTest::startsLikeTheImageByItself()
{
    QFile file(QStringLiteral(SWARM_SOURCE "/packaging/image/start"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QStringList lines;
    for (const auto &line : QString::fromUtf8(file.readAll()).trimmed().split(u'\n')) {
        if (!line.startsWith(u'#'))
            lines << line;
    }

    QCOMPARE(lines.join(u'\n'), startScript({}));
}

void ConfigChangeTest::tellsTheSameFromAnother()
{
    auto one = machine().config;
    auto services = one["services"_L1].toArray();
    auto service = services[0].toObject();
    service["autostop"_L1] = u"stop"_s;
    services[0] = service;
    one["services"_L1] = services;
    auto other = one;
    service["autostop"_L1] = true; // as Fly.io answers it
    services[0] = service;
    other["services"_L1] = services;
    QVERIFY(areSame(one, other));
    service["autostop"_L1] = u"suspend"_s;
    services[0] = service;
    other["services"_L1] = services;
    QVERIFY(!areSame(one, other));
}

void ConfigChangeTest::seesWhatFlyTookBack()
{
    auto now = machine();
    const auto before = pinnedConfig(now);
    const auto wanted = withChange(before, {.size = Size{CpuKind::Shared, 2, 4096}});
    QVERIFY(!holds(wanted, before, now));
    now.config = wanted;
    QVERIFY(holds(wanted, before, now));
    const auto image = withChange(before, {.image = Image{.tag = u"4.133.0"_s}});
    now.config = image;
    now.config["image"_L1] = u"codercom/code-server:4.133.0@"_s + digest('b'); // resolved
    QVERIFY(holds(image, before, now));
    now.config["image"_L1] = u"codercom/code-server:4.132.0"_s;
    QVERIFY(!holds(image, before, now));
}

void ConfigChangeTest::remembersFiveImages()
{
    QJsonObject config;
    for (int i = 1; i <= 7; ++i)
        config = withImageRemembered(config, u"editor:%1"_s.arg(i));
    config = withImageRemembered(config, u"editor:5"_s);
    QCOMPARE(rememberedImages(config),
             (QStringList{u"editor:3"_s, u"editor:4"_s, u"editor:6"_s, u"editor:7"_s, u"editor:5"_s}));
}

void ConfigChangeTest::goesBackToTheImageBefore()
{
    auto now = machine();
    const auto old = pinnedConfig(now);
    const auto resized = withChange(old, {.size = Size{CpuKind::Shared, 2, 4096}});
    now.config = withChange(resized, {.image = Image{.tag = u"4.133.0"_s}});
    const std::vector<MachineVersion> versions{version(u"01K3AAAAAAAAAAAAAAAAAAAAAA"_s, old),
                                               version(u"01K3AAAAAAAAAAAAAAAAAAAAAB"_s, resized),
                                               version(now.instanceId, now.config)};
    const auto earlier = earlierConfigIn(versions, now, {}, RollBackManner::Image);
    QVERIFY(earlier);
    const auto back = rolledBack(pinnedConfig(now), *earlier, RollBackManner::Image);
    QCOMPARE(back["image"_L1].toString(), u"codercom/code-server:latest@"_s + digest('a'));
    QCOMPARE(back["guest"_L1]["memory_mb"_L1].toInt(), 4096); // only the image goes back
}

void ConfigChangeTest::goesBackToAWholeConfiguration()
{
    auto now = machine();
    const auto old = pinnedConfig(now);
    now.config =
        withVolume(withChange(old, {.size = Size{CpuKind::Shared, 2, 4096}, .setEnv = {{u"A"_s, u"1"_s}}}), u"vol_2"_s);
    const std::vector<MachineVersion> versions{version(u"01K3AAAAAAAAAAAAAAAAAAAAAA"_s, old),
                                               version(now.instanceId, now.config)};
    const auto earlier = earlierConfigIn(versions, now, {}, RollBackManner::Configuration);
    QVERIFY(earlier);
    const auto back = rolledBack(pinnedConfig(now), *earlier, RollBackManner::Configuration);
    QCOMPARE(back["guest"_L1], old["guest"_L1]);
    QCOMPARE(back["env"_L1], old["env"_L1]);
    QCOMPARE(back["mounts"_L1][0]["volume"_L1].toString(), u"vol_2"_s); // the disk never goes back
}

void ConfigChangeTest::goesBackByTagOrVersion()
{
    auto now = machine();
    const auto old = withChange(pinnedConfig(now), {.image = Image{.tag = u"4.100.0"_s}});
    now.config = withChange(old, {.image = Image{.tag = u"4.133.0"_s}});
    const auto name = u"01K3AAAAAAAAAAAAAAAAAAAAAA"_s;
    const std::vector<MachineVersion> versions{version(name, old), version(now.instanceId, now.config)};
    for (const auto &wanted : {name, u"4.100.0"_s, u"codercom/code-server:4.100.0"_s})
        QVERIFY2(earlierConfigIn(versions, now, wanted, RollBackManner::Image), qPrintable(wanted));
    QVERIFY(!earlierConfigIn(versions, now, u"9.9.9"_s, RollBackManner::Image));
    QCOMPARE(earlierVersionsFrom(versions, now.instanceId).size(), 1u);
}

void ConfigChangeTest::prefersTheDigestOfThen()
{
    auto now = machine();
    const auto first = now.config; // "latest", without a digest
    now.config = withChange(pinnedConfig(now), {.image = Image{.tag = u"4.133.0"_s}});
    const std::vector<MachineVersion> versions{version(u"01K3AAAAAAAAAAAAAAAAAAAAAA"_s, first),
                                               version(now.instanceId, now.config)};
    const auto earlier = earlierConfigIn(versions, now, {}, RollBackManner::Image);
    QVERIFY(earlier);
    QCOMPARE((*earlier)["image"_L1].toString(), u"codercom/code-server:latest@"_s + digest('a'));
}

void ConfigChangeTest::judgesImages_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<ImageStep>("step");
    QTest::newRow("newer") << u"editor:4.100.0"_s << u"editor:4.133.0"_s << ImageStep::Newer;
    QTest::newRow("same") << u"editor:4.133.0"_s << u"editor:v4.133.0-noble"_s << ImageStep::Same;
    QTest::newRow("older") << u"editor:4.133.0"_s << u"editor:4.100.0"_s << ImageStep::Older;
    QTest::newRow("other major") << u"editor:4.133.0"_s << u"editor:5.0.0"_s << ImageStep::OtherMajor;
    QTest::newRow("latest") << u"editor:latest"_s << u"editor:4.133.0"_s << ImageStep::Unknown;
    QTest::newRow("another image") << u"editor:4.133.0"_s << u"mine:1.0.0"_s << ImageStep::Unknown;
}

void ConfigChangeTest::judgesImages()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(ImageStep, step);
    QCOMPARE(imageStep(*imageFrom(from), *imageFrom(to)), step);
    QCOMPARE(isCompatible(step), step != ImageStep::Older && step != ImageStep::OtherMajor);
}

void ConfigChangeTest::saysWhatHelps_data()
{
    using Reason = HealthReport::Reason;
    using Remedy = HealthReport::Remedy;
    const QDateTime now(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC);
    const auto in = [now](const QString &state, qint64 seconds) {
        return Instance{.name = u"box"_s,
                        .state = state,
                        .status = statusOf(state),
                        .checks = CheckState::Passing,
                        .updatedAt = now.addSecs(-seconds),
                        .startedAt = now.addSecs(-seconds)};
    };
    QTest::addColumn<Instance>("instance");
    QTest::addColumn<Reason>("reason");
    QTest::addColumn<std::optional<Remedy>>("first");
    QTest::newRow("healthy") << in(u"started"_s, 100) << Reason::Fine << std::optional<Remedy>();
    QTest::newRow("asleep") << in(u"suspended"_s, 100) << Reason::Asleep << std::optional<Remedy>();
    QTest::newRow("starting") << in(u"starting"_s, 299) << Reason::Changing << std::optional(Remedy::Wait);
    QTest::newRow("stuck starting") << in(u"starting"_s, 301) << Reason::Stuck << std::optional(Remedy::Recreate);
    QTest::newRow("stuck stopping") << in(u"stopping"_s, 301) << Reason::Stuck << std::optional(Remedy::StopByForce);
    QTest::newRow("updating") << in(u"replacing"_s, 599) << Reason::Changing << std::optional(Remedy::Wait);
    QTest::newRow("stuck updating") << in(u"replacing"_s, 601) << Reason::Stuck << std::optional(Remedy::Recreate);
    auto critical = in(u"started"_s, 100);
    critical.checks = CheckState::Critical;
    QTest::newRow("checks failing") << critical << Reason::ChecksFailing << std::optional(Remedy::Restart);
    auto oom = in(u"stopped"_s, 100);
    oom.ending.cause = Ending::Cause::OutOfMemory;
    QTest::newRow("out of memory") << oom << Reason::OutOfMemory << std::optional(Remedy::Resize);
    QTest::newRow("failed") << in(u"failed"_s, 100) << Reason::FailedState << std::optional(Remedy::Recreate);
    QTest::newRow("unknown word") << in(u"dancing"_s, 100) << Reason::UnknownState << std::optional(Remedy::Wait);
    auto away = in(u"started"_s, 100);
    away.isHostReachable = false;
    QTest::newRow("host away") << away << Reason::HostUnreachable << std::optional(Remedy::Wait);
}

void ConfigChangeTest::saysWhatHelps()
{
    QFETCH(Instance, instance);
    QFETCH(HealthReport::Reason, reason);
    QFETCH(std::optional<HealthReport::Remedy>, first);
    const auto report = healthReport(instance, QDateTime(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC));
    QCOMPARE(report.reason, reason);
    QCOMPARE(report.remedies.empty() ? std::nullopt : std::optional(report.remedies.front()), first);
    QCOMPARE(report.uptimeSeconds, instance.status == Status::Running ? 100 : -1);
}

void ConfigChangeTest::sortsRegionsByDistance()
{
    const std::vector<Region> regions{{.code = u"syd"_s, .latitude = -33.9, .longitude = 151.2},
                                      {.code = u"lhr"_s, .latitude = 51.5, .longitude = -0.5},
                                      {.code = u"ams"_s, .latitude = 52.4, .longitude = 4.9},
                                      {.code = u"iad"_s, .latitude = 39.0, .longitude = -77.5}};
    QStringList codes;
    for (const auto &region : byDistance(regions, u"ams"_s))
        codes << region.code;
    QCOMPARE(codes, (QStringList{u"ams"_s, u"lhr"_s, u"iad"_s, u"syd"_s}));
    QCOMPARE(byDistance(regions, u"nowhere"_s), regions);
}

QTEST_GUILESS_MAIN(ConfigChangeTest)
#include "tst_configchange.moc"
