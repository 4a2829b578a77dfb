#include "fly/instanceconfiguration.h"

#include "fly/configchange.h"
#include "fly/earlierversions.h"
#include "fly/flyerror.h"
#include "fly/machineconfig.h"
#include "fly/provisioner.h"
#include "fly/serviceconfig.h"
#include "model/scrubbed.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

//! Ports can be refused; nothing else can.
Result<QJsonObject> changedConfig(const QJsonObject &config, const InstanceChange &change)
{
    auto closed = withoutPorts(withChange(config, change), change.closePorts);
    auto opened = closed ? withPorts(std::move(*closed), change.openPorts) : closed;
    if (opened)
        return std::move(*opened);
    return std::unexpected(Error{.code = ErrorCode::ApiInvalidRequest, .refusal = opened.error()});
}

} // namespace

Task<Result<Outcome>> InstanceConfiguration::change(Instance instance, InstanceChange change, Progress progress)
{
    co_return co_await reconfigured(
        std::move(instance), [change](const QJsonObject &config) { return changedConfig(config, change); }, 0,
        std::move(progress));
}

Task<Result<Outcome>> InstanceConfiguration::rollBack(Instance instance, QString version, RollBackManner manner,
                                                      Progress progress)
{
    const auto earlier = co_await earlierConfig(instance, std::move(version), manner, progress.stop);
    if (!earlier)
        co_return std::unexpected(earlier.error());
    co_return co_await reconfigured(
        std::move(instance),
        [earlier = *earlier, manner](const QJsonObject &config) {
            return Result<QJsonObject>(rolledBack(config, earlier, manner));
        },
        0, std::move(progress));
}

Task<Result<Outcome>> InstanceConfiguration::rename(Instance instance, QString name, Progress progress)
{
    progress.entered(Step::Renaming);
    const auto noted = co_await progress.note(u"name"_s, name);
    if (!noted)
        co_return std::unexpected(noted.error());
    QMap<QString, QString> values{{QString::fromLatin1(metadata::name), name}};
    const auto changed = co_await m_tools.fly.machines.changeMetadata(instance.app, instance.machine, std::move(values),
                                                                      {}, progress.stop);
    if (!changed)
        co_return std::unexpected(changed.error());
    const auto now = co_await m_tools.fly.machines.get(instance.app, instance.machine, {});
    instance.name = name;
    if (now)
        instance = co_await m_reader.completed(*now, std::move(instance));
    co_return Outcome{.instance = instance};
}

Task<Result<Outcome>> InstanceConfiguration::setPassword(Instance instance, QString password, Progress progress)
{
    progress.entered(Step::SettingPassword);
    Provisioner provisioner(m_tools, instance.app, progress);
    const Resource secret{.kind = Resource::Kind::Secret, .name = u"PASSWORD"_s};
    const auto version = co_await provisioner.setSecret(u"PASSWORD"_s, std::move(password));
    if (!version) {
        auto error = version.error();
        if (mayHaveHappened(error))
            error.leftBehind.push_back(secret);
        co_return std::unexpected(error);
    }
    // A new version of the machine, or it would go on with the old password until somebody changes it.
    auto outcome = co_await reconfigured(
        std::move(instance), [](const QJsonObject &config) { return Result<QJsonObject>(config); },
        std::max<qint64>(*version, 1), std::move(progress));
    if (!outcome) // the machine's next version will have it, whoever makes that
        outcome.error().leftBehind.push_back(secret);
    co_return outcome;
}

Task<Result<std::vector<EarlierVersion>>> InstanceConfiguration::earlierVersions(Instance instance)
{
    const auto versions = co_await m_tools.fly.machines.versions(instance.app, instance.machine, {});
    if (!versions)
        co_return std::unexpected(versions.error());
    co_return earlierVersionsFrom(*versions, instance.version);
}

Task<Result<QMap<QString, QString>>> InstanceConfiguration::environment(Instance instance)
{
    const auto machine = co_await m_reader.wholeMachine(std::move(instance), {});
    if (!machine)
        co_return std::unexpected(machine.error());
    QMap<QString, QString> variables;
    const auto env = machine->config["env"_L1].toObject();
    for (auto variable = env.begin(); variable != env.end(); ++variable)
        variables.insert(variable.key(), variable->toString());
    co_return variables;
}

