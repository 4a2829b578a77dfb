// The whole main job by mouse and keyboard, in the real window with the real engine, against a simulator in its own
// process. Run once offscreen, and once more under X11 with a tray host.
#include "tests/editorvisitor.h"
#include "tests/journeyfixture.h"
#include "tests/plainclient.h"
#include "ui/changedialog.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusReply>
#include <QDesktopServices>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QSystemTrayIcon>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace swarm;

class JourneyTest : public QObject, private JourneyFixture
{
    Q_OBJECT

public:
    //! Stands in for the system's browser.
    Q_INVOKABLE void visit(const QUrl &url) { m_visited = url; }

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void doesTheWholeMainJob();
    void comesBackToWhatWasThere();
    void restoresAndErasesWhatWasDeleted();
    void changesAnInstance();
    void givesAddressAndPasswordWhenNoBrowserComes();
    void livesInTheTray();
    void isToldByTheDesktop();

private:
    //! What a browser does with the one-time page: fetches it, sends its form, and is in.
    [[nodiscard]] QString passwordOnPage(const QUrl &page);

    QUrl m_visited;
};

void JourneyTest::initTestCase()
{
    QDesktopServices::setUrlHandler(u"http"_s, this, "visit");
}

void JourneyTest::init()
{
    m_visited.clear();
    begin();
}

void JourneyTest::cleanup()
{
    end();
}

QString JourneyTest::passwordOnPage(const QUrl &page)
{
    EditorVisitor browser(m_clock);
    const auto html = QString::fromUtf8(browser.get(page).body);
    static const QRegularExpression field(u"name=\"password\" value=\"([^\"]+)\""_s);
    const auto again = browser.get(page);
    Q_ASSERT(again.status != 200); // it can be read once
    return field.match(html).captured(1);
}

void JourneyTest::doesTheWholeMainJob()
{
    signIn();
    createByKeyboard(u"thesis"_s);

    click(u"openButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_visited.isValid(), patienceMs);
    QCOMPARE(m_visited.host(), u"127.0.0.1"_s);
    const auto password = passwordOnPage(m_visited);
    QCOMPARE(password.size(), 24);
    EditorVisitor browser(m_clock);
    const auto address = find<QLabel>(u"instanceName"_s);
    QVERIFY(address);
    const auto *table = find<QTreeView>(u"instances"_s);
    const auto editor = table->model()->index(0, 0).data(InstanceModel::InstanceRole).value<Instance>().url;
    QCOMPARE(browser.logIn(editor, password), 302);
    QCOMPARE(browser.get(editor).status, 200);
    const auto file = editor.resolved(QUrl(u"/files/chapter.md"_s));
    QVERIFY(browser.put(file, "Once upon a time\n") / 100 == 2);

    click(u"stopButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(u"thesis"_s), u"Stopped"_s, patienceMs);
    click(u"startButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(stateOf(u"thesis"_s).startsWith("Running"_L1), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(browser.get(file).body, "Once upon a time\n"_ba, patienceMs);

    deleteByKeyboard(u"thesis"_s);
    QTRY_VERIFY_WITH_TIMEOUT(browser.isEmpty(m_swarm->api()), patienceMs);

    QDirIterator files(m_swarm->home(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile one(files.next());
        QVERIFY(one.open(QIODevice::ReadOnly));
        const auto content = one.readAll();
        QVERIFY2(!content.contains(token.toUtf8()) && !content.contains(password.toUtf8()), qPrintable(one.fileName()));
    }
}

void JourneyTest::restoresAndErasesWhatWasDeleted()
{
    const auto deleteKeeping = [this] {
        click(u"deleteButton"_s);
        QTRY_VERIFY(m_shell->window().findChild<DeleteDialog *>());
        auto *dialog = m_shell->window().findChild<DeleteDialog *>();
        QTRY_VERIFY(dialog->isVisible());
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"confirmDelete"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(u"essay"_s), u"not there"_s, patienceMs);
    };
    signIn();
    createByKeyboard(u"essay"_s);
    QVERIFY(!find(u"deletedPane"_s)->isVisible());

    deleteKeeping();
    QTRY_VERIFY_WITH_TIMEOUT(find(u"deletedPane"_s)->isVisible(), patienceMs);
    click(u"deletedFold"_s);
    click(u"restoreDeleted"_s);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(u"essay"_s), u"Running"_s, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!find(u"deletedPane"_s)->isVisible(), patienceMs);

    find<QTreeView>(u"instances"_s)->selectAll();
    deleteKeeping();
    QTRY_VERIFY_WITH_TIMEOUT(find(u"deletedPane"_s)->isVisible(), patienceMs);
    click(u"eraseDeleted"_s);
    QTRY_VERIFY(find(u"confirmErase"_s));
    click(u"confirmErase"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!find(u"deletedPane"_s)->isVisible(), patienceMs);
    EditorVisitor visitor(m_clock);
    QTRY_VERIFY_WITH_TIMEOUT(visitor.isEmpty(m_swarm->api()), patienceMs);
}

void JourneyTest::changesAnInstance()
{
    signIn();
    createByKeyboard(u"essay"_s);
    const auto change = [this](const QString &action) {
        auto *found = m_shell->window().findChild<QAction *>(action + u"Action"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(found->isEnabled(), qPrintable(action), patienceMs);
        found->trigger();
        QTRY_VERIFY(m_shell->window().findChild<ChangeDialog *>());
    };
    const auto isIdle = [this] { return m_shell->window().findChild<QAction *>(u"renameAction"_s)->isEnabled(); };

    change(u"resize"_s);
    click(u"size2"_s);
    click(u"confirmChange"_s);
    QTRY_VERIFY(!m_shell->window().findChild<ChangeDialog *>());
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(find<QLabel>(u"size"_s)->text(), u"2 shared CPU · 4 GB"_s, patienceMs);

    change(u"roll-back"_s);
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>(u"confirmChange"_s)->isEnabled(), patienceMs);
    QVERIFY(find<QCheckBox>(u"isWhole"_s)->isChecked()); // the image is the same: alone it would change nothing
    click(u"confirmChange"_s);
    QTRY_VERIFY(!m_shell->window().findChild<ChangeDialog *>());
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(find<QLabel>(u"size"_s)->text(), u"1 shared CPU · 2 GB"_s, patienceMs);
    deleteByKeyboard(u"essay"_s);
}

void JourneyTest::comesBackToWhatWasThere()
{
    m_swarm->environment().insert(u"FLY_API_TOKEN"_s, token);
    QCOMPARE(m_swarm->ctl({u"create"_s, u"from-shell"_s, u"--quiet"_s}).exitCode, 0);
    signIn();
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(u"from-shell"_s), u"Running"_s, patienceMs);
    QCOMPARE(m_swarm->ctl({u"stop"_s, u"from-shell"_s, u"--quiet"_s}).exitCode, 0);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(u"from-shell"_s), u"Stopped"_s, patienceMs);
    QCOMPARE(m_swarm->ctl({u"delete"_s, u"from-shell"_s, u"--yes"_s, u"--quiet"_s}).exitCode, 0);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(u"from-shell"_s), u"not there"_s, patienceMs);
}

