#include "model/instancestore.h"

#include <algorithm>

namespace swarm {

void applyTo(Instances &rows, const InstanceDelta &delta)
{
    for (const int row : delta.removedRows)
        rows.erase(rows.begin() + row);
    for (const auto &change : delta.changes)
        rows[static_cast<std::size_t>(change.row)] = change.after;
    rows.insert(rows.end(), delta.added.begin(), delta.added.end());
}

const Instance *InstanceStore::find(const InstanceId &id) const
{
    const auto found = std::ranges::find(m_instances, id, &Instance::id);
    return found == m_instances.end() ? nullptr : &*found;
}

const Instance *InstanceStore::findByAnyName(const QString &text) const
{
    if (text.isEmpty()) // as the machine id of one that is being created is
        return nullptr;
    for (const auto member : {&Instance::name, &Instance::id, &Instance::app, &Instance::machine}) {
        const auto found = std::ranges::find(m_instances, text, member);
        if (found != m_instances.end())
            return &*found;
    }
    return nullptr;
}

void InstanceStore::replace(Instances now)
{
    std::erase_if(now, [this](const Instance &instance) { return isHeld(instance.id); });
    for (const auto &instance : m_instances) {
        if (isHeld(instance.id))
            now.push_back(instance);
    }
    apply(difference(m_instances, now));
}

void InstanceStore::put(const Instance &instance)
{
    const auto known = std::ranges::find(m_instances, instance.id, &Instance::id);
    InstanceDelta delta;
    if (known == m_instances.end())
        delta.added.push_back(instance);
    else if (*known != instance)
        delta.changes.push_back(
            {.row = static_cast<int>(known - m_instances.begin()), .before = *known, .after = instance});
    apply(delta);
}

void InstanceStore::remove(const InstanceId &id)
{
    const auto known = std::ranges::find(m_instances, id, &Instance::id);
    if (known == m_instances.end())
        return;
    InstanceDelta delta;
    delta.removedRows.push_back(static_cast<int>(known - m_instances.begin()));
    apply(delta);
}

void InstanceStore::release(const InstanceId &id)
{
    const auto held = m_held.find(id);
    Q_ASSERT(held != m_held.end());
    if (--*held == 0)
        m_held.erase(held);
}

void InstanceStore::apply(const InstanceDelta &delta)
{
    if (delta.isEmpty())
        return;
    std::vector<InstanceId> gone;
    for (const int row : delta.removedRows)
        gone.push_back(m_instances[static_cast<std::size_t>(row)].id);
    applyTo(m_instances, delta);
    Q_EMIT changed(delta);
    for (const auto &id : gone)
        Q_EMIT removed(id);
}

} // namespace swarm
