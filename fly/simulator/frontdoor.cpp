#include "fly/simulator/frontdoor.h"

#include "fly/simulator/ids.h"

#include <QJsonDocument>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

constexpr qint64 destroyedStaysReadableMs = 60'000;

FrontDoor::FrontDoor(World &world, const Router &router, const Options &options, QObject *parent)
    : QObject(parent)
    , m_world(world)
    , m_router(router)
    , m_hasRateLimits(options.rateLimits)
    , m_recordsAnswers(options.recordsAnswers)
    , m_limiter(world.clock())
    , m_server([this](HttpConnection *connection, const Request &request) { serve(connection, request); },
               HttpConnection::Reading::WholeRequests, this)
{
}

void FrontDoor::forget()
{
    m_forgotten += m_seen.size();
    m_seen.clear();
}

void FrontDoor::serve(HttpConnection *connection, const Request &request)
{
    Call call{.request = request};
    const auto *entry = m_router.find(request, &call.names);
    const bool isControl = request.path().startsWith("/_sim/"_ba);
    std::optional<Fault> fault;
    qsizetype number = -1;
    if (!isControl) {
        number = m_forgotten + m_seen.size();
        m_seen.append({.method = request.method,
                       .path = request.target,
                       .route = entry ? entry->route : QString(),
                       .headers = request.headers,
                       .body = request.body});
        fault = m_faults.take(request);
    }
    const auto answer = answerTo(connection, number, fault);
    if (fault) {
        switch (fault->kind) {
        case Fault::Kind::Status:
            answer({.status = fault->status,
                    .body = fault->body,
                    .contentType = fault->contentType,
                    .headers = fault->headers});
            return;
        case Fault::Kind::Reset:
            connection->reset();
            return;
        case Fault::Kind::Silence:
            return;
        case Fault::Kind::Delay:
        case Fault::Kind::Cut:
        case Fault::Kind::LostReply:
            break;
        }
    }
    // Without an organization the list of apps does not exist either, for Fly.
    const bool lacksOrganization = entry && entry->route == "/v1/apps"_L1 && request.method == "GET"_ba
        && request.queryValue(u"org_slug"_s).isEmpty();
    if (!entry || lacksOrganization) {
        answer(noSuchRoute());
        return;
    }
    call.route = entry->route;
    admit(std::move(call), *entry, answer);
}

Answer FrontDoor::answerTo(HttpConnection *connection, qsizetype number, const std::optional<Fault> &fault)
{
    return [this, connection = QPointer(connection), number, fault](Response response) {
        response.headers.append({"fly-request-id"_ba, newUlid(m_world.clock().now()).toLatin1() + "-ams"_ba});
        response.headers.append({"date"_ba, httpDate(m_world.clock().now())});
        response.headers.append({"server"_ba, "Fly/simulator"_ba});
        if (response.status == 401)
            response.headers.append({"www-authenticate"_ba, "Basic realm=\"api.machines.dev\""_ba});
        const bool isLost = fault && fault->kind == Fault::Kind::LostReply;
        keep(number, isLost ? Response{.status = 0} : response);
        if (!connection)
            return;
        if (isLost) {
            connection->hangUp();
        } else if (fault && fault->kind == Fault::Kind::Cut) {
            connection->answerHalf(response);
        } else if (fault && fault->kind == Fault::Kind::Delay) {
            m_world.clock().after(fault->delay, connection, [connection, response] { connection->answer(response); });
        } else {
            connection->answer(response);
        }
    };
}

void FrontDoor::keep(qsizetype number, const Response &response)
{
    if (number < m_forgotten)
        return;
    auto &seen = m_seen[number - m_forgotten];
    seen.status = response.status;
    seen.answerBytes = response.body.size();
    if (m_recordsAnswers) {
        seen.contentType = response.body.isEmpty() ? QByteArray() : response.contentType;
        seen.answer = response.body;
    }
    Q_EMIT answered(seen);
}

void FrontDoor::admit(Call call, const Router::Entry &entry, const Answer &answer)
{
    call.token = m_world.tokens().read(call.request.header("authorization"_ba));
    auto problem = tokenProblem(call, entry.kind);
    if (!problem)
        problem = bodyProblem(call, entry);
    if (!problem)
        problem = find(call);
    if (!problem)
        problem = limitProblem(call, entry.kind);
    if (!problem)
        problem = leaseProblem(call, entry.kind);
    if (problem) {
        answer(*problem);
        return;
    }
    entry.handler(call, answer);
}

