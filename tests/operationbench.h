#pragma once

#include "fly/flyprovider.h"
#include "fly/simulator/simulator.h"
#include "model/categorylogger.h"
#include "model/fleet.h"
#include "model/instancestore.h"
#include "model/operations.h"
#include "model/receipts.h"
#include "tests/frontgate.h"
#include "tests/scriptedtokenstore.h"
#include "tests/waitfor.h"
#include "tests/worldpicture.h"

#include <QTemporaryDir>

#include <memory>
#include <optional>

//! Opens nothing, and remembers with which password it was to.
class QuietOpener : public swarm::Opener
{
public:
    QStringList passwords;

    [[nodiscard]] swarm::Task<swarm::Result<void>> open(swarm::Instance instance, QString password) override
    {
        passwords << password;
        Q_UNUSED(instance)
        co_return swarm::Result<void>();
    }
};

//! A world and what this computer knows about it, to return to.
struct Scene {
    QJsonObject state = {};
    swarm::Instances rows = {};
    QHash<QString, QString> secrets = {};
    std::vector<swarm::Keepsake> receipts = {};

    [[nodiscard]] swarm::Instance row(const QString &name) const;
    //! Like `secrets`, but with the names of instances in place of ids; unknown ones are "new".
    [[nodiscard]] QStringList secretLines(const QHash<QString, QString> &of) const;
};

//! Everything that runs operations, with the files of a computer of its own, against a simulator that many share.
class OperationBench
{
public:
    static constexpr double speed = 100;

    //! Calls of the API go through the gate.
    OperationBench(swarm::simulator::Simulator &simulator, const FrontGate &gate, const Scene &scene);

    [[nodiscard]] static swarm::simulator::Options options();

    //! Runs it to its end.
    [[nodiscard]] swarm::Operation run(const swarm::OperationRequest &request);
    [[nodiscard]] std::vector<swarm::Operation> recover();
    //! What the journal still holds.
    [[nodiscard]] std::vector<swarm::JournalEntry> journal();
    //! Waits until nothing in the world is on its way any more.
    void rest();
    //! Full polls until nothing is in doubt.
    void poll();
    //! What a row says that the world does not; empty when they agree.
    [[nodiscard]] QString wrongRow() const;

    [[nodiscard]] Scene scene() const;
    [[nodiscard]] QStringList openedWith() const { return m_opener.passwords; }
    [[nodiscard]] swarm::InstanceStore &store() { return m_store; }

private:
    swarm::simulator::Simulator &m_simulator;
    QTemporaryDir m_folder;
    swarm::Clock m_clock{speed};
    swarm::CategoryLogger m_logger{swarm::logcategory::fly};
    QStringList m_calls;
    ScriptedTokenStore m_passwords{m_calls};
    QuietOpener m_opener;
    swarm::InstanceStore m_store;
    swarm::FlyConnection m_connection;
    swarm::FlyProvider m_provider;
    swarm::Journal m_journal;
    swarm::Receipts m_receipts;
    swarm::Operations m_operations;
};
