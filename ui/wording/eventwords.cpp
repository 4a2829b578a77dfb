#include "ui/wording/eventwords.h"

#include "ui/wording/instancewords.h"
#include "ui/wording/operationwords.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

using What = Happening::What;
using By = Happening::By;

struct EventWords {
    Q_DECLARE_TR_FUNCTIONS(swarm::EventWords)

public:
    static QString created(By by)
    {
        switch (by) {
        case By::Us:
            return tr("Created by you");
        case By::Elsewhere:
            return tr("Its machine was created by someone else, or by another program");
        case By::Somebody:
        case By::Provider:
            return tr("Created");
        }
        Q_UNREACHABLE();
    }

    static QString started(By by)
    {
        switch (by) {
        case By::Us:
            return tr("Started by you");
        case By::Elsewhere:
            return tr("Started by someone else, or by another program");
        case By::Somebody:
            return tr("Started on request");
        case By::Provider:
            return tr("Started by Fly.io");
        }
        Q_UNREACHABLE();
    }

    static QString stopped(const Happening &happening)
    {
        if (happening.isForIdleness)
            return tr("Stopped because nobody was connected");
        switch (happening.by) {
        case By::Us:
            return tr("Stopped by you");
        case By::Elsewhere:
            return tr("Stopped by someone else, or by another program");
        case By::Somebody:
            return tr("Stopped on request");
        case By::Provider:
            return tr("Stopped by Fly.io");
        }
        Q_UNREACHABLE();
    }

    static QString suspended(By by)
    {
        switch (by) {
        case By::Us:
            return tr("Suspended by you");
        case By::Elsewhere:
            return tr("Suspended by someone else, or by another program");
        case By::Somebody:
            return tr("Suspended on request");
        case By::Provider:
            return tr("Suspended because nobody was connected");
        }
        Q_UNREACHABLE();
    }

    static QString restarted(By by)
    {
        switch (by) {
        case By::Us:
            return tr("Restarted by you");
        case By::Elsewhere:
            return tr("Restarted by someone else, or by another program");
        case By::Somebody:
            return tr("Restarted on request");
        case By::Provider:
            return tr("Restarted by Fly.io");
        }
        Q_UNREACHABLE();
    }

    static QString updated(By by)
    {
        switch (by) {
        case By::Us:
            return tr("Updated by you");
        case By::Elsewhere:
            return tr("Updated by someone else, or by another program");
        case By::Somebody:
            return tr("Updated on request");
        case By::Provider:
            return tr("Updated by Fly.io");
        }
        Q_UNREACHABLE();
    }

    static QString removed(By by)
    {
        switch (by) {
        case By::Us:
            return tr("Its machine was removed by you");
        case By::Elsewhere:
            return tr("Its machine was removed by someone else, or by another program");
        case By::Somebody:
            return tr("Its machine was removed on request");
        case By::Provider:
            return tr("Its machine was removed by Fly.io");
        }
        Q_UNREACHABLE();
    }

    static QString crashed(const Happening &happening)
    {
        return (happening.isStartedAgain ? tr("Crashed with exit code %1 and was started again")
                                         : tr("Crashed with exit code %1 and stopped"))
            .arg(happening.exitCode);
    }

    static QString quit(const Happening &happening, const IdleRule &rule)
    {
        if (happening.isForIdleness && !happening.isStartedAgain)
            //: %1 is a duration such as "30 min"
            return tr("Stopped because nobody had used it for %1").arg(spanText(rule.after.count() * 60));
        return happening.isStartedAgain ? tr("The editor quit and was started again")
                                        : tr("The editor quit, so it stopped");
    }
};

} // namespace

QString happeningText(const Happening &happening, const IdleRule &rule)
{
    switch (happening.what) {
    case What::Created:
        return EventWords::created(happening.by);
    case What::CouldNotStart:
        return EventWords::tr("Fly.io could not start its machine");
    case What::Started:
        return EventWords::started(happening.by);
    case What::Woken:
        return EventWords::tr("Woken by a visit to its address");
    case What::Stopped:
        return EventWords::stopped(happening);
    case What::Suspended:
        return EventWords::suspended(happening.by);
    case What::OutOfMemory:
        return happening.isStartedAgain ? EventWords::tr("Ran out of memory and was started again")
                                        : EventWords::tr("Ran out of memory and stopped");
    case What::Crashed:
        return EventWords::crashed(happening);
    case What::Quit:
        return EventWords::quit(happening, rule);
    case What::Restarted:
        return EventWords::restarted(happening.by);
    case What::Updated:
        return happening.operation ? operationTitle(*happening.operation) : EventWords::updated(happening.by);
    case What::UpdateTakenBack:
        return EventWords::tr("Fly.io took the last update back");
    case What::Moved:
        return EventWords::tr("Moved by Fly.io to other hardware");
    case What::Removed:
        return EventWords::removed(happening.by);
    case What::Operation:
        return operationTitle(*happening.operation);
    case What::Other:
        //: %1 is a word of Fly.io's for something that happened to a machine
        return EventWords::tr("Fly.io reports: %1").arg(happening.word);
    }
    Q_UNREACHABLE();
}

QString dayText(QDate day, QDate today)
{
    if (day == today)
        return EventWords::tr("Today");
    if (day == today.addDays(-1))
        return EventWords::tr("Yesterday");
    //: a date of this year: weekday, day, name of the month; see QLocale::toString() for the letters
    return day.year() == today.year() ? QLocale().toString(day, EventWords::tr("dddd, d MMMM")) : dateText(day);
}

QString timeOfDayText(const QDateTime &at)
{
    return QLocale().toString(at.toLocalTime().time(), QLocale::ShortFormat);
}

} // namespace swarm
