#pragma once

#include "model/instance.h"
#include "ui/commandpalette.h"

#include <QAction>
#include <QObject>

namespace swarm {

class InstanceActions;
class InstanceStore;

//! What can be done in the window now, by name, for the palette: first what concerns the selected instance, then the
//! program, then all other instances, or, where there are many, those that are named.
class WindowCommands : public QObject
{
    Q_OBJECT

public:
    WindowCommands(const InstanceStore &store, const InstanceActions &actions, QObject *parent = nullptr);

    //! `own`: of the program as a whole.
    [[nodiscard]] std::vector<Command> answering(const QStringList &words, const QList<QAction *> &own) const;

Q_SIGNALS:
    //! Before its action is triggered.
    void selectionRequested(const QString &instance) const;

private:
    //! Those whose names answer best; all where there are few.
    [[nodiscard]] std::vector<const Instance *> meantBy(const QStringList &words) const;
    [[nodiscard]] std::vector<Command> commandsOn(const Instance &instance) const;

    const InstanceStore &m_store;
    const InstanceActions &m_actions;
};

} // namespace swarm
