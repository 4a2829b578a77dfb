#pragma once

#include "tests/flyfixture.h"

#include <QJsonArray>

#include <functional>

//! An organization with one of everything that somebody may have left behind, beside an instance that lives and
//! things that are none of our business.
class OrphanWorld
{
public:
    OrphanWorld();

    [[nodiscard]] bool isReady() const { return m_isReady; }
    //! As it was left, `age` ago.
    [[nodiscard]] QJsonObject state(std::chrono::milliseconds age) const;

    [[nodiscard]] static swarm::simulator::Options options();
    //! Names of what was made: "candidate" and "candidate disk", "lost disk", "lost address" and the like.
    [[nodiscard]] QString id(const QString &what) const { return m_ids.value(what); }

private:
    void makeApp(const QString &name, const QString &network);
    QString makeVolume(const QString &app, const QString &name, int sizeGb);
    //! One that sleeps.
    QString makeMachine(const QString &app, const QString &name, const QString &volume, const QJsonObject &metadata);
    void destroyMachine(const QString &app, const QString &id);
    void removeVolume(const QString &app, const QString &id);
    void makeInstance();
    void makeCopies();
    void makeLeftovers();
    void makeEmptyApps();
    void makeStrangers();
    void expect(bool isTrue) { m_isReady = m_isReady && isTrue; }
    //! Waits until it is so; false after a while.
    void await(const std::function<bool()> &isSo);

    FlyFixture m_fly;
    QMap<QString, QString> m_ids;
    bool m_isReady = true;
};

//! All that lives or bills in a simulator, one line each.
[[nodiscard]] QStringList livingThings(const swarm::simulator::Simulator &simulator);
[[nodiscard]] QJsonObject ourMetadata(const QString &id, const QString &role);
