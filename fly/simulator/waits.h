#pragma once

#include "fly/simulator/call.h"

namespace swarm::simulator {

//! Requests that wait for a machine to reach a state, up to a minute each.
class Waits : public QObject
{
    Q_OBJECT

public:
    Waits(World &world, QObject *parent);

    void add(const Call &call, const Answer &answer);

private:
    struct Waiting {
        quint64 number = 0;
        QString machine = {};
        QString version = {}; //!< empty: whichever is current
        QStringList states = {};
        QString afterEvent = {}; //!< only what came after that event counts
        Answer answer = {};
    };

    //! Fills it from the request's query, or says what is wrong with that.
    static std::optional<Response> read(const Call &call, Waiting *waiting);
    static bool isWanted(const Waiting &waiting, const QString &state);
    std::optional<Response> arrival(const Waiting &waiting) const;
    static std::optional<Response> arrivalAfter(const Waiting &waiting, const Machine &machine);
    void look(const QString &machine);
    void giveUp(quint64 number);

    World &m_world;
    quint64 m_lastNumber = 0;
    QList<Waiting> m_waiting;
};

} // namespace swarm::simulator
