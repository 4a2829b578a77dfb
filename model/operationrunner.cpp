#include "model/operationrunner.h"

#include "model/clock.h"
#include "model/compatibility.h"
#include "model/holdings.h"
#include "model/instancesecrets.h"
#include "model/instancestore.h"
#include "model/opener.h"
#include "model/receipts.h"
#include "model/requestfacts.h"
#include "model/tokenstore.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr std::chrono::milliseconds changePatience = 5min; //!< Fly.io calls a start or stop stuck after this

Instance announced(const InstanceSpec &spec, const QDateTime &now)
{
    return {.id = spec.id,
            .name = spec.name,
            .app = spec.name,
            .region = spec.region,
            .state = u"creating"_s,
            .status = Status::Creating,
            .size = spec.size,
            .diskGb = spec.diskGb,
            .image = spec.image,
            .idle = spec.idle,
            .softwareVersion = QLatin1StringView(SWARM_VERSION),
            .createdAt = now};
}

bool isAboutRoom(ErrorCode code)
{
    return code == ErrorCode::CapacityRegion || code == ErrorCode::CapacityHost || code == ErrorCode::CapacityVolume;
}

std::unexpected<Error> failed(ErrorCode code, const QString &detail)
{
    return std::unexpected(Error{.code = code, .detail = detail});
}

//! Whether asking again would be answered in the same way.
bool isFinal(const Error &error)
{
    const auto kind = error.kind();
    return kind == Error::Kind::NotFound || kind == Error::Kind::Rejected || kind == Error::Kind::NoRoom
        || (kind == Error::Kind::Conflict && error.code != ErrorCode::ResourceBusy);
}

//! `name`: what it is about, where that is not the operation's own instance.
std::unexpected<Error> refused(SpecProblem problem, const QString &name = {})
{
    const bool isTaken = problem == SpecProblem::NameTaken;
    return std::unexpected(Error{.code = isTaken ? ErrorCode::ResourceAlreadyExists : ErrorCode::ApiInvalidRequest,
                                 .instance = name,
                                 .refusal = problem});
}

std::unexpected<Error> refused(Refusal refusal, ErrorCode code, const QString &detail = {})
{
    return std::unexpected(Error{.code = code, .detail = detail, .refusal = refusal});
}

Resource::Kind resourceKind(Orphan::Kind kind)
{
    switch (kind) {
    case Orphan::Kind::Disk:
        return Resource::Kind::Volume;
    case Orphan::Kind::Address:
        return Resource::Kind::Address;
    case Orphan::Kind::EmptyApp:
    case Orphan::Kind::KeptSnapshot:
        return Resource::Kind::App;
    case Orphan::Kind::Candidate:
    case Orphan::Kind::Previous:
    case Orphan::Kind::MachineWithoutDisk:
        return Resource::Kind::Machine;
    }
    Q_UNREACHABLE();
}

} // namespace

OperationRunner::OperationRunner(OperationTools tools, OperationRequest request, Instance before, Progress progress)
    : m_tools(tools)
    , m_request(std::move(request))
    , m_before(std::move(before))
    , m_progress(std::move(progress))
{
}

