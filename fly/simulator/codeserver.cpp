#include "fly/simulator/codeserver.h"

#include <QDateTime>
#include <QHostAddress>
#include <QProcessEnvironment>
#include <QTcpServer>
#include <QTcpSocket>

#include <csignal>

#include <unistd.h>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm::simulator {

constexpr int mostTries = 200;
constexpr int patienceMs = 1500;

static quint16 freePort()
{
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost) ? probe.serverPort() : quint16(0);
}

//! Only what a program needs: tokens and passwords of whoever runs the simulator are none of the editor's business.
static QProcessEnvironment environmentOf(const Machine &machine, const QDir &home)
{
    const auto ours = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment environment;
    for (const auto &name :
         {u"PATH"_s, u"LANG"_s, u"LC_ALL"_s, u"SHELL"_s, u"TERM"_s, u"TMPDIR"_s, u"USER"_s, u"LOGNAME"_s}) {
        if (ours.contains(name))
            environment.insert(name, ours.value(name));
    }
    const auto given = machine.config[u"env"].toObject();
    for (auto it = given.begin(); it != given.end(); ++it)
        environment.insert(it.key(), it->toString());
    for (auto it = machine.secrets.cbegin(); it != machine.secrets.cend(); ++it)
        environment.insert(it.key(), it.value());
    environment.remove(u"HASHED_PASSWORD"_s);
    environment.remove(u"PORT"_s);
    environment.insert(u"HOME"_s, home.path());
    return environment;
}

CodeServer::CodeServer(const QString &program, const Machine &machine, const QDir &home, QObject *parent)
    : QObject(parent)
    , m_process(this)
    , m_logFile(home.filePath(u".local/share/code-server/simulator.log"_s))
    , m_retry(this)
    , m_port(freePort())
    , m_lastVisit(QDateTime::currentMSecsSinceEpoch())
{
    m_retry.setInterval(150ms);
    connect(&m_retry, &QTimer::timeout, this, &CodeServer::tryToConnect);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &CodeServer::passOn);
    connect(&m_process, &QProcess::finished, this, [this] {
        passOn();
        tell(0);
        Q_EMIT ended();
    });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        tell(0);
        Q_EMIT ended();
    });
    start(program, machine, home);
}

void CodeServer::start(const QString &program, const Machine &machine, const QDir &home)
{
    const auto data = home.filePath(u".local/share/code-server"_s);
    home.mkpath(data);
    m_process.setProcessEnvironment(environmentOf(machine, home));
    m_process.setWorkingDirectory(home.path());
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    if (!m_logFile.open(QIODevice::WriteOnly | QIODevice::Truncate))
        qWarning("%s", qPrintable(m_logFile.fileName() + u": "_s + m_logFile.errorString()));
    m_process.setChildProcessModifier([] {
        ::setpgid(0, 0); // so that all its helpers can be ended together
#ifdef Q_OS_LINUX
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
#endif
    });
    m_process.start(program,
                    {u"--bind-addr"_s, u"127.0.0.1:%1"_s.arg(m_port), u"--auth"_s, u"password"_s,
                     u"--disable-telemetry"_s, u"--disable-update-check"_s, u"--disable-workspace-trust"_s,
                     u"--user-data-dir"_s, data, u"--extensions-dir"_s, data + u"/extensions"_s, u"--config"_s,
                     home.filePath(u".config/code-server/config.yaml"_s), home.filePath(u"project"_s)});
    m_retry.start();
}

CodeServer::~CodeServer()
{
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return;
    signalAll(SIGTERM);
    if (!m_process.waitForFinished(patienceMs)) {
        signalAll(SIGKILL);
        m_process.waitForFinished(patienceMs);
    }
}

void CodeServer::signalAll(int signal)
{
    if (const auto group = static_cast<pid_t>(m_process.processId()); group > 0)
        ::kill(-group, signal);
}

void CodeServer::end()
{
    m_retry.stop();
    tell(0);
    if (m_process.state() == QProcess::NotRunning) {
        deleteLater();
        return;
    }
    connect(&m_process, &QProcess::finished, this, &QObject::deleteLater);
    QTimer::singleShot(patienceMs, this, [this] { signalAll(SIGKILL); });
    signalAll(SIGTERM);
}

void CodeServer::whenReady(Ready ready)
{
    m_lastVisit = QDateTime::currentMSecsSinceEpoch();
    if (m_isReady) {
        ready(m_port);
        return;
    }
    m_waiting.append(std::move(ready));
}

void CodeServer::tryToConnect()
{
    if (++m_tries > mostTries) {
        m_retry.stop();
        tell(0);
        return;
    }
    auto *probe = new QTcpSocket(this);
    connect(probe, &QTcpSocket::connected, this, [this, probe] {
        probe->deleteLater();
        m_retry.stop();
        if (!m_isReady) {
            m_isReady = true;
            tell(m_port);
        }
    });
    connect(probe, &QTcpSocket::errorOccurred, probe, &QObject::deleteLater);
    probe->connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
}

void CodeServer::passOn()
{
    while (m_process.canReadLine()) {
        const auto line = m_process.readLine();
        if (m_logFile.isOpen()) {
            m_logFile.write(line);
            m_logFile.flush();
        }
        const auto end = line.endsWith("\r\n") ? 2 : 1;
        Q_EMIT said(QString::fromUtf8(line.chopped(end)));
    }
}

void CodeServer::tell(quint16 port)
{
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &ready : waiting)
        ready(port);
}

} // namespace swarm::simulator
