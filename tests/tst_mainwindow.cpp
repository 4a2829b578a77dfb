#include "tests/windowworld.h"
#include "ui/createdialog.h"
#include "ui/deletedialog.h"
#include "ui/operationrow.h"
#include "ui/theme.h"
#include "ui/tray.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace swarm;
using namespace swarm::windowtest;

class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsTheSwarmInWords();
    void keepsSelectionAcrossARefreshAndNeverResets();
    void searchNarrowsTheListByAnyOfItsWords();
    void saysThatNothingMatchesAndClearsTheSearch();
    void sortsByNumberNotByText();
    void saysWhatADefaultCostsWhileThereIsNothing();
    void greysTheLastListWhileTheProviderIsAway();
    void saysSoWhenTheProviderNeverAnswered();
    void signInCardTellsItsReason_data();
    void signInCardTellsItsReason();
    void signsInWithAPastedToken();
    void asksForTheDemo();
    void signsOut();
    void opensFromTheRowsOwnWord();
    void opensWithEnter();
    void aSecondClickNeverCancelsWhatTheFirstBegan();
    void cancelsFromTheRowAndFromTheActivityBar();
    void showsAFailureInPlaceAndRetriesIt();
    void dismissesWhatIsOver();
    void showsNoticesOneByOne();
    void actionsFollowTheSelection();
    void actsOnAllThatAreSelected();
    void readOnlyInstancesSayWhy();
    void showsAndHidesThePassword();
    void saysWhenAPasswordIsNotKeptHere();
    void createsByKeyboard();
    void createRefusesATakenName();
    void createGrowsWithItsWords();
    void createFallsBackToStopWhenTooLargeToSuspend();
    void createOffersLiveRegionsNearestFirst();
    void createStartsFromTheConfiguration();
    void createOffersOnlyAllowedRegions();
    void createCopiesTheCommand();
    void createCopiesAnImageThatIsConfigured();
    void createKeepsSecretsOutOfTheEnvironment();
    void deleteNeedsTheName();
    void deleteOfSeveralNeedsTheirNumber();
    void deleteKeepsALastSnapshotUnlessToldOtherwise();
    void closingQuitsWithoutATray();
    void closingHidesIntoTheTrayAndExplainsOnce();
    void remembersItsLayout();
    void everyControlHasAName();
    void colorsCanBeRead_data();
    void colorsCanBeRead();
    void staysReadableWhenTheThemeChanges();
    void trayListsTheSwarmInPlace();
    void trayShowsTheWorstOfTheSwarm();
};

void MainWindowTest::init()
{
    QApplication::clipboard()->clear();
}

void MainWindowTest::showsTheSwarmInWords()
{
    auto thesis = instanceNamed(u"thesis"_s);
    thesis.startedAt = QDateTime::currentDateTimeUtc().addSecs(-7300);
    World world({thesis});
    world.signInAndShow();

    QCOMPARE(world.cell(0, InstanceModel::Name), u"thesis"_s);
    QCOMPARE(world.cell(0, InstanceModel::State), u"Running"_s);
    QCOMPARE(world.cell(0, InstanceModel::Region), u"Amsterdam (ams)"_s);
    QCOMPARE(world.cell(0, InstanceModel::Size), u"1 shared · 2 GB"_s);
    QCOMPARE(world.cell(0, InstanceModel::Disk), u"10 GB"_s);
    QCOMPARE(world.cell(0, InstanceModel::Uptime), u"2 h"_s);
    QCOMPARE(world.cell(0, InstanceModel::HourlyPrice), u"$0.018"_s);
    QCOMPARE(world.cell(0, InstanceModel::Action), u"Open"_s);
    QCOMPARE(world.text(u"counts"_s), u"1 instance, 1 running"_s);
}

