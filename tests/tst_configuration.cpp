// What a user sets once: where it may stand, which place wins, and what is said about what cannot be used.
#include "model/imagereference.h"
#include "model/settings.h"
#include "model/settingsmigration.h"
#include "ui/wording/configurationwords.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace swarm;

namespace {

using Kind = ConfigurationProblem::Kind;

ConfigurationLayer layer(SettingSource source, const std::map<Setting, QString> &values)
{
    return {.source = source, .file = source == SettingSource::File ? u"x.conf"_s : QString(), .values = values};
}

void writeFile(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("the file could not be written");
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class ConfigurationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasThePlansDefaults();
    void readsEveryKeyOfTheFile();
    void readsEveryVariable();
    void takesTheLaterLayer();
    void countsWhatIsEmptyAsNotSet();
    void needsNoFile();
    void saysThatAFileIsNotReadable();
    void bringsAnOlderFileToThisVersionAndKeepsIt();
    void leavesAFileOfANewerProgramAlone();
    void marksAFileOfItsOwn();
    void saysWhichKeysItDoesNotKnow();
    void leavesOtherGroupsOfTheFileAlone();
    void refusesWhatCannotBeUsed_data();
    void refusesWhatCannotBeUsed();
    void keepsWhatTheLayersBeforeSay();
    void judgesPausesOfDifferentLayersTogether();
    void holdsTheRegionAgainstTheList();
    void dropsADefaultThatALaterListLeavesOut();
    void choosesARegion();
    void namesTheSource_data();
    void namesTheSource();
    void summarisesProblems();
    void readsImages_data();
    void readsImages();

private:
    [[nodiscard]] QString write(const QByteArray &text)
    {
        QFile file(m_folder.filePath(u"remote-swarm.conf"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) < 0)
            return {};
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

void ConfigurationTest::hasThePlansDefaults()
{
    const auto [configuration, problems] = configured({});

    QVERIFY(problems.empty());
    QCOMPARE(configuration.organization, QString());
    QCOMPARE(configuration.region(), u"ams"_s);
    QVERIFY(configuration.allows(u"fra"_s));
    QCOMPARE(configuration.retry.retries, 3);
    QCOMPARE(configuration.retry.first, 1s);
    QCOMPARE(configuration.retry.longest, 10s);
    QCOMPARE(configuration.retry.factor, 2.0);
    QCOMPARE(imageReference(configuration.image), u"codercom/code-server:latest"_s);
    QCOMPARE(configuration.logLevel, LogLevel::Info);
}

void ConfigurationTest::readsEveryKeyOfTheFile()
{
    const auto file = write("[fly]\norganization=acme\n"
                            "[create]\nregion=fra\nregions=ams, fra\nimage=ghcr.io/me/editor:1.2\n"
                            "[retry]\nretries=5\nfirst_ms=200\nlongest_ms=4000\nfactor=1.5\n"
                            "[log]\nlevel=debug\n");

    const auto [configuration, problems] = configured({fileLayer(file)});

    QVERIFY2(problems.empty(), qPrintable(configurationDetails(problems)));
    const Configuration expected{.organization = u"acme"_s,
                                 .defaultRegion = u"fra"_s,
                                 .regions = {u"ams"_s, u"fra"_s},
                                 .retry = {.retries = 5, .first = 200ms, .longest = 4s, .factor = 1.5},
                                 .image = {.repository = u"ghcr.io/me/editor"_s, .tag = u"1.2"_s},
                                 .logLevel = LogLevel::Debug};
    QVERIFY(configuration == expected);
}

void ConfigurationTest::readsEveryVariable()
{
    QProcessEnvironment environment;
    environment.insert(u"SWARM_ORG"_s, u"acme"_s);
    environment.insert(u"SWARM_REGION"_s, u"fra"_s);
    environment.insert(u"SWARM_REGIONS"_s, u"ams,fra"_s);
    environment.insert(u"SWARM_RETRIES"_s, u"0"_s);
    environment.insert(u"SWARM_RETRY_FIRST_MS"_s, u"200"_s);
    environment.insert(u"SWARM_RETRY_LONGEST_MS"_s, u"4000"_s);
    environment.insert(u"SWARM_RETRY_FACTOR"_s, u"1.5"_s);
    environment.insert(u"SWARM_IMAGE"_s, u"me/editor"_s);
    environment.insert(u"SWARM_LOG_LEVEL"_s, u"warn"_s);

    const auto [configuration, problems] = configured({environmentLayer(environment)});

    QVERIFY2(problems.empty(), qPrintable(configurationDetails(problems)));
    const Configuration expected{.organization = u"acme"_s,
                                 .defaultRegion = u"fra"_s,
                                 .regions = {u"ams"_s, u"fra"_s},
                                 .retry = {.retries = 0, .first = 200ms, .longest = 4s, .factor = 1.5},
                                 .image = {.repository = u"me/editor"_s, .tag = u"latest"_s},
                                 .logLevel = LogLevel::Warning};
    QVERIFY(configuration == expected);
}

void ConfigurationTest::takesTheLaterLayer()
{
    const std::vector layers{
        layer(SettingSource::File,
              {{Setting::Region, u"fra"_s}, {Setting::Retries, u"1"_s}, {Setting::Organization, u"file"_s}}),
        layer(SettingSource::Environment, {{Setting::Region, u"nrt"_s}, {Setting::Retries, u"2"_s}}),
        layer(SettingSource::CommandLine, {{Setting::Region, u"syd"_s}})};

    const auto [configuration, problems] = configured(layers);

    QVERIFY(problems.empty());
    QCOMPARE(configuration.region(), u"syd"_s);
    QCOMPARE(configuration.retry.retries, 2);
    QCOMPARE(configuration.organization, u"file"_s);
}

void ConfigurationTest::countsWhatIsEmptyAsNotSet()
{
    QProcessEnvironment environment;
    environment.insert(u"SWARM_REGION"_s, u" "_s);
    environment.insert(u"SWARM_RETRIES"_s, QString());
    const auto file = write("[create]\nregion=fra\nregions=\n");

    const auto [configuration, problems] = configured({fileLayer(file), environmentLayer(environment)});

    QVERIFY2(problems.empty(), qPrintable(configurationDetails(problems)));
    QCOMPARE(configuration.region(), u"fra"_s);
    QCOMPARE(configuration.retry.retries, 3);
}

void ConfigurationTest::needsNoFile()
{
    const auto nothing = fileLayer(m_folder.filePath(u"not-there.conf"_s));

    QVERIFY(nothing.values.empty());
    QVERIFY(nothing.problems.empty());
}

void ConfigurationTest::saysThatAFileIsNotReadable()
{
    const auto file = write("[retry\nretries=5\n");

    const auto [configuration, problems] = configured({fileLayer(file)});

    QVERIFY(configuration == Configuration());
    QCOMPARE(problems.size(), 1UL);
    QCOMPARE(problems[0].kind, Kind::File);
    QVERIFY(sentence(problems[0]).startsWith(file));
}

void ConfigurationTest::bringsAnOlderFileToThisVersionAndKeepsIt()
{
    QTemporaryDir folder;
    const auto path = folder.filePath(u"remote-swarm.conf"_s);
    const auto old = "[window]\nlanguage=de\n"_ba;
    writeFile(path, old);

    const Settings settings(path);

    QCOMPARE(settings.preferences().language, u"de"_s);
    QCOMPARE(settingsSchemaOf(path), settingsSchema);
    QCOMPARE(readFile(path + u".schema-0"_s), old);
    QCOMPARE(migrateSettings(path), SettingsState::Current); // once
}

void ConfigurationTest::leavesAFileOfANewerProgramAlone()
{
    QTemporaryDir folder;
    const auto path = folder.filePath(u"remote-swarm.conf"_s);
    const auto newer = "[General]\nschema=99\n\n[create]\nregion=fra\n\n[window]\nlanguage=de\n"_ba;
    writeFile(path, newer);

    {
        Settings settings(path);
        QVERIFY(!settings.isUsable());
        QVERIFY(settings.preferences().language.isEmpty());
        auto preferences = settings.preferences();
        preferences.pollSeconds = 60;
        settings.setPreferences(preferences);
        settings.rememberAccount(u"host"_s, u"ada"_s, u"personal"_s);
    }

    QCOMPARE(readFile(path), newer);
    const auto layer = fileLayer(path);
    QVERIFY(layer.values.empty());
    QCOMPARE(layer.problems.size(), 1u);
    QVERIFY(sentence(layer.problems.front()).contains("newer version"_L1));
}

void ConfigurationTest::marksAFileOfItsOwn()
{
    QTemporaryDir folder;
    const auto path = folder.filePath(u"remote-swarm.conf"_s);

    {
        Settings settings(path);
        QVERIFY(!QFile::exists(path)); // looking writes nothing
        settings.rememberAccount(u"host"_s, u"ada"_s, u"personal"_s);
    }

    QCOMPARE(settingsSchemaOf(path), settingsSchema);
    QVERIFY(!QFile::exists(path + u".schema-0"_s));
    QVERIFY(fileLayer(path).problems.empty());
}

void ConfigurationTest::saysWhichKeysItDoesNotKnow()
{
    const auto file = write("[retry]\nretrys=5\nretries=4\n");

    const auto [configuration, problems] = configured({fileLayer(file)});

    QCOMPARE(configuration.retry.retries, 4);
    QCOMPARE(problems.size(), 1UL);
    QCOMPARE(sentence(problems[0]), u"retrys below [retry] in %1 is \"5\": there is no such setting"_s.arg(file));
}

void ConfigurationTest::leavesOtherGroupsOfTheFileAlone()
{
    const auto file = write("[window]\nappearance=dark\n[accounts]\napi.fly.io\\known=ada\n");

    QVERIFY(fileLayer(file).problems.empty());
    QVERIFY(fileLayer(file).values.empty());
}

void ConfigurationTest::refusesWhatCannotBeUsed_data()
{
    QTest::addColumn<Setting>("setting");
    QTest::addColumn<QString>("text");
    QTest::addColumn<Kind>("kind");
    const auto row = [](const char *name, Setting setting, const QString &text, Kind kind) {
        QTest::newRow(name) << setting << text << kind;
    };
    row("organization with a space", Setting::Organization, u"my team"_s, Kind::Organization);
    row("organization as a path", Setting::Organization, u"../x"_s, Kind::Organization);
    row("city", Setting::Region, u"Amsterdam"_s, Kind::Region);
    row("large letters", Setting::Region, u"AMS"_s, Kind::Region);
    row("two regions", Setting::Region, u"ams,fra"_s, Kind::Region);
    row("list with a city", Setting::Regions, u"ams,London"_s, Kind::Regions);
    row("list with a gap", Setting::Regions, u"ams,,fra"_s, Kind::Regions);
    row("negative retries", Setting::Retries, u"-1"_s, Kind::Retries);
    row("too many retries", Setting::Retries, u"21"_s, Kind::Retries);
    row("retries in words", Setting::Retries, u"many"_s, Kind::Retries);
    row("no first pause", Setting::RetryFirst, u"0"_s, Kind::RetryFirst);
    row("first pause with a unit", Setting::RetryFirst, u"1s"_s, Kind::RetryFirst);
    row("longest pause too long", Setting::RetryLongest, u"600001"_s, Kind::RetryLongest);
    row("longest below the first", Setting::RetryLongest, u"999"_s, Kind::RetryOrder);
    row("first above the longest", Setting::RetryFirst, u"10001"_s, Kind::RetryOrder);
    row("shrinking pauses", Setting::RetryFactor, u"0.5"_s, Kind::RetryFactor);
    row("exploding pauses", Setting::RetryFactor, u"11"_s, Kind::RetryFactor);
    row("not a number", Setting::RetryFactor, u"nan"_s, Kind::RetryFactor);
    row("image with a space", Setting::Image, u"my image"_s, Kind::Image);
    row("image without a tag after the colon", Setting::Image, u"me/editor:"_s, Kind::Image);
    row("unknown level", Setting::LogLevel, u"loud"_s, Kind::LogLevel);
}

void ConfigurationTest::refusesWhatCannotBeUsed()
{
    QFETCH(Setting, setting);
    QFETCH(QString, text);
    QFETCH(Kind, kind);

    const auto [configuration, problems] = configured({layer(SettingSource::Environment, {{setting, text}})});

    QVERIFY(configuration == Configuration());
    QCOMPARE(problems.size(), 1UL);
    QCOMPARE(problems[0].kind, kind);
    QCOMPARE(problems[0].value, text);
    const auto names = std::ranges::find(settingNames(), setting, &SettingNames::setting);
    QCOMPARE(problems[0].name, names->variable);
    const auto said = sentence(problems[0]);
    QVERIFY2(said.startsWith(names->variable + u" is \""_s + text + u"\": "_s), qPrintable(said));
    QVERIFY2(said.size() > (names->variable + text).size() + 20, qPrintable(said)); // says what is right
}

void ConfigurationTest::keepsWhatTheLayersBeforeSay()
{
    const std::vector layers{
        layer(SettingSource::File, {{Setting::Retries, u"7"_s}, {Setting::Region, u"fra"_s}}),
        layer(SettingSource::Environment, {{Setting::Retries, u"-7"_s}, {Setting::Region, u"nrt"_s}})};

    const auto [configuration, problems] = configured(layers);

    QCOMPARE(configuration.retry.retries, 7);
    QCOMPARE(configuration.region(), u"nrt"_s);
    QCOMPARE(problems.size(), 1UL);
    QCOMPARE(problems[0].source, SettingSource::Environment);
}

void ConfigurationTest::judgesPausesOfDifferentLayersTogether()
{
    const std::vector layers{layer(SettingSource::File, {{Setting::RetryLongest, u"2000"_s}}),
                             layer(SettingSource::Environment, {{Setting::RetryFirst, u"3000"_s}})};

    const auto [configuration, problems] = configured(layers);

    QCOMPARE(configuration.retry.first, 1s);
    QCOMPARE(configuration.retry.longest, 2s);
    QCOMPARE(problems.size(), 1UL);
    QCOMPARE(problems[0].kind, Kind::RetryOrder);
    QCOMPARE(problems[0].name, u"SWARM_RETRY_FIRST_MS"_s);
}

void ConfigurationTest::holdsTheRegionAgainstTheList()
{
    const std::vector layers{
        layer(SettingSource::File, {{Setting::Regions, u"fra,nrt"_s}, {Setting::Region, u"nrt"_s}}),
        layer(SettingSource::CommandLine, {{Setting::Region, u"syd"_s}})};

    const auto [configuration, problems] = configured(layers);

    QCOMPARE(configuration.region(), u"nrt"_s);
    QVERIFY(!configuration.allows(u"syd"_s));
    QCOMPARE(problems.size(), 1UL);
    QCOMPARE(sentence(problems[0]), u"--region syd: use one of the regions that are set: fra, nrt"_s);
}

void ConfigurationTest::dropsADefaultThatALaterListLeavesOut()
{
    const std::vector layers{layer(SettingSource::File, {{Setting::Region, u"ams"_s}}),
                             layer(SettingSource::Environment, {{Setting::Regions, u"fra,nrt"_s}})};

    const auto [configuration, problems] = configured(layers);

    QVERIFY(problems.empty());
    QCOMPARE(configuration.region(), u"fra"_s);
}

void ConfigurationTest::choosesARegion()
{
    QCOMPARE(Configuration{.defaultRegion = u"nrt"_s}.region(), u"nrt"_s);
    QCOMPARE((Configuration{.regions = {u"fra"_s, u"ams"_s}}.region()), u"ams"_s); // the usual one, where it may be
    QCOMPARE((Configuration{.regions = {u"fra"_s, u"nrt"_s}}.region()), u"fra"_s);
}

void ConfigurationTest::namesTheSource_data()
{
    QTest::addColumn<SettingSource>("source");
    QTest::addColumn<QString>("said");
    QTest::newRow("file") << SettingSource::File
                          << u"retries below [retry] in x.conf is \"many\": use a number from 0 to 20"_s;
    QTest::newRow("environment") << SettingSource::Environment
                                 << u"SWARM_RETRIES is \"many\": use a number from 0 to 20"_s;
    QTest::newRow("command line") << SettingSource::CommandLine << u"--retries many: use a number from 0 to 20"_s;
}

void ConfigurationTest::namesTheSource()
{
    QFETCH(SettingSource, source);
    QFETCH(QString, said);

    const auto problems = configured({layer(source, {{Setting::Retries, u"many"_s}})}).problems;

    QCOMPARE(problems.size(), 1UL);
    QCOMPARE(sentence(problems[0]), said);
}

void ConfigurationTest::summarisesProblems()
{
    const auto problems =
        configured({layer(SettingSource::File, {{Setting::Retries, u"many"_s}, {Setting::LogLevel, u"loud"_s}})})
            .problems;

    QCOMPARE(configurationSentence({}), QString());
    QVERIFY(configurationSentence({problems[0]}).startsWith("A setting"_L1));
    QVERIFY(configurationSentence(problems).startsWith("2 settings"_L1));
    QCOMPARE(configurationDetails(problems).count(u'\n'), 1);
}

void ConfigurationTest::readsImages_data()
{
    QTest::addColumn<QString>("repository");
    QTest::addColumn<QString>("tag");
    QTest::addColumn<QString>("digest");
    const auto digest = u"sha256:"_s + u"0123456789abcdef"_s.repeated(4);
    QTest::newRow("codercom/code-server:latest") << u"codercom/code-server"_s << u"latest"_s << QString();
    QTest::newRow("me/editor:4.9.1-beta_2") << u"me/editor"_s << u"4.9.1-beta_2"_s << QString();
    QTest::newRow("localhost:5000/me/editor:1") << u"localhost:5000/me/editor"_s << u"1"_s << QString();
    QTest::newRow(qPrintable(u"me/editor:1@"_s + digest)) << u"me/editor"_s << u"1"_s << digest;
}

void ConfigurationTest::readsImages()
{
    QFETCH(QString, repository);
    QFETCH(QString, tag);
    QFETCH(QString, digest);
    const auto reference = QString::fromLatin1(QTest::currentDataTag());
    const Image expected{.repository = repository, .tag = tag, .digest = digest};

    QVERIFY(imageFrom(reference) == expected);
    QCOMPARE(imageReference(expected), reference);
}

QTEST_GUILESS_MAIN(ConfigurationTest)
#include "tst_configuration.moc"
