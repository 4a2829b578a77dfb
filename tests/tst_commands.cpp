// What the window does besides showing the swarm: commands by name, taking back, columns, settings, help.
#include "tests/windowworld.h"
#include "ui/commandpalette.h"
#include "ui/followup.h"
#include "ui/fuzzymatch.h"
#include "ui/helpdialogs.h"
#include "ui/renamedialog.h"
#include "ui/rollbackdialog.h"
#include "ui/settingsdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeWidget>

using namespace swarm;
using namespace swarm::windowtest;

//! Counts what is painted in the whole program, or in one widget.
class PaintCounter : public QObject
{
    Q_OBJECT

public:
    PaintCounter() { qApp->installEventFilter(this); }

    int count = 0;
    const QObject *only = nullptr;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        count += event->type() == QEvent::Paint && (!only || watched == only) ? 1 : 0;
        return false;
    }
};

class CommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_world.reset(); }

    void ranksWhatPeopleMean_data();
    void ranksWhatPeopleMean();
    void wantsEveryWord();
    void doesWhatIsTyped();
    void offersOnlyWhatIsPossible();
    void opensDialogsByName();
    void offersAllWhileThereAreFew();
    void selectsByTheFirstKey();
    void findsOneOfAThousand();
    void walksByKeys();

    void takesBackAStop();
    void takesBackANewName();
    void asksBeforeGoingBack();
    void offersNothingWhereNothingCanBeTakenBack_data();
    void offersNothingWhereNothingCanBeTakenBack();

    void hidesAndShowsColumns();
    void sortsWithoutTheMouse();
    void keepsColumnsBetweenRuns();

    void showsAndKeepsSettings();
    void saysWhyItCannotStartAtLogin();
    void explainsItself();

    void saysAloudWhatHasHappened();
    void paintsNothingThatNobodySees();
    void leavesTheListAloneWhileNothingChanges();

private:
    void poll();
    QListView *openPalette(const QString &typed);
    [[nodiscard]] QMenu *openedColumnMenu() const;
    [[nodiscard]] static QStringList textsIn(const QListView &list);

    std::unique_ptr<World> m_world;
};

void CommandsTest::init()
{
    m_world = std::make_unique<World>(Instances{instanceNamed(u"thesis"_s), instanceNamed(u"blog"_s, Status::Stopped)});
    m_world->signInAndShow();
}

QListView *CommandsTest::openPalette(const QString &typed)
{
    m_world->window.activateWindow(); // nobody else does so here after a dialog
    if (!QTest::qWaitForWindowActive(&m_world->window))
        qFatal("the window does not come to the front");
    QTest::keyClick(&m_world->window, Qt::Key_K, Qt::ControlModifier);
    auto *line = m_world->find<QLineEdit>(u"commandLine"_s);
    if (!line)
        qFatal("no palette");
    QTest::keyClicks(line, typed);
    return m_world->find<QListView>(u"commands"_s);
}

QStringList CommandsTest::textsIn(const QListView &list)
{
    QStringList texts;
    for (int row = 0; row < list.model()->rowCount(); ++row)
        texts += list.model()->index(row, 0).data().toString();
    return texts;
}

void CommandsTest::ranksWhatPeopleMean_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("meant");
    QTest::addColumn<QString>("other");
    QTest::newRow("the beginning") << u"sto"_s << u"Stop"_s << u"Custom"_s;
    QTest::newRow("beginnings of words") << u"ni"_s << u"New instance"_s << u"Communication"_s;
    QTest::newRow("letters side by side") << u"ren"_s << u"Rename"_s << u"Recreate now"_s;
    QTest::newRow("whatever the case") << u"OPEN"_s << u"open"_s << u"other pen"_s;
}

void CommandsTest::ranksWhatPeopleMean()
{
    QFETCH(QString, typed);
    QFETCH(QString, meant);
    QFETCH(QString, other);
    const QStringList words{typed};
    QVERIFY(fuzzyScore(words, meant) > 0);
    QVERIFY(fuzzyScore(words, meant) > fuzzyScore(words, other));
}

