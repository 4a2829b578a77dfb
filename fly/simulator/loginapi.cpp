// Signing in by browser.
#include "fly/simulator/loginsessions.h"
#include "fly/simulator/routes.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

void addLoginRoutes(Router &router, LoginSessions &sessions)
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
    router.addForm("POST"_ba, u"/app/auth/cli/{session}"_s, open, [&](const Call &call) {
        const QUrlQuery form(QString::fromUtf8(call.request.body));
        return sessions.decide(call.name(u"session"_s), form.queryItemValue(u"decision"_s) == "allow"_L1);
    });
    router.add("POST"_ba, u"/_sim/sessions/{session}/approve"_s, open,
               [&](const Call &call) { return sessions.decide(call.name(u"session"_s), true); });
    router.add("POST"_ba, u"/_sim/sessions/{session}/deny"_s, open,
               [&](const Call &call) { return sessions.decide(call.name(u"session"_s), false); });
}

} // namespace swarm::simulator
