#include "model/recordlist.h"

#include "model/wholefile.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

#include <chrono>
#include <filesystem>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr int listSchema = 1;
constexpr auto ourVersion = QLatin1StringView(SWARM_VERSION);
constexpr auto coarsestStep = 2s;

} // namespace

std::vector<StampedFile> jsonFilesIn(const QString &folder)
{
    std::vector<StampedFile> files;
    std::error_code failure;
    std::filesystem::directory_iterator entries(folder.toStdU16String(), failure);
    for (; entries != std::filesystem::directory_iterator(); entries.increment(failure)) {
        const auto name = QFile::decodeName(QByteArray::fromStdString(entries->path().filename().string()));
        if (!name.endsWith(u".json"_s) || name.startsWith(u'.') || !entries->is_regular_file(failure))
            continue;
        const auto changedAt = entries->last_write_time(failure);
        const auto size = failure ? 0 : entries->file_size(failure);
        if (!failure) // else it has just gone
            files.push_back(
                {.name = name,
                 .stamp = {.changedAt = changedAt.time_since_epoch().count(), .size = static_cast<qint64>(size)}});
    }
    return files;
}

bool isSettled(const FileStamp &stamp)
{
    using Clock = std::filesystem::file_time_type::clock;
    const Clock::duration changedAt(stamp.changedAt);
    return changedAt + coarsestStep < Clock::now().time_since_epoch();
}

QString recordListOf(const QString &folder)
{
    return QFileInfo(folder).path() + u"/list.json"_s;
}

RecordList readRecordList(const QString &file)
{
    RecordList list;
    const auto json = readJsonFile(file);
    // Another version may know members that this one would take for its own, or lose.
    if (!json || (*json)["schema"_L1].toInt() != listSchema || (*json)["version"_L1].toString() != ourVersion)
        return list;
    const auto records = (*json)["records"_L1].toArray();
    list.reserve(records.size());
    for (const auto &value : records) {
        const auto entry = value.toObject();
        list.insert(entry["file"_L1].toString(),
                    {.stamp = {.changedAt = entry["changed_at"_L1].toInteger(), .size = entry["size"_L1].toInteger()},
                     .record = entry["record"_L1].toObject()});
    }
    return list;
}

void writeRecordList(const QString &file, const RecordList &list)
{
    QJsonArray records;
    for (auto entry = list.begin(); entry != list.end(); ++entry) {
        records.append(QJsonObject{{u"file"_s, entry.key()},
                                   {u"changed_at"_s, entry->stamp.changedAt},
                                   {u"size"_s, entry->stamp.size},
                                   {u"record"_s, entry->record}});
    }
    [[maybe_unused]] const auto written =
        writeJsonFile(file, {{u"schema"_s, listSchema}, {u"version"_s, ourVersion}, {u"records"_s, records}},
                      QJsonDocument::Compact); // nobody reads it but we
}

} // namespace swarm
