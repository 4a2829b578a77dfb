// The tabs of the details pane that ask the provider: logs, disk, configuration.
#include "model/ledger.h"
#include "model/logmodel.h"
#include "tests/windowworld.h"
#include "ui/ansitext.h"
#include "ui/changedialog.h"
#include "ui/metricplot.h"
#include "ui/shownlog.h"
#include "ui/wording/costwords.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

#include <ranges>

using namespace Qt::StringLiterals;
using namespace swarm;
using namespace swarm::windowtest;

namespace {

std::vector<LogLine> linesOf(int first, int count)
{
    std::vector<LogLine> lines;
    for (int number = first; number < first + count; ++number)
        lines.push_back({.id = QString::number(number),
                         .at = QDateTime::currentDateTimeUtc(),
                         .text = u"line %1 of \x1b[31mthe\x1b[0m log"_s.arg(number),
                         .level = number % 10 == 0 ? u"error"_s : u"info"_s,
                         .source = number % 2 == 0 ? LogLine::Source::Editor : LogLine::Source::Proxy});
    return lines;
}

} // namespace

class InstancePagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsAnsiColours_data();
    void readsAnsiColours();
    void keepsTheNewestOfAVeryLongLog();
    void looksThroughALongLogBitByBit();
    void followsOnlyWhileSeen();
    void staysAtTheEndUnlessSomebodyReadsAbove();
    void holdsBackWhilePaused();
    void filtersByWordsAndSource();
    void filtersByLevel();
    void goesFromMatchToMatch();
    void saysWhenNoLineMatches();
    void saysWhatIsWrongWithAnExpression();
    void copiesLinesWithoutColours();
    void saysWhyTheLogCannotBeRead();
    void showsAnotherInstancesLog();
    void showsHowFullTheDiskIs();
    void showsSnapshotsAndEarlierCopies();
    void asksAgainWhenSomethingWasDone();
    void leavesGapsWhereTheMachineWasOff();
    void readsValuesByKeyboard();
    void asksForMetricsOnlyWhileSeen();
    void saysThatNothingWasMeasured();
    void addsAndRemovesAddresses();
    void copiesAnAddress();
    void opensAndClosesPorts();
    void refusesAPortOfTheEditor();
    void warnsBeforeTheLastWayInGoes();
    void addsChecksAndRemovesHostNames();
    void refusesWhatIsNoHostName();
    void showsTheConfiguration();
    void saysWhatTheMonthCost();
    void opensTheDialogsOfItsLinks();
    void namesItsControls();

private:
    void open(const QString &tab);
    [[nodiscard]] QListView *log() const { return m_world->find<QListView>(u"log"_s); }

    std::unique_ptr<World> m_world;
};

void InstancePagesTest::init()
{
    m_world = std::make_unique<World>(Instances{instanceNamed(u"thesis"_s), instanceNamed(u"other"_s)});
    m_world->provider.log = linesOf(0, 200);
    m_world->signInAndShow();
    m_world->window.selectInstance(u"id-thesis"_s);
}

void InstancePagesTest::open(const QString &tab)
{
    auto *tabs = m_world->find<QTabWidget>(u"tabs"_s);
    for (int index = 0; index < tabs->count(); ++index) {
        if (tabs->tabText(index) == tab)
            tabs->setCurrentIndex(index);
    }
    QCOMPARE(tabs->tabText(tabs->currentIndex()), tab);
}

