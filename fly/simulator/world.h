#pragma once

#include "fly/simulator/app.h"
#include "fly/simulator/clock.h"
#include "fly/simulator/limits.h"
#include "fly/simulator/machine.h"
#include "fly/simulator/response.h"
#include "fly/simulator/snapshot.h"
#include "fly/simulator/tokenregistry.h"
#include "fly/simulator/volume.h"

#include <QDir>
#include <QObject>
#include <QSet>
#include <QTemporaryDir>

#include <map>
#include <memory>

namespace swarm::simulator {

//! Everything that exists in the simulated Fly: one organization, its apps, machines and volumes.
//! Pointers into it hold until the thing is removed, which may happen in any later turn of the event loop.
class World : public QObject
{
    Q_OBJECT

public:
    World(Clock &clock, const QString &folder, QObject *parent);

    Clock &clock() { return m_clock; }
    static QString organization() { return QStringLiteral("personal"); }
    static qint64 organizationNumber() { return 1; }
    static QString organizationId() { return QStringLiteral("org-personal"); }
    static QString viewerEmail() { return QStringLiteral("ada@example.org"); }

    const std::map<QString, App> &apps() const { return m_apps; }
    const std::map<QString, Machine> &machines() const { return m_machines; }
    const std::map<QString, Volume> &volumes() const { return m_volumes; }
    const std::map<QString, Snapshot> &snapshots() const { return m_snapshots; }
    App *app(const QString &name);
    Machine *machine(const QString &id);
    //! Not those that were destroyed more than a day ago.
    Volume *volume(const QString &id);
    Snapshot *snapshot(const QString &id);
    QList<Machine *> machinesOf(const App &app);
    QList<Volume *> volumesOf(const App &app);

    App &addApp(App app);
    //! With its snapshots.
    void removeApp(const QString &name);
    Machine &addMachine(Machine machine);
    Volume &addVolume(Volume volume);
    Snapshot &addSnapshot(Snapshot snapshot);
    //! Files and all.
    void removeSnapshot(const QString &id);
    qint64 nextNumber() { return ++m_lastNumber; }

    //! Names that belong to somebody else: taken for creation, 403 when looked at.
    bool isForeign(const QString &appName) const { return m_foreignApps.contains(appName); }
    void addForeignApp(const QString &name) { m_foreignApps.insert(name); }
    bool hasRoom(const QString &region) const { return !m_fullRegions.contains(region); }
    void setRoom(const QString &region, bool hasRoom);
    //! What the organization may use.
    Limits &limits() { return m_limits; }
    TokenRegistry &tokens() { return m_tokens; }
    const TokenRegistry &tokens() const { return m_tokens; }
    const QSet<QString> &silentRegions() const { return m_silentRegions; }
    void setSilent(const QString &region, bool isSilent);

    //! Since when the DNS of a host name points to its app; 0: it does not.
    qint64 pointsHereSince(const QString &hostname) const { return m_dns.value(hostname); }
    void setDns(const QString &hostname, bool pointsHere);
    //! The app that a visit to that host name reaches over TLS; null when none has a certificate for it.
    App *appServing(const QString &host);

    //! What the editor in a machine answers to a visit past the proxy; set by who runs the editors.
    using Editors = std::function<Response(const Machine &, const Request &)>;
    void setEditors(Editors editors) { m_editors = std::move(editors); }
    const Editors &editors() const { return m_editors; }

    //! Stamps the change and tells everyone who watches.
    void changed(Machine &machine);
    void changed(Volume &volume);
    void addEvent(Machine &machine, const QString &type, const QString &status, const QString &source,
                  const QJsonObject &request = {});

    //! Where the files of a machine's home live: its volume, or a scratch folder that a stop wipes.
    QDir homeOf(const Machine &machine) const;
    //! Its `/tmp`, which lies on the machine's own disk.
    QDir tmpOf(const Machine &machine) const;
    QDir folder() const { return m_folder; }
    //! The machine's own disk is as its image has it again; the volume stays.
    void wipeScratch(const Machine &machine) const;

    bool isEmpty() const;
    QJsonObject toJson() const;
    bool load(const QJsonObject &json, QString *error);

Q_SIGNALS:
    void machineChanged(const QString &id);
    void volumeChanged(const QString &id);

private:
    Clock &m_clock;
    std::map<QString, App> m_apps;
    std::map<QString, Machine> m_machines;
    std::map<QString, Volume> m_volumes;
    std::map<QString, Snapshot> m_snapshots;
    Limits m_limits;
    Editors m_editors;
    TokenRegistry m_tokens;
    QSet<QString> m_foreignApps;
    QSet<QString> m_fullRegions;
    QSet<QString> m_silentRegions;
    QMap<QString, qint64> m_dns;
    qint64 m_lastNumber = 1000;
    std::unique_ptr<QTemporaryDir> m_temporary;
    QDir m_folder;
};

} // namespace swarm::simulator
