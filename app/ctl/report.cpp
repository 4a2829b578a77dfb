#include "app/ctl/report.h"

#include "model/imagereference.h"
#include "ui/wording/errorwords.h"
#include "ui/wording/instancewords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace swarm::ctl {
namespace {

constexpr qsizetype colouredColumn = 1; //!< the state
const auto eraseLine = u"\r\x1b[2K"_s;

void print(std::FILE *to, const QString &text)
{
    std::fputs((text + u'\n').toUtf8().constData(), to);
    std::fflush(to);
}

void printJson(QJsonObject json)
{
    json.insert(u"schema"_s, 1);
    print(stdout, QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
}

QString bytesText(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

Colour colourOf(const Instance &instance)
{
    switch (healthOf(instance, QDateTime::currentDateTimeUtc())) {
    case Health::Healthy:
        return Colour::Good;
    case Health::Recovering:
        return Colour::Changing;
    case Health::Unhealthy:
        return Colour::Bad;
    case Health::Asleep:
        return Colour::Quiet;
    }
    Q_UNREACHABLE();
}

QStringList rowOf(const Instance &instance)
{
    return {instance.name,
            stateText(instance),
            regionText(instance.region),
            shortSizeText(instance.size),
            diskText(instance.diskGb),
            instance.url.toString()};
}

} // namespace

Report Report::silent()
{
    Report report(false, true);
    report.m_isSilent = true;
    return report;
}

void Report::remark(const QString &text) const
{
    if (m_isQuiet)
        return;
    endProgress();
    print(stderr, text);
}

void Report::progress(const QString &text) const
{
    if (m_isQuiet)
        return;
    if (!isTerminal(stderr))
        return remark(text);
    std::fputs((eraseLine + text).toUtf8().constData(), stderr);
    std::fflush(stderr);
}

void Report::endProgress() const
{
    if (m_isQuiet || !isTerminal(stderr))
        return;
    std::fputs(eraseLine.toUtf8().constData(), stderr);
    std::fflush(stderr);
}

void Report::warn(const QString &text) const
{
    endProgress();
    print(stderr, text);
}

void Report::raw(const QString &text) const
{
    if (m_isSilent)
        return;
    std::fputs(text.toUtf8().constData(), stdout);
    std::fflush(stdout);
}

void Report::list(const Instances &instances) const
{
    if (m_isSilent)
        return;
    if (m_isJson) {
        QJsonArray array;
        for (const auto &instance : instances)
            array.append(instanceJson(instance));
        printJson({{u"instances"_s, array}});
        return;
    }
    if (instances.empty()) {
        print(stdout, u"No instances yet. Create one: swarmctl create"_s);
        return;
    }
    std::vector<QStringList> rows{{u"NAME"_s, u"STATE"_s, u"REGION"_s, u"SIZE"_s, u"DISK"_s, u"ADDRESS"_s}};
    std::vector<Colour> colours{Colour::None};
    const bool isColoured = takesColour(stdout);
    for (const auto &instance : instances) {
        rows.push_back(rowOf(instance));
        colours.push_back(isColoured ? colourOf(instance) : Colour::None);
    }
    table(rows, colours, {});
}

void Report::table(const std::vector<QStringList> &rows, const QJsonObject &json) const
{
    table(rows, {}, json);
}

void Report::table(const std::vector<QStringList> &rows, const std::vector<Colour> &colours,
                   const QJsonObject &json) const
{
    if (m_isSilent)
        return;
    if (m_isJson) {
        printJson(json);
        return;
    }
    QList<qsizetype> widths;
    for (const auto &row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (qsizetype column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths[column], row[column].size());
    }
    for (std::size_t number = 0; number < rows.size(); ++number) {
        const auto &row = rows[number];
        QString line;
        for (qsizetype column = 0; column < row.size(); ++column) {
            const auto cell = row[column].leftJustified(widths[column] + 2);
            const bool isColoured = column == colouredColumn && number < colours.size();
            line += isColoured ? painted(cell, colours[number]) : cell;
        }
        while (line.endsWith(u' '))
            line.chop(1);
        print(stdout, line);
    }
}

void Report::deleted(const std::vector<Keepsake> &keepsakes) const
{
    QJsonArray array;
    std::vector<QStringList> rows{{u"NAME"_s, u"DELETED"_s, u"RESTORABLE UNTIL"_s, u"REGION"_s, u"DISK"_s}};
    for (const auto &keepsake : keepsakes) {
        array.append(keepsakeJson(keepsake));
        rows.push_back({keepsake.name, dateText(keepsake.deletedAt.date()), dateText(keepsake.expiresAt.date()),
                        regionText(keepsake.region), diskText(keepsake.diskGb)});
    }
    if (keepsakes.empty() && !m_isJson)
        print(stdout, u"Nothing that was deleted can be restored."_s);
    else
        table(rows, {{u"deleted"_s, array}});
}

void Report::snapshots(const std::vector<DiskSnapshot> &snapshots) const
{
    QJsonArray array;
    std::vector<QStringList> rows{{u"SNAPSHOT"_s, u"TAKEN"_s, u"STATE"_s, u"STORED"_s, u"KEPT"_s}};
    for (const auto &snapshot : snapshots) {
        array.append(snapshotJson(snapshot));
        const auto taken =
            snapshot.createdAt.isValid() ? snapshot.createdAt.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s) : u"–"_s;
        rows.push_back({snapshot.id, taken, snapshotWord(snapshot.state), bytesText(snapshot.bytes),
                        u"%1 d"_s.arg(snapshot.keptDays)});
    }
    if (snapshots.empty() && !m_isJson)
        print(stdout, u"There are no snapshots yet."_s);
    else
        table(rows, {{u"snapshots"_s, array}});
}

void Report::versions(const Instance &instance, const std::vector<EarlierVersion> &earlier) const
{
    QJsonArray array;
    std::vector<QStringList> rows{{u"VERSION"_s, u"IMAGE"_s, u"SIZE"_s, u"SINCE"_s}};
    rows.push_back({u"now"_s, imageReference(instance.image), shortSizeText(instance.size), QString()});
    for (const auto &version : earlier) {
        array.append(QJsonObject{{u"version"_s, version.version},
                                 {u"image"_s, imageReference(version.image)},
                                 {u"at"_s, timeJson(version.at)}});
        const auto at = version.at.isValid() ? version.at.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s) : u"–"_s;
        rows.push_back({version.version, imageReference(version.image), shortSizeText(version.size), at});
    }
    table(rows, {{u"instance"_s, instanceJson(instance)}, {u"versions"_s, array}});
}

