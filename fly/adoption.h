#pragma once

#include "fly/flyclient.h"
#include "model/instance.h"
#include "model/orphan.h"

namespace swarm {

//! Finds machines that somebody else made and that run code-server, and takes one into the swarm when asked to.
//!
//! Looking changes nothing. Adopting writes our metadata and no more: no new version, no restart.
class Adoption
{
public:
    explicit Adoption(FlyConnection &connection)
        : m_fly(connection, Urgency::User)
    {
    }

    //! Without those that carry our metadata, those that are gone, and those whose host is away.
    [[nodiscard]] Task<Result<std::vector<AdoptionCandidate>>> candidates(QString organization, std::stop_token stop);
    //! The new instance `id`, called `name`, as if made by our `version`; its address is left empty.
    //! `RESOURCE_ALREADY_EXISTS` when it is another instance already, `RESOURCE_WRONG_STATE` when the machine has been
    //! changed since it was found.
    [[nodiscard]] Task<Result<Instance>> adopt(AdoptionCandidate candidate, QString name, InstanceId id,
                                               QString version, std::stop_token stop);

private:
    [[nodiscard]] Task<Result<Machine>> look(AdoptionCandidate candidate, std::stop_token stop);

    FlyClient m_fly;
};

} // namespace swarm
