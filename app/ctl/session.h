#pragma once

#include "app/ctl/commandline.h"
#include "app/ctl/context.h"
#include "app/ctl/report.h"
#include "app/engine.h"

namespace swarm::ctl {

//! Carries out one command line and says how it went.
class Session : public QObject
{
    Q_OBJECT

public:
    Session(Engine &engine, CommandLine line, QObject *parent = nullptr);

    void start();
    //! The user pressed Ctrl+C: takes back what is under way.
    void interrupt();

Q_SIGNALS:
    void finished(int exitCode);

private:
    [[nodiscard]] Task<int> run();
    [[nodiscard]] Context context() const { return {m_engine, m_line, m_report, m_stop.get_token()}; }
    //! What needs no swarm; nothing: the command is another one.
    [[nodiscard]] Task<std::optional<int>> obeyHere();
    [[nodiscard]] Task<Result<void>> signIn();
    //! The list as it is now, with what became of rows that are not in it.
    [[nodiscard]] Task<Result<void>> look();
    [[nodiscard]] Task<int> obey();
    [[nodiscard]] std::optional<Instance> target() const;

    Engine &m_engine;
    CommandLine m_line;
    Report m_report;
    std::stop_source m_stop;
    TaskScope m_tasks; // last, so that its tasks go before anything they use
};

} // namespace swarm::ctl
