#pragma once

#include "fly/simulator/fault.h"
#include "fly/simulator/limits.h"
#include "fly/simulator/options.h"
#include "fly/simulator/seenrequest.h"

#include <QByteArrayList>
#include <QJsonObject>
#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>

namespace swarm::simulator {

struct Machine;
struct Volume;

//! Our own Fly.io: its REST and GraphQL interfaces, its proxy, and editors behind it, on the loopback interface.
//! It shares no code with the client, so that both cannot be wrong in the same way. Use it from the thread it lives in;
//! move it there before listen().
class Simulator : public QObject
{
    Q_OBJECT

public:
    explicit Simulator(Options options = {}, QObject *parent = nullptr);
    ~Simulator() override;

    bool listen();
    QString errorString() const;
    QUrl apiUrl() const; //!< without `/v1`
    QUrl graphqlUrl() const;
    QString appUrlTemplate() const;
    //! The address of one app, from the template.
    QUrl appUrl(const QString &app) const;

    void addFault(const Fault &fault);
    void clearFaults();
    QList<SeenRequest> requests() const;
    //! `"POST /v1/apps"` lines, without the query, in the order of arrival.
    QByteArrayList calls() const;
    //! What was asked and answered, one line of JSON each; the answers only with Options::recordsAnswers.
    QByteArray transcript() const;
    void forgetRequests();

    //! Nothing that lives or bills: no apps, no live machines, no live volumes, no addresses.
    bool isEmpty() const;
    QJsonObject state() const;
    bool load(const QJsonObject &state, QString *error);
    //! A swarm to look at: seven instances in all sorts of states.
    void populateDemo();
    //! Milliseconds since 1970 on the simulator's own clock.
    qint64 now() const;

    // What happens behind the client's back. All give false when there is no such machine.
    bool setMachineState(const QString &machineId, const QString &state);
    bool exitMachine(const QString &machineId, int exitCode, bool oomKilled);
    bool destroyMachine(const QString &machineId);
    //! The host of a machine and its volume, by the id of either; so too the next two.
    bool setHostReachable(const QString &id, bool isReachable);
    //! Nothing more fits on the host: no new machine, no start of a stopped one, nothing bigger.
    bool setHostFull(const QString &id, bool isFull);
    //! Space added to the volume shows only after a restart of its machine.
    bool setHostOld(const QString &id, bool isOld);
    //! Fly moves the machine to another host, under a successor with a new id, which is returned.
    QString migrateMachine(const QString &machineId);
    //! Quotas, the trial, and where no host takes volumes.
    Limits &limits();
    //! The next update of the machine is accepted, and taken back when it turns out not to fit.
    bool revertNextUpdate(const QString &machineId);
    //! The next machine that is made fails while it is launched, and is destroyed.
    void failNextLaunch();
    //! Signing in by browser as on older servers: without PKCE, the program polls for the token.
    void setOldLogin(bool isOld);
    void setRegionSilent(const QString &region, bool isSilent);
    void setRegionCapacity(const QString &region, bool hasRoom);
    //! How far the organization's lists lag behind, in simulated time.
    void setOrgListLag(std::chrono::milliseconds lag);
    //! The most rows on a page of these lists, whatever is asked for: 1000.
    void setOrgListPage(int rows);
    //! How long without a visit until the proxy stops or suspends a machine whose service says so: 5 min, simulated;
    //! zero for never.
    void setAutostopAfter(std::chrono::milliseconds time);
    //! Whether the DNS of a host name points to its app: Fly sees it 5 s later, simulated, or by a check.
    void setDns(const QString &hostname, bool pointsHere);
    //! An app name that belongs to somebody else.
    void addForeignApp(const QString &name);
    //! Whether `show_secrets` gives values; Fly's documents leave it open, off by default.
    void setShowsSecrets(bool doesShow);

Q_SIGNALS:
    //! An answer has gone out, or was lost on the way.
    void answered(const swarm::simulator::SeenRequest &seen);

private:
    bool changeHost(const QString &id, const std::function<void(Machine &)> &ofMachine,
                    const std::function<void(Volume &)> &ofVolume);

    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace swarm::simulator
