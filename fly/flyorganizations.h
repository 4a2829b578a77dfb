#pragma once

#include "fly/flypart.h"
#include "fly/flytypes.h"

#include <functional>

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
    [[nodiscard]] Task<Result<OrgPage<Machine>>> machines(QString organization, OrgQuery query, std::stop_token stop);
    //! The same, all pages as one
    [[nodiscard]] Task<Result<OrgPage<Machine>>> allMachines(QString organization, QDateTime updatedAfter,
                                                             std::stop_token stop);
    //! GET /v1/orgs/{slug}/volumes: one page
    [[nodiscard]] Task<Result<OrgPage<Volume>>> volumes(QString organization, OrgQuery query, std::stop_token stop);
    //! The same, all pages as one
    [[nodiscard]] Task<Result<OrgPage<Volume>>> allVolumes(QString organization, QDateTime updatedAfter,
                                                           std::stop_token stop);

private:
    template <typename T> using AskForPage = std::function<Task<Result<OrgPage<T>>>(OrgQuery)>;

    template <typename T>
    [[nodiscard]] static Task<Result<OrgPage<T>>> allPages(AskForPage<T> ask, QDateTime updatedAfter);
};

} // namespace swarm
