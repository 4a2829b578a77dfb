#include "fly/simulator/clock.h"

#include <QLocale>
#include <QTimer>

#include <algorithm>
#include <cmath>

namespace swarm::simulator {

Clock::Clock(double scale)
    : m_scale(scale > 0 ? scale : 1)
    , m_start(QDateTime::currentMSecsSinceEpoch())
{
    m_elapsed.start();
}

qint64 Clock::now() const
{
    return m_start + std::llround(static_cast<double>(m_elapsed.nsecsElapsed()) / 1e6 * m_scale);
}

qint64 Clock::stamp()
{
    m_lastStamp = std::max(now(), m_lastStamp + 1);
    return m_lastStamp;
}

std::chrono::milliseconds Clock::real(std::chrono::milliseconds simulated) const
{
    return std::chrono::milliseconds(std::llround(std::ceil(static_cast<double>(simulated.count()) / m_scale)));
}

void Clock::after(std::chrono::milliseconds simulated, const QObject *context, std::function<void()> act) const
{
    // Not QTimer::singleShot(): what still waits at the end would go with nobody.
    auto *timer = new QTimer;
    timer->setSingleShot(true);
    timer->setTimerType(Qt::PreciseTimer);
    QObject::connect(timer, &QTimer::timeout, context, [timer, act = std::move(act)] {
        timer->deleteLater();
        act();
    });
    QObject::connect(context, &QObject::destroyed, timer, [timer] { delete timer; });
    timer->start(real(simulated));
}

QString rfc3339(qint64 stamp)
{
    return QDateTime::fromMSecsSinceEpoch(stamp, Qt::UTC).toString(Qt::ISODateWithMs);
}

qint64 stampOf(const QString &rfc3339)
{
    const auto time = QDateTime::fromString(rfc3339, Qt::ISODateWithMs);
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

QByteArray httpDate(qint64 stamp)
{
    const auto time = QDateTime::fromMSecsSinceEpoch(stamp, Qt::UTC);
    return QLocale::c().toString(time, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'")).toLatin1();
}

} // namespace swarm::simulator
