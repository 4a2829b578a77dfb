// Each dialog that changes an instance: opened from the menu, filled in by mouse and keyboard, confirmed.
#include "tests/windowworld.h"
#include "ui/changedialog.h"
#include "ui/regionbox.h"
#include "ui/snapshotbox.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace swarm;
using namespace swarm::windowtest;

using Fill = std::function<void(ChangeDialog &)>;

namespace {

template <typename T> T *part(const QWidget &dialog, const QString &name)
{
    auto *found = dialog.findChild<T *>(name);
    if (!found)
        qFatal("there is no %s", qPrintable(name));
    return found;
}

void type(ChangeDialog &dialog, const QString &field, const QString &text)
{
    auto *line = part<QLineEdit>(dialog, field);
    line->selectAll();
    QTest::keyClicks(line, text);
}

void tick(const QWidget &dialog, const QString &box)
{
    auto *found = part<QCheckBox>(dialog, box);
    found->setFocus();
    QTest::keyClick(found, Qt::Key_Space);
}

void choose(QComboBox &box, const QString &data)
{
    QTRY_VERIFY(box.findData(data) >= 0);
    box.setFocus();
    QTest::keyClick(&box, Qt::Key_Home);
    for (int row = 0; row < box.findData(data); ++row)
        QTest::keyClick(&box, Qt::Key_Down);
    QCOMPARE(box.currentData().toString(), data);
}

Instance thesis()
{
    auto instance = instanceNamed(u"thesis"_s);
    instance.image.tag = u"4.99.1"_s;
    instance.isIdleRuleKnown = true;
    return instance;
}

} // namespace

class ChangeDialogsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void beginsWhatWasAsked_data();
    void beginsWhatWasAsked();
    void changesNothingWhenCancelled();
    void saysWhatItCosts();
    void refusesANameThatIsTaken();
    void wantsAnOlderImageInsistedOn();
    void refusesReservedVariables();
    void changesOnlyTheVariablesThatWereChanged();
    void goesBackWhollyWhereTheImageIsTheSame();
    void saysWhenNothingCanBeRestored();
    void endsWhenItsInstanceIsGone();
    void cancelsTheDangerousByEnter();
    void isOfferedForOneInstanceOnly();
    void isOfferedBesideWhatItChanges_data();
    void isOfferedBesideWhatItChanges();
    void everyDialogNamesItsControls();

private:
    ChangeDialog *open(const QString &action);

    std::unique_ptr<World> m_world;
};

void ChangeDialogsTest::init()
{
    m_world = std::make_unique<World>(Instances{thesis(), instanceNamed(u"other"_s, Status::Stopped)});
    auto &provider = m_world->provider;
    provider.kept = {
        {.id = u"vs_2"_s, .state = DiskSnapshot::State::Ready, .createdAt = QDateTime::currentDateTimeUtc()},
        {.id = u"vs_1"_s, .state = DiskSnapshot::State::Ready, .createdAt = QDateTime::currentDateTimeUtc()}};
    provider.versions = {{.version = u"v2"_s}, {.version = u"v1"_s}};
    provider.copies = {{.machine = u"m"_s, .region = u"fra"_s, .diskGb = 10, .since = QDateTime::currentDateTimeUtc()}};
    provider.variables = {{u"KEEP"_s, u"1"_s}, {u"CHANGE"_s, u"old"_s}, {u"GO"_s, u"x"_s}};
    m_world->signInAndShow();
    m_world->window.selectInstance(u"id-thesis"_s);
    QApplication::clipboard()->clear();
}

ChangeDialog *ChangeDialogsTest::open(const QString &action)
{
    auto *found = m_world->window.findChild<QAction *>(action + u"Action"_s);
    if (!found || !found->isEnabled())
        return nullptr;
    found->trigger();
    return m_world->dialog<ChangeDialog>();
}

