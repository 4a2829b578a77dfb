#pragma once

#include "model/instancestore.h"
#include "model/operations.h"
#include "model/verb.h"
#include "ui/permissions.h"

#include <QAction>
#include <QList>
#include <QSet>

namespace swarm {

//! What can be done with the selected instances, as actions for tool bar, menus and keys.
class InstanceActions : public QObject
{
    Q_OBJECT

public:
    InstanceActions(const InstanceStore &store, Operations &operations, QObject *parent = nullptr);

    QAction open;
    QAction start;
    QAction stop;
    QAction suspend;
    QAction restart;
    QAction remove;
    QAction copyAddress;
    QAction change; //!< opens a menu of changes()

    //! Of one instance, by a dialog each; a separator between groups.
    [[nodiscard]] const QList<QAction *> &changes() const { return m_changes; }

    //! What can be done with one instance now, and how: to be triggered once it is selected.
    [[nodiscard]] QList<QAction *> possibleOn(const Instance &instance) const;
    void setSelection(const QList<InstanceId> &selection);
    [[nodiscard]] const QList<InstanceId> &selection() const { return m_selection; }
    //! Without an account there is nothing to do with what is shown.
    void setUsable(bool usable);
    //! Does what the row offers.
    void act(const InstanceId &id);
    //! The same, but never cancels what runs.
    void choose(const InstanceId &id);

Q_SIGNALS:
    void changeRequested(swarm::Verb verb, const swarm::InstanceId &instance);
    void removeRequested(const QList<swarm::InstanceId> &instances);

private:
    using Permission = bool Permissions::*;

    void addChanges();
    void add(QAction &action, const QString &name, const QString &icon, Permission permission,
             OperationId (Operations::*command)(const InstanceId &));
    [[nodiscard]] QList<InstanceId> allowed(Permission permission) const;
    //! What at least one of the selected allows.
    [[nodiscard]] Permissions allowedByAny() const;
    [[nodiscard]] QString reason() const;
    void update();
    void copyAddresses() const;

    const InstanceStore &m_store;
    Operations &m_operations;
    QList<InstanceId> m_selection;
    QSet<InstanceId> m_selected; //!< the same, for looking up
    QList<std::pair<QAction *, Permission>> m_permitted;
    QList<QAction *> m_changes;
    bool m_isUsable = true;
};

} // namespace swarm
