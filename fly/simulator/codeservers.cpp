#include "fly/simulator/codeservers.h"

#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

constexpr qsizetype mostAtOnce = 3;

CodeServers::CodeServers(World &world, LogBook &log, const QString &program, QObject *parent)
    : QObject(parent)
    , m_world(world)
    , m_log(log)
    , m_program(program)
{
    connect(&world, &World::machineChanged, this, [this](const QString &id) {
        const auto *machine = m_world.machine(id);
        if (!machine || !machine->isStarted())
            end(id);
    });
}

CodeServers::~CodeServers()
{
    for (auto *server : std::as_const(m_running))
        delete server;
}

QString CodeServers::programFor(const QString &option)
{
    if (option == "built-in"_L1)
        return {};
    if (option == "auto"_L1)
        return QStandardPaths::findExecutable(u"code-server"_s);
    return option;
}

void CodeServers::connectTo(const Machine &machine, CodeServer::Ready ready)
{
    auto *server = m_running.value(machine.id);
    if (!server) {
        makeRoom();
        server = new CodeServer(m_program, machine, m_world.homeOf(machine), this);
        m_running.insert(machine.id, server);
        connect(server, &CodeServer::said, this, [this, id = machine.id](const QString &line) {
            const auto *speaker = m_world.machine(id);
            if (speaker && !line.isEmpty())
                m_log.tell(*speaker, u"app"_s, line);
        });
        connect(server, &CodeServer::ended, this, [this, id = machine.id, server] {
            if (m_running.value(id) == server)
                m_running.remove(id);
            server->deleteLater();
        });
    }
    server->whenReady(std::move(ready));
}

void CodeServers::end(const QString &machine)
{
    if (auto *server = m_running.take(machine))
        server->end();
}

void CodeServers::makeRoom()
{
    if (m_running.size() < mostAtOnce)
        return;
    const auto oldest =
        std::min_element(m_running.begin(), m_running.end(), [](const CodeServer *one, const CodeServer *other) {
            return one->lastVisit() < other->lastVisit();
        });
    end(oldest.key());
}

} // namespace swarm::simulator
