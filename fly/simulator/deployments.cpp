#include "fly/simulator/deployments.h"

#include "fly/simulator/ids.h"

using namespace Qt::StringLiterals;

namespace swarm::simulator {

Build &beginBuild(World &world, App &app)
{
    app.builds.append({.id = world.nextNumber(), .status = u"started"_s, .startedAt = world.clock().now()});
    return app.builds.last();
}

Build *endBuild(World &world, App &app, qint64 id, const QString &status)
{
    for (auto &build : app.builds) {
        if (build.id != id)
            continue;
        build.status = status;
        build.endedAt = world.clock().now();
        return &build;
    }
    return nullptr;
}

Release &addRelease(World &world, App &app, Release release)
{
    release.createdAt = world.clock().stamp();
    release.id = newUlid(release.createdAt);
    release.version = static_cast<int>(app.releases.size()) + 1;
    app.releases.append(release);
    return app.releases.last();
}

} // namespace swarm::simulator
