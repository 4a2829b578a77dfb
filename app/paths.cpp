#include "app/paths.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

//! Accounts and organizations come from a server: they must not climb out of their folder.
QString asFolder(const QString &name)
{
    auto folder = name;
    for (auto &letter : folder) {
        const bool isPlain = letter.isLetterOrNumber() || u"@-_+."_s.contains(letter);
        if (!isPlain)
            letter = u'_';
    }
    return folder.startsWith(u'.') || folder.isEmpty() ? u'_' + folder : folder;
}

} // namespace

QString hostKey(const QUrl &api)
{
    return api.port() < 0 ? api.host() : u"%1_%2"_s.arg(api.host()).arg(api.port());
}

QString Paths::config() const
{
    return m_demoFolder.isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/remote-swarm"_s
        : m_demoFolder + u"/config"_s;
}

QString Paths::settings() const
{
    return config() + u"/remote-swarm.conf"_s;
}

QString Paths::prices() const
{
    return config() + u"/prices.json"_s;
}

QString Paths::data() const
{
    return m_demoFolder.isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/remote-swarm"_s
        : m_demoFolder + u"/data"_s;
}

QString Paths::logs() const
{
    return data() + u"/log"_s;
}

QString Paths::accountFolder(const QString &apiHost, const QString &account) const
{
    return u"%1/%2/%3"_s.arg(data(), asFolder(apiHost), asFolder(account));
}

QString Paths::place(const QString &apiHost, const QString &account, const QString &organization) const
{
    return accountFolder(apiHost, account) + u'/' + asFolder(organization);
}

QString Paths::runtime() const
{
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation)
        + (m_demoFolder.isEmpty() ? u"/remote-swarm-live"_s : u"/remote-swarm-demo"_s);
}

} // namespace swarm
