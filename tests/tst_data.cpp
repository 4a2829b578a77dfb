// What people keep in their editors, through all that can be done to an instance, and after this computer lost its
// disk.
#include "model/instancestore.h"
#include "model/opener.h"
#include "model/operations.h"
#include "tests/editorvisitor.h"
#include "tests/flyfixture.h"
#include "tests/scriptedtokenstore.h"
#include "tests/swarmfixture.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace swarm;

namespace {

using Files = QMap<QString, QByteArray>;
using Commands = QList<QStringList>;

QByteArray everyByte()
{
    QByteArray bytes;
    for (int byte = 0; byte < 256; ++byte)
        bytes += static_cast<char>(byte);
    return bytes.repeated(300);
}

//! What was written first. Each name is one that a careless copy would lose.
Files filesBefore()
{
    return {{u"chapter-1.md"_s, "It was a dark and stormy night.\n"},
            {u"pictures/cover.raw"_s, everyByte()},
            {u"empty"_s, {}},
            {u".hidden/settings"_s, "\r\n\ttabs\0and all"_ba},
            {u"draft of spring.txt"_s, "\xc3\xa4\xc3\xb6\xe2\x82\xac without a newline at its end"}};
}

//! One file changed, one emptied, one made.
Files filesAfter()
{
    auto files = filesBefore();
    files[u"chapter-1.md"_s] = "It was a bright cold day in April.\n"_ba;
    files[u"pictures/cover.raw"_s].clear();
    files.insert(u"chapter-2.md"_s, "The clocks were striking thirteen.\n"_ba);
    return files;
}

//! In place of a browser.
class NotingOpener : public Opener
{
public:
    QString password;

    [[nodiscard]] Task<Result<void>> open(Instance, QString with) override
    {
        password = with;
        co_return Result<void>();
    }
};

//! All that a person would miss.
QStringList identity(const QJsonObject &instance)
{
    QStringList values;
    for (const auto *member : {"id", "name", "app", "machine", "volume", "region", "status", "url"})
        values << instance[QLatin1StringView(member)].toString();
    const auto size = instance["size"_L1].toObject();
    values << size["kind"_L1].toString() << QString::number(size["cpus"_L1].toInt())
           << QString::number(size["memory_mb"_L1].toInt()) << QString::number(instance["disk_gb"_L1].toInt());
    return values;
}

} // namespace

class DataTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_swarm.reset(); }
    void keepsTheFiles_data();
    void keepsTheFiles();
    void putsTheFilesOfASnapshotBack();
    void clonesAnEarlierSnapshot();
    void keepsWhatWasWrittenInEachPlace();
    void leavesTheOthersAlone();
    void showsTheSameSwarmAfterTheDiskIsLost();
    void goesOnAfterTheDiskIsLost();
    void findsThePasswordAfterTheDiskIsLost();

private:
    [[nodiscard]] QJsonObject succeed(const QStringList &command);
    [[nodiscard]] bool visit(const QString &name);
    [[nodiscard]] bool write(const QString &name, const Files &files);
    [[nodiscard]] Files read(const QString &name, const QStringList &names);
    [[nodiscard]] QJsonArray rows() { return succeed({u"list"_s})["instances"_L1].toArray(); }
    [[nodiscard]] QList<QStringList> identities();
    void loseTheDisk() { QDir(m_swarm->path("data")).removeRecursively(); }

    Clock m_clock;
    std::unique_ptr<SwarmFixture> m_swarm;
    std::unique_ptr<EditorVisitor> m_visitor;
    QUrl m_editor;
    QByteArray m_said; //!< by the last command, for who asks why
};

void DataTest::init()
{
    m_swarm = std::make_unique<SwarmFixture>();
    m_visitor = std::make_unique<EditorVisitor>(m_clock);
    QVERIFY(m_swarm->start());
    m_swarm->environment().insert(u"FLY_API_TOKEN"_s, u"fo1_test"_s);
    m_swarm->environment().insert(u"SWARM_PASSWORD"_s, u"correct horse"_s);
    m_swarm->environment().insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
    QVERIFY2(!succeed({u"create"_s, u"box"_s, u"--idle"_s, u"stop"_s}).isEmpty(), m_said.constData());
}

