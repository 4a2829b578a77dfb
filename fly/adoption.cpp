#include "fly/adoption.h"

#include "fly/flyerror.h"
#include "fly/machineconfig.h"
#include "fly/orphanrules.h"
#include "model/imagereference.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

const auto editorWord = u"code-server"_s;

bool mentionsEditor(const QString &text)
{
    return text.contains(editorWord, Qt::CaseInsensitive);
}

bool isHealthCheck(const QJsonValue &check)
{
    return check["path"_L1].toString().startsWith("/healthz"_L1);
}

//! A service on our port, and the check that code-server answers: at the service or beside it.
bool servesEditor(const QJsonObject &config)
{
    bool isServed = false;
    bool isChecked = false;
    for (const auto &service : config["services"_L1].toArray()) {
        if (service[u"internal_port"_s].toInt() != editorPort)
            continue;
        isServed = true;
        for (const auto &check : service[u"checks"_s].toArray())
            isChecked = isChecked || isHealthCheck(check);
    }
    for (const auto &check : config["checks"_L1].toObject()) // a map, unlike those of services
        isChecked = isChecked || (isHealthCheck(check) && check[u"port"_s].toInt(editorPort) == editorPort);
    return isServed && isChecked;
}

bool isMarkedAsEditor(const QJsonObject &metadata)
{
    for (auto item = metadata.begin(); item != metadata.end(); ++item) {
        if (mentionsEditor(item.key()) || mentionsEditor(item.value().toString()))
            return true;
    }
    return false;
}

AdoptionCandidate candidateFrom(const Machine &machine, const QString &app)
{
    const auto &config = machine.config;
    const auto metadata = config["metadata"_L1].toObject();
    const auto instance = instanceFrom(machine, {});
    const auto image = config["image"_L1].toString();
    return {.app = app,
            .machine = machine.id,
            .version = machine.instanceId,
            .name = machine.name,
            .image = image,
            .region = machine.region,
            .state = machine.state,
            .size = instance.size,
            .disk = instance.volume,
            .isDeployed = metadata.contains("fly_platform_version"_L1),
            .evidence = {.isImage = mentionsEditor(image),
                         .isServing = servesEditor(config),
                         .isMetadata = isMarkedAsEditor(metadata)}};
}

std::vector<AdoptionCandidate> candidatesIn(const std::vector<Machine> &machines, const QString &app)
{
    const auto living = std::ranges::count_if(machines, [](const Machine &machine) { return !isGone(machine); });
    std::vector<AdoptionCandidate> candidates;
    for (const auto &machine : machines) {
        if (isGone(machine) || machine.config.isEmpty() || isOurs(machine))
            continue;
        auto candidate = candidateFrom(machine, app);
        candidate.sharesApp = living > 1;
        if (candidate.evidence.isAny())
            candidates.push_back(std::move(candidate));
    }
    return candidates;
}

//! The image as the machine runs it, so that it can be gone back to.
QString imagesOf(const Machine &machine)
{
    const auto reference = machine.config["image"_L1].toString();
    auto image = imageFrom(reference);
    if (image && image->digest.isEmpty())
        image->digest = machine.imageRef["digest"_L1].toString();
    const QJsonArray images{image ? imageReference(*image) : reference};
    return QString::fromUtf8(QJsonDocument(images).toJson(QJsonDocument::Compact));
}

bool isAdoptedAs(const Machine &machine, const InstanceId &id)
{
    return isInstance(machine) && instanceIdOf(machine) == id;
}

} // namespace

Task<Result<std::vector<AdoptionCandidate>>> Adoption::candidates(QString organization, std::stop_token stop)
{
    const auto listed = co_await m_fly.organizations.allMachines(organization, {}, stop);
    if (!listed)
        co_return std::unexpected(listed.error());
    QSet<QString> apps; // the organization's list has neither services nor checks
    for (const auto &machine : listed->rows) {
        if (!isGone(machine) && !isOurs(machine))
            apps.insert(machine.app);
    }
    auto sorted = apps.values();
    sorted.sort();

    std::vector<AdoptionCandidate> found;
    for (const auto &app : std::as_const(sorted)) {
        const auto machines = co_await m_fly.machines.list(app, {}, stop);
        const bool isAppGone = !machines && machines.error().kind() == Error::Kind::NotFound;
        if (isAppGone)
            continue;
        if (!machines)
            co_return std::unexpected(machines.error());
        std::ranges::move(candidatesIn(*machines, app), std::back_inserter(found));
    }
    co_return found;
}

Task<Result<Machine>> Adoption::look(AdoptionCandidate candidate, std::stop_token stop)
{
    auto machine = co_await m_fly.machines.get(candidate.app, candidate.machine, stop);
    if (!machine)
        co_return machine;
    if (isGone(*machine))
        co_return std::unexpected(Error{.code = ErrorCode::ResourceNotFound, .detail = u"the machine is gone"_s});
    if (machine->config.isEmpty()) // whose it is stands there
        co_return std::unexpected(
            Error{.code = ErrorCode::ResourceWrongState, .detail = u"the machine's host cannot be reached"_s});
    machine->app = candidate.app;
    co_return machine;
}

Task<Result<Instance>> Adoption::adopt(AdoptionCandidate candidate, QString name, InstanceId id, QString version,
                                       std::stop_token stop)
{
    const auto before = co_await look(candidate, stop);
    if (!before)
        co_return std::unexpected(before.error());
    if (isAdoptedAs(*before, id))
        co_return instanceFrom(*before, {});
    if (isOurs(*before))
        co_return std::unexpected(
            Error{.code = ErrorCode::ResourceAlreadyExists, .detail = u"the machine is an instance already"_s});

    const QMap<QString, QString> values{
        {QLatin1StringView(metadata::schema), u"1"_s},   {QLatin1StringView(metadata::id), id},
        {QLatin1StringView(metadata::name), name},       {QLatin1StringView(metadata::role), u"current"_s},
        {QLatin1StringView(metadata::version), version}, {QLatin1StringView(metadata::images), imagesOf(*before)}};
    const auto written =
        co_await m_fly.machines.changeMetadata(candidate.app, candidate.machine, values, candidate.version, stop);
    if (!written && !mayHaveHappened(written.error()))
        co_return std::unexpected(written.error());

    // An answer is not yet a fact, nor is a lost one a failure. Cancelled or not: what was written is to be known.
    const auto after = co_await look(candidate, {});
    if (after && isAdoptedAs(*after, id))
        co_return instanceFrom(*after, {});
    if (!written)
        co_return std::unexpected(written.error());
    if (!after)
        co_return std::unexpected(after.error());
    co_return std::unexpected(Error{.code = isOurs(*after) ? ErrorCode::ResourceAlreadyExists : ErrorCode::BadReply,
                                    .detail = u"the machine did not take the metadata"_s});
}

} // namespace swarm
