#include "model/instancespec.h"

#include <QRandomGenerator>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

QString randomText(int length, QLatin1StringView alphabet)
{
    auto &source = *QRandomGenerator::system(); // the operating system's, fit for passwords
    QString text;
    text.reserve(length);
    for (int i = 0; i < length; ++i)
        text += alphabet[source.bounded(static_cast<quint32>(alphabet.size()))];
    return text;
}

std::optional<SpecProblem> problemOfVariable(const QString &name)
{
    static const QRegularExpression shape(u"\\A[A-Za-z_][A-Za-z0-9_]*\\z"_s);
    if (name == "PASSWORD"_L1 || name == "HASHED_PASSWORD"_L1 || name == "PORT"_L1)
        return SpecProblem::ReservedVariable;
    if (!shape.match(name).hasMatch())
        return SpecProblem::VariableName;
    return {};
}

} // namespace

std::optional<SpecProblem> problemOfName(const QString &name)
{
    static const QRegularExpression shape(u"\\A[a-z]([a-z0-9-]*[a-z0-9])?\\z"_s);
    if (name.isEmpty())
        return SpecProblem::NameEmpty;
    if (name.size() > longestName)
        return SpecProblem::NameTooLong;
    if (!shape.match(name).hasMatch())
        return SpecProblem::NameCharacters;
    return {};
}

std::optional<SpecProblem> problemOfSize(const Size &size)
{
    switch (problemOf(size)) {
    case SizeProblem::None:
        return {};
    case SizeProblem::CpuCount:
        return SpecProblem::CpuCount;
    case SizeProblem::TooLittleMemory:
        return SpecProblem::TooLittleMemory;
    case SizeProblem::TooMuchMemory:
        return SpecProblem::TooMuchMemory;
    case SizeProblem::MemoryStep:
        return SpecProblem::MemoryStep;
    }
    Q_UNREACHABLE();
}

std::optional<SpecProblem> problemOf(const InstanceSpec &spec)
{
    static const QRegularExpression region(u"\\A[a-z]{3}\\z"_s);
    static const QRegularExpression image(u"\\A[A-Za-z0-9][A-Za-z0-9._:/-]*\\z"_s);
    if (const auto problem = problemOfName(spec.name))
        return problem;
    if (!region.match(spec.region).hasMatch())
        return SpecProblem::Region;
    if (const auto problem = problemOfSize(spec.size))
        return problem;
    if (spec.diskGb < smallestDiskGb || spec.diskGb > largestDiskGb)
        return SpecProblem::DiskSize;
    if (spec.idle.action == IdleRule::Action::Suspend && !canSuspend(spec.size))
        return SpecProblem::CannotSuspend;
    if (spec.idle.action == IdleRule::Action::StopAfter && spec.idle.after < std::chrono::minutes(2))
        return SpecProblem::IdleMinutes; // code-server refuses 60 seconds and less
    if (!image.match(spec.image.repository).hasMatch() || spec.image.tag.isEmpty())
        return SpecProblem::Image;
    return problemOfEnvironment(spec.env);
}

std::optional<SpecProblem> problemOfEnvironment(const QMap<QString, QString> &env)
{
    for (auto variable = env.cbegin(); variable != env.cend(); ++variable) {
        if (const auto problem = problemOfVariable(variable.key()))
            return problem;
    }
    return {};
}

QString randomSuffix()
{
    return randomText(4, "abcdefghijklmnopqrstuvwxyz0123456789"_L1);
}

QString proposedName()
{
    return u"vscode-"_s + randomSuffix();
}

QString generatedPassword()
{
    return randomText(24, "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"_L1);
}

IdleRule defaultIdleRule(const Size &size)
{
    return {.action = canSuspend(size) ? IdleRule::Action::Suspend : IdleRule::Action::Stop};
}

} // namespace swarm
