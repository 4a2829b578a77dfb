#include "model/instancefiles.h"

#include "model/instancejson.h"
#include "model/instancestore.h"
#include "model/recordlist.h"
#include "model/wholefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

using Problem = InstanceFiles::Problem;

//! Moves a damaged file out of the way without ever overwriting an earlier one.
Problem setAside(const QString &path, const QString &reason)
{
    for (int attempt = 1;; ++attempt) {
        const auto aside = u"%1.damaged-%2"_s.arg(path).arg(attempt);
        if (QFile::exists(aside))
            continue;
        if (QFile::rename(path, aside))
            return {.kind = Problem::Kind::Damaged, .file = path, .movedTo = aside, .reason = reason};
        return {.kind = Problem::Kind::Unreadable, .file = path, .reason = reason};
    }
}

bool isTooNew(const QJsonObject &json)
{
    return json["schema"_L1].toInt(instanceSchema) > instanceSchema;
}

//! A record, and the instance that it is about.
struct Record {
    QJsonObject json = {};
    Instance instance = {};
};

std::expected<Record, Problem> readRecord(const QString &path)
{
    const auto json = readOurJson(path, instanceSchema);
    if (!json)
        return std::unexpected(json.error());
    const auto instance = instanceFromJson(*json);
    if (!instance)
        return std::unexpected(
            Problem{.kind = Problem::Kind::Damaged, .file = path, .reason = instance.error().detail});
    return Record{.json = *json, .instance = *instance};
}

//! As it is in the list, unless its file has changed since.
std::optional<Record> listedRecord(const RecordList &list, const StampedFile &file)
{
    const auto listed = list.constFind(file.name);
    if (listed == list.constEnd() || listed->stamp != file.stamp || isTooNew(listed->record))
        return {};
    auto instance = instanceFromPlainJson(listed->record);
    return instance ? std::optional(Record{.json = listed->record, .instance = std::move(*instance)}) : std::nullopt;
}

} // namespace

InstanceFiles::InstanceFiles(QString folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
{
}

InstanceFiles::~InstanceFiles()
{
    flush();
}

InstanceFiles::Loaded InstanceFiles::read(const QString &folder)
{
    Loaded loaded;
    const QFileInfo info(folder);
    if (info.exists() && !(info.isDir() && info.isReadable())) {
        const auto reason = info.isDir() ? u"may not be read"_s : u"not a folder"_s;
        loaded.problems.push_back({.kind = Problem::Kind::Unreadable, .file = folder, .reason = reason});
        return loaded;
    }
    const auto list = readRecordList(recordListOf(folder));
    const auto files = jsonFilesIn(folder);
    loaded.instances.reserve(files.size());
    for (const auto &file : files) {
        if (auto listed = listedRecord(list, file)) {
            loaded.instances.push_back(std::move(listed->instance));
            continue;
        }
        const auto path = QDir(folder).filePath(file.name);
        auto record = readRecord(path);
        if (!record) {
            const auto &problem = record.error();
            loaded.problems.push_back(problem.kind == Problem::Kind::Damaged ? setAside(path, problem.reason)
                                                                             : problem);
            continue;
        }
        if (!record->instance.unknownMembers.isEmpty())
            loaded.problems.push_back({.kind = Problem::Kind::UnknownMembers,
                                       .file = path,
                                       .reason = record->instance.unknownMembers.keys().join(u", "_s)});
        loaded.instances.push_back(std::move(record->instance));
    }
    return loaded;
}

void InstanceFiles::renewList(const QString &folder)
{
    const auto file = recordListOf(folder);
    const QFileInfo records(folder);
    if (!records.isDir() || QFileInfo(file).lastModified() > records.lastModified())
        return; // no record came, changed or went since it was written
    const auto before = readRecordList(file);
    RecordList list;
    bool isWhole = true;
    for (const auto &found : jsonFilesIn(folder)) {
        auto record = listedRecord(before, found);
        if (!record) {
            isWhole = isWhole && isSettled(found.stamp);
            auto read = readRecord(QDir(folder).filePath(found.name));
            const bool isPlain = read && read->instance.unknownMembers.isEmpty(); // of others is told at each start
            if (isPlain && isSettled(found.stamp))
                record = std::move(*read);
        }
        if (record)
            list.insert(found.name, {.stamp = found.stamp, .record = record->json});
    }
    writeRecordList(file, list);
    QFile written(file);
    if (!isWhole && written.open(QIODevice::ReadWrite)) // the next time it is to be renewed
        written.setFileTime(records.lastModified(), QFileDevice::FileModificationTime);
}

void InstanceFiles::save(Instances instances)
{
    if (instances.empty())
        return;
    m_writer.post([this, all = std::move(instances)] {
        for (const auto &instance : all)
            write(instance);
    });
}

void InstanceFiles::write(const Instance &instance)
{
    const auto path = pathOf(instance.id);
    const auto record = QJsonDocument(toJson(instance)).toJson();
    QFile existing(path);
    if (existing.open(QIODevice::ReadOnly)) {
        const auto before = existing.readAll();
        if (before == record) // most of what changes in an instance is not kept
            return;
        if (isTooNew(QJsonDocument::fromJson(before).object()))
            return; // its own program knows better
        existing.close();
    }
    QDir().mkpath(m_folder);
    QSaveFile file(path); // written beside, synced, renamed: whole or not at all
    if (!file.open(QIODevice::WriteOnly) || file.write(record) != record.size() || !file.commit())
        Q_EMIT failed(path, file.errorString());
}

void InstanceFiles::remove(const InstanceId &id)
{
    m_writer.post([this, path = pathOf(id)] {
        QFile file(path);
        if (file.exists() && !file.remove())
            Q_EMIT failed(path, file.errorString());
    });
}

void InstanceFiles::follow(const InstanceStore &store)
{
    connect(&store, &InstanceStore::changed, this, &InstanceFiles::apply);
    connect(&store, &InstanceStore::removed, this, &InstanceFiles::remove);
}

void InstanceFiles::flush()
{
    m_writer.flush();
}

QString InstanceFiles::pathOf(const InstanceId &id) const
{
    // Ids may come from machine metadata, which anybody in the organization can write: no id may leave the folder,
    // hide, or be the file of another one.
    const auto name = QString::fromLatin1(QUrl::toPercentEncoding(id, {}, "."_ba));
    return QDir(m_folder).filePath(name + u".json"_s);
}

void InstanceFiles::apply(const InstanceDelta &delta)
{
    Instances all;
    for (const auto &change : delta.changes)
        all.push_back(change.after);
    all.insert(all.end(), delta.added.begin(), delta.added.end());
    save(std::move(all));
}

} // namespace swarm
