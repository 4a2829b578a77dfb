#include "fly/flyvolumes.h"

#include "fly/flyparser.h"

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

const QString volumesRoute = u"/v1/apps/{app}/volumes"_s;
const QString volumeRoute = volumesRoute + u"/{volume}"_s;

QJsonObject bodyOf(const VolumeRequest &request)
{
    QJsonObject body{{u"name"_s, request.name}, {u"region"_s, request.region}, {u"size_gb"_s, request.sizeGb}};
    if (!request.guest.isEmpty())
        body.insert(u"compute"_s, request.guest);
    if (!request.snapshot.isEmpty())
        body.insert(u"snapshot_id"_s, request.snapshot);
    if (!request.source.isEmpty())
        body.insert(u"source_volume_id"_s, request.source);
    if (request.snapshotRetention > 0)
        body.insert(u"snapshot_retention"_s, request.snapshotRetention);
    return body;
}

} // namespace

Task<Result<Volume>> FlyVolumes::create(QString app, VolumeRequest request, std::stop_token stop)
{
    FlyCall call{.verb = "POST"_ba,
                 .route = volumesRoute,
                 .at = {app},
                 .body = bodyOf(request),
                 .repeat = Repeat::WhenNotDone,
                 .stop = stop};
    co_return co_await ask(std::move(call), volumeFrom);
}

Task<Result<Volume>> FlyVolumes::get(QString app, QString id, std::stop_token stop)
{
    FlyCall call{.route = volumeRoute, .at = {app, id}, .pace = Pace::Free, .stop = stop};
    co_return co_await ask(std::move(call), volumeFrom);
}

Task<Result<std::vector<Volume>>> FlyVolumes::list(QString app, std::stop_token stop)
{
    FlyCall call{.route = volumesRoute, .at = {app}, .stop = stop};
    co_return co_await ask(std::move(call), volumesFrom);
}

Task<Result<Volume>> FlyVolumes::setRetention(QString app, QString id, int days, bool hasAutoBackup,
                                              std::stop_token stop)
{
    FlyCall call{.verb = "PUT"_ba,
                 .route = volumeRoute,
                 .at = {app, id},
                 .body = {{u"snapshot_retention"_s, days}, {u"auto_backup_enabled"_s, hasAutoBackup}},
                 .stop = stop};
    co_return co_await ask(std::move(call), volumeFrom);
}

Task<Result<VolumeExtension>> FlyVolumes::extend(QString app, QString id, int sizeGb, std::stop_token stop)
{
    FlyCall call{.verb = "PUT"_ba,
                 .route = volumeRoute + u"/extend"_s,
                 .at = {app, id},
                 .body = {{u"size_gb"_s, sizeGb}},
                 .stop = stop};
    co_return co_await ask(std::move(call), extensionFrom);
}

Task<Result<void>> FlyVolumes::remove(QString app, QString id, std::stop_token stop)
{
    FlyCall call{.verb = "DELETE"_ba, .route = volumeRoute, .at = {app, id}, .stop = stop};
    co_return co_await command(std::move(call));
}

Task<Result<QString>> FlyVolumes::createSnapshot(QString app, QString id, std::stop_token stop)
{
    FlyCall call{.verb = "POST"_ba,
                 .route = volumeRoute + u"/snapshots"_s,
                 .at = {app, id},
                 .repeat = Repeat::WhenNotDone,
                 .stop = stop};
    co_return co_await ask(std::move(call), newSnapshotFrom);
}

Task<Result<std::vector<Snapshot>>> FlyVolumes::snapshots(QString app, QString id, std::stop_token stop)
{
    FlyCall call{.route = volumeRoute + u"/snapshots"_s, .at = {app, id}, .stop = stop};
    co_return co_await ask(std::move(call), snapshotsFrom);
}

} // namespace swarm
