#include "ui/wording/instancewords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

struct InstanceWords {
    Q_DECLARE_TR_FUNCTIONS(swarm::InstanceWords)

public:
    static QString status(const Instance &instance)
    {
        switch (instance.status) {
        case Status::Creating:
            return tr("Creating");
        case Status::Starting:
            return instance.checks == CheckState::None ? tr("Starting") : startingEditor();
        case Status::Running:
            return tr("Running");
        case Status::Restarting:
            return tr("Restarting");
        case Status::Stopping:
            return tr("Stopping");
        case Status::Stopped:
            return tr("Stopped");
        case Status::Suspending:
            return tr("Suspending");
        case Status::Suspended:
            return tr("Suspended");
        case Status::Updating:
            return tr("Updating");
        case Status::Deleting:
            return tr("Deleting");
        case Status::Deleted:
            return tr("Deleted");
        case Status::Failed:
            return tr("Failed");
        case Status::Missing:
            return tr("Missing");
        case Status::Unknown:
            return instance.state.isEmpty() ? tr("Unknown") : instance.state;
        }
        Q_UNREACHABLE();
    }

    static QString startingEditor() { return tr("Starting · editor"); }

    static QString ended(const QString &how, qint64 ago)
    {
        //: %1 is "Stopped" or "Suspended", %2 a duration such as "3 d"
        return ago < 60 ? tr("%1 just now").arg(how) : tr("%1 %2 ago").arg(how, durationText(ago));
    }

    static QString illness(const Instance &instance)
    {
        if (!instance.isHostReachable)
            return tr("Unhealthy: Fly.io cannot reach the computer it runs on");
        switch (instance.status) {
        case Status::Running:
            return tr("Unhealthy: the editor does not answer");
        case Status::Missing:
            return tr("Unhealthy: Fly.io does not list its machine any more");
        case Status::Unknown:
            return tr("Unhealthy: this version does not know the state that Fly.io reports");
        case Status::Stopped:
            return instance.ending.cause == Ending::Cause::OutOfMemory ? tr("Unhealthy: it ran out of memory")
                                                                       : tr("Unhealthy: it crashed");
        default:
            return tr("Unhealthy: Fly.io could not run the machine");
        }
    }
};

QString trimmedNumber(double number)
{
    auto text = QString::number(number, 'f', 2);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

} // namespace

QString whyText(const Instance &instance)
{
    if (instance.status != Status::Stopped && instance.status != Status::Failed)
        return {};
    switch (instance.ending.cause) {
    case Ending::Cause::Unknown:
    case Ending::Cause::Requested:
        return {};
    case Ending::Cause::OutOfMemory:
        return InstanceWords::tr("out of memory");
    case Ending::Cause::Finished:
        return instance.idle.action == IdleRule::Action::StopAfter ? InstanceWords::tr("idle")
                                                                   : InstanceWords::tr("the editor quit");
    case Ending::Cause::Crashed:
        return instance.ending.exitCode == 0 ? InstanceWords::tr("crashed")
                                             : InstanceWords::tr("crashed, exit code %1").arg(instance.ending.exitCode);
    }
    Q_UNREACHABLE();
}

QString stateText(const Instance &instance)
{
    const auto status = InstanceWords::status(instance);
    if (!instance.isHostReachable)
        //: %1 is a state such as "Running"
        return InstanceWords::tr("%1 · host unreachable").arg(status);
    if (instance.status == Status::Running && instance.checks == CheckState::Critical)
        return InstanceWords::tr("Running · editor not answering");
    const auto why = whyText(instance);
    //: %1 is a state such as "Stopped", %2 the reason, such as "out of memory"
    return why.isEmpty() ? status : InstanceWords::tr("%1: %2").arg(status, why);
}

QString stateText(const Instance &instance, const QDateTime &now)
{
    if (instance.status == Status::Running && healthOf(instance, now) == Health::Recovering)
        return InstanceWords::startingEditor();
    return stateText(instance);
}

QString sinceText(const Instance &instance, const QDateTime &now)
{
    const auto since = [&now](const QDateTime &then) { return std::max<qint64>(0, then.secsTo(now)); };
    if (instance.status == Status::Running && instance.startedAt.isValid())
        return InstanceWords::tr("Running for %1").arg(spanText(since(instance.startedAt)));
    if (isAsleep(instance.status) && instance.ending.at.isValid())
        return InstanceWords::ended(InstanceWords::status(instance), since(instance.ending.at));
    return stateText(instance, now);
}

QString healthText(const Instance &instance, const QDateTime &now)
{
    switch (healthOf(instance, now)) {
    case Health::Healthy:
        return instance.checks == CheckState::Passing ? InstanceWords::tr("Healthy: the editor answers")
                                                      : InstanceWords::tr("Healthy");
    case Health::Recovering:
        return instance.status == Status::Running ? InstanceWords::tr("Recovering: the editor does not answer yet")
                                                  : InstanceWords::tr("Recovering: the machine is changing");
    case Health::Unhealthy:
        return InstanceWords::illness(instance);
    case Health::Asleep:
        return instance.autostarts ? InstanceWords::tr("Asleep: a visit to its address wakes it")
                                   : InstanceWords::tr("Asleep");
    }
    Q_UNREACHABLE();
}

