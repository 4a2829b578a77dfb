#include "fly/simulator/logbook.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

constexpr qint64 nanosecondsInMs = 1'000'000;
constexpr qint64 dayInNs = 86'400'000 * nanosecondsInMs;
constexpr qint64 readableForNs = 7 * dayInNs;
constexpr std::size_t mostLines = 200'000; // of an app
constexpr std::ptrdiff_t mostSavedLines = 500; // of an app
constexpr qsizetype linesAtFirst = 100;
constexpr qsizetype linesInAPage = 1000;
constexpr int linesWithOneStamp = 4;
constexpr qint64 unsettledForNs = 500 * nanosecondsInMs;

static QString nanosecondTime(qint64 stamp)
{
    const auto seconds = QDateTime::fromMSecsSinceEpoch(stamp / nanosecondsInMs, Qt::UTC).toString(Qt::ISODate);
    return seconds.chopped(1) + u'.' + QString::number(stamp % (1000 * nanosecondsInMs)).rightJustified(9, u'0') + u'Z';
}

QJsonObject LogLine::shown() const
{
    auto allMeta = meta;
    allMeta.insert(u"instance"_s, machine);
    allMeta.insert(u"region"_s, region);
    allMeta.insert(u"event"_s, QJsonObject{{u"provider"_s, provider}});
    return {{u"id"_s, u"%1-%2"_s.arg(stamp).arg(number, 8, 16, QLatin1Char('0'))},
            {u"type"_s, u"log"_s},
            {u"attributes"_s,
             QJsonObject{{u"timestamp"_s, nanosecondTime(stamp)},
                         {u"message"_s, message},
                         {u"level"_s, level},
                         {u"instance"_s, machine},
                         {u"region"_s, region},
                         {u"meta"_s, allMeta}}}};
}

QJsonObject LogLine::toJson() const
{
    return {{u"stamp"_s, stamp},       {u"number"_s, static_cast<qint64>(number)},
            {u"provider"_s, provider}, {u"message"_s, message},
            {u"level"_s, level},       {u"machine"_s, machine},
            {u"region"_s, region},     {u"meta"_s, meta}};
}

LogLine LogLine::fromJson(const QJsonObject &json)
{
    return {.stamp = json[u"stamp"].toInteger(),
            .number = static_cast<quint64>(json[u"number"].toInteger()),
            .provider = json[u"provider"].toString(),
            .message = json[u"message"].toString(),
            .level = json[u"level"].toString(),
            .machine = json[u"machine"].toString(),
            .region = json[u"region"].toString(),
            .meta = json[u"meta"].toObject()};
}

LogBook::LogBook(World &world)
    : m_world(world)
{
}

std::deque<LogLine> &LogBook::linesOf(qint64 appNumber)
{
    if (const auto found = m_lines.find(appNumber); found != m_lines.end())
        return found->second;
    std::erase_if(m_lines, [this](const auto &entry) {
        return std::none_of(m_world.apps().begin(), m_world.apps().end(),
                            [&entry](const auto &app) { return app.second.number == entry.first; });
    });
    return m_lines[appNumber];
}

void LogBook::add(qint64 appNumber, LogLine line)
{
    auto &lines = linesOf(appNumber);
    if (line.stamp == 0)
        line.stamp = m_world.clock().now() * nanosecondsInMs;
    if (!lines.empty())
        line.stamp = std::max(line.stamp, lines.back().stamp);
    line.number = ++m_lastNumber;
    lines.push_back(std::move(line));
    if (lines.size() > mostLines)
        lines.pop_front();
}

void LogBook::tell(const Machine &machine, const QString &provider, const QString &message, const QString &level)
{
    add(machine.appNumber,
        {.provider = provider, .message = message, .level = level, .machine = machine.id, .region = machine.region});
}

void LogBook::addMany(qint64 appNumber, const LogLine &line, int count)
{
    const auto now = m_world.clock().now() * nanosecondsInMs;
    for (int i = 0; i < count; ++i) {
        auto one = line;
        one.stamp = now + i / linesWithOneStamp;
        if (count > 1)
            one.message += u' ' + QString::number(i + 1);
        add(appNumber, std::move(one));
    }
}

LogBook::Page LogBook::page(qint64 appNumber, const Question &question) const
{
    const auto now = m_world.clock().now() * nanosecondsInMs;
    Page page{.next = question.from.value_or(now)};
    const auto found = m_lines.find(appNumber);
    if (found == m_lines.end())
        return page;

    const auto &lines = found->second;
    const auto first = question.from ? std::max(*question.from, now - readableForNs) : now - dayInNs;
    const auto begin = std::lower_bound(lines.begin(), lines.end(), first,
                                        [](const LogLine &line, qint64 stamp) { return line.stamp < stamp; });
    const auto isWanted = [&question](const LogLine &line) {
        return (question.machine.isEmpty() || line.machine == question.machine)
            && (question.region.isEmpty() || line.region == question.region);
    };
    bool isCut = false;
    if (question.from) {
        for (auto line = begin; line != lines.end() && !isCut; ++line) {
            if (!isWanted(*line))
                continue;
            isCut = page.lines.size() == linesInAPage;
            if (!isCut)
                page.lines.append(*line);
        }
    } else {
        for (auto line = lines.end(); line != begin && page.lines.size() < linesAtFirst;) {
            if (isWanted(*--line))
                page.lines.prepend(*line);
        }
    }
    if (page.lines.isEmpty())
        return page;
    const auto last = page.lines.last().stamp;
    const bool isSettled = !isCut && now - last > unsettledForNs;
    page.next = isSettled ? last + 1 : last;
    return page;
}

QJsonObject LogBook::toJson() const
{
    QJsonObject apps;
    for (const auto &[name, app] : m_world.apps()) {
        const auto found = m_lines.find(app.number);
        if (found == m_lines.end())
            continue;
        const auto &lines = found->second;
        const auto count = std::min(std::ssize(lines), mostSavedLines);
        QJsonArray list;
        for (auto line = lines.end() - count; line != lines.end(); ++line)
            list.append(line->toJson());
        apps.insert(QString::number(app.number), list);
    }
    return {{u"last_number"_s, static_cast<qint64>(m_lastNumber)}, {u"apps"_s, apps}};
}

void LogBook::load(const QJsonObject &json)
{
    m_lines.clear();
    m_lastNumber = static_cast<quint64>(json[u"last_number"].toInteger());
    const auto apps = json[u"apps"].toObject();
    for (auto app = apps.begin(); app != apps.end(); ++app) {
        auto &lines = m_lines[app.key().toLongLong()];
        for (const auto &line : app->toArray())
            lines.push_back(LogLine::fromJson(line.toObject()));
    }
}

} // namespace swarm::simulator
