#include "model/cost.h"

#include <algorithm>

namespace swarm {
namespace {

constexpr double hoursPerMonth = 720;

//! What costs the same whether the machine runs or not, for a month.
CostSplit standing(const Instance &instance, const CostExtras &extras, const PriceTable &prices)
{
    return {.disk = diskPerMonth(instance.diskGb, prices),
            .snapshots = snapshotsPerMonth(extras, prices),
            .addresses = extras.dedicatedV4.value_or(0) * dedicatedV4PerMonth(prices)};
}

CostParts unknownStanding(const Instance &instance, const CostExtras &extras)
{
    CostParts unknown;
    unknown.setFlag(CostPart::Disk, instance.diskGb <= 0);
    unknown.setFlag(CostPart::Snapshots, !extras.snapshotGb);
    unknown.setFlag(CostPart::Addresses, !extras.dedicatedV4);
    return unknown;
}

} // namespace

CostSplit &CostSplit::operator+=(const CostSplit &other)
{
    compute += other.compute;
    disk += other.disk;
    snapshots += other.snapshots;
    addresses += other.addresses;
    root += other.root;
    return *this;
}

CostSplit CostSplit::operator*(double times) const
{
    return {.compute = compute * times,
            .disk = disk * times,
            .snapshots = snapshots * times,
            .addresses = addresses * times,
            .root = root * times};
}

InstanceCost &InstanceCost::operator+=(const InstanceCost &other)
{
    perHour += other.perHour;
    perMonth += other.perMonth;
    whenStopped += other.whenStopped;
    unknown |= other.unknown;
    unknownWhenStopped |= other.unknownWhenStopped;
    return *this;
}

Billing billingOf(Status status)
{
    if (status == Status::Running || isChanging(status))
        return Billing::Compute;
    if (isAsleep(status) || status == Status::Failed) // a failed one is still there, and does not run
        return Billing::Root;
    return status == Status::Deleted ? Billing::Nothing : Billing::Unknown;
}

InstanceCost costOf(const Instance &instance, const CostExtras &extras, const PriceTable &prices)
{
    const auto billing = instance.isSilent ? Billing::Unknown : billingOf(instance.status);
    if (billing == Billing::Nothing)
        return {};

    InstanceCost cost;
    cost.perMonth = standing(instance, extras, prices);
    cost.unknown = unknownStanding(instance, extras);
    cost.whenStopped = cost.perMonth;
    cost.whenStopped.root = sleepingPerMonth(extras.rootGb.value_or(0), prices);
    cost.unknownWhenStopped = cost.unknown;
    cost.unknownWhenStopped.setFlag(CostPart::Root, !extras.rootGb);
    switch (billing) {
    case Billing::Compute:
        cost.perMonth.compute = computePerMonth(instance.size, instance.region, prices);
        break;
    case Billing::Root:
        cost.perMonth.root = cost.whenStopped.root;
        cost.unknown = cost.unknownWhenStopped;
        break;
    default: // it runs, or sleeps, or is gone
        cost.unknown |= CostPart::Compute;
        break;
    }
    cost.perHour = cost.perMonth * (1 / hoursPerMonth);
    return cost;
}

SwarmCost costOf(const Instances &instances, const QHash<InstanceId, CostExtras> &extras, double otherSnapshotGb,
                 const PriceTable &prices)
{
    auto shared = extras;
    const auto freeForOthers = shareFreeSnapshots(shared, otherSnapshotGb, prices);

    SwarmCost cost;
    for (const auto &instance : instances) {
        const auto one = costOf(instance, shared.value(instance.id), prices);
        cost.instances.insert(instance.id, one);
        cost.whole += one;
    }
    const CostSplit others{
        .snapshots = snapshotsPerMonth({.snapshotGb = otherSnapshotGb, .freeSnapshotGb = freeForOthers}, prices)};
    cost.whole.perMonth += others;
    cost.whole.whenStopped += others;
    cost.whole.perHour += others * (1 / hoursPerMonth);
    return cost;
}

double shareFreeSnapshots(QHash<InstanceId, CostExtras> &extras, double otherSnapshotGb, const PriceTable &prices)
{
    double stored = otherSnapshotGb;
    for (const auto &each : std::as_const(extras))
        stored += each.snapshotGb.value_or(0);
    const double freeShare = stored > 0 ? std::min(1.0, prices.freeSnapshotGb / stored) : 0;
    for (auto &each : extras)
        each.freeSnapshotGb = each.snapshotGb.value_or(0) * freeShare;
    return otherSnapshotGb * freeShare;
}

double snapshotsPerMonth(const CostExtras &extras, const PriceTable &prices)
{
    const double freeGb = extras.freeSnapshotGb.value_or(prices.freeSnapshotGb);
    return std::max(0.0, extras.snapshotGb.value_or(0) - freeGb) * prices.snapshotPerGbMonth;
}

} // namespace swarm
