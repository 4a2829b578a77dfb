// The home folder as an archive on this computer: whole, or not at all.
//
// By default a seeded sample of the faults runs; with SWARM_WHOLE_MATRIX set, all of them.
#include "fly/backup.h"
#include "tests/everyfault.h"
#include "tests/flyfixture.h"
#include "tests/waitfor.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace swarm;
using simulator::Fault;

namespace {

constexpr double speed = 200;
constexpr std::size_t sampleSize = 30;
constexpr unsigned seed = 20261124;
const auto execRoute = u"/v1/apps/{app}/machines/{id}/exec"_s;

simulator::Options optionsIn(const QTemporaryDir &folder)
{
    return {.timeScale = speed,
            .folder = folder.path(),
            .newAppUnsettled = std::chrono::milliseconds(0),
            .rateLimits = false};
}

QByteArray noise(qsizetype size, unsigned start)
{
    std::mt19937 random(start);
    QByteArray bytes(size, Qt::Uninitialized);
    for (auto &byte : bytes)
        byte = static_cast<char>(random() & 0xFF);
    return bytes;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! What is in a folder: name, kind and content of everything.
QMap<QString, QByteArray> contentsOf(const QString &folder)
{
    QMap<QString, QByteArray> contents;
    QDirIterator entries(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const auto info = entries.nextFileInfo();
        const auto name = QDir(folder).relativeFilePath(info.filePath());
        const auto mode = QByteArray::number(info.permissions().toInt(), 16) + ' ';
        if (info.isSymLink())
            contents[name] = "link " + QFileInfo(info.symLinkTarget()).fileName().toUtf8();
        else
            contents[name] = mode + (info.isDir() ? "folder"_ba : "file " + contentOf(info.filePath()));
    }
    return contents;
}

} // namespace

class BackupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void copiesTheHomeByteForByte();
    void keepsTheArchiveFromOthers();
    void sendsNoSecretIntoTheMachine();
    void tellsHowFarItIs();
    void refusesAnExistingFile();
    void overwritesWhenAsked();
    void refusesAFileThatSomebodyWrites();
    void saysWhereItCannotWrite();
    void saysWhenTheArchiveDoesNotFit();
    void wantsAStartedMachine();
    void survivesASuspension();
    void endsCleanWhenTheMachineStops_data();
    void endsCleanWhenTheMachineStops();
    void endsCleanWhenTheMachineRestarts();
    void endsCleanWhenStopped_data();
    void endsCleanWhenStopped();
    void endsCleanWhenDestroyed();
    void takesSmallerPiecesWhenAnswersAreCut();
    void endsCleanAfterHostileAnswers_data();
    void endsCleanAfterHostileAnswers();
    void notesWhatChangedMeanwhile();
    void endsCleanAfterFaults_data();
    void endsCleanAfterFaults();

private:
    [[nodiscard]] std::unique_ptr<Backup> backup(Progress progress, Backup::Copied copied)
    {
        return std::make_unique<Backup>(*m_fly->client, *m_wait, m_fly->clock, m_instance, m_target,
                                        std::move(progress), std::move(copied));
    }
    [[nodiscard]] Result<BackupResult> runIt(std::stop_token stop = {}, Backup::Copied copied = [](qint64, qint64) { })
    {
        const auto one = backup({.stop = std::move(stop)}, std::move(copied));
        return waitFor(one->run());
    }
    [[nodiscard]] QString home() const { return m_folder->filePath(u"volumes/"_s + m_instance.volume); }
    [[nodiscard]] QDir tmp() const { return QDir(m_folder->filePath(u"tmp/"_s + m_instance.machine)); }
    [[nodiscard]] bool isTmpClean() const { return tmp().entryList(QDir::AllEntries | QDir::NoDotAndDotDot).isEmpty(); }
    [[nodiscard]] QStringList here() const
    {
        return QDir(m_here->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden);
    }
    void write(const QString &name, const QByteArray &content) const
    {
        const QFileInfo info(home() + u'/' + name);
        QVERIFY(QDir().mkpath(info.path()));
        QFile file(info.filePath());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    //! Takes some time to pack, without taking time here.
    void writeSlowFile() const
    {
        QFile file(home() + u"/slow"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(800LL * 1024 * 1024));
    }
    void answerOnce(int nth, const QByteArray &body)
    {
        m_fly->simulator.addFault(
            {.method = "POST", .route = execRoute, .times = 1, .skip = nth, .status = 200, .body = body});
    }
    [[nodiscard]] int execCount() const
    {
        return static_cast<int>(std::ranges::count_if(m_fly->simulator.requests(),
                                                      [](const auto &request) { return request.route == execRoute; }));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_here;
    std::unique_ptr<FlyFixture> m_fly;
    std::unique_ptr<MachineWait> m_wait;
    Instance m_instance;
    BackupTarget m_target;
};

void BackupTest::initTestCase()
{
    QLoggingCategory::setFilterRules(u"remoteswarm.*=false"_s);
}

void BackupTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_here = std::make_unique<QTemporaryDir>();
    m_fly = std::make_unique<FlyFixture>(optionsIn(*m_folder));
    m_fly->simulator.setAutostopAfter(0ms);
    m_wait = std::make_unique<MachineWait>(*m_fly->client, m_fly->clock);
    const auto made = waitFor(m_fly->provider->create(FlyFixture::spec(u"box"_s), {}));
    QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
    m_instance = *made;
    m_target = {.path = m_here->filePath(u"home.tar.gz"_s)};
    m_fly->simulator.forgetRequests();
    write(u"project/notes.txt"_s, "one\ntwo\n"_ba);
}

void BackupTest::cleanup()
{
    m_wait.reset();
    m_fly.reset();
    m_folder.reset();
    m_here.reset();
}

void BackupTest::copiesTheHomeByteForByte()
{
    write(u"noise"_s, noise(3'500'000, 1));
    write(u"project/a/b/c/d/deep file"_s, noise(70'000, 2));
    write(u"project/-rf"_s, "a leading dash\n"_ba);
    write(u"project/päper 🐟 'quoted' \"twice\" $HOME"_s, "odd\n"_ba);
    write(u"project/line\nbreak"_s, "odd too\n"_ba);
    write(u"project/empty"_s, {});
    write(u".hidden/"_s + QString(150, u'n') + u"/"_s + QString(150, u'm'), "a long name\n"_ba);
    write(u"script"_s, "#!/bin/sh\n"_ba);
    write(u"block"_s, QByteArray(512, 'b'));
    QVERIFY(QFile::setPermissions(home() + u"/script"_s, QFile::ReadOwner | QFile::ExeOwner));
    QVERIFY(QDir().mkpath(home() + u"/empty folder"_s));
    QVERIFY(QFile::link(u"script"_s, home() + u"/link"_s));
    QVERIFY(QFile::link(u"nowhere"_s, home() + u"/broken link"_s));

    const auto done = runIt();

    QVERIFY2(done, done ? "" : qPrintable(codeName(done.error().code) + u' ' + done.error().detail));
    QCOMPARE(here(), QStringList{u"home.tar.gz"_s});
    const auto archive = contentOf(m_target.path);
    QVERIFY(archive.size() > 3'500'000);
    QCOMPARE(done->path, m_target.path);
    QCOMPARE(done->bytes, archive.size());
    QCOMPARE(done->sha256, QCryptographicHash::hash(archive, QCryptographicHash::Sha256).toHex());
    QCOMPARE(done->notes, QString());
    QVERIFY(!done->isCopyLeft);
    QVERIFY(isTmpClean());

    const QTemporaryDir there;
    QProcess tar;
    tar.start(u"tar"_s, {u"xzf"_s, m_target.path, u"-C"_s, there.path()});
    QVERIFY(tar.waitForFinished());
    QCOMPARE(tar.readAllStandardError(), QByteArray());
    QCOMPARE(tar.exitCode(), 0);
    QCOMPARE(QDir(there.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{u"coder"_s});
    const auto before = contentsOf(home());
    const auto after = contentsOf(there.filePath(u"coder"_s));
    QCOMPARE(after.keys(), before.keys());
    QVERIFY(before.size() > 15);
    for (const auto &name : before.keys())
        QVERIFY2(after[name] == before[name], qPrintable(name));
}

void BackupTest::keepsTheArchiveFromOthers()
{
    const auto done = runIt();

    QVERIFY(done);
    const auto mine = QFile::ReadOwner | QFile::WriteOwner;
    QCOMPARE(QFileInfo(m_target.path).permissions() & ~(QFile::ReadUser | QFile::WriteUser), mine);
}

void BackupTest::sendsNoSecretIntoTheMachine()
{
    QVERIFY(runIt());

    int commands = 0;
    for (const auto &line : m_fly->simulator.transcript().split('\n')) {
        if (!line.contains("/exec"))
            continue;
        ++commands;
        QVERIFY2(line.contains(R"(\"sh\")"), line.constData());
        QVERIFY2(!line.contains("correct horse") && !line.contains("fo1_"), line.constData());
    }
    QVERIFY(commands >= 5);
}

void BackupTest::tellsHowFarItIs()
{
    write(u"noise"_s, noise(2'000'000, 3));
    QList<std::pair<qint64, qint64>> seen;

    const auto done = runIt({}, [&](qint64 copied, qint64 total) { seen.emplaceBack(copied, total); });

    QVERIFY(done);
    QVERIFY(seen.size() >= 4);
    QCOMPARE(seen.first(), std::pair(qint64(0), done->bytes));
    QCOMPARE(seen.last(), std::pair(done->bytes, done->bytes));
    QVERIFY(std::ranges::is_sorted(seen));
}

void BackupTest::refusesAnExistingFile()
{
    QFile file(m_target.path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("mine");
    file.close();

    const auto done = runIt();

    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::ResourceAlreadyExists);
    QVERIFY(done.error().detail.contains(m_target.path));
    QCOMPARE(contentOf(m_target.path), "mine"_ba);
    QCOMPARE(here(), QStringList{u"home.tar.gz"_s});
    QCOMPARE(execCount(), 0);
}

void BackupTest::overwritesWhenAsked()
{
    QFile file(m_target.path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("old");
    file.close();
    m_target.overwrites = true;

    const auto done = runIt();

    QVERIFY(done);
    QVERIFY(contentOf(m_target.path).startsWith("\x1f\x8b"));
    QCOMPARE(here(), QStringList{u"home.tar.gz"_s});
}

void BackupTest::refusesAFileThatSomebodyWrites()
{
    m_fly->simulator.addFault(
        {.kind = Fault::Kind::Delay, .method = "POST", .route = execRoute, .times = -1, .delay = 30s});
    const auto first = backup({}, [](qint64, qint64) { });
    TaskScope scope;
    std::optional<Result<BackupResult>> done;
    scope.launch(first->run(), [&](Result<BackupResult> result) { done = std::move(result); });
    QTRY_COMPARE(here(), QStringList{u"home.tar.gz.part"_s});

    const auto second = runIt();

    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::ResourceAlreadyExists);
    QTRY_VERIFY(done);
    QVERIFY(*done);
    QCOMPARE(here(), QStringList{u"home.tar.gz"_s});

    // What appears at the last moment is somebody's, too.
    m_fly->simulator.clearFaults();
    QVERIFY(QFile::remove(m_target.path));
    const auto third = runIt({}, [&](qint64 copied, qint64 total) {
        if (copied == total)
            QVERIFY(QFile(m_target.path).open(QIODevice::WriteOnly));
    });
    QVERIFY(!third);
    QCOMPARE(third.error().code, ErrorCode::ResourceAlreadyExists);
    QCOMPARE(here(), QStringList{u"home.tar.gz"_s});
    QCOMPARE(QFileInfo(m_target.path).size(), 0);
}

void BackupTest::saysWhereItCannotWrite()
{
    m_target.path = m_here->filePath(u"missing/home.tar.gz"_s);

    const auto done = runIt();

    QVERIFY(!done);
    QVERIFY(done.error().detail.contains(m_target.path));
    QCOMPARE(here(), QStringList());
    QCOMPARE(execCount(), 0);
}

void BackupTest::saysWhenTheArchiveDoesNotFit()
{
    m_fly->simulator.limits().tmpMb = 1;
    write(u"noise"_s, noise(3'000'000, 4));

    const auto done = runIt();

    QVERIFY(!done);
    QCOMPARE(done.error().kind(), Error::Kind::NoRoom);
    QVERIFY2(done.error().detail.contains("does not fit"_L1), qPrintable(done.error().detail));
    QCOMPARE(here(), QStringList());
    QVERIFY(isTmpClean());
}

void BackupTest::wantsAStartedMachine()
{
    m_fly->simulator.setMachineState(m_instance.machine, u"stopped"_s);

    const auto done = runIt();

    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::ResourceWrongState);
    QVERIFY(done.error().detail.contains("stopped"_L1));
    QCOMPARE(here(), QStringList());
}

void BackupTest::survivesASuspension()
{
    write(u"noise"_s, noise(2'000'000, 5));
    bool isSuspended = false;

    const auto done = runIt({}, [&](qint64 copied, qint64) {
        if (copied > 0 && !std::exchange(isSuspended, true))
            m_fly->simulator.setMachineState(m_instance.machine, u"suspended"_s);
    });

    QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    QVERIFY(isSuspended);
    QVERIFY(isTmpClean());
}

void BackupTest::endsCleanWhenTheMachineStops_data()
{
    QTest::addColumn<bool>("isPacking");
    QTest::addColumn<QString>("state");
    QTest::newRow("while it packs: stopped") << true << u"stopped"_s;
    QTest::newRow("while it copies: stopped") << false << u"stopped"_s;
    QTest::newRow("while it packs: destroyed") << true << u"destroyed"_s;
    QTest::newRow("while it copies: destroyed") << false << u"destroyed"_s;
}

void BackupTest::endsCleanWhenTheMachineStops()
{
    QFETCH(bool, isPacking);
    QFETCH(QString, state);
    write(u"noise"_s, noise(2'000'000, 6));
    if (isPacking)
        writeSlowFile();
    const auto stopMachine = [&] { m_fly->simulator.setMachineState(m_instance.machine, state); };
    if (isPacking) {
        connect(&m_fly->simulator, &simulator::Simulator::answered, this, [&] {
            if (execCount() == 3)
                stopMachine();
        });
    }

    const auto done = runIt({}, [&](qint64 copied, qint64) {
        if (copied > 0 && !isPacking)
            stopMachine();
    });

    QVERIFY(!done);
    const auto expected = state == "stopped"_L1 ? Error::Kind::Conflict : Error::Kind::NotFound;
    QVERIFY2(done.error().kind() == expected || done.error().code == ErrorCode::ResourceWrongState,
             qPrintable(codeName(done.error().code) + done.error().detail));
    QCOMPARE(here(), QStringList());
}

void BackupTest::endsCleanWhenTheMachineRestarts()
{
    write(u"noise"_s, noise(2'000'000, 7));

    const auto done = runIt({}, [&](qint64 copied, qint64) {
        if (copied == 0)
            return;
        m_fly->simulator.setMachineState(m_instance.machine, u"stopped"_s);
        m_fly->simulator.setMachineState(m_instance.machine, u"started"_s);
    });

    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::ResourceWrongState);
    QVERIFY(done.error().detail.contains("restarted"_L1));
    QCOMPARE(here(), QStringList());
    QVERIFY(isTmpClean());
}

void BackupTest::endsCleanWhenStopped_data()
{
    QTest::addColumn<int>("execs");
    QTest::addColumn<bool>("isSlow");
    QTest::newRow("before anything") << 0 << false;
    QTest::newRow("after the first command") << 1 << false;
    QTest::newRow("after packing began") << 2 << true;
    QTest::newRow("while it packs") << 4 << true;
    QTest::newRow("while it copies") << 5 << false;
}

void BackupTest::endsCleanWhenStopped()
{
    QFETCH(int, execs);
    QFETCH(bool, isSlow);
    write(u"noise"_s, noise(3'000'000, 8));
    if (isSlow)
        writeSlowFile();
    std::stop_source source;
    if (execs == 0)
        source.request_stop();
    connect(&m_fly->simulator, &simulator::Simulator::answered, this, [&] {
        if (execCount() == execs)
            source.request_stop();
    });

    const auto done = runIt(source.get_token());

    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Cancelled);
    QCOMPARE(here(), QStringList());
    QVERIFY(isTmpClean());
    // What packed has been ended as well: nothing comes back.
    const auto later =
        waitFor(m_fly->client->machines.exec(m_instance.app, m_instance.machine, {u"sleep"_s, u"50"_s}, 60s, {}));
    QVERIFY(later);
    QVERIFY(isTmpClean());
}

void BackupTest::endsCleanWhenDestroyed()
{
    write(u"noise"_s, noise(2'000'000, 9));
    auto scope = std::make_unique<TaskScope>();
    bool hasBegun = false;
    auto one = backup({}, [&](qint64 copied, qint64) { hasBegun = copied > 0; });
    scope->launch(one->run(), [](const Result<BackupResult> &) { });
    QTRY_VERIFY(hasBegun);

    scope.reset();
    one.reset();

    QTRY_COMPARE(here(), QStringList());
}

void BackupTest::takesSmallerPiecesWhenAnswersAreCut()
{
    write(u"noise"_s, noise(1'500'000, 10));
    // The fourth command brings the first piece; of its answer only a part comes over.
    answerOnce(3, R"({"exit_code":0,"exit_signal":0,"stdout":"H4sIAAAAAAAAA","stderr":""})");

    const auto done = runIt();

    QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    QCOMPARE(done->sha256, QCryptographicHash::hash(contentOf(m_target.path), QCryptographicHash::Sha256).toHex());
    QVERIFY(execCount() > 8);
}

void BackupTest::endsCleanAfterHostileAnswers_data()
{
    QTest::addColumn<int>("nth");
    QTest::addColumn<int>("times");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorCode>("code");
    const auto said = [](const QByteArray &out, int code = 0, int signal = 0) {
        return R"({"exit_code":)" + QByteArray::number(code) + R"(,"exit_signal":)" + QByteArray::number(signal)
            + R"(,"stdout":")" + out + R"(","stderr":"odd"})";
    };
    QTest::newRow("nonsense for a start") << 1 << 1 << "[]"_ba << ErrorCode::BadReply;
    QTest::newRow("a start that fails") << 1 << 1 << said("", 3) << ErrorCode::ApiUnsupportedOperation;
    QTest::newRow("no shell") << 1 << 1 << said("", 127) << ErrorCode::ApiUnsupportedOperation;
    QTest::newRow("words for a look") << 2 << 1 << said(R"(hello\n)") << ErrorCode::BadReply;
    QTest::newRow("no number") << 2 << 1 << said(R"(size many\n)") << ErrorCode::BadReply;
    QTest::newRow("negative size") << 2 << 1 << said(R"(size -1\n)") << ErrorCode::BadReply;
    QTest::newRow("archive gone") << 2 << 1 << said("", 3) << ErrorCode::ResourceWrongState;
    QTest::newRow("nothing to see for ever") << 2 << -1 << said("") << ErrorCode::NetworkTimeout;
    QTest::newRow("killed for ever") << 2 << -1 << said("", 0, 9) << ErrorCode::NetworkTimeout;
    QTest::newRow("tar fails") << 2 << 1 << said(R"(code 2\nsize 20\n)") << ErrorCode::ApiUnsupportedOperation;
    const QByteArray sum(64, 'a');
    QTest::newRow("nothing packed") << 2 << 1 << said(R"(code 0\n)" + sum + R"(  a\nsize 0\n)") << ErrorCode::BadReply;
    QTest::newRow("too big for any disk")
        << 2 << 1 << said(R"(code 0\n)" + sum + R"(  a\nsize 9000000000000000000\n)") << ErrorCode::LocalFileFailed;
    QTest::newRow("another check sum") << 2 << 1 << said(R"(code 0\n)" + sum + R"(  a\nsize 100\n)")
                                       << ErrorCode::BadReply;
    QTest::newRow("no base64") << 3 << 1 << said("!!!!") << ErrorCode::BadReply;
    QTest::newRow("too much") << 3 << 1 << said(QByteArray(1'200'000, 'A')) << ErrorCode::BadReply;
    QTest::newRow("always short") << 3 << -1 << said("QUJD") << ErrorCode::BadReply;
    QTest::newRow("no file") << 3 << 1 << said("") << ErrorCode::ResourceWrongState;
    QTest::newRow("other bytes") << 3 << 1 << said(QByteArray(720 * 1024 / 3 * 4, 'A')) << ErrorCode::BadReply;
}

void BackupTest::endsCleanAfterHostileAnswers()
{
    QFETCH(int, nth);
    QFETCH(int, times);
    QFETCH(QByteArray, body);
    QFETCH(ErrorCode, code);
    write(u"noise"_s, noise(1'000'000, 11));
    m_fly->simulator.addFault(
        {.method = "POST", .route = execRoute, .times = times, .skip = nth, .status = 200, .body = body});

    const auto done = runIt();

    QVERIFY(!done);
    QVERIFY2(done.error().code == code, qPrintable(codeName(done.error().code) + u' ' + done.error().detail));
    QCOMPARE(here(), QStringList());
    if (times == 1)
        QVERIFY(isTmpClean());
}

void BackupTest::notesWhatChangedMeanwhile()
{
    const auto before = runIt();
    QVERIFY(before);
    QVERIFY(QFile::remove(m_target.path));
    m_fly->simulator.forgetRequests();
    // In a simulated moment nothing changes, and the same home makes the same archive: only the words are made up.
    answerOnce(2,
               R"({"exit_code":0,"stdout":"code 1\n)" + before->sha256 + R"(  a\nsize )"
                   + QByteArray::number(before->bytes) + R"(\n"})");
    answerOnce(3, R"({"exit_code":0,"stdout":"tar: coder/log: file changed as we read it\n"})");

    const auto done = runIt();

    QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    QCOMPARE(done->notes, u"tar: coder/log: file changed as we read it"_s);
    QCOMPARE(done->sha256, before->sha256);
    QVERIFY(isTmpClean());
}

