#include "model/network.h"

#include "model/prices.h"

namespace swarm {

bool Address::isPublic() const
{
    return kind == Kind::SharedV4 || kind == Kind::V4 || kind == Kind::V6;
}

double perMonth(AddressRequest::Kind kind)
{
    switch (kind) {
    case AddressRequest::Kind::V4:
        return dedicatedV4PerMonth();
    case AddressRequest::Kind::Egress:
        return egressAddressPerMonth();
    case AddressRequest::Kind::SharedV4:
    case AddressRequest::Kind::V6:
    case AddressRequest::Kind::Private:
        return 0;
    }
    Q_UNREACHABLE();
}

} // namespace swarm
