#pragma once

#include "fly/simulator/simulator.h"
#include "tests/plainclient.h"
#include "tests/truth.h"

#include <QHash>
#include <QStringList>

#include <chrono>
#include <random>

//! Lets random things happen in a simulator, behind the back of the client under test, and writes them down.
//! The same seed gives the same wishes; what comes of them depends on timing as well.
class RandomHistory
{
public:
    RandomHistory(swarm::simulator::Simulator &simulator, unsigned seed);

    //! One thing happens.
    void happen();
    //! From now on every answer comes, and comes whole. Some hosts may stay away.
    void calmDown();

    //! From 0 up to, not including, `end`.
    [[nodiscard]] int number(int end);
    [[nodiscard]] bool chance(int percent) { return number(100) < percent; }
    void note(const QString &line);
    [[nodiscard]] Truth truth() const { return Truth(m_simulator.state()); }
    //! The furthest that the organization's lists lagged behind so far.
    [[nodiscard]] std::chrono::milliseconds longestLag() const { return m_longestLag; }
    //! Whether the host of a machine was away at any moment since then.
    [[nodiscard]] bool wasHostAway(const QString &machine, qint64 since) const;
    [[nodiscard]] const QStringList &lines() const { return m_lines; }
    //! Words for a state that Fly may come to have.
    [[nodiscard]] static QStringList inventedStates();

private:
    void create();
    void command();
    void update();
    void rename();
    void exit();
    void destroy();
    void destroyApp();
    void migrate();
    //! One step towards another machine for an instance, in any region, or back again.
    void switchMachine();
    void leaveHost();
    void returnHost();
    void toggleRegion();
    void changeLag();
    void forceState();
    void breakLists();
    void breakInspections();

    //! Asks for what a person may ask for, and writes down what came of it.
    PlainReply ask(const QByteArray &verb, const QString &path, const QJsonObject &body = {});
    void setRole(const Truth::Machine &machine, const QString &role);
    [[nodiscard]] QString region();
    [[nodiscard]] QJsonObject config(const QString &id, const QString &name, const QString &role);
    //! A living one; with an empty id when there is none.
    [[nodiscard]] Truth::Machine anyMachine();
    [[nodiscard]] static QString pathOf(const Truth::Machine &machine, const QString &rest = {});

    struct Absence {
        QString machine;
        qint64 until = 0; //!< 0: still
    };

    swarm::simulator::Simulator &m_simulator;
    PlainClient m_client;
    std::mt19937 m_random;
    qint64 m_beginning = 0;
    QStringList m_lines;
    std::vector<Absence> m_absences; //!< of hosts, each from some time on
    QStringList m_silentRegions;
    std::chrono::milliseconds m_longestLag;
    int m_made = 0;
};