void InstancePagesTest::readsAnsiColours_data()
{
    using Runs = std::vector<AnsiRun>;
    QTest::addColumn<QString>("text");
    QTest::addColumn<Runs>("runs");
    const auto row = [](const char *name, const QString &text, const Runs &runs) {
        QTest::newRow(name) << text << runs;
    };
    row("plain", u"hello"_s, {{.text = u"hello"_s}});
    row("red", u"a\x1b[31mb\x1b[0mc"_s, {{.text = u"a"_s}, {.text = u"b"_s, .colour = 1}, {.text = u"c"_s}});
    row("bold and bright", u"\x1b[1;92mx"_s, {{.text = u"x"_s, .colour = 10, .isBold = true}});
    row("of 256", u"\x1b[38;5;200;1mx"_s, {{.text = u"x"_s, .isBold = true}});
    row("moves of the cursor", u"\x1b[2Ka\x1b[10;3Hb"_s, {{.text = u"ab"_s}});
    row("a title", u"\x1b]0;title\aa"_s, {{.text = u"a"_s}});
    row("cut off", u"a\x1b["_s, {{.text = u"a"_s}});
    row("cut off at once", u"a\x1b"_s, {{.text = u"a"_s}});
    row("a title without an end", u"a\x1b]0;tit"_s, {{.text = u"a"_s}});
    row("controls", u"a\b\rb\tc"_s, {{.text = u"ab    c"_s}});
}

void InstancePagesTest::readsAnsiColours()
{
    QFETCH(QString, text);
    QFETCH(std::vector<AnsiRun>, runs);

    QVERIFY(ansiRuns(text) == runs);
}

