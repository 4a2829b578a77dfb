#include "fly/simulator/snapshots.h"

#include "fly/simulator/ids.h"

#include <QDirIterator>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm::simulator {

constexpr auto untilItRuns = 300ms;
constexpr auto untilItIsCreated = 2500ms;
constexpr auto restoring = 1500ms;
constexpr auto hydrating = 3000ms;
constexpr auto looksEach = 1h;

//! Links are left out: what they point at is copied by itself, if it is in there at all.
static qint64 copyFolder(const QString &from, const QString &to)
{
    qint64 bytes = 0;
    const QDir source(from);
    QDir().mkpath(to);
    QDirIterator files(from, QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden | QDir::NoSymLinks,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo file(files.next());
        const auto target = to + u'/' + source.relativeFilePath(file.filePath());
        if (file.isDir()) {
            QDir().mkpath(target);
            continue;
        }
        QDir().mkpath(QFileInfo(target).path());
        QFile::remove(target);
        QFile::copy(file.filePath(), target);
        bytes += file.size();
    }
    return bytes;
}

Snapshots::Snapshots(World &world, QObject *parent)
    : QObject(parent)
    , m_world(world)
{
    m_world.clock().after(looksEach, this, [this] { lookAround(); });
}

void Snapshots::lookAround()
{
    dropExpired();
    takeDaily();
    m_world.clock().after(looksEach, this, [this] { lookAround(); });
}

void Snapshots::takeDaily()
{
    constexpr std::chrono::milliseconds day = 24h;
    const auto now = m_world.clock().now();
    for (const auto &[id, volume] : m_world.volumes()) {
        auto last = volume.createdAt;
        for (const auto &[snapshotId, snapshot] : m_world.snapshots()) {
            if (snapshot.volume == id)
                last = std::max(last, snapshot.isUnderWay() ? now : snapshot.createdAt);
        }
        if (volume.isLive() && volume.hasAutoBackup && volume.isHostReachable && now - last >= day.count())
            begin(volume);
    }
}

void Snapshots::dropExpired()
{
    QStringList expired;
    for (const auto &[id, snapshot] : m_world.snapshots()) {
        if (snapshot.isExpired(m_world.clock().now()))
            expired << id;
    }
    for (const auto &id : std::as_const(expired))
        m_world.removeSnapshot(id);
}

int Snapshots::Origin::leastGb() const
{
    if (snapshot)
        return snapshot->volumeGb;
    return volume ? volume->sizeGb : 0;
}

QString Snapshots::folderOf(const Snapshot &snapshot) const
{
    return m_world.folder().filePath(u"snapshots/"_s + snapshot.id);
}

QString Snapshots::folderOf(const Volume &volume) const
{
    return m_world.folder().filePath(u"volumes/"_s + volume.id);
}

Response Snapshots::begin(const Volume &volume)
{
    const auto &all = m_world.snapshots();
    const bool isBusy = std::ranges::any_of(
        all, [&volume](const auto &item) { return item.second.volume == volume.id && item.second.isUnderWay(); });
    if (isBusy)
        return errorAnswer(412, u"failed_precondition: a snapshot of volume %1 is already running"_s.arg(volume.id));
    if (!volume.isLive())
        return errorAnswer(412, u"failed_precondition: volume is being destroyed"_s);

    auto &snapshot = m_world.addSnapshot({.id = newSnapshotId(),
                                          .volume = volume.id,
                                          .appNumber = volume.appNumber,
                                          .volumeGb = volume.sizeGb,
                                          .retentionDays = volume.snapshotRetention});
    snapshot.bytes = copyFolder(folderOf(volume), folderOf(snapshot));
    advance(snapshot.id, untilItRuns, u"running"_s);
    advance(snapshot.id, untilItIsCreated, u"created"_s);
    const QJsonObject backup{{u"graph_id"_s, snapshot.id},
                             {u"volume_id"_s, volume.id},
                             {u"status"_s, snapshot.status},
                             {u"created_at"_s, u"0001-01-01T00:00:00Z"_s}};
    return jsonAnswer(QJsonObject{{u"Msg"_s, QJsonObject{{u"backup"_s, backup}}}});
}

void Snapshots::advance(const QString &id, std::chrono::milliseconds delay, const QString &status)
{
    m_world.clock().after(delay, this, [this, id, status] {
        auto *snapshot = m_world.snapshot(id);
        if (!snapshot)
            return;
        snapshot->status = status;
        if (snapshot->isCreated())
            snapshot->createdAt = m_world.clock().stamp();
    });
}

QJsonArray Snapshots::list(const Volume &volume)
{
    QList<Snapshot> found;
    for (const auto &[id, snapshot] : m_world.snapshots()) {
        if (snapshot.volume == volume.id && !snapshot.isExpired(m_world.clock().now()))
            found.append(snapshot);
    }
    // One that is under way has no time yet, and is the newest.
    const auto age = [](const Snapshot &snapshot) { return snapshot.isCreated() ? -snapshot.createdAt : -INT64_MAX; };
    std::ranges::sort(found, {}, age);
    QJsonArray rows;
    for (const auto &snapshot : std::as_const(found))
        rows.append(snapshot.shown());
    return rows;
}

std::optional<Response> Snapshots::find(const QJsonObject &request, Origin *origin)
{
    const auto snapshotId = request[u"snapshot_id"].toString();
    const auto volumeId = request[u"source_volume_id"].toString();
    if (!snapshotId.isEmpty() && !volumeId.isEmpty())
        return errorAnswer(400, u"invalid_argument: give either snapshot_id or source_volume_id"_s);
    if (!snapshotId.isEmpty()) {
        origin->snapshot = m_world.snapshot(snapshotId);
        if (!origin->snapshot || origin->snapshot->isExpired(m_world.clock().now()))
            return errorAnswer(404, u"snapshot %1 not found"_s.arg(snapshotId));
        if (!origin->snapshot->isCreated())
            return errorAnswer(412, u"failed_precondition: snapshot %1 is not complete yet"_s.arg(snapshotId));
    }
    if (!volumeId.isEmpty()) {
        origin->volume = m_world.volume(volumeId);
        if (!origin->volume || !origin->volume->isLive())
            return errorAnswer(404, u"volume %1 not found"_s.arg(volumeId));
    }
    return {};
}

void Snapshots::fill(Volume &volume, const Origin &origin)
{
    if (!origin.snapshot && !origin.volume)
        return;
    copyFolder(origin.snapshot ? folderOf(*origin.snapshot) : folderOf(*origin.volume), folderOf(volume));
    volume.wasMounted = true; // the figures of the file system come with it
    volume.state = origin.snapshot ? u"restoring"_s : u"hydrating"_s;
    m_world.clock().after(origin.snapshot ? restoring : hydrating, this, [this, id = volume.id, was = volume.state] {
        auto *made = m_world.volume(id);
        if (!made || made->state != was)
            return;
        made->state = u"created"_s;
        m_world.changed(*made);
    });
}

} // namespace swarm::simulator
