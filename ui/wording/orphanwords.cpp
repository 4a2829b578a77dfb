#include "ui/wording/orphanwords.h"

#include "ui/wording/instancewords.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

using Kind = Orphan::Kind;
using Reason = Orphan::Reason;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(swarm::Orphans)

public:
    static QString copy(const Orphan &orphan)
    {
        const auto kind = orphanKindText(orphan.kind);
        //: %1 is "Earlier copy" or the like, %2 the name of an instance
        auto whose = orphan.instance.isEmpty() ? kind : tr("%1 of %2").arg(kind, orphan.instance);
        if (orphan.disk.isEmpty())
            return whose;
        //: %1 is "Earlier copy of thesis", %2 a size such as "10 GB"
        return tr("%1, with its disk of %2").arg(whose, diskText(orphan.sizeGb));
    }

    static QString neverUsed(Kind kind)
    {
        return kind == Kind::EmptyApp ? tr("It never had a machine or anything else: it is what a creation left.")
                                      : tr("No machine has ever used it: there is nothing on it.");
    }

    static QString replaced(const Orphan &orphan)
    {
        switch (orphan.kind) {
        case Kind::Candidate:
            return tr(
                "A change that never came to its end left it. The instance lives on with its own machine and disk.");
        case Kind::Previous:
            return tr("The instance lives on with a newer machine. This is the way back to what it was before.");
        case Kind::MachineWithoutDisk:
            return tr("It keeps nothing, and the instance has another machine with a disk.");
        default:
            return tr("The instance in the same app lives on with another disk. What is on this one goes with it.");
        }
    }

    static QString onlyCopy(const Orphan &orphan)
    {
        return orphan.kind == Kind::Disk
            ? tr("No machine uses it, but it may hold the only copy of somebody's work. Removing it ends that.")
            : tr("Its instance cannot be found any more: this may be the only copy of somebody's work.");
    }

    static QString notNow(Reason reason)
    {
        return reason == Reason::RegionSilent
            ? tr("A region of Fly.io does not answer just now, and what lies there may use it. Look again later.")
            : tr("What Fly.io says about it does not fit together just now. Look again in a minute.");
    }
};

} // namespace

QString orphanKindText(Kind kind)
{
    switch (kind) {
    case Kind::Disk:
        return Words::tr("Disk");
    case Kind::Address:
        return Words::tr("Address");
    case Kind::EmptyApp:
        return Words::tr("Empty app");
    case Kind::Candidate:
        return Words::tr("Unfinished copy");
    case Kind::Previous:
        return Words::tr("Earlier copy");
    case Kind::MachineWithoutDisk:
        return Words::tr("Machine without a disk");
    case Kind::KeptSnapshot:
        return Words::tr("Last snapshot");
    }
    Q_UNREACHABLE();
}

QString orphanTitle(const Orphan &orphan)
{
    switch (orphan.kind) {
    case Kind::Disk: {
        //: %1 is a size such as "10 GB", %2 a city and its code
        const auto title = Words::tr("Disk of %1 in %2").arg(diskText(orphan.sizeGb), regionText(orphan.region));
        //: %1 is "Disk of 10 GB in Amsterdam (ams)", %2 the name of an instance
        return orphan.instance.isEmpty() ? title : Words::tr("%1, of %2").arg(title, orphan.instance);
    }
    case Kind::Address:
        return Words::tr("Address %1 of the app %2").arg(orphan.id, orphan.app);
    case Kind::EmptyApp:
        return Words::tr("Empty app %1").arg(orphan.app);
    case Kind::KeptSnapshot:
        return Words::tr("Last snapshot in the app %1").arg(orphan.app);
    case Kind::Candidate:
    case Kind::Previous:
    case Kind::MachineWithoutDisk:
        return Words::copy(orphan);
    }
    Q_UNREACHABLE();
}

QString orphanReasonText(const Orphan &orphan)
{
    switch (orphan.reason) {
    case Reason::NeverUsed:
        return Words::neverUsed(orphan.kind);
    case Reason::NoMachine:
        return Words::tr("Its app has no machine: nobody answers there.");
    case Reason::Replaced:
        return Words::replaced(orphan);
    case Reason::OnlyCopy:
        return Words::onlyCopy(orphan);
    case Reason::HoldsSnapshots:
        return Words::tr("Deleted elsewhere; restorable where it was deleted. The last snapshot goes with the app.");
    case Reason::MayHoldSnapshots:
        return Words::tr("It once had a disk. Snapshots of it may still be there, which Fly.io no longer shows, and "
                         "would go with the app.");
    case Reason::AgeUnknown:
        return Words::tr("Nobody tells how old it is: somebody may be using it to create something right now.");
    case Reason::IsInstance:
        return Words::tr("It stands in the list of instances. Delete it there.");
    case Reason::TakesVisits:
        return Words::tr("Visits to the address may reach it, so that work may have been done on it.");
    case Reason::IsRunning:
        return Words::tr("It is running: somebody has started it. Stop it first.");
    case Reason::Foreign:
        return Words::tr("Nothing says that Remote Swarm made it, so Remote Swarm does not remove it.");
    case Reason::TooNew:
        return Words::tr("Another version of Remote Swarm made it, and this one does not know what it is for.");
    case Reason::RegionSilent:
    case Reason::Unconfirmed:
        return Words::notNow(orphan.reason);
    }
    Q_UNREACHABLE();
}

QString orphanSafetyText(Orphan::Safety safety)
{
    switch (safety) {
    case Orphan::Safety::Safe:
        return Words::tr("Safe to remove");
    case Orphan::Safety::Choice:
        return Words::tr("For you to decide");
    case Orphan::Safety::Never:
        return Words::tr("Not to be removed here");
    }
    Q_UNREACHABLE();
}

QString orphanPriceText(const Orphan &orphan)
{
    constexpr double leastShown = 0.005;
    if (orphan.perMonth < leastShown)
        return orphan.isAtLeast ? Words::tr("a little, nobody tells how much") : Words::tr("nothing");
    //: %1 is an amount such as "$1.50"
    return (orphan.isAtLeast ? Words::tr("at least about %1 a month") : Words::tr("about %1 a month"))
        .arg(moneyText(orphan.perMonth));
}

QString orphanAgeText(const Orphan &orphan, const QDateTime &now)
{
    if (!orphan.createdAt.isValid())
        return Words::tr("age not known");
    //: %1 is a duration such as "3 d"
    return Words::tr("made %1 ago").arg(durationText(std::max<qint64>(60, orphan.createdAt.secsTo(now))));
}

QString evidenceText(const AdoptionCandidate::Evidence &evidence)
{
    QStringList reasons;
    if (evidence.isImage)
        reasons << Words::tr("its image is code-server");
    if (evidence.isServing)
        reasons << Words::tr("it serves port 8080 with code-server's health check");
    if (evidence.isMetadata)
        reasons << Words::tr("its metadata speaks of code-server");
    return reasons.join(u"; "_s);
}

QString adoptionCautionText(const AdoptionCandidate &candidate)
{
    QStringList cautions;
    if (candidate.disk.isEmpty())
        cautions << Words::tr("It has no disk: it forgets everything when it stops.");
    if (candidate.sharesApp)
        cautions << Words::tr("Other machines answer at the same address.");
    if (candidate.isDeployed)
        cautions << Words::tr("It comes from “fly deploy”: the next one may replace it.");
    return cautions.join(u' ');
}

} // namespace swarm
