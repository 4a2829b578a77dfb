#include "fly/simulator/routes.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

static QJsonObject secretView(const QString &name, const Secret &secret, bool hasValue)
{
    QJsonObject view{{u"name"_s, name},
                     {u"digest"_s, secret.digest()},
                     {u"created_at"_s, rfc3339(secret.createdAt)},
                     {u"updated_at"_s, rfc3339(secret.updatedAt)}};
    if (hasValue)
        view.insert(u"value"_s, secret.value);
    return view;
}

static QJsonArray secretsView(const App &app, bool hasValues)
{
    QJsonArray list;
    for (auto it = app.secrets.cbegin(); it != app.secrets.cend(); ++it)
        list.append(secretView(it.key(), *it, hasValues));
    return list;
}

static void setSecret(World &world, App &app, const QString &name, const QString &value)
{
    const auto now = world.clock().stamp();
    auto &secret = app.secrets[name];
    secret.value = value;
    secret.createdAt = secret.createdAt == 0 ? now : secret.createdAt;
    secret.updatedAt = now;
}

void changeSecrets(World &world, App &app, const QJsonObject &values)
{
    for (auto it = values.begin(); it != values.end(); ++it) {
        if (it->isNull())
            app.secrets.remove(it.key());
        else
            setSecret(world, app, it.key(), it->toString());
    }
    ++app.secretsVersion;
}

static Response setSecrets(World &world, const Call &call)
{
    const auto values = call.json[u"values"].toObject();
    if (values.isEmpty())
        return errorAnswer(422, u"no secret values given"_s);
    for (const auto &value : values) {
        if (!value.isString() && !value.isNull())
            return errorAnswer(400, u"json: cannot unmarshal value into Go struct field values of type string"_s);
    }
    changeSecrets(world, *call.app, values);
    return jsonAnswer(
        QJsonObject{{u"version"_s, call.app->secretsVersion}, {u"secrets"_s, secretsView(*call.app, false)}});
}

//! Fly's stores of secrets lag behind each other: a reader says what it must have seen.
static std::optional<Response> versionProblem(const Call &call)
{
    const auto text = call.request.queryValue(u"min_version"_s);
    bool isNumber = false;
    const auto wanted = text.toInt(&isNumber);
    if (!text.isEmpty() && !isNumber)
        return errorAnswer(400, u"invalid_argument: min_version must be a number"_s);
    if (wanted > call.app->secretsVersion)
        return errorAnswer(412, u"failed_precondition: secrets version %1 is not available yet"_s.arg(wanted));
    return {};
}

static Response oneSecret(const Call &call, bool hasValue)
{
    const auto name = call.name(u"name"_s);
    if (!call.app->secrets.contains(name))
        return errorAnswer(404, u"secret not found"_s);
    auto view = secretView(name, call.app->secrets[name], hasValue);
    view.insert(u"version"_s, call.app->secretsVersion);
    return jsonAnswer(view);
}

void addSecretRoutes(Router &router, World &world, const bool &showsValues)
{
    const auto all = u"/v1/apps/{app}/secrets"_s;
    const auto one = all + u"/{name}"_s;
    const auto shows = [&showsValues](const Call &call) {
        return showsValues && call.request.queryFlag(u"show_secrets"_s);
    };
    router.add("GET"_ba, all, Router::Kind::Listing, [shows](const Call &call) {
        if (auto problem = versionProblem(call))
            return *problem;
        return jsonAnswer(QJsonObject{{u"secrets"_s, secretsView(*call.app, shows(call))}});
    });
    router.add("POST"_ba, all, Router::Kind::Write, [&world](const Call &call) { return setSecrets(world, call); });
    router.add("GET"_ba, one, Router::Kind::Read, [shows](const Call &call) {
        const auto problem = versionProblem(call);
        return problem ? *problem : oneSecret(call, shows(call));
    });
    router.add("POST"_ba, one, Router::Kind::Write, [&world](const Call &call) {
        if (!call.json[u"value"].isString())
            return errorAnswer(400, u"invalid_argument: value must be a string"_s);
        changeSecrets(world, *call.app, {{call.name(u"name"_s), call.json[u"value"]}});
        auto answer = oneSecret(call, false);
        answer.status = 201;
        return answer;
    });
    router.add("DELETE"_ba, one, Router::Kind::Write, [](const Call &call) {
        auto answer = oneSecret(call, false);
        if (answer.status != 200)
            return answer;
        call.app->secrets.remove(call.name(u"name"_s));
        ++call.app->secretsVersion;
        return jsonAnswer(QJsonObject{{u"version"_s, call.app->secretsVersion}, {u"name"_s, call.name(u"name"_s)}});
    });
}

} // namespace swarm::simulator
