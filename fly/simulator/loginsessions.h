#pragma once

#include "fly/simulator/response.h"
#include "fly/simulator/world.h"

#include <map>
#include <optional>

namespace swarm::simulator {

//! Sign-ins by browser: begun by a program, allowed or denied by a person on a page of ours, ended with a token.
class LoginSessions
{
public:
    explicit LoginSessions(World &world)
        : m_world(world)
    {
    }

    //! Without PKCE, as older servers: the program polls for the token.
    void setOld(bool isOld) { m_isOld = isOld; }

    //! `pageUrl`: where the page for a session is; its id is put at the end.
    Response begin(const QJsonObject &request, const QString &pageUrl);
    Response poll(const QString &id);
    Response redeem(const QString &id, const QJsonObject &request);
    //! The page where a person decides.
    Response page(const QString &id);
    //! The decision; a browser is sent back to the program that asked.
    Response decide(const QString &id, bool isAllowed);

private:
    struct Session {
        QString computer = {};
        QString challenge = {};
        QString state = {};
        int redirectPort = 0;
        bool usesPkce = false;
        qint64 endsAt = 0;
        QString code = {}; //!< given to the browser when it is allowed
        QString token = {};
        bool isDecided = false;
    };

    Session *find(const QString &id);
    QString newToken();
    static Response answerTo(const Session &session, bool isAllowed);

    World &m_world;
    std::map<QString, Session> m_sessions;
    bool m_isOld = false;
};

} // namespace swarm::simulator
