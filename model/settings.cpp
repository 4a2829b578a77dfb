#include "model/settings.h"

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

QString accountsKey(const QString &apiHost)
{
    return u"accounts/%1/known"_s.arg(apiHost);
}

QString currentKey(const QString &apiHost)
{
    return u"accounts/%1/current"_s.arg(apiHost);
}

QString organizationKey(const QString &apiHost, const QString &account)
{
    return u"accounts/%1/organization of %2"_s.arg(apiHost, account);
}

} // namespace

Settings::Settings(const QString &file)
    : m_file(file, QSettings::IniFormat)
{
}

QStringList Settings::accounts(const QString &apiHost) const
{
    return m_file.value(accountsKey(apiHost)).toStringList();
}

QString Settings::currentAccount(const QString &apiHost) const
{
    return m_file.value(currentKey(apiHost)).toString();
}

QString Settings::organization(const QString &apiHost, const QString &account) const
{
    return m_file.value(organizationKey(apiHost, account)).toString();
}

void Settings::rememberAccount(const QString &apiHost, const QString &account, const QString &organization)
{
    auto known = accounts(apiHost);
    if (!known.contains(account))
        known << account;
    m_file.setValue(accountsKey(apiHost), known);
    m_file.setValue(currentKey(apiHost), account);
    m_file.setValue(organizationKey(apiHost, account), organization);
    m_file.sync();
}

void Settings::forgetAccount(const QString &apiHost, const QString &account)
{
    auto known = accounts(apiHost);
    known.removeAll(account);
    m_file.setValue(accountsKey(apiHost), known);
    m_file.setValue(currentKey(apiHost), known.value(0));
    m_file.remove(organizationKey(apiHost, account));
    m_file.sync();
}

Settings::Appearance Settings::appearance() const
{
    const auto word = m_file.value(u"window/appearance"_s).toString();
    if (word == "light"_L1)
        return Appearance::Light;
    return word == "dark"_L1 ? Appearance::Dark : Appearance::System;
}

bool Settings::closesToTray() const
{
    return m_file.value(u"window/closes_to_tray"_s, true).toBool();
}

void Settings::setClosesToTray(bool closes)
{
    m_file.setValue(u"window/closes_to_tray"_s, closes);
}

bool Settings::hasExplainedTray() const
{
    return m_file.value(u"window/explained_tray"_s).toBool();
}

void Settings::setHasExplainedTray()
{
    m_file.setValue(u"window/explained_tray"_s, true);
}

QByteArray Settings::windowState(const QString &part) const
{
    return m_file.value(u"window/%1"_s.arg(part)).toByteArray();
}

void Settings::setWindowState(const QString &part, const QByteArray &state)
{
    m_file.setValue(u"window/%1"_s.arg(part), state);
}

} // namespace swarm
