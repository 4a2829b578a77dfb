#include "fly/simulator/routes.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

static Response currentTokens(const World &world, const Call &call)
{
    // Fly refuses tokens of the other kind here, although they are good elsewhere.
    if (!call.token.hasMacaroon)
        return errorAnswer(401, u"Authenticate: token validation error"_s);
    QJsonArray list;
    for (const auto &part : call.token.parts) {
        if (part.startsWith("fo1_"_L1))
            continue;
        const auto *known = world.tokens().find(part);
        list.append(QJsonObject{{u"token_id"_s, known ? known->id : u"sim-"_s + QString::number(list.size() + 1)},
                                {u"org_slug"_s, World::organization()},
                                {u"organization"_s, World::organization()},
                                {u"apps"_s, QJsonArray::fromStringList(known ? known->apps : QStringList())},
                                {u"user"_s, known ? QString() : World::viewerEmail()},
                                {u"restricted_to_machine"_s, QString()},
                                {u"source_machine_id"_s, QString()}});
    }
    return jsonAnswer(QJsonObject{{u"tokens"_s, list}});
}

static QJsonObject caveat(const QString &type, const QJsonValue &body)
{
    return {{u"type"_s, type}, {u"body"_s, body}};
}

static QJsonArray caveatsOf(const World &world, const QString &part)
{
    QJsonArray caveats{
        caveat(u"Organization"_s, QJsonObject{{u"id"_s, World::organizationNumber()}, {u"mask"_s, u"*"_s}})};
    const auto *known = world.tokens().find(part);
    if (!known)
        return caveats;
    if (!known->apps.isEmpty()) {
        QJsonObject apps;
        for (const auto &app : known->apps)
            apps.insert(app, u"*"_s);
        caveats.append(caveat(u"Apps"_s, QJsonObject{{u"apps"_s, apps}}));
    }
    if (known->isReadOnly)
        caveats.append(caveat(u"Action"_s, u"r"_s));
    if (known->endsAt > 0)
        caveats.append(
            caveat(u"ValidityWindow"_s,
                   QJsonObject{{u"not_before"_s, known->createdAt / 1000}, {u"not_after"_s, known->endsAt / 1000}}));
    return caveats;
}

static QJsonObject verified(const World &world, const QString &header, const QString &part)
{
    return {{u"header"_s, header},
            {u"nonce"_s, QJsonObject{{u"kid"_s, QJsonArray{1}}, {u"proof"_s, false}, {u"rnd"_s, QJsonArray{2}}}},
            {u"caveats"_s, QJsonObject{{u"caveats"_s, caveatsOf(world, part)}}}};
}

//! The macaroons of a header that is given in the body, or why they are not good.
static std::optional<Response> headerProblem(const World &world, const QString &header, Token *token)
{
    *token = world.tokens().read(header.toUtf8());
    if (!token->isValid || !token->hasMacaroon || token->isExpired || token->lacksDischarge)
        return errorAnswer(400, u"invalid_argument: token validation error"_s);
    return {};
}

static Response authenticate(const World &world, const Call &call)
{
    const auto header = call.json[u"header"].toString();
    Token token;
    if (const auto problem = headerProblem(world, header, &token))
        return *problem;
    QJsonArray list;
    for (const auto &part : std::as_const(token.parts)) {
        if (!part.startsWith("fo1_"_L1))
            list.append(verified(world, header, part));
    }
    return jsonAnswer(list);
}

//! The letters of an action as bits; nothing when one of them is none.
static std::optional<int> actionBits(const QString &letters)
{
    static const QString known = u"rwcdC"_s;
    int bits = 0;
    for (const auto letter : letters) {
        const auto place = known.indexOf(letter);
        if (place < 0)
            return {};
        bits |= 1 << place;
    }
    return bits;
}

//! The name of the app that an access is about: it is named, or something in it is. Nothing when there is none.
static std::optional<QString> appOf(World &world, const QJsonObject &access)
{
    const auto machineId = access[u"machine_id"].toString();
    const auto volumeId = access[u"volume_id"].toString();
    auto name = access[u"app_name"].toString();
    const auto *machine = world.machine(machineId);
    const auto *volume = world.volume(volumeId);
    if ((!machineId.isEmpty() && !machine) || (!volumeId.isEmpty() && !volume))
        return {};
    for (const auto &owner : {machine ? machine->app : QString(), volume ? volume->app : QString()}) {
        if (name.isEmpty())
            name = owner;
        if (!owner.isEmpty() && owner != name)
            return {};
    }
    if (!name.isEmpty() && !world.app(name))
        return {};
    return name;
}

