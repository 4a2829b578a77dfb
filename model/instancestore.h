#pragma once

#include "model/delta.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace swarm {

//! What we know about the swarm. Everything shown anywhere is derived from here.
//!
//! While an operation runs on an instance it holds the row: only put() and remove() change it then, so that a late
//! poll cannot undo what a command just told us.
class InstanceStore : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] const Instances &instances() const { return m_instances; }
    [[nodiscard]] const Instance *find(const InstanceId &id) const;
    //! By name, our id, app name or machine id.
    [[nodiscard]] const Instance *findByAnyName(const QString &text) const;

    //! Brings all rows that nobody holds to what `now` says.
    void replace(Instances now);
    //! Adds the instance or brings its row up to date, held or not.
    void put(const Instance &instance);
    void remove(const InstanceId &id);

    void hold(const InstanceId &id) { ++m_held[id]; }
    void release(const InstanceId &id);
    [[nodiscard]] bool isHeld(const InstanceId &id) const { return m_held.contains(id); }

Q_SIGNALS:
    void changed(const swarm::InstanceDelta &delta);
    //! For each removed row, after `changed`.
    void removed(const QString &instance);

private:
    void apply(const InstanceDelta &delta);

    Instances m_instances;
    QHash<InstanceId, int> m_held;
};

//! Brings `rows` up to date in place.
void applyTo(Instances &rows, const InstanceDelta &delta);

} // namespace swarm