std::optional<Response> FrontDoor::tokenProblem(const Call &call, Router::Kind kind) const
{
    if (kind == Router::Kind::Open)
        return {};
    const auto &token = call.token;
    if (!token.isValid)
        return jsonAnswer(QJsonObject{{u"message"_s, u"Unauthorized"_s}}, 401);
    if (token.isExpired)
        return errorAnswer(401, u"Authenticate: token validation error"_s);
    if (token.lacksDischarge)
        return errorAnswer(401, u"Authenticate: token validation error: discharge token expired"_s);
    const bool isWrite = kind == Router::Kind::Write || kind == Router::Kind::LeaseWrite;
    if (isWrite && token.isReadOnly)
        return errorAnswer(403, u"unauthorized"_s);
    const auto app = call.name(u"app"_s);
    const bool isForAll = call.route.startsWith("/v1/orgs/"_L1) || call.route.startsWith("/prometheus/"_L1)
        || call.route == "/v1/apps"_L1 || call.route.startsWith("/api/v1/organizations"_L1);
    if ((isForAll && !token.isForOrganization()) || (!app.isEmpty() && !token.reaches(app)))
        return errorAnswer(403, u"unauthorized"_s);
    return {};
}

std::optional<Response> FrontDoor::bodyProblem(Call &call, const Router::Entry &entry) const
{
    if (entry.takesForm || call.request.body.trimmed().isEmpty())
        return {};
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(call.request.body, &error);
    if (error.error != QJsonParseError::NoError)
        return errorAnswer(400, u"json: invalid character in request body: "_s + error.errorString());
    if (document.isArray() && !call.route.startsWith("/_sim/"_L1)) {
        const auto type = call.route.section(u'/', -1);
        return errorAnswer(400, u"json: cannot unmarshal array into Go value of type main.%1Request"_s.arg(type));
    }
    call.json = document.object();
    return {};
}

std::optional<Response> FrontDoor::find(Call &call)
{
    const auto appName = call.name(u"app"_s);
    if (appName.isEmpty())
        return {};
    if (m_world.isForeign(appName))
        return errorAnswer(403, u"unauthorized"_s);
    call.app = m_world.app(appName);
    const auto now = m_world.clock().now();
    if (!call.app || now < call.app->halfSettledAt)
        return errorAnswer(404, u"Could not find App \"%1\""_s.arg(appName));
    if (now < call.app->settledAt)
        return jsonAnswer(QJsonObject{{u"message"_s, u"Unauthorized"_s}}, 401);

    const auto id = call.name(u"id"_s);
    if (id.isEmpty())
        return {};
    if (call.route.contains("/volumes/"_L1)) {
        call.volume = m_world.volume(id);
        if (!call.volume || call.volume->appNumber != call.app->number)
            return errorAnswer(404, u"volume not found"_s);
        return {};
    }
    call.machine = m_world.machine(id);
    if (!call.machine || call.machine->appNumber != call.app->number)
        return errorAnswer(404, u"machine not found"_s);
    // A destroyed machine can be looked at for a while, and deleting it once more does no harm.
    const bool isPast = call.machine->isDestroyed() && now > call.machine->destroyedAt + destroyedStaysReadableMs;
    const bool isHarmless = call.request.method == "GET"_ba || call.request.method == "DELETE"_ba;
    if (isPast || (call.machine->isDestroyed() && !isHarmless))
        return errorAnswer(404, u"machine not found"_s);
    return {};
}

std::optional<Response> FrontDoor::limitProblem(const Call &call, Router::Kind kind)
{
    if (!m_hasRateLimits || !call.app)
        return {};
    const bool isCounted =
        kind == Router::Kind::Write || kind == Router::Kind::LeaseWrite || kind == Router::Kind::Listing;
    const auto key = call.machine ? call.machine->id : call.app->name;
    const auto bucket = QString::fromLatin1(call.request.method) + u' ' + call.route + u' ' + key;
    const bool isAdmitted = kind == Router::Kind::GetMachine ? m_limiter.admits(bucket, 5, 10)
        : isCounted                                          ? m_limiter.admits(bucket, 1, 3)
                                                             : true;
    if (isAdmitted)
        return {};
    return errorAnswer(429, u"rate limit exceeded"_s);
}

std::optional<Response> FrontDoor::leaseProblem(const Call &call, Router::Kind kind) const
{
    if (kind != Router::Kind::Write || !call.machine || !call.machine->lease)
        return {};
    const auto &lease = *call.machine->lease;
    if (lease.expiresAt <= m_world.clock().now())
        return {};
    const auto nonce = QString::fromUtf8(call.request.header("fly-machine-lease-nonce"_ba));
    if (nonce == lease.nonce)
        return {};
    return leaseHeld(*call.machine);
}

Response leaseHeld(const Machine &machine)
{
    const auto &lease = *machine.lease;
    const auto text = u"machine ID %1 lease currently held by %2, expires at %3"_s.arg(machine.id, lease.owner,
                                                                                       rfc3339(lease.expiresAt));
    return jsonAnswer(QJsonObject{{u"status"_s, u"error"_s}, {u"message"_s, text}, {u"code"_s, u"invalid"_s}}, 409);
}

} // namespace swarm::simulator
