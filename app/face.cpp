#include "app/face.h"

#include "app/noticeboard.h"
#include "model/noticewatch.h"
#include "ui/wording/errorwords.h"
#include "ui/wording/instancewords.h"
#include "ui/wording/operationwords.h"
#include "ui/wording/recordwords.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTimer>
#include <QWindow>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr auto passwordStays = 30s; //!< on the clipboard

} // namespace

Face::Face(Engine &engine, const Services &services, NoticeBoard &board, NoticeWatch &notices, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_window(std::make_unique<MainWindow>(services))
    , m_tray(
          std::make_unique<Tray>(services.store, services.operations, services.fleet, services.months, services.clock))
{
    wireWindow();
    wireTray();
    wireNotices(board, notices);
}

Face::~Face() = default;

void Face::show(bool isHidden)
{
    m_isHidden = isHidden;
    if (!isHidden)
        m_window->show();
    m_tray->start();
}

void Face::wireWindow()
{
    connect(&m_engine.operations(), &Operations::finished, this, [this](const Operation &operation) {
        if (operation.verb == Verb::Open && operation.error && operation.error->step == Step::OpeningBrowser)
            offerByHand(operation);
    });
    connect(m_window.get(), &MainWindow::demoRequested, this, &Face::demoRequested);
    connect(m_window.get(), &MainWindow::quitRequested, this, &Face::quitRequested);
    connect(&m_engine.signIn(), &SignIn::accepted, this, &Face::warnOfEnd);
    connect(&m_engine.fleet(), &Fleet::copiesTold, this, &Face::askAboutCopies);
    connect(&m_engine, &Engine::foundFileProblems, this, &Face::tellOfRecords);
    tellOfSignOut();
}

void Face::wireTray()
{
    auto *window = m_window.get();
    connect(m_tray.get(), &Tray::availabilityChanged, window, &MainWindow::setHasTray);
    connect(m_tray.get(), &Tray::availabilityChanged, window, [this, window](bool isAvailable) {
        if (m_isHidden && !isAvailable && !window->isVisible()) // nobody could ever find it
            window->showMinimized();
    });
    connect(m_tray.get(), &Tray::settingsRequested, window, [window] {
        window->present();
        window->openSettings();
    });
    connect(m_tray.get(), &Tray::showRequested, window, &MainWindow::present);
    connect(m_tray.get(), &Tray::toggleRequested, window, [window] {
        if (window->isVisible() && window->isActiveWindow())
            window->hide();
        else
            window->present();
    });
    connect(m_tray.get(), &Tray::createRequested, window, [window] {
        window->present();
        window->createInstance();
    });
    connect(m_tray.get(), &Tray::instanceRequested, window, [window](const QString &instance) {
        window->present();
        window->selectInstance(instance);
    });
    connect(m_tray.get(), &Tray::quitRequested, this, &Face::quitRequested);
}

void Face::wireNotices(NoticeBoard &board, NoticeWatch &notices)
{
    connect(&board, &NoticeBoard::unavailable, m_tray.get(), &Tray::showBalloon);
    connect(&board, &NoticeBoard::instanceRequested, m_window.get(), [this](const QString &instance) {
        m_window->present();
        if (!instance.isEmpty())
            m_window->selectInstance(instance);
    });
    const auto look = [this, &notices] {
        const bool isShown = m_window->isVisible() && !m_window->isMinimized();
        notices.setWatched(isShown && QGuiApplication::focusWindow());
    };
    connect(qGuiApp, &QGuiApplication::focusWindowChanged, m_window.get(), look);
    connect(m_window.get(), &MainWindow::hidden, m_window.get(), look);
}

void Face::warnOfEnd()
{
    const auto &account = m_engine.signIn().account();
    const auto now = m_engine.clock().now();
    if (!account.validUntil.isValid() || now.secsTo(account.validUntil) > std::chrono::seconds(24h).count())
        return;
    m_window->addNotice(
        //: %1 is a duration, such as "5 h"
        tr("Your token ends in %1. Make a new one on Fly.io and sign in with it, or everything here only waits.")
            .arg(spanText(std::max<qint64>(0, now.secsTo(account.validUntil)))),
        account.validUntil.toLocalTime().toString());
}

void Face::askAboutCopies()
{
    const auto now = m_engine.clock().now();
    for (const auto &[id, copy] : overdue(m_engine.fleet().copies(), now)) {
        const auto *instance = m_engine.store().find(id);
        if (!instance || m_askedAbout.contains(copy.machine))
            continue;
        m_askedAbout.insert(copy.machine);
        m_window->addNotice(
            overdueCopyText(instance->name, copy, now),
            tr("The tab Disk of the instance goes back to it or removes it. Its machine is %1.").arg(copy.machine));
    }
}

void Face::tellOfRecords()
{
    const auto &problems = m_engine.fileProblems();
    m_window->addNotice(recordSentence(problems), recordDetails(problems));
}

void Face::tellOfSignOut()
{
    connect(&m_engine, &Engine::tracesRemoved, this, [this](const AccountTraces::Removal &removal) {
        if (removal.unsettled > 0)
            m_window->addNotice(tr("Signed out. What was noted about operations that were cut off stays here, so that "
                                   "nothing is left billing: sign in again to have them settled."),
                                QString::number(removal.unsettled));
        if (!removal.undeletable.isEmpty())
            m_window->addNotice(tr("Signed out, but some files could not be removed."),
                                removal.undeletable.join(u'\n'));
    });
    connect(&m_engine, &Engine::tracesRemain, this, [this](const Error &error) {
        m_window->addNotice(tr("Signed out, but the keychain still holds passwords of this account's editors: remove "
                               "what is called remote-swarm there."),
                            details(error));
    });
}

void Face::offerByHand(const Operation &failed)
{
    const auto *instance = m_engine.store().find(failed.instance);
    if (!instance)
        return;
    m_tasks.launch(m_engine.tokens().read(Operations::passwordKey(failed.instance)),
                   [this, url = instance->url](const Result<QString> &password) {
                       m_window->addNotice(openByHandText(url, password.has_value()), url.toString());
                       if (!password)
                           return;
                       QGuiApplication::clipboard()->setText(*password);
                       QTimer::singleShot(passwordStays, qGuiApp, [secret = *password] {
                           if (QGuiApplication::clipboard()->text() == secret) // else it is the user's own by now
                               QGuiApplication::clipboard()->clear();
                       });
                   });
}

} // namespace swarm
