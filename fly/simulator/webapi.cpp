// What flyctl asks beside GraphQL.
#include "fly/simulator/deployments.h"
#include "fly/simulator/routes.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

static QJsonObject organizationView()
{
    return {{u"id"_s, u"org-personal"_s},
            {u"internal_numeric_id"_s, World::organizationNumber()},
            {u"slug"_s, World::organization()},
            {u"raw_slug"_s, u"ada"_s},
            {u"name"_s, u"Personal"_s},
            {u"paid_plan"_s, true},
            {u"personal"_s, true},
            {u"billable"_s, true},
            {u"billing_status"_s, u"CURRENT"_s},
            {u"provisions_beta_extensions"_s, false},
            {u"remote_builder_image"_s, QString()}};
}

static Response buildView(World &world, const Build &build)
{
    return jsonAnswer(QJsonObject{{u"id"_s, build.id},
                                  {u"status"_s, build.status},
                                  {u"wallclock_time_ms"_s, build.duration(world.clock().now())}});
}

static QJsonObject releaseView(const Release &release)
{
    return {{u"id"_s, release.id},
            {u"version"_s, release.version},
            {u"stable"_s, !release.isInProgress()},
            {u"in_progress"_s, release.isInProgress()},
            {u"status"_s, release.status},
            {u"strategy"_s, release.strategy.isEmpty() ? u"ROLLING"_s : release.strategy},
            {u"user"_s, World::viewerEmail()},
            {u"created_at"_s, rfc3339(release.createdAt)},
            {u"image_ref"_s, release.image}};
}

//! The app that the body names, if the token reaches it.
static App *namedApp(World &world, const Call &call)
{
    const auto name = call.json[u"app_name"].toString();
    return call.token.reaches(name) ? world.app(name) : nullptr;
}

static Response startBuild(World &world, const Call &call)
{
    auto *app = namedApp(world, call);
    if (!app)
        return errorAnswer(404, u"app not found"_s);
    return buildView(world, beginBuild(world, *app));
}

static Response finishBuild(World &world, const Call &call)
{
    auto *app = namedApp(world, call);
    const auto *build =
        app ? endBuild(world, *app, call.json[u"build_id"].toInteger(), call.json[u"status"].toString()) : nullptr;
    return build ? buildView(world, *build) : errorAnswer(404, u"build not found"_s);
}

static Response listReleases(const Call &call)
{
    const auto limit = call.request.queryValue(u"limit"_s).toInt();
    QJsonArray list;
    for (auto it = call.app->releases.crbegin(); it != call.app->releases.crend(); ++it) {
        if (limit <= 0 || list.size() < limit)
            list.append(releaseView(*it));
    }
    return jsonAnswer(QJsonObject{{u"releases"_s, list}});
}

//! Of each app that has one, when the current release was made.
static Response currentTimes(const World &world, const Call &call)
{
    QJsonObject times;
    for (const auto &[name, app] : world.apps()) {
        if (call.token.reaches(name) && !app.releases.isEmpty())
            times.insert(name, rfc3339(app.releases.last().createdAt));
    }
    return jsonAnswer(times);
}

static Response startRelease(World &world, const Call &call)
{
    auto *app = namedApp(world, call);
    if (!app)
        return errorAnswer(404, u"app not found"_s);
    const auto release = addRelease(world, *app,
                                    {.status = u"pending"_s,
                                     .reason = u"Deploy"_s,
                                     .description = u"Deploy image"_s,
                                     .strategy = call.json[u"strategy"].toString(),
                                     .image = call.json[u"image"].toString()});
    return jsonAnswer(QJsonObject{{u"release"_s, releaseView(release)}}, 201);
}

static Response changeRelease(World &world, const Call &call)
{
    for (const auto &[name, known] : world.apps()) {
        auto *app = call.token.reaches(name) ? world.app(name) : nullptr;
        for (qsizetype i = 0; app && i < app->releases.size(); ++i) {
            auto &release = app->releases[i];
            if (release.id != call.name(u"release"_s))
                continue;
            release.status = call.json[u"status"].toString(release.status);
            return jsonAnswer(releaseView(release));
        }
    }
    return errorAnswer(404, u"release not found"_s);
}

void addWebRoutes(Router &router, World &world)
{
    constexpr auto read = Router::Kind::Read;
    constexpr auto write = Router::Kind::Write;
    router.add("GET"_ba, u"/api/v1/organizations"_s, read, [](const Call &) {
        return jsonAnswer(QJsonObject{{u"organizations"_s, QJsonArray{organizationView()}}});
    });
    router.add("GET"_ba, u"/api/v1/organizations/{slug}"_s, read, [](const Call &call) {
        if (call.name(u"slug"_s) != World::organization())
            return errorAnswer(404, u"organization not found"_s);
        return jsonAnswer(QJsonObject{{u"organization"_s, organizationView()}});
    });
    router.add("POST"_ba, u"/api/v1/builds"_s, write, [&world](const Call &call) { return startBuild(world, call); });
    router.add("POST"_ba, u"/api/v1/builds/finish"_s, write,
               [&world](const Call &call) { return finishBuild(world, call); });
    const auto releases = u"/api/v1/apps/{app}/releases"_s;
    router.add("GET"_ba, releases, read, [](const Call &call) { return listReleases(call); });
    // flyctl takes 404 for "none", and the object itself, not wrapped.
    router.add("GET"_ba, releases + u"/current"_s, read, [](const Call &call) {
        return call.app->releases.isEmpty() ? errorAnswer(404, u"release not found"_s)
                                            : jsonAnswer(releaseView(call.app->releases.last()));
    });
    router.add("GET"_ba, u"/api/v1/releases/all_current"_s, read,
               [&world](const Call &call) { return currentTimes(world, call); });
    router.add("POST"_ba, u"/api/v1/releases"_s, write,
               [&world](const Call &call) { return startRelease(world, call); });
    router.add("PATCH"_ba, u"/api/v1/releases/{release}"_s, write,
               [&world](const Call &call) { return changeRelease(world, call); });
}

} // namespace swarm::simulator