void BackupTest::endsCleanAfterFaults_data()
{
    struct Row {
        QByteArray name;
        Fault fault;
        bool isOvercome = false;
    };
    std::vector<Row> rows;
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<bool>("isOvercome");
    const QList<QByteArray> overcome{"500", "503 html", "429", "409", "delay", "cut", "reset", "silence", "lost reply"};
    for (const auto &[name, fault] : everyFault()) {
        for (const int nth : {0, 1, 2, 3, 4, 5, 6}) {
            for (const int times : {1, -1}) {
                if (times == -1 && nth % 3 != 1)
                    continue; // the start, a piece in the middle
                auto placed = fault;
                placed.method = "POST";
                placed.route = execRoute;
                placed.skip = nth;
                placed.times = times;
                const auto often = times == 1 ? " once"_ba : " for ever"_ba;
                const auto row = name + often + ": exec #" + QByteArray::number(nth + 1);
                rows.push_back({.name = row, .fault = placed, .isOvercome = times == 1 && overcome.contains(name)});
            }
        }
    }
    if (!qEnvironmentVariableIsSet("SWARM_WHOLE_MATRIX")) {
        std::mt19937 random(seed);
        std::ranges::shuffle(rows, random);
        rows.resize(std::min(rows.size(), sampleSize));
    }
    for (const auto &row : rows)
        QTest::newRow(row.name.constData()) << row.fault << row.isOvercome;
}

void BackupTest::endsCleanAfterFaults()
{
    QFETCH(Fault, fault);
    QFETCH(bool, isOvercome);
    write(u"noise"_s, noise(1'300'000, 12));
    m_fly->simulator.addFault(fault);

    const auto done = runIt();

    const auto told = done ? u"done"_s : codeName(done.error().code) + u' ' + done.error().detail;
    if (isOvercome)
        QVERIFY2(done, qPrintable(told));
    if (done) {
        QCOMPARE(here(), QStringList{u"home.tar.gz"_s});
        QCOMPARE(QCryptographicHash::hash(contentOf(m_target.path), QCryptographicHash::Sha256).toHex(), done->sha256);
        QCOMPARE(isTmpClean(), !done->isCopyLeft);
    } else {
        QCOMPARE(here(), QStringList());
    }
    if (fault.times == 1)
        QVERIFY2(isTmpClean(), qPrintable(told));
}

QTEST_GUILESS_MAIN(BackupTest)
#include "tst_backup.moc"