void ChangeDialogsTest::beginsWhatWasAsked_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<Fill>("fill");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("command");
    const auto row = [](const char *action, const Fill &fill, const QString &asked, const QString &command) {
        QTest::newRow(action) << QString::fromLatin1(action) << fill << asked << command;
    };
    row(
        "rename", [](auto &dialog) { type(dialog, u"newName"_s, u"essay"_s); }, u"rename to essay"_s,
        u"rename thesis essay"_s);
    row(
        "resize", [](auto &dialog) { QTest::mouseClick(part<QPushButton>(dialog, u"size2"_s), Qt::LeftButton); },
        u"change"_s, u"resize thesis --size shared:2:4096"_s);
    row(
        "extend",
        [](auto &dialog) {
            auto *box = part<QSpinBox>(dialog, u"disk"_s);
            box->selectAll();
            QTest::keyClicks(box, u"25"_s);
        },
        u"extend to 25"_s, u"extend thesis --disk 25"_s);
    row(
        "change-image", [](auto &dialog) { type(dialog, u"imageTag"_s, u"4.100.0"_s); }, u"change"_s,
        u"image thesis --to codercom/code-server:4.100.0"_s);
    row(
        "change-idle-rule",
        [](auto &dialog) {
            auto *box = part<QComboBox>(dialog, u"idle"_s);
            box->setFocus();
            QTest::keyClick(box, Qt::Key_Down);
        },
        u"change"_s, u"idle thesis stop"_s);
    row(
        "rotate-password", [](auto &dialog) { type(dialog, u"newPassword"_s, u"correct horse"_s); },
        u"password correct horse"_s, u"rotate-password thesis"_s);
    row(
        "snapshot",
        [](auto &dialog) {
            auto *box = part<QSpinBox>(dialog, u"keepDays"_s);
            box->selectAll();
            QTest::keyClicks(box, u"14"_s);
        },
        u"snapshot for 14 days"_s, u"snapshot thesis --keep 14d"_s);
    row(
        "roll-back-data", [](auto &dialog) { choose(*part<SnapshotBox>(dialog, u"snapshot"_s), u"vs_1"_s); },
        u"restore vs_1"_s, u"rollback thesis --snapshot vs_1"_s);
    row(
        "roll-back",
        [](auto &dialog) {
            choose(*part<QComboBox>(dialog, u"versions"_s), u"v1"_s);
            tick(dialog, u"isWhole"_s);
        },
        u"roll back to v1, all"_s, u"rollback thesis --to v1 --all"_s);
    row(
        "clone",
        [](auto &dialog) {
            type(dialog, u"newName"_s, u"copy"_s);
            choose(*part<RegionBox>(dialog, u"region"_s), u"fra"_s);
            choose(*part<SnapshotBox>(dialog, u"snapshot"_s), u"vs_2"_s);
        },
        u"clone as copy in fra vs_2"_s, u"clone thesis copy --region fra --snapshot vs_2"_s);
    row(
        "move", [](auto &dialog) { choose(*part<RegionBox>(dialog, u"region"_s), u"fra"_s); }, u"move to fra"_s,
        u"move thesis --region fra"_s);
    row("go-back", [](auto &) { }, u"go back"_s, u"move thesis --back"_s);
    row("drop-previous", [](auto &) { }, u"drop the earlier copies"_s, u"move thesis --confirm --yes"_s);
    row("recreate", [](auto &) { }, u"recreate"_s, u"recreate thesis"_s);
}

void ChangeDialogsTest::beginsWhatWasAsked()
{
    QFETCH(QString, action);
    QFETCH(Fill, fill);
    QFETCH(QString, asked);
    QFETCH(QString, command);
    auto *dialog = open(action);
    QVERIFY(dialog);

    fill(*dialog);
    auto *confirm = part<QPushButton>(*dialog, u"confirmChange"_s);
    QTRY_VERIFY(confirm->isEnabled());
    QTest::mouseClick(part<QToolButton>(*dialog, u"copyCommand"_s), Qt::LeftButton);
    QTest::mouseClick(confirm, Qt::LeftButton);

    QCOMPARE(QApplication::clipboard()->text(), u"swarmctl "_s + command);
    QTRY_COMPARE(m_world->provider.asked, QStringList{u"thesis: "_s + asked});
    QTRY_VERIFY(!m_world->dialog<ChangeDialog>());
    QTRY_VERIFY(m_world->operations.isIdle());
}

