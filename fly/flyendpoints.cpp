#include "fly/flyendpoints.h"

using namespace Qt::StringLiterals;

namespace swarm {

QUrl FlyEndpoints::web() const
{
    auto url = graphql;
    auto path = url.path();
    if (path.endsWith("/graphql"_L1))
        path.chop(8);
    url.setPath(path);
    return url;
}

} // namespace swarm