Task<Result<OperationResult>> OperationRunner::run()
{
    auto &provider = m_tools.provider;
    if (isSingleRequest(m_request.verb)) {
        const auto noted = co_await m_progress.note(QString::fromLatin1(askedFact), factsOf(m_request));
        if (!noted)
            co_return std::unexpected(noted.error());
    }
    switch (m_request.verb) {
    case Verb::Create:
    case Verb::Clone:
        co_return co_await create();
    case Verb::Open:
        co_return co_await open();
    case Verb::Start:
        co_return co_await resultOfOutcome(provider.start(m_before, m_progress));
    case Verb::Stop:
        co_return co_await resultOfOutcome(provider.stop(m_before, m_request.manner, m_progress));
    case Verb::Suspend:
        if (!canSuspend(m_before.size))
            co_return refused(SpecProblem::CannotSuspend);
        co_return co_await resultOfOutcome(provider.suspend(m_before, m_progress));
    case Verb::Restart:
        co_return co_await resultOfOutcome(provider.restart(m_before, m_progress));
    case Verb::Resize:
    case Verb::ChangeImage:
    case Verb::ChangeEnvironment:
    case Verb::ChangeIdleRule:
    case Verb::ChangePorts:
    case Verb::Configure:
        co_return co_await change();
    case Verb::Extend:
        co_return co_await resultOfOutcome(provider.extendDisk(m_before, m_request.sizeGb, m_progress));
    case Verb::Rename:
        co_return co_await rename();
    case Verb::RotatePassword:
        co_return co_await rotatePassword();
    case Verb::RollBack:
        co_return co_await resultOfOutcome(
            provider.rollBack(m_before, m_request.version, m_request.rollBack, m_progress));
    case Verb::RollBackData:
    case Verb::Move:
        co_return co_await resultOfOutcome(provider.replace(m_before, m_request.replacement, m_progress));
    case Verb::Snapshot:
        co_return co_await takeSnapshot();
    case Verb::Delete:
        if (m_request.keepDays > 0)
            co_return co_await removeKeepingSnapshot();
        co_return co_await remove();
    case Verb::Restore:
        co_return co_await restore();
    case Verb::Erase:
        co_return co_await erase();
    case Verb::Recreate:
        co_return co_await resultOfOutcome(provider.recreate(m_before, m_progress));
    case Verb::GoBack:
        co_return co_await resultOfOutcome(provider.goBack(m_before, m_progress));
    case Verb::DropPrevious:
        co_return co_await dropPrevious();
    case Verb::Forget:
        co_return co_await forget();
    case Verb::AddAddress:
        co_return co_await addAddress();
    case Verb::RemoveAddress:
        co_return co_await removeAddress();
    case Verb::AddDomain:
        co_return co_await addDomain();
    case Verb::RemoveDomain:
        co_return co_await removeDomain();
    case Verb::BackUp:
        co_return co_await backUp();
    case Verb::Adopt:
        co_return co_await adopt();
    case Verb::RemoveOrphan:
        co_return co_await removeOrphan();
    }
    Q_UNREACHABLE();
}

Task<Result<OperationResult>> OperationRunner::resultOfOutcome(Task<Result<Outcome>> outcome)
{
    auto reached = co_await outcome;
    if (!reached)
        co_return std::unexpected(reached.error());
    co_return OperationResult{.instance = std::move(reached->instance),
                              .wasAlreadySo = reached->wasAlreadySo,
                              .removed = std::move(reached->removed),
                              .previous = std::move(reached->previous)};
}

bool OperationRunner::isNameTaken(const QString &name, const InstanceId &by) const
{
    return std::ranges::any_of(m_tools.store.instances(),
                               [&](const Instance &row) { return row.name == name && row.id != by; });
}

Task<Result<OperationResult>> OperationRunner::create()
{
    const auto spec = m_request.spec;
    m_progress.entered(Step::Validating);
    if (isNameTaken(spec.name, {}))
        co_return refused(SpecProblem::NameTaken);
    m_tools.store.put(announced(spec, m_tools.clock.now()));

    // The password is safe with us before the provider has it: a crash in between must not lock the user out.
    const auto kept = co_await m_tools.passwords.write(passwordKey(spec.id), spec.password);
    if (!kept) {
        m_tools.store.remove(spec.id);
        co_return std::unexpected(kept.error());
    }
    const auto instance = co_await madeWhereThereIsRoom(spec);
    if (!instance) {
        const bool mayLive = !instance.error().leftBehind.empty(); // then recovery may find that it was made after all
        if (!mayLive)
            co_await m_tools.passwords.remove(passwordKey(spec.id));
        m_tools.store.remove(spec.id);
        co_return std::unexpected(instance.error());
    }
    m_progress.entered(Step::Saving);
    co_return OperationResult{.instance = *instance};
}

Task<Result<Instance>> OperationRunner::made(InstanceSpec spec)
{
    if (m_request.verb == Verb::Clone)
        co_return co_await m_tools.provider.clone(m_before, std::move(spec), m_progress);
    co_return co_await m_tools.provider.create(std::move(spec), m_progress);
}

