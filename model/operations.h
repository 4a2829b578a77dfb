#pragma once

#include "model/async/taskscope.h"
#include "model/clock.h"
#include "model/holdings.h"
#include "model/instancesecrets.h"
#include "model/journal.h"
#include "model/operation.h"
#include "model/operationrunner.h"

#include <QHash>

#include <functional>
#include <memory>
#include <stop_token>

namespace swarm {

//! Runs what the user asked for, one operation at a time on each instance, and remembers how it went.
//!
//! Operations live here, not in the dialog that began them. Before the program ends, cancel what runs and wait for
//! idle(). One that is cut off all the same stands in the journal; recover() takes it up at the next start.
class Operations : public QObject
{
    Q_OBJECT

public:
    Operations(Provider &provider, InstanceStore &store, TokenStore &passwords, Opener &opener, const Clock &clock,
               QObject *parent = nullptr);
    ~Operations() override;

    //! Where operations write down what they do, and what was deleted and can be restored; of the account that is open.
    //! Without them nothing is written down. They must stay until idle(). `records` follow the list: an operation has
    //! ended once they have its result, too.
    void setFiles(Journal *journal, Receipts *receipts, InstanceFiles *records = nullptr);

    //! What the token that is used may do. Where it may not change anything there is no use in beginning to.
    enum class Rights { None, Read, All };
    void setRights(Rights rights) { m_rights = rights; }
    [[nodiscard]] Rights rights() const { return m_rights; }

    //! The key of an instance's password in the token store.
    [[nodiscard]] static QString passwordKey(const InstanceId &instance);

    //! Begins whatever it is; the rest are shorter ways to say so. Create and Clone get the spec's id here.
    OperationId begin(OperationRequest request);
    //! Takes up what was cut off, one after the other. Returns how each ended; a journal that could not be settled now
    //! stays for the next time.
    [[nodiscard]] Task<std::vector<Operation>> recover();
    //! What journals and receipts of this computer hold.
    [[nodiscard]] Task<Holdings> holdings() const { return swarm::holdings(m_tools.journal, m_tools.receipts); }
    //! Erases what was kept long enough.
    void eraseExpired();

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
    //! The same for all; what was cut off and has not been taken up yet stays for the next time.
    void cancelAll();
    //! Begins the same again: same verb, same instance or spec. 0 when it cannot be repeated.
    OperationId retry(OperationId id);
    //! Takes finished ones out of the list.
    void dismiss(OperationId id);
    void dismissAll();

    [[nodiscard]] const std::vector<Operation> &all() const { return m_operations; }
    [[nodiscard]] const Operation *find(OperationId id) const; //!< valid until the next change
    //! The one that runs on an instance, if any.
    [[nodiscard]] const Operation *runningOn(const InstanceId &instance) const;
    //! Nothing runs, and nothing is left of what recover() takes up.
    [[nodiscard]] bool isIdle() const;

Q_SIGNALS:
    void added(const swarm::Operation &operation);
    void changed(const swarm::Operation &operation);
    //! Comes once, after the last `changed`.
    void finished(const swarm::Operation &operation);
    void dismissed(int operation);
    void idle();

private:
    OperationId announce(const OperationRequest &request, const InstanceId &instance, const QString &name);
    OperationId beginOn(const InstanceId &instance, Verb verb);
    void launch(OperationId id, std::function<Task<>()> run);
    [[nodiscard]] Progress progressOf(OperationId id, JournalPage *journal);
    void watchDeadline(OperationId id);
    void enter(OperationId id, Step step);
    void tellCopied(OperationId id, qint64 done, qint64 total);
    void succeed(OperationId id, const OperationResult &result);
    void show(const InstanceId &instance, const OperationResult &result);
    void fail(OperationId id, Error error);
    void end(OperationId id, Operation::State state);
    [[nodiscard]] Operation *record(OperationId id);

    [[nodiscard]] Task<> refuse(OperationId id, Error error);
    [[nodiscard]] Task<> run(OperationId id, OperationRequest request, Instance before);
    [[nodiscard]] Task<Operation> takeUp(std::shared_ptr<JournalPage> page);
    //! The operation has ended and needs its journal no more.
    [[nodiscard]] Task<> close(std::shared_ptr<JournalPage> page);
    //! After a failure: brings the row back to the truth.
    [[nodiscard]] Task<> settle(Instance before);

    OperationTools m_tools;
    std::vector<Operation> m_operations;
    QHash<OperationId, std::stop_source> m_stops;
    QHash<OperationId, OperationRequest> m_requests; //!< for Retry
    OperationId m_lastId = 0;
    Rights m_rights = Rights::All;
    int m_places = 0; //!< for which files were set
    int m_recoveries = 0; //!< that have something to take up
    bool m_isCancelled = false; //!< nothing more is taken up
    TaskScope m_tasks; // last, so that its tasks go before anything they use
};

} // namespace swarm