void CommandsTest::wantsEveryWord()
{
    QVERIFY(fuzzyScore({u"stop"_s, u"the"_s}, u"thesis: Stop"_s) > 0);
    QCOMPARE(fuzzyScore({u"stop"_s, u"xyz"_s}, u"thesis: Stop"_s), 0);
    QCOMPARE(fuzzyScore({u"pots"_s}, u"Stop"_s), 0);
}

void CommandsTest::doesWhatIsTyped()
{
    auto *list = openPalette(u"thesis stop"_s);
    QCOMPARE(textsIn(*list).constFirst(), u"thesis: Stop"_s);
    QTest::keyClick(m_world->find(u"commandLine"_s), Qt::Key_Return);
    QTRY_COMPARE(m_world->store.find(u"id-thesis"_s)->status, Status::Stopped);
    QTRY_VERIFY(!m_world->dialog<CommandPalette>());
}

void CommandsTest::offersOnlyWhatIsPossible()
{
    const auto texts = textsIn(*openPalette(u"blog st"_s));
    QVERIFY(texts.contains(u"blog: Start"_s));
    QVERIFY(!texts.contains(u"blog: Stop"_s)); // it sleeps
    QVERIFY(!texts.contains(u"blog: Restart"_s));
}

void CommandsTest::opensDialogsByName()
{
    openPalette(u"settings"_s);
    QTest::keyClick(m_world->find(u"commandLine"_s), Qt::Key_Return);
    QTRY_VERIFY(m_world->dialog<SettingsDialog>());
    m_world->dialog<SettingsDialog>()->reject();
    QTRY_VERIFY(!m_world->dialog<SettingsDialog>());

    openPalette(u"thesis rename"_s);
    QTest::keyClick(m_world->find(u"commandLine"_s), Qt::Key_Return);
    QTRY_VERIFY(m_world->dialog<RenameDialog>());
}

void CommandsTest::offersAllWhileThereAreFew()
{
    const auto texts = textsIn(*openPalette(u"sto"_s)); // nobody has said of which
    QVERIFY(texts.contains(u"thesis: Stop"_s));
}

void CommandsTest::selectsByTheFirstKey()
{
    m_world->table()->setFocus();
    QTest::keyClick(m_world->table(), Qt::Key_Down);
    QCOMPARE(m_world->text(u"instanceName"_s), u"thesis"_s); // the first row
    QTest::keyClick(m_world->table(), Qt::Key_Down);
    QCOMPARE(m_world->text(u"instanceName"_s), u"blog"_s);
}

void CommandsTest::findsOneOfAThousand()
{
    Instances many;
    for (int number = 0; number < 1000; ++number)
        many.push_back(instanceNamed(u"box-%1"_s.arg(number)));
    many.insert(many.end(), m_world->provider.instances.begin(), m_world->provider.instances.end());
    m_world->provider.instances = many;
    m_world->fleet.refresh(true);
    QTRY_COMPARE(m_world->store.instances().size(), 1002u);
    auto *list = openPalette(u"box-997 sto"_s); // many names answer, and this one best
    QCOMPARE(textsIn(*list).constFirst(), u"box-997: Stop"_s);
    QVERIFY(list->model()->rowCount() <= 12); // a list that scrolls for ever helps nobody
}

void CommandsTest::walksByKeys()
{
    auto *list = openPalette({});
    auto *line = m_world->find(u"commandLine"_s);
    QCOMPARE(list->currentIndex().row(), 0);
    QTest::keyClick(line, Qt::Key_Down);
    QCOMPARE(list->currentIndex().row(), 1);
    QTest::keyClick(line, Qt::Key_Up);
    QTest::keyClick(line, Qt::Key_Up);
    QCOMPARE(list->currentIndex().row(), list->model()->rowCount() - 1);
    QTest::keyClicks(line, u"zzzz"_s);
    QVERIFY(isSeen(m_world->find(u"noCommand"_s)));
    QTest::keyClick(line, Qt::Key_Return); // does nothing
    verifyEveryControlHasAName(*m_world->dialog<CommandPalette>());
    QTest::keyClick(line, Qt::Key_Escape);
    QTRY_VERIFY(!m_world->dialog<CommandPalette>());
}

