#include "ui/wording/recordwords.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

using Problem = InstanceFiles::Problem;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(swarm::Records)
};

int countOf(const std::vector<Problem> &problems, Problem::Kind kind)
{
    return static_cast<int>(std::ranges::count(problems, kind, &Problem::kind));
}

QString lineFor(const Problem &problem)
{
    switch (problem.kind) {
    case Problem::Kind::Unreadable:
        return Words::tr("%1 could not be read: %2").arg(problem.file, problem.reason);
    case Problem::Kind::Damaged:
        return Words::tr("%1 was damaged (%2) and is set aside as %3")
            .arg(problem.file, problem.reason, problem.movedTo);
    case Problem::Kind::TooNew:
        return Words::tr("%1 was written by a newer version and is left alone").arg(problem.file);
    case Problem::Kind::UnknownMembers:
        return Words::tr("%1 holds what this version does not know, and keeps it: %2")
            .arg(problem.file, problem.reason);
    }
    Q_UNREACHABLE();
}

} // namespace

QString recordSentence(const std::vector<Problem> &problems)
{
    QStringList parts;
    if (const int damaged = countOf(problems, Problem::Kind::Damaged))
        parts << (damaged == 1 ? Words::tr("A local record was damaged and is set aside.")
                               : Words::tr("%1 local records were damaged and are set aside.").arg(damaged));
    if (const int unreadable = countOf(problems, Problem::Kind::Unreadable))
        parts << (unreadable == 1 ? Words::tr("A local record could not be read.")
                                  : Words::tr("%1 local records could not be read.").arg(unreadable));
    if (countOf(problems, Problem::Kind::TooNew) + countOf(problems, Problem::Kind::UnknownMembers) > 0)
        parts << Words::tr("Some local records were written by a newer version; what is unknown in them is kept.");
    if (parts.isEmpty())
        return {};
    return parts.join(u' ') + u' ' + Words::tr("The list comes from Fly.io: nothing is lost there.");
}

QString recordDetails(const std::vector<Problem> &problems)
{
    QStringList lines;
    for (const auto &problem : problems)
        lines << lineFor(problem);
    return lines.join(u'\n');
}

} // namespace swarm
