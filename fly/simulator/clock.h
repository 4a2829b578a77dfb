#pragma once

#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>

#include <chrono>
#include <functional>

namespace swarm::simulator {

//! The simulator's time: it starts at the real time and runs `scale` times as fast, so that time stamps and delays
//! agree. With a scale above 1 its stamps lie ahead of the real time.
class Clock
{
public:
    explicit Clock(double scale);

    //! Milliseconds since 1970, simulated.
    qint64 now() const;
    //! Each call gives a later stamp than the one before, so that "changed after" is never ambiguous.
    qint64 stamp();
    std::chrono::milliseconds real(std::chrono::milliseconds simulated) const;
    void after(std::chrono::milliseconds simulated, const QObject *context, std::function<void()> act) const;

private:
    double m_scale = 1;
    qint64 m_start = 0;
    qint64 m_lastStamp = 0;
    QElapsedTimer m_elapsed;
};

//! RFC 3339 with milliseconds, as Fly writes its times.
QString rfc3339(qint64 stamp);
qint64 stampOf(const QString &rfc3339);
//! As HTTP writes the time of an answer: to the second, in English.
QByteArray httpDate(qint64 stamp);

} // namespace swarm::simulator
