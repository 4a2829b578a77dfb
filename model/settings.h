#pragma once

#include <QSettings>
#include <QString>
#include <QStringList>

namespace swarm {

//! What is remembered between runs, in one INI file. Never a secret; only *that* an account has a token.
class Settings
{
public:
    enum class Appearance { System, Light, Dark };

    explicit Settings(const QString &file);

    [[nodiscard]] QStringList accounts(const QString &apiHost) const;
    [[nodiscard]] QString currentAccount(const QString &apiHost) const;
    //! The organization last used with an account; empty when none is known.
    [[nodiscard]] QString organization(const QString &apiHost, const QString &account) const;
    void rememberAccount(const QString &apiHost, const QString &account, const QString &organization);
    void forgetAccount(const QString &apiHost, const QString &account);

    //! Whether the window is light or dark; set in the file.
    [[nodiscard]] Appearance appearance() const;
    [[nodiscard]] bool closesToTray() const;
    void setClosesToTray(bool closes);
    //! The first time the window is closed into the tray, the user is told.
    [[nodiscard]] bool hasExplainedTray() const;
    void setHasExplainedTray();

    [[nodiscard]] QByteArray windowState(const QString &part) const;
    void setWindowState(const QString &part, const QByteArray &state);

private:
    QSettings m_file;
};

} // namespace swarm
