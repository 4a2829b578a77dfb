#pragma once

#include "fly/flypart.h"
#include "fly/flytypes.h"

namespace swarm {

//! Certificates for host names of one's own. Names below fly.dev need none.
class FlyCertificates : public FlyPart
{
public:
    using FlyPart::FlyPart;

    //! GET /v1/apps/{app}/certificates: one page, 100 at most
    [[nodiscard]] Task<Result<CertificatePage>> list(QString app, QString cursor, std::stop_token stop);
    //! POST /v1/apps/{app}/certificates/acme: asks for one, and tells which DNS records it needs
    [[nodiscard]] Task<Result<Certificate>> request(QString app, QString hostname, std::stop_token stop);
    //! POST /v1/apps/{app}/certificates/custom: one's own, in PEM
    [[nodiscard]] Task<Result<Certificate>> upload(QString app, QString hostname, QString chain, QString privateKey,
                                                   std::stop_token stop);
    //! GET /v1/apps/{app}/certificates/{hostname}
    [[nodiscard]] Task<Result<Certificate>> get(QString app, QString hostname, std::stop_token stop);
    //! POST /v1/apps/{app}/certificates/{hostname}/check: looks at the DNS now
    [[nodiscard]] Task<Result<Certificate>> check(QString app, QString hostname, std::stop_token stop);
    //! DELETE /v1/apps/{app}/certificates/{hostname}: the host name with all its certificates
    [[nodiscard]] Task<Result<void>> remove(QString app, QString hostname, std::stop_token stop);
    //! DELETE .../{hostname}/acme: Fly.io's own one
    [[nodiscard]] Task<Result<Certificate>> removeIssued(QString app, QString hostname, std::stop_token stop);
    //! DELETE .../{hostname}/custom: the one that was uploaded
    [[nodiscard]] Task<Result<Certificate>> removeUploaded(QString app, QString hostname, std::stop_token stop);
};

} // namespace swarm