Task<Result<Instance>> OperationRunner::madeWhereThereIsRoom(InstanceSpec spec)
{
    auto instance = co_await made(spec);
    if (instance || !m_request.takesAnyRegion || !isAboutRoom(instance.error().code)
        || !instance.error().leftBehind.empty())
        co_return instance;
    const auto regions =
        co_await m_tools.provider.regionsWithRoom({.near = spec.region, .size = spec.size, .diskGb = spec.diskGb});
    if (!regions)
        co_return instance;
    const auto refused = spec.region;
    for (const auto &region : *regions) { // what was said to have room may be full by now: the next one, then
        if (region == refused)
            continue;
        spec.region = region;
        instance = co_await made(spec);
        if (instance || !isAboutRoom(instance.error().code) || !instance.error().leftBehind.empty())
            co_return instance;
    }
    co_return instance;
}

Task<Result<OperationResult>> OperationRunner::open()
{
    const auto running = co_await awake();
    if (!running)
        co_return std::unexpected(running.error());
    m_tools.store.put(running->instance);
    m_progress.entered(Step::WaitingForEditor);
    const auto answers = co_await m_tools.provider.waitForEditor(running->instance, m_progress);
    if (!answers)
        co_return std::unexpected(answers.error());
    m_progress.entered(Step::OpeningBrowser);
    auto password = co_await m_tools.passwords.read(passwordKey(m_before.id));
    if (!password && password.error().kind() == Error::Kind::NotFound) { // made on another computer
        password = co_await m_tools.provider.findPassword(running->instance);
        if (password)
            co_await m_tools.passwords.write(passwordKey(m_before.id), *password);
    }
    const auto opened = co_await m_tools.opener.open(running->instance, password.value_or(QString()));
    if (!opened)
        co_return std::unexpected(opened.error());
    co_return OperationResult{.instance = running->instance};
}

Task<Result<Outcome>> OperationRunner::awake()
{
    std::chrono::milliseconds waited{0};
    while (true) {
        const auto seen = co_await m_tools.provider.inspect(m_before);
        if (!seen)
            co_return std::unexpected(seen.error());
        if (seen->status == Status::Running)
            co_return Outcome{.instance = *seen};
        if (!isChanging(seen->status))
            co_return co_await m_tools.provider.start(*seen, m_progress);

        // On its way somewhere: a stop cannot be turned round, a start needs no help.
        m_progress.entered(Step::WaitingForMachine);
        co_await m_tools.clock.sleepFor(1s, m_progress.stop);
        waited += 1s;
        if (m_progress.isStopped())
            co_return cancelled();
        if (waited >= changePatience)
            co_return failed(ErrorCode::NetworkTimeout, u"still "_s + seen->state);
    }
}

Task<Result<OperationResult>> OperationRunner::change()
{
    auto change = m_request.change;
    if (const auto problem = change.size ? problemOfSize(*change.size) : std::nullopt)
        co_return refused(*problem);
    const bool canSleep = canSuspend(change.size.value_or(m_before.size));
    if (change.idle && change.idle->action == IdleRule::Action::Suspend && !canSleep)
        co_return refused(SpecProblem::CannotSuspend);
    const bool suspended = m_before.isIdleRuleKnown && m_before.idle.action == IdleRule::Action::Suspend;
    if (!change.idle && suspended && !canSleep)
        change.idle = IdleRule{.action = IdleRule::Action::Stop}; // what is larger cannot be suspended any more
    if (const auto problem = problemOfEnvironment(change.setEnv))
        co_return refused(*problem);
    if (change.image && !m_request.isForced && !isCompatible(imageStep(m_before.image, *change.image)))
        co_return refused(Refusal::ImageOlder, ErrorCode::ApiInvalidRequest,
                          u"from %1 to %2"_s.arg(m_before.image.tag, change.image->tag));
    co_return co_await resultOfOutcome(m_tools.provider.change(m_before, change, m_progress));
}

Task<Result<OperationResult>> OperationRunner::rename()
{
    if (const auto problem = problemOfName(m_request.name))
        co_return refused(*problem);
    if (isNameTaken(m_request.name, m_before.id))
        co_return refused(SpecProblem::NameTaken, m_request.name);
    if (m_request.name == m_before.name)
        co_return OperationResult{.instance = m_before, .wasAlreadySo = true};
    co_return co_await resultOfOutcome(m_tools.provider.rename(m_before, m_request.name, m_progress));
}

