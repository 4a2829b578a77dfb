// Journeys on which something goes wrong or is not as usual, by mouse and keyboard. It runs on a bus of its own, where
// it plays the desktop and where there is no keychain.
#include "tests/journeyfixture.h"
#include "tests/plainclient.h"
#include "ui/languages.h"
#include "ui/theme.h"
#include "ui/wording/noticewords.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDesktopServices>
#include <QDirIterator>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QScopeGuard>

using namespace swarm;

//! What desktops have.
class NotificationService : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    QStringList titles;

public Q_SLOTS:
    Q_SCRIPTABLE QStringList GetCapabilities() { return {u"actions"_s, u"body"_s}; }
    Q_SCRIPTABLE uint Notify(const QString &, uint, const QString &, const QString &title, const QString &,
                             const QStringList &, const QVariantMap &, int)
    {
        titles += title;
        return static_cast<uint>(titles.size());
    }
    Q_SCRIPTABLE void CloseNotification(uint) { }
};

class TroublesTest : public QObject, private JourneyFixture
{
    Q_OBJECT

public:
    //! Stands in for the system's browser.
    Q_INVOKABLE void visit(const QUrl &url) { m_visited = url; }

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { end(); }
    void cleanupTestCase() { QDesktopServices::unsetUrlHandler(u"http"_s); }

    void saysThatThereIsNoKeychain();
    void signsInByTheBrowser();
    void sayNoToANameThatIsTaken();
    void offersAnotherRegionWhereThereIsNoRoom();
    void saysWhenTheAccountIsAtItsLimit();
    void takesBackACreateThatTheNetworkLost();
    void asksWhatSnapshotsCostWhileSomebodyLooks();
    void onlyLooksWithAReadOnlyToken();
    void showsTheLastListWhileFlyIsAway();
    void comesBackWhenFlyDoes();
    void suspendsWhenTheLaptopIsLocked();
    void tellsTheDesktopWhyOneStopped();
    void savesAReportWithoutSecrets();
    void showsAThousand();
    void speaksAnotherLanguageAtOnce();
    void leavesNoTraceOfAnAccountThatIsSignedOut();

private:
    void simulate(const QString &path, const QByteArray &body);
    void say(const QString &path, const QString &interface, const QString &name, const QVariantList &arguments);
    //! In every region.
    void setRoom(bool room);
    void choose(const std::function<void(Preferences &)> &change);
    [[nodiscard]] QString text(const QString &name) const { return find<QLabel>(name)->text(); }
    [[nodiscard]] Instance first() const
    {
        return find<QTreeView>(u"instances"_s)
            ->model()
            ->index(0, 0)
            .data(InstanceModel::InstanceRole)
            .value<Instance>();
    }
    //! The state of a simulator with many instances, for --load.
    [[nodiscard]] QByteArray worldOf(int count);

    QDBusConnection m_stage = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"stage"_s);
    NotificationService m_notifications;
    QUrl m_visited;
};

void TroublesTest::initTestCase()
{
    QDesktopServices::setUrlHandler(u"http"_s, this, "visit");
    QVERIFY(m_stage.registerObject(u"/org/freedesktop/Notifications"_s, &m_notifications,
                                   QDBusConnection::ExportScriptableSlots));
    QVERIFY(m_stage.registerService(u"org.freedesktop.Notifications"_s));
}

void TroublesTest::init()
{
    m_visited.clear();
    m_notifications.titles.clear();
    begin();
}

void TroublesTest::simulate(const QString &path, const QByteArray &body)
{
    PlainClient world(m_swarm->api());
    QCOMPARE(world.call("POST", u"/_sim/"_s + path, body).status / 100, 2);
}

void TroublesTest::say(const QString &path, const QString &interface, const QString &name,
                       const QVariantList &arguments)
{
    auto signal = QDBusMessage::createSignal(path, interface, name);
    signal.setArguments(arguments);
    QVERIFY(m_stage.send(signal));
}

void TroublesTest::choose(const std::function<void(Preferences &)> &change)
{
    auto preferences = m_shell->settings().preferences();
    change(preferences);
    m_shell->settings().setPreferences(preferences);
}

void TroublesTest::setRoom(bool room)
{
    PlainClient world(m_swarm->api());
    world.token = "Bearer " + token.toUtf8();
    const auto regions = world.get(u"/v1/platform/regions"_s).object()["Regions"_L1].toArray();
    QVERIFY(!regions.isEmpty());
    for (const auto &region : regions)
        simulate(u"region"_s, QJsonDocument(QJsonObject{{u"region"_s, region["code"_L1]}, {u"room"_s, room}}).toJson());
}

