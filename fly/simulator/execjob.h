#pragma once

#include "fly/simulator/guestprocess.h"
#include "fly/simulator/response.h"

#include <QPointer>

namespace swarm::simulator {

//! A command that was sent to a machine. It is answered when nobody prints to it any more: what the command left in
//! the background counts too, unless it prints elsewhere. After its time it is killed, and what it left there stays.
//! It deletes itself once it has answered.
class ExecJob : public QObject
{
    Q_OBJECT

public:
    ExecJob(World &world, const Machine &machine, std::chrono::milliseconds timeout, Answer answer);

    void start(const QStringList &words);

private:
    //! Ends with the last who may print to it.
    struct Output {
        ~Output();

        MemorySink out{mostOutput, MemorySink::WhenFull::Ignores};
        MemorySink err{mostOutput, MemorySink::WhenFull::Ignores};
        QPointer<ExecJob> job = {};
    };

    void timeOut();
    void finish(const QByteArray &out, const QByteArray &err);

    QPointer<GuestProcess> m_process;
    std::weak_ptr<Output> m_output;
    Answer m_answer;
    int m_exitCode = 0;
    int m_exitSignal = 0;
};

} // namespace swarm::simulator