Task<Result<OperationResult>> OperationRunner::rotatePassword()
{
    const auto password = m_request.password.isEmpty() ? generatedPassword() : m_request.password;
    const auto kept = co_await m_tools.passwords.write(nextPasswordKey(m_before.id), password);
    if (!kept)
        co_return std::unexpected(kept.error());
    co_return co_await setPassword(password);
}

Task<Result<OperationResult>> OperationRunner::setPassword(QString password)
{
    auto result = co_await resultOfOutcome(m_tools.provider.setPassword(m_before, password, m_progress));
    if (!result) // which of the two it has is not known: both stay
        co_return result;
    m_progress.entered(Step::Saving);
    const auto kept = co_await m_tools.passwords.write(passwordKey(m_before.id), password);
    if (!kept)
        co_return std::unexpected(kept.error());
    co_await m_tools.passwords.remove(nextPasswordKey(m_before.id));
    co_return result;
}

Task<Result<OperationResult>> OperationRunner::takeSnapshot()
{
    const auto taken = co_await m_tools.provider.takeSnapshot(m_before, m_request.keepDays, m_progress);
    if (!taken)
        co_return std::unexpected(taken.error());
    co_return OperationResult{.instance = m_before, .snapshot = *taken};
}

Task<Result<OperationResult>> OperationRunner::remove()
{
    const auto removed = co_await m_tools.provider.remove(m_before, m_progress);
    if (!removed)
        co_return std::unexpected(removed.error());
    co_await forgetSecrets(&m_tools.passwords, m_before.id);
    co_return OperationResult{.removed = *removed, .freedGb = m_before.diskGb};
}

Task<Result<OperationResult>> OperationRunner::removeKeepingSnapshot()
{
    if (!m_tools.receipts)
        co_return failed(ErrorCode::LocalFileFailed, u"there is no place for receipts"_s);
    auto keepsake = co_await m_tools.provider.takeKeepsake(m_before, m_request.keepDays, m_progress);
    if (!keepsake)
        co_return std::unexpected(keepsake.error());
    if (!keepsake->secrets.isEmpty()) {
        const auto kept = co_await m_tools.passwords.write(keptEnvironmentKey(m_before.id), packed(keepsake->secrets));
        if (!kept)
            co_return std::unexpected(kept.error());
    }
    keepsake->deletedAt = m_tools.clock.now();
    const auto written = co_await m_tools.receipts->write(*keepsake); // without it nobody could restore anything
    if (!written)
        co_return std::unexpected(written.error());
    const auto removed = co_await m_tools.provider.removeAllBut(*keepsake, m_before, m_progress);
    if (!removed)
        co_return std::unexpected(removed.error());
    co_return OperationResult{.removed = *removed, .freedGb = m_before.diskGb, .keepsake = *keepsake};
}

Task<Result<OperationResult>> OperationRunner::restore()
{
    const auto *found = m_tools.receipts ? m_tools.receipts->find(m_request.instance) : nullptr;
    if (!found)
        co_return refused(Refusal::NoReceipt, ErrorCode::ResourceNotFound);
    auto keepsake = *found;
    if (isNameTaken(keepsake.name, keepsake.instance))
        co_return refused(SpecProblem::NameTaken);
    if (!keepsake.secrets.isEmpty()) {
        const auto secrets = co_await m_tools.passwords.read(keptEnvironmentKey(keepsake.instance));
        if (!secrets && secrets.error().kind() != Error::Kind::NotFound)
            co_return std::unexpected(secrets.error());
        keepsake.secrets = unpacked(secrets.value_or(QString()));
    }
    const auto instance = co_await m_tools.provider.restore(keepsake, m_progress);
    if (!instance)
        co_return std::unexpected(instance.error());
    m_progress.entered(Step::Saving);
    const auto gone = co_await m_tools.receipts->remove(keepsake.instance);
    if (!gone)
        co_return std::unexpected(gone.error());
    co_await m_tools.passwords.remove(keptEnvironmentKey(keepsake.instance));
    co_return OperationResult{.instance = *instance};
}