QJsonObject DataTest::succeed(const QStringList &command)
{
    const auto ran = m_swarm->ctl(command + QStringList{u"--json"_s});
    m_said = command.join(u' ').toUtf8() + ": " + QByteArray::number(ran.exitCode) + ' ' + ran.err;
    return ran.exitCode == 0 ? ran.json() : QJsonObject();
}

bool DataTest::visit(const QString &name)
{
    // Awake, with an editor that answers, at the address that is told now.
    if (succeed({u"start"_s, name}).isEmpty() || succeed({u"wait"_s, name}).isEmpty())
        return false;
    m_editor = QUrl(succeed({u"show"_s, name})["instance"_L1]["url"_L1].toString());
    const int status = m_visitor->logIn(m_editor, u"correct horse"_s);
    if (status != 302)
        m_said = "the login at " + m_editor.toEncoded() + " answers " + QByteArray::number(status);
    return status == 302;
}

bool DataTest::write(const QString &name, const Files &files)
{
    if (!visit(name))
        return false;
    for (auto file = files.begin(); file != files.end(); ++file) {
        const QUrl url(m_editor.toString() + u"/files/"_s + file.key());
        if (m_visitor->put(url, file.value()) / 100 != 2)
            return false;
    }
    return true;
}

Files DataTest::read(const QString &name, const QStringList &names)
{
    Files files;
    if (!visit(name))
        return files;
    for (const auto &file : names) {
        const auto reply = m_visitor->get(QUrl(m_editor.toString() + u"/files/"_s + file));
        if (reply.status == 200)
            files.insert(file, reply.body);
    }
    return files;
}

QList<QStringList> DataTest::identities()
{
    QList<QStringList> list;
    for (const auto &row : rows())
        list << identity(row.toObject());
    std::ranges::sort(list);
    return list;
}

void DataTest::keepsTheFiles_data()
{
    QTest::addColumn<Commands>("commands");
    QTest::addColumn<QString>("name"); // where the files are to be in the end
    const auto row = [](const char *title, const Commands &commands, const QString &name = u"box"_s) {
        QTest::newRow(title) << commands << name;
    };
    const QStringList stop{u"stop"_s, u"box"_s};
    const QStringList start{u"start"_s, u"box"_s};
    const QStringList recreate{u"recreate"_s, u"box"_s};
    const QStringList move{u"move"_s, u"box"_s, u"--region"_s, u"fra"_s};
    const QStringList image{u"image"_s, u"box"_s, u"--to"_s, u"4.96.4"_s};
    const QStringList rollBack{u"rollback"_s, u"box"_s};
    const QStringList clone{u"clone"_s, u"box"_s, u"copy"_s};
    const QStringList remove{u"delete"_s, u"box"_s, u"--keep"_s, u"5d"_s, u"--yes"_s};
    const QStringList restore{u"restore"_s, u"box"_s};

    row("restart", {{u"restart"_s, u"box"_s}});
    row("stop, start", {stop, start});
    row("kill, start", {stop + QStringList{u"--force"_s}, start});
    row("suspend, start", {{u"suspend"_s, u"box"_s}, start});
    row("recreate", {recreate});
    row("recreate a stopped one", {stop, recreate});
    row("resize", {{u"resize"_s, u"box"_s, u"--size"_s, u"large"_s}});
    row("resize a stopped one", {stop, {u"resize"_s, u"box"_s, u"--size"_s, u"large"_s}});
    row("extend", {{u"extend"_s, u"box"_s, u"--disk"_s, u"20"_s}});
    row("environment", {{u"env"_s, u"box"_s, u"--set"_s, u"A=b"_s}});
    row("idle rule", {{u"idle"_s, u"box"_s, u"60"_s}});
    row("rename", {{u"rename"_s, u"box"_s, u"other"_s}}, u"other"_s);
    row("rotate the password", {{u"rotate-password"_s, u"box"_s}});
    row("image", {image});
    row("image, roll back", {image, rollBack});
    row("roll back all of it", {{u"resize"_s, u"box"_s, u"--size"_s, u"large"_s}, rollBack + QStringList{u"--all"_s}});
    row("move", {move});
    row("move a stopped one", {stop, move});
    row("move, go back", {move, {u"move"_s, u"box"_s, u"--back"_s}});
    row("move, drop the earlier copy", {move, {u"move"_s, u"box"_s, u"--confirm"_s, u"--yes"_s}});
    row("to another computer", {{u"move"_s, u"box"_s}});
    row("clone", {clone}, u"copy"_s);
    row("clone into another region", {clone + QStringList{u"--region"_s, u"syd"_s}}, u"copy"_s);
    row("the source of a clone", {clone});
    row("delete with a last snapshot, restore", {remove, restore});
    row("the same after a move", {move, remove, restore});
    row("the same of a stopped one", {stop, remove, restore});
    row("one after the other", {{u"suspend"_s, u"box"_s}, recreate, image, move, rollBack, remove, restore, recreate});
}

