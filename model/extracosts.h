#pragma once

#include "model/async/taskscope.h"
#include "model/clock.h"
#include "model/cost.h"
#include "model/provider.h"

#include <QObject>
#include <QSet>

namespace swarm {

class InstanceStore;

//! Asks what an instance has stored in snapshots, and how many addresses it rents. What cannot be asked is not known.
[[nodiscard]] Task<CostExtras> extrasOf(Provider *provider, Instance instance);
//! Stored of instances that were deleted and can be restored, in GB.
[[nodiscard]] double storedIn(const std::vector<Keepsake> &keepsakes);

//! What no list tells of the instances and costs something: snapshots and dedicated addresses.
//!
//! Knowing it takes a few questions for each instance, so they are asked sparingly: about one instance at a time, after
//! a poll, while somebody looks, and again only after some hours or when something was done with it.
class ExtraCosts : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds lifetime = std::chrono::hours(6);
    static constexpr std::chrono::milliseconds pauseAfterFailure = std::chrono::minutes(10);

    ExtraCosts(Provider &provider, const InstanceStore &store, const Clock &clock, QObject *parent = nullptr);
    ~ExtraCosts() override;

    //! Whether somebody looks.
    void setWatched(bool isWatched) { m_isWatched = isWatched; }
    //! The provider has just answered: asks about the next instance, if there is one to ask about.
    void consider();
    //! Something was done with it that may have changed what it stores or rents.
    void expire(const InstanceId &id);
    //! Another account is open.
    void forget();

    //! Of those that were asked about and are still there.
    [[nodiscard]] const QHash<InstanceId, CostExtras> &all() const { return m_all; }

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] const Instance *next() const;
    [[nodiscard]] Task<> ask(Instance instance);

    Provider &m_provider;
    const InstanceStore &m_store;
    const Clock &m_clock;
    QHash<InstanceId, CostExtras> m_all;
    QHash<InstanceId, QDateTime> m_due;
    QSet<InstanceId> m_expired; //!< while they were asked about
    bool m_isWatched = false;
    std::unique_ptr<TaskScope> m_tasks; //!< of this account; last, so that its tasks go before anything they use
};

} // namespace swarm
