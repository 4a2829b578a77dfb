#pragma once

#include <QJsonObject>
#include <QMap>
#include <QStringList>

#include <vector>

//! What there is and was in a simulator, from its own books: its state, which holds when each machine ran.
class Truth
{
public:
    struct Run {
        qint64 from = 0;
        qint64 to = 0; //!< 0: it still does
    };
    struct Machine {
        QJsonObject json = {};
        QString instance = {}; //!< our id of the instance it is for
        std::vector<Run> runs = {};

        [[nodiscard]] QString text(const char *key) const { return json[QLatin1StringView(key)].toString(); }
        [[nodiscard]] QString id() const { return text("id"); }
        [[nodiscard]] QString state() const { return text("state"); }
        [[nodiscard]] QString metadata(const char *key) const;
        [[nodiscard]] QString role() const { return metadata("remote_swarm_role"); }
        [[nodiscard]] bool isHostReachable() const { return json[QLatin1StringView("host_reachable")].toBool(); }
        //! Destroyed, or carried on elsewhere by a successor.
        [[nodiscard]] bool isOver() const;
        [[nodiscard]] bool isMadeAfter(const Machine &other) const;
    };

    //! As Simulator::state() tells it.
    explicit Truth(const QJsonObject &state);

    [[nodiscard]] const std::vector<Machine> &machines() const { return m_machines; }
    [[nodiscard]] const Machine *machine(const QString &id) const;
    //! Those of an instance that are not over, the one made last first.
    [[nodiscard]] std::vector<const Machine *> living(const QString &instance) const;
    //! The machine that stands for an instance; null when the instance is gone.
    [[nodiscard]] const Machine *current(const QString &instance) const;
    [[nodiscard]] QStringList instances() const;
    //! Whether the machine was started at any moment between the two, in the simulator's milliseconds.
    [[nodiscard]] bool wasRunning(const QString &machine, qint64 from, qint64 to) const;

private:
    std::vector<Machine> m_machines;
};
