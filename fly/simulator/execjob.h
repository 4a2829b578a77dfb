#pragma once

#include "fly/simulator/guestnetwork.h"
#include "fly/simulator/response.h"
#include "fly/simulator/shellscript.h"
#include "fly/simulator/world.h"

namespace swarm::simulator {

//! A command that runs inside a machine: it takes simulated time when it sleeps, and dies with the machine.
//! It deletes itself once it has answered.
class ExecJob : public QObject
{
    Q_OBJECT

public:
    ExecJob(World &world, const Machine &machine, std::chrono::milliseconds timeout, Answer answer);

    void start(const QStringList &words);

private:
    //! A script under way. `sh -c` inside a script puts another on top.
    struct Frame {
        QList<ShellStep> steps = {};
        qsizetype next = 0;
        QString target = {};
        bool hasTarget = false;
        QByteArray out = {};
    };

    void proceed();
    void leave();
    //! False when the next step comes later.
    bool take(const ShellStep &step);
    void enterShell(const ShellStep &step);
    bool sleep(const QStringList &words);
    bool reachOut(const ShellStep &step);
    void print(const ShellStep &step, const CommandOutput &output);
    void fail(int exitCode, const QString &text);
    void kill();
    void finish(int exitSignal, const QByteArray &out);

    World &m_world;
    QString m_machine;
    Guest m_guest;
    std::chrono::milliseconds m_left;
    Answer m_answer;
    QList<Frame> m_frames;
    int m_steps = 0;
    int m_exitCode = 0;
    QByteArray m_out;
    QByteArray m_err;
};

} // namespace swarm::simulator
