#include "fly/keeping.h"

#include "fly/configchange.h"
#include "fly/machineconfig.h"
#include "fly/teardown.h"
#include "model/scrubbed.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

//! Takes out of the environment what looks like a secret: it must not lie in a file.
QMap<QString, QString> takeSecrets(QJsonObject *config)
{
    QMap<QString, QString> secrets;
    auto env = (*config)["env"_L1].toObject();
    for (const auto &name : env.keys()) {
        const auto value = env[name].toString();
        if (namesSecret(name) || scrubbed(value) != value)
            secrets.insert(name, env.take(name).toString());
    }
    config->insert(u"env"_s, env);
    return secrets;
}

} // namespace

Keeping::Keeping(FlyTools tools, Progress progress)
    : m_tools(tools)
    , m_commands(tools)
    , m_progress(std::move(progress))
{
}

Task<Result<Keepsake>> Keeping::take(Instance instance, int days)
{
    m_progress.entered(Step::LookingAround);
    const auto machine = co_await m_tools.fly.machines.get(instance.app, instance.machine, m_progress.stop);
    if (!machine)
        co_return std::unexpected(machine.error());
    if (machine->config.isEmpty())
        co_return std::unexpected(Error{.code = ErrorCode::ResourceWrongState,
                                        .detail = u"its host cannot be reached, so no snapshot can be taken"_s});
    const bool wasRunning = isUp(statusOf(machine->state));
    const auto noted = co_await m_progress.note(u"was_running"_s, wasRunning);
    if (!noted)
        co_return std::unexpected(noted.error());

    instance.volume = mountedVolume(*machine);
    const auto snapshot = co_await lastSnapshot(instance, *machine, days);
    if (!snapshot) {
        auto error = snapshot.error();
        if (wasRunning) {
            m_progress.entered(Step::Undoing);
            Progress quiet;
            const auto awake =
                co_await m_commands.bring(instance.app, machine->id, Status::Running, StopManner::Graceful, {}, quiet);
            if (!awake)
                error.leftBehind.push_back({.kind = Resource::Kind::Machine, .name = machine->id});
        }
        co_return std::unexpected(error);
    }
    Keepsake keepsake{.instance = instance.id,
                      .name = instance.name,
                      .app = instance.app,
                      .region = machine->region,
                      .snapshot = snapshot->id,
                      .diskGb = std::max(instance.diskGb, static_cast<int>(snapshot->volumeBytes >> 30)),
                      .bytes = snapshot->bytes,
                      .machine = pinnedConfig(*machine),
                      .expiresAt = snapshot->createdAt.addDays(days)};
    keepsake.secrets = takeSecrets(&keepsake.machine);
    co_return keepsake;
}

Task<Result<Snapshot>> Keeping::lastSnapshot(Instance instance, Machine machine, int days)
{
    const auto stopped =
        co_await m_commands.bring(instance.app, machine.id, Status::Stopped, StopManner::Graceful, {}, m_progress);
    if (!stopped)
        co_return std::unexpected(stopped.error());
    const auto kept =
        co_await m_tools.fly.volumes.setRetention(instance.app, instance.volume, days, true, m_progress.stop);
    if (!kept)
        co_return std::unexpected(kept.error());
    Provisioner provisioner(m_tools, instance.app, m_progress);
    co_return co_await provisioner.makeSnapshot(instance.volume);
}

Task<Result<Machine>> Keeping::restore(Keepsake keepsake)
{
    const auto machine = co_await restored(keepsake);
    if (machine)
        co_return machine;
    m_progress.entered(Step::Undoing);
    auto error = machine.error();
    const auto removed = co_await takeBackRestore(keepsake);
    error.undone = removed ? *removed : removed.error().undone;
    error.leftBehind = removed ? std::vector<Resource>() : removed.error().leftBehind;
    co_return std::unexpected(error);
}

Task<Result<Machine>> Keeping::restored(Keepsake keepsake)
{
    m_progress.entered(Step::PreparingAddressAndDisk);
    Provisioner provisioner(m_tools, keepsake.app, m_progress);
    const auto before = co_await m_tools.fly.volumes.list(keepsake.app, m_progress.stop);
    if (!before)
        co_return std::unexpected(before.error());
    QStringList known;
    for (const auto &volume : *before)
        known << volume.id;
    provisioner.setKnownVolumes(known);
    VolumeRequest wanted{.name = volumeNameFor(keepsake.name),
                         .region = keepsake.region,
                         .sizeGb = keepsake.diskGb,
                         .guest = keepsake.machine["guest"_L1].toObject(),
                         .snapshot = keepsake.snapshot};
    const auto volume = co_await provisioner.makeVolume(std::move(wanted));
    if (!volume)
        co_return std::unexpected(volume.error());
    const auto addresses = co_await m_tools.fly.addresses.list(keepsake.app, m_progress.stop);
    if (!addresses)
        co_return std::unexpected(addresses.error());
    if (addresses->empty()) {
        const auto assigned = co_await provisioner.assignAddresses(AddressKind::Shared);
        if (!assigned)
            co_return std::unexpected(assigned.error());
    }

    m_progress.entered(Step::CreatingMachine);
    auto config = withVolume(keepsake.machine, volume->id);
    auto env = config["env"_L1].toObject();
    for (auto secret = keepsake.secrets.begin(); secret != keepsake.secrets.end(); ++secret)
        env.insert(secret.key(), secret.value());
    config["env"_L1] = env;
    config = withAutostart(config, true);
    config = withMetadata(config,
                          {{QString::fromLatin1(metadata::role), QString::fromLatin1(role::current)},
                           {QString::fromLatin1(metadata::id), keepsake.instance},
                           {QString::fromLatin1(metadata::name), keepsake.name}});
    auto body = machineBody(u"editor-"_s + randomSuffix(), volume->region, config, 0);
    const auto made = co_await provisioner.makeMachine(std::move(body));
    if (!made)
        co_return made;
    m_progress.entered(Step::WaitingForMachine);
    const auto running = co_await m_tools.wait.until(keepsake.app, *made, Status::Running, m_progress.stop);
    if (!running)
        co_return running;
    co_return co_await m_commands.untilChecked(keepsake.app, made->id, m_progress);
}

Task<Result<std::vector<Resource>>> Keeping::takeBackRestore(Keepsake keepsake)
{
    const Instance ours{.id = keepsake.instance, .app = keepsake.app};
    Teardown teardown(m_tools, ours, [](Step) { });
    teardown.keepApp();
    co_return co_await teardown.run();
}

} // namespace swarm
