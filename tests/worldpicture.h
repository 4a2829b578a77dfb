#pragma once

#include <QJsonObject>
#include <QSet>
#include <QStringList>

#include <vector>

//! What lives in a simulator, as lines that can be compared: each thing by what it is, things that were not there
//! before without their ids.
class WorldPicture
{
public:
    struct Thing {
        QString id = {};
        QString app = {};
        QString line = {};
    };

    WorldPicture() = default;
    //! `known` are the ids that keep their names in the lines.
    WorldPicture(const QJsonObject &state, const QSet<QString> &known);

    //! Ids of all there is in a simulator.
    [[nodiscard]] static QSet<QString> idsIn(const QJsonObject &state);
    //! Whether nothing in it is on its way to another state.
    [[nodiscard]] static bool isAtRest(const QJsonObject &state);

    //! Sorted. Snapshots end by themselves and cannot be removed: what failed may leave some.
    [[nodiscard]] QStringList lines(bool withSnapshots) const;
    //! Machines, volumes held by none of them, and apps, that were not there before.
    [[nodiscard]] std::vector<Thing> newThings() const;
    [[nodiscard]] QSet<QString> liveVolumes() const { return m_liveVolumes; }
    //! Machines that run, new ones by their own ids.
    [[nodiscard]] QSet<QString> running() const { return m_running; }
    //! The machine that stands for the instance of this name; an empty object without one. While it is switched to
    //! another there are two: then rather this one.
    [[nodiscard]] QJsonObject current(const QString &name, const QString &rather = {}) const;
    [[nodiscard]] QJsonObject previous(const QString &name) const;
    //! The volume that a machine holds.
    [[nodiscard]] QJsonObject volumeOf(const QJsonObject &machine) const;
    [[nodiscard]] QJsonObject app(const QString &name) const;
    [[nodiscard]] int machineCount() const { return static_cast<int>(m_machines.size()); }
    [[nodiscard]] int volumeCount() const { return static_cast<int>(m_liveVolumes.size()); }
    [[nodiscard]] int snapshotCount() const { return static_cast<int>(m_snapshots.size()); }

private:
    [[nodiscard]] QString named(const QString &id) const { return m_known.contains(id) ? id : QStringLiteral("new"); }
    [[nodiscard]] QJsonObject inRole(const QString &name, const QString &role, const QString &rather) const;
    void addApps(const QJsonObject &state);
    void addMachines(const QJsonObject &state);
    void addVolumes();

    QSet<QString> m_known;
    std::vector<QJsonObject> m_apps;
    std::vector<QJsonObject> m_machines;
    std::vector<QJsonObject> m_volumes;
    std::vector<Thing> m_things;
    QStringList m_snapshots;
    QSet<QString> m_liveVolumes;
    QSet<QString> m_running;
};