void DataTest::keepsTheFiles()
{
    QFETCH(Commands, commands);
    QFETCH(QString, name);
    QVERIFY2(write(u"box"_s, filesBefore()), m_said.constData());

    for (const auto &command : commands)
        QVERIFY2(!succeed(command).isEmpty(), m_said.constData());

    const auto files = read(name, filesBefore().keys());
    QVERIFY2(!files.isEmpty(), m_said.constData());
    QCOMPARE(files, filesBefore());
}

void DataTest::putsTheFilesOfASnapshotBack()
{
    QVERIFY2(write(u"box"_s, filesBefore()), m_said.constData());
    const auto snapshot = succeed({u"snapshot"_s, u"box"_s})["snapshot"_L1]["id"_L1].toString();
    QVERIFY2(!snapshot.isEmpty(), m_said.constData());
    QVERIFY2(write(u"box"_s, filesAfter()), m_said.constData());
    const auto names = filesAfter().keys();
    QCOMPARE(read(u"box"_s, names), filesAfter());

    QVERIFY2(!succeed({u"rollback"_s, u"box"_s, u"--snapshot"_s, snapshot, u"--yes"_s}).isEmpty(), m_said.constData());
    QCOMPARE(read(u"box"_s, names), filesBefore());
    QVERIFY2(!succeed({u"rollback"_s, u"box"_s, u"--undo"_s}).isEmpty(), m_said.constData());
    QCOMPARE(read(u"box"_s, names), filesAfter());
    QVERIFY2(!succeed({u"restore"_s, u"box"_s, u"--snapshot"_s, snapshot}).isEmpty(), m_said.constData());
    QCOMPARE(read(u"box"_s, names), filesBefore());
    QCOMPARE(rows().size(), 1);
}

void DataTest::clonesAnEarlierSnapshot()
{
    QVERIFY2(write(u"box"_s, filesBefore()), m_said.constData());
    const auto snapshot = succeed({u"snapshot"_s, u"box"_s})["snapshot"_L1]["id"_L1].toString();
    QVERIFY2(write(u"box"_s, filesAfter()), m_said.constData());
    const auto names = filesAfter().keys();

    QVERIFY2(!succeed({u"clone"_s, u"box"_s, u"then"_s, u"--snapshot"_s, snapshot}).isEmpty(), m_said.constData());

    QCOMPARE(read(u"then"_s, names), filesBefore());
    QCOMPARE(read(u"box"_s, names), filesAfter());
}

void DataTest::keepsWhatWasWrittenInEachPlace()
{
    // After a move both copies have files of their own, and going back and forth loses neither.
    QVERIFY2(write(u"box"_s, filesBefore()), m_said.constData());
    QVERIFY2(!succeed({u"move"_s, u"box"_s, u"--region"_s, u"fra"_s}).isEmpty(), m_said.constData());
    QVERIFY2(write(u"box"_s, filesAfter()), m_said.constData());
    const auto names = filesAfter().keys();

    QVERIFY2(!succeed({u"move"_s, u"box"_s, u"--back"_s}).isEmpty(), m_said.constData());
    QCOMPARE(read(u"box"_s, names), filesBefore());
    QVERIFY2(!succeed({u"move"_s, u"box"_s, u"--back"_s}).isEmpty(), m_said.constData());
    QCOMPARE(read(u"box"_s, names), filesAfter());
}

