#pragma once

#include "fly/flypart.h"
#include "fly/flytypes.h"

namespace swarm {

//! What a sign-in by browser begins with.
struct LoginRequest {
    QString computer = {}; //!< shown to the user, who allows it
    QString challenge = {}; //!< PKCE: the SHA-256 of the verifier, in base64url
    QString state = {}; //!< comes back with the code
    quint16 redirectPort = 0; //!< where we listen on 127.0.0.1
};

//! Sign-in by browser: the requests. None carries a token; see BrowserLogin for the whole.
class FlyLogin : public FlyPart
{
public:
    using FlyPart::FlyPart;

    //! POST {web}/api/v1/cli_sessions
    [[nodiscard]] Task<Result<LoginSession>> begin(LoginRequest request, std::stop_token stop);
    //! POST {web}/api/v1/cli_sessions/{id}/redeem: the token for a code. `AUTH_INSUFFICIENT_PERMISSIONS`: it is wrong.
    [[nodiscard]] Task<Result<QString>> redeem(QString session, QString code, QString verifier, std::stop_token stop);
    //! GET {web}/api/v1/cli_sessions/{id}, for servers without PKCE. Empty: the user has not answered yet.
    [[nodiscard]] Task<Result<QString>> poll(QString session, std::stop_token stop);
};

} // namespace swarm
