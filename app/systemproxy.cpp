#include "app/systemproxy.h"

#include <QHostAddress>
#include <QNetworkProxyFactory>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

class SystemProxy : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        const auto host = query.peerHostName();
        const bool isHere = host == "localhost"_L1 || host.endsWith(".localhost"_L1) || QHostAddress(host).isLoopback();
        return isHere ? QList<QNetworkProxy>{QNetworkProxy::NoProxy} : systemProxyForQuery(query);
    }
};

} // namespace

void useSystemProxy()
{
    QNetworkProxyFactory::setApplicationProxyFactory(new SystemProxy); // which owns it
}

} // namespace swarm
