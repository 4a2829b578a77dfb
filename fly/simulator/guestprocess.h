#pragma once

#include "fly/simulator/guestnetwork.h"
#include "fly/simulator/shellscript.h"
#include "fly/simulator/world.h"

namespace swarm::simulator {

//! A process inside a machine, with the shells it becomes: it takes simulated time when it sleeps or packs, starts
//! others in the background, and dies with the machine. The parts of a pipe run one after the other.
//! It deletes itself at its end.
class GuestProcess : public QObject
{
    Q_OBJECT

public:
    //! What it reads and prints to; shared with what it starts.
    struct Streams {
        std::shared_ptr<QIODevice> in = {};
        std::shared_ptr<GuestSink> out = {};
        std::shared_ptr<GuestSink> err = {};
    };

    GuestProcess(World &world, const Machine &machine, Streams streams);

    void start(const QList<ShellStep> &steps);
    void kill();

Q_SIGNALS:
    //! `exitSignal`: 9 when it was killed.
    void ended(int exitCode, int exitSignal);

private:
    //! A script under way. `sh -c` inside a script puts another on top.
    struct Shell {
        QList<ShellStep> steps = {};
        qsizetype next = 0;
        QList<ShellCommand> pipeline = {}; //!< of the step before `next`
        qsizetype stage = 0; //!< what comes next in it
        std::shared_ptr<MemorySink> pipe = {}; //!< what the stage before printed
        Streams streams = {};
    };

    //! A command that takes its time. It holds what it prints to until it is done, or killed.
    struct Pending {
        QStringList words = {};
        Streams streams = {};
    };

    void proceed();
    void enter(const ShellStep &step);
    void startBackground(const QList<ShellStep> &steps);
    //! False when it goes on later.
    bool runStage();
    bool redirect(const ShellCommand &command, Streams &streams);
    bool run(const QStringList &words, const Streams &streams);
    //! A visit to somebody else on a private network.
    bool reachOut(const QStringList &words, const Streams &streams);
    void runNow(const QStringList &words, const Streams &streams);
    void enterShell(const QStringList &words, const Streams &streams);
    void exit(const QString &code);
    void signal(QStringList words, const Streams &streams);
    //! What only changes as whom or where a command runs.
    QStringList withoutPrefixes(QStringList words);
    QStringList expanded(const QList<ShellWord> &words) const;
    QString expanded(const ShellWord &word) const;
    QString valueOf(const QString &variable) const;
    QList<GuestProcess *> siblings() const;
    void fail(int exitCode, const QString &text, const Streams &streams);
    void end(int exitCode, int exitSignal);

    World &m_world;
    QString m_machine;
    Guest m_guest;
    Streams m_streams;
    int m_id = 0;
    int m_group = 0;
    int m_background = 0; //!< the last it started
    QList<Shell> m_shells;
    Pending m_pending;
    int m_steps = 0;
    int m_exitCode = 0;
    bool m_isOver = false;
};

} // namespace swarm::simulator