Task<Result<OperationResult>> OperationRunner::erase()
{
    const auto *found = m_tools.receipts ? m_tools.receipts->find(m_request.instance) : nullptr;
    if (!found)
        co_return refused(Refusal::NoReceipt, ErrorCode::ResourceNotFound);
    const auto keepsake = *found;
    const auto removed = co_await m_tools.provider.erase(keepsake, m_progress);
    if (!removed)
        co_return std::unexpected(removed.error());
    const auto gone = co_await m_tools.receipts->remove(keepsake.instance);
    if (!gone)
        co_return std::unexpected(gone.error());
    co_await forgetSecrets(&m_tools.passwords, keepsake.instance);
    co_return OperationResult{.removed = *removed};
}

Task<Result<OperationResult>> OperationRunner::dropPrevious()
{
    const auto removed = co_await m_tools.provider.dropPrevious(m_before, m_progress);
    if (!removed)
        co_return std::unexpected(removed.error());
    co_return OperationResult{.instance = m_before, .wasAlreadySo = removed->empty(), .removed = *removed};
}

Task<Result<OperationResult>> OperationRunner::forget()
{
    m_progress.entered(Step::Saving);
    const auto seen = co_await m_tools.provider.inspect(m_before);
    const bool isGone = seen ? seen->status == Status::Deleted : seen.error().kind() == Error::Kind::NotFound;
    if (!seen && !isGone)
        co_return std::unexpected(seen.error());
    if (!isGone)
        co_return refused(Refusal::LivesOn, ErrorCode::ResourceWrongState);
    co_await forgetSecrets(&m_tools.passwords, m_before.id);
    co_return OperationResult{};
}

Task<Result<OperationResult>> OperationRunner::addAddress()
{
    m_progress.entered(Step::ChangingAddresses);
    const auto added = co_await m_tools.provider.addAddress(m_before, m_request.address, m_progress);
    if (!added)
        co_return std::unexpected(added.error());
    co_return OperationResult{.instance = m_before, .wasAlreadySo = added->wereThere, .addresses = added->addresses};
}

Task<Result<OperationResult>> OperationRunner::removeAddress()
{
    m_progress.entered(Step::ChangingAddresses);
    const auto manner = m_request.isForced ? AddressRemoval::Any : AddressRemoval::KeepReachable;
    const auto removed = co_await m_tools.provider.removeAddress(m_before, m_request.ip, manner, m_progress);
    if (!removed)
        co_return std::unexpected(removed.error());
    co_return OperationResult{.instance = m_before,
                              .removed = {{.kind = Resource::Kind::Address, .name = m_request.ip}}};
}

Task<Result<OperationResult>> OperationRunner::addDomain()
{
    m_progress.entered(Step::ChangingDomains);
    const auto added = co_await m_tools.provider.addDomain(m_before, m_request.hostname, m_progress);
    if (!added)
        co_return std::unexpected(added.error());
    co_return OperationResult{.instance = m_before, .domain = *added};
}

Task<Result<OperationResult>> OperationRunner::removeDomain()
{
    m_progress.entered(Step::ChangingDomains);
    const auto removed = co_await m_tools.provider.removeDomain(m_before, m_request.hostname, m_progress);
    if (!removed)
        co_return std::unexpected(removed.error());
    co_return OperationResult{.instance = m_before,
                              .removed = {{.kind = Resource::Kind::Domain, .name = m_request.hostname}}};
}

Task<Result<OperationResult>> OperationRunner::backUp()
{
    m_progress.entered(Step::BackingUp);
    const auto archive = co_await m_tools.provider.backUp(m_before, m_request.backup, m_progress, m_copied);
    if (!archive)
        co_return std::unexpected(archive.error());
    co_return OperationResult{.instance = m_before, .backup = *archive};
}

Task<Result<OperationResult>> OperationRunner::adopt()
{
    m_progress.entered(Step::Adopting);
    if (isNameTaken(m_request.name, m_request.instance))
        co_return refused(SpecProblem::NameTaken);
    const auto adopted =
        co_await m_tools.provider.adopt(m_request.candidate, m_request.name, m_request.instance, m_progress);
    if (!adopted)
        co_return std::unexpected(adopted.error());
    co_return OperationResult{.instance = *adopted};
}

