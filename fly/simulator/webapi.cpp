// What lies beside GraphQL: sign-in by browser, and what flyctl asks for there.
#include "fly/simulator/loginsessions.h"
#include "fly/simulator/routes.h"

#include <QJsonArray>
#include <QUrlQuery>

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

static QJsonObject buildView(const QJsonValue &id, const QString &status)
{
    return {{u"id"_s, id}, {u"status"_s, status}, {u"wallclock_time_ms"_s, 0}};
}

static void addLoginRoutes(Router &router, LoginSessions &sessions)
{
    constexpr auto open = Router::Kind::Open;
    router.add("POST"_ba, u"/api/v1/cli_sessions"_s, open, [&](const Call &call) {
        const auto host = QString::fromUtf8(call.request.header("host"_ba));
        return sessions.begin(call.json, u"http://%1/app/auth/cli/"_s.arg(host));
    });
    router.add("GET"_ba, u"/api/v1/cli_sessions/{session}"_s, open,
               [&](const Call &call) { return sessions.poll(call.name(u"session"_s)); });
    router.add("POST"_ba, u"/api/v1/cli_sessions/{session}/redeem"_s, open,
               [&](const Call &call) { return sessions.redeem(call.name(u"session"_s), call.json); });
    router.add("GET"_ba, u"/app/auth/cli/{session}"_s, open,
               [&](const Call &call) { return sessions.page(call.name(u"session"_s)); });
    router.add("POST"_ba, u"/app/auth/cli/{session}"_s, open, [&](const Call &call) {
        const QUrlQuery form(QString::fromUtf8(call.request.body));
        return sessions.decide(call.name(u"session"_s), form.queryItemValue(u"decision"_s) == "allow"_L1);
    });
    router.add("POST"_ba, u"/_sim/sessions/{session}/{decision}"_s, open, [&](const Call &call) {
        return sessions.decide(call.name(u"session"_s), call.name(u"decision"_s) == "approve"_L1);
    });
}

void addWebRoutes(Router &router, World &world, LoginSessions &sessions)
{
    addLoginRoutes(router, sessions);
    constexpr auto read = Router::Kind::Read;
    router.add("GET"_ba, u"/api/v1/organizations"_s, read, [](const Call &) {
        return jsonAnswer(QJsonObject{{u"organizations"_s, QJsonArray{organizationView()}}});
    });
    router.add("GET"_ba, u"/api/v1/organizations/{slug}"_s, read, [](const Call &call) {
        if (call.name(u"slug"_s) != World::organization())
            return errorAnswer(404, u"organization not found"_s);
        return jsonAnswer(QJsonObject{{u"organization"_s, organizationView()}});
    });
    router.add("POST"_ba, u"/api/v1/builds"_s, Router::Kind::Write, [&world](const Call &call) {
        if (!world.app(call.json[u"app_name"].toString()))
            return errorAnswer(404, u"app not found"_s);
        return jsonAnswer(buildView(world.nextNumber(), u"started"_s));
    });
    router.add("POST"_ba, u"/api/v1/builds/finish"_s, Router::Kind::Write, [](const Call &call) {
        return jsonAnswer(buildView(call.json[u"build_id"], call.json[u"status"].toString()));
    });
    // Apps made by the API have no releases: those are flyctl's own.
    router.add("GET"_ba, u"/api/v1/apps/{app}/releases"_s, read,
               [](const Call &) { return jsonAnswer(QJsonObject{{u"releases"_s, QJsonArray()}}); });
    router.add("GET"_ba, u"/api/v1/apps/{app}/releases/current"_s, read,
               [](const Call &) { return jsonAnswer(QJsonObject{{u"release"_s, QJsonValue()}}); });
}

} // namespace swarm::simulator
