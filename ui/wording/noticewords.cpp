#include "ui/wording/noticewords.h"

#include "ui/wording/errorwords.h"
#include "ui/wording/instancewords.h"
#include "ui/wording/operationwords.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(swarm::Notice)
};

QString listed(const QStringList &names)
{
    return QLocale().createSeparatedList(names);
}

QString nameOf(const Notice &notice)
{
    return notice.instance ? notice.instance->name : notice.operation ? notice.operation->name : QString();
}

QString troubleTitle(const Instance &instance)
{
    const bool hasRestarted = isUp(instance.status);
    if (hasRestarted && instance.ending.cause == Ending::Cause::OutOfMemory)
        return Words::tr("%1 ran out of memory").arg(instance.name);
    return hasRestarted ? Words::tr("%1 crashed").arg(instance.name)
                        : Words::tr("%1 needs attention").arg(instance.name);
}

QString leavingTitle(const Notice &notice)
{
    if (notice.names.isEmpty())
        //: %1 is one name, or several
        return Words::tr("%1 goes on running").arg(listed(notice.leftAlone));
    const auto names = listed(notice.names);
    if (notice.action == LeaveAction::Stop)
        return notice.seconds > 0 ? Words::tr("About to stop %1").arg(names) : Words::tr("Stopping %1").arg(names);
    return notice.seconds > 0 ? Words::tr("About to suspend %1").arg(names) : Words::tr("Suspending %1").arg(names);
}

QString leavingReason(Occasion occasion)
{
    switch (occasion) {
    case Occasion::Sleep:
        return Words::tr("The computer goes to sleep.");
    case Occasion::Lock:
        return Words::tr("The screen is locked.");
    case Occasion::LongIdle:
        return Words::tr("You have been away for a while.");
    case Occasion::Quit:
        return Words::tr("Remote Swarm ends.");
    }
    Q_UNREACHABLE();
}

QString leavingText(const Notice &notice)
{
    QStringList parts{leavingReason(notice.occasion)};
    if (notice.seconds > 0)
        parts += Words::tr("In %n seconds, unless you come back.", nullptr, notice.seconds);
    if (!notice.leftAlone.isEmpty())
        parts += Words::tr("Fly.io cannot suspend %1: only machines with 2 GB or less.").arg(listed(notice.leftAlone));
    return parts.join(u' ');
}

} // namespace

QString noticeTitle(const Notice &notice)
{
    const auto name = nameOf(notice);
    switch (notice.kind) {
    case NoticeKind::Ready:
        return Words::tr("%1 is ready").arg(name);
    case NoticeKind::Stopped:
        return notice.instance->status == Status::Suspended ? Words::tr("%1 was suspended").arg(name)
                                                            : Words::tr("%1 stopped").arg(name);
    case NoticeKind::Failed:
        return notice.operation ? operationTitle(*notice.operation) : troubleTitle(*notice.instance);
    case NoticeKind::Leaving:
        return leavingTitle(notice);
    case NoticeKind::LongRun:
        return Words::tr("%1 has been running for long").arg(name);
    case NoticeKind::Budget:
        return notice.percent >= 100 ? Words::tr("This month's budget is used up")
                                     //: %1 is a number: 80 % of the budget
                                     : Words::tr("%1 % of this month's budget is used").arg(notice.percent);
    }
    Q_UNREACHABLE();
}

QString noticeText(const Notice &notice)
{
    switch (notice.kind) {
    case NoticeKind::Ready:
        return {};
    case NoticeKind::Stopped: {
        const auto why = whyText(*notice.instance);
        return why.isEmpty() ? Words::tr("Its disk keeps everything in /home/coder.")
                             //: %1 is a reason, such as "out of memory"
                             : Words::tr("Why: %1.").arg(why);
    }
    case NoticeKind::Failed:
        if (notice.operation && notice.operation->error)
            return sentence(*notice.operation->error) + u' ' + remedy(*notice.operation->error);
        return isUp(notice.instance->status) ? Words::tr("It was started again; what was not saved is lost.")
                                             : healthText(*notice.instance, notice.instance->updatedAt);
    case NoticeKind::Leaving:
        return leavingText(notice);
    case NoticeKind::LongRun:
        return sinceText(*notice.instance, QDateTime::currentDateTimeUtc()) + u'.';
    case NoticeKind::Budget:
        return Words::tr("About %1 of %2 so far, without snapshots and addresses.")
            .arg(moneyText(notice.spent), moneyText(notice.budget));
    }
    Q_UNREACHABLE();
}

QString noticeKindText(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::Ready:
        return Words::tr("An instance became ready");
    case NoticeKind::Stopped:
        return Words::tr("An instance stopped, and why");
    case NoticeKind::Failed:
        return Words::tr("Something failed or needs attention");
    case NoticeKind::Leaving:
        return Words::tr("Instances are about to be suspended because you left");
    case NoticeKind::LongRun:
        return Words::tr("An instance has been running for long");
    case NoticeKind::Budget:
        return Words::tr("80 % and 100 % of the monthly budget are used");
    }
    Q_UNREACHABLE();
}

QString occasionText(Occasion occasion)
{
    switch (occasion) {
    case Occasion::Sleep:
        return Words::tr("The computer goes to sleep");
    case Occasion::Lock:
        return Words::tr("The screen is locked");
    case Occasion::LongIdle:
        return Words::tr("Nobody touches the computer for long");
    case Occasion::Quit:
        return Words::tr("Remote Swarm quits");
    }
    Q_UNREACHABLE();
}

QString leaveActionText(LeaveAction action)
{
    switch (action) {
    case LeaveAction::Nothing:
        return Words::tr("Do nothing");
    case LeaveAction::Suspend:
        return Words::tr("Suspend what can suspend");
    case LeaveAction::Stop:
        return Words::tr("Stop");
    }
    Q_UNREACHABLE();
}

} // namespace swarm