void CommandsTest::takesBackAStop()
{
    m_world->operations.stop(u"id-thesis"_s);
    QTRY_VERIFY(isSeen(m_world->find(u"followUpOperation"_s)));
    QCOMPARE(m_world->find<QToolButton>(u"followUpOperation"_s)->text(), u"Undo"_s);
    m_world->click(u"followUpOperation"_s);
    QTRY_COMPARE(m_world->store.find(u"id-thesis"_s)->status, Status::Running);
    QTRY_VERIFY(m_world->operations.isIdle());
    QCOMPARE(m_world->operations.all().size(), 1u); // the stop is no longer so
    QCOMPARE(m_world->operations.all().front().verb, Verb::Start);
}

void CommandsTest::takesBackANewName()
{
    m_world->operations.begin({.verb = Verb::Rename, .instance = u"id-thesis"_s, .name = u"essay"_s});
    QTRY_VERIFY(isSeen(m_world->find(u"followUpOperation"_s)));
    QTRY_VERIFY(m_world->operations.isIdle());
    m_world->click(u"followUpOperation"_s);
    QTRY_COMPARE(m_world->provider.asked, (QStringList{u"thesis: rename to essay"_s, u"essay: rename to thesis"_s}));
}

void CommandsTest::asksBeforeGoingBack()
{
    m_world->operations.begin(
        {.verb = Verb::ChangeEnvironment, .instance = u"id-thesis"_s, .change = {.setEnv = {{u"A"_s, u"B"_s}}}});
    QTRY_VERIFY(isSeen(m_world->find(u"followUpOperation"_s)));
    QCOMPARE(m_world->find<QToolButton>(u"followUpOperation"_s)->text(), u"Undo…"_s);
    const auto before = m_world->provider.asked;
    m_world->click(u"followUpOperation"_s);
    QTRY_VERIFY(m_world->dialog<RollBackDialog>());
    QCOMPARE(m_world->provider.asked, before); // it restarts the editor: not without a yes
}

void CommandsTest::offersNothingWhereNothingCanBeTakenBack_data()
{
    QTest::addColumn<Operation>("operation");
    using State = Operation::State;
    QTest::newRow("it failed") << Operation{.verb = Verb::Stop, .state = State::Failed};
    QTest::newRow("it was so already") << Operation{
        .verb = Verb::Stop, .state = State::Succeeded, .wasAlreadySo = true};
    QTest::newRow("gone for good") << Operation{.verb = Verb::Delete, .state = State::Succeeded};
    QTest::newRow("a larger disk") << Operation{.verb = Verb::Extend, .state = State::Succeeded};
    QTest::newRow("it runs") << Operation{.verb = Verb::Stop};
}

void CommandsTest::offersNothingWhereNothingCanBeTakenBack()
{
    QFETCH(Operation, operation);
    QVERIFY(!followUpOf(operation));
    operation.verb = Verb::Delete;
    operation.state = Operation::State::Succeeded;
    operation.wasAlreadySo = false;
    operation.keepsake = Keepsake{};
    QCOMPARE(followUpOf(operation)->request.verb, Verb::Restore); // but with a last snapshot it can
}

QMenu *CommandsTest::openedColumnMenu() const
{
    m_world->window.findChild<QAction *>(u"columnsAction"_s)->trigger();
    return m_world->window.findChild<QMenu *>(u"columnMenu"_s);
}

void CommandsTest::hidesAndShowsColumns()
{
    auto *header = m_world->table()->header();
    auto *menu = openedColumnMenu();
    QVERIFY(menu && menu->isVisible());
    const auto actions = menu->actions();
    QVERIFY(std::ranges::none_of(actions, [](QAction *action) { return action->text() == "Name"_L1; }));
    const auto region = std::ranges::find(actions, u"Region"_s, &QAction::text);
    QVERIFY(region != actions.end() && (*region)->isChecked());
    (*region)->trigger();
    QVERIFY(header->isSectionHidden(InstanceModel::Region));
    header->moveSection(0, 2);
    menu->findChild<QAction *>(u"resetColumns"_s)->trigger();
    QVERIFY(!header->isSectionHidden(InstanceModel::Region));
    QCOMPARE(header->visualIndex(InstanceModel::Name), 0);
}

