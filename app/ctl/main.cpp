#include "app/ctl/commandline.h"
#include "app/interrupts.h"
#include "app/ctl/manual.h"
#include "app/ctl/session.h"
#include "app/demo.h"
#include "app/keychaintokenstore.h"
#include "app/log.h"
#include "app/memorytokenstore.h"
#include "app/systemproxy.h"

#include <QCoreApplication>
#include <QProcess>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace swarm::ctl {
namespace {

bool launchBrowser(const QUrl &url)
{
#if defined(Q_OS_MACOS)
    const auto program = u"open"_s;
#else
    const auto program = u"xdg-open"_s;
#endif
    return QProcess::startDetached(program, {url.toString(QUrl::FullyEncoded)});
}

//! Owns what one command needs, in the order in which it can be taken down again.
class Program : public QObject
{
public:
    explicit Program(CommandLine line)
        : m_line(std::move(line))
    {
    }

    void start()
    {
        if (!m_line.common.isDemo) {
            begin(Paths(), std::make_unique<KeychainTokenStore>(m_line.common.timeScale));
            return;
        }
        const bool isWalk = m_line.command == Command::Walk;
        m_demo = std::make_unique<Demo>(
            Demo::Options{.editor = u"built-in"_s, .timeScale = m_line.common.timeScale, .isPopulated = !isWalk});
        connect(m_demo.get(), &Demo::failed, this, [](const QString &reason) {
            std::fputs(qPrintable(u"The demo could not start: %1\n"_s.arg(reason)), stderr);
            QCoreApplication::exit(ExitFailed);
        });
        connect(m_demo.get(), &Demo::ready, this, [this](const FlyEndpoints &endpoints) {
            m_line.common.endpoints = endpoints;
            m_line.token = Demo::token();
            begin(Paths(m_demo->folder()), std::make_unique<MemoryTokenStore>());
        });
        m_demo->start();
    }

    void interrupt()
    {
        if (m_session)
            m_session->interrupt();
        else
            QCoreApplication::exit(ExitInterrupted);
    }

private:
    void begin(const Paths &paths, std::unique_ptr<TokenStore> tokens)
    {
        m_log = std::make_unique<Log>(paths.logs(), u"swarmctl"_s);
        m_engine = std::make_unique<Engine>(Engine::Options{.endpoints = m_line.common.endpoints,
                                                            .paths = paths,
                                                            .configuration = m_line.common.configuration,
                                                            .timeScale = m_line.common.timeScale,
                                                            .launchBrowser = launchBrowser},
                                            std::move(tokens));
        m_session = std::make_unique<Session>(*m_engine, m_line);
        connect(m_session.get(), &Session::finished, this, [](int exitCode) { QCoreApplication::exit(exitCode); });
        m_session->start();
    }

    CommandLine m_line;
    std::unique_ptr<Demo> m_demo;
    std::unique_ptr<Log> m_log;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<Session> m_session;
};

//! Takes a secret out of our environment: no process that we start may see it.
QString taken(const char *variable)
{
    const auto value = qEnvironmentVariable(variable);
    qunsetenv(variable);
    return value;
}

int run(int argc, char **argv)
{
    auto parsed = parse(argc, argv);
    if (const auto *exitCode = std::get_if<int>(&parsed))
        return *exitCode;
    int qtArguments = 1; // the rest is ours
    QCoreApplication app(qtArguments, argv);
    QCoreApplication::setApplicationName(u"swarmctl"_s);
    useSystemProxy();
    auto line = std::get<CommandLine>(std::move(parsed));
    if (line.command == Command::Completion || line.command == Command::Manual) {
        const auto text =
            line.command == Command::Manual ? manualPage(line.grammar) : completionScript(line.grammar, line.shell);
        std::fputs(text.toUtf8().constData(), stdout);
        return ExitOk;
    }
    line.token = SignIn::cleaned(taken("FLY_API_TOKEN"));
    line.password = taken("SWARM_PASSWORD");
    Program program(std::move(line));
    Interrupts interrupts;
    QObject::connect(&interrupts, &Interrupts::first, &program, &Program::interrupt);
    QObject::connect(&interrupts, &Interrupts::second, &program, [] { std::_Exit(ExitInterrupted); });
    program.start();
    return QCoreApplication::exec();
}

} // namespace
} // namespace swarm::ctl

int main(int argc, char **argv)
{
    return swarm::ctl::run(argc, argv);
}
