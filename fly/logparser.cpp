#include "fly/flyparser.h"
#include "fly/jsonread.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

LogLine::Source sourceFrom(const QString &provider)
{
    if (provider == "app"_L1)
        return LogLine::Source::Editor;
    if (provider == "runner"_L1)
        return LogLine::Source::Machine;
    return provider == "proxy"_L1 ? LogLine::Source::Proxy : LogLine::Source::Other;
}

Result<LogLine> oneLine(const QJsonObject &json)
{
    const auto attributes = json["attributes"_L1].toObject();
    if (!attributes["timestamp"_L1].isString())
        return nonsense(u"a line of a log"_s);
    LogLine line{.id = json["id"_L1].toString(),
                 .at = timeFrom(attributes["timestamp"_L1]),
                 .text = attributes["message"_L1].toString(),
                 .level = attributes["level"_L1].toString(),
                 .source = sourceFrom(attributes["meta"_L1]["event"_L1]["provider"_L1].toString()),
                 .machine = attributes["instance"_L1].toString(),
                 .region = attributes["region"_L1].toString()};
    if (line.id.isEmpty()) // then what it says must do to know it again
        line.id = attributes["timestamp"_L1].toString() + u' ' + line.machine + u' ' + line.text;
    return line;
}

//! Prometheus writes numbers as text: "0.25", "NaN", "+Inf".
double numberFrom(const QString &text)
{
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber ? number : std::numeric_limits<double>::quiet_NaN();
}

Result<Sample> sampleFrom(const QJsonArray &pair)
{
    constexpr double lastSecond = 253'402'300'799; // of the year 9999
    const double seconds = pair.at(0).toDouble(-1);
    if (seconds < 0 || seconds > lastSecond)
        return nonsense(u"a time"_s);
    return Sample{.at = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(seconds * 1000), Qt::UTC),
                  .value = numberFrom(pair.at(1).toString())};
}

Result<Series> oneSeries(const QJsonObject &json)
{
    Series series;
    const auto labels = json["metric"_L1].toObject();
    for (auto label = labels.begin(); label != labels.end(); ++label)
        series.labels.insert(label.key(), label.value().toString());
    auto pairs = json["values"_L1].toArray();
    if (json["value"_L1].isArray()) // an instant has one value
        pairs.append(json["value"_L1]);
    series.samples.reserve(static_cast<std::size_t>(pairs.size()));
    for (const auto &pair : pairs) {
        const auto sample = sampleFrom(pair.toArray());
        if (!sample)
            return std::unexpected(sample.error());
        series.samples.push_back(*sample);
    }
    return series;
}

} // namespace

Result<LogPage> logPageFrom(const QByteArray &body)
{
    const auto json = objectFrom(body);
    if (!json)
        return std::unexpected(json.error());
    if (!json->contains(u"data"_s))
        return nonsense(u"lines of a log"_s);
    auto lines = listFrom((*json)["data"_L1], u"lines of a log"_s, oneLine);
    if (!lines)
        return std::unexpected(lines.error());
    const auto next = (*json)["meta"_L1]["next_token"_L1];
    return LogPage{.lines = std::move(*lines),
                   .next = next.isDouble() ? QString::number(next.toInteger()) : next.toString()};
}

Result<std::vector<Series>> seriesFrom(const QByteArray &body)
{
    const auto json = objectFrom(body);
    if (!json)
        return std::unexpected(json.error());
    const auto data = (*json)["data"_L1].toObject();
    if ((*json)["status"_L1] != "success"_L1 || !data["result"_L1].isArray())
        return nonsense(u"series of values"_s);
    return listFrom(data["result"_L1].toArray(), oneSeries);
}

} // namespace swarm