void ChangeDialogsTest::changesNothingWhenCancelled()
{
    auto *dialog = open(u"rename"_s);
    type(*dialog, u"newName"_s, u"essay"_s);

    QTest::keyClick(dialog, Qt::Key_Escape);

    QTRY_VERIFY(!m_world->dialog<ChangeDialog>());
    QVERIFY(m_world->operations.all().empty());
}

void ChangeDialogsTest::saysWhatItCosts()
{
    auto *dialog = open(u"resize"_s);
    QVERIFY(!part<QPushButton>(*dialog, u"confirmChange"_s)->isEnabled()); // it has that size already

    QTest::mouseClick(part<QPushButton>(*dialog, u"size3"_s), Qt::LeftButton);

    const auto text = part<QLabel>(*dialog, u"consequence"_s)->text();
    QVERIFY2(text.contains(u"instead of $0.018"_s), qPrintable(text));
    QVERIFY2(text.contains(u"no longer be suspended"_s), qPrintable(text));
    QVERIFY2(text.contains(u"restarts the editor of thesis"_s), qPrintable(text));
}

void ChangeDialogsTest::refusesANameThatIsTaken()
{
    auto *dialog = open(u"rename"_s);

    type(*dialog, u"newName"_s, u"other"_s);

    QVERIFY(!part<QPushButton>(*dialog, u"confirmChange"_s)->isEnabled());
    QVERIFY(isSeen(part<QLabel>(*dialog, u"changeProblem"_s)));
}

void ChangeDialogsTest::wantsAnOlderImageInsistedOn()
{
    auto *dialog = open(u"change-image"_s);
    type(*dialog, u"imageTag"_s, u"4.90.0"_s);
    QVERIFY(!part<QPushButton>(*dialog, u"confirmChange"_s)->isEnabled());

    tick(*dialog, u"insists"_s);

    QVERIFY(part<QPushButton>(*dialog, u"confirmChange"_s)->isEnabled());
    QVERIFY(dialog->request().isForced);
    QVERIFY(dialog->command().contains(u"--force"_s));
}

void ChangeDialogsTest::refusesReservedVariables()
{
    auto *dialog = open(u"change-environment"_s);
    auto *table = part<QTableWidget>(*dialog, u"variables"_s);
    QTRY_COMPARE(table->rowCount(), 3);

    table->item(0, 0)->setText(u"PASSWORD"_s);

    QVERIFY(!part<QPushButton>(*dialog, u"confirmChange"_s)->isEnabled());
    QVERIFY(part<QLabel>(*dialog, u"changeProblem"_s)->text().contains(u"PASSWORD"_s));
}

void ChangeDialogsTest::changesOnlyTheVariablesThatWereChanged()
{
    auto *dialog = open(u"change-environment"_s);
    auto *table = part<QTableWidget>(*dialog, u"variables"_s);
    QTRY_COMPARE(table->rowCount(), 3); // CHANGE, GO, KEEP

    table->item(0, 1)->setText(u"new"_s);
    table->setCurrentCell(1, 0);
    QTest::mouseClick(part<QToolButton>(*dialog, u"removeVariable"_s), Qt::LeftButton);
    QTest::mouseClick(part<QPushButton>(*dialog, u"confirmChange"_s), Qt::LeftButton);

    QTRY_COMPARE(m_world->provider.asked.size(), 1);
    QCOMPARE(m_world->provider.changed.setEnv, (QMap<QString, QString>{{u"CHANGE"_s, u"new"_s}}));
    QCOMPARE(m_world->provider.changed.unsetEnv, QStringList{u"GO"_s});
}

void ChangeDialogsTest::goesBackWhollyWhereTheImageIsTheSame()
{
    m_world->provider.versions = {{.version = u"v2"_s, .image = m_world->store.find(u"id-thesis"_s)->image},
                                  {.version = u"v1"_s, .image = {.tag = u"4.90.0"_s}}};
    auto *dialog = open(u"roll-back"_s);
    QVERIFY(dialog);
    auto *whole = part<QCheckBox>(*dialog, u"isWhole"_s);
    QTRY_VERIFY(whole->isChecked()); // the image alone would change nothing
    choose(*part<QComboBox>(*dialog, u"versions"_s), u"v1"_s);
    QVERIFY(!whole->isChecked());
}

