#pragma once

#include "model/clock.h"
#include "model/opener.h"
#include "model/operation.h"
#include "model/operationrequest.h"
#include "model/provider.h"

namespace swarm {

class InstanceFiles;
class InstanceStore;
class Receipts;
class TokenStore;

//! What operations work with. Everything in it outlives them.
struct OperationTools {
    Provider &provider;
    InstanceStore &store;
    TokenStore &passwords;
    Opener &opener;
    const Clock &clock;
    Journal *journal = nullptr; //!< none in tests of single verbs: then nothing is written down
    Receipts *receipts = nullptr; //!< the same: then nothing can be kept
    InstanceFiles *records = nullptr; //!< the same: then nothing waits for them
};

//! What one operation came to.
struct OperationResult {
    std::optional<Instance> instance = {}; //!< as it is now; nothing: it is gone, and its row goes
    bool wasAlreadySo = false;
    std::vector<Resource> removed = {};
    int freedGb = 0;
    std::optional<DiskSnapshot> snapshot = {};
    std::optional<PreviousCopy> previous = {};
    std::optional<Keepsake> keepsake = {};
    std::vector<Address> addresses = {};
    std::optional<Domain> domain = {};
    std::optional<BackupResult> backup = {};
};

//! Runs one operation: the part of it that is the same with every provider. Passwords, records and receipts are kept
//! here, in the order that loses nothing when the program ends anywhere in between.
class OperationRunner
{
public:
    OperationRunner(OperationTools tools, OperationRequest request, Instance before, Progress progress);

    //! Told while a backup is copied.
    void setCopied(Provider::Copied copied) { m_copied = std::move(copied); }

    [[nodiscard]] Task<Result<OperationResult>> run();
    //! Takes up one that was cut off and is a single request: does it again, and so knows that it is done.
    [[nodiscard]] Task<Result<Recovery>> repeat();
    //! Finishes our part of one that was cut off, after the provider has done its own.
    [[nodiscard]] Task<Result<OperationResult>> finish(Recovery recovery);

private:
    [[nodiscard]] Task<Result<OperationResult>> create();
    [[nodiscard]] Task<Result<Instance>> made(InstanceSpec spec);
    [[nodiscard]] Task<Result<Instance>> madeWhereThereIsRoom(InstanceSpec spec);
    [[nodiscard]] Task<Result<OperationResult>> open();
    [[nodiscard]] Task<Result<Outcome>> awake();
    [[nodiscard]] Task<Result<OperationResult>> change();
    [[nodiscard]] Task<Result<OperationResult>> rename();
    [[nodiscard]] Task<Result<OperationResult>> rotatePassword();
    [[nodiscard]] Task<Result<OperationResult>> setPassword(QString password);
    [[nodiscard]] Task<Result<OperationResult>> takeSnapshot();
    [[nodiscard]] Task<Result<OperationResult>> remove();
    [[nodiscard]] Task<Result<OperationResult>> removeKeepingSnapshot();
    [[nodiscard]] Task<Result<OperationResult>> restore();
    [[nodiscard]] Task<Result<OperationResult>> erase();
    [[nodiscard]] Task<Result<OperationResult>> dropPrevious();
    [[nodiscard]] Task<Result<OperationResult>> forget();
    [[nodiscard]] Task<Result<OperationResult>> addAddress();
    [[nodiscard]] Task<Result<OperationResult>> removeAddress();
    [[nodiscard]] Task<Result<OperationResult>> addDomain();
    [[nodiscard]] Task<Result<OperationResult>> removeDomain();
    [[nodiscard]] Task<Result<OperationResult>> backUp();
    [[nodiscard]] Task<Result<OperationResult>> adopt();
    //! Whether a machine was adopted before the operation was cut off: a second time it would be refused.
    [[nodiscard]] Task<Result<Recovery>> whetherAdopted();
    [[nodiscard]] Task<Result<OperationResult>> removeOrphan();
    [[nodiscard]] Task<Result<OperationResult>> finishRotation(Recovery recovery);
    //! What the provider tells of the instance, or our row, which stays where nothing was changed.
    [[nodiscard]] std::optional<Instance> asRecovered(const Recovery &recovery) const;
    //! Passes an outcome of the provider on.
    [[nodiscard]] Task<Result<OperationResult>> resultOfOutcome(Task<Result<Outcome>> outcome);
    [[nodiscard]] bool isNameTaken(const QString &name, const InstanceId &by) const;

    OperationTools m_tools;
    OperationRequest m_request;
    Instance m_before;
    Progress m_progress;
    Provider::Copied m_copied = [](qint64, qint64) { };
};

} // namespace swarm
