#include "app/leaving.h"

#include "app/engine.h"

#include <QNetworkInformation>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr auto sleepDelay = 3s; //!< less than the five seconds that logind grants

} // namespace

Leaving::Leaving(Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_presence(engine.store(), engine.operations(), engine.settings(), engine.clock())
{
    wireSleep();
    wireIdleness();
    connect(&engine, &Engine::accountChanged, &m_presence, &Presence::forget);
    connect(&engine.settings(), &Settings::preferencesChanged, this,
            [this] { m_desktop.setDelaysSleep(delaysSleep()); });
}

void Leaving::start()
{
    m_desktop.start(delaysSleep());
    watchNetwork();
}

bool Leaving::delaysSleep() const
{
    return m_engine.settings().preferences().actionOn(Occasion::Sleep) != LeaveAction::Nothing;
}

void Leaving::wireSleep()
{
    connect(&m_desktop, &DesktopPresence::goesToSleep, this, [this] {
        m_presence.leave(Occasion::Sleep);
        // Sent, not waited for: what Fly.io does with it goes on without us.
        QTimer::singleShot(m_engine.operations().isIdle() ? 0ms : sleepDelay, &m_desktop,
                           &DesktopPresence::releaseSleep);
    });
    connect(&m_desktop, &DesktopPresence::woke, this, [this] { m_engine.fleet().refresh(true); });
    connect(&m_desktop, &DesktopPresence::locked, this, [this] { m_presence.leave(Occasion::Lock); });
    connect(&m_desktop, &DesktopPresence::unlocked, &m_presence, &Presence::comeBack);
}

void Leaving::wireIdleness()
{
    m_longIdle.setSingleShot(true);
    connect(&m_longIdle, &QTimer::timeout, this, [this] { m_presence.leave(Occasion::LongIdle); });
    connect(&m_desktop, &DesktopPresence::becameIdle, this, [this] {
        const std::chrono::minutes patience(m_engine.settings().preferences().longIdleMinutes);
        m_longIdle.start(m_engine.clock().scaled(patience));
    });
    connect(&m_desktop, &DesktopPresence::becameActive, this, [this] {
        m_longIdle.stop();
        m_presence.comeBack();
    });
}

void Leaving::watchNetwork()
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return; // polls find out by themselves, if later
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
            [this](QNetworkInformation::Reachability reachability) {
                if (reachability == QNetworkInformation::Reachability::Online)
                    m_engine.fleet().refresh(true);
            });
}

} // namespace swarm
