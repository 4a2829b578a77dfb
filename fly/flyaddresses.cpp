#include "fly/flyaddresses.h"

#include "fly/flyparser.h"

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

const QString addressesRoute = u"/v1/apps/{app}/ip_assignments"_s;

} // namespace

QString addressWord(AddressType type)
{
    switch (type) {
    case AddressType::SharedV4:
        return u"shared_v4"_s;
    case AddressType::V4:
        return u"v4"_s;
    case AddressType::V6:
        return u"v6"_s;
    case AddressType::PrivateV6:
        return u"private_v6"_s;
    case AddressType::EgressV4:
        return u"egress_v4"_s;
    case AddressType::EgressV6:
        return u"egress_v6"_s;
    case AddressType::EgressPair:
        return u"egress_pair"_s;
    }
    Q_UNREACHABLE();
}

Task<Result<std::vector<IpAssignment>>> FlyAddresses::assign(QString app, AddressType type, AddressOptions options,
                                                             std::stop_token stop)
{
    FlyCall call{.verb = "POST"_ba,
                 .route = addressesRoute,
                 .at = {app},
                 .body = {{u"type"_s, addressWord(type)}},
                 .repeat = Repeat::WhenNotDone,
                 .stop = stop};
    if (!options.region.isEmpty())
        call.body.insert(u"region"_s, options.region);
    if (!options.network.isEmpty())
        call.body.insert(u"network"_s, options.network);
    if (!options.organization.isEmpty())
        call.body.insert(u"org_slug"_s, options.organization);
    co_return co_await ask(std::move(call), newAddressesFrom);
}

Task<Result<std::vector<IpAssignment>>> FlyAddresses::list(QString app, std::stop_token stop)
{
    FlyCall call{.route = addressesRoute, .at = {app}, .stop = stop};
    co_return co_await ask(std::move(call), addressesFrom);
}

Task<Result<void>> FlyAddresses::release(QString app, QString ip, std::stop_token stop)
{
    FlyCall call{.verb = "DELETE"_ba, .route = addressesRoute + u"/{ip}"_s, .at = {app, ip}, .stop = stop};
    co_return co_await command(std::move(call));
}

} // namespace swarm
