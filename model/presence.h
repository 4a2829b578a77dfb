#pragma once

#include "model/clock.h"
#include "model/instancestore.h"
#include "model/notice.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <optional>

namespace swarm {

class Operations;
class Settings;

//! Puts to sleep what was opened from here when its user leaves, as set. The rule on the machine itself stays as it is:
//! it is what helps when this computer sleeps or is gone.
//!
//! Sleep and quitting leave no time to ask. Before the others there is a minute in which the user can say no, or come
//! back.
class Presence : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds grace{60};
    static constexpr std::chrono::hours reprieve{1}; //!< what "Keep" gives

    Presence(const InstanceStore &store, Operations &operations, const Settings &settings, const Clock &clock,
             QObject *parent = nullptr);

    //! The user leaves. For LongIdle the user has been away for long already.
    void leave(Occasion occasion);
    //! The user is back: what was announced does not happen.
    void comeBack();
    //! What was announced waits for an hour.
    void keep();
    //! What was announced happens at once.
    void act();
    //! Another account: what was opened from here is not in sight.
    void forget();

    //! Instances that were opened from here and have not slept since.
    [[nodiscard]] const QSet<InstanceId> &opened() const { return m_opened; }

Q_SIGNALS:
    void announced(const swarm::Notice &notice);
    void calledOff();

private:
    struct Plan {
        Occasion occasion;
        LeaveAction action;
        QList<InstanceId> targets = {};
        QStringList names = {};
        QStringList leftAlone = {};
    };

    [[nodiscard]] Plan planFor(Occasion occasion) const;
    void noteOpened(const Operation &operation);
    void announce(const Plan &plan, std::chrono::seconds until);
    void carryOut(const Plan &plan);

    const InstanceStore &m_store;
    Operations &m_operations;
    const Settings &m_settings;
    const Clock &m_clock;
    QSet<InstanceId> m_opened;
    std::optional<Occasion> m_announced;
    QTimer m_due;
};

} // namespace swarm
