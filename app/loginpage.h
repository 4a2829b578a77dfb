#pragma once

#include "model/clock.h"
#include "model/opener.h"

#include <QObject>
#include <QUrl>

#include <functional>

namespace swarm {

//! Opens an editor in the browser, logged in.
//!
//! The browser is sent to a page on the loopback interface that can be read once, within seconds, and posts the
//! password to the editor's own login over https. So the password is in no address, no argument and no file. Without a
//! password the browser goes to the editor itself.
class LoginPage : public Opener
{
public:
    //! Hands an address to the system's browser; false when that fails.
    using Launcher = std::function<bool(const QUrl &)>;

    LoginPage(const Clock &clock, Launcher launch)
        : m_clock(clock)
        , m_launch(std::move(launch))
    {
    }

    [[nodiscard]] Task<Result<void>> open(Instance instance, QString password) override;

private:
    const Clock &m_clock;
    Launcher m_launch;
};

//! The page itself: a form that sends itself. `login` is the address of the editor's login.
[[nodiscard]] QByteArray loginForm(const QUrl &login, const QString &password);

} // namespace swarm
