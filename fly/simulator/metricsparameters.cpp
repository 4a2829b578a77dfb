#include "fly/simulator/metricsparameters.h"

#include "fly/simulator/promqllexer.h"

#include <QDateTime>

#include <cmath>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

constexpr double lastSecond = 253'402'300'799; // of the year 9999

static std::unexpected<promql::Problem> invalid(const QString &parameter, const QString &why)
{
    return std::unexpected(promql::Problem{.text = u"invalid parameter \"%1\": %2"_s.arg(parameter, why)});
}

std::optional<qint64> metricsTime(const QString &text)
{
    bool isNumber = false;
    const double seconds = text.toDouble(&isNumber);
    if (isNumber && std::abs(seconds) <= lastSecond)
        return std::llround(seconds * 1000);
    const auto time = QDateTime::fromString(text, Qt::ISODateWithMs);
    // Without a zone it would be RFC 3339 no longer.
    if (!time.isValid() || time.timeSpec() == Qt::LocalTime)
        return {};
    return time.toMSecsSinceEpoch();
}

MetricsParameters::MetricsParameters(const Request &request)
    : m_items(request.query().queryItems(QUrl::FullyDecoded))
{
    if (request.method == "POST"_ba) {
        auto form = request.body;
        m_items += QUrlQuery(QString::fromUtf8(form.replace('+', "%20"_ba))).queryItems(QUrl::FullyDecoded);
    }
}

QStringList MetricsParameters::values(const QString &name) const
{
    QStringList found;
    for (const auto &[key, value] : m_items) {
        if (key == name)
            found << value;
    }
    return found;
}

std::expected<qint64, promql::Problem> MetricsParameters::time(const QString &name) const
{
    const auto time = metricsTime(value(name));
    if (!time)
        return invalid(name, u"cannot parse \"%1\" to a valid timestamp"_s.arg(value(name)));
    return *time;
}

std::expected<qint64, promql::Problem> MetricsParameters::timeOr(const QString &name, qint64 otherwise) const
{
    if (value(name).isEmpty())
        return otherwise;
    return time(name);
}

std::expected<qint64, promql::Problem> MetricsParameters::step() const
{
    const auto text = value(u"step"_s);
    bool isNumber = false;
    const double seconds = text.toDouble(&isNumber);
    const auto duration = promql::durationOf(text);
    if (!isNumber && !duration)
        return invalid(u"step"_s, u"cannot parse \"%1\" to a valid duration"_s.arg(text));
    const bool isTooLong = isNumber && !(std::abs(seconds) <= lastSecond);
    if (isTooLong)
        return invalid(u"step"_s, u"cannot parse \"%1\" to a valid duration. It overflows int64"_s.arg(text));
    const auto step = isNumber ? std::llround(seconds * 1000) : *duration;
    if (step <= 0) {
        return invalid(u"step"_s,
                       u"zero or negative query resolution step widths are not accepted. Try a positive integer"_s);
    }
    return step;
}

} // namespace swarm::simulator