void ChangeDialogsTest::saysWhenNothingCanBeRestored()
{
    m_world->provider.kept.clear();

    auto *dialog = open(u"roll-back-data"_s);

    QTRY_VERIFY(part<QLabel>(*dialog, u"changeProblem"_s)->text().contains(u"no snapshot yet"_s));
    QVERIFY(!part<QPushButton>(*dialog, u"confirmChange"_s)->isEnabled());
}

void ChangeDialogsTest::endsWhenItsInstanceIsGone()
{
    auto *dialog = open(u"rename"_s);
    type(*dialog, u"newName"_s, u"essay"_s);

    m_world->store.replace({instanceNamed(u"other"_s)});

    QVERIFY(!part<QPushButton>(*dialog, u"confirmChange"_s)->isEnabled());
    QVERIFY(part<QLabel>(*dialog, u"changeProblem"_s)->text().contains(u"not there any more"_s));
}

void ChangeDialogsTest::cancelsTheDangerousByEnter()
{
    auto *dialog = open(u"drop-previous"_s);
    QTRY_VERIFY(part<QPushButton>(*dialog, u"confirmChange"_s)->isEnabled());

    QTest::keyClick(dialog, Qt::Key_Return);

    QTRY_VERIFY(!m_world->dialog<ChangeDialog>());
    QVERIFY(m_world->provider.asked.isEmpty());
}

void ChangeDialogsTest::isOfferedForOneInstanceOnly()
{
    QVERIFY(m_world->window.findChild<QAction *>(u"changeAction"_s)->isEnabled());

    m_world->table()->selectAll();

    QVERIFY(!m_world->window.findChild<QAction *>(u"changeAction"_s)->isEnabled());
    QVERIFY(!open(u"rename"_s));
}

void ChangeDialogsTest::isOfferedBesideWhatItChanges_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("dialog");
    QTest::newRow("idle rule") << u"Change the idle rule"_s << u"idleDialog"_s;
    QTest::newRow("size") << u"Change the size"_s << u"resizeDialog"_s;
    QTest::newRow("disk") << u"Extend the disk"_s << u"extendDialog"_s;
    QTest::newRow("image") << u"Change the image"_s << u"imageDialog"_s;
}

void ChangeDialogsTest::isOfferedBesideWhatItChanges()
{
    QFETCH(QString, button);
    QFETCH(QString, dialog);
    const auto buttons = m_world->window.findChildren<QToolButton *>();
    const auto found = std::ranges::find(buttons, button, &QWidget::accessibleName);
    QVERIFY(found != buttons.end());
    QVERIFY((*found)->isEnabled());

    QTest::mouseClick(*found, Qt::LeftButton);

    QCOMPARE(m_world->dialog<ChangeDialog>()->objectName(), dialog);
    m_world->dialog<ChangeDialog>()->reject();
    m_world->operations.setRights(Operations::Rights::Read);
    auto changed = thesis();
    changed.region = u"fra"_s;
    m_world->store.put(changed);
    QVERIFY(!(*found)->isEnabled());
    QVERIFY(!(*found)->toolTip().isEmpty());
}

void ChangeDialogsTest::everyDialogNamesItsControls()
{
    for (const auto *action : {"rename", "resize", "extend", "change-image", "change-environment", "change-idle-rule",
                               "rotate-password", "snapshot", "roll-back-data", "roll-back", "back-up", "clone", "move",
                               "go-back", "drop-previous", "recreate"}) {
        auto *dialog = open(QString::fromLatin1(action));
        QVERIFY2(dialog, action);
        verifyEveryControlHasAName(*dialog);
        dialog->close();
        QTRY_VERIFY(!m_world->dialog<ChangeDialog>());
    }
}

QTEST_MAIN(ChangeDialogsTest)
#include "tst_changedialogs.moc"