void CommandsTest::sortsWithoutTheMouse()
{
    const auto *header = m_world->table()->header();
    auto *menu = openedColumnMenu();
    QVERIFY(menu);
    auto *sorting = menu->findChild<QMenu *>(u"sortMenu"_s);
    const auto columns = sorting->actions();
    const auto name = std::ranges::find(columns, u"Name"_s, &QAction::text);
    QVERIFY(name != columns.end());
    (*name)->trigger();
    QCOMPARE(header->sortIndicatorSection(), InstanceModel::Name);
    const auto first = m_world->table()->model()->index(0, InstanceModel::Name).data().toString();

    sorting->findChild<QAction *>(u"sortDescending"_s)->trigger();

    QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
    const auto last = m_world->table()->model()->index(0, InstanceModel::Name).data().toString();
    QVERIFY(last > first);
}

void CommandsTest::keepsColumnsBetweenRuns()
{
    m_world->table()->header()->hideSection(InstanceModel::Size);
    m_world->table()->sortByColumn(InstanceModel::Month, Qt::DescendingOrder);
    m_world->window.hide(); // which saves
    MainWindow next(m_world->services);
    auto *header = next.findChild<QTreeView *>(u"instances"_s)->header();
    QVERIFY(header->isSectionHidden(InstanceModel::Size));
    QCOMPARE(header->sortIndicatorSection(), InstanceModel::Month);
}

void CommandsTest::showsAndKeepsSettings()
{
    bool startsAtLogin = false;
    m_world->services.desktop.startsAtLogin = [&] { return startsAtLogin; };
    m_world->services.desktop.setStartsAtLogin = [&](bool isOn) {
        startsAtLogin = isOn;
        return QString();
    };
    SettingsDialog dialog(m_world->services, true);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    auto *tabs = dialog.findChild<QTabWidget *>(u"settingsTabs"_s);
    for (int page = 0; page < tabs->count(); ++page) {
        tabs->setCurrentIndex(page);
        verifyEveryControlHasAName(dialog);
    }
    dialog.findChild<QCheckBox *>(u"startsAtLogin"_s)->setChecked(true);
    dialog.findChild<QCheckBox *>(u"closesToTray"_s)->setChecked(false);
    dialog.findChild<QSpinBox *>(u"pollSeconds"_s)->setValue(9);
    dialog.findChild<QDoubleSpinBox *>(u"monthlyBudget"_s)->setValue(20);
    dialog.findChild<QCheckBox *>(u"notice0"_s)->setChecked(false);
    auto *locked = dialog.findChild<QComboBox *>(u"leaving%1"_s.arg(static_cast<int>(Occasion::Lock)));
    locked->setCurrentIndex(1);
    dialog.findChild<QComboBox *>(u"appearance"_s)->setCurrentIndex(2);
    QVERIFY(!dialog.findChild<QSpinBox *>(u"longIdleMinutes"_s)->isEnabled()); // nothing happens then
    QCOMPARE(m_world->settings.preferences(), Preferences()); // not before OK

    dialog.accept();
    const auto &chosen = m_world->settings.preferences();
    QVERIFY(startsAtLogin);
    QVERIFY(!chosen.closesToTray);
    QCOMPARE(chosen.pollSeconds, 9);
    QCOMPARE(chosen.monthlyBudget, 20.0);
    QCOMPARE(chosen.muted, QSet<NoticeKind>{NoticeKind::Ready});
    QCOMPARE(chosen.actionOn(Occasion::Lock), LeaveAction::Suspend);
    QCOMPARE(chosen.appearance, Preferences::Appearance::Dark);

    SettingsDialog again(m_world->services, true);
    QCOMPARE(again.findChild<QSpinBox *>(u"pollSeconds"_s)->value(), 9);
    again.findChild<QSpinBox *>(u"pollSeconds"_s)->setValue(50);
    again.setAttribute(Qt::WA_DeleteOnClose, false);
    again.reject();
    QCOMPARE(m_world->settings.preferences().pollSeconds, 9);
}