void Report::environment(const QMap<QString, QString> &variables) const
{
    QJsonObject json;
    for (auto variable = variables.begin(); variable != variables.end(); ++variable) {
        json.insert(variable.key(), variable.value());
        if (!m_isJson)
            print(stdout, variable.key() + u'=' + variable.value());
    }
    if (m_isJson)
        printJson({{u"environment"_s, json}});
}

void Report::show(const Instance &instance) const
{
    if (m_isSilent)
        return;
    if (m_isJson) {
        printJson({{u"instance"_s, instanceJson(instance)}});
        return;
    }
    const auto now = QDateTime::currentDateTimeUtc();
    const std::vector<std::pair<QString, QString>> lines{{u"Name"_s, instance.name},
                                                         {u"State"_s, sinceText(instance, now)},
                                                         {u"Health"_s, healthText(instance, now)},
                                                         {u"Address"_s, instance.url.toString()},
                                                         {u"Region"_s, regionText(instance.region)},
                                                         {u"Size"_s, sizeText(instance.size)},
                                                         {u"Disk"_s, diskText(instance.diskGb)},
                                                         {u"Image"_s, imageText(instance.image)},
                                                         {u"When idle"_s, idleRuleText(instance)},
                                                         {u"App"_s, instance.app},
                                                         {u"Machine"_s, instance.machine},
                                                         {u"Volume"_s, instance.volume},
                                                         {u"Id"_s, instance.id}};
    for (const auto &[label, value] : lines)
        print(stdout, (label + u':').leftJustified(11) + value);
}

void Report::result(const QString &text, const Instance &instance, const QJsonObject &more) const
{
    auto json = more;
    json.insert(u"instance"_s, instanceJson(instance));
    result(text, json);
}

void Report::result(const QString &text, const QJsonObject &json) const
{
    if (m_isSilent)
        return;
    endProgress();
    if (m_isJson)
        printJson(json);
    else
        print(stdout, text);
}

ExitCode Report::failure(const Error &error) const
{
    return failure(error, sentence(error), remedy(error));
}

ExitCode Report::failure(const Error &error, const QString &sentence, const QString &remedy) const
{
    const auto code = exitCodeFor(error);
    endProgress();
    print(stderr, takesColour(stderr) ? painted(sentence, Colour::Bad) : sentence);
    const auto after = aftermath(error);
    if (!after.isEmpty())
        print(stderr, after);
    if (!remedy.isEmpty())
        print(stderr, remedy);
    if (!error.detail.isEmpty() || !error.requestId.isEmpty())
        print(stderr, details(error));
    if (m_isJson) {
        QJsonArray left;
        for (const auto &resource : error.leftBehind)
            left.append(resourceText(resource));
        QJsonObject json{{u"code"_s, codeName(error.code)},
                         {u"category"_s, categoryName(error.category())},
                         {u"message"_s, sentence},
                         {u"remedy"_s, remedy},
                         {u"request_id"_s, error.requestId}};
        if (!left.isEmpty())
            json.insert(u"left_behind"_s, left);
        printJson({{u"error"_s, json}});
    }
    return code;
}

} // namespace swarm::ctl