void DataTest::leavesTheOthersAlone()
{
    QVERIFY2(write(u"box"_s, filesBefore()), m_said.constData());
    QVERIFY2(!succeed({u"clone"_s, u"box"_s, u"copy"_s}).isEmpty(), m_said.constData());
    QVERIFY2(write(u"copy"_s, filesAfter()), m_said.constData());

    QVERIFY2(!succeed({u"delete"_s, u"copy"_s, u"--yes"_s}).isEmpty(), m_said.constData());

    QCOMPARE(read(u"box"_s, filesAfter().keys()), filesBefore());
}

void DataTest::showsTheSameSwarmAfterTheDiskIsLost()
{
    QVERIFY2(!succeed({u"create"_s, u"two"_s, u"--size"_s, u"large"_s, u"--idle"_s, u"stop"_s, u"--region"_s, u"fra"_s,
                       u"--disk"_s, u"20"_s})
                  .isEmpty(),
             m_said.constData());
    QVERIFY2(!succeed({u"create"_s, u"three"_s, u"--region"_s, u"syd"_s}).isEmpty(), m_said.constData());
    QVERIFY2(!succeed({u"stop"_s, u"three"_s}).isEmpty(), m_said.constData());
    const auto created = identities();
    QCOMPARE(created.size(), 3);
    loseTheDisk();
    QCOMPARE(identities(), created);

    // One of two machines of the same instance by now, and a name that its app does not have.
    QVERIFY2(!succeed({u"move"_s, u"box"_s, u"--region"_s, u"ord"_s}).isEmpty(), m_said.constData());
    QVERIFY2(!succeed({u"rename"_s, u"two"_s, u"deux"_s}).isEmpty(), m_said.constData());
    const auto changed = identities();
    QCOMPARE(changed.size(), 3);
    QVERIFY(changed != created);
    loseTheDisk();
    QCOMPARE(identities(), changed);
    QCOMPARE(succeed({u"show"_s, u"deux"_s})["instance"_L1]["app"_L1].toString(), u"two"_s);
}

void DataTest::goesOnAfterTheDiskIsLost()
{
    QVERIFY2(write(u"box"_s, filesBefore()), m_said.constData());
    QVERIFY2(!succeed({u"move"_s, u"box"_s, u"--region"_s, u"fra"_s}).isEmpty(), m_said.constData());
    QVERIFY2(write(u"box"_s, filesAfter()), m_said.constData());
    loseTheDisk();

    QVERIFY2(!succeed({u"move"_s, u"box"_s, u"--back"_s}).isEmpty(), m_said.constData());
    QCOMPARE(read(u"box"_s, filesAfter().keys()), filesBefore());
    loseTheDisk();
    QVERIFY2(!succeed({u"move"_s, u"box"_s, u"--confirm"_s, u"--yes"_s}).isEmpty(), m_said.constData());
    loseTheDisk();
    QVERIFY2(!succeed({u"delete"_s, u"box"_s, u"--yes"_s}).isEmpty(), m_said.constData());
    QVERIFY(m_visitor->isEmpty(m_swarm->api()));
}

void DataTest::findsThePasswordAfterTheDiskIsLost()
{
    // With the list from Fly.io and nothing else: neither a record, nor a keychain's entry, nor secrets that are told.
    FlyFixture fly;
    const auto made = waitFor(fly.provider->create(FlyFixture::spec(u"box"_s), {}));
    QVERIFY(made);
    QVERIFY(waitFor(fly.provider->stop(*made, StopManner::Graceful, {})));
    const auto secrets = waitFor(fly.client->secrets.list(made->app, true, {}));
    QVERIFY(secrets && secrets->front().value.isEmpty());
    const auto listed = waitFor(fly.provider->list({}));
    QVERIFY(listed && listed->instances.size() == 1);
    InstanceStore store;
    store.replace(listed->instances);
    QStringList calls;
    ScriptedTokenStore keychain(calls);
    NotingOpener browser;
    Operations operations(*fly.provider, store, keychain, browser, fly.clock);
    QSignalSpy idle(&operations, &Operations::idle);

    operations.open(made->id);
    QVERIFY(idle.wait(10'000));

    QVERIFY(!operations.all().front().error);
    QCOMPARE(browser.password, u"correct horse"_s);
    QCOMPARE(keychain.secrets.value(Operations::passwordKey(made->id)), u"correct horse"_s); // from now on
}

QTEST_GUILESS_MAIN(DataTest)
#include "tst_data.moc"
