#include "model/instancefiles.h"
#include "model/instancejson.h"
#include "model/instancestore.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <ranges>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace swarm;
using Problem = InstanceFiles::Problem;

namespace {

constexpr int childRecords = 4;

Instance fullInstance()
{
    return {.id = u"6f1c2d3e-0000-4000-8000-000000000001"_s,
            .name = u"thesis"_s,
            .app = u"thesis-x7k2"_s,
            .machine = u"d8913214f73908"_s,
            .version = u"01KB8Q4Z"_s,
            .volume = u"vol_4y5k"_s,
            .region = u"fra"_s,
            .state = u"stopped"_s,
            .status = Status::Stopped,
            .size = {.cpuKind = CpuKind::Performance, .cpus = 2, .memoryMb = 8192},
            .diskGb = 42,
            .image = {.repository = u"example/editor"_s, .tag = u"4.2"_s, .digest = u"sha256:abcdef"_s},
            .idle = {.action = IdleRule::Action::StopAfter, .after = 45min},
            .isIdleRuleKnown = true,
            .autostarts = false,
            .isCordoned = true,
            .ending = {.cause = Ending::Cause::OutOfMemory,
                       .exitCode = 137,
                       .at = QDateTime(QDate(2026, 11, 23), QTime(8, 30, 15, 250), Qt::UTC)},
            .url = QUrl(u"https://thesis-x7k2.fly.dev"_s),
            .softwareVersion = u"0.1.0"_s,
            .createdAt = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5, 6), Qt::UTC),
            .updatedAt = QDateTime(QDate(2026, 11, 23), QTime(8, 30, 16), Qt::UTC),
            .startedAt = QDateTime(QDate(2026, 11, 22), QTime(7, 0), Qt::UTC)};
}

Instance named(const QString &id)
{
    return {.id = id, .name = id, .state = u"started"_s, .status = Status::Running};
}

//! A record of which every part tells which version it is of, and which is long enough to be cut.
Instance numbered(int record, int version)
{
    const auto number = u"%1;"_s.arg(version);
    return {.id = u"record-%1"_s.arg(record),
            .name = number,
            .version = number,
            .state = u"started"_s,
            .status = Status::Running,
            .image = {.repository = number, .tag = number.repeated(5000), .digest = number}};
}

bool isWhole(const Instance &instance)
{
    const auto &number = instance.version;
    return instance.name == number && instance.image.repository == number && instance.image.digest == number
        && instance.image.tag == number.repeated(5000);
}

//! What the child does until it is killed: it saves the same records again and again, each time as another version.
int writeForEver(const QString &folder)
{
    InstanceFiles files(folder);
    for (int version = 1;; ++version) {
        for (int record = 0; record < childRecords; ++record)
            files.save({numbered(record, version)});
        files.flush();
        if (version == 1) {
            std::puts("writing");
            std::fflush(stdout);
        }
    }
}

} // namespace

class InstanceFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_folder.reset(); }

    void keepsEveryField();
    void keepsEveryIdleRuleAndEnding();
    void keepsMissingAndUnknownStates();
    void holdsNoSecrets();
    void keepsWhatItDoesNotUnderstand();
    void startsWithoutAFolder();
    void setsDamagedFilesAside_data();
    void setsDamagedFilesAside();
    void neverOverwritesWhatWasSetAside();
    void leavesFilesOfNewerProgramsAlone();
    void doesNotOverwriteFilesOfNewerPrograms();
    void reportsAFileThatCannotBeRead();
    void reportsAFolderThatCannotBeRead();
    void reportsAFolderThatItMayNotRead();
    void staysInItsFolder_data();
    void staysInItsFolder();
    void keepsIdsApart();
    void ignoresWhatAnInterruptedWriteLeft();
    void ignoresOtherFiles();
    void removesRecords();
    void leavesAloneWhatIsThereAlready();
    void writesInOrder();
    void saysWhenItCannotWrite();
    void followsTheStore();
    void survivesAKillAtAnyMoment();
    void startsFromTheList();
    void believesNoListThatIsOlder();
    void listsNothingThatMayStillChangeUnseen();
    void readsRecordsWhereTheListIsDamaged_data();
    void readsRecordsWhereTheListIsDamaged();
    void listsNothingThatHasToBeToldEachTime();
    void leavesAListAloneThatIsUpToDate();
    void believesNoRecordsOfANewerVersion();

