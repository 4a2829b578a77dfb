#pragma once

#include "fly/simulator/world.h"

namespace swarm::simulator {

//! The copy of all machines and volumes that Fly's organization-wide lists are read from. It lags behind the world,
//! so a change with an older stamp can appear after one has looked.
class OrgReplica : public QObject
{
    Q_OBJECT

public:
    OrgReplica(World &world, QObject *parent);

    void setLag(std::chrono::milliseconds lag) { m_lag = lag; }
    //! The most rows on a page, whatever is asked for.
    void setLongestPage(qsizetype rows) { m_longestPage = rows; }
    qsizetype longestPage() const { return m_longestPage; }
    //! Leaves the lag behind, as for a world that has been there for long; what is not in it is forgotten.
    void copyAll();
    QList<QJsonObject> machines();
    QList<QJsonObject> volumes();

private:
    struct Change {
        qint64 visibleAt = 0;
        bool isMachine = true;
        QString id;
        QJsonObject row;
    };

    void catchUp(qint64 until);

    World &m_world;
    std::chrono::milliseconds m_lag{300};
    qsizetype m_longestPage = 1000;
    QList<Change> m_changes;
    QMap<QString, QJsonObject> m_machines;
    QMap<QString, QJsonObject> m_volumes;
};

} // namespace swarm::simulator
