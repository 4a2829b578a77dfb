#pragma once

#include "model/async/task.h"
#include "model/backup.h"
#include "model/copies.h"
#include "model/error.h"
#include "model/journal.h"
#include "model/logline.h"
#include "model/metric.h"
#include "model/network.h"
#include "model/operationrequest.h"
#include "model/orphan.h"
#include "model/region.h"
#include "model/series.h"

#include <QJsonObject>

#include <functional>
#include <stop_token>

namespace swarm {

//! A disk as an organization's list of volumes shows it.
struct Disk {
    QString app = {};
    QString volume = {};
    QString machine = {}; //!< empty when no machine holds it
    QString region = {};
    int sizeGb = 0;
    bool isDying = false;

    bool operator==(const Disk &) const = default;
};

//! Which part of the swarm to ask for. An invalid time asks for all of it.
struct FleetQuery {
    QDateTime since = {}; //!< only what changed after this; the provider adds its own margin
};

//! One answer about the swarm. Instances carry what lists tell; see merged() for the rest.
struct FleetReply {
    Instances instances = {};
    QStringList gone = {}; //!< ids of machines that are named as destroyed
    QStringList dark = {}; //!< ids of machines that are there and cannot be asked: their host is away
    std::vector<Disk> disks = {};
    //! What moves and rollbacks of data left; the sizes of their disks stand in `disks`.
    std::vector<StandingCopy> copies = {};
    bool isComplete = false; //!< a full list, every page of it
    QStringList silentRegions = {}; //!< did not answer: what lies there is unknown, not gone
    QDateTime nextSince = {}; //!< what to ask for next time
};

//! How an operation tells where it is, writes down what it is about to do, and is asked to stop.
struct Progress {
    std::stop_token stop = {};
    std::function<void(Step)> entered = [](Step) { };
    JournalPage *journal = nullptr; //!< outlives the task; none in tests of single calls

    //! Writes a fact down before what depends on it is done; see JournalPage::note().
    [[nodiscard]] Task<Result<void>> note(QString key, QJsonValue value) const;
    [[nodiscard]] Task<Result<void>> note(QJsonObject facts) const;
    [[nodiscard]] bool isStopped() const { return stop.stop_requested(); }
};

//! What a command came to.
struct Outcome {
    Instance instance = {};
    bool wasAlreadySo = false; //!< there was nothing to do
    std::optional<PreviousCopy> previous = {}; //!< what a replacement left standing
    std::vector<Resource> removed = {};
};

//! What wants a place.
struct RoomRequest {
    QString near = {}; //!< code of a region
    Size size = {};
    int diskGb = 0;

    bool operator==(const RoomRequest &) const = default;
};

//! Where instances come from. The one thing the model and the windows know about any cloud.
//!
//! Every task that changes something must be left to end: ask it to stop through Progress, do not destroy it. A failed
//! one has put back what it could; Error::undone and Error::leftBehind say what. One that was cut off is taken up by
//! recover(). What a cloud does not offer answers `API_UNSUPPORTED_OPERATION`.
class Provider
{
public:
    Provider() = default;
    Provider(const Provider &) = delete;
    Provider &operator=(const Provider &) = delete;
    virtual ~Provider() = default;

