#include "app/ctl/rehearsal.h"

#include "app/ctl/deploying.h"
#include "app/ctl/follower.h"
#include "app/memorytokenstore.h"
#include "ui/wording/errorwords.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm::ctl {
namespace {

constexpr double speed = 400; //!< nobody waits for a rehearsal

bool changesSomething(const QJsonObject &seen)
{
    const auto method = seen["method"_L1].toString();
    if (method == "GET"_L1)
        return false;
    const bool isGraphQl = seen["path"_L1].toString().startsWith("/graphql"_L1);
    return !isGraphQl || seen["body"_L1].toString().contains("mutation"_L1);
}

//! Without what nobody should see on a screen or in a log.
QJsonValue bodyOf(const QJsonObject &seen)
{
    if (seen["path"_L1].toString().contains("/secrets"_L1))
        return u"(secrets)"_s;
    const auto text = seen["body"_L1].toString();
    const auto json = QJsonDocument::fromJson(text.toUtf8());
    if (json.isObject())
        return json.object();
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

} // namespace

Rehearsal::Rehearsal(Context context)
    : m_context(context)
    , m_request(context.line.request)
    , m_stage(Demo::Options{.editor = u"built-in"_s, .timeScale = speed, .isPopulated = false})
    , m_http(context.engine.clock())
{
}

Task<int> Rehearsal::run(std::optional<Instance> instance)
{
    const auto built = co_await build();
    if (!built)
        co_return m_context.report.failure(built.error());
    const bool isOfReceipt = m_request.verb == Verb::Restore || m_request.verb == Verb::Erase;
    if (instance) {
        auto copied = isOfReceipt ? copyOfDeleted(instance->name) : copy(*instance);
        const auto there = co_await copied;
        if (!there)
            co_return m_context.report.failure(there.error());
        m_request.instance = there->id;
        const auto prepared = co_await prepare(*instance, *there);
        if (!prepared)
            co_return m_context.report.failure(prepared.error());
    }
    const auto begun = co_await control("DELETE"_ba, u"/_sim/requests"_s, {});
    if (!begun)
        co_return m_context.report.failure(begun.error());
    const int exitCode = co_await play();
    if (exitCode != ExitOk)
        co_return exitCode;
    co_return co_await tell();
}

Task<Result<void>> Rehearsal::build()
{
    std::stop_source settled;
    QObject context;
    QString trouble;
    QObject::connect(&m_stage, &Demo::ready, &context, [&](const FlyEndpoints &endpoints) {
        m_endpoints = endpoints;
        settled.request_stop();
    });
    QObject::connect(&m_stage, &Demo::failed, &context, [&](const QString &reason) {
        trouble = reason;
        settled.request_stop();
    });
    m_stage.start();
    co_await sleepFor(30s, settled.get_token());
    if (m_endpoints.api.isEmpty())
        co_return std::unexpected(Error{.code = ErrorCode::InternalError, .detail = trouble});
    auto configuration = m_context.line.common.configuration;
    configuration.organization.clear(); // there is another one
    m_engine = std::make_unique<Engine>(Engine::Options{.endpoints = m_endpoints,
                                                        .paths = Paths(m_stage.folder()),
                                                        .configuration = configuration,
                                                        .timeScale = speed,
                                                        .launchBrowser = [](const QUrl &) { return true; }},
                                        std::make_unique<MemoryTokenStore>());
    co_return co_await m_engine->useToken(Demo::token());
}

Task<Result<Instance>> Rehearsal::copy(Instance original)
{
    auto spec = co_await m_context.engine.provider().describe(original);
    if (!spec)
        co_return std::unexpected(spec.error());
    spec->name = original.app; // so that the app is called the same
    spec->password = generatedPassword();
    const auto made = co_await carryOut({.verb = Verb::Create, .spec = *spec});
    if (!made)
        co_return std::unexpected(made.error());
    if (original.name != original.app) {
        const auto renamed =
            co_await carryOut({.verb = Verb::Rename, .instance = made->instance, .name = original.name});
        if (!renamed)
            co_return std::unexpected(renamed.error());
    }
    const auto there = *m_engine->store().find(made->instance);
    m_originals.insert(there.machine, original.machine);
    m_originals.insert(there.volume, original.volume);
    const auto named = co_await nameAddresses(original, there);
    if (!named)
        co_return std::unexpected(named.error());
    const auto brought = co_await bringInto(original.status, there);
    if (!brought)
        co_return std::unexpected(brought.error());
    const auto *now = m_engine->store().find(there.id);
    co_return now ? *now : there;
}

Task<Result<void>> Rehearsal::nameAddresses(Instance original, Instance copy)
{
    const auto real = co_await m_context.engine.provider().addresses(original);
    if (!real)
        co_return std::unexpected(real.error());
    const auto played = co_await m_engine->provider().addresses(copy);
    if (!played)
        co_return std::unexpected(played.error());
    for (const auto &address : *played) {
        const auto same = std::ranges::find(*real, address.kind, &Address::kind);
        if (same != real->end())
            m_originals.insert(address.ip, same->ip);
    }
    co_return Result<void>();
}

Task<Result<void>> Rehearsal::bringInto(Status status, Instance copy)
{
    Result<Operation> brought;
    if (status == Status::Stopped)
        brought = co_await carryOut({.verb = Verb::Stop, .instance = copy.id});
    else if (status == Status::Suspended)
        brought = co_await carryOut({.verb = Verb::Suspend, .instance = copy.id});
    if (!brought)
        co_return std::unexpected(brought.error());
    if (status == Status::Missing) {
        const auto gone = co_await control("POST"_ba, u"/_sim/machines/%1/destroy"_s.arg(copy.machine), "{}"_ba);
        if (!gone)
            co_return std::unexpected(gone.error());
        copy.status = Status::Missing;
        m_engine->store().put(copy);
    }
    co_return Result<void>();
}

Task<Result<Instance>> Rehearsal::copyOfDeleted(QString name)
{
    const auto *keepsake = m_context.engine.receipts()->find(name);
    if (!keepsake)
        co_return std::unexpected(Error{.code = ErrorCode::ResourceNotFound, .instance = name});
    InstanceSpec spec{.name = keepsake->app, .region = keepsake->region, .diskGb = keepsake->diskGb};
    spec.password = generatedPassword();
    const auto snapshot = keepsake->snapshot;
    const auto made = co_await carryOut({.verb = Verb::Create, .spec = spec});
    if (!made)
        co_return std::unexpected(made.error());
    const auto there = *m_engine->store().find(made->instance);
    const auto deleted = co_await carryOut({.verb = Verb::Delete, .instance = there.id, .keepDays = 5});
    if (!deleted)
        co_return std::unexpected(deleted.error());
    if (deleted->keepsake)
        m_originals.insert(deleted->keepsake->snapshot, snapshot);
    co_return there;
}

Task<Result<void>> Rehearsal::prepare(Instance original, Instance copy)
{
    switch (m_request.verb) {
    case Verb::RollBackData:
        co_return co_await provideSnapshot(&m_request.replacement.snapshot, copy);
    case Verb::Clone:
        if (m_request.spec.snapshot.isEmpty())
            co_return Result<void>();
        co_return co_await provideSnapshot(&m_request.spec.snapshot, copy);
    case Verb::RollBack:
        co_return co_await provideEarlierImage(original, copy);
    case Verb::RemoveAddress:
        co_return co_await provideAddress(original, copy);
    case Verb::GoBack:
    case Verb::DropPrevious: {
        const auto moved =
            co_await carryOut({.verb = Verb::Move, .instance = copy.id, .replacement = {.source = DataSource::Disk}});
        if (!moved)
            co_return std::unexpected(moved.error());
        co_return Result<void>();
    }
    case Verb::RemoveDomain: {
        const auto added =
            co_await carryOut({.verb = Verb::AddDomain, .instance = copy.id, .hostname = m_request.hostname});
        if (!added)
            co_return std::unexpected(added.error());
        co_return Result<void>();
    }
    case Verb::ChangeImage:
        if (!m_request.change.image)
            m_request.change.image = Image{.repository = original.image.repository, .tag = m_request.version};
        co_return Result<void>();
    case Verb::BackUp: // nothing is written here
        m_request.backup = {.path = m_stage.folder() + u"/rehearsal.tar.gz"_s, .overwrites = true};
        co_return Result<void>();
    default:
        co_return Result<void>();
    }
}

Task<Result<void>> Rehearsal::provideSnapshot(QString *wanted, Instance copy)
{
    const auto taken = co_await carryOut({.verb = Verb::Snapshot, .instance = copy.id});
    if (!taken)
        co_return std::unexpected(taken.error());
    const auto id = taken->snapshot ? taken->snapshot->id : QString();
    m_originals.insert(id, std::exchange(*wanted, id));
    co_return Result<void>();
}

Task<Result<void>> Rehearsal::provideEarlierImage(Instance original, Instance copy)
{
    const auto earlier = co_await m_context.engine.provider().earlierVersions(original);
    if (!earlier)
        co_return std::unexpected(earlier.error());
    const auto isWanted = [this](const EarlierVersion &version) {
        return m_request.version.isEmpty() || version.version == m_request.version
            || version.image.tag == m_request.version;
    };
    const auto found = std::ranges::find_if(*earlier, isWanted);
    if (found == earlier->end())
        co_return std::unexpected(Error{.code = ErrorCode::ResourceNotFound, .instance = original.name});
    for (const auto &image : {found->image, copy.image}) { // there and back: what was before is then before
        const auto changed = co_await carryOut(
            {.verb = Verb::ChangeImage, .instance = copy.id, .change = {.image = image}, .isForced = true});
        if (!changed)
            co_return std::unexpected(changed.error());
    }
    m_request.version.clear();
    co_return Result<void>();
}

Task<Result<void>> Rehearsal::provideAddress(Instance original, Instance copy)
{
    const auto real = co_await m_context.engine.provider().addresses(original);
    if (!real)
        co_return std::unexpected(real.error());
    const auto wanted = std::ranges::find(*real, m_request.ip, &Address::ip);
    if (wanted == real->end())
        co_return std::unexpected(Error{.code = ErrorCode::ResourceNotFound, .instance = original.name});
    if (wanted->kind == Address::Kind::EgressV4 || wanted->kind == Address::Kind::EgressV6) {
        const auto added =
            co_await carryOut({.verb = Verb::AddAddress,
                               .instance = copy.id,
                               .address = {.kind = AddressRequest::Kind::Egress, .region = original.region}});
        if (!added)
            co_return std::unexpected(added.error());
    }
    const auto there = co_await m_engine->provider().addresses(copy);
    if (!there)
        co_return std::unexpected(there.error());
    const auto same = std::ranges::find(*there, wanted->kind, &Address::kind);
    if (same != there->end())
        m_originals.insert(same->ip, std::exchange(m_request.ip, same->ip));
    co_return Result<void>();
}

Task<Result<Operation>> Rehearsal::carryOut(OperationRequest request)
{
    const auto id = m_engine->operations().begin(std::move(request));
    Follower follower(m_engine->operations(), Report::silent());
    const auto ended = co_await follower.end(id);
    if (ended.error)
        co_return std::unexpected(*ended.error);
    co_return ended;
}

Task<int> Rehearsal::play()
{
    if (m_context.line.command == Command::Deploy) {
        auto line = m_context.line;
        line.isConfirmed = true;
        const auto silent = Report::silent();
        Deploying deploying(Context{*m_engine, line, silent, m_context.stop});
        co_return co_await deploying.deploy();
    }
    m_request.password = generatedPassword(); // the real one is nobody's business here
    m_request.spec.password = m_request.password;
    const auto ended = co_await carryOut(m_request);
    if (ended)
        co_return ExitOk;
    m_context.report.remark(u"It would not succeed:"_s);
    co_return m_context.report.failure(ended.error());
}

Task<Result<QByteArray>> Rehearsal::control(QByteArray verb, QString path, QByteArray body)
{
    HttpRequest request{.verb = verb, .url = m_endpoints.api.resolved(QUrl(path)), .body = body};
    const auto reply = co_await m_http.send(std::move(request));
    if (!reply)
        co_return std::unexpected(reply.error());
    co_return reply->body;
}

QJsonObject Rehearsal::call(const QJsonObject &seen) const
{
    auto text = QString::fromUtf8(
        QJsonDocument(
            QJsonObject{{u"method"_s, seen["method"_L1]}, {u"path"_s, seen["path"_L1]}, {u"body"_s, bodyOf(seen)}})
            .toJson(QJsonDocument::Compact));
    const auto inPath = [](const QString &id) { return QString::fromLatin1(QUrl::toPercentEncoding(id)); };
    for (auto id = m_originals.cbegin(); id != m_originals.cend(); ++id) {
        if (!id.key().isEmpty() && !id.value().isEmpty())
            text.replace(id.key(), id.value()).replace(inPath(id.key()), inPath(id.value()));
    }
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

Task<int> Rehearsal::tell()
{
    const auto seen = co_await control("GET"_ba, u"/_sim/requests"_s, {});
    if (!seen)
        co_return m_context.report.failure(seen.error());
    QJsonArray calls;
    QStringList lines;
    for (const auto &one : QJsonDocument::fromJson(*seen).array()) {
        if (!changesSomething(one.toObject()))
            continue;
        const auto made = call(one.toObject());
        calls.append(made);
        lines << u"%1 %2"_s.arg(made["method"_L1].toString(), made["path"_L1].toString());
    }
    m_context.report.remark(lines.isEmpty() ? u"It would change nothing."_s
                                            : u"It would make these calls, as played on a simulator; ids of new things "
                                              "are invented:"_s);
    m_context.report.result(lines.join(u'\n'), QJsonObject{{u"calls"_s, calls}});
    co_return ExitOk;
}

} // namespace swarm::ctl
