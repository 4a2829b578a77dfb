#pragma once

#include "fly/simulator/promql.h"
#include "fly/simulator/request.h"

#include <expected>

namespace swarm::simulator {

//! The parameters of a call to Prometheus, from the address or a form.
class MetricsParameters
{
public:
    explicit MetricsParameters(const Request &request);

    bool has(const QString &name) const { return !values(name).isEmpty(); }
    QString value(const QString &name) const { return values(name).value(0); }
    QStringList values(const QString &name) const;
    //! Milliseconds since 1970, from unix seconds or RFC 3339.
    std::expected<qint64, promql::Problem> time(const QString &name) const;
    std::expected<qint64, promql::Problem> timeOr(const QString &name, qint64 otherwise) const;
    //! Milliseconds, from seconds or a duration such as `15s`.
    std::expected<qint64, promql::Problem> step() const;

private:
    QList<std::pair<QString, QString>> m_items;
};

//! The same for a time in JSON; nothing when it is none.
std::optional<qint64> metricsTime(const QString &text);

} // namespace swarm::simulator
