#pragma once

#include "app/desktopnotices.h"
#include "model/notice.h"

#include <QHash>
#include <QObject>

namespace swarm {

class Operations;
class Presence;

//! Puts notices before the user's eyes, with what can be done about them as buttons.
class NoticeBoard : public QObject
{
    Q_OBJECT

public:
    NoticeBoard(Operations &operations, Presence &presence, QObject *parent = nullptr);

    void show(const Notice &notice);

Q_SIGNALS:
    //! Somebody wants to see the window; `instance` may be empty.
    void instanceRequested(const QString &instance);
    //! There is no notification service: a balloon at the tray, perhaps.
    void unavailable(const QString &title, const QString &text);

private:
    void act(const QString &key, const QString &action);

    Operations &m_operations;
    Presence &m_presence;
    DesktopNotices m_desktop;
    QHash<QString, InstanceId> m_instances; //!< by key, of what was shown
};

} // namespace swarm