    [[nodiscard]] virtual Task<Result<FleetReply>> list(FleetQuery query) = 0;
    //! One instance in full: events, checks, idle rule. `NotFound` when its machine is gone.
    [[nodiscard]] virtual Task<Result<Instance>> inspect(Instance known) = 0;
    [[nodiscard]] virtual Task<Result<RegionList>> regions() = 0;
    //! Codes of regions with room, the nearest first: begins with the one asked about where that has some.
    [[nodiscard]] virtual Task<Result<QStringList>> regionsWithRoom(RoomRequest request);
    //! Newest first.
    [[nodiscard]] virtual Task<Result<std::vector<DiskSnapshot>>> snapshots(Instance instance);
    //! Newest first, without the present one.
    [[nodiscard]] virtual Task<Result<std::vector<EarlierVersion>>> earlierVersions(Instance instance);
    [[nodiscard]] virtual Task<Result<std::vector<PreviousCopy>>> previousCopies(Instance instance);
    //! The variables that the machine's configuration sets.
    [[nodiscard]] virtual Task<Result<QMap<QString, QString>>> environment(Instance instance);
    //! What leads to the machine beside the editor's own ports.
    [[nodiscard]] virtual Task<Result<std::vector<ServicePort>>> ports(Instance instance);
    //! What it would take to make such an instance: as it is now, without its password. Whatever nobody can tell from
    //! outside is as in a new one.
    [[nodiscard]] virtual Task<Result<InstanceSpec>> describe(Instance instance);
    //! The editor's password, for a computer that does not have it. `NotFound`: the provider does not tell.
    [[nodiscard]] virtual Task<Result<QString>> findPassword(Instance instance);

    //! Creates everything an instance needs and waits until its editor answers, or leaves nothing behind.
    [[nodiscard]] virtual Task<Result<Instance>> create(InstanceSpec spec, Progress progress) = 0;
    //! The same with the configuration and the data of another instance; of the spec count id, name, region and
    //! password.
    [[nodiscard]] virtual Task<Result<Instance>> clone(Instance source, InstanceSpec spec, Progress progress);
    //! Waits for the state, not for the editor.
    [[nodiscard]] virtual Task<Result<Outcome>> start(Instance instance, Progress progress) = 0;
    [[nodiscard]] virtual Task<Result<Outcome>> stop(Instance instance, StopManner manner, Progress progress) = 0;
    [[nodiscard]] virtual Task<Result<Outcome>> suspend(Instance instance, Progress progress) = 0;
    [[nodiscard]] virtual Task<Result<Outcome>> restart(Instance instance, Progress progress) = 0;
    //! Visits the public address until the editor there answers.
    [[nodiscard]] virtual Task<Result<void>> waitForEditor(Instance instance, Progress progress) = 0;

    //! Changes the machine in place, which restarts a running one, and waits for its editor's own check. A change that
    //! does not work is put back.
    [[nodiscard]] virtual Task<Result<Outcome>> change(Instance instance, InstanceChange change, Progress progress);
    //! Puts an earlier version in place of the present one; an empty version is the one before.
    [[nodiscard]] virtual Task<Result<Outcome>> rollBack(Instance instance, QString version, RollBackManner manner,
                                                         Progress progress);
    [[nodiscard]] virtual Task<Result<Outcome>> rename(Instance instance, QString name, Progress progress);
    //! Restarts a running one and logs everybody out.
    [[nodiscard]] virtual Task<Result<Outcome>> setPassword(Instance instance, QString password, Progress progress);
    //! Never back.
    [[nodiscard]] virtual Task<Result<Outcome>> extendDisk(Instance instance, int sizeGb, Progress progress);
    //! Takes one and waits until it is complete. `keptDays` 0: for as long as is usual.
    [[nodiscard]] virtual Task<Result<DiskSnapshot>> takeSnapshot(Instance instance, int keptDays, Progress progress);

    //! Makes a new machine with a new disk beside the present ones and switches over once its editor answers; the old
    //! ones stay as PreviousCopy. At each moment one of the two is whole and known.
    [[nodiscard]] virtual Task<Result<Outcome>> replace(Instance instance, Replacement replacement, Progress progress);
    //! A new machine on the instance's own disk, for one that is broken or gone.
    [[nodiscard]] virtual Task<Result<Outcome>> recreate(Instance instance, Progress progress);
    //! Switches to the previous copy; the present one becomes the previous.
    [[nodiscard]] virtual Task<Result<Outcome>> goBack(Instance instance, Progress progress);
    [[nodiscard]] virtual Task<Result<std::vector<Resource>>> dropPrevious(Instance instance, Progress progress);