Task<Result<std::vector<ServicePort>>> InstanceConfiguration::ports(Instance instance)
{
    const auto machine = co_await m_reader.wholeMachine(std::move(instance), {});
    if (!machine)
        co_return std::unexpected(machine.error());
    co_return extraPorts(machine->config);
}

Task<Result<InstanceSpec>> InstanceConfiguration::describe(Instance instance)
{
    const auto machine = co_await m_reader.wholeMachine(instance, {});
    if (!machine)
        co_return std::unexpected(machine.error());
    auto spec = specFrom(*machine, instance);
    const auto addresses = co_await m_network.addresses(instance.app, {});
    if (!addresses)
        co_return std::unexpected(addresses.error());
    spec.address = addressKindOf(*addresses);
    co_return spec;
}

Task<Result<QString>> InstanceConfiguration::findPassword(Instance instance)
{
    const auto secrets = co_await m_tools.fly.secrets.list(instance.app, true, {});
    if (!secrets)
        co_return std::unexpected(secrets.error());
    for (const auto &secret : *secrets) {
        if (secret.name == "PASSWORD"_L1 && !secret.value.isEmpty())
            co_return secret.value;
    }
    const auto machine = co_await m_tools.fly.machines.get(instance.app, instance.machine, {});
    if (!machine)
        co_return std::unexpected(machine.error());
    const Error unknown{.code = ErrorCode::ResourceNotFound, .detail = u"Fly.io does not tell the password"_s};
    if (statusOf(machine->state) != Status::Running)
        co_return std::unexpected(unknown);
    const auto printed =
        co_await m_tools.fly.machines.exec(instance.app, instance.machine, {u"printenv"_s, u"PASSWORD"_s}, 10s, {});
    if (!printed)
        co_return std::unexpected(printed.error());
    const auto password = QString::fromUtf8(printed->output).trimmed();
    if (printed->exitCode != 0 || password.isEmpty())
        co_return std::unexpected(unknown);
    co_return password;
}

Task<Result<QJsonObject>> InstanceConfiguration::shown(Instance instance)
{
    const auto machine = co_await m_reader.wholeMachine(std::move(instance), {});
    if (!machine)
        co_return std::unexpected(machine.error());
    auto config = machine->config;
    auto env = config["env"_L1].toObject();
    for (const auto &name : env.keys()) {
        const auto value = env[name].toString();
        if (namesSecret(name) || scrubbed(value) != value)
            env[name] = secretMark();
    }
    if (!env.isEmpty())
        config["env"_L1] = env;
    co_return config;
}

Task<Result<Outcome>> InstanceConfiguration::reconfigured(Instance instance, Reconfiguration::Change change,
                                                          qint64 minSecretsVersion, Progress progress)
{
    Reconfiguration reconfiguration(m_tools, instance.app, instance.machine, std::move(progress));
    const auto changed = co_await reconfiguration.run(std::move(change), minSecretsVersion);
    if (!changed)
        co_return std::unexpected(changed.error());
    const auto now = co_await m_reader.completed(changed->machine, std::move(instance));
    co_return Outcome{.instance = now, .wasAlreadySo = changed->wasAlreadySo};
}

Task<Result<QJsonObject>> InstanceConfiguration::earlierConfig(Instance instance, QString version,
                                                               RollBackManner manner, std::stop_token stop)
{
    const auto machine = co_await m_reader.wholeMachine(instance, stop);
    if (!machine)
        co_return std::unexpected(machine.error());
    const auto versions = co_await m_tools.fly.machines.versions(instance.app, instance.machine, stop);
    if (!versions)
        co_return std::unexpected(versions.error());
    if (const auto found = earlierConfigIn(*versions, *machine, version, manner))
        co_return *found;
    co_return std::unexpected(Error{.code = ErrorCode::ResourceNotFound,
                                    .detail = version.isEmpty() ? u"there is no earlier version"_s
                                                                : u"there is no version %1"_s.arg(version)});
}

} // namespace swarm