void JourneyTest::givesAddressAndPasswordWhenNoBrowserComes()
{
    signIn();
    createByKeyboard(u"thesis"_s);
    click(u"openButton"_s); // what stands in for the browser notes the address and never fetches the page
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>(u"noticeSentence"_s)->isVisible(), patienceMs);
    QVERIFY(find<QLabel>(u"noticeSentence"_s)->text().contains("thesis.localhost"_L1));
    EditorVisitor browser(m_clock);
    const auto *table = find<QTreeView>(u"instances"_s);
    const auto editor = table->model()->index(0, 0).data(InstanceModel::InstanceRole).value<Instance>().url;
    QCOMPARE(browser.logIn(editor, QGuiApplication::clipboard()->text()), 302);
    deleteByKeyboard(u"thesis"_s);
}

void JourneyTest::livesInTheTray()
{
    if (!qEnvironmentVariableIsSet("SWARM_TRAY"))
        QSKIP("needs a tray host; tests/with-desktop brings one");
    signIn();
    createByKeyboard(u"thesis"_s);
    auto &tray = m_shell->tray();
    QTRY_VERIFY_WITH_TIMEOUT(tray.isAvailable(), patienceMs);

    auto &window = m_shell->window();
    window.close();
    QTRY_VERIFY(window.findChild<QMessageBox *>(u"trayExplanation"_s)); // the first close explains
    window.findChild<QMessageBox *>(u"trayExplanation"_s)->defaultButton()->click();
    QTRY_VERIFY(!window.isVisible());

    const auto actionNamed = [&tray](const QString &text) -> QAction * {
        for (auto *action : tray.menu().actions()) {
            if (action->text().contains(text))
                return action;
        }
        return nullptr;
    };
    auto *row = actionNamed(u"thesis"_s);
    QVERIFY(row && row->menu());
    QAction *suspend = nullptr;
    for (auto *action : row->menu()->actions()) {
        if (action->text().contains("Suspend"_L1))
            suspend = action;
    }
    QVERIFY(suspend);
    suspend->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(u"thesis"_s), u"Suspended"_s, patienceMs);

    auto *show = actionNamed(u"Show Remote Swarm"_s);
    QVERIFY(show);
    show->trigger();
    QTRY_VERIFY(window.isVisible());
    deleteByKeyboard(u"thesis"_s);
}

void JourneyTest::isToldByTheDesktop()
{
    if (!qEnvironmentVariableIsSet("SWARM_NOTICES"))
        QSKIP("needs dunst; tests/with-desktop --notices brings it");
    signIn();
    createByKeyboard(u"thesis"_s);
    QTest::qWait(200); // a poll has seen it run
    const auto shown = [] {
        const auto path = u"/org/freedesktop/Notifications"_s;
        auto call = QDBusMessage::createMethodCall(path.mid(1).replace(u'/', u'.'), path,
                                                   u"org.freedesktop.DBus.Properties"_s, u"GetAll"_s);
        call << u"org.dunstproject.cmd0"_s;
        const QDBusReply<QVariantMap> told = QDBusConnection::sessionBus().call(call);
        return told.value().value(u"displayedLength"_s).toUInt() + told.value().value(u"historyLength"_s).toUInt();
    };
    const auto before = shown();
    m_shell->window().hide();
    const auto *table = find<QTreeView>(u"instances"_s);
    const auto machine = table->model()->index(0, 0).data(InstanceModel::InstanceRole).value<Instance>().machine;
    PlainClient world(m_swarm->api());
    QCOMPARE(world.call("POST", u"/_sim/machines/%1/exit"_s.arg(machine), R"({"oom_killed": true})").status / 100, 2);
    QTRY_VERIFY_WITH_TIMEOUT(shown() > before, patienceMs);
    m_shell->window().present();
    QTRY_VERIFY(m_shell->window().isVisible());
    deleteByKeyboard(u"thesis"_s);
}

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("SWARM_TRAY")) // else it is a bus of the test's own
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // the keychain of whoever runs this is not ours
    QApplication app(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    applyTheme(app, false);
    JourneyTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_journey.moc"
