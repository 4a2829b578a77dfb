#pragma once

#include "fly/flypart.h"
#include "fly/flytypes.h"

namespace swarm {

//! Apps: named bags of machines, volumes, addresses and secrets.
class FlyApps : public FlyPart
{
public:
    using FlyPart::FlyPart;

    //! POST /v1/apps. `RESOURCE_ALREADY_EXISTS`: the name is taken, perhaps by a stranger.
    [[nodiscard]] Task<Result<void>> create(QString name, QString organization, QString network, std::stop_token stop);
    //! GET /v1/apps/{app}. A new one may answer 404 or 401 for up to a minute.
    [[nodiscard]] Task<Result<FlyApp>> get(QString name, std::stop_token stop);
    //! GET /v1/apps?org_slug=: all of an organization, in one answer
    [[nodiscard]] Task<Result<std::vector<FlyApp>>> list(QString organization, std::stop_token stop);
    //! DELETE /v1/apps/{app}?force=true: with everything in it, snapshots too
    [[nodiscard]] Task<Result<void>> remove(QString name, std::stop_token stop);
    //! DELETE /v1/apps/{app}: the same, but refused while a machine in it runs
    [[nodiscard]] Task<Result<void>> removeQuiet(QString name, std::stop_token stop);
    //! POST /v1/apps/{app}/deploy_token: a token for this app alone, with its scheme word
    [[nodiscard]] Task<Result<QString>> createDeployToken(QString name, std::chrono::hours validFor,
                                                          std::stop_token stop);
};

} // namespace swarm
