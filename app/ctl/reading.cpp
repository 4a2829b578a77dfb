#include "app/ctl/reading.h"

#include "app/ctl/style.h"
#include "ui/ansitext.h"
#include "ui/wording/instancewords.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm::ctl {
namespace {

QJsonObject lineJson(const LogLine &line)
{
    return {{u"at"_s, line.at.toUTC().toString(Qt::ISODateWithMs)},
            {u"source"_s, line.sourceWord()},
            {u"level"_s, line.level},
            {u"machine"_s, line.machine},
            {u"region"_s, line.region},
            {u"text"_s, plainText(line.text)}};
}

//! The colours that the program gave its words, and nothing else that a terminal would obey.
QString colouredText(const LogLine &line)
{
    QString text;
    for (const auto &run : ansiRuns(line.text)) {
        const auto begin = run.colour ? u"\x1b[%1m"_s.arg((*run.colour < 8 ? 30 : 82) + *run.colour) : QString();
        const auto bold = run.isBold ? u"\x1b[1m"_s : QString();
        const auto end = run.colour || run.isBold ? u"\x1b[0m"_s : QString();
        text += begin + bold + run.text + end;
    }
    return text;
}

Colour colourOf(LogLine::Severity severity)
{
    switch (severity) {
    case LogLine::Severity::Error:
        return Colour::Bad;
    case LogLine::Severity::Warning:
        return Colour::Changing;
    case LogLine::Severity::Usual:
        return Colour::None;
    }
    Q_UNREACHABLE();
}

QString lineText(const LogLine &line, bool isColoured)
{
    const auto time = line.at.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s);
    const auto source = line.sourceWord().leftJustified(7);
    const auto level = line.level.leftJustified(5);
    if (!isColoured)
        return u"%1 %2 %3 %4"_s.arg(time, source, level, plainText(line.text));
    return u"%1 %2 %3 %4"_s.arg(painted(time, Colour::Quiet), painted(source, Colour::Quiet),
                                painted(level, colourOf(line.severity())), colouredText(line));
}

//! A curve of the plots in the window.
struct Curve {
    Metric metric;
    QLatin1StringView name; //!< in JSON
    QString title;
    bool isBytes;
    QLatin1StringView unit; //!< after the value
};

const std::array<Curve, 8> &curves()
{
    static const std::array all{
        Curve{Metric::CpuBusy, "cpu_cores"_L1, u"CPU, cores"_s, false, {}},
        Curve{Metric::MemoryUsed, "memory_used_bytes"_L1, u"Memory, used"_s, true, {}},
        Curve{Metric::MemoryTotal, "memory_total_bytes"_L1, u"Memory, of"_s, true, {}},
        Curve{Metric::DiskUsed, "disk_used_bytes"_L1, u"Disk, used"_s, true, {}},
        Curve{Metric::DiskTotal, "disk_total_bytes"_L1, u"Disk, of"_s, true, {}},
        Curve{Metric::NetworkReceived, "network_in_bytes_per_second"_L1, u"Network, in"_s, true, "/s"_L1},
        Curve{Metric::NetworkSent, "network_out_bytes_per_second"_L1, u"Network, out"_s, true, "/s"_L1},
        Curve{Metric::Load, "load"_L1, u"Load"_s, false, {}}};
    return all;
}

//! Of all machines that the instance has had, in one row of time.
std::vector<Sample> samplesOf(const std::vector<Series> &series)
{
    std::vector<Sample> all;
    for (const auto &one : series)
        all.insert(all.end(), one.samples.begin(), one.samples.end());
    std::ranges::sort(all, {}, &Sample::at);
    return all;
}

QString valueText(const Curve &curve, double value)
{
    return (curve.isBytes ? bytesText(value) : QString::number(value, 'g', 2)) + curve.unit;
}

QStringList rowOf(const Curve &curve, const std::vector<Sample> &samples)
{
    if (samples.empty())
        return {curve.title, u"–"_s, u"–"_s, u"–"_s};
    double sum = 0;
    double most = samples.front().value;
    for (const auto &sample : samples) {
        sum += sample.value;
        most = std::max(most, sample.value);
    }
    return {curve.title, valueText(curve, samples.back().value),
            valueText(curve, sum / static_cast<double>(samples.size())), valueText(curve, most)};
}