void CommandsTest::saysWhyItCannotStartAtLogin()
{
    m_world->services.desktop.startsAtLogin = [] { return false; };
    m_world->services.desktop.setStartsAtLogin = [](bool) { return u"No space left on device"_s; };
    SettingsDialog dialog(m_world->services, true);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    dialog.findChild<QCheckBox *>(u"startsAtLogin"_s)->setChecked(true);
    dialog.accept();
    QVERIFY(dialog.isVisible());
    QCOMPARE(dialog.findChild<QLabel *>(u"settingsOutcome"_s)->text(), u"No space left on device"_s);
}

void CommandsTest::explainsItself()
{
    m_world->window.findChild<QAction *>(u"shortcutsAction"_s)->trigger();
    auto *shortcuts = m_world->dialog<ShortcutsDialog>();
    QVERIFY(shortcuts);
    auto *keys = shortcuts->findChild<QTreeWidget *>(u"shortcuts"_s);
    QVERIFY(!keys->findItems(u"Do something…"_s, Qt::MatchExactly).isEmpty());
    QVERIFY(!keys->findItems(u"New instance"_s, Qt::MatchExactly).isEmpty());
    verifyEveryControlHasAName(*shortcuts);
    shortcuts->reject();

    m_world->window.findChild<QAction *>(u"documentationAction"_s)->trigger();
    auto *text = m_world->dialog<DocumentationDialog>()->findChild<QTextBrowser *>();
    QVERIFY(text->toPlainText().contains("With a real account"_L1));
    QVERIFY(!text->toPlainText().contains("!["_L1));

    m_world->window.findChild<QAction *>(u"aboutAction"_s)->trigger();
    QVERIFY(m_world->dialog<AboutDialog>()
                ->findChild<QLabel *>(u"versions"_s)
                ->text()
                .contains(QLatin1StringView(SWARM_VERSION)));
}

void CommandsTest::poll()
{
    QSignalSpy refreshed(&m_world->fleet, &Fleet::refreshed);
    m_world->fleet.refresh(true);
    QTRY_VERIFY(!refreshed.isEmpty());
    QCoreApplication::processEvents();
}

void CommandsTest::saysAloudWhatHasHappened()
{
    m_world->operations.stop(u"id-thesis"_s);
    QTRY_VERIFY(m_world->find(u"operation"_s)->accessibleName().startsWith("Stopped thesis."_L1));
    m_world->provider.listError = offline();
    m_world->fleet.refresh();
    QTRY_COMPARE(m_world->find(u"problemBar"_s)->accessibleName(), u"Fly.io cannot be reached."_s);
    m_world->provider.listError.reset();
    poll();
    QVERIFY(m_world->find(u"problemBar"_s)->accessibleName().isEmpty()); // the next time it is news again
    m_world->window.addNotice(u"Something to know."_s, {});
    QCOMPARE(m_world->find(u"noticeBar"_s)->accessibleName(), u"Something to know."_s);
}

void CommandsTest::paintsNothingThatNobodySees()
{
    PaintCounter paints;
    m_world->window.hide();
    QTest::qWait(50);
    paints.count = 0;
    for (int round = 0; round < 10; ++round) {
        auto &thesis = m_world->provider.instances[0];
        thesis.status = round % 2 == 0 ? Status::Stopped : Status::Running;
        thesis.state = statusName(thesis.status);
        thesis.updatedAt = QDateTime::currentDateTimeUtc();
        poll();
    }
    QCOMPARE(paints.count, 0);
    QCOMPARE(m_world->store.find(u"id-thesis"_s)->status, Status::Running); // it was told all the same
}

void CommandsTest::leavesTheListAloneWhileNothingChanges()
{
    QTest::qWait(100);
    PaintCounter paints;
    paints.only = m_world->table()->viewport();
    for (int round = 0; round < 10; ++round)
        poll();
    QCOMPARE(paints.count, 0);
}

QTEST_MAIN(CommandsTest)
#include "tst_commands.moc"
