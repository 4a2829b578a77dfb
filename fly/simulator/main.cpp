#include "fly/simulator/simulator.h"
#include "fly/simulator/transcript.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>
#include <QSocketNotifier>
#include <QTextStream>

#include <array>
#include <csignal>
#include <cstdio>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace swarm::simulator;

namespace {

std::array<int, 2> wakePipe{-1, -1};

extern "C" void askToEnd(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(wakePipe[1], &byte, 1);
}

//! Ends the event loop on SIGINT and SIGTERM; the handler itself may do no more than write a byte.
void endOnSignals(QCoreApplication &program)
{
    if (::pipe(wakePipe.data()) != 0)
        return;
    auto *notifier = new QSocketNotifier(wakePipe[0], QSocketNotifier::Read, &program);
    QObject::connect(notifier, &QSocketNotifier::activated, &program, &QCoreApplication::quit);
    std::signal(SIGINT, askToEnd);
    std::signal(SIGTERM, askToEnd);
    std::signal(SIGPIPE, SIG_IGN);
}

int fail(const QString &text)
{
    QTextStream(stderr) << "flysim: " << text << Qt::endl;
    return 2;
}

const QString usage =
    uR"(Fly.io on this computer, for trying things out: its REST and GraphQL interfaces, its proxy and editors behind it.
Prints one line of JSON when it is ready: api_url, graphql_url, app_url.

Point a client at it (PORT is that of api_url, any token that starts with fo1_ will do):
  swarmctl    --api-url http://127.0.0.1:PORT --graphql-url http://127.0.0.1:PORT/graphql
  flyctl      FLY_ACCESS_TOKEN=fo1_simulator, and http://127.0.0.1:PORT as FLY_API_BASE_URL, FLY_FLAPS_BASE_URL, FLY_UIEX_BASE_URL
  fly-go      fly.SetBaseURL("http://127.0.0.1:PORT") and FLY_FLAPS_BASE_URL
  fly-admin   apiUrl and graphqlUrl "http://127.0.0.1:PORT"

Log in by browser, tokens with a scope, snapshots, quotas, trials, full hosts and other troubles: fly/simulator/README.md
says how. Look inside with GET /_sim/state and GET /_sim/requests. The editors answer at app_url, the app's name put in.)"_s;

struct Arguments {
    Options options = {};
    QString loadFile = {};
    QString saveFile = {};
    QString recordFile = {};
    QList<Fault> faults = {};
    bool isDemo = false;
    bool hasOldLogin = false;
};

std::optional<Arguments> readArguments(const QStringList &words)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(usage);
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption port(u"port"_s, u"Port of the API; 0, the default, takes a free one."_s, u"PORT"_s,
                                  u"0"_s);
    const QCommandLineOption editor(
        u"editor"_s,
        u"What runs in the machines: built-in (default), auto (code-server from PATH, if there), or a program."_s,
        u"auto|built-in|PROGRAM"_s, u"built-in"_s);
    const QCommandLineOption scale(u"time-scale"_s, u"How many times faster than real time it runs."_s, u"N"_s, u"1"_s);
    const QCommandLineOption load(u"load"_s, u"Start from this saved state."_s, u"FILE"_s);
    const QCommandLineOption save(u"save"_s, u"Write the state here at the end."_s, u"FILE"_s);
    const QCommandLineOption record(
        u"record"_s, u"Write what is asked and answered here as it happens, one line of JSON each."_s, u"FILE"_s);
    const QCommandLineOption folder(u"folder"_s,
                                    u"Keep the volumes' files here; otherwise they end with the program."_s, u"DIR"_s);
    const QCommandLineOption fault(
        u"fault"_s,
        u"Something to go wrong: 'METHOD ROUTE KIND[:VALUE] [xN]', with KIND one of status:CODE, "
        "delay:MS, cut, reset, silence, lost_reply. May be repeated."_s,
        u"SPEC"_s);
    const QCommandLineOption noLimits(u"no-rate-limits"_s, u"Never answer 429."_s);
    const QCommandLineOption unsettled(u"unsettled"_s, u"How long a new app answers 404 and 401."_s, u"MS"_s,
                                       u"1500"_s);
    const QCommandLineOption oldLogin(u"old-login"_s,
                                      u"Sign in by browser as on older servers: without PKCE, by polling."_s);
    const QCommandLineOption demo(u"demo"_s, u"Start with a few instances."_s);
    parser.addOptions({port, editor, scale, load, save, record, folder, fault, noLimits, unsettled, oldLogin, demo});
    parser.process(words);