private:
    [[nodiscard]] QString folder() const { return m_folder->filePath(u"instances"_s); }
    [[nodiscard]] QString path(const QString &name) const { return folder() + u'/' + name; }
    [[nodiscard]] QStringList names() const { return QDir(folder()).entryList(QDir::Files | QDir::Hidden, QDir::Name); }
    void write(const QString &name, const QByteArray &content)
    {
        QVERIFY(QDir().mkpath(folder()));
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QString list() const { return m_folder->filePath(u"list.json"_s); }
    void saveAndList(const Instances &instances)
    {
        for (const auto &instance : instances)
            save(instance);
        age();
        QTest::qSleep(5); // or the list and its folder are of the same millisecond, and it is made once more
        InstanceFiles::renewList(folder());
        QVERIFY(QFile::exists(list()));
    }
    //! As if the records had been written some time ago: a further change would have another time.
    void age()
    {
        for (const auto &name : names()) {
            const auto file = path(name).toStdString();
            std::filesystem::last_write_time(file, std::filesystem::last_write_time(file) - std::chrono::seconds(10));
        }
    }
    //! Another record of the same size, with the time of the one before: only who opens the file sees it.
    void changeUnseen(const QString &name, const QByteArray &before, const QByteArray &after)
    {
        const auto file = path(name).toStdString();
        const auto time = std::filesystem::last_write_time(file);
        write(name, read(name).replace(before, after));
        std::filesystem::last_write_time(file, time);
    }
    [[nodiscard]] InstanceFiles::Loaded load() const { return InstanceFiles::read(folder()); }
    void save(const Instance &instance)
    {
        InstanceFiles files(folder());
        const QSignalSpy failed(&files, &InstanceFiles::failed);
        files.save({instance});
        files.flush();
        QCOMPARE(failed.size(), 0);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void InstanceFilesTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void InstanceFilesTest::keepsEveryField()
{
    const auto instance = fullInstance();

    save(instance);

    const auto loaded = load();
    QCOMPARE(loaded.problems.size(), 0u);
    QCOMPARE(loaded.instances.size(), 1u);
    const auto &again = loaded.instances.front();
    QCOMPARE(again.id, instance.id);
    QCOMPARE(again.name, instance.name);
    QCOMPARE(again.app, instance.app);
    QCOMPARE(again.machine, instance.machine);
    QCOMPARE(again.version, instance.version);
    QCOMPARE(again.volume, instance.volume);
    QCOMPARE(again.region, instance.region);
    QCOMPARE(again.state, instance.state);
    QCOMPARE(again.status, instance.status);
    QCOMPARE(again.size, instance.size);
    QCOMPARE(again.diskGb, instance.diskGb);
    QCOMPARE(again.image, instance.image);
    QCOMPARE(again.idle, instance.idle);
    QCOMPARE(again.isIdleRuleKnown, instance.isIdleRuleKnown);
    QCOMPARE(again.autostarts, instance.autostarts);
    QCOMPARE(again.isCordoned, instance.isCordoned);
    QCOMPARE(again.ending, instance.ending);
    QCOMPARE(again.url, instance.url);
    QCOMPARE(again.softwareVersion, instance.softwareVersion);
    QCOMPARE(again.createdAt, instance.createdAt);
    QCOMPARE(again.updatedAt, instance.updatedAt);
    QCOMPARE(again.startedAt, instance.startedAt);
    QCOMPARE(again, instance); // and whatever comes to be
}

void InstanceFilesTest::keepsEveryIdleRuleAndEnding()
{
    for (const auto action :
         {IdleRule::Action::Never, IdleRule::Action::Suspend, IdleRule::Action::Stop, IdleRule::Action::StopAfter}) {
        auto instance = fullInstance();
        instance.idle.action = action;
        QCOMPARE(instanceFromJson(toJson(instance)).value_or(Instance()), instance);
    }
    for (const auto cause : {Ending::Cause::Unknown, Ending::Cause::Requested, Ending::Cause::OutOfMemory,
                             Ending::Cause::Finished, Ending::Cause::Crashed}) {
        auto instance = fullInstance();
        instance.ending.cause = cause;
        QCOMPARE(instanceFromJson(toJson(instance)).value_or(Instance()), instance);
    }
}

void InstanceFilesTest::keepsMissingAndUnknownStates()
{
    auto missing = fullInstance();
    missing.status = Status::Missing;
    QCOMPARE(instanceFromJson(toJson(missing)).value_or(Instance()).status, Status::Missing);

    auto unknown = fullInstance();
    unknown.state = u"hibernating"_s;
    unknown.status = Status::Unknown;
    const auto again = instanceFromJson(toJson(unknown)).value_or(Instance());
    QCOMPARE(again.status, Status::Unknown);
    QCOMPARE(again.state, u"hibernating"_s);
}

void InstanceFilesTest::holdsNoSecrets()
{
    save(fullInstance());

    const auto content = read(names().value(0)).toLower();
    QVERIFY(!content.isEmpty());
    QVERIFY(!content.contains("password"));
    QVERIFY(!content.contains("token"));
    QVERIFY(!content.contains("secret"));
}

void InstanceFilesTest::keepsWhatItDoesNotUnderstand()
{
    auto json = toJson(fullInstance());
    json["colour"_L1] = u"green"_s;
    json["windows"_L1] = QJsonArray{1, 2, QJsonObject{{u"x"_s, 3}}};
    write(fullInstance().id + u".json"_s, QJsonDocument(json).toJson());

    const auto loaded = load();
    QCOMPARE(loaded.instances.size(), 1u);
    QCOMPARE(loaded.problems.size(), 1u);
    QCOMPARE(loaded.problems.front().kind, Problem::Kind::UnknownMembers);
    QVERIFY(loaded.problems.front().reason.contains(u"colour"_s));
    auto changed = loaded.instances.front();
    changed.name = u"dissertation"_s;
    save(changed);

    const auto again = QJsonDocument::fromJson(read(fullInstance().id + u".json"_s)).object();
    QCOMPARE(again["name"_L1].toString(), u"dissertation"_s);
    QCOMPARE(again["colour"_L1], json["colour"_L1]);
    QCOMPARE(again["windows"_L1], json["windows"_L1]);
}

void InstanceFilesTest::startsWithoutAFolder()
{
    const auto loaded = load();

    QCOMPARE(loaded.instances.size(), 0u);
    QCOMPARE(loaded.problems.size(), 0u);
    QVERIFY(!QDir(folder()).exists()); // looking makes nothing
}

void InstanceFilesTest::setsDamagedFilesAside_data()
{
    QTest::addColumn<QByteArray>("content");
    const auto whole = QJsonDocument(toJson(fullInstance())).toJson();
    auto nameless = toJson(fullInstance());
    nameless.remove("name"_L1);
    auto withoutId = toJson(fullInstance());
    withoutId["id"_L1] = 7;
    QByteArray garbage;
    for (int i = 0; i < 4096; ++i)
        garbage += static_cast<char>((i * 167 + 13) % 256);

    QTest::newRow("cut in the middle") << whole.left(whole.size() / 2);
    QTest::newRow("cut before the last brace") << whole.left(whole.lastIndexOf('}'));
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("zeros") << QByteArray(whole.size(), '\0');
    QTest::newRow("not JSON") << "name = thesis\n"_ba;
    QTest::newRow("a list") << "[1, 2, 3]"_ba;
    QTest::newRow("binary") << garbage;
    QTest::newRow("two documents") << whole + whole;
    QTest::newRow("an empty object") << "{}"_ba;
    QTest::newRow("no name") << QJsonDocument(nameless).toJson();
    QTest::newRow("a number for an id") << QJsonDocument(withoutId).toJson();
}

void InstanceFilesTest::setsDamagedFilesAside()
{
    QFETCH(QByteArray, content);
    write(u"bad.json"_s, content);
    save(named(u"good"_s));

    const auto loaded = load();

    QCOMPARE(loaded.instances, Instances{named(u"good"_s)});
    QCOMPARE(loaded.problems.size(), 1u);
    const auto &problem = loaded.problems.front();
    QCOMPARE(problem.kind, Problem::Kind::Damaged);
    QCOMPARE(QFileInfo(problem.file).fileName(), u"bad.json"_s);
    QVERIFY(!problem.reason.isEmpty());
    QVERIFY(!names().contains(u"bad.json"_s));
    QCOMPARE(read(QFileInfo(problem.movedTo).fileName()), content);
    QCOMPARE(load().problems.size(), 0u); // said once
}

void InstanceFilesTest::neverOverwritesWhatWasSetAside()
{
    write(u"bad.json"_s, "first"_ba);
    const auto first = load();
    write(u"bad.json"_s, "second"_ba);
    const auto second = load();

    QCOMPARE(first.problems.size(), 1u);
    QCOMPARE(second.problems.size(), 1u);
    QVERIFY(first.problems.front().movedTo != second.problems.front().movedTo);
    QCOMPARE(read(QFileInfo(first.problems.front().movedTo).fileName()), "first"_ba);
    QCOMPARE(read(QFileInfo(second.problems.front().movedTo).fileName()), "second"_ba);
}

void InstanceFilesTest::leavesFilesOfNewerProgramsAlone()
{
    auto json = toJson(fullInstance());
    json["schema"_L1] = instanceSchema + 1;
    const auto content = QJsonDocument(json).toJson();
    write(u"newer.json"_s, content);
    save(named(u"good"_s));

    const auto loaded = load();

    QCOMPARE(loaded.instances, Instances{named(u"good"_s)});
    QCOMPARE(loaded.problems.size(), 1u);
    QCOMPARE(loaded.problems.front().kind, Problem::Kind::TooNew);
    QCOMPARE(read(u"newer.json"_s), content);
}

void InstanceFilesTest::doesNotOverwriteFilesOfNewerPrograms()
{
    auto json = toJson(named(u"box"_s));
    json["schema"_L1] = instanceSchema + 1;
    json["precious"_L1] = true;
    const auto content = QJsonDocument(json).toJson();
    write(u"box.json"_s, content);

    save(named(u"box"_s)); // the provider lists it, and so the store comes to have it

    QCOMPARE(read(u"box.json"_s), content);
    QCOMPARE(names(), QStringList{u"box.json"_s});
}

void InstanceFilesTest::reportsAFileThatCannotBeRead()
{
    QVERIFY(QDir().mkpath(folder()));
    if (!QFile::link(u"/proc/self/mem"_s, path(u"bad.json"_s)) || !QFile::exists(u"/proc/self/mem"_s))
        QSKIP("needs a file that opens and cannot be read, which only Linux has");
    save(named(u"good"_s));

    const auto loaded = load();

    QCOMPARE(loaded.instances, Instances{named(u"good"_s)});
    QCOMPARE(loaded.problems.size(), 1u);
    QCOMPARE(loaded.problems.front().kind, Problem::Kind::Unreadable);
    QVERIFY(!loaded.problems.front().reason.isEmpty());
    QVERIFY(names().contains(u"bad.json"_s)); // what could not be read is not known to be damaged
}

void InstanceFilesTest::reportsAFolderThatCannotBeRead()
{
    QFile file(folder());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();

    const auto loaded = load();

    QCOMPARE(loaded.instances.size(), 0u);
    QCOMPARE(loaded.problems.size(), 1u);
    QCOMPARE(loaded.problems.front().kind, Problem::Kind::Unreadable);
    QCOMPARE(loaded.problems.front().file, folder());
    QVERIFY(!loaded.problems.front().reason.isEmpty());
}

void InstanceFilesTest::reportsAFolderThatItMayNotRead()
{
    save(named(u"good"_s));
    QVERIFY(QFile::setPermissions(folder(), {}));
    const auto restore = qScopeGuard(
        [this] { QFile::setPermissions(folder(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner); });
    if (QFileInfo(folder()).isReadable())
        QSKIP("root may read every folder");

    const auto loaded = load();

    QCOMPARE(loaded.problems.size(), 1u);
    QCOMPARE(loaded.problems.front().kind, Problem::Kind::Unreadable);
}

void InstanceFilesTest::staysInItsFolder_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("slashes") << u"a/b/c"_s;
    QTest::newRow("up") << u"../escaped"_s;
    QTest::newRow("two dots") << u".."_s;
    QTest::newRow("one dot") << u"."_s;
    QTest::newRow("far up") << u"../../../../../../tmp/escaped"_s;
    QTest::newRow("absolute") << u"/tmp/escaped"_s;
    QTest::newRow("backslashes") << u"..\\escaped"_s;
    QTest::newRow("a hidden name") << u".hidden"_s;
    QTest::newRow("a drive") << u"C:escaped"_s;
    QTest::newRow("a null") << u"a"_s + QChar(u'\0') + u"b"_s;
    QTest::newRow("a line break") << u"a\nb"_s;
    QTest::newRow("a wild card") << u"*"_s;
    QTest::newRow("an emoji") << u"😀"_s;
}

void InstanceFilesTest::staysInItsFolder()
{
    QFETCH(QString, id);
    const auto instance = named(id);

    save(instance);

    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList{u"instances"_s});
    QCOMPARE(QDir(folder()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 1);
    QCOMPARE(load().instances, Instances{instance});
    InstanceFiles files(folder());
    files.remove(id);
    files.flush();
    QCOMPARE(names(), QStringList());
}

void InstanceFilesTest::keepsIdsApart()
{
    const QStringList ids{u"a/b"_s, u"a_b"_s, u"a.b"_s, u"a b"_s, u"a%2Fb"_s, u"ab"_s};
    InstanceFiles files(folder());
    for (const auto &id : ids)
        files.save({named(id)});
    files.flush();
    QCOMPARE(load().instances.size(), static_cast<std::size_t>(ids.size()));

    files.remove(u"a/b"_s);
    files.flush();

    const auto left = load().instances;
    QCOMPARE(left.size(), static_cast<std::size_t>(ids.size()) - 1);
    QVERIFY(std::ranges::find(left, u"a/b"_s, &Instance::id) == left.end());
}

void InstanceFilesTest::ignoresWhatAnInterruptedWriteLeft()
{
    save(named(u"box"_s));
    write(u"box.json.Xq3f9A"_s, "{\"id\": \"bo"_ba);
    write(u"other.json.bbbbbb"_s, QByteArray());

    const auto loaded = load();

    QCOMPARE(loaded.instances, Instances{named(u"box"_s)});
    QCOMPARE(loaded.problems.size(), 0u);
}

void InstanceFilesTest::ignoresOtherFiles()
{
    save(named(u"box"_s));
    write(u"README"_s, "hello"_ba);
    write(u"box.json~"_s, "old"_ba);
    QVERIFY(QDir(folder()).mkdir(u"folder.json"_s));

    const auto loaded = load();

    QCOMPARE(loaded.instances, Instances{named(u"box"_s)});
    QCOMPARE(loaded.problems.size(), 0u);
}

void InstanceFilesTest::removesRecords()
{
    InstanceFiles files(folder());
    const QSignalSpy failed(&files, &InstanceFiles::failed);
    files.save({named(u"a"_s)});
    files.save({named(u"b"_s)});

    files.remove(u"a"_s);
    files.remove(u"never there"_s);

    files.flush();
    QCOMPARE(names(), QStringList{u"b.json"_s});
    QCOMPARE(failed.size(), 0);
}

void InstanceFilesTest::leavesAloneWhatIsThereAlready()
{
    InstanceFiles files(folder());
    auto box = named(u"box"_s);
    files.save({box, named(u"other"_s)});
    files.flush();
    // A file that is replaced is another one, and would lose its second name.
    const auto before = path(u"box.json"_s);
    const auto second = path(u"box.again"_s);
    std::filesystem::create_hard_link(before.toStdString(), second.toStdString());
    const auto isSame = [&] { return std::filesystem::equivalent(before.toStdString(), second.toStdString()); };

    files.save({box});
    box.isHostReachable = !box.isHostReachable; // which is not kept
    files.save({box});
    files.flush();
    QVERIFY(isSame());

    box.name = u"another name"_s;
    files.save({box});
    files.flush();
    QVERIFY(!isSame());
    QVERIFY(std::ranges::any_of(load().instances, [](const Instance &one) { return one.name == "another name"_L1; }));
}

void InstanceFilesTest::writesInOrder()
{
    {
        InstanceFiles files(folder());
        for (int version = 1; version <= 200; ++version)
            files.save({numbered(1, version)});
    } // waits

    const auto loaded = load();
    QCOMPARE(loaded.instances, Instances{numbered(1, 200)});
    QCOMPARE(names().size(), 1);
}

void InstanceFilesTest::saysWhenItCannotWrite()
{
    QFile file(folder()); // where the folder should be
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    InstanceFiles files(folder());
    const QSignalSpy failed(&files, &InstanceFiles::failed);

    files.save({named(u"box"_s)});

    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.front().at(0).toString(), path(u"box.json"_s));
    QVERIFY(!failed.front().at(1).toString().isEmpty());
}

void InstanceFilesTest::followsTheStore()
{
    InstanceStore store;
    InstanceFiles files(folder());
    files.follow(store);

    store.replace({named(u"a"_s), named(u"b"_s), named(u"c"_s)});
    auto changed = named(u"b"_s);
    changed.region = u"fra"_s;
    store.put(changed);
    store.remove(u"c"_s);

    files.flush();
    QCOMPARE(names(), (QStringList{u"a.json"_s, u"b.json"_s}));
    QCOMPARE(load().instances, (Instances{named(u"a"_s), changed}));
}

void InstanceFilesTest::survivesAKillAtAnyMoment()
{
    constexpr int kills = 40;
    int loadedFiles = 0;
    QSet<QString> versions;
    for (int kill = 0; kill < kills; ++kill) {
        if (kill % 2 == 0)
            QDir(folder()).removeRecursively(); // else over what the last one left
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {u"--write-for-ever"_s, folder()});
        QVERIFY(child.waitForReadyRead(30'000));
        QVERIFY(!child.waitForFinished(kill % 13)); // so many milliseconds into the writing
        child.kill();
        QVERIFY(child.waitForFinished(30'000));
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);

        const auto loaded = load();

        QVERIFY2(loaded.problems.empty(), qPrintable(loaded.problems.empty() ? u""_s : loaded.problems.front().reason));
        QCOMPARE(loaded.instances.size(), static_cast<std::size_t>(childRecords));
        for (const auto &instance : loaded.instances) {
            QVERIFY2(isWhole(instance), qPrintable(instance.version));
            versions.insert(instance.version);
            ++loadedFiles;
        }
    }

    QCOMPARE(loadedFiles, kills * childRecords);
    QVERIFY(versions.size() > 1); // they were killed at different moments
}

void InstanceFilesTest::startsFromTheList()
{
    saveAndList({fullInstance(), named(u"box"_s)});
    changeUnseen(u"box.json"_s, "box", "fox");

    const auto loaded = load();

    QCOMPARE(loaded.problems.size(), 0u);
    QCOMPARE(loaded.instances.size(), 2u);
    QCOMPARE(std::ranges::count(loaded.instances, fullInstance()), 1);
    QCOMPARE(std::ranges::count(loaded.instances, named(u"box"_s)), 1);
}

void InstanceFilesTest::believesNoListThatIsOlder()
{
    saveAndList({named(u"a"_s), named(u"b"_s), named(u"c"_s)});
    auto changed = named(u"b"_s);
    changed.region = u"fra"_s;
    save(changed);
    QVERIFY(QFile::remove(path(u"c.json"_s)));
    save(named(u"d"_s));

    auto instances = load().instances;

    std::ranges::sort(instances, {}, &Instance::id);
    QCOMPARE(instances, (Instances{named(u"a"_s), changed, named(u"d"_s)}));
}

void InstanceFilesTest::listsNothingThatMayStillChangeUnseen()
{
    save(named(u"box"_s));
    InstanceFiles::renewList(folder()); // at once
    changeUnseen(u"box.json"_s, "\"name\": \"box\"", "\"name\": \"fox\"");

    const auto instances = load().instances;

    QCOMPARE(instances.size(), 1u);
    QCOMPARE(instances.front().name, u"fox"_s);

    age();
    InstanceFiles::renewList(folder()); // although nothing has come or gone since
    changeUnseen(u"box.json"_s, "\"name\": \"fox\"", "\"name\": \"box\"");
    QCOMPARE(load().instances.front().name, u"fox"_s);
}

void InstanceFilesTest::readsRecordsWhereTheListIsDamaged_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("garbage") << "\x7f\x00ELF"_ba;
    QTest::newRow("no object") << "[1,2]"_ba;
    QTest::newRow("another schema") << R"({"schema":2,"records":[]})"_ba;
    QTest::newRow("another version") << R"({"schema":1,"version":"99.0.0","records":[]})"_ba;
    QTest::newRow("no records") << R"({"schema":1,"records":{"box.json":1}})"_ba;
    QTest::newRow("records of nothing") << R"({"schema":1,"records":[{"file":"box.json"},7,null]})"_ba;
}

void InstanceFilesTest::readsRecordsWhereTheListIsDamaged()
{
    QFETCH(QByteArray, content);
    saveAndList({named(u"box"_s)});
    QFile file(list());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();

    QCOMPARE(load().instances, Instances{named(u"box"_s)});
    QCOMPARE(load().problems.size(), 0u);
}

void InstanceFilesTest::listsNothingThatHasToBeToldEachTime()
{
    saveAndList({named(u"box"_s)});
    write(u"odd.json"_s, R"({"schema":1,"id":"odd","name":"odd","mood":"good"})");
    write(u"bad.json"_s, "{");
    age();
    InstanceFiles::renewList(folder());
    QVERIFY(QFile::exists(path(u"bad.json"_s))); // it is for who reads it to say so

    const auto loaded = load();

    QCOMPARE(loaded.instances.size(), 2u);
    QCOMPARE(loaded.problems.size(), 2u);
}

void InstanceFilesTest::leavesAListAloneThatIsUpToDate()
{
    saveAndList({named(u"box"_s)});
    const auto before = std::filesystem::last_write_time(list().toStdString());

    InstanceFiles::renewList(folder());
    QCOMPARE(std::filesystem::last_write_time(list().toStdString()), before);

    save(named(u"other"_s));
    age();
    InstanceFiles::renewList(folder());
    QFile file(list());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("other.json"));
}

void InstanceFilesTest::believesNoRecordsOfANewerVersion()
{
    saveAndList({named(u"box"_s)});
    QFile file(list());
    QVERIFY(file.open(QIODevice::ReadWrite));
    auto json = QJsonDocument::fromJson(file.readAll()).object();
    auto records = json["records"_L1].toArray();
    auto entry = records[0].toObject();
    auto record = entry["record"_L1].toObject();
    record["schema"_L1] = instanceSchema + 1; // and whatever else it may hold
    record["name"_L1] = u"fox"_s;
    entry["record"_L1] = record;
    records[0] = entry;
    json["records"_L1] = records;
    file.resize(0);
    file.write(QJsonDocument(json).toJson());
    file.close();

    QCOMPARE(load().instances, Instances{named(u"box"_s)});
}

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--write-for-ever"_L1)
        return writeForEver(arguments.value(2));
    InstanceFilesTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_instancefiles.moc"