void InstancePagesTest::keepsTheNewestOfAVeryLongLog()
{
    LogModel model;
    ShownLog shown(model);
    QAbstractItemModelTester tester(&shown, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);

    for (int batch = 0; batch < 102; ++batch)
        model.append(linesOf(batch * 1000, 1000));

    QVERIFY(model.rowCount() <= LogModel::mostLines);
    QVERIFY(model.rowCount() > LogModel::mostLines - 6000);
    QCOMPARE(model.lineAt(model.rowCount() - 1).id, u"101999"_s);
    QCOMPARE(resets.count(), 0);
    QCOMPARE(inserts.count(), 102); // one for each batch, not for each line
    model.append(linesOf(200'000, LogModel::mostLines + 5));
    QCOMPARE(model.rowCount(), LogModel::mostLines);
    QCOMPARE(model.lineAt(0).id, u"200005"_s);
}

void InstancePagesTest::looksThroughALongLogBitByBit()
{
    LogModel model;
    model.append(linesOf(0, LogModel::mostLines));
    ShownLog shown(model);
    QAbstractItemModelTester tester(&shown, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE(shown.rowCount(), LogModel::mostLines);
    QSignalSpy searched(&shown, &ShownLog::searched);

    shown.setPattern(QRegularExpression(u"7 of"_s));
    QVERIFY(shown.isSearching()); // the window has its turn in between
    model.append(linesOf(LogModel::mostLines, 10)); // which drops the oldest, in the middle of it
    QTRY_VERIFY(!shown.isSearching());
    const int expected = static_cast<int>(std::ranges::count_if(
        std::views::iota(0, model.rowCount()), [&](int row) { return model.lineAt(row).text.contains("7 of"_L1); }));
    QVERIFY(expected > 1000);
    QCOMPARE(shown.rowCount(), expected);
    QVERIFY(shown.lineAt(shown.index(0)).text.contains("7 of"_L1));
    QVERIFY(searched.size() > 0);
    model.clear();
    QCOMPARE(shown.rowCount(), 0);
}

void InstancePagesTest::followsOnlyWhileSeen()
{
    QCOMPARE(m_world->provider.followers, 0);
    open(u"Logs"_s);
    QTRY_COMPARE(log()->model()->rowCount(), 200);
    QCOMPARE(m_world->provider.followers, 1);

    open(u"Overview"_s);

    QTRY_COMPARE(m_world->provider.followers, 0);
    open(u"Logs"_s);
    QTRY_COMPARE(m_world->provider.followers, 1);
    QTRY_COMPARE(log()->model()->rowCount(), 200); // not twice
}

void InstancePagesTest::staysAtTheEndUnlessSomebodyReadsAbove()
{
    open(u"Logs"_s);
    QTRY_COMPARE(log()->model()->rowCount(), 200);
    auto *bar = log()->verticalScrollBar();
    QTRY_COMPARE(bar->value(), bar->maximum());

    m_world->provider.logged(linesOf(200, 50));
    QTRY_COMPARE(log()->model()->rowCount(), 250);
    QTRY_COMPARE(bar->value(), bar->maximum());
    bar->setValue(10);
    m_world->provider.logged(linesOf(250, 50));
    QTRY_COMPARE(log()->model()->rowCount(), 300);

    QCOMPARE(bar->value(), 10);
}

void InstancePagesTest::holdsBackWhilePaused()
{
    open(u"Logs"_s);
    QTRY_COMPARE(log()->model()->rowCount(), 200);

    m_world->click(u"logPause"_s);
    m_world->provider.logged(linesOf(200, 7));
    QTRY_COMPARE(m_world->text(u"logState"_s), u"Paused. New lines that wait: 7"_s);
    QCOMPARE(log()->model()->rowCount(), 200);
    m_world->click(u"logPause"_s);

    QTRY_COMPARE(log()->model()->rowCount(), 207);
}

void InstancePagesTest::filtersByWordsAndSource()
{
    open(u"Logs"_s);
    QTRY_COMPARE(log()->model()->rowCount(), 200);

    QTest::keyClicks(m_world->find(u"logPattern"_s), u"LINE 1\\d\\d of the log"_s); // a colour begins in between
    QTRY_COMPARE(log()->model()->rowCount(), 100);
    m_world->find<QComboBox>(u"logSource"_s)->setCurrentIndex(1);
    QTRY_COMPARE(log()->model()->rowCount(), 50);
    QCOMPARE(m_world->text(u"logState"_s), u"Lines that match: 50 of 200"_s);
    m_world->provider.logged(linesOf(190, 10)); // five of them match

    QTRY_COMPARE(log()->model()->rowCount(), 55);
}

void InstancePagesTest::filtersByLevel()
{
    open(u"Logs"_s);
    QTRY_COMPARE(log()->model()->rowCount(), 200);

    m_world->find<QComboBox>(u"logLevels"_s)->setCurrentIndex(2); // errors

    QTRY_COMPARE(log()->model()->rowCount(), 20);
    m_world->find<QComboBox>(u"logLevels"_s)->setCurrentIndex(0);
    QTRY_COMPARE(log()->model()->rowCount(), 200);
}

void InstancePagesTest::goesFromMatchToMatch()
{
    open(u"Logs"_s);
    QTRY_COMPARE(log()->model()->rowCount(), 200);
    m_world->click(u"matchesOnly"_s); // off
    auto *pattern = m_world->find(u"logPattern"_s);
    QTest::keyClicks(pattern, u"line \\d?5 of"_s); // 5, 15, 25 … 95

    QTest::keyClick(pattern, Qt::Key_Return);

    QTRY_COMPARE(log()->currentIndex().row(), 5);
    QCOMPARE(log()->model()->rowCount(), 200); // the others stay
    QTRY_COMPARE(m_world->text(u"logState"_s), u"Match in line 6 of 200"_s);
    QTest::keyClick(&m_world->window, Qt::Key_F3);
    QTRY_COMPARE(log()->currentIndex().row(), 15);
    QTest::keyClick(&m_world->window, Qt::Key_F3, Qt::ShiftModifier);
    QTRY_COMPARE(log()->currentIndex().row(), 5);
    QTest::keyClick(&m_world->window, Qt::Key_F3, Qt::ShiftModifier); // around the end
    QTRY_COMPARE(log()->currentIndex().row(), 95);
    QTest::keyClick(&m_world->window, Qt::Key_F3);
    QTRY_COMPARE(log()->currentIndex().row(), 5);
}

void InstancePagesTest::saysWhenNoLineMatches()
{
    open(u"Logs"_s);
    QTRY_COMPARE(log()->model()->rowCount(), 200);
    m_world->click(u"matchesOnly"_s);
    auto *pattern = m_world->find(u"logPattern"_s);
    QTest::keyClicks(pattern, u"nowhere"_s);

    QTest::keyClick(pattern, Qt::Key_Return);

    QTRY_COMPARE(m_world->text(u"logState"_s), u"No line matches."_s);
}

void InstancePagesTest::saysWhatIsWrongWithAnExpression()
{
    open(u"Logs"_s);
    QTRY_COMPARE(log()->model()->rowCount(), 200);

    QTest::keyClicks(m_world->find(u"logPattern"_s), u"(unfinished"_s);

    QTRY_VERIFY(m_world->text(u"logState"_s).startsWith(u"That is no regular expression"_s));
    QCOMPARE(log()->model()->rowCount(), 200);
}

void InstancePagesTest::copiesLinesWithoutColours()
{
    open(u"Logs"_s);
    QTRY_COMPARE(log()->model()->rowCount(), 200);
    log()->setFocus();
    log()->setCurrentIndex(log()->model()->index(7, 0));

    QTest::keySequence(log(), QKeySequence::Copy);

    QVERIFY2(QApplication::clipboard()->text().endsWith(u"proxy info line 7 of the log"_s),
             qPrintable(QApplication::clipboard()->text()));
}

void InstancePagesTest::saysWhyTheLogCannotBeRead()
{
    m_world->provider.logError = Error{.code = ErrorCode::AuthInsufficientPermissions, .httpStatus = 403};
    open(u"Logs"_s);
    auto *problem = m_world->find(u"logProblem"_s);
    QTRY_VERIFY(problem->isVisible());
    m_world->provider.logError.reset();

    QTest::mouseClick(problem->findChild<QWidget *>(u"errorAction"_s), Qt::LeftButton);

    QTRY_COMPARE(log()->model()->rowCount(), 200);
    QVERIFY(!problem->isVisible());
}

void InstancePagesTest::showsAnotherInstancesLog()
{
    open(u"Logs"_s);
    QTRY_COMPARE(log()->model()->rowCount(), 200);
    m_world->provider.log = linesOf(1000, 3);

    m_world->window.selectInstance(u"id-other"_s);

    QTRY_COMPARE(log()->model()->rowCount(), 3);
    QTRY_COMPARE(m_world->provider.followers, 1);
}

void InstancePagesTest::showsHowFullTheDiskIs()
{
    m_world->provider.measured = {
        {.samples = {{.at = QDateTime::currentDateTimeUtc(), .value = 2.5 * 1024 * 1024 * 1024}}}};

    open(u"Disk"_s);

    QTRY_COMPARE(m_world->text(u"diskWords"_s), u"2.5 GB of 10 GB used"_s);
    QCOMPARE(m_world->find<QProgressBar>(u"diskUse"_s)->value(), 250);
    QCOMPARE(m_world->text(u"diskSize"_s), u"10 GB, about $1.50 a month"_s);
}

void InstancePagesTest::showsSnapshotsAndEarlierCopies()
{
    open(u"Disk"_s);
    QTRY_COMPARE(m_world->text(u"snapshotState"_s), u"No snapshot yet: Fly.io takes one a day."_s);
    QVERIFY(!m_world->find(u"restoreSnapshot"_s)->isEnabled());
    QVERIFY(!m_world->find(u"copies"_s)->isVisible());
    m_world->provider.kept = {{.id = u"vs_1"_s,
                               .state = DiskSnapshot::State::Ready,
                               .bytes = 1536LL * 1024 * 1024,
                               .keptDays = 5,
                               .createdAt = QDateTime::currentDateTimeUtc()},
                              {.id = u"vs_2"_s, .state = DiskSnapshot::State::UnderWay}};
    m_world->provider.copies = {{.region = u"fra"_s, .diskGb = 10, .since = QDateTime::currentDateTimeUtc()}};

    m_world->window.selectInstance(u"id-other"_s);

    auto *list = m_world->find<QTreeWidget>(u"snapshots"_s);
    QTRY_COMPARE(list->topLevelItemCount(), 2);
    QCOMPARE(list->topLevelItem(0)->text(1), u"1.5 GB"_s);
    QCOMPARE(list->topLevelItem(1)->text(0), u"Being taken"_s);
    QTRY_VERIFY(m_world->find(u"copies"_s)->isVisible());
    QVERIFY(m_world->text(u"copyWords"_s).startsWith(u"Frankfurt (fra), disk of 10 GB"_s));
}

void InstancePagesTest::asksAgainWhenSomethingWasDone()
{
    open(u"Disk"_s);
    auto *list = m_world->find<QTreeWidget>(u"snapshots"_s);
    QTRY_COMPARE(m_world->text(u"snapshotState"_s), u"No snapshot yet: Fly.io takes one a day."_s);
    m_world->provider.kept = {{.id = u"vs_new"_s, .state = DiskSnapshot::State::Ready}};

    m_world->operations.begin({.verb = Verb::Snapshot, .instance = u"id-thesis"_s});

    QTRY_COMPARE(list->topLevelItemCount(), 1);
}

void InstancePagesTest::leavesGapsWhereTheMachineWasOff()
{
    const auto start = QDateTime::currentDateTimeUtc();
    const auto at = [&](int seconds) { return start.addSecs(seconds); };
    const std::vector<Series> twoMachines{{.samples = {{at(0), 1}, {at(15), 2}}}, {.samples = {{at(600), 5}}}};

    const auto samples = joined(twoMachines);

    QCOMPARE(samples.size(), 3U);
    QCOMPARE(valueAt(samples, at(20), std::chrono::seconds(15)), std::optional(2.0));
    QCOMPARE(valueAt(samples, at(300), std::chrono::seconds(15)), std::optional<double>());
    QCOMPARE(valueAt(samples, at(590), std::chrono::seconds(15)), std::optional(5.0));
    QCOMPARE(valueAt({}, at(0), std::chrono::seconds(15)), std::optional<double>());
}

void InstancePagesTest::readsValuesByKeyboard()
{
    const auto now = QDateTime::currentDateTimeUtc();
    Series series;
    for (int back = 890; back >= 0; back -= 15)
        series.samples.push_back({.at = now.addSecs(-back), .value = back > 450 ? 0.5 : 1.5});
    m_world->provider.measured = {series};
    open(u"Metrics"_s);
    auto *plot = m_world->find<MetricPlot>(u"cpuPlot"_s);
    QTRY_COMPARE(plot->reading(), u"1.5"_s);

    plot->setFocus();
    QTest::keyClick(plot, Qt::Key_Home);
    QTest::keyClick(plot, Qt::Key_Right);

    QVERIFY2(m_world->text(u"cpuPlotReading"_s).endsWith(u": 0.5"_s), qPrintable(plot->reading()));
    QCOMPARE(plot->accessibleDescription(), plot->reading());
    QVERIFY(m_world->find<MetricPlot>(u"memoryPlot"_s)->reading().contains(u"used "_s));
}

void InstancePagesTest::asksForMetricsOnlyWhileSeen()
{
    QCOMPARE(m_world->provider.measurements, 0);
    open(u"Metrics"_s);
    QTRY_VERIFY(m_world->provider.measurements > 7); // again and again
    open(u"Overview"_s);
    const int asked = m_world->provider.measurements;

    QTest::qWait(400); // two refreshes of a window that is seen

    QCOMPARE(m_world->provider.measurements, asked);
}

void InstancePagesTest::saysThatNothingWasMeasured()
{
    open(u"Metrics"_s);

    QTRY_COMPARE(m_world->text(u"metricsState"_s), u"Nothing was measured in this time: the machine was off."_s);
    m_world->provider.measureError = Error{.code = ErrorCode::AuthInsufficientPermissions, .httpStatus = 403};
    m_world->click(u"range1"_s);
    QTRY_VERIFY(m_world->find(u"metricsProblem"_s)->isVisible());
}

void InstancePagesTest::addsAndRemovesAddresses()
{
    open(u"Network"_s);
    auto *list = m_world->find<QTreeWidget>(u"addresses"_s);
    QTRY_COMPARE(list->topLevelItemCount(), 2);

    m_world->find<QMenu>(u"addressKinds"_s)->actions().at(1)->trigger();
    QTRY_COMPARE(list->topLevelItemCount(), 3);
    QCOMPARE(list->topLevelItem(2)->text(2), u"about $2.00 a month"_s);
    list->setCurrentItem(list->topLevelItem(2));
    m_world->click(u"removeAddress"_s);
    QTRY_VERIFY(m_world->find(u"confirmAddressRemoval"_s));
    m_world->click(u"confirmAddressRemoval"_s);

    QTRY_COMPARE(list->topLevelItemCount(), 2);
    QCOMPARE(m_world->provider.asked.constLast(), u"thesis: remove 137.66.1.1"_s);
}

void InstancePagesTest::copiesAnAddress()
{
    open(u"Network"_s);
    auto *list = m_world->find<QTreeWidget>(u"addresses"_s);
    QTRY_COMPARE(list->topLevelItemCount(), 2);
    QVERIFY(!m_world->find(u"copySelectedAddress"_s)->isEnabled());
    list->setCurrentItem(list->topLevelItem(1));

    m_world->click(u"copySelectedAddress"_s);

    QCOMPARE(QApplication::clipboard()->text(), u"2a09::1"_s);
}

void InstancePagesTest::opensAndClosesPorts()
{
    open(u"Network"_s);
    m_world->click(u"changePorts"_s);
    auto *dialog = m_world->dialog<ChangeDialog>();
    auto *table = dialog->findChild<QTableWidget *>(u"ports"_s);
    QTRY_COMPARE(table->rowCount(), 1);
    QVERIFY(!dialog->findChild<QWidget *>(u"confirmChange"_s)->isEnabled()); // nothing to do yet
    dialog->findChild<QToolButton *>(u"addPort"_s)->click();
    table->item(1, 1)->setText(u"8443"_s);
    table->setCurrentCell(0, 0);
    dialog->findChild<QToolButton *>(u"removePort"_s)->click();
    QCOMPARE(dialog->command(),
             (QStringList{u"address"_s, u"thesis"_s, u"--open"_s, u"tcp:8443:3000:tls,http"_s, u"--close"_s,
                          u"tcp:5432:5432:pg_tls"_s}));

    QTest::mouseClick(dialog->findChild<QWidget *>(u"confirmChange"_s), Qt::LeftButton);

    QTRY_COMPARE(m_world->provider.changed.openPorts.size(), 1u);
    QCOMPARE(m_world->provider.changed.openPorts.front().port, 8443);
    QCOMPARE(m_world->provider.changed.closePorts.front().port, 5432);
}

void InstancePagesTest::refusesAPortOfTheEditor()
{
    open(u"Network"_s);
    m_world->click(u"changePorts"_s);
    auto *dialog = m_world->dialog<ChangeDialog>();
    auto *table = dialog->findChild<QTableWidget *>(u"ports"_s);
    QTRY_COMPARE(table->rowCount(), 1);

    dialog->findChild<QToolButton *>(u"addPort"_s)->click();
    table->item(1, 1)->setText(u"443"_s);

    QVERIFY(!dialog->findChild<QLabel *>(u"changeProblem"_s)->text().isEmpty());
    QVERIFY(!dialog->findChild<QWidget *>(u"confirmChange"_s)->isEnabled());
    dialog->close();
}

void InstancePagesTest::warnsBeforeTheLastWayInGoes()
{
    m_world->provider.ways.resize(1);
    open(u"Network"_s);
    auto *list = m_world->find<QTreeWidget>(u"addresses"_s);
    QTRY_COMPARE(list->topLevelItemCount(), 1);
    list->setCurrentItem(list->topLevelItem(0));

    m_world->click(u"removeAddress"_s);
    QTRY_VERIFY(m_world->find<QMessageBox>(u"addressQuestion"_s));
    QVERIFY(m_world->find<QMessageBox>(u"addressQuestion"_s)->text().contains(u"66.241.1.1"_s));
    m_world->click(u"confirmAddressRemoval"_s);

    QTRY_COMPARE(m_world->provider.asked, QStringList{u"thesis: remove 66.241.1.1 though it is the last"_s});
}

void InstancePagesTest::addsChecksAndRemovesHostNames()
{
    open(u"Network"_s);
    QTRY_COMPARE(m_world->text(u"noDomains"_s), u"It answers at thesis.fly.dev only."_s);
    auto *list = m_world->find<QTreeWidget>(u"domains"_s);

    QTest::keyClicks(m_world->find(u"hostname"_s), u"Code.Example.org"_s);
    QTest::keyClick(m_world->find(u"hostname"_s), Qt::Key_Return);
    QTRY_COMPARE(list->topLevelItemCount(), 1);
    QTRY_VERIFY(m_world->text(u"dnsRecords"_s).contains(u"thesis.fly.dev"_s));
    m_world->click(u"checkDomain"_s);
    QTRY_VERIFY(list->topLevelItem(0)->text(1).startsWith(u"Ready"_s));
    m_world->click(u"removeDomain"_s);
    QTRY_VERIFY(m_world->find(u"confirmDomainRemoval"_s));
    m_world->click(u"confirmDomainRemoval"_s);

    QTRY_VERIFY(m_world->find(u"noDomains"_s)->isVisible());
}

void InstancePagesTest::refusesWhatIsNoHostName()
{
    open(u"Network"_s);

    QTest::keyClicks(m_world->find(u"hostname"_s), u"not a name"_s);

    QVERIFY(!m_world->find(u"addDomain"_s)->isEnabled());
    QVERIFY(m_world->find(u"hostnameHint"_s)->isVisible());
}

void InstancePagesTest::showsTheConfiguration()
{
    open(u"Configuration"_s);

    QTRY_VERIFY(m_world->find<QPlainTextEdit>(u"rawConfiguration"_s)->toPlainText().contains(u"\"THEME\": \"dark\""_s));
    QCOMPARE(m_world->text(u"configEnvironment"_s), u"THEME"_s);
    m_world->click(u"copyConfiguration"_s);
    QVERIFY(QApplication::clipboard()->text().contains(u"THEME"_s));
}

void InstancePagesTest::saysWhatTheMonthCost()
{
    QCOMPARE(m_world->text(u"cost"_s), u"About $0.018 an hour now"_s); // more is not known yet
    const QTemporaryDir folder;
    auto now = QDateTime::currentDateTimeUtc().addSecs(-7200);
    Ledger ledger(folder.path(), nullptr, [&now] { return now; });
    ledger.follow(m_world->store);
    for (; now < QDateTime::currentDateTimeUtc(); now = now.addSecs(60))
        ledger.confirm();

    m_world->months.setLedger(&ledger);

    QTRY_VERIFY(m_world->months.isKnown());
    const auto cost = m_world->months.all().value(u"id-thesis"_s);
    QVERIFY(cost.cost.total() > 0);
    QCOMPARE(m_world->text(u"cost"_s), u"About $0.018 an hour now · "_s + monthToDateText(cost));
    m_world->months.setLedger(nullptr);
}

void InstancePagesTest::opensTheDialogsOfItsLinks()
{
    for (const auto &[tab, link] :
         {std::pair(u"Disk"_s, u"extendDisk"_s), std::pair(u"Disk"_s, u"takeSnapshot"_s),
          std::pair(u"Configuration"_s, u"changeSize"_s), std::pair(u"Configuration"_s, u"changeEnvironment"_s)}) {
        open(tab);
        m_world->click(link);
        auto *dialog = m_world->dialog<ChangeDialog>();
        QVERIFY2(dialog, qPrintable(link));
        dialog->close();
        QTRY_VERIFY(!m_world->dialog<ChangeDialog>());
    }
}

void InstancePagesTest::namesItsControls()
{
    for (const auto &tab :
         {u"Overview"_s, u"Activity"_s, u"Logs"_s, u"Metrics"_s, u"Disk"_s, u"Network"_s, u"Configuration"_s}) {
        open(tab);
        verifyEveryControlHasAName(m_world->window);
    }
}

QTEST_MAIN(InstancePagesTest)
#include "tst_instancepages.moc"
