#include "model/instancefiles.h"

#include "model/instancejson.h"
#include "model/instancestore.h"

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

void readInto(InstanceFiles::Loaded &loaded, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        loaded.problems.push_back({.kind = Problem::Kind::Unreadable, .file = path, .reason = file.errorString()});
        return;
    }
    QJsonParseError parse;
    const auto document = QJsonDocument::fromJson(file.readAll(), &parse);
    if (file.error() != QFile::NoError) { // a bad disk does not make a bad record
        loaded.problems.push_back({.kind = Problem::Kind::Unreadable, .file = path, .reason = file.errorString()});
        return;
    }
    file.close();
    if (!document.isObject()) {
        const auto reason = parse.error == QJsonParseError::NoError ? u"not an object"_s : parse.errorString();
        loaded.problems.push_back(setAside(path, reason));
        return;
    }
    const auto json = document.object();
    if (isTooNew(json)) {
        loaded.problems.push_back({.kind = Problem::Kind::TooNew, .file = path});
        return;
    }
    const auto instance = instanceFromJson(json);
    if (!instance) {
        loaded.problems.push_back(setAside(path, instance.error().detail));
        return;
    }
    if (!instance->unknownMembers.isEmpty()) {
        loaded.problems.push_back({.kind = Problem::Kind::UnknownMembers,
                                   .file = path,
                                   .reason = instance->unknownMembers.keys().join(u", "_s)});
    }
    loaded.instances.push_back(*instance);
}

} // namespace

InstanceFiles::InstanceFiles(QString folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
{
    m_writer.setMaxThreadCount(1); // one thread keeps the writes in order
}

InstanceFiles::~InstanceFiles()
{
    flush();
}

InstanceFiles::Loaded InstanceFiles::load() const
{
    Loaded loaded;
    const QFileInfo info(m_folder);
    if (info.exists() && !(info.isDir() && info.isReadable())) {
        const auto reason = info.isDir() ? u"may not be read"_s : u"not a folder"_s;
        loaded.problems.push_back({.kind = Problem::Kind::Unreadable, .file = m_folder, .reason = reason});
        return loaded;
    }
    const QDir folder(m_folder);
    const auto names = folder.entryList({u"*.json"_s}, QDir::Files, QDir::Unsorted);
    for (const auto &name : names)
        readInto(loaded, folder.filePath(name));
    return loaded;
}

void InstanceFiles::save(Instances instances)
{
    if (instances.empty())
        return;
    m_writer.start([this, all = std::move(instances)] {
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
    m_writer.start([this, path = pathOf(id)] {
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
    m_writer.waitForDone();
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
