#pragma once

#include "model/instance.h"
#include "model/prices.h"

#include <QFlags>

#include <optional>

namespace swarm {

inline constexpr double bytesPerGb = 1 << 30; //!< as disks and snapshots are billed

//! What a bill consists of.
enum class CostPart {
    Compute = 1, //!< CPUs and memory
    Disk = 2,
    Snapshots = 4,
    Addresses = 8, //!< dedicated IPv4
    Root = 16, //!< the image's own file system while the machine sleeps
};
Q_DECLARE_FLAGS(CostParts, CostPart)
Q_DECLARE_OPERATORS_FOR_FLAGS(CostParts)

//! Dollars by what they are for.
struct CostSplit {
    double compute = 0;
    double disk = 0;
    double snapshots = 0;
    double addresses = 0;
    double root = 0;

    bool operator==(const CostSplit &) const = default;

    [[nodiscard]] double total() const { return compute + disk + snapshots + addresses + root; }
    CostSplit &operator+=(const CostSplit &other);
    [[nodiscard]] CostSplit operator*(double times) const;
};

//! What an instance does not say of itself and that costs something. What is not known is left out of the sum and named
//! in InstanceCost::unknown; give 0 for what is not there.
struct CostExtras {
    std::optional<double> snapshotGb = {}; //!< stored, all snapshots together
    //! The part of the organization's allowance that falls to this instance; without it, all of it. See
    //! shareFreeSnapshots().
    std::optional<double> freeSnapshotGb = {};
    std::optional<int> dedicatedV4 = {}; //!< number of addresses
    std::optional<double> rootGb = {}; //!< size of the image, unpacked

    bool operator==(const CostExtras &) const = default;
};

//! What is billed for a machine in some state.
enum class Billing {
    Compute, //!< it runs, or is on its way from or to running
    Root, //!< it sleeps: its file system is kept
    Nothing, //!< there is none any more
    Unknown, //!< nobody knows whether it runs
};
[[nodiscard]] Billing billingOf(Status status);

//! About what an instance costs, from list prices.
struct InstanceCost {
    CostSplit perHour = {}; //!< as it is now
    CostSplit perMonth = {}; //!< the same, if it stays like this for a month
    CostSplit whenStopped = {}; //!< a month: what remains when it is stopped
    CostParts unknown = {}; //!< what could not be counted into perHour and perMonth
    CostParts unknownWhenStopped = {};

    bool operator==(const InstanceCost &) const = default;

    //! It may well cost more.
    [[nodiscard]] bool isAtLeast() const { return bool(unknown); }
    InstanceCost &operator+=(const InstanceCost &other);
};

[[nodiscard]] InstanceCost costOf(const Instance &instance, const CostExtras &extras,
                                  const PriceTable &prices = PriceTable::current());

struct SwarmCost {
    QHash<InstanceId, InstanceCost> instances = {};
    InstanceCost whole = {}; //!< their sum, and the snapshots of no instance
};

//! The whole swarm. The free allowance for snapshots is the organization's: each instance gets its part of it.
//! `otherSnapshotGb` is stored of instances that are gone.
[[nodiscard]] SwarmCost costOf(const Instances &instances, const QHash<InstanceId, CostExtras> &extras,
                               double otherSnapshotGb = 0, const PriceTable &prices = PriceTable::current());

//! Gives each its part of the organization's allowance, by what it has stored. Returns the part for `otherSnapshotGb`.
double shareFreeSnapshots(QHash<InstanceId, CostExtras> &extras, double otherSnapshotGb, const PriceTable &prices);
//! A month of what an instance has stored, beyond its part of the allowance.
[[nodiscard]] double snapshotsPerMonth(const CostExtras &extras, const PriceTable &prices);

} // namespace swarm
