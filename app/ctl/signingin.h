#pragma once

#include "app/ctl/context.h"

namespace swarm::ctl {

//! Whose swarm it is: what works without a list.
class SigningIn
{
public:
    explicit SigningIn(Context context);

    //! The token that the command line, the environment or the keychain has.
    [[nodiscard]] Task<Result<QString>> token();
    [[nodiscard]] Task<int> login();
    //! Removes the token, and all that is kept here about the account.
    [[nodiscard]] Task<int> logout();
    //! Lists those that are known here, or uses another one from now on.
    [[nodiscard]] Task<int> accounts();
    //! Of instances, as they are known without asking anybody: for completing what is typed.
    [[nodiscard]] Task<int> names();

    [[nodiscard]] static Error notSignedIn();

private:
    [[nodiscard]] Task<Result<QString>> browserToken();
    [[nodiscard]] QString apiHost() const { return hostKey(m_context.line.common.endpoints.api); }
    //! The one that is meant; empty: nobody is signed in.
    [[nodiscard]] QString account() const;

    Context m_context;
};

} // namespace swarm::ctl
