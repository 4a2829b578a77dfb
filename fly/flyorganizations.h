#pragma once

#include "fly/flypart.h"
#include "fly/flytypes.h"

namespace swarm {

//! Which machines or volumes of an organization to list.
struct OrgQuery {
    QDateTime updatedAfter = {}; //!< invalid: all that live; else all that changed since, destroyed ones too
    QString cursor = {}; //!< wins over the time
};

//! What an organization has, in lists that lag seconds behind and lack most of each machine's configuration.
class FlyOrganizations : public FlyPart
{
public:
    using FlyPart::FlyPart;

    //! GET /v1/orgs/{slug}/machines: one page
    [[nodiscard]] Task<Result<MachinePage>> machines(QString organization, OrgQuery query, std::stop_token stop);
    //! GET /v1/orgs/{slug}/volumes: one page
    [[nodiscard]] Task<Result<VolumePage>> volumes(QString organization, OrgQuery query, std::stop_token stop);
};

} // namespace swarm
