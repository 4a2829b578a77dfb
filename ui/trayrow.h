#pragma once

#include "model/instance.h"
#include "ui/permissions.h"

#include <QAction>
#include <QMenu>

namespace swarm {

//! One instance in the tray's menu, with what can be done to it. Belongs to the same instance all its life, so that a
//! click that comes late cannot hit another one.
class TrayRow : public QObject
{
    Q_OBJECT

public:
    explicit TrayRow(InstanceId id, QObject *parent = nullptr);

    void setTexts(const Instance &instance, const Permissions &permissions, const QDateTime &now);
    [[nodiscard]] QAction *entry() { return m_menu.menuAction(); }
    [[nodiscard]] const InstanceId &id() const { return m_id; }

    QAction open;
    QAction suspend;
    QAction stop;
    QAction copyAddress;
    QAction show;

private:
    InstanceId m_id;
    QMenu m_menu;
};

} // namespace swarm
