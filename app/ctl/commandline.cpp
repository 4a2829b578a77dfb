#include "app/ctl/commandline.h"

#include "app/ctl/exitcode.h"
#include "ui/wording/errorwords.h"

#include <CLI/CLI.hpp>

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <cstdio>
#include <string_view>

using namespace Qt::StringLiterals;

namespace swarm::ctl {
namespace {

//! What CLI11 fills in, before it is made sense of.
struct Raw {
    std::string target;
    std::string name;
    std::string region;
    std::string size = "standard";
    std::string image;
    std::string idle;
    std::string address = "shared";
    std::string repository;
    std::string awaited = "ready";
    std::vector<std::string> env;
    std::vector<std::string> arguments;
    int diskGb = 10;
    int patience = 300;
};

QString text(const std::string &raw)
{
    return QString::fromStdString(raw);
}

//! Thrown to CLI11, which prints it like its own complaints; never leaves parse().
[[noreturn]] void complain(const QString &message)
{
    throw CLI::ValidationError(message.toStdString());
}

Size sizeFrom(const QString &word)
{
    if (word == "small"_L1)
        return sizePresets[0];
    if (word == "standard"_L1)
        return sizePresets[1];
    if (word == "large"_L1)
        return sizePresets[2];
    if (word == "extra"_L1)
        return sizePresets[3];
    static const QRegularExpression exact(u"^(shared|performance):(\\d{1,2}):(\\d{1,6})$"_s);
    const auto match = exact.match(word);
    if (!match.hasMatch())
        complain(
            u"--size %1: use small, standard, large, extra, or KIND:CPUS:MEMORY_MB such as shared:2:4096"_s.arg(word));
    return {.cpuKind = match.captured(1) == "shared"_L1 ? CpuKind::Shared : CpuKind::Performance,
            .cpus = match.captured(2).toInt(),
            .memoryMb = match.captured(3).toInt()};
}

IdleRule idleFrom(const QString &word, const Size &size)
{
    if (word.isEmpty())
        return defaultIdleRule(size);
    if (word == "never"_L1)
        return {.action = IdleRule::Action::Never};
    if (word == "suspend"_L1)
        return {.action = IdleRule::Action::Suspend};
    if (word == "stop"_L1)
        return {.action = IdleRule::Action::Stop};
    bool isNumber = false;
    const int minutes = word.toInt(&isNumber);
    if (!isNumber)
        complain(u"--idle %1: use never, suspend, stop, or a number of minutes"_s.arg(word));
    return {.action = IdleRule::Action::StopAfter, .after = std::chrono::minutes(minutes)};
}

AddressKind addressFrom(const QString &word)
{
    if (word == "v4"_L1)
        return AddressKind::DedicatedV4;
    return word == "private"_L1 ? AddressKind::Private : AddressKind::Shared;
}

InstanceSpec specFrom(const Raw &raw, const Configuration &configuration)
{
    InstanceSpec spec{.name = raw.name.empty() ? proposedName() : text(raw.name),
                      .region = configuration.region(),
                      .image = configuration.image};
    spec.size = sizeFrom(text(raw.size));
    spec.diskGb = raw.diskGb;
    spec.idle = idleFrom(text(raw.idle), spec.size);
    spec.repository = text(raw.repository);
    spec.address = addressFrom(text(raw.address));
    for (const auto &variable : raw.env) {
        const auto pair = text(variable);
        const auto equals = pair.indexOf(u'=');
        if (equals <= 0)
            complain(u"--env %1: use NAME=VALUE"_s.arg(pair));
        spec.env.insert(pair.left(equals), pair.mid(equals + 1));
    }
    for (const auto &argument : raw.arguments)
        spec.arguments << text(argument);
    if (const auto problem = problemOf(spec))
        complain(sentence(*problem, spec));
    return spec;
}

//! What belongs to the configuration, yet is asked for by one command.
std::map<Setting, QString> configurationFrom(const Raw &raw)
{
    std::map<Setting, QString> values;
    if (!raw.region.empty())
        values[Setting::Region] = text(raw.region);
    if (!raw.image.empty())
        values[Setting::Image] = text(raw.image);
    return values;
}

void addOutputOptions(CLI::App &app, CommandLine &line)
{
    app.add_flag("--json", line.isJson, "Print JSON instead of text");
    app.add_flag("--yes", line.isConfirmed, "Do not ask for confirmation");
    app.add_flag("--quiet", line.isQuiet, "Do not print progress");
}

//! A script that asked for JSON gets its usage errors as JSON, too.
void printUsageError(const CLI::ParseError &problem, int argc, char **argv)
{
    const bool wantsJson =
        std::any_of(argv, argv + argc, [](const char *word) { return std::string_view(word) == "--json"; });
    if (!wantsJson)
        return;
    const QJsonObject error{{u"code"_s, u"USAGE"_s},
                            {u"category"_s, u"API"_s},
                            {u"message"_s, QString::fromLocal8Bit(problem.what())},
                            {u"remedy"_s, u"swarmctl --help"_s},
                            {u"request_id"_s, QString()}};
    const QJsonObject json{{u"schema"_s, 1}, {u"error"_s, error}};
    std::puts(QJsonDocument(json).toJson(QJsonDocument::Compact).constData());
}

void addCreateOptions(CLI::App &create, CommandLine &line, Raw &raw)
{
    create.add_option("name", raw.name, "Name (default: vscode- and four letters or digits)");
    create.add_option("--region", raw.region, "Region code (SWARM_REGION; default: ams)");
    create.add_option("--size", raw.size, "small, standard, large, extra, or KIND:CPUS:MEMORY_MB")
        ->capture_default_str();
    create.add_option("--disk", raw.diskGb, "Disk in GB, 1 to 500")->capture_default_str();
    create.add_option("--image", raw.image,
                      "Image REPOSITORY[:TAG] (SWARM_IMAGE; default: codercom/code-server:latest)");
    create.add_option("--idle", raw.idle, "When idle: never, suspend, stop, or minutes (default: suspend, else stop)");
    create.add_option("--env", raw.env, "Environment variable NAME=VALUE; may be repeated");
    create.add_option("--repository", raw.repository, "Git repository to clone into the workspace at first start");
    create.add_option("--address", raw.address, "Address: shared, v4 ($2 a month) or private")
        ->check(CLI::IsMember({"shared", "v4", "private"}))
        ->capture_default_str();
    create.add_option("--argument", raw.arguments, "One more argument for code-server; may be repeated");
    create.add_flag("--password-stdin", line.readsPassword, "Read the editor's password from standard input");
    create.add_flag("--print-password", line.printsPassword, "Print the editor's password");
}

} // namespace

std::variant<CommandLine, int> parse(int argc, char **argv)
{
    CommandLine line;
    Raw raw;
    CLI::App app("Create, open, stop and watch VS Code editors on Fly.io.\n"
                 "The token comes from FLY_API_TOKEN or from the keychain (swarmctl login).\n"
                 "With --demo and no command: walks the whole main job on a simulator.",
                 "swarmctl");
    app.set_version_flag("--version", "swarmctl " SWARM_VERSION);
    app.fallthrough();
    app.require_subcommand(0, 1);
    app.failure_message(CLI::FailureMessage::simple);
    app.footer("Exit codes: 0 done · 1 failed and undone · 2 usage · 3 sign-in or rights · 4 not found · 5 conflict or "
               "busy ·\n"
               "6 no room or quota · 7 cannot reach Fly.io · 8 something left behind (named) · 130 interrupted");
    addOutputOptions(app, line);
    const CommonOptionsReader common(app);

    const auto add = [&](const char *name, const char *help, Command command) {
        auto *sub = app.add_subcommand(name, help);
        sub->callback([&line, command] { line.command = command; });
        return sub;
    };
    const auto addWithTarget = [&](const char *name, const char *help, Command command) {
        auto *sub = add(name, help, command);
        sub->add_option("instance", raw.target, "Name, id, app name or machine id")->required();
        return sub;
    };
    add("list", "List all instances", Command::List);
    addWithTarget("show", "Show one instance in full", Command::Show)->alias("status");
    addCreateOptions(*add("create", "Create an instance and wait until its editor answers", Command::Create), line,
                     raw);
    addWithTarget("open", "Wake an instance and open its editor in the browser, logged in", Command::Open);
    addWithTarget("start", "Start an instance", Command::Start);
    addWithTarget("stop", "Stop an instance; its disk is kept", Command::Stop)
        ->add_flag("--force", line.isForced, "Kill it at once (SIGKILL)");
    addWithTarget("suspend", "Suspend an instance; its memory is kept", Command::Suspend);
    addWithTarget("restart", "Restart an instance", Command::Restart);
    addWithTarget("delete", "Delete an instance with its disk and all that is on it", Command::Delete);
    auto *wait = addWithTarget("wait", "Wait until an instance is in a state", Command::Wait);
    wait->add_option("--for", raw.awaited, "ready (the editor answers), running, stopped, suspended or deleted")
        ->check(CLI::IsMember({"ready", "running", "stopped", "suspended", "deleted"}))
        ->capture_default_str();
    wait->add_option("--timeout", raw.patience, "Seconds to wait")->check(CLI::Range(1, 86400))->capture_default_str();
    add("login", "Check a token from standard input and keep it in the keychain", Command::Login)
        ->add_flag("--browser", line.usesBrowser, "Sign in with the browser instead of a token");
    add("logout", "Remove the token from the keychain", Command::Logout);

    try {
        app.parse(argc, argv);
        line.target = text(raw.target);
        line.common = common.result(configurationFrom(raw));
        line.awaited = text(raw.awaited);
        line.patience = std::chrono::seconds(raw.patience);
        if (line.command == Command::Create)
            line.spec = specFrom(raw, line.common.configuration);
        if (app.get_subcommands().empty() && !line.common.isDemo) {
            std::fputs(app.help().c_str(), stderr);
            return ExitUsage;
        }
    } catch (const CLI::ParseError &problem) {
        if (app.exit(problem) == 0)
            return int{ExitOk};
        printUsageError(problem, argc, argv);
        return int{ExitUsage};
    }
    return line;
}

} // namespace swarm::ctl
