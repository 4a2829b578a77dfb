#pragma once

#include "fly/flypart.h"
#include "fly/flytypes.h"

#include <QUrl>

namespace swarm {

//! Whose account it is and what belongs to it: all by GraphQL, where REST has nothing.
class FlyAccount : public FlyPart
{
public:
    using FlyPart::FlyPart;

    //! GraphQL `viewer`: the e-mail address; empty for tokens that are nobody's
    [[nodiscard]] Task<Result<QString>> viewer(std::stop_token stop);
    //! GraphQL `organizations`
    [[nodiscard]] Task<Result<std::vector<OrganizationRef>>> organizations(std::stop_token stop);
    //! GraphQL `organization(slug)`
    [[nodiscard]] Task<Result<OrganizationRef>> organization(QString slug, std::stop_token stop);
    //! GraphQL `apps`: all that the token reaches, or one organization's by GraphQL's id; one page of 200
    [[nodiscard]] Task<Result<AppPage>> apps(QString organizationId, QString cursor, std::stop_token stop);
    //! GraphQL `app(name) { appUrl }`
    [[nodiscard]] Task<Result<QUrl>> appUrl(QString app, std::stop_token stop);
    //! GraphQL `app(name) { createdAt }`
    [[nodiscard]] Task<Result<QDateTime>> appCreatedAt(QString app, std::stop_token stop);
    //! GraphQL `platform { vmSizes }`
    [[nodiscard]] Task<Result<std::vector<SizePrice>>> sizes(std::stop_token stop);
};

} // namespace swarm