static Response authorize(World &world, const Call &call)
{
    constexpr int readBit = 1;
    const auto header = call.json[u"header"].toString();
    Token token;
    if (const auto problem = headerProblem(world, header, &token))
        return *problem;
    const auto access = call.json[u"access"].toObject();
    const auto bits = actionBits(access[u"action"].toString());
    if (!bits)
        return errorAnswer(400, u"invalid_argument: action is made of the letters r, w, c, d and C"_s);
    const auto app = appOf(world, access);
    const bool isOfOrganization = access[u"org_slug"].toString(World::organization()) == World::organization();
    const bool isInReach = app && (app->isEmpty() ? token.isForOrganization() : token.reaches(*app));
    if (!isOfOrganization || !isInReach || (token.isReadOnly && (*bits & ~readBit) != 0))
        return errorAnswer(400, u"invalid_argument: unauthorized for the requested access"_s);
    QJsonObject granted{{u"orgid"_s, World::organizationNumber()}, {u"action"_s, *bits}};
    if (const auto *known = world.app(*app))
        granted.insert(u"appid"_s, known->number);
    for (const auto &[asked, name] : {std::pair(u"machine_id"_s, u"machine"_s), {u"volume_id"_s, u"volume"_s}}) {
        if (access.contains(asked))
            granted.insert(name, access[asked]);
    }
    return jsonAnswer(
        QJsonObject{{u"access"_s, granted}, {u"verified_token"_s, verified(world, header, token.parts.value(0))}});
}

static Response deployToken(World &world, const Call &call)
{
    const auto wish = call.json[u"expiry"].toString();
    const auto life = wish.isEmpty() ? std::optional<qint64>(0) : goDuration(wish);
    if (!life)
        return errorAnswer(422, u"invalid_argument: expiry must be a duration such as 720h"_s);
    const auto &token = world.tokens().add({.name = u"flyctl deploy token"_s,
                                            .profile = u"deploy"_s,
                                            .apps = {call.app->name},
                                            .endsAt = *life > 0 ? world.clock().now() + *life : 0},
                                           u"fm2_"_s);
    return jsonAnswer(QJsonObject{{u"token"_s, u"FlyV1 "_s + token.secret}});
}

static Response addToken(World &world, const Call &call)
{
    const auto endOf = [&](const QString &member) {
        const auto ms = call.json[member];
        return ms.isDouble() ? world.clock().now() + ms.toInteger() : 0;
    };
    KnownToken token{.secret = call.json[u"token"].toString(),
                     .isReadOnly = call.json[u"read_only"].toBool(),
                     .endsAt = endOf(u"expires_in_ms"_s),
                     .dischargeEndsAt = endOf(u"discharge_expires_in_ms"_s)};
    for (const auto &app : call.json[u"apps"].toArray())
        token.apps << app.toString();
    const auto &known = world.tokens().add(token, u"fm2_"_s);
    return jsonAnswer(QJsonObject{{u"id"_s, known.id}, {u"token"_s, known.secret}});
}

void addTokenRoutes(Router &router, World &world)
{
    router.add("GET"_ba, u"/v1/tokens/current"_s, Router::Kind::Read,
               [&world](const Call &call) { return currentTokens(world, call); });
    router.add("POST"_ba, u"/v1/tokens/authenticate"_s, Router::Kind::Read,
               [&world](const Call &call) { return authenticate(world, call); });
    router.add("POST"_ba, u"/v1/tokens/authorize"_s, Router::Kind::Read,
               [&world](const Call &call) { return authorize(world, call); });
    router.add("POST"_ba, u"/v1/apps/{app}/deploy_token"_s, Router::Kind::Write,
               [&world](const Call &call) { return deployToken(world, call); });
    router.add("POST"_ba, u"/_sim/tokens"_s, Router::Kind::Open,
               [&world](const Call &call) { return addToken(world, call); });
}

} // namespace swarm::simulator
