// What was deleted, what nobody uses, what somebody else made: in the window.
#include "model/receipts.h"
#include "tests/windowworld.h"
#include "ui/adoptdialog.h"
#include "ui/deletedmodel.h"
#include "ui/orphansdialog.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace swarm;
using namespace swarm::windowtest;

namespace {

Orphan stray(const QString &id, Orphan::Reason reason, double perMonth)
{
    return {.kind = Orphan::Kind::Disk,
            .id = id,
            .app = u"box"_s,
            .region = u"ams"_s,
            .sizeGb = 10,
            .perMonth = perMonth,
            .createdAt = QDateTime::currentDateTimeUtc().addDays(-3),
            .reason = reason};
}

Keepsake keepsake(const QString &name)
{
    const auto now = QDateTime::currentDateTimeUtc();
    return {.instance = u"id-"_s + name,
            .name = name,
            .region = u"ams"_s,
            .diskGb = 10,
            .deletedAt = now,
            .expiresAt = now.addDays(5)};
}

} // namespace

class LeftoversTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void removesOnlyWhatIsTickedAndConfirmed();
    void neverOffersToRemoveWhatMayNotGo();
    void saysThatNothingIsLeftOver();
    void saysWhyItCouldNotLook();
    void adoptsUnderAName();
    void refusesANameThatIsTaken();
    void keepsTheSelectionAmongTheDeleted();

private:
    OrphansDialog *lookForOrphans();
    AdoptDialog *lookForEditors();
    [[nodiscard]] QTreeWidget *list() const { return m_world->find<QTreeWidget>(u"orphans"_s); }

    std::unique_ptr<World> m_world;
};

void LeftoversTest::init()
{
    m_world = std::make_unique<World>(Instances{instanceNamed(u"thesis"_s)});
    m_world->signInAndShow();
}

OrphansDialog *LeftoversTest::lookForOrphans()
{
    m_world->window.findChild<QAction *>(u"orphansAction"_s)->trigger();
    return m_world->dialog<OrphansDialog>();
}

AdoptDialog *LeftoversTest::lookForEditors()
{
    m_world->window.findChild<QAction *>(u"adoptAction"_s)->trigger();
    return m_world->dialog<AdoptDialog>();
}

void LeftoversTest::removesOnlyWhatIsTickedAndConfirmed()
{
    m_world->provider.strays = {stray(u"vol_a"_s, Orphan::Reason::NeverUsed, 1.5),
                                stray(u"vol_b"_s, Orphan::Reason::OnlyCopy, 3)};
    auto *dialog = lookForOrphans();
    QVERIFY(dialog);
    QTRY_COMPARE(list()->topLevelItemCount(), 2);
    QVERIFY(!m_world->find<QPushButton>(u"removeOrphans"_s)->isEnabled());
    verifyEveryControlHasAName(*dialog);

    list()->topLevelItem(1)->setCheckState(0, Qt::Checked);
    QCOMPARE(m_world->text(u"orphanSum"_s), u"Saves about $3.00 a month"_s);
    m_world->click(u"removeOrphans"_s);
    auto *question = m_world->find<QMessageBox>(u"orphansQuestion"_s);
    QTRY_VERIFY(question->isVisible());
    QTest::keyClick(question, Qt::Key_Return); // cancels
    QTRY_VERIFY(!m_world->find<QMessageBox>(u"orphansQuestion"_s));
    QVERIFY(m_world->provider.asked.isEmpty());
    m_world->click(u"removeOrphans"_s);
    QTRY_VERIFY(m_world->find(u"confirmOrphans"_s));
    m_world->click(u"confirmOrphans"_s);

    QTRY_COMPARE(m_world->provider.asked, QStringList{u"remove vol_b"_s});
    QTRY_COMPARE(list()->topLevelItemCount(), 1);
}

void LeftoversTest::neverOffersToRemoveWhatMayNotGo()
{
    m_world->provider.strays = {stray(u"vol_a"_s, Orphan::Reason::Foreign, 1.5)};
    lookForOrphans();
    QTRY_COMPARE(list()->topLevelItemCount(), 1);

    QVERIFY(!(list()->topLevelItem(0)->flags() & Qt::ItemIsUserCheckable));
    QTRY_VERIFY(m_world->text(u"orphanReason"_s).contains(u"Remote Swarm does not remove it"_s));
}

void LeftoversTest::saysThatNothingIsLeftOver()
{
    lookForOrphans();

    QTRY_COMPARE(m_world->text(u"orphansState"_s), u"Nothing bills that no instance uses."_s);
}

void LeftoversTest::saysWhyItCouldNotLook()
{
    m_world->provider.orphansError = offline();
    auto *dialog = lookForOrphans();
    QTRY_VERIFY(!dialog->findChildren<QPushButton *>(u"errorAction"_s).isEmpty());
    m_world->provider.orphansError.reset();

    QTest::mouseClick(dialog->findChild<QPushButton *>(u"errorAction"_s), Qt::LeftButton);

    QTRY_COMPARE(m_world->text(u"orphansState"_s), u"Nothing bills that no instance uses."_s);
}

void LeftoversTest::adoptsUnderAName()
{
    m_world->provider.candidates = {{.app = u"theirs"_s,
                                     .machine = u"m1"_s,
                                     .image = u"codercom/code-server:latest"_s,
                                     .region = u"ams"_s,
                                     .evidence = {.isImage = true}}};
    auto *dialog = lookForEditors();
    QTRY_VERIFY(m_world->find<QPushButton>(u"confirmAdopt"_s)->isEnabled());
    verifyEveryControlHasAName(*dialog);
    auto *name = m_world->find<QLineEdit>(u"adoptName"_s);
    name->selectAll();
    QTest::keyClicks(name, u"mine"_s);

    m_world->click(u"confirmAdopt"_s);

    QTRY_COMPARE(m_world->provider.asked, QStringList{u"adopt theirs as mine"_s});
}

void LeftoversTest::refusesANameThatIsTaken()
{
    m_world->provider.candidates = {{.app = u"thesis"_s, .machine = u"m1"_s}};

    lookForEditors();

    QTRY_VERIFY(isSeen(m_world->find<QLabel>(u"adoptProblem"_s)));
    QVERIFY(!m_world->find<QPushButton>(u"confirmAdopt"_s)->isEnabled());
}

void LeftoversTest::keepsTheSelectionAmongTheDeleted()
{
    DeletedModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QTreeView view;
    view.setModel(&model);
    model.setKeepsakes({keepsake(u"b"_s), keepsake(u"d"_s)});
    view.setCurrentIndex(model.index(1, 0));

    model.setKeepsakes({keepsake(u"d"_s), keepsake(u"a"_s), keepsake(u"c"_s)});

    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(view.currentIndex().data().toString(), u"d"_s);
    QCOMPARE(resets.count(), 0);
}

QTEST_MAIN(LeftoversTest)
#include "tst_leftovers.moc"