QJsonArray samplesJson(const std::vector<Sample> &samples)
{
    QJsonArray array;
    for (const auto &sample : samples)
        array.append(QJsonArray{sample.at.toUTC().toString(Qt::ISODate), sample.value});
    return array;
}

TimeRange rangeFor(const QString &last, const QDateTime &now)
{
    if (last == "7d"_L1)
        return {.from = now.addDays(-7), .to = now, .step = 1h};
    if (last == "6h"_L1)
        return {.from = now.addSecs(-6 * 3600), .to = now, .step = 2min};
    return {.from = now.addSecs(-15 * 60), .to = now, .step = 15s};
}

} // namespace

bool Reading::isWanted(const LogLine &line) const
{
    const auto &wish = m_context.line.log;
    if (!wish.source.isEmpty() && line.sourceWord() != wish.source)
        return false;
    if (wish.level == "error"_L1 && line.severity() < LogLine::Severity::Error)
        return false;
    if (wish.level == "warning"_L1 && line.severity() < LogLine::Severity::Warning)
        return false;
    return wish.pattern.pattern().isEmpty() || wish.pattern.match(plainText(line.text)).hasMatch();
}

void Reading::print(std::vector<LogLine> lines, bool isFirst) const
{
    const auto &wish = m_context.line.log;
    std::erase_if(lines, [this](const LogLine &line) { return !isWanted(line); });
    if (isFirst && static_cast<int>(lines.size()) > wish.lines)
        lines.erase(lines.begin(), lines.end() - wish.lines);
    const auto &report = m_context.report;
    if (report.isJson() && !wish.follows) {
        QJsonArray array;
        for (const auto &line : lines)
            array.append(lineJson(line));
        report.result({}, QJsonObject{{u"lines"_s, array}});
        return;
    }
    const bool isColoured = takesColour(stdout);
    for (const auto &line : lines)
        report.result(lineText(line, isColoured), QJsonObject{{u"line"_s, lineJson(line)}});
}

Task<int> Reading::logs(Instance instance)
{
    std::stop_source enough;
    const std::stop_callback interrupted(m_context.stop, [&enough] { enough.request_stop(); });
    bool isFirst = true;
    const auto deliver = [&](const std::vector<LogLine> &lines) {
        print(lines, std::exchange(isFirst, false));
        if (!m_context.line.log.follows)
            enough.request_stop();
    };
    const auto ended = co_await m_context.engine.provider().followLog(std::move(instance), deliver, enough.get_token());
    if (!ended && !enough.stop_requested())
        co_return m_context.report.failure(ended.error());
    co_return m_context.stop.stop_requested() ? ExitInterrupted : ExitOk;
}

Task<int> Reading::metrics(Instance instance)
{
    const auto range = rangeFor(m_context.line.span, m_context.engine.clock().now());
    QJsonObject json;
    std::vector<QStringList> rows{{u"OF"_s, u"NOW"_s, u"MEAN"_s, u"MOST"_s}};
    bool isAnything = false;
    for (const auto &curve : curves()) {
        const auto series = co_await m_context.engine.provider().measure(instance, curve.metric, range);
        if (!series)
            co_return m_context.report.failure(series.error());
        const auto samples = samplesOf(*series);
        isAnything = isAnything || !samples.empty();
        rows.push_back(rowOf(curve, samples));
        json.insert(curve.name, samplesJson(samples));
    }
    const QJsonObject whole{{u"instance"_s, instance.name},
                            {u"from"_s, range.from.toUTC().toString(Qt::ISODate)},
                            {u"to"_s, range.to.toUTC().toString(Qt::ISODate)},
                            {u"step_seconds"_s, static_cast<qint64>(range.step.count())},
                            {u"metrics"_s, json}};
    if (!isAnything && !m_context.report.isJson())
        m_context.report.result(u"Nothing was measured in this time: the machine was off."_s, whole);
    else
        m_context.report.table(rows, whole);
    co_return ExitOk;
}

} // namespace swarm::ctl
