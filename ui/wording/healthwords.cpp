#include "ui/wording/healthwords.h"

#include "ui/wording/instancewords.h"

#include <QCoreApplication>

namespace swarm {
namespace {

using Reason = HealthReport::Reason;
using Remedy = HealthReport::Remedy;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(swarm::Health)
};

QString reasonText(Reason reason, const Instance &instance)
{
    switch (reason) {
    case Reason::Fine:
        return Words::tr("%1 is healthy: it runs and its editor answers.").arg(instance.name);
    case Reason::Asleep:
        return Words::tr("%1 is asleep, as it was asked to be.").arg(instance.name);
    case Reason::Changing:
        return Words::tr("%1 is changing: %2.").arg(instance.name, stateText(instance));
    case Reason::ChecksPending:
        return Words::tr("%1 has just been started; its editor does not answer yet.").arg(instance.name);
    case Reason::ChecksFailing:
        return Words::tr("%1 runs, and its editor does not pass its check.").arg(instance.name);
    case Reason::Stuck:
        return Words::tr("%1 is stuck: %2.").arg(instance.name, stateText(instance));
    case Reason::HostUnreachable:
        return Words::tr("Fly.io cannot reach the computer that %1 is on; what is known of it is old.")
            .arg(instance.name);
    case Reason::RegionSilent:
        return Words::tr("The region of %1 did not answer; what is known of it is old.").arg(instance.name);
    case Reason::OutOfMemory:
        return Words::tr("%1 stopped because it ran out of memory.").arg(instance.name);
    case Reason::Crashed:
        return Words::tr("%1 crashed with code %2.").arg(instance.name).arg(instance.ending.exitCode);
    case Reason::FailedState:
        return Words::tr("The machine of %1 has failed.").arg(instance.name);
    case Reason::Missing:
        return Words::tr("The machine of %1 is gone.").arg(instance.name);
    case Reason::UnknownState:
        return Words::tr("%1 is in a state that this version does not know: %2.").arg(instance.name, instance.state);
    }
    Q_UNREACHABLE();
}

} // namespace

QString remedyText(Remedy remedy)
{
    switch (remedy) {
    case Remedy::Wait:
        return Words::tr("Wait a little; the list shows when it changes.");
    case Remedy::Start:
        return Words::tr("Start it.");
    case Remedy::Restart:
        return Words::tr("Restart it.");
    case Remedy::StopByForce:
        return Words::tr("Stop it by force.");
    case Remedy::Resize:
        return Words::tr("Give it more memory: resize it.");
    case Remedy::Recreate:
        return Words::tr("Recreate its machine; the disk stays.");
    case Remedy::RestoreSnapshot:
        return Words::tr("Restore its last snapshot on another computer.");
    case Remedy::Forget:
        return Words::tr("Forget it, if it is not wanted any more.");
    }
    Q_UNREACHABLE();
}

QStringList healthSentences(const HealthReport &report, const Instance &instance)
{
    QStringList sentences{reasonText(report.reason, instance)};
    if (report.uptimeSeconds >= 0)
        //: %1 is a duration such as "2 h 14 min"
        sentences << Words::tr("It has been up for %1.").arg(spanText(report.uptimeSeconds));
    if (report.reason == Reason::Stuck && report.changingSeconds >= 0)
        //: %1 is a duration such as "12 min"
        sentences << Words::tr("It has been so for %1.").arg(spanText(report.changingSeconds));
    for (const auto remedy : report.remedies)
        sentences << remedyText(remedy);
    return sentences;
}

} // namespace swarm
