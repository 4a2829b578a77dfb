#pragma once

#include "app/ctl/context.h"
#include "app/demo.h"
#include "app/engine.h"
#include "fly/httpclient.h"

#include <QHash>
#include <QJsonArray>

#include <memory>

namespace swarm::ctl {

//! Plays a command through on a simulator that holds a copy of the instance, and says which calls it would make that
//! change something. The real Fly.io is only read.
class Rehearsal
{
public:
    explicit Rehearsal(Context context);

    //! `instance`: none for create and for what deploy would create.
    [[nodiscard]] Task<int> run(std::optional<Instance> instance);

private:
    [[nodiscard]] Task<Result<void>> build();
    //! A copy of a living instance, in the same state.
    [[nodiscard]] Task<Result<Instance>> copy(Instance original);
    //! Which address of the copy stands for which real one.
    [[nodiscard]] Task<Result<void>> nameAddresses(Instance original, Instance copy);
    [[nodiscard]] Task<Result<void>> bringInto(Status status, Instance copy);
    //! A copy of what was deleted with a last snapshot.
    [[nodiscard]] Task<Result<Instance>> copyOfDeleted(QString name);
    //! What a verb needs beside the instance: a snapshot, an earlier image, a copy to go back to.
    [[nodiscard]] Task<Result<void>> prepare(Instance original, Instance copy);
    [[nodiscard]] Task<Result<void>> provideSnapshot(QString *wanted, Instance copy);
    [[nodiscard]] Task<Result<void>> provideEarlierImage(Instance original, Instance copy);
    [[nodiscard]] Task<Result<void>> provideAddress(Instance original, Instance copy);
    [[nodiscard]] Task<Result<Operation>> carryOut(OperationRequest request);
    [[nodiscard]] Task<int> play();
    [[nodiscard]] Task<Result<QByteArray>> control(QByteArray verb, QString path, QByteArray body);
    [[nodiscard]] Task<int> tell();
    //! A line of the simulator's list, with the ids of the real things.
    [[nodiscard]] QJsonObject call(const QJsonObject &seen) const;

    Context m_context;
    OperationRequest m_request;
    Demo m_stage; //!< ends last: the engine talks to it
    FlyEndpoints m_endpoints;
    std::unique_ptr<Engine> m_engine;
    HttpClient m_http;
    QHash<QString, QString> m_originals; //!< ids of real things by those of their copies
};

} // namespace swarm::ctl
