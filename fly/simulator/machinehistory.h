#pragma once

#include "fly/simulator/eventreader.h"
#include "fly/simulator/world.h"

namespace swarm::simulator {

//! A stretch of time in which a machine was started, and what it was then.
struct Run {
    qint64 from = 0;
    qint64 to = 0; //!< 0: it still is
    bool isResumed = false; //!< the one before it goes on: nothing inside began anew
    int cpus = 1;
    bool isShared = true;
    int memoryMb = 256;
    QString volume = {};
    QString mount = {};
    int diskGb = 0;
};

//! What is remembered of a machine beyond its state, for as long as measurements are kept.
struct PastOfMachine {
    struct Exit {
        qint64 at = 0;
        int code = 0;
        bool isOomKilled = false;
    };
    struct Traffic {
        qint64 at = 0;
        int open = 0;
    };

    QString machine = {};
    QString app = {};
    QString region = {};
    QList<Run> runs = {}; //!< oldest first
    QList<Exit> exits = {};
    QList<Traffic> traffic = {}; //!< each change in the number of connections at the proxy
    qint64 watchedFrom = 0; //!< before it, traffic is not known

    //! The most connections that were open at once in a stretch of time; nothing when it is not known.
    std::optional<int> mostOpen(qint64 from, qint64 to) const;
};

//! Remembers when each machine ran, by listening to the world.
class MachineHistory : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 keptMs = 15LL * 86'400'000;

    MachineHistory(World &world, QObject *parent);

    const std::map<QString, PastOfMachine> &pasts() const { return m_pasts; }
    void noteTraffic(const QString &machineId, int open);

    QJsonObject toJson() const;
    void load(const QJsonObject &json);

private:
    void follow(const Machine &machine);
    void read(PastOfMachine &past, const Machine &machine, const QJsonObject &event);
    void begin(PastOfMachine &past, const Machine &machine, qint64 at);
    void forgetOld(PastOfMachine &past) const;

    World &m_world;
    EventReader m_events;
    std::map<QString, PastOfMachine> m_pasts; //!< by machine
    QSet<QString> m_asleep; //!< machines that were suspended
};

} // namespace swarm::simulator
