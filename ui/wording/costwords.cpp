#include "ui/wording/costwords.h"

#include "ui/wording/instancewords.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(swarm::CostWords)
};

constexpr std::array allParts{CostPart::Compute, CostPart::Disk, CostPart::Snapshots, CostPart::Addresses,
                              CostPart::Root};

QString partName(CostPart part)
{
    switch (part) {
    case CostPart::Compute:
        return Words::tr("Compute");
    case CostPart::Disk:
        return Words::tr("Disk");
    case CostPart::Snapshots:
        return Words::tr("Snapshots");
    case CostPart::Addresses:
        return Words::tr("Dedicated addresses");
    case CostPart::Root:
        return Words::tr("Image kept while asleep");
    }
    Q_UNREACHABLE();
}

double amountOf(const CostSplit &split, CostPart part)
{
    switch (part) {
    case CostPart::Compute:
        return split.compute;
    case CostPart::Disk:
        return split.disk;
    case CostPart::Snapshots:
        return split.snapshots;
    case CostPart::Addresses:
        return split.addresses;
    case CostPart::Root:
        return split.root;
    }
    Q_UNREACHABLE();
}

//! "about $1.50", "at least about $1.50".
QString about(const QString &money, bool isAtLeast)
{
    //: %1 is an amount of money
    return (isAtLeast ? Words::tr("at least about %1") : Words::tr("about %1")).arg(money);
}

QString hoursText(std::chrono::milliseconds time)
{
    return spanText(std::chrono::duration_cast<std::chrono::seconds>(time).count());
}

//! How long it was what a part is billed for.
QString durationFor(CostPart part, const UseCost &use)
{
    if (part == CostPart::Compute && use.running.count() > 0)
        //: %1 is a duration such as "3 d 4 h"
        return Words::tr("%1 of running").arg(hoursText(use.running));
    if (part == CostPart::Root && use.asleep.count() > 0)
        return Words::tr("%1 asleep").arg(hoursText(use.asleep));
    return {};
}

QString reasonText(const SizeAdvice &advice)
{
    const auto memory = memoryText(static_cast<int>(std::lround(advice.memoryHigh / (1024.0 * 1024))));
    const auto cores = QString::number(advice.cpuHigh, 'f', 2);
    switch (advice.reason) {
    case SizeAdvice::Reason::TooLittleData:
        return Words::tr("It has not run long enough lately to judge its size.");
    case SizeAdvice::Reason::Fits:
        return Words::tr("Its size fits what it did in the last days.");
    case SizeAdvice::Reason::LittleToSave:
        return Words::tr("A smaller size would do, but hardly save anything.");
    case SizeAdvice::Reason::RunsIdle:
        //: %1 is a number of CPU cores, %2 an amount of memory
        return Words::tr("In the last days it hardly used more than %1 cores and %2 of memory.").arg(cores, memory);
    case SizeAdvice::Reason::OutOfMemory:
        return Words::tr("It ran out of memory.");
    case SizeAdvice::Reason::MemoryNearlyFull:
        return Words::tr("Its memory is nearly full: up to %1 in use.").arg(memory);
    case SizeAdvice::Reason::Throttled:
        return Words::tr("Its shared CPUs are slowed down often: it wants more than their share.");
    case SizeAdvice::Reason::CpuNearlyFull:
        return Words::tr("Its CPUs are nearly always busy.");
    case SizeAdvice::Reason::NothingLarger:
        return Words::tr("It wants more than the largest size of its kind of CPU has.");
    }
    Q_UNREACHABLE();
}

QString savingText(const SizeAdvice &advice)
{
    const bool saves = advice.hourlySaving > 0;
    const auto hourly = hourlyText(std::abs(advice.hourlySaving));
    const auto monthly = std::abs(advice.monthlySaving);
    if (monthly < 0.005)
        return (saves ? Words::tr("This saves about %1 an hour while it runs.")
                      : Words::tr("This costs about %1 more an hour while it runs."))
            .arg(hourly);
    return (saves ? Words::tr("This saves about %1 a month if it runs as much as lately, %2 an hour.")
                  : Words::tr("This costs about %1 more a month if it runs as much as lately, %2 an hour."))
        .arg(moneyText(monthly), hourly);
}

} // namespace

QString hourlyCostText(const InstanceCost &cost)
{
    const auto total = cost.perHour.total();
    if (total <= 0 && !cost.isAtLeast())
        return Words::tr("nothing");
    //: %1 is an amount of money: "about $0.018/h"
    return Words::tr("%1/h").arg(about(total > 0 ? hourlyText(total) : moneyText(0), cost.isAtLeast()));
}

QString monthlyCostText(const InstanceCost &cost)
{
    //: %1 is an amount of money
    return Words::tr("%1 a month").arg(about(moneyText(cost.perMonth.total()), cost.isAtLeast()));
}

