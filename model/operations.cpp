#include "model/operations.h"

#include "model/clock.h"
#include "model/compatibility.h"
#include "model/instancefiles.h"
#include "model/instancestore.h"
#include "model/receipts.h"
#include "model/requestfacts.h"

#include <QTimer>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

//! What a row shows while an operation is in a step; the operation knows before any poll does.
std::optional<Status> statusDuring(Step step)
{
    switch (step) {
    case Step::StartingMachine:
        return Status::Starting;
    case Step::StoppingMachine:
        return Status::Stopping;
    case Step::SuspendingMachine:
        return Status::Suspending;
    case Step::RestartingMachine:
        return Status::Restarting;
    case Step::DeletingMachine:
        return Status::Deleting;
    default:
        return {};
    }
}

Error busy(const QString &name)
{
    return {.code = ErrorCode::ResourceBusy, .detail = u"another operation of ours runs on it"_s, .instance = name};
}

Error tooNew()
{
    return {.code = ErrorCode::ApiUnsupportedOperation, .refusal = Refusal::OtherVersion};
}

Error unknownInstance(const InstanceId &id)
{
    return {.code = ErrorCode::ResourceNotFound, .detail = u"no instance %1 in the list"_s.arg(id), .instance = id};
}

} // namespace

Operations::Operations(Provider &provider, InstanceStore &store, TokenStore &passwords, Opener &opener,
                       const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_tools{provider, store, passwords, opener, clock}
{
}

Operations::~Operations() = default;

void Operations::setFiles(Journal *journal, Receipts *receipts, InstanceFiles *records)
{
    m_tools.journal = journal;
    m_tools.receipts = receipts;
    m_tools.records = records;
    ++m_places;
}

QString Operations::passwordKey(const InstanceId &instance)
{
    return swarm::passwordKey(instance);
}

OperationId Operations::begin(OperationRequest request)
{
    const auto makesOne = request.verb == Verb::Create || request.verb == Verb::Clone;
    if (request.verb == Verb::Adopt && request.instance.isEmpty())
        request.instance = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (request.verb == Verb::RemoveOrphan)
        request.instance = request.orphan.id;
    const auto *known = m_tools.store.find(request.instance);
    const auto before = known ? *known : Instance{.id = request.instance};
    if (makesOne) {
        request.spec.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        if (request.spec.password.isEmpty())
            request.spec.password = generatedPassword();
    }
    const auto &instance = makesOne ? request.spec.id : request.instance;
    const auto *keepsake = m_tools.receipts ? m_tools.receipts->find(request.instance) : nullptr;
    const bool isOfReceipt = request.verb == Verb::Restore || request.verb == Verb::Erase;
    auto name = known ? known->name : request.instance;
    if (makesOne)
        name = request.spec.name;
    else if (request.verb == Verb::Adopt)
        name = request.name;
    else if (request.verb == Verb::RemoveOrphan)
        name = request.orphan.id;
    else if (isOfReceipt && keepsake)
        name = keepsake->name;

    const bool isTaken = runningOn(instance) != nullptr;
    const auto id = announce(request, instance, name);
    const bool isOfNone =
        request.verb == Verb::Create || request.verb == Verb::Adopt || request.verb == Verb::RemoveOrphan;
    const bool needsRow = !isOfNone && !isOfReceipt;
    if (needsRow && !known)
        launch(id, [this, id, instance] { return refuse(id, unknownInstance(instance)); });
    else if (isTaken)
        launch(id, [this, id, name] { return refuse(id, busy(name)); });
    else if (known && !makesOne && request.verb != Verb::Open && request.verb != Verb::Forget && !isCompatible(*known))
        launch(id, [this, id] { return refuse(id, tooNew()); });
    else
        launch(id, [this, id, request, before] { return run(id, request, before); });
    return id;
}

OperationId Operations::create(InstanceSpec spec)
{
    return begin({.verb = Verb::Create, .spec = std::move(spec)});
}

OperationId Operations::open(const InstanceId &instance)
{
    return beginOn(instance, Verb::Open);
}

OperationId Operations::start(const InstanceId &instance)
{
    return beginOn(instance, Verb::Start);
}

OperationId Operations::stop(const InstanceId &instance, StopManner manner)
{
    return begin({.verb = Verb::Stop, .instance = instance, .manner = manner});
}

OperationId Operations::suspend(const InstanceId &instance)
{
    return beginOn(instance, Verb::Suspend);
}

OperationId Operations::restart(const InstanceId &instance)
{
    return beginOn(instance, Verb::Restart);
}

OperationId Operations::remove(const InstanceId &instance)
{
    return beginOn(instance, Verb::Delete);
}

OperationId Operations::beginOn(const InstanceId &instance, Verb verb)
{
    return begin({.verb = verb, .instance = instance});
}

void Operations::eraseExpired()
{
    if (!m_tools.receipts || m_isCancelled)
        return;
    for (const auto &keepsake : m_tools.receipts->expired(m_tools.clock.now()))
        begin({.verb = Verb::Erase, .instance = keepsake.instance});
}

void Operations::cancel(OperationId id)
{
    auto *operation = record(id);
    if (!operation || !canCancel(*operation))
        return;
    operation->isCancelling = true;
    const auto cancelling = *operation; // a listener may begin another, which moves the records
    Q_EMIT changed(cancelling);
    m_stops[id].request_stop();
}

void Operations::cancelAll()
{
    m_isCancelled = true;
    const auto running = m_operations; // a copy: cancelling may finish some
    for (const auto &operation : running)
        cancel(operation.id);
}

OperationId Operations::retry(OperationId id)
{
    const auto *failed = find(id);
    if (!failed || failed->isRunning() || !m_requests.contains(id))
        return 0;
    return begin(m_requests.value(id));
}

void Operations::dismiss(OperationId id)
{
    const auto found = std::ranges::find(m_operations, id, &Operation::id);
    if (found == m_operations.end() || found->isRunning())
        return;
    m_operations.erase(found);
    m_requests.remove(id);
    Q_EMIT dismissed(id);
}

void Operations::dismissAll()
{
    const auto listed = m_operations; // a copy: each goes
    for (const auto &operation : listed)
        dismiss(operation.id);
}

const Operation *Operations::find(OperationId id) const
{
    const auto found = std::ranges::find(m_operations, id, &Operation::id);
    return found == m_operations.end() ? nullptr : &*found;
}

Operation *Operations::record(OperationId id)
{
    const auto found = std::ranges::find(m_operations, id, &Operation::id);
    return found == m_operations.end() ? nullptr : &*found;
}

const Operation *Operations::runningOn(const InstanceId &instance) const
{
    const auto found = std::ranges::find_if(m_operations, [&](const Operation &operation) {
        return operation.instance == instance && operation.isRunning();
    });
    return found == m_operations.end() ? nullptr : &*found;
}

bool Operations::isIdle() const
{
    return m_recoveries == 0 && std::ranges::none_of(m_operations, &Operation::isRunning);
}

OperationId Operations::announce(const OperationRequest &request, const InstanceId &instance, const QString &name)
{
    const auto now = m_tools.clock.now();
    const Operation operation{.id = ++m_lastId,
                              .verb = request.verb,
                              .instance = instance,
                              .name = name,
                              .stepCount = static_cast<int>(stepsOf(request.verb).size()),
                              .startedAt = now,
                              .deadline = now.addMSecs(m_tools.clock.scaled(patienceFor(request.verb)).count())};
    m_tools.store.hold(instance);
    m_stops.insert(operation.id, std::stop_source());
    m_requests.insert(operation.id, request);
    m_operations.push_back(operation);
    Q_EMIT added(operation);
    return operation.id;
}

void Operations::launch(OperationId id, std::function<Task<>()> run)
{
    // From the event loop: the caller gets the id before the first signal about it.
    QTimer::singleShot(0, this, [this, id, run = std::move(run)] {
        Q_ASSERT(find(id));
        m_tasks.launch(run());
    });
}

Progress Operations::progressOf(OperationId id, JournalPage *journal)
{
    return {.stop = m_stops.value(id).get_token(),
            .entered = [this, id](Step step) { enter(id, step); },
            .journal = journal};
}

void Operations::watchDeadline(OperationId id)
{
    const auto *operation = find(id);
    const auto left = std::max<qint64>(0, m_tools.clock.now().msecsTo(operation->deadline));
    QTimer::singleShot(std::chrono::milliseconds(left), this, [this, id] {
        const auto *late = find(id);
        if (late && late->isRunning() && canCancel(*late))
            m_stops[id].request_stop();
    });
}

void Operations::enter(OperationId id, Step step)
{
    auto *operation = record(id);
    operation->step = step;
    const auto &steps = stepsOf(operation->verb);
    const auto place = std::ranges::find(steps, step);
    if (place != steps.end())
        operation->stepNumber = static_cast<int>(place - steps.begin()) + 1;
    const auto entered = *operation; // a listener may begin another, which moves the records
    Q_EMIT changed(entered);

    const auto *row = m_tools.store.find(entered.instance);
    const auto status = statusDuring(step);
    if (row && status) {
        auto showing = *row;
        showing.status = *status;
        m_tools.store.put(showing);
    }
}

void Operations::tellCopied(OperationId id, qint64 done, qint64 total)
{
    auto *operation = record(id);
    operation->doneBytes = done;
    operation->allBytes = total;
    const auto copied = *operation; // a listener may begin another, which moves the records
    Q_EMIT changed(copied);
}

void Operations::succeed(OperationId id, const OperationResult &result)
{
    auto *operation = record(id);
    operation->wasAlreadySo = result.wasAlreadySo;
    operation->removed = result.removed;
    operation->freedGb = result.freedGb;
    operation->snapshot = result.snapshot;
    operation->previous = result.previous;
    operation->keepsake = result.keepsake;
    operation->addresses = result.addresses;
    operation->domain = result.domain;
    operation->backup = result.backup;
    show(operation->instance, result);
    end(id, Operation::State::Succeeded);
}

void Operations::show(const InstanceId &instance, const OperationResult &result)
{
    if (result.instance)
        m_tools.store.put(*result.instance);
    else
        m_tools.store.remove(instance);
}

void Operations::fail(OperationId id, Error error)
{
    auto *operation = record(id);
    const bool isLate = m_tools.clock.now() >= operation->deadline;
    if (error.code == ErrorCode::Cancelled && isLate && !operation->isCancelling) {
        error.code = ErrorCode::NetworkTimeout;
        error.detail = u"it took longer than %1 minutes"_s.arg(patienceFor(operation->verb).count());
    }
    if (!error.step)
        error.step = operation->step;
    if (error.instance.isEmpty())
        error.instance = operation->name;
    operation->error = error;
    end(id, error.code == ErrorCode::Cancelled ? Operation::State::Cancelled : Operation::State::Failed);
}

void Operations::end(OperationId id, Operation::State state)
{
    auto *operation = record(id);
    operation->state = state;
    operation->isCancelling = false;
    operation->endedAt = m_tools.clock.now();
    m_stops.remove(id);
    m_tools.store.release(operation->instance);
    const auto ended = *operation; // a listener may dismiss it
    Q_EMIT changed(ended);
    Q_EMIT finished(ended);
    if (isIdle())
        Q_EMIT idle();
}

Task<> Operations::refuse(OperationId id, Error error)
{
    fail(id, std::move(error));
    co_return;
}

Task<> Operations::run(OperationId id, OperationRequest request, Instance before)
{
    watchDeadline(id);
    const auto operation = *find(id);
    std::shared_ptr<JournalPage> page;
    if (m_tools.journal) {
        JournalEntry entry{
            .verb = request.verb, .instance = operation.instance, .name = operation.name, .before = before};
        if (const auto *keepsake = m_tools.receipts ? m_tools.receipts->find(operation.instance) : nullptr)
            entry.before = {.id = operation.instance, .name = keepsake->name, .app = keepsake->app};
        const auto begun = co_await m_tools.journal->begin(std::move(entry));
        if (!begun) {
            fail(id, begun.error());
            co_return;
        }
        page = *begun;
    }
    OperationRunner runner(m_tools, std::move(request), before, progressOf(id, page.get()));
    runner.setCopied([this, id](qint64 done, qint64 total) { tellCopied(id, done, total); });
    const auto result = co_await runner.run();
    if (result)
        show(operation.instance, *result);
    if (page && (result || result.error().leftBehind.empty()))
        co_await close(page); // else it stays, for the next start to try again
    page.reset();
    if (result) {
        succeed(id, *result);
        co_return;
    }
    const bool hadRow = before.id == operation.instance && m_tools.store.find(before.id);
    if (hadRow)
        co_await settle(before);
    fail(id, result.error());
}

Task<> Operations::close(std::shared_ptr<JournalPage> page)
{
    // Records first: killed in between, the record of what is gone would stay, and nobody would look after it.
    if (m_tools.records)
        co_await m_tools.records->written();
    co_await page->close();
}

Task<> Operations::settle(Instance before)
{
    // The row shows what the operation hoped for; ask what is true, and fall back to what was true before.
    const auto *row = m_tools.store.find(before.id);
    const auto known = row && row->state != before.state ? *row : before; // it has got half of the way
    const auto seen = co_await m_tools.provider.inspect(known);
    m_tools.store.put(seen ? *seen : known);
}

Task<std::vector<Operation>> Operations::recover()
{
    std::vector<Operation> ended;
    if (!m_tools.journal)
        co_return ended;
    const int place = m_places;
    m_isCancelled = false;
    const auto pages = co_await m_tools.journal->takeLeftovers();
    if (pages.empty() || place != m_places) // another account is open by now: this one's wait for its return
        co_return ended;
    ++m_recoveries;
    for (const auto &page : pages) {
        if (m_isCancelled)
            break;
        const auto operation = co_await takeUp(page);
        ended.push_back(operation);
    }
    --m_recoveries;
    if (isIdle())
        Q_EMIT idle();
    co_return ended;
}

Task<Operation> Operations::takeUp(std::shared_ptr<JournalPage> page)
{
    const auto entry = page->entry();
    const auto request = requestFrom(entry);
    const auto id = announce(request, entry.instance, entry.name);
    m_requests.remove(id); // what is taken up cannot be asked for again: the journal does not know all of it
    record(id)->isRecovery = true;

    const auto progress = progressOf(id, page.get());
    OperationRunner runner(m_tools, request, entry.before, progress);
    Result<Recovery> recovery;
    if (!isSingleRequest(entry.verb))
        recovery = co_await m_tools.provider.recover(entry, progress);
    else if (entry.facts.contains(QLatin1StringView(askedFact)))
        recovery = co_await runner.repeat();
    Result<OperationResult> result = std::unexpected(recovery ? Error() : recovery.error());
    if (recovery) {
        record(id)->recovered = recovery->end;
        result = co_await runner.finish(*recovery);
    }
    if (!result) {
        fail(id, result.error());
        co_return *find(id);
    }
    const auto *row = m_tools.store.find(entry.instance);
    if (result->instance && row && result->instance->updatedAt < row->updatedAt)
        result->instance = *row; // the list has told more since
    show(entry.instance, *result);
    co_await close(page);
    succeed(id, *result);
    co_return *find(id);
}

} // namespace swarm