void MainWindowTest::keepsSelectionAcrossARefreshAndNeverResets()
{
    World world({instanceNamed(u"a"_s), instanceNamed(u"b"_s)});
    auto *shown = qobject_cast<QSortFilterProxyModel *>(world.rows());
    QAbstractItemModelTester testsProxy(shown, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QAbstractItemModelTester testsModel(shown->sourceModel(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(shown, &QAbstractItemModel::modelReset);
    world.signInAndShow();
    world.window.selectInstance(u"id-b"_s);

    world.store.replace({instanceNamed(u"b"_s, Status::Stopped), instanceNamed(u"0"_s), instanceNamed(u"c"_s)});

    QCOMPARE(world.table()->currentIndex().data(InstanceModel::IdRole).toString(), u"id-b"_s);
    QCOMPARE(world.text(u"instanceName"_s), u"b"_s);
    QCOMPARE(world.text(u"instanceState"_s), u"Stopped"_s);
    QCOMPARE(resets.count(), 0);
}

void MainWindowTest::searchNarrowsTheListByAnyOfItsWords()
{
    auto blog = instanceNamed(u"blog"_s, Status::Suspended);
    blog.region = u"fra"_s;
    World world({instanceNamed(u"thesis"_s), blog});
    world.signInAndShow();
    QTest::keyClick(&world.window, Qt::Key_F, Qt::ControlModifier);
    auto *search = world.find<QLineEdit>(u"search"_s);
    QTRY_VERIFY(search->hasFocus());

    for (const auto &words : {u"blo"_s, u"frankfurt"_s, u"fra"_s, u"suspended"_s, u"machine-blog"_s, u"2 gb susp"_s}) {
        search->clear();
        QTest::keyClicks(search, words);
        QCOMPARE(world.rows()->rowCount(), 1);
        QCOMPARE(world.cell(0, InstanceModel::Name), u"blog"_s);
    }
    QTest::keyClick(search, Qt::Key_Escape);
    QCOMPARE(world.rows()->rowCount(), 2);
    QVERIFY(world.table()->hasFocus());
}

void MainWindowTest::saysThatNothingMatchesAndClearsTheSearch()
{
    World world({instanceNamed(u"thesis"_s)});
    world.signInAndShow();
    QTest::keyClicks(world.find(u"search"_s), u"zzz"_s);
    QVERIFY(isSeen(world.find(u"noMatchPage"_s)));

    world.click(u"noMatchPageAction"_s);

    QVERIFY(isSeen(world.table()));
    QCOMPARE(world.rows()->rowCount(), 1);
}

void MainWindowTest::sortsByNumberNotByText()
{
    auto small = instanceNamed(u"small"_s);
    small.diskGb = 9;
    auto large = instanceNamed(u"large"_s);
    large.diskGb = 100;
    World world({large, small});
    world.signInAndShow();

    world.table()->sortByColumn(InstanceModel::Disk, Qt::AscendingOrder);

    QCOMPARE(world.cell(0, InstanceModel::Name), u"small"_s);
}

void MainWindowTest::saysWhatADefaultCostsWhileThereIsNothing()
{
    World world;
    world.signInAndShow();
    QTRY_VERIFY(isSeen(world.find(u"noInstancesPage"_s)));
    QVERIFY(world.text(u"noInstancesPageText"_s).contains(u"about $0.018 an hour"_s));

    world.click(u"noInstancesPageAction"_s);

    QVERIFY(world.dialog<CreateDialog>());
}

void MainWindowTest::greysTheLastListWhileTheProviderIsAway()
{
    World world({instanceNamed(u"thesis"_s)});
    world.signInAndShow();
    world.provider.listError = offline();
    world.fleet.refresh();
    QTRY_VERIFY(isSeen(world.find(u"problemBar"_s)));
    auto *shown = qobject_cast<ShownInstances *>(world.rows());
    QVERIFY(shown->isStale(shown->index(0, 0)));
    QVERIFY(world.text(u"connection"_s).contains(u"cannot be reached"_s));

    world.provider.listError.reset();
    QTest::mouseClick(world.find(u"problemBar"_s)->findChild<QPushButton *>(u"errorAction"_s), Qt::LeftButton);

    QTRY_VERIFY(!isSeen(world.find(u"problemBar"_s)));
    QVERIFY(!shown->isStale(shown->index(0, 0)));
}

void MainWindowTest::saysSoWhenTheProviderNeverAnswered()
{
    World world;
    world.provider.listError = offline();
    world.signInAndShow();

    QTRY_VERIFY(isSeen(world.find(u"unreachableCard"_s)));
    auto *card = world.find(u"unreachableCard"_s);
    QCOMPARE(card->findChild<QLabel *>(u"errorSentence"_s)->text(), u"Fly.io cannot be reached."_s);
    QVERIFY(!isSeen(card->findChild<QWidget *>(u"details"_s)));
    QTest::mouseClick(card->findChild<QToolButton *>(u"errorFold"_s), Qt::LeftButton);
    QVERIFY(isSeen(card->findChild<QWidget *>(u"details"_s)));
    QTest::mouseClick(card->findChild<QToolButton *>(u"copyDetails"_s), Qt::LeftButton);
    QVERIFY(QApplication::clipboard()->text().contains(u"01HX5"_s));
}

void MainWindowTest::signInCardTellsItsReason_data()
{
    QTest::addColumn<ErrorCode>("keychain");
    QTest::addColumn<ErrorCode>("provider");
    QTest::addColumn<QString>("heading");
    QTest::addColumn<QString>("submit");
    QTest::addColumn<bool>("canRetry");

    QTest::newRow("no token") << ErrorCode::ResourceNotFound << ErrorCode::Cancelled << u"Connect your Fly.io account"_s
                              << u"Connect"_s << false;
    QTest::newRow("locked") << ErrorCode::KeychainLocked << ErrorCode::Cancelled << u"The keychain is locked"_s
                            << u"Use for this session only"_s << true;
    QTest::newRow("absent") << ErrorCode::KeychainAbsent << ErrorCode::Cancelled << u"This computer has no keychain"_s
                            << u"Use for this session only"_s << true;
    QTest::newRow("refused") << ErrorCode::Cancelled << ErrorCode::AuthInvalidToken
                             << u"Fly.io does not accept this token."_s << u"Connect"_s << false;
    QTest::newRow("away") << ErrorCode::Cancelled << ErrorCode::NetworkConnectionFailed
                          << u"Fly.io cannot be reached."_s << QString() << true;
}

void MainWindowTest::signInCardTellsItsReason()
{
    QFETCH(const ErrorCode, keychain);
    QFETCH(const ErrorCode, provider);
    QFETCH(const QString, submit);
    QFETCH(const bool, canRetry);
    World world;
    world.settings.rememberAccount(u"api.example.org"_s, u"ada"_s, u"personal"_s);
    world.tokens.absence = keychain;
    if (provider != ErrorCode::Cancelled) {
        world.tokens.secrets.insert(SignIn::tokenKey(u"api.example.org"_s, u"ada"_s), u"kept"_s);
        world.checker.error = Error{.code = provider};
    }
    world.window.show();

    world.signIn.resume();

    QTRY_VERIFY(world.signIn.state() != SignIn::State::Looking && world.signIn.state() != SignIn::State::Checking);
    QTEST(world.text(u"signInHeading"_s), "heading");
    QCOMPARE(isSeen(world.find(u"token"_s)), !submit.isEmpty());
    QCOMPARE(world.find<QPushButton>(u"connect"_s)->text(), submit);
    QCOMPARE(isSeen(world.find(u"retrySignIn"_s)), canRetry);
    QVERIFY(isSeen(world.find(u"lookAround"_s)));
    QVERIFY(!world.find<QToolButton>(u"newButton"_s)->isEnabled());
}

void MainWindowTest::signsInWithAPastedToken()
{
    World world;
    world.window.show();
    world.signIn.resume();
    QTRY_COMPARE(world.signIn.state(), SignIn::State::SignedOut);
    auto *token = world.find<QLineEdit>(u"token"_s);
    QCOMPARE(token->echoMode(), QLineEdit::Password);
    QVERIFY(!world.find<QPushButton>(u"connect"_s)->isEnabled());

    QTest::keyClicks(token, u"fo1_secret"_s);
    QTest::keyClick(token, Qt::Key_Return);

    QTRY_COMPARE(world.signIn.state(), SignIn::State::SignedIn);
    QCOMPARE(world.checker.checked, u"fo1_secret"_s);
    QVERIFY(token->text().isEmpty());
    QCOMPARE(world.find<QToolButton>(u"account"_s)->text(), u"ada@example.org · personal"_s);
    QVERIFY(!isSeen(world.find(u"signInCard"_s)));
}

void MainWindowTest::asksForTheDemo()
{
    World world;
    world.window.show();
    world.signIn.resume();
    QTRY_VERIFY(isSeen(world.find(u"lookAround"_s)));
    QSignalSpy asked(&world.window, &MainWindow::demoRequested);

    world.click(u"lookAround"_s);

    QCOMPARE(asked.count(), 1);
}

void MainWindowTest::signsOut()
{
    World world({instanceNamed(u"thesis"_s)});
    world.signInAndShow();

    world.window.findChild<QAction *>(u"signOutAction"_s)->trigger();
    QTRY_VERIFY(world.find(u"confirmSignOut"_s));
    QCOMPARE(world.signIn.state(), SignIn::State::SignedIn); // it asks first
    world.click(u"confirmSignOut"_s);

    QTRY_VERIFY(isSeen(world.find(u"signInCard"_s)));
    QVERIFY(!world.find<QToolButton>(u"newButton"_s)->isEnabled());
}

void MainWindowTest::opensFromTheRowsOwnWord()
{
    World world({instanceNamed(u"thesis"_s, Status::Suspended)});
    world.signInAndShow();

    world.clickAction(0);

    QTRY_COMPARE(world.opener.opened, QStringList{u"thesis"_s});
    QCOMPARE(world.store.find(u"id-thesis"_s)->status, Status::Running);
    QCOMPARE(world.text(u"operationTitle"_s), u"Opened thesis"_s);
}

void MainWindowTest::opensWithEnter()
{
    World world({instanceNamed(u"thesis"_s)});
    world.signInAndShow();
    world.window.selectInstance(u"id-thesis"_s);

    QTest::keyClick(world.table(), Qt::Key_Return);

    QTRY_COMPARE(world.opener.opened, QStringList{u"thesis"_s});
}

void MainWindowTest::aSecondClickNeverCancelsWhatTheFirstBegan()
{
    World world({instanceNamed(u"thesis"_s, Status::Stopped)});
    world.provider.isSlow = true;
    world.signInAndShow();
    auto *ground = world.table()->viewport();
    const auto word = world.rows()->index(0, InstanceModel::Action);
    const auto place = world.table()->visualRect(word).center();

    QTest::mouseClick(ground, Qt::LeftButton, {}, place);
    QTRY_COMPARE(world.cell(0, InstanceModel::Action), u"Cancel"_s);
    QTest::mouseDClick(ground, Qt::LeftButton, {}, place);
    QTest::mouseRelease(ground, Qt::LeftButton, {}, place);
    world.window.selectInstance(u"id-thesis"_s);
    QTest::keyClick(world.table(), Qt::Key_Return);

    QVERIFY(!world.operations.all().front().isCancelling);
    QCOMPARE(world.operations.all().size(), 1U);
}

void MainWindowTest::cancelsFromTheRowAndFromTheActivityBar()
{
    World world({instanceNamed(u"thesis"_s, Status::Stopped)});
    world.provider.isSlow = true;
    world.signInAndShow();

    world.clickAction(0);
    QTRY_COMPARE(world.cell(0, InstanceModel::Action), u"Cancel"_s);
    world.clickAction(0);
    QTRY_COMPARE(world.text(u"operationTitle"_s), u"Opening thesis was cancelled"_s);

    world.click(u"dismissOperation"_s);
    world.operations.start(u"id-thesis"_s);
    QTRY_VERIFY(isSeen(world.find(u"cancelOperation"_s)));
    QVERIFY(isSeen(world.find(u"operationProgress"_s)));
    world.click(u"cancelOperation"_s);

    QTRY_VERIFY(world.operations.isIdle());
    QCOMPARE(world.operations.all().back().state, Operation::State::Cancelled);
}

void MainWindowTest::showsAFailureInPlaceAndRetriesIt()
{
    World world({instanceNamed(u"thesis"_s, Status::Stopped)});
    world.provider.commandError = Error{
        .code = ErrorCode::CapacityHost, .requestId = u"01HX5"_s, .leftBehind = {{Resource::Kind::Volume, u"vol_1"_s}}};
    world.signInAndShow();
    world.operations.start(u"id-thesis"_s);
    QTRY_VERIFY(isSeen(world.find(u"retryOperation"_s)));

    QCOMPARE(world.text(u"operationTitle"_s), u"Could not start thesis"_s);
    QVERIFY(world.text(u"operationText"_s).contains(u"no room"_s));
    QVERIFY(world.text(u"operationAdvice"_s).contains(u"volume vol_1"_s));
    auto *row = world.find<OperationRow>(u"operation"_s);
    QTest::mouseClick(row->findChild<QToolButton *>(u"operationDetails"_s), Qt::LeftButton);
    auto *copy = row->findChild<QToolButton *>(u"copyDetails"_s);
    QTRY_VERIFY(copy->height() > 0);
    QTest::mouseClick(copy, Qt::LeftButton);
    QVERIFY(QApplication::clipboard()->text().contains(u"01HX5"_s));

    world.provider.commandError.reset();
    world.click(u"retryOperation"_s);

    QTRY_COMPARE(world.store.find(u"id-thesis"_s)->status, Status::Running);
    QCOMPARE(world.operations.all().size(), 1U);
}

void MainWindowTest::dismissesWhatIsOver()
{
    World world({instanceNamed(u"thesis"_s)});
    world.signInAndShow();
    QVERIFY(!isSeen(world.find(u"activityBar"_s)));
    world.operations.stop(u"id-thesis"_s);
    QTRY_VERIFY(isSeen(world.find(u"dismissOperation"_s)));

    world.click(u"clearFinished"_s);

    QTRY_VERIFY(!isSeen(world.find(u"activityBar"_s)));
    QVERIFY(world.operations.all().empty());
}

void MainWindowTest::actionsFollowTheSelection()
{
    World world({instanceNamed(u"awake"_s), instanceNamed(u"asleep"_s, Status::Stopped)});
    world.signInAndShow();
    const auto isEnabled = [&world](const QString &button) { return world.find<QToolButton>(button)->isEnabled(); };
    world.table()->clearSelection();
    QVERIFY(!isEnabled(u"openButton"_s));

    world.window.selectInstance(u"id-awake"_s);
    QVERIFY(isEnabled(u"openButton"_s) && !isEnabled(u"startButton"_s) && isEnabled(u"stopButton"_s));

    world.window.selectInstance(u"id-asleep"_s);
    QVERIFY(isEnabled(u"openButton"_s) && isEnabled(u"startButton"_s) && !isEnabled(u"stopButton"_s));
    QVERIFY(isEnabled(u"deleteButton"_s));
}

void MainWindowTest::actsOnAllThatAreSelected()
{
    World world({instanceNamed(u"a"_s), instanceNamed(u"b"_s), instanceNamed(u"c"_s, Status::Stopped)});
    world.signInAndShow();
    world.table()->selectAll();
    QCOMPARE(world.text(u"summaryTitle"_s), u"3 instances selected"_s);
    QVERIFY(world.text(u"summary"_s).contains(u"30 GB"_s));

    world.click(u"stopButton"_s);

    QTRY_VERIFY(world.operations.isIdle() && world.operations.all().size() == 2);
    for (const auto &instance : world.store.instances())
        QCOMPARE(instance.status, Status::Stopped);
}

void MainWindowTest::readOnlyInstancesSayWhy()
{
    auto foreign = instanceNamed(u"foreign"_s, Status::Stopped);
    foreign.softwareVersion = u"9.0.0"_s;
    World world({foreign});
    world.signInAndShow();

    world.window.selectInstance(u"id-foreign"_s);

    QVERIFY(isSeen(world.find(u"readOnlyReason"_s)));
    QVERIFY(world.text(u"readOnlyReason"_s).contains(u"9.0.0"_s));
    QVERIFY(!world.find<QToolButton>(u"deleteButton"_s)->isEnabled());
    QVERIFY(world.find<QToolButton>(u"startButton"_s)->toolTip().startsWith(u"Read-only"_s));
    QVERIFY(world.cell(0, InstanceModel::Action).isEmpty());
}

void MainWindowTest::showsAndHidesThePassword()
{
    World world({instanceNamed(u"thesis"_s)});
    world.tokens.secrets.insert(Operations::passwordKey(u"id-thesis"_s), u"hunter2"_s);
    world.signInAndShow();
    world.window.selectInstance(u"id-thesis"_s);
    QVERIFY(!world.text(u"passwordText"_s).contains(u"hunter2"_s));

    world.click(u"showPassword"_s);
    QTRY_COMPARE(world.text(u"passwordText"_s), u"hunter2"_s);
    world.click(u"copyPassword"_s);
    QTRY_COMPARE(QApplication::clipboard()->text(), u"hunter2"_s);
    world.click(u"showPassword"_s);
    QVERIFY(!world.text(u"passwordText"_s).contains(u"hunter2"_s));
    world.click(u"copyAddress"_s);
    QCOMPARE(QApplication::clipboard()->text(), u"https://thesis.fly.dev"_s);
}

void MainWindowTest::saysWhenAPasswordIsNotKeptHere()
{
    World world({instanceNamed(u"thesis"_s)});
    world.signInAndShow();
    world.window.selectInstance(u"id-thesis"_s);

    world.click(u"showPassword"_s);

    QTRY_COMPARE(world.text(u"passwordText"_s), u"Not kept on this computer"_s);
}

void MainWindowTest::createsByKeyboard()
{
    World world;
    world.provider.isSlow = true;
    world.signInAndShow();
    QTest::keyClick(&world.window, Qt::Key_N, Qt::ControlModifier);
    const QPointer dialog = world.dialog<CreateDialog>();
    QVERIFY(dialog);
    auto *name = dialog->findChild<QLineEdit *>(u"name"_s);
    QVERIFY(name->text().startsWith(u"vscode-"_s));
    QCOMPARE(name->selectedText(), name->text());

    QTest::keyClicks(name, u"thesis"_s);
    QVERIFY(dialog->findChild<QLabel *>(u"nameHint"_s)->text().contains(u"thesis.fly.dev"_s));
    QTest::keyClick(name, Qt::Key_Return);

    QTRY_COMPARE(world.provider.created.name, u"thesis"_s);
    QCOMPARE(world.provider.created.size, Size());
    QCOMPARE(world.provider.created.diskGb, 10);
    QCOMPARE(world.provider.created.idle, IdleRule());
    QTRY_VERIFY(!dialog);
    QTRY_COMPARE(world.text(u"instanceName"_s), u"thesis"_s);
    QCOMPARE(world.cell(0, InstanceModel::State), u"Creating"_s);
}

void MainWindowTest::showsNoticesOneByOne()
{
    World world;
    world.signInAndShow();
    auto *bar = world.find<QWidget>(u"noticeBar"_s);
    QVERIFY(!bar->isVisible());

    world.window.addNotice(u"A setting is ignored."_s, u"retries"_s);
    world.window.addNotice(u"A record is damaged."_s, u"box.json"_s);
    world.window.addNotice(u"A record is damaged."_s, u"other.json"_s);
    QCOMPARE(world.text(u"noticeSentence"_s), u"A record is damaged."_s);
    world.click(u"dismissNotice"_s);
    QVERIFY(bar->isVisible());
    QCOMPARE(world.text(u"noticeSentence"_s), u"A setting is ignored."_s);
    world.click(u"dismissNotice"_s);
    QVERIFY(!bar->isVisible());
}

void MainWindowTest::createGrowsWithItsWords()
{
    World world;
    CreateDialog dialog(world.provider, world.store, world.configuration);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    auto *name = dialog.findChild<QLineEdit *>(u"name"_s);
    const auto before = dialog.height();

    name->setText(QString(longestName, u'n')); // its hint takes two lines

    QVERIFY(dialog.height() > before);
    QVERIFY(dialog.height() >= dialog.layout()->totalHeightForWidth(dialog.width()));
    const auto grown = dialog.height();
    name->setText(u"short"_s);
    QCOMPARE(dialog.height(), grown);
}

void MainWindowTest::createRefusesATakenName()
{
    World world({instanceNamed(u"thesis"_s)});
    world.signInAndShow();
    CreateDialog dialog(world.provider, world.store, world.configuration);
    auto *name = dialog.findChild<QLineEdit *>(u"name"_s);

    name->setText(u"thesis"_s);
    QVERIFY(!dialog.findChild<QPushButton *>(u"createButton"_s)->isEnabled());
    QCOMPARE(dialog.findChild<QLabel *>(u"nameHint"_s)->text(), u"There is an instance named thesis already."_s);

    name->setText(u"Thesis!"_s);
    QVERIFY(!dialog.findChild<QPushButton *>(u"createButton"_s)->isEnabled());

    name->setText(u"thesis-2"_s);
    QVERIFY(dialog.findChild<QPushButton *>(u"createButton"_s)->isEnabled());
}

void MainWindowTest::createFallsBackToStopWhenTooLargeToSuspend()
{
    World world;
    CreateDialog dialog(world.provider, world.store, world.configuration);
    QCOMPARE(dialog.spec().idle.action, IdleRule::Action::Suspend);
    const auto before = dialog.findChild<QLabel *>(u"priceRunning"_s)->text();

    dialog.findChild<QPushButton *>(u"size2"_s)->click();

    QCOMPARE(dialog.spec().size, (Size{CpuKind::Shared, 2, 4096}));
    QCOMPARE(dialog.spec().idle.action, IdleRule::Action::Stop);
    QVERIFY(dialog.findChild<QLabel *>(u"priceRunning"_s)->text() != before);
    dialog.findChild<QPushButton *>(u"size1"_s)->click();
    QCOMPARE(dialog.spec().idle.action, IdleRule::Action::Suspend);
}

void MainWindowTest::createOffersLiveRegionsNearestFirst()
{
    World world;
    CreateDialog dialog(world.provider, world.store, world.configuration);
    auto *region = dialog.findChild<QComboBox *>(u"region"_s);
    QVERIFY(region->count() >= 9);

    QTRY_COMPARE(region->count(), 2);
    QCOMPARE(region->currentData().toString(), u"fra"_s);
    QCOMPARE(region->itemText(0), u"Frankfurt (fra) · nearest"_s);
}

void MainWindowTest::createStartsFromTheConfiguration()
{
    World world;
    const auto digest = u"sha256:"_s + u"0"_s.repeated(64);
    world.configuration = {.defaultRegion = u"ams"_s,
                           .image = {.repository = u"me/editor"_s, .tag = u"2"_s, .digest = digest}};
    CreateDialog dialog(world.provider, world.store, world.configuration);
    QTRY_COMPARE(dialog.findChild<QComboBox *>(u"region"_s)->count(), 2);

    QCOMPARE(dialog.spec().region, u"ams"_s); // not the nearest
    QVERIFY(dialog.spec().image == world.configuration.image);

    dialog.findChild<QLineEdit *>(u"imageTag"_s)->setText(u"3"_s);
    QVERIFY((dialog.spec().image == Image{.repository = u"me/editor"_s, .tag = u"3"_s}));
}

void MainWindowTest::createOffersOnlyAllowedRegions()
{
    World world;
    world.configuration.regions = {u"nrt"_s, u"ams"_s};
    CreateDialog dialog(world.provider, world.store, world.configuration);
    auto *region = dialog.findChild<QComboBox *>(u"region"_s);
    QCOMPARE(region->count(), 2); // before the live list has come

    QTRY_COMPARE(region->count(), 1); // which has no nrt; and the nearest, fra, is not allowed
    QCOMPARE(dialog.spec().region, u"ams"_s);
}

void MainWindowTest::createCopiesTheCommand()
{
    World world;
    CreateDialog dialog(world.provider, world.store, world.configuration);
    dialog.findChild<QLineEdit *>(u"name"_s)->setText(u"thesis"_s);
    dialog.findChild<QPushButton *>(u"sizeExact"_s)->click();
    auto *memory = dialog.findChild<QComboBox *>(u"memory"_s);
    memory->setCurrentIndex(memory->findData(512));

    dialog.findChild<QToolButton *>(u"copyCommand"_s)->click();

    QVERIFY(QApplication::clipboard()->text().startsWith(
        u"swarmctl create thesis --region ams --size shared:1:512 --disk 10 --idle suspend"_s));
}

void MainWindowTest::createCopiesAnImageThatIsConfigured()
{
    World world;
    world.configuration.image.repository = u"me/editor"_s;
    CreateDialog dialog(world.provider, world.store, world.configuration);

    dialog.findChild<QToolButton *>(u"copyCommand"_s)->click();
    QVERIFY(QApplication::clipboard()->text().contains(u"--image me/editor:latest"_s));

    dialog.findChild<QLineEdit *>(u"imageRepository"_s)->setText(Image().repository);
    dialog.findChild<QToolButton *>(u"copyCommand"_s)->click();
    QVERIFY(QApplication::clipboard()->text().contains(u"--image codercom/code-server:latest"_s));
}

void MainWindowTest::createKeepsSecretsOutOfTheEnvironment()
{
    World world;
    CreateDialog dialog(world.provider, world.store, world.configuration);

    dialog.findChild<QPlainTextEdit *>(u"environment"_s)->setPlainText(u"LANG=C\nPASSWORD=secret"_s);

    QVERIFY(!dialog.findChild<QPushButton *>(u"createButton"_s)->isEnabled());
    QVERIFY(dialog.findChild<QLabel *>(u"specProblem"_s)->text().startsWith(u"PASSWORD"_s));
    dialog.findChild<QPlainTextEdit *>(u"environment"_s)->setPlainText(u"LANG=C"_s);
    QCOMPARE(dialog.spec().env.value(u"LANG"_s), u"C"_s);
}

void MainWindowTest::deleteNeedsTheName()
{
    World world({instanceNamed(u"thesis"_s)});
    world.signInAndShow();
    world.window.selectInstance(u"id-thesis"_s);
    world.table()->setFocus();
    QTest::keyClick(world.table(), Qt::Key_Delete);
    auto *dialog = world.dialog<DeleteDialog>();
    QVERIFY(dialog);
    auto *confirm = dialog->findChild<QPushButton *>(u"confirmDelete"_s);
    QTRY_VERIFY(dialog->findChild<QPushButton *>(u"cancelDelete"_s)->hasFocus());
    QVERIFY(dialog->findChild<QLabel *>(u"losses"_s)->text().contains(u"10 GB"_s));
    dialog->findChild<QCheckBox *>(u"keeps"_s)->setFocus();
    QTest::keyClick(dialog->findChild<QCheckBox *>(u"keeps"_s), Qt::Key_Space);
    QVERIFY(dialog->findChild<QLabel *>(u"noUndo"_s)->text().contains(u"no undo"_s));
    QVERIFY(!confirm->isEnabled());

    auto *typed = dialog->findChild<QLineEdit *>(u"typedName"_s);
    QTest::keyClicks(typed, u"thes"_s);
    QVERIFY(!confirm->isEnabled());
    QTest::keyClicks(typed, u"is"_s);
    QVERIFY(confirm->isEnabled());
    QTest::keyClick(typed, Qt::Key_Return);

    QTRY_COMPARE(world.provider.removed, QStringList{u"thesis"_s});
    QTRY_COMPARE(world.text(u"operationText"_s), u"Freed 10 GB, saves about $1.50 a month."_s);
}

void MainWindowTest::deleteOfSeveralNeedsTheirNumber()
{
    DeleteDialog dialog({instanceNamed(u"a"_s), instanceNamed(u"b"_s)}, QDateTime::currentDateTimeUtc());
    QSignalSpy confirmed(&dialog, &DeleteDialog::confirmed);
    auto *typed = dialog.findChild<QLineEdit *>(u"typedName"_s);
    dialog.findChild<QCheckBox *>(u"keeps"_s)->setChecked(false);

    typed->setText(u"a"_s);
    QVERIFY(!dialog.findChild<QPushButton *>(u"confirmDelete"_s)->isEnabled());
    typed->setText(u"delete 2"_s);
    dialog.findChild<QPushButton *>(u"confirmDelete"_s)->click();

    QCOMPARE(confirmed.count(), 1);
    QCOMPARE(confirmed.constFirst().constFirst().value<QList<InstanceId>>().size(), 2);
    QCOMPARE(confirmed.constFirst().constLast().toInt(), 0);
}

void MainWindowTest::deleteKeepsALastSnapshotUnlessToldOtherwise()
{
    DeleteDialog dialog({instanceNamed(u"a"_s)}, QDateTime::currentDateTimeUtc());
    QSignalSpy confirmed(&dialog, &DeleteDialog::confirmed);
    dialog.open();
    QVERIFY(!dialog.findChild<QLineEdit *>(u"typedName"_s)->isVisible()); // it can be restored
    QVERIFY(dialog.findChild<QPushButton *>(u"cancelDelete"_s)->isDefault());
    QVERIFY(dialog.findChild<QLabel *>(u"noUndo"_s)->text().startsWith(u"Can be restored until"_s));

    dialog.findChild<QSpinBox *>(u"keepDays"_s)->setValue(14);
    QTest::mouseClick(dialog.findChild<QToolButton *>(u"copyCommand"_s), Qt::LeftButton);
    dialog.findChild<QPushButton *>(u"confirmDelete"_s)->click();

    QCOMPARE(QApplication::clipboard()->text(), u"swarmctl delete a --yes --keep 14d"_s);
    QCOMPARE(confirmed.count(), 1);
    QCOMPARE(confirmed.constFirst().constLast().toInt(), 14);
}

void MainWindowTest::closingQuitsWithoutATray()
{
    World world;
    world.signInAndShow();
    QSignalSpy quit(&world.window, &MainWindow::quitRequested);

    world.window.close();

    QCOMPARE(quit.count(), 1);
}

void MainWindowTest::closingHidesIntoTheTrayAndExplainsOnce()
{
    World world;
    world.window.setHasTray(true);
    world.signInAndShow();
    QSignalSpy quit(&world.window, &MainWindow::quitRequested);
    QSignalSpy hidden(&world.window, &MainWindow::hidden);

    world.window.close();
    auto *explanation = world.window.findChild<QMessageBox *>(u"trayExplanation"_s);
    QVERIFY(explanation && world.window.isVisible());
    explanation->defaultButton()->click();
    QTRY_VERIFY(!world.window.isVisible());
    QCOMPARE(hidden.takeLast().constFirst().toBool(), true);

    world.window.present();
    world.window.close();

    QVERIFY(!world.window.isVisible());
    QCOMPARE(quit.count(), 0);
}

void MainWindowTest::remembersItsLayout()
{
    World world({instanceNamed(u"thesis"_s)});
    world.signInAndShow();
    world.table()->setColumnWidth(InstanceModel::Name, 333);
    world.window.hide();

    MainWindow again(world.services);

    QCOMPARE(again.findChild<QTreeView *>(u"instances"_s)->columnWidth(InstanceModel::Name), 333);
}

void MainWindowTest::everyControlHasAName()
{
    World world({instanceNamed(u"thesis"_s, Status::Stopped)});
    world.window.show();
    world.signIn.resume();
    QTRY_VERIFY(isSeen(world.find(u"token"_s)));
    verifyEveryControlHasAName(world.window);

    world.provider.commandError = offline();
    world.signInAndShow();
    world.window.selectInstance(u"id-thesis"_s);
    world.operations.start(u"id-thesis"_s);
    QTRY_VERIFY(isSeen(world.find(u"retryOperation"_s)));
    world.click(u"operationDetails"_s);
    verifyEveryControlHasAName(world.window);

    CreateDialog create(world.provider, world.store, world.configuration);
    create.show();
    create.findChild<QPushButton *>(u"sizeExact"_s)->click();
    create.findChild<QToolButton *>(u"more"_s)->click();
    verifyEveryControlHasAName(create);

    DeleteDialog remove({instanceNamed(u"thesis"_s)}, world.clock.now());
    remove.show();
    verifyEveryControlHasAName(remove);
}

void MainWindowTest::colorsCanBeRead_data()
{
    QTest::addColumn<bool>("dark");

    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void MainWindowTest::colorsCanBeRead()
{
    QFETCH(const bool, dark);
    const auto palette = themePalette(dark);
    QCOMPARE(isDark(palette), dark);
    const QList<QColor> grounds{palette.color(QPalette::Window), palette.color(QPalette::Base)};

    for (const auto &ground : grounds) {
        for (const auto hue : {Hue::Good, Hue::Changing, Hue::Bad, Hue::Quiet})
            QVERIFY(contrast(hueColor(hue, palette), ground) >= 4.5);
        for (const auto role : {QPalette::WindowText, QPalette::Link, QPalette::PlaceholderText})
            QVERIFY(contrast(palette.color(role), ground) >= 4.5);
    }
    for (const auto hue : {Hue::Good, Hue::Changing, Hue::Bad, Hue::Quiet})
        QVERIFY(contrast(hueColor(hue, palette), palette.color(QPalette::Highlight)) >= 3);
    QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
    QVERIFY(contrast(palette.color(QPalette::ButtonText), palette.color(QPalette::Button)) >= 4.5);
}

void MainWindowTest::staysReadableWhenTheThemeChanges()
{
    World world({instanceNamed(u"thesis"_s)});
    world.signInAndShow();
    CreateDialog create(world.provider, world.store, world.configuration);
    for (const bool dark : {true, false, true}) {
        applyTheme(*qApp, dark);
        QCoreApplication::processEvents();
        for (const auto *window :
             {static_cast<const QWidget *>(&world.window), static_cast<const QWidget *>(&create)}) {
            for (const auto *label : window->findChildren<QLabel *>()) {
                const auto text = label->palette().color(label->foregroundRole());
                const auto ground = label->palette().color(label->backgroundRole());
                QVERIFY2(contrast(text, ground) >= 4.5,
                         qPrintable(u"%1 \"%2\" %3 on %4"_s.arg(label->objectName(), label->text(), text.name(),
                                                                ground.name())));
            }
        }
    }
    applyTheme(*qApp, false);
}

void MainWindowTest::trayListsTheSwarmInPlace()
{
    World world({instanceNamed(u"awake"_s), instanceNamed(u"asleep"_s, Status::Stopped)});
    world.signInAndShow();
    Tray tray(world.store, world.operations, world.fleet, world.months, world.clock);
    const auto entry = [](const QMenu &menu, const QString &part) -> QAction * {
        for (auto *action : menu.actions()) {
            if (action->text().contains(part))
                return action;
        }
        return nullptr;
    };
    QCOMPARE(tray.menu().actions().constFirst()->text(), u"1 running · about $0.018/h"_s);
    auto *awake = entry(tray.menu(), u"awake"_s);
    QVERIFY(awake && awake->text().startsWith(u"●"_s));
    auto *stopped = entry(tray.menu(), u"Stopped (1)"_s);
    QVERIFY(stopped && entry(*stopped->menu(), u"asleep"_s));
    QVERIFY(!entry(tray.menu(), u"asleep"_s));

    auto now = *world.store.find(u"id-asleep"_s);
    now.status = Status::Running;
    world.provider.instances[1] = now;
    world.store.put(now);

    QTRY_VERIFY(entry(tray.menu(), u"asleep"_s));
    QCOMPARE(entry(tray.menu(), u"awake"_s), awake);
    QVERIFY(!stopped->isVisible());
    entry(tray.menu(), u"Suspend all"_s)->trigger();
    QTRY_VERIFY(world.operations.isIdle() && world.operations.all().size() == 2);
    QTRY_COMPARE(tray.menu().actions().constFirst()->text(), u"Nothing is running"_s);

    QSignalSpy shown(&tray, &Tray::instanceRequested);
    entry(*entry(*stopped->menu(), u"asleep"_s)->menu(), u"Show"_s)->trigger();
    QCOMPARE(shown.constFirst().constFirst().toString(), u"id-asleep"_s);
    entry(tray.menu(), u"Pause monitoring"_s)->trigger();
    QVERIFY(world.fleet.isPaused());
}

void MainWindowTest::trayShowsTheWorstOfTheSwarm()
{
    World world;
    Tray tray(world.store, world.operations, world.fleet, world.months, world.clock);
    QCOMPARE(tray.shape(), TrayShape::Idle);

    world.store.put(instanceNamed(u"a"_s));
    QTRY_COMPARE(tray.shape(), TrayShape::Running);
    world.store.put(instanceNamed(u"b"_s, Status::Starting));
    QTRY_COMPARE(tray.shape(), TrayShape::Changing);
    world.store.put(instanceNamed(u"c"_s, Status::Failed));
    QTRY_COMPARE(tray.shape(), TrayShape::Attention);
    for (const auto shape : {TrayShape::Idle, TrayShape::Running, TrayShape::Changing, TrayShape::Attention})
        QVERIFY(trayIcon(shape, true).pixmap(22).toImage() != trayIcon(shape, false).pixmap(22).toImage());
}

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
