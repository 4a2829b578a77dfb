#pragma once

#include "model/async/taskscope.h"
#include "model/clock.h"
#include "model/opener.h"
#include "model/operation.h"
#include "model/provider.h"

#include <QHash>

#include <functional>
#include <stop_token>

namespace swarm {

class Fleet;
class InstanceStore;
class TokenStore;

//! Runs what the user asked for, one operation at a time on each instance, and remembers how it went.
//!
//! Operations live here, not in the dialog that began them. Before the program ends, cancel what runs and wait for
//! idle(): an operation that is cut off cannot undo.
class Operations : public QObject
{
    Q_OBJECT

public:
    Operations(Provider &provider, InstanceStore &store, TokenStore &passwords, Opener &opener, const Clock &clock,
               QObject *parent = nullptr);
    ~Operations() override;

    //! The key of an instance's password in the token store.
    [[nodiscard]] static QString passwordKey(const InstanceId &instance);

    //! Begins; `changed` and `finished` tell the rest. The spec's id is given here. An empty password is generated.
    OperationId create(InstanceSpec spec);
    OperationId open(const InstanceId &instance);
    OperationId start(const InstanceId &instance);
    OperationId stop(const InstanceId &instance, StopManner manner = StopManner::Graceful);
    OperationId suspend(const InstanceId &instance);
    OperationId restart(const InstanceId &instance);
    OperationId remove(const InstanceId &instance);

    //! Asks it to stop; what it made is taken back.
    void cancel(OperationId id);
    void cancelAll();
    //! Begins the same again: same verb, same instance or spec. 0 when it cannot be repeated.
    OperationId retry(OperationId id);
    //! Takes finished ones out of the list.
    void dismiss(OperationId id);

    [[nodiscard]] const std::vector<Operation> &all() const { return m_operations; }
    [[nodiscard]] const Operation *find(OperationId id) const; //!< valid until the next change
    //! The one that runs on an instance, if any.
    [[nodiscard]] const Operation *runningOn(const InstanceId &instance) const;
    [[nodiscard]] bool isIdle() const;

Q_SIGNALS:
    void added(const swarm::Operation &operation);
    void changed(const swarm::Operation &operation);
    //! Comes once, after the last `changed`.
    void finished(const swarm::Operation &operation);
    void dismissed(int operation);
    void idle();

private:
    OperationId begin(Verb verb, const InstanceId &instance, const QString &name);
    OperationId beginOn(const InstanceId &instance, Verb verb, const std::function<Task<>(OperationId, Instance)> &run);
    void launch(OperationId id, std::function<Task<>()> run);
    [[nodiscard]] Progress progressOf(OperationId id);
    void enter(OperationId id, Step step);
    void succeed(OperationId id, const Outcome &outcome);
    void fail(OperationId id, Error error);
    void end(OperationId id, Operation::State state);
    [[nodiscard]] Operation *record(OperationId id);

    [[nodiscard]] Task<> refuse(OperationId id, Error error);
    [[nodiscard]] Task<> runCreate(OperationId id, InstanceSpec spec);
    [[nodiscard]] Task<> runOpen(OperationId id, Instance instance);
    [[nodiscard]] Task<> runStart(OperationId id, Instance instance);
    [[nodiscard]] Task<> runStop(OperationId id, Instance instance, StopManner manner);
    [[nodiscard]] Task<> runSuspend(OperationId id, Instance instance);
    [[nodiscard]] Task<> runRestart(OperationId id, Instance instance);
    [[nodiscard]] Task<> runRemove(OperationId id, Instance instance);
    //! Wakes it if it sleeps, waits out what it is in the middle of, and returns it running.
    [[nodiscard]] Task<Result<Outcome>> awake(OperationId id, Instance instance);
    [[nodiscard]] Task<> conclude(OperationId id, Instance before, Result<Outcome> outcome);
    //! After a failure: brings the row back to the truth.
    [[nodiscard]] Task<> settle(OperationId id, Instance before, Error error);

    Provider &m_provider;
    InstanceStore &m_store;
    TokenStore &m_passwords;
    Opener &m_opener;
    const Clock &m_clock;
    std::vector<Operation> m_operations;
    QHash<OperationId, std::stop_source> m_stops;
    QHash<OperationId, InstanceSpec> m_specs; //!< of creates, for Retry
    QHash<OperationId, StopManner> m_manners; //!< of stops, for Retry
    OperationId m_lastId = 0;
    TaskScope m_tasks; // last, so that its tasks go before anything they use
};

} // namespace swarm
