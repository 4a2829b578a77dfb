#pragma once

#include "model/async/task.h"
#include "model/error.h"
#include "model/instancespec.h"
#include "model/region.h"

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
    std::vector<Disk> disks = {};
    bool isComplete = false; //!< a full list, every page of it
    QStringList silentRegions = {}; //!< did not answer: what lies there is unknown, not gone
    QDateTime nextSince = {}; //!< what to ask for next time
};

//! How an operation tells where it is, and how it is asked to stop.
struct Progress {
    std::stop_token stop = {};
    std::function<void(Step)> entered = [](Step) { };
};

//! What a command came to.
struct Outcome {
    Instance instance = {};
    bool wasAlreadySo = false; //!< there was nothing to do
};

enum class StopManner { Graceful, Kill };

//! Where instances come from. The one thing the model and the windows know about any cloud.
//!
//! Every task that changes something must be left to end: ask it to stop through Progress, do not destroy it. A failed
//! one has put back what it could; Error::undone and Error::leftBehind say what.
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

    //! Creates everything an instance needs and waits until its editor answers, or leaves nothing behind.
    [[nodiscard]] virtual Task<Result<Instance>> create(InstanceSpec spec, Progress progress) = 0;
    //! Waits for the state, not for the editor.
    [[nodiscard]] virtual Task<Result<Outcome>> start(Instance instance, Progress progress) = 0;
    [[nodiscard]] virtual Task<Result<Outcome>> stop(Instance instance, StopManner manner, Progress progress) = 0;
    [[nodiscard]] virtual Task<Result<Outcome>> suspend(Instance instance, Progress progress) = 0;
    [[nodiscard]] virtual Task<Result<Outcome>> restart(Instance instance, Progress progress) = 0;
    //! Visits the public address until the editor there answers.
    [[nodiscard]] virtual Task<Result<void>> waitForEditor(Instance instance, Progress progress) = 0;
    //! Removes all that belongs to the instance, tolerates what is gone already, and says what it removed.
    [[nodiscard]] virtual Task<Result<std::vector<Resource>>> remove(Instance instance, Progress progress) = 0;
};

} // namespace swarm
