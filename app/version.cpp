#include "app/version.h"

#include "commit.h" // written by the build

#include <QtGlobal>

using namespace Qt::StringLiterals;

namespace swarm {

QString versionCommit()
{
    return QStringLiteral(SWARM_COMMIT);
}

QString versionText()
{
    const auto commit = versionCommit();
    const auto words = commit.isEmpty() ? QString() : u" (%1)"_s.arg(commit);
    return QStringLiteral(SWARM_VERSION) + words + u", Qt "_s + QString::fromLatin1(qVersion());
}

} // namespace swarm