void TroublesTest::saysThatThereIsNoKeychain()
{
    signIn(); // works all the same
    auto *account = find<QToolButton>(u"account"_s);
    account->menu()->popup(QPoint());
    const auto lines = account->menu()->actions();
    QVERIFY(std::ranges::any_of(lines, [](const QAction *line) {
        return line->isVisible() && line->text() == "Signed in for this session only"_L1;
    }));
    account->menu()->close();
}

void TroublesTest::signsInByTheBrowser()
{
    click(u"signInWithBrowser"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_visited.isValid(), patienceMs);
    QVERIFY(find(u"cancelSignIn"_s)->isVisible());
    PlainClient person(m_visited.adjusted(QUrl::RemovePath));
    person.token.clear();
    const auto allowed = person.call("POST", m_visited.path(), "decision=allow",
                                     {{"Content-Type", "application/x-www-form-urlencoded"}});
    const QUrl back(QString::fromUtf8(allowed.header("Location")));
    QCOMPARE(back.host(), u"127.0.0.1"_s);
    const auto closing = PlainClient(back.adjusted(QUrl::RemovePath | QUrl::RemoveQuery))
                             .get(back.path() + u'?' + back.query(QUrl::FullyEncoded));
    QVERIFY(closing.body.contains("go back to Remote Swarm"));
    QTRY_VERIFY_WITH_TIMEOUT(find<QToolButton>(u"newButton"_s)->isEnabled(), patienceMs);
}

void TroublesTest::sayNoToANameThatIsTaken()
{
    signIn();
    createByKeyboard(u"thesis"_s);
    tryToCreate(u"thesis"_s);
    auto *dialog = m_shell->window().findChild<CreateDialog *>();
    QVERIFY(dialog && dialog->isVisible()); // Enter did nothing
    QVERIFY(!dialog->findChild<QPushButton *>(u"createButton"_s)->isEnabled());
    QVERIFY(dialog->findChild<QLabel *>(u"nameHint"_s)->text().contains("thesis already"_L1)
            || dialog->findChild<QLabel *>(u"specProblem"_s)->text().contains("thesis already"_L1));
    QTest::keyClick(dialog, Qt::Key_Escape);
}

void TroublesTest::offersAnotherRegionWhereThereIsNoRoom()
{
    signIn();
    setRoom(false);
    tryToCreate(u"thesis"_s);
    seeFailure(u"no room"_s);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(u"thesis"_s), u"not there"_s, patienceMs);
    QVERIFY(find(u"retryOperation"_s)->isVisible());
    setRoom(true);
    click(u"retryOperation"_s);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(u"thesis"_s), u"Running"_s, patienceMs);
}

void TroublesTest::saysWhenTheAccountIsAtItsLimit()
{
    signIn();
    simulate(u"limits"_s, R"({"volumes_gb": 1})");
    tryToCreate(u"thesis"_s);
    seeFailure(u"reached a limit"_s);
    QVERIFY(find(u"noticeBar"_s)->isVisible()); // a card, with the way to the page where it can be raised
    QCOMPARE(find<QPushButton>(u"noticeAction"_s)->text(), u"Billing page"_s);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(u"thesis"_s), u"not there"_s, patienceMs);
}

void TroublesTest::takesBackACreateThatTheNetworkLost()
{
    signIn();
    simulate(u"faults"_s,
             R"({"method": "POST", "route": "/v1/apps/{app}/machines", "kind": "lost_reply", "times": 1})");
    tryToCreate(u"thesis"_s);
    QTRY_VERIFY_WITH_TIMEOUT(stateOf(u"thesis"_s) != "not there"_L1, patienceMs);
    // Either its answer was found out, or everything was taken back: never something that bills and is not shown.
    const auto isSettled = [this] {
        PlainClient world(m_swarm->api());
        const bool isEmpty = world.get(u"/_sim/empty"_s).object()["empty"_L1].toBool();
        const auto state = stateOf(u"thesis"_s);
        return state == "Running"_L1 || (state == "not there"_L1 && isEmpty);
    };
    QTRY_VERIFY_WITH_TIMEOUT(isSettled(), patienceMs);
}

