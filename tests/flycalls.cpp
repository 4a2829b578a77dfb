#include "tests/flycalls.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace swarm;

namespace {

const QString app = u"box"_s;
const QString machine = u"148e21ea7f9989"_s;
const QString volume = u"vol_4y2wq8n3kdz9m7pr"_s;
const QString host = u"code.example.com"_s;

template <typename T> Task<Result<void>> outcomeOf(Task<Result<T>> call)
{
    const auto result = co_await std::move(call);
    if (!result)
        co_return std::unexpected(result.error());
    co_return Result<void>();
}

template <typename T> constexpr bool isDone(const Task<Result<T>> *)
{
    return std::is_void_v<T>;
}

template <typename Call> FlyCallCase rest(const char *name, const char *verb, Call call)
{
    using Answer = std::invoke_result_t<Call, FlyClient &>;
    return {.name = name,
            .verb = verb,
            .changesTheWorld = qstrcmp(verb, "GET") != 0,
            .expectsNothing = isDone(static_cast<const Answer *>(nullptr)),
            .run = [call](FlyClient &fly) { return outcomeOf(call(fly)); }};
}

template <typename Call> FlyCallCase graphQl(const char *name, bool isMutation, Call call)
{
    return {
        .name = name, .verb = "POST", .isGraphQl = true, .changesTheWorld = isMutation, .run = [call](FlyClient &fly) {
            return outcomeOf(call(fly));
        }};
}

void add(std::vector<FlyCallCase> *all, std::vector<FlyCallCase> some)
{
    std::ranges::move(some, std::back_inserter(*all));
}

std::vector<FlyCallCase> accountCalls()
{
    return {graphQl("account.viewer", false, [](FlyClient &fly) { return fly.account.viewer({}); }),
            graphQl("account.organizations", false, [](FlyClient &fly) { return fly.account.organizations({}); }),
            graphQl("account.organization", false,
                    [](FlyClient &fly) { return fly.account.organization(u"personal"_s, {}); }),
            graphQl("account.apps", false, [](FlyClient &fly) { return fly.account.apps(u"org1"_s, u"next"_s, {}); }),
            graphQl("account.appUrl", false, [](FlyClient &fly) { return fly.account.appUrl(app, {}); }),
            graphQl("account.appCreatedAt", false, [](FlyClient &fly) { return fly.account.appCreatedAt(app, {}); }),
            graphQl("account.sizes", false, [](FlyClient &fly) { return fly.account.sizes({}); })};
}

std::vector<FlyCallCase> addressCalls()
{
    return {rest("addresses.assign", "POST",
                 [](FlyClient &fly) { return fly.addresses.assign(app, AddressType::SharedV4, {}, {}); }),
            rest("addresses.list", "GET", [](FlyClient &fly) { return fly.addresses.list(app, {}); }),
            rest("addresses.release", "DELETE",
                 [](FlyClient &fly) { return fly.addresses.release(app, u"2a09:8280:1::1"_s, {}); })};
}

std::vector<FlyCallCase> appCalls()
{
    return {rest("apps.create", "POST",
                 [](FlyClient &fly) { return fly.apps.create(app, u"personal"_s, u"box-network"_s, {}); }),
            rest("apps.get", "GET", [](FlyClient &fly) { return fly.apps.get(app, {}); }),
            rest("apps.list", "GET", [](FlyClient &fly) { return fly.apps.list(u"personal"_s, {}); }),
            rest("apps.remove", "DELETE", [](FlyClient &fly) { return fly.apps.remove(app, {}); }),
            rest("apps.removeQuiet", "DELETE", [](FlyClient &fly) { return fly.apps.removeQuiet(app, {}); }),
            rest("apps.createDeployToken", "POST",
                 [](FlyClient &fly) { return fly.apps.createDeployToken(app, 720h, {}); })};
}

std::vector<FlyCallCase> certificateCalls()
{
    return {
        rest("certificates.list", "GET", [](FlyClient &fly) { return fly.certificates.list(app, u"next"_s, {}); }),
        rest("certificates.request", "POST", [](FlyClient &fly) { return fly.certificates.request(app, host, {}); }),
        rest("certificates.upload", "POST",
             [](FlyClient &fly) { return fly.certificates.upload(app, host, u"a certificate"_s, u"its key"_s, {}); }),
        rest("certificates.get", "GET", [](FlyClient &fly) { return fly.certificates.get(app, host, {}); }),
        rest("certificates.check", "POST", [](FlyClient &fly) { return fly.certificates.check(app, host, {}); }),
        rest("certificates.remove", "DELETE", [](FlyClient &fly) { return fly.certificates.remove(app, host, {}); }),
        rest("certificates.removeIssued", "DELETE",
             [](FlyClient &fly) { return fly.certificates.removeIssued(app, host, {}); }),
        rest("certificates.removeUploaded", "DELETE",
             [](FlyClient &fly) { return fly.certificates.removeUploaded(app, host, {}); })};
}

std::vector<FlyCallCase> loginCalls()
{
    return {rest("login.begin", "POST",
                 [](FlyClient &fly) {
                     LoginRequest request{.computer = u"desk"_s,
                                          .challenge = u"E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"_s,
                                          .state = u"a state"_s,
                                          .redirectPort = 40000};
                     return fly.login.begin(request, {});
                 }),
            rest("login.redeem", "POST",
                 [](FlyClient &fly) { return fly.login.redeem(u"session1"_s, u"the code"_s, u"the verifier"_s, {}); }),
            rest("login.poll", "GET", [](FlyClient &fly) { return fly.login.poll(u"session1"_s, {}); })};
}

std::vector<FlyCallCase> lookCalls()
{
    return {
        rest("logs.page", "GET", [](FlyClient &fly) { return fly.logs.page(app, machine, u"17"_s, {}); }),
        rest("metrics.range", "GET",
             [](FlyClient &fly) {
                 const QDateTime end(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC);
                 return fly.metrics.range(u"personal"_s, u"up"_s, {.from = end.addSecs(-3600), .to = end}, {});
             }),
        rest("metrics.newest", "GET", [](FlyClient &fly) { return fly.metrics.newest(u"personal"_s, u"up"_s, {}); }),
        rest("organizations.machines", "GET",
             [](FlyClient &fly) { return fly.organizations.machines(u"personal"_s, {.cursor = u"next"_s}, {}); }),
        rest("organizations.volumes", "GET",
             [](FlyClient &fly) { return fly.organizations.volumes(u"personal"_s, {.cursor = u"next"_s}, {}); }),
        rest("organizations.allMachines", "GET",
             [](FlyClient &fly) { return fly.organizations.allMachines(u"personal"_s, {}, {}); }),
        rest("organizations.allVolumes", "GET",
             [](FlyClient &fly) { return fly.organizations.allVolumes(u"personal"_s, {}, {}); }),
        rest("platform.regions", "GET", [](FlyClient &fly) { return fly.platform.regions({}); }),
        rest("platform.placements", "POST", [](FlyClient &fly) {
            return fly.platform.placements({.organization = u"personal"_s, .region = u"ams"_s}, {});
        })};
}

std::vector<FlyCallCase> machineCalls()
{
    return {
        rest("machines.create", "POST",
             [](FlyClient &fly) {
                 const QJsonObject body{{u"name"_s, u"editor"_s}, {u"region"_s, u"ams"_s}};
                 return fly.machines.create(app, body, {});
             }),
        rest("machines.get", "GET", [](FlyClient &fly) { return fly.machines.get(app, machine, {}); }),
        rest("machines.list", "GET",
             [](FlyClient &fly) { return fly.machines.list(app, {.states = {u"started"_s}}, {}); }),
        rest("machines.update", "POST",
             [](FlyClient &fly) {
                 const MachineUpdate update{.config = {{u"image"_s, u"codercom/code-server"_s}}};
                 return fly.machines.update(app, machine, update, u"nonce"_s, {});
             }),
        rest("machines.remove", "DELETE",
             [](FlyClient &fly) { return fly.machines.remove(app, machine, u"nonce"_s, {}); }),
        rest("machines.removeQuiet", "DELETE",
             [](FlyClient &fly) { return fly.machines.removeQuiet(app, machine, u"nonce"_s, {}); }),
        rest("machines.start", "POST", [](FlyClient &fly) { return fly.machines.start(app, machine, u"nonce"_s, {}); }),
        rest("machines.stop", "POST",
             [](FlyClient &fly) { return fly.machines.stop(app, machine, false, u"nonce"_s, {}); }),
        rest("machines.suspend", "POST",
             [](FlyClient &fly) { return fly.machines.suspend(app, machine, u"nonce"_s, {}); }),
        rest("machines.restart", "POST",
             [](FlyClient &fly) { return fly.machines.restart(app, machine, u"nonce"_s, {}); }),
        rest("machines.signal", "POST",
             [](FlyClient &fly) { return fly.machines.signal(app, machine, u"SIGTERM"_s, {}); }),
        rest("machines.setCordoned", "POST",
             [](FlyClient &fly) { return fly.machines.setCordoned(app, machine, true, u"nonce"_s, {}); }),
        rest("machines.setCordoned(false)", "POST",
             [](FlyClient &fly) { return fly.machines.setCordoned(app, machine, false, u"nonce"_s, {}); }),
        rest("machines.wait", "GET",
             [](FlyClient &fly) { return fly.machines.wait(app, machine, u"01JD"_s, u"started"_s, {}); }),
        rest("machines.acquireLease", "POST",
             [](FlyClient &fly) { return fly.machines.acquireLease(app, machine, 30s, u"resize"_s, u"nonce"_s, {}); }),
        rest("machines.lease", "GET", [](FlyClient &fly) { return fly.machines.lease(app, machine, {}); }),
        rest("machines.releaseLease", "DELETE",
             [](FlyClient &fly) { return fly.machines.releaseLease(app, machine, u"nonce"_s, {}); }),
        rest("machines.metadata", "GET", [](FlyClient &fly) { return fly.machines.metadata(app, machine, {}); }),
        rest("machines.changeMetadata", "PATCH",
             [](FlyClient &fly) {
                 return fly.machines.changeMetadata(app, machine, {{u"role"_s, u"editor"_s}}, u"01JD"_s, {});
             }),
        rest("machines.replaceMetadata", "PUT",
             [](FlyClient &fly) { return fly.machines.replaceMetadata(app, machine, {{u"role"_s, u"editor"_s}}, {}); }),
        rest("machines.metadataValue", "GET",
             [](FlyClient &fly) { return fly.machines.metadataValue(app, machine, u"role"_s, {}); }),
        rest("machines.setMetadata", "POST",
             [](FlyClient &fly) { return fly.machines.setMetadata(app, machine, u"role"_s, u"editor"_s, {}); }),
        rest("machines.removeMetadata", "DELETE",
             [](FlyClient &fly) { return fly.machines.removeMetadata(app, machine, u"role"_s, {}); }),
        rest("machines.exec", "POST",
             [](FlyClient &fly) { return fly.machines.exec(app, machine, {u"/bin/true"_s}, 10s, {}); }),
        rest("machines.processes", "GET", [](FlyClient &fly) { return fly.machines.processes(app, machine, {}); }),
        rest("machines.events", "GET", [](FlyClient &fly) { return fly.machines.events(app, machine, 50, {}); }),
        rest("machines.versions", "GET", [](FlyClient &fly) { return fly.machines.versions(app, machine, {}); })};
}

std::vector<FlyCallCase> secretCalls()
{
    return {
        rest("secrets.list", "GET", [](FlyClient &fly) { return fly.secrets.list(app, true, {}); }),
        rest("secrets.set", "POST",
             [](FlyClient &fly) { return fly.secrets.set(app, {{u"PASSWORD"_s, u"correct horse"_s}}, {}); }),
        rest("secrets.get", "GET", [](FlyClient &fly) { return fly.secrets.get(app, u"PASSWORD"_s, {}); }),
        rest("secrets.remove", "DELETE", [](FlyClient &fly) { return fly.secrets.remove(app, u"PASSWORD"_s, {}); })};
}

std::vector<FlyCallCase> tokenCalls()
{
    return {rest("tokens.current", "GET", [](FlyClient &fly) { return fly.tokens.current({}); }),
            rest("tokens.limits", "POST", [](FlyClient &fly) { return fly.tokens.limits(u"FlyV1 fm2_test"_s, {}); }),
            graphQl("tokens.create", true,
                    [](FlyClient &fly) {
                        const LimitedTokenRequest request{.name = u"box"_s, .organizationId = u"org1"_s, .app = app};
                        return fly.tokens.create(request, {});
                    }),
            graphQl("tokens.list", false, [](FlyClient &fly) { return fly.tokens.list(u"personal"_s, {}); }),
            graphQl("tokens.revoke", true, [](FlyClient &fly) { return fly.tokens.revoke(u"token1"_s, {}); })};
}

std::vector<FlyCallCase> volumeCalls()
{
    return {rest("volumes.create", "POST",
                 [](FlyClient &fly) {
                     const VolumeRequest request{.name = u"home"_s, .region = u"ams"_s, .sizeGb = 10};
                     return fly.volumes.create(app, request, {});
                 }),
            rest("volumes.get", "GET", [](FlyClient &fly) { return fly.volumes.get(app, volume, {}); }),
            rest("volumes.list", "GET", [](FlyClient &fly) { return fly.volumes.list(app, {}); }),
            rest("volumes.setRetention", "PUT",
                 [](FlyClient &fly) { return fly.volumes.setRetention(app, volume, 7, true, {}); }),
            rest("volumes.extend", "PUT", [](FlyClient &fly) { return fly.volumes.extend(app, volume, 20, {}); }),
            rest("volumes.remove", "DELETE", [](FlyClient &fly) { return fly.volumes.remove(app, volume, {}); }),
            rest("volumes.createSnapshot", "POST",
                 [](FlyClient &fly) { return fly.volumes.createSnapshot(app, volume, {}); }),
            rest("volumes.snapshots", "GET", [](FlyClient &fly) { return fly.volumes.snapshots(app, volume, {}); })};
}

} // namespace

std::vector<FlyCallCase> everyFlyCall()
{
    std::vector<FlyCallCase> all;
    for (auto *part : {accountCalls, addressCalls, appCalls, certificateCalls, loginCalls, lookCalls, machineCalls,
                       secretCalls, tokenCalls, volumeCalls})
        add(&all, part());
    return all;
}
