#pragma once

#include "fly/flypart.h"
#include "fly/flytypes.h"

namespace swarm {

enum class AddressType { SharedV4, V4, V6, PrivateV6, EgressV4, EgressV6, EgressPair };

//! Fly.io's word for it: "shared_v4".
[[nodiscard]] QString addressWord(AddressType type);

//! Where a new address is to be; most need nothing of it.
struct AddressOptions {
    QString region = {}; //!< egress addresses belong to one
    QString network = {}; //!< private ones: on which network
    QString organization = {}; //!< private ones: of which organization's networks
};

//! Addresses. An app made by the API has none, and no name in the DNS before it has a public one.
class FlyAddresses : public FlyPart
{
public:
    using FlyPart::FlyPart;

    //! POST /v1/apps/{app}/ip_assignments. Two for a pair.
    [[nodiscard]] Task<Result<std::vector<IpAssignment>>> assign(QString app, AddressType type, AddressOptions options,
                                                                 std::stop_token stop);
    //! GET /v1/apps/{app}/ip_assignments
    [[nodiscard]] Task<Result<std::vector<IpAssignment>>> list(QString app, std::stop_token stop);
    //! DELETE /v1/apps/{app}/ip_assignments/{ip}
    [[nodiscard]] Task<Result<void>> release(QString app, QString ip, std::stop_token stop);
};

} // namespace swarm
