#pragma once

#include "app/ctl/report.h"
#include "app/engine.h"

namespace swarm::ctl {

//! Walks the whole main job on the demo's simulator and prints its steps: create, an editor that answers, a file in it,
//! stop, start, the file again, delete, nothing left.
class Walk
{
public:
    Walk(Engine &engine, FlyEndpoints endpoints, Report report);

    [[nodiscard]] Task<int> run();

private:
    [[nodiscard]] Task<Result<Instance>> done(OperationId id);
    [[nodiscard]] Task<Result<void>> logIn(Instance instance);
    [[nodiscard]] Task<Result<QByteArray>> visit(QByteArray verb, QUrl url, QByteArray body);
    [[nodiscard]] Task<Result<void>> run(QString name);

    Engine &m_engine;
    FlyEndpoints m_endpoints;
    Report m_report;
    HttpClient m_browser;
    QByteArray m_cookie;
};

} // namespace swarm::ctl
