#pragma once

#include "fly/callbacklistener.h"
#include "fly/flylogin.h"
#include "model/clock.h"

#include <QUrl>

#include <functional>

namespace swarm {

//! Signs in with the user's browser: nobody types or copies a token.
//!
//! With PKCE (RFC 7636), so that a code that somebody else reads is worth nothing; where the server does not know it,
//! by asking once a second.
class BrowserLogin
{
public:
    //! Opens an address in the user's browser; false when there is none.
    using Launcher = std::function<bool(const QUrl &)>;

    BrowserLogin(FlyConnection &connection, const Clock &clock, Launcher launch);

    //! The token. `AUTH_INVALID_TOKEN` when the user said no, `NETWORK_TIMEOUT` after 15 minutes without an answer,
    //! `API_UNSUPPORTED_OPERATION` when no browser can be opened.
    [[nodiscard]] Task<Result<QString>> run(std::stop_token stop);

private:
    [[nodiscard]] Task<Result<QString>> redeemed(QString session, QString verifier, std::stop_token stop);
    [[nodiscard]] Task<Result<QString>> polled(QString session, std::stop_token stop);

    FlyLogin m_login;
    const FlyEndpoints &m_endpoints;
    const Clock &m_clock;
    Launcher m_launch;
    std::optional<CallbackListener> m_listener; //!< while run() is under way
};

} // namespace swarm
