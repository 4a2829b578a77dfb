#include "fly/simulator/metriccurve.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <cmath>
#include <numbers>

namespace swarm::simulator {

constexpr double turn = 2 * std::numbers::pi;

quint32 numberOf(const QString &name)
{
    const auto digest = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256);
    return qFromBigEndian<quint32>(digest.constData());
}

MetricCurve::MetricCurve(const QString &name, double mean)
    : m_mean(mean)
{
    // The heights together stay below 1, so that the line stays above zero.
    constexpr std::array<double, 3> heights{0.4, 0.3, 0.2};
    constexpr std::array<double, 3> periods{86'400, 6000, 700};
    const auto seed = numberOf(name);
    for (std::size_t i = 0; i < m_waves.size(); ++i) {
        const double share = static_cast<double>((seed >> (8 * i)) & 0xff) / 256;
        m_waves[i] = {.height = heights[i], .period = periods[i] * (1 + share / 10), .phase = turn * share};
    }
}

double MetricCurve::at(qint64 time) const
{
    double height = 1;
    for (const auto &wave : m_waves)
        height += wave.height * std::sin(turn * static_cast<double>(time) / 1000 / wave.period + wave.phase);
    return m_mean * height;
}

double MetricCurve::between(qint64 from, qint64 to) const
{
    double area = static_cast<double>(to - from) / 1000;
    for (const auto &wave : m_waves) {
        const auto angle = [&wave](qint64 time) {
            return turn * static_cast<double>(time) / 1000 / wave.period + wave.phase;
        };
        area += wave.height * wave.period / turn * (std::cos(angle(from)) - std::cos(angle(to)));
    }
    return m_mean * area;
}

} // namespace swarm::simulator