QString sizeText(const Size &size)
{
    //: %1 is a number of CPUs, %2 an amount of memory
    const auto pattern = size.cpuKind == CpuKind::Shared ? InstanceWords::tr("%1 shared CPU · %2")
                                                         : InstanceWords::tr("%1 performance CPU · %2");
    return pattern.arg(size.cpus).arg(memoryText(size.memoryMb));
}

QString shortSizeText(const Size &size)
{
    //: %1 is a number of CPUs, %2 an amount of memory
    const auto pattern =
        size.cpuKind == CpuKind::Shared ? InstanceWords::tr("%1 shared · %2") : InstanceWords::tr("%1 perf · %2");
    return pattern.arg(size.cpus).arg(memoryText(size.memoryMb));
}

QString memoryText(int megabytes)
{
    return megabytes < 1024 ? u"%1 MB"_s.arg(megabytes) : u"%1 GB"_s.arg(trimmedNumber(megabytes / 1024.0));
}

QString imageText(const Image &image)
{
    const auto repository = image.repository == Image().repository ? u"code-server"_s : image.repository;
    return image.tag.isEmpty() ? repository : repository + u' ' + image.tag;
}

QString exactImageText(const Image &image)
{
    const auto digits = image.digest.section(u':', -1).left(12);
    return digits.isEmpty() ? imageText(image) : imageText(image) + u" · "_s + digits;
}

QString idleRuleText(const Instance &instance)
{
    if (!instance.isIdleRuleKnown)
        return InstanceWords::tr("Not read from the machine yet");
    switch (instance.idle.action) {
    case IdleRule::Action::Never:
        return InstanceWords::tr("Off: runs until somebody stops it");
    case IdleRule::Action::Suspend:
        return InstanceWords::tr("Armed: suspends within minutes of the last tab closing");
    case IdleRule::Action::Stop:
        return InstanceWords::tr("Armed: stops within minutes of the last tab closing");
    case IdleRule::Action::StopAfter:
        return InstanceWords::tr("Armed: stops %1 after the last activity")
            .arg(spanText(instance.idle.after.count() * minute));
    }
    Q_UNREACHABLE();
}

QString idleActionText(IdleRule::Action action)
{
    switch (action) {
    case IdleRule::Action::Never:
        return InstanceWords::tr("Keep running");
    case IdleRule::Action::Suspend:
        return InstanceWords::tr("Suspend soon after the last tab closes");
    case IdleRule::Action::Stop:
        return InstanceWords::tr("Stop soon after the last tab closes");
    case IdleRule::Action::StopAfter:
        return InstanceWords::tr("Stop a set time after the last activity");
    }
    Q_UNREACHABLE();
}

QString diskText(int gigabytes)
{
    return gigabytes > 0 ? u"%1 GB"_s.arg(gigabytes) : u"–"_s;
}

QString durationText(qint64 seconds)
{
    if (seconds < minute)
        return InstanceWords::tr("now");
    if (seconds < hour)
        return InstanceWords::tr("%1 min").arg(seconds / minute);
    if (seconds < day)
        return InstanceWords::tr("%1 h").arg(seconds / hour);
    return InstanceWords::tr("%1 d").arg(seconds / day);
}

QString spanText(qint64 seconds)
{
    if (seconds < minute)
        return InstanceWords::tr("%1 s").arg(seconds);
    if (seconds < hour)
        return InstanceWords::tr("%1 min").arg(seconds / minute);
    if (seconds < day && seconds % hour >= minute)
        return InstanceWords::tr("%1 h %2 min").arg(seconds / hour).arg(seconds % hour / minute);
    if (seconds < day)
        return InstanceWords::tr("%1 h").arg(seconds / hour);
    if (seconds % day >= hour)
        return InstanceWords::tr("%1 d %2 h").arg(seconds / day).arg(seconds % day / hour);
    return InstanceWords::tr("%1 d").arg(seconds / day);
}

QString ageText(const Instance &instance, const QDateTime &now)
{
    const auto since = instance.status == Status::Running ? instance.startedAt
        : isAsleep(instance.status)                       ? instance.ending.at
                                                          : QDateTime();
    return since.isValid() ? durationText(since.secsTo(now)) : u"–"_s;
}

QString bytesText(double bytes)
{
    // As Fly.io counts: a machine of 2 GB has 2048 MB.
    return QLocale().formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeTraditionalFormat);
}

namespace {

//! With the sign where it stands in the user's language; nobody's own locale, that of scripts, has it in front.
QString inDollars(double dollars, int digits)
{
    const QLocale locale;
    return locale.language() == QLocale::C ? u'$' + QString::number(dollars, 'f', digits)
                                           : locale.toCurrencyString(dollars, u"$"_s, digits);
}

} // namespace

QString hourlyText(double dollars)
{
    if (dollars <= 0)
        return u"–"_s;
    return inDollars(dollars, dollars < 1 ? 3 : 2);
}

QString dateText(QDate date)
{
    //: a date: day, name of the month, year; see QLocale::toString() for the letters
    return QLocale().toString(date, InstanceWords::tr("d MMMM yyyy"));
}

QString moneyText(double dollars)
{
    return inDollars(dollars, 2);
}

} // namespace swarm