    bool isPort = false;
    bool isScale = false;
    bool isUnsettled = false;
    Arguments arguments{
        .options = {.port = parser.value(port).toUShort(&isPort),
                    .timeScale = parser.value(scale).toDouble(&isScale),
                    .editor = parser.value(editor),
                    .folder = parser.value(folder),
                    .newAppUnsettled = std::chrono::milliseconds(parser.value(unsettled).toInt(&isUnsettled)),
                    .rateLimits = !parser.isSet(noLimits),
                    .recordsAnswers = parser.isSet(record)},
        .loadFile = parser.value(load),
        .saveFile = parser.value(save),
        .recordFile = parser.value(record),
        .isDemo = parser.isSet(demo),
        .hasOldLogin = parser.isSet(oldLogin)};
    if (!isPort || !isScale || !isUnsettled || arguments.options.timeScale <= 0) {
        fail(u"--port, --time-scale and --unsettled take numbers; see --help"_s);
        return {};
    }
    if (!parser.positionalArguments().isEmpty()) {
        fail(u"\"%1\" is not understood; see --help"_s.arg(parser.positionalArguments().first()));
        return {};
    }
    for (const auto &text : parser.values(fault)) {
        QString error;
        const auto read = Fault::fromText(text, &error);
        if (!read) {
            fail(error);
            return {};
        }
        arguments.faults.append(*read);
    }
    return arguments;
}

bool loadState(Simulator &simulator, const QString &path, QString *error)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        *error = path + u": "_s + file.errorString();
        return false;
    }
    return simulator.load(QJsonDocument::fromJson(file.readAll()).object(), error);
}

bool saveState(const Simulator &simulator, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write(QJsonDocument(simulator.state()).toJson());
    return file.commit();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication program(argc, argv);
    QCoreApplication::setApplicationName(u"flysim"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SWARM_VERSION));
    const auto arguments = readArguments(QCoreApplication::arguments());
    if (!arguments)
        return 2;
    endOnSignals(program);

    Simulator simulator(arguments->options);
    QString error;
    if (!arguments->loadFile.isEmpty() && !loadState(simulator, arguments->loadFile, &error))
        return fail(error);
    simulator.setOldLogin(arguments->hasOldLogin);
    if (arguments->isDemo)
        simulator.populateDemo();
    for (const auto &fault : arguments->faults)
        simulator.addFault(fault);
    QFile record(arguments->recordFile);
    if (!record.fileName().isEmpty() && !record.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return fail(record.fileName() + u": "_s + record.errorString());
    if (record.isOpen()) {
        QObject::connect(&simulator, &Simulator::answered, &program,
                         [&record](const SeenRequest &seen) { record.write(transcriptLine(seen)); });
    }
    if (!simulator.listen())
        return fail(simulator.errorString());

    const QJsonObject ready{{u"api_url"_s, simulator.apiUrl().toString()},
                            {u"graphql_url"_s, simulator.graphqlUrl().toString()},
                            {u"app_url"_s, simulator.appUrlTemplate()}};
    std::puts(QJsonDocument(ready).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);

    const int code = QCoreApplication::exec();
    if (!arguments->saveFile.isEmpty() && !saveState(simulator, arguments->saveFile))
        return fail(arguments->saveFile + u": could not be written"_s);
    return code;
}
