#include "ui/wording/recordwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(swarm::Records)
};

//! What is damaged and still in its place is read again at each start, in vain.
FileProblem::Kind kindOf(const FileProblem &problem)
{
    const bool isInPlace = problem.kind == FileProblem::Kind::Damaged && problem.movedTo.isEmpty();
    return isInPlace ? FileProblem::Kind::Unreadable : problem.kind;
}

int countOf(const FileProblems &problems, FileProblem::Kind kind)
{
    return static_cast<int>(std::ranges::count(problems, kind, &kindOf));
}

QString lineFor(const FileProblem &problem)
{
    switch (kindOf(problem)) {
    case FileProblem::Kind::Unreadable:
        return Words::tr("%1 could not be read: %2").arg(problem.file, problem.reason);
    case FileProblem::Kind::Damaged:
        return Words::tr("%1 was damaged (%2) and is set aside as %3")
            .arg(problem.file, problem.reason, problem.movedTo);
    case FileProblem::Kind::TooNew:
        return Words::tr("%1 was written by a newer version and is left alone").arg(problem.file);
    case FileProblem::Kind::UnknownMembers:
        return Words::tr("%1 holds what this version does not know, and keeps it: %2")
            .arg(problem.file, problem.reason);
    }
    Q_UNREACHABLE();
}

} // namespace

QString recordSentence(const FileProblems &all)
{
    FileProblems problems;
    std::ranges::copy_if(all, std::back_inserter(problems),
                         [](const FileProblem &problem) { return problem.about == FileProblem::About::Record; });
    QStringList parts;
    if (const int damaged = countOf(problems, FileProblem::Kind::Damaged))
        parts << (damaged == 1 ? Words::tr("A local record was damaged and is set aside.")
                               : Words::tr("%1 local records were damaged and are set aside.").arg(damaged));
    if (const int unreadable = countOf(problems, FileProblem::Kind::Unreadable))
        parts << (unreadable == 1 ? Words::tr("A local record could not be read.")
                                  : Words::tr("%1 local records could not be read.").arg(unreadable));
    if (countOf(problems, FileProblem::Kind::TooNew) + countOf(problems, FileProblem::Kind::UnknownMembers) > 0)
        parts << Words::tr("Some local records were written by a newer version; what is unknown in them is kept.");
    if (!parts.isEmpty())
        parts << Words::tr("The list comes from Fly.io: nothing is lost there.");
    if (std::ranges::count(all, FileProblem::About::Receipt, &FileProblem::about) > 0)
        parts << Words::tr("What was kept of deleted instances could not all be read: some can neither be restored nor "
                           "erased from here, and may go on billing. See what nobody uses.");
    if (std::ranges::count(all, FileProblem::About::Journal, &FileProblem::about) > 0)
        parts << Words::tr("What was noted of operations that were cut off could not all be read: some are not taken "
                           "up. See what nobody uses.");
    return parts.join(u' ');
}

QString recordDetails(const FileProblems &problems)
{
    QStringList lines;
    for (const auto &problem : problems)
        lines << lineFor(problem);
    return lines.join(u'\n');
}

} // namespace swarm
