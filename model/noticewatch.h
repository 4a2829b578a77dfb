#pragma once

#include "model/instancestore.h"
#include "model/notice.h"

#include <QObject>

namespace swarm {

class Clock;
class Fleet;
class MonthCosts;
class Operations;
class Settings;

//! Notices what happens to the swarm and is worth a word: once for each thing, of the kinds that the user wants, and
//! not what somebody sees happen anyway.
class NoticeWatch : public QObject
{
    Q_OBJECT

public:
    NoticeWatch(const InstanceStore &store, const Operations &operations, const Fleet &fleet, const MonthCosts &months,
                Settings &settings, const Clock &clock, QObject *parent = nullptr);

    //! Whether somebody looks at the window: it tells most of this by itself.
    void setWatched(bool isWatched) { m_isWatched = isWatched; }
    //! Another account was opened: what is seen next is how things are, and no news.
    void forget();

Q_SIGNALS:
    void raised(const swarm::Notice &notice);

private:
    void follow(const InstanceDelta &delta);
    void look();
    void lookAt(const Instance &instance);
    //! A run that ended badly and was followed by another at once: whoever worked there wonders where it went.
    void lookForRestart(const Instance &instance);
    void finished(const Operation &operation);
    void checkBudget();
    void raise(Notice notice);

    const InstanceStore &m_store;
    const Fleet &m_fleet;
    const MonthCosts &m_months;
    Settings &m_settings;
    const Clock &m_clock;
    QSet<InstanceId> m_awake; //!< seen running; when they sleep, somebody wants to know why
    QSet<InstanceId> m_unwell; //!< told of, or known from the beginning
    QHash<InstanceId, QDateTime> m_endings; //!< of their last runs
    QHash<InstanceId, QDateTime> m_longRuns; //!< starts of runs that were found to be long
    bool m_isWatched = false;
    bool m_isBeginning = true; //!< nothing was heard from the provider yet
};

} // namespace swarm
