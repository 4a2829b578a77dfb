#include "model/operations.h"

#include "model/instancestore.h"
#include "model/tokenstore.h"

#include <QTimer>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr std::chrono::milliseconds changePatience = 5min; //!< Fly.io calls a start or stop stuck after this

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

Error busy(const QString &name)
{
    return {.code = ErrorCode::ResourceBusy, .detail = u"another operation of ours runs on it"_s, .instance = name};
}

Error unknownInstance(const InstanceId &id)
{
    return {.code = ErrorCode::ResourceNotFound, .detail = u"no instance %1 in the list"_s.arg(id), .instance = id};
}

} // namespace

Operations::Operations(Provider &provider, InstanceStore &store, TokenStore &passwords, Opener &opener,
                       const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_provider(provider)
    , m_store(store)
    , m_passwords(passwords)
    , m_opener(opener)
    , m_clock(clock)
{
}

Operations::~Operations() = default;

QString Operations::passwordKey(const InstanceId &instance)
{
    return u"password/"_s + instance;
}

OperationId Operations::create(InstanceSpec spec)
{
    spec.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (spec.password.isEmpty())
        spec.password = generatedPassword();
    const auto id = begin(Verb::Create, spec.id, spec.name);
    m_specs.insert(id, spec);
    launch(id, [this, id, spec] { return runCreate(id, spec); });
    return id;
}

OperationId Operations::open(const InstanceId &instance)
{
    return beginOn(instance, Verb::Open,
                   [this](OperationId id, Instance known) { return runOpen(id, std::move(known)); });
}

OperationId Operations::start(const InstanceId &instance)
{
    return beginOn(instance, Verb::Start,
                   [this](OperationId id, Instance known) { return runStart(id, std::move(known)); });
}

OperationId Operations::stop(const InstanceId &instance, StopManner manner)
{
    const auto id = beginOn(instance, Verb::Stop, [this, manner](OperationId stop, Instance known) {
        return runStop(stop, std::move(known), manner);
    });
    m_manners.insert(id, manner);
    return id;
}

OperationId Operations::suspend(const InstanceId &instance)
{
    return beginOn(instance, Verb::Suspend,
                   [this](OperationId id, Instance known) { return runSuspend(id, std::move(known)); });
}

OperationId Operations::restart(const InstanceId &instance)
{
    return beginOn(instance, Verb::Restart,
                   [this](OperationId id, Instance known) { return runRestart(id, std::move(known)); });
}

OperationId Operations::remove(const InstanceId &instance)
{
    return beginOn(instance, Verb::Delete,
                   [this](OperationId id, Instance known) { return runRemove(id, std::move(known)); });
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
    const auto running = m_operations; // a copy: cancelling may finish some
    for (const auto &operation : running)
        cancel(operation.id);
}

OperationId Operations::retry(OperationId id)
{
    const auto *failed = find(id);
    if (!failed || failed->isRunning())
        return 0;
    const auto instance = failed->instance;
    switch (failed->verb) {
    case Verb::Create:
        return m_specs.contains(id) ? create(m_specs.value(id)) : 0;
    case Verb::Open:
        return open(instance);
    case Verb::Start:
        return start(instance);
    case Verb::Stop:
        return stop(instance, m_manners.value(id, StopManner::Graceful));
    case Verb::Suspend:
        return suspend(instance);
    case Verb::Restart:
        return restart(instance);
    case Verb::Delete:
        return remove(instance);
    }
    Q_UNREACHABLE();
}

void Operations::dismiss(OperationId id)
{
    const auto found = std::ranges::find(m_operations, id, &Operation::id);
    if (found == m_operations.end() || found->isRunning())
        return;
    m_operations.erase(found);
    m_specs.remove(id);
    m_manners.remove(id);
    Q_EMIT dismissed(id);
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
    return std::ranges::none_of(m_operations, &Operation::isRunning);
}

OperationId Operations::begin(Verb verb, const InstanceId &instance, const QString &name)
{
    const Operation operation{.id = ++m_lastId,
                              .verb = verb,
                              .instance = instance,
                              .name = name,
                              .stepCount = static_cast<int>(stepsOf(verb).size()),
                              .startedAt = m_clock.now()};
    m_store.hold(instance);
    m_stops.insert(operation.id, std::stop_source());
    m_operations.push_back(operation);
    Q_EMIT added(operation);
    return operation.id;
}

OperationId Operations::beginOn(const InstanceId &instance, Verb verb,
                                const std::function<Task<>(OperationId, Instance)> &run)
{
    const auto *known = m_store.find(instance);
    const bool isTaken = runningOn(instance) != nullptr;
    const auto name = known ? known->name : instance;
    const auto id = begin(verb, instance, name);
    if (!known)
        launch(id, [this, id, instance] { return refuse(id, unknownInstance(instance)); });
    else if (isTaken)
        launch(id, [this, id, name] { return refuse(id, busy(name)); });
    else
        launch(id, [id, run, before = *known] { return run(id, before); });
    return id;
}

void Operations::launch(OperationId id, std::function<Task<>()> run)
{
    // From the event loop: the caller gets the id before the first signal about it.
    QTimer::singleShot(0, this, [this, id, run = std::move(run)] {
        Q_ASSERT(find(id));
        m_tasks.launch(run());
    });
}

Progress Operations::progressOf(OperationId id)
{
    return {.stop = m_stops.value(id).get_token(), .entered = [this, id](Step step) { enter(id, step); }};
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

    const auto *row = m_store.find(entered.instance);
    const auto status = statusDuring(step);
    if (row && status) {
        auto showing = *row;
        showing.status = *status;
        m_store.put(showing);
    }
}

void Operations::succeed(OperationId id, const Outcome &outcome)
{
    m_store.put(outcome.instance);
    record(id)->wasAlreadySo = outcome.wasAlreadySo;
    end(id, Operation::State::Succeeded);
}

void Operations::fail(OperationId id, Error error)
{
    auto *operation = record(id);
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
    operation->endedAt = m_clock.now();
    m_stops.remove(id);
    m_store.release(operation->instance);
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

Task<> Operations::runCreate(OperationId id, InstanceSpec spec)
{
    const auto progress = progressOf(id);
    enter(id, Step::Validating);
    const auto &rows = m_store.instances();
    if (std::ranges::find(rows, spec.name, &Instance::name) != rows.end()) {
        fail(id, {.code = ErrorCode::ResourceAlreadyExists, .detail = u"the swarm has an instance of this name"_s});
        co_return;
    }
    m_store.put(announced(spec, m_clock.now()));

    // The password is safe with us before Fly.io has it: a crash in between must not lock the user out.
    const auto kept = co_await m_passwords.write(passwordKey(spec.id), spec.password);
    if (!kept) {
        m_store.remove(spec.id);
        fail(id, kept.error());
        co_return;
    }
    const auto made = co_await m_provider.create(spec, progress);
    if (!made) {
        co_await m_passwords.remove(passwordKey(spec.id));
        m_store.remove(spec.id);
        fail(id, made.error());
        co_return;
    }
    enter(id, Step::Saving);
    succeed(id, {.instance = *made});
}

Task<> Operations::runOpen(OperationId id, Instance instance)
{
    const auto progress = progressOf(id);
    const auto running = co_await awake(id, instance);
    if (!running) {
        co_await settle(id, instance, running.error());
        co_return;
    }
    m_store.put(running->instance);
    enter(id, Step::WaitingForEditor);
    const auto answers = co_await m_provider.waitForEditor(running->instance, progress);
    if (!answers) {
        fail(id, answers.error());
        co_return;
    }
    enter(id, Step::OpeningBrowser);
    const auto password = co_await m_passwords.read(passwordKey(instance.id));
    const auto opened = co_await m_opener.open(running->instance, password.value_or(QString()));
    if (!opened) {
        fail(id, opened.error());
        co_return;
    }
    succeed(id, *running);
}

Task<Result<Outcome>> Operations::awake(OperationId id, Instance instance)
{
    const auto progress = progressOf(id);
    std::chrono::milliseconds waited{0};
    while (true) {
        const auto seen = co_await m_provider.inspect(instance);
        if (!seen)
            co_return std::unexpected(seen.error());
        if (seen->status == Status::Running)
            co_return Outcome{.instance = *seen};
        if (!isChanging(seen->status))
            co_return co_await m_provider.start(*seen, progress);

        // On its way somewhere: a stop cannot be turned round, a start needs no help.
        enter(id, Step::WaitingForMachine);
        co_await m_clock.sleepFor(1s, progress.stop);
        waited += 1s;
        if (progress.stop.stop_requested())
            co_return std::unexpected(Error{.code = ErrorCode::Cancelled});
        if (waited >= changePatience)
            co_return std::unexpected(Error{.code = ErrorCode::NetworkTimeout, .detail = u"still "_s + seen->state});
    }
}

Task<> Operations::runStart(OperationId id, Instance instance)
{
    const auto outcome = co_await m_provider.start(instance, progressOf(id));
    co_await conclude(id, instance, outcome);
}

Task<> Operations::runStop(OperationId id, Instance instance, StopManner manner)
{
    const auto outcome = co_await m_provider.stop(instance, manner, progressOf(id));
    co_await conclude(id, instance, outcome);
}

Task<> Operations::runSuspend(OperationId id, Instance instance)
{
    const auto outcome = co_await m_provider.suspend(instance, progressOf(id));
    co_await conclude(id, instance, outcome);
}

Task<> Operations::runRestart(OperationId id, Instance instance)
{
    const auto outcome = co_await m_provider.restart(instance, progressOf(id));
    co_await conclude(id, instance, outcome);
}

Task<> Operations::runRemove(OperationId id, Instance instance)
{
    const auto removed = co_await m_provider.remove(instance, progressOf(id));
    if (!removed) {
        co_await settle(id, instance, removed.error());
        co_return;
    }
    co_await m_passwords.remove(passwordKey(instance.id));
    auto *operation = record(id);
    operation->removed = *removed;
    operation->freedGb = instance.diskGb;
    m_store.remove(instance.id);
    end(id, Operation::State::Succeeded);
}

Task<> Operations::conclude(OperationId id, Instance before, Result<Outcome> outcome)
{
    if (outcome)
        succeed(id, *outcome);
    else
        co_await settle(id, std::move(before), outcome.error());
}

Task<> Operations::settle(OperationId id, Instance before, Error error)
{
    // The row shows what the operation hoped for; ask what is true, and fall back to what was true before.
    const auto seen = co_await m_provider.inspect(before);
    m_store.put(seen ? *seen : before);
    fail(id, std::move(error));
}

} // namespace swarm
