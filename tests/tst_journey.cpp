// The whole main job by mouse and keyboard, in the real window with the real engine, against a simulator in its own
// process. Run once offscreen, and once more under X11 with a tray host.
#include "app/commonoptions.h"
#include "app/shell.h"
#include "model/instancemodel.h"
#include "tests/editorvisitor.h"
#include "tests/swarmfixture.h"
#include "ui/changedialog.h"
#include "ui/createdialog.h"
#include "ui/deletedialog.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
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

namespace {

constexpr int patienceMs = 30'000;
const auto token = u"fo1_T0kenThatNobodyMaySee"_s;

} // namespace

class JourneyTest : public QObject
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

private:
    template <typename T = QWidget> T *find(const QString &name) const
    {
        return m_shell->window().findChild<T *>(name);
    }
    void click(const QString &name) const
    {
        auto *widget = find(name);
        QVERIFY2(widget, qPrintable(name));
        QTRY_VERIFY2_WITH_TIMEOUT(widget->isEnabled() && widget->isVisible(), qPrintable(name), patienceMs);
        QTest::mouseClick(widget, Qt::LeftButton);
    }
    [[nodiscard]] QString stateOf(const QString &name) const
    {
        const auto *table = find<QTreeView>(u"instances"_s);
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            if (table->model()->index(row, InstanceModel::Name).data().toString() == name)
                return table->model()->index(row, InstanceModel::State).data().toString();
        }
        return u"not there"_s;
    }
    void signIn();
    void createByKeyboard(const QString &name);
    void deleteByKeyboard(const QString &name);
    //! What a browser does with the one-time page: fetches it, sends its form, and is in.
    [[nodiscard]] QString passwordOnPage(const QUrl &page);

    std::unique_ptr<SwarmFixture> m_swarm;
    std::unique_ptr<Shell> m_shell;
    Clock m_clock;
    QUrl m_visited;
};

void JourneyTest::initTestCase()
{
    QDesktopServices::setUrlHandler(u"http"_s, this, "visit");
}

void JourneyTest::init()
{
    m_visited.clear();
    m_swarm = std::make_unique<SwarmFixture>();
    QVERIFY(m_swarm->start());
    for (const auto *variable : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
        qputenv(variable, m_swarm->environment().value(QString::fromLatin1(variable)).toUtf8());
    CommonOptions options{.timeScale = QByteArray(SwarmFixture::speed).toDouble()};
    options.endpoints = {.api = m_swarm->api(), .graphql = m_swarm->graphql()};
    m_shell = std::make_unique<Shell>(options, nullptr);
    m_shell->show();
    QVERIFY(QTest::qWaitForWindowExposed(&m_shell->window()));
    m_shell->window().activateWindow();
}

void JourneyTest::cleanup()
{
    m_shell.reset();
    m_swarm.reset();
}

void JourneyTest::signIn()
{
    auto *field = find<QLineEdit>(u"token"_s);
    QTRY_VERIFY_WITH_TIMEOUT(field->isVisible(), patienceMs);
    QTest::mouseClick(field, Qt::LeftButton);
    QTest::keyClicks(field, u"Bearer "_s + token);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(find<QToolButton>(u"newButton"_s)->isEnabled(), patienceMs);
}

void JourneyTest::createByKeyboard(const QString &name)
{
    click(u"newButton"_s);
    QTRY_VERIFY(m_shell->window().findChild<CreateDialog *>());
    auto *dialog = m_shell->window().findChild<CreateDialog *>();
    auto *field = dialog->findChild<QLineEdit *>(u"name"_s);
    QTRY_VERIFY(field->isVisible());
    field->setFocus();
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(field, name);
    QTRY_VERIFY(dialog->findChild<QPushButton *>(u"createButton"_s)->isEnabled());
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(stateOf(name) != "not there"_L1, patienceMs); // the row is there at once
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(name), u"Running"_s, patienceMs);
}

void JourneyTest::deleteByKeyboard(const QString &name)
{
    click(u"deleteButton"_s);
    QTRY_VERIFY(m_shell->window().findChild<DeleteDialog *>());
    auto *dialog = m_shell->window().findChild<DeleteDialog *>();
    auto *typed = dialog->findChild<QLineEdit *>(u"typedName"_s);
    auto *confirm = dialog->findChild<QPushButton *>(u"confirmDelete"_s);
    auto *keeps = dialog->findChild<QCheckBox *>(u"keeps"_s);
    QTRY_VERIFY(keeps->isVisible());
    keeps->setFocus();
    QTest::keyClick(keeps, Qt::Key_Space);
    QTRY_VERIFY(typed->isVisible());
    QVERIFY(!confirm->isEnabled());
    QTest::keyClicks(typed, name);
    QTRY_VERIFY(confirm->isEnabled());
    QTest::mouseClick(confirm, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(name), u"not there"_s, patienceMs);
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
    auto *whole = find<QCheckBox>(u"isWhole"_s);
    whole->setFocus();
    QTest::keyClick(whole, Qt::Key_Space);
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

int main(int argc, char **argv)
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // the keychain of whoever runs this is not ours
    QApplication app(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    applyTheme(app, false);
    JourneyTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_journey.moc"
