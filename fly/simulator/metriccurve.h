#pragma once

#include <QString>

#include <array>

namespace swarm::simulator {

//! A smooth line above zero, the same for the same name at each asking: days, hours and minutes of more and less use.
class MetricCurve
{
public:
    MetricCurve(const QString &name, double mean);

    //! Times in milliseconds since 1970.
    double at(qint64 time) const;
    //! The area below it in seconds, so that counters rise by what the line says.
    double between(qint64 from, qint64 to) const;

private:
    struct Wave {
        double height = 0;
        double period = 1; //!< seconds
        double phase = 0;
    };

    double m_mean = 0;
    std::array<Wave, 3> m_waves{};
};

//! A number that belongs to a name for good.
quint32 numberOf(const QString &name);

} // namespace swarm::simulator