QString monthToDateText(const UseCost &use)
{
    //: %1 is an amount of money
    return Words::tr("%1 this month").arg(about(moneyText(use.cost.total()), use.isAtLeast()));
}

bool isWorthSaying(const UseCost &use)
{
    return use.cost.total() >= 0.005; // else it is rounded to nothing
}

QString whenStoppedText(const InstanceCost &cost)
{
    const auto &split = cost.whenStopped;
    const auto isAtLeast = bool(cost.unknownWhenStopped);
    if (split.total() <= 0 && !isAtLeast)
        return Words::tr("When stopped, it costs nothing.");
    QStringList parts;
    for (const auto part : allParts) {
        if (const auto amount = amountOf(split, part); amount > 0)
            parts << partName(part).toLower() + u' ' + moneyText(amount);
    }
    const auto sum = about(moneyText(split.total()), isAtLeast);
    return parts.isEmpty() ? Words::tr("When stopped, %1 a month remains.").arg(sum)
                           //: %1 is an amount of money, %2 a list such as "disk $1.50, snapshots $0.30"
                           : Words::tr("When stopped, %1 a month remains: %2.").arg(sum, parts.join(u", "_s));
}

QStringList monthlyLines(const InstanceCost &cost)
{
    QStringList lines;
    for (const auto part : allParts) {
        const auto amount = amountOf(cost.perMonth, part);
        const bool isUnknown = cost.unknown.testFlag(part);
        if (amount > 0)
            lines << Words::tr("%1: %2 a month").arg(partName(part), about(moneyText(amount), isUnknown));
        else if (isUnknown)
            lines << Words::tr("%1: not known").arg(partName(part));
    }
    return lines;
}

QStringList monthToDateLines(const UseCost &use)
{
    QStringList lines;
    for (const auto part : allParts) {
        const auto amount = amountOf(use.cost, part);
        const bool isUnknown = use.unknownParts.testFlag(part);
        const auto duration = durationFor(part, use);
        if (amount > 0 && !duration.isEmpty())
            //: %1 is what is billed, %2 an amount of money, %3 a duration such as "3 h of running"
            lines << Words::tr("%1: %2, %3").arg(partName(part), about(moneyText(amount), isUnknown), duration);
        else if (amount > 0)
            lines << Words::tr("%1: %2").arg(partName(part), about(moneyText(amount), isUnknown));
        else if (isUnknown)
            lines << Words::tr("%1: not known").arg(partName(part));
    }
    if (use.unknown.count() > 0)
        //: %1 is a duration
        lines << Words::tr("For %1 nobody knows whether it ran").arg(hoursText(use.unknown));
    return lines;
}

QString priceDateText(QDate validFrom)
{
    //: %1 is a date
    return Words::tr("Estimate from list prices valid from %1, before tax").arg(dateText(validFrom));
}

QString adviceText(const SizeAdvice &advice)
{
    QStringList sentences{reasonText(advice)};
    if (advice.kind == SizeAdvice::Kind::None)
        return sentences.front();
    //: %1 is a size such as "2 shared CPU · 4 GB"
    sentences << Words::tr("Better: %1.").arg(sizeText(advice.size)) << savingText(advice);
    if (advice.losesSuspend)
        sentences << Words::tr("It can then be stopped, but not suspended.");
    return sentences.join(u' ');
}

QString priceProblemText(const PriceProblem &problem)
{
    using Kind = PriceProblem::Kind;
    switch (problem.kind) {
    case Kind::Unreadable:
        return Words::tr("The file of prices cannot be read: %1").arg(problem.detail);
    case Kind::NotJson:
        return Words::tr("The file of prices is no JSON: %1").arg(problem.detail);
    case Kind::TooNew:
        return Words::tr("The file of prices is for a later version of Remote Swarm");
    case Kind::UnknownMember:
        return Words::tr("%1 is no price that Remote Swarm knows").arg(problem.member);
    case Kind::NotAnObject:
        return problem.member.isEmpty() ? Words::tr("The file of prices holds no object")
                                        : Words::tr("%1 is no object").arg(problem.member);
    case Kind::NotANumber:
        return Words::tr("%1 is no number (%2)").arg(problem.member, problem.detail);
    case Kind::NotAWholeNumber:
        return Words::tr("%1 is no whole number (%2)").arg(problem.member, problem.detail);
    case Kind::Negative:
        return Words::tr("%1 is below zero (%2)").arg(problem.member, problem.detail);
    case Kind::NotADate:
        return Words::tr("%1 is no date such as 2026-10-01 (%2)").arg(problem.member, problem.detail);
    }
    Q_UNREACHABLE();
}

} // namespace swarm
