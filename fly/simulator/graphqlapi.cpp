#include "fly/simulator/graphqlapi.h"

#include "fly/simulator/graphqlexecutor.h"
#include "fly/simulator/graphqlvalidator.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

static Response failed(const QString &message, const QString &code)
{
    return jsonAnswer(
        QJsonObject{{u"data"_s, QJsonValue()},
                    {u"errors"_s, QJsonArray{GraphQlExecutor::failure({.message = message, .code = code})}}});
}

static Response run(World &world, const GraphQlSchema::AppUrl &appUrl, const Call &call)
{
    if (!call.token.isValid || call.token.isExpired || call.token.lacksDischarge)
        return failed(u"You must be authenticated to view this."_s, u"UNAUTHORIZED"_s);
    QString error;
    const auto operation = parseGraphQl(call.json[u"query"].toString(), call.json[u"operationName"].toString(),
                                        call.json[u"variables"].toObject(), &error);
    if (!operation)
        return failed(error, u"INVALID"_s);
    if (operation->isMutation && call.token.isReadOnly)
        return failed(u"Not authorized to do this"_s, u"UNAUTHORIZED"_s);
    if (const auto undefined = undefinedFields(*operation); !undefined.isEmpty())
        return jsonAnswer(QJsonObject{{u"errors"_s, undefined}});
    GraphQlSchema schema(world, appUrl, call.token);
    const auto root = operation->isMutation ? schema.mutation() : schema.query();
    return jsonAnswer(GraphQlExecutor(*operation).run(*root));
}

void addGraphQlRoute(Router &router, World &world, GraphQlSchema::AppUrl appUrl)
{
    router.add("POST"_ba, u"/graphql"_s, Router::Kind::Open,
               [&world, appUrl = std::move(appUrl)](const Call &call) { return run(world, appUrl, call); });
}

} // namespace swarm::simulator