void TroublesTest::asksWhatSnapshotsCostWhileSomebodyLooks()
{
    signIn();
    createByKeyboard(u"thesis"_s);
    PlainClient world(m_swarm->api());
    const auto hasAsked = [&world] {
        const auto requests = world.get(u"/_sim/requests"_s).array();
        return std::ranges::any_of(requests, [](const QJsonValue &request) {
            return request["route"_L1].toString().endsWith("/snapshots"_L1);
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasAsked(), patienceMs);
}

void TroublesTest::onlyLooksWithAReadOnlyToken()
{
    m_swarm->environment().insert(u"FLY_API_TOKEN"_s, token);
    QCOMPARE(m_swarm->ctl({u"create"_s, u"thesis"_s, u"--quiet"_s}).exitCode, 0);
    simulate(u"tokens"_s, R"({"token": "fm2_lookonly", "read_only": true})");
    auto *field = find<QLineEdit>(u"token"_s);
    QTRY_VERIFY_WITH_TIMEOUT(field->isVisible(), patienceMs);
    QTest::keyClicks(field, u"fm2_lookonly"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(u"thesis"_s), u"Running"_s, patienceMs);
    QVERIFY(!find<QToolButton>(u"newButton"_s)->isEnabled());
    m_shell->window().selectInstance(first().id);
    QVERIFY(!find<QToolButton>(u"deleteButton"_s)->isEnabled());
    QVERIFY(find<QToolButton>(u"deleteButton"_s)->toolTip().contains("may only read"_L1));
    QVERIFY(find<QToolButton>(u"openButton"_s)->isEnabled());
}

void TroublesTest::showsTheLastListWhileFlyIsAway()
{
    signIn();
    createByKeyboard(u"thesis"_s);
    m_swarm->stopSimulator();
    QTRY_VERIFY_WITH_TIMEOUT(find(u"problemBar"_s)->isVisible(), patienceMs);
    QCOMPARE(stateOf(u"thesis"_s), u"Running"_s); // the last known, greyed, and said to be old
}

void TroublesTest::comesBackWhenFlyDoes()
{
    signIn();
    createByKeyboard(u"thesis"_s);
    simulate(u"faults"_s, R"({"method": "GET", "route": "*", "kind": "status", "status": 503, "times": -1})");
    QTRY_VERIFY_WITH_TIMEOUT(find(u"problemBar"_s)->isVisible(), patienceMs);
    PlainClient world(m_swarm->api());
    QCOMPARE(world.call("DELETE", u"/_sim/faults"_s).status / 100, 2);
    QTest::mouseClick(find(u"problemBar"_s)->findChild<QPushButton *>(u"errorAction"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!find(u"problemBar"_s)->isVisible(), patienceMs);
}

void TroublesTest::suspendsWhenTheLaptopIsLocked()
{
    signIn();
    createByKeyboard(u"thesis"_s);
    choose([](Preferences &preferences) { preferences.setAction(Occasion::Lock, LeaveAction::Suspend); });
    click(u"openButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_visited.isValid(), patienceMs);
    (void)PlainClient(m_visited.adjusted(QUrl::RemovePath | QUrl::RemoveQuery)).get(m_visited.path());
    QTRY_VERIFY_WITH_TIMEOUT(m_shell->window().findChild<QAction *>(u"suspendAction"_s)->isEnabled(), patienceMs);

    say(u"/org/freedesktop/ScreenSaver"_s, u"org.freedesktop.ScreenSaver"_s, u"ActiveChanged"_s, {true});
    QTRY_VERIFY_WITH_TIMEOUT(m_notifications.titles.contains(u"About to suspend thesis"_s), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(u"thesis"_s), u"Suspended"_s, patienceMs);
}

void TroublesTest::tellsTheDesktopWhyOneStopped()
{
    signIn();
    createByKeyboard(u"thesis"_s);
    QTest::qWait(200); // a poll has seen it run
    m_shell->window().hide();
    simulate(u"machines/%1/exit"_s.arg(first().machine), R"({"exit_code": 0})");
    QTRY_VERIFY_WITH_TIMEOUT(m_notifications.titles.contains(u"thesis stopped"_s), patienceMs);
}

void TroublesTest::savesAReportWithoutSecrets()
{
    signIn();
    createByKeyboard(u"thesis"_s);
    m_shell->window().openSettings();
    auto *settings = m_shell->window().findChild<QDialog *>(u"settingsDialog"_s);
    QTRY_VERIFY(settings && settings->isVisible());
    settings->findChild<QPushButton *>(u"saveReport"_s)->click();
    auto *dialog = settings->findChild<QFileDialog *>(u"reportFile"_s);
    QTRY_VERIFY(dialog);
    const auto path = m_swarm->home() + u"/report.txt"_s;
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto report = file.readAll();
    QVERIFY(report.contains("Remote Swarm 0.") && report.contains("thesis: running"));
    QVERIFY(report.contains("End of the log"));
    QVERIFY(!report.contains(token.toUtf8()));
    QVERIFY(settings->findChild<QLabel *>(u"settingsOutcome"_s)->text().contains(path));

    settings->findChild<QPushButton *>(u"saveReport"_s)->click();
    QTRY_VERIFY(settings->findChild<QFileDialog *>(u"reportFile"_s));
    Q_EMIT settings->findChild<QFileDialog *>(u"reportFile"_s)->fileSelected(u"/proc/nowhere/report.txt"_s);
    QVERIFY(!settings->findChild<QLabel *>(u"settingsOutcome"_s)->text().contains("Saved"_L1)); // and why
    settings->close();
}

QByteArray TroublesTest::worldOf(int count)
{
    m_swarm->environment().insert(u"FLY_API_TOKEN"_s, token);
    if (m_swarm->ctl({u"create"_s, u"box"_s, u"--quiet"_s}).exitCode != 0)
        qFatal("no instance to copy");
    auto state = PlainClient(m_swarm->api()).get(u"/_sim/state"_s).object();
    const auto original = state["machines"_L1][0].toObject();
    QJsonArray machines;
    for (int number = 0; number < count; ++number) {
        auto machine = original;
        auto config = machine["config"_L1].toObject();
        auto metadata = config["metadata"_L1].toObject();
        metadata["remote_swarm_id"_L1] = u"id-%1"_s.arg(number);
        metadata["remote_swarm_name"_L1] = u"box-%1"_s.arg(number);
        config["metadata"_L1] = metadata;
        config.remove("mounts"_L1); // a disk is of one machine
        machine["config"_L1] = config;
        machine["id"_L1] = u"%1"_s.arg(number, 14, 16, '0'_L1);
        machines.append(machine);
    }
    state["machines"_L1] = machines;
    return QJsonDocument(state).toJson();
}

void TroublesTest::showsAThousand()
{
    const auto path = m_swarm->home() + u"/thousand.json"_s;
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(worldOf(1000));
    file.close();
    m_shell.reset();
    m_swarm->stopSimulator();
    QVERIFY(m_swarm->start({u"--load"_s, path}));
    beginShell();
    signIn();
    auto *table = find<QTreeView>(u"instances"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1000, patienceMs);
    auto *search = find<QLineEdit>(u"search"_s);
    QTest::keyClicks(search, u"box-777"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QTest::keyClick(search, Qt::Key_Escape);
    QTRY_COMPARE(table->model()->rowCount(), 1000);
    QTest::keyClick(table, Qt::Key_End); // and all the way down
    QCOMPARE(table->currentIndex().row(), 999);
}

void TroublesTest::speaksAnotherLanguageAtOnce()
{
    signIn();
    createByKeyboard(u"thesis"_s);
    const auto selected = m_shell->window().selectedInstance();
    QVERIFY(!selected.isEmpty());
    QTRY_COMPARE(find<QLabel>(u"operationTitle"_s)->text(), u"Created thesis"_s);
    const auto restore = qScopeGuard([] { useLanguage(*qApp, u"en"_s); });

    useLanguage(*qApp, u"de"_s);
    m_shell->retranslate();

    QVERIFY(QTest::qWaitForWindowExposed(&m_shell->window()));
    QCOMPARE(find<QToolButton>(u"newButton"_s)->text().remove(u'&'), u"Neue Instanz"_s);
    QCOMPARE(stateOf(u"thesis"_s), u"Läuft"_s); // without asking anybody
    QCOMPARE(m_shell->window().selectedInstance(), selected);
    QVERIFY(find<QToolButton>(u"newButton"_s)->isEnabled());
    QCOMPARE(find<QLabel>(u"operationTitle"_s)->text(), u"thesis angelegt"_s); // what was done is not forgotten
}

void TroublesTest::leavesNoTraceOfAnAccountThatIsSignedOut()
{
    signIn();
    createByKeyboard(u"thesis"_s);
    const QDir data(m_swarm->home() + u"/data/remote-swarm"_s);
    const auto filesAbout = [&data](const QByteArray &word) {
        QStringList found;
        QDirIterator files(data.path(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(word))
                found << file.fileName();
        }
        return found;
    };
    QTRY_VERIFY(!filesAbout("thesis").isEmpty());
    m_shell->window().findChild<QAction *>(u"signOutAction"_s)->trigger();
    QTRY_VERIFY(find(u"confirmSignOut"_s));
    QVERIFY(find<QMessageBox>(u"signOutQuestion"_s)->text().contains("costs what it costs: thesis"_L1));
    click(u"confirmSignOut"_s);

    QTRY_VERIFY_WITH_TIMEOUT(find(u"signInCard"_s)->isVisible(), patienceMs);

    QTRY_COMPARE_WITH_TIMEOUT(filesAbout("thesis"), QStringList(), patienceMs);
    PlainClient world(m_swarm->api());
    QVERIFY(!world.get(u"/_sim/empty"_s).object()["empty"_L1].toBool()); // what runs goes on
}

int main(int argc, char **argv)
{
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", qgetenv("DBUS_SESSION_BUS_ADDRESS")); // one bus plays both
    QApplication app(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    applyTheme(app, false);
    TroublesTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_troubles.moc"
