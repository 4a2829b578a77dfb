#pragma once

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>

#include <optional>

class QDBusPendingCallWatcher;

namespace swarm {

//! Notifications of the desktop's own service, with buttons. Where there is none, `unavailable` tells, and the tray can
//! show a balloon.
class DesktopNotices : public QObject
{
    Q_OBJECT

public:
    struct Action {
        QString key;
        QString label;
    };
    struct Content {
        QString key; //!< a later notification with the same key takes the place of an earlier one
        QString title;
        QString text = {}; //!< plain
        QList<Action> actions = {};
        bool isUrgent = false;
    };

    explicit DesktopNotices(QObject *parent = nullptr);

    void show(const Content &content);
    void withdraw(const QString &key);

Q_SIGNALS:
    //! A button was pressed; `action` is "default" for a click on the notification itself.
    void invoked(const QString &key, const QString &action);
    //! Nobody could be asked to show this.
    void unavailable(const QString &title, const QString &text);

private Q_SLOTS:
    void onActionInvoked(uint id, const QString &action);
    void onNotificationClosed(uint id, uint reason);
    void onActivationToken(uint id, const QString &token);

private:
    void askCapabilities();
    void send(const Content &content);
    void sent(const Content &content, QDBusPendingCallWatcher &watcher);

    std::optional<QStringList> m_capabilities; //!< of the service, once it has told them
    QList<Content> m_waiting; //!< until then
    QHash<QString, uint> m_ids;
    QSet<QString> m_withdrawn; //!< before the service had given them an id
};

} // namespace swarm
