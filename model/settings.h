#pragma once

#include "model/preferences.h"

#include <QDateTime>
#include <QObject>
#include <QSettings>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace swarm {

//! What is remembered between runs, in one INI file. Never a secret; only *that* an account has a token.
class Settings : public QObject
{
    Q_OBJECT

public:
    explicit Settings(const QString &file, QObject *parent = nullptr);

    [[nodiscard]] QStringList accounts(const QString &apiHost) const;
    [[nodiscard]] QString currentAccount(const QString &apiHost) const;
    //! The organization last used with an account; empty when none is known.
    [[nodiscard]] QString organization(const QString &apiHost, const QString &account) const;
    void rememberAccount(const QString &apiHost, const QString &account, const QString &organization);
    void forgetAccount(const QString &apiHost, const QString &account);

    //! What is not in the file, or makes no sense there, is as the program comes.
    [[nodiscard]] const Preferences &preferences() const { return m_preferences; }
    void setPreferences(const Preferences &preferences);
    //! The first time the window is closed into the tray, the user is told.
    [[nodiscard]] bool hasExplainedTray() const;
    void setHasExplainedTray();

    //! Whether somebody was told of this already, in this run or an earlier one; from now on, yes.
    [[nodiscard]] bool isFirstTime(const QString &notice);

    //! Where releases are told of; empty: nowhere. Built in, or set in the file.
    [[nodiscard]] QUrl releaseFeed() const;
    [[nodiscard]] QDateTime updatesLookedForAt() const;
    void setUpdatesLookedForAt(const QDateTime &time);

    //! False for a file that a newer program wrote: it is neither used nor changed.
    [[nodiscard]] bool isUsable() const { return m_isUsable; }
    [[nodiscard]] QString file() const { return m_path; }
    [[nodiscard]] QByteArray windowState(const QString &part) const;
    void setWindowState(const QString &part, const QByteArray &state);

Q_SIGNALS:
    void preferencesChanged();

private:
    [[nodiscard]] Preferences readPreferences() const;
    void put(QAnyStringView key, const QVariant &value);

    QString m_path;
    bool m_isUsable;
    QSettings m_file; //!< of no file when that must not be touched
    Preferences m_preferences;
};

} // namespace swarm