    //! Removes all that belongs to the instance, tolerates what is gone already, and says what it removed.
    [[nodiscard]] virtual Task<Result<std::vector<Resource>>> remove(Instance instance, Progress progress) = 0;
    //! Stops it and takes the last snapshot; removes nothing. With what it returns safe on disk, removeAllBut() may go
    //! on.
    [[nodiscard]] virtual Task<Result<Keepsake>> takeKeepsake(Instance instance, int days, Progress progress);
    //! Removes what bills and is not needed to bring the instance back.
    [[nodiscard]] virtual Task<Result<std::vector<Resource>>> removeAllBut(Keepsake keepsake, Instance instance,
                                                                           Progress progress);
    [[nodiscard]] virtual Task<Result<Instance>> restore(Keepsake keepsake, Progress progress);
    [[nodiscard]] virtual Task<Result<std::vector<Resource>>> erase(Keepsake keepsake, Progress progress);

    [[nodiscard]] virtual Task<Result<std::vector<Address>>> addresses(Instance instance);
    //! One that is there already is not made again.
    [[nodiscard]] virtual Task<Result<AddressesAdded>> addAddress(Instance instance, AddressRequest wanted,
                                                                  Progress progress);
    //! `RESOURCE_WRONG_STATE`: the instance could not be reached any more, and nobody insisted.
    [[nodiscard]] virtual Task<Result<void>> removeAddress(Instance instance, QString ip, AddressRemoval manner,
                                                           Progress progress);
    //! Without the DNS records to set.
    [[nodiscard]] virtual Task<Result<std::vector<Domain>>> domains(Instance instance);
    [[nodiscard]] virtual Task<Result<Domain>> addDomain(Instance instance, QString hostname, Progress progress);
    //! Has the provider look at the DNS now.
    [[nodiscard]] virtual Task<Result<Domain>> checkDomain(Instance instance, QString hostname, Progress progress);
    [[nodiscard]] virtual Task<Result<void>> removeDomain(Instance instance, QString hostname, Progress progress);

    using Copied = std::function<void(qint64 done, qint64 total)>;
    //! Copies the home folder of a started one into an archive on this computer.
    [[nodiscard]] virtual Task<Result<BackupResult>> backUp(Instance instance, BackupTarget target, Progress progress,
                                                            Copied copied);

    //! What bills and no instance uses. What this computer's journals and receipts hold is left out.
    [[nodiscard]] virtual Task<Result<std::vector<Orphan>>> orphans(Holdings held);
    //! Looks again, and removes that one thing.
    [[nodiscard]] virtual Task<Result<void>> removeOrphan(Orphan orphan, Holdings held, Progress progress);
    //! Editors that somebody else made.
    [[nodiscard]] virtual Task<Result<std::vector<AdoptionCandidate>>> adoptionCandidates();
    //! Writes our marks on one and nothing else.
    [[nodiscard]] virtual Task<Result<Instance>> adopt(AdoptionCandidate candidate, QString name, InstanceId id,
                                                       Progress progress);
    //! One series for each machine that the instance has had.
    [[nodiscard]] virtual Task<Result<std::vector<Series>>> measure(Instance instance, Metric metric, TimeRange range);

    //! The machine's whole configuration, in the provider's words; what looks like a secret is blanked.
    [[nodiscard]] virtual Task<Result<QJsonObject>> configuration(Instance instance);
    using LogDelivery = std::function<void(const std::vector<LogLine> &)>;
    //! Delivers the newest lines, be it none, and then what comes, each line once, until asked to stop or until it
    //! cannot go on.
    [[nodiscard]] virtual Task<Result<void>> followLog(Instance instance, LogDelivery deliver, std::stop_token stop);

    //! Finishes or undoes an operation that was cut off, after looking at what there is. Single requests are not its
    //! affair: they are asked for again.
    [[nodiscard]] virtual Task<Result<Recovery>> recover(JournalEntry entry, Progress progress);
};

} // namespace swarm