Task<Result<Recovery>> OperationRunner::whetherAdopted()
{
    const Instance wanted{.app = m_request.candidate.app, .machine = m_request.candidate.machine};
    const auto seen = co_await m_tools.provider.inspect(wanted);
    if (!seen && !isFinal(seen.error()))
        co_return std::unexpected(seen.error());
    if (!seen || seen->id != m_request.instance)
        co_return Recovery();
    co_return Recovery{.end = Recovery::End::Finished, .instance = *seen};
}

Task<Result<Recovery>> OperationRunner::repeat()
{
    if (m_request.verb == Verb::Adopt)
        co_return co_await whetherAdopted();
    const auto done = co_await run();
    if (done)
        co_return Recovery{.end = Recovery::End::Finished, .instance = done->instance, .removed = done->removed};
    if (!isFinal(done.error()))
        co_return std::unexpected(done.error());
    co_return Recovery(); // it could not be done, now as before
}

Task<Result<OperationResult>> OperationRunner::removeOrphan()
{
    m_progress.entered(Step::LookingAround);
    const auto held = co_await holdings(m_tools.journal, m_tools.receipts);
    m_progress.entered(Step::Undoing);
    const auto removed = co_await m_tools.provider.removeOrphan(m_request.orphan, held, m_progress);
    if (!removed)
        co_return std::unexpected(removed.error());
    co_return OperationResult{.removed = {{.kind = resourceKind(m_request.orphan.kind), .name = m_request.orphan.id}}};
}

std::optional<Instance> OperationRunner::asRecovered(const Recovery &recovery) const
{
    const auto *row = m_tools.store.find(m_request.instance);
    const bool isUntouched = recovery.end == Recovery::End::Nothing && !recovery.instance;
    return isUntouched && row ? *row : recovery.instance;
}

Task<Result<OperationResult>> OperationRunner::finish(Recovery recovery)
{
    OperationResult result{.instance = asRecovered(recovery), .removed = recovery.removed};
    switch (m_request.verb) {
    case Verb::Create:
    case Verb::Clone:
        if (recovery.end != Recovery::End::Finished) {
            co_await forgetSecrets(&m_tools.passwords, m_request.instance);
            result.instance.reset();
        }
        co_return result;
    case Verb::Delete:
        if (recovery.end != Recovery::End::Finished) {
            if (m_tools.receipts) // the receipt of a delete that did not happen
                co_await m_tools.receipts->remove(m_request.instance);
            co_return result;
        }
        if (!m_tools.receipts || !m_tools.receipts->find(m_request.instance))
            co_await forgetSecrets(&m_tools.passwords, m_request.instance);
        result.instance.reset();
        co_return result;
    case Verb::Restore:
        if (recovery.end == Recovery::End::Finished && m_tools.receipts)
            co_await m_tools.receipts->remove(m_request.instance);
        co_return result;
    case Verb::Erase:
        if (recovery.end == Recovery::End::Finished && m_tools.receipts) {
            co_await m_tools.receipts->remove(m_request.instance);
            co_await forgetSecrets(&m_tools.passwords, m_request.instance);
        }
        result.instance.reset();
        co_return result;
    case Verb::RotatePassword:
        co_return co_await finishRotation(std::move(recovery));
    default:
        co_return result;
    }
}

Task<Result<OperationResult>> OperationRunner::finishRotation(Recovery recovery)
{
    const auto next = co_await m_tools.passwords.read(nextPasswordKey(m_request.instance));
    const bool isKept = next || next.error().code != ErrorCode::KeychainAbsent; // else for that session only
    if (!next && isKept && next.error().kind() != Error::Kind::NotFound)
        co_return std::unexpected(next.error());
    if (!next || !recovery.instance) // it had not begun, or nobody kept the new one
        co_return OperationResult{.instance = asRecovered(recovery)};
    // Setting it once more does no harm, and only that is certain to bring both sides together.
    m_before = *recovery.instance;
    co_return co_await setPassword(*next);
}

} // namespace swarm
