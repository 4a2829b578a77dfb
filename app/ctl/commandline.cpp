#include "app/ctl/commandline.h"

#include "app/ctl/careoptions.h"
#include "app/ctl/changeoptions.h"
#include "app/ctl/createoptions.h"
#include "app/ctl/deployoptions.h"
#include "app/ctl/exitcode.h"
#include "app/ctl/grammar.h"
#include "app/ctl/lookoptions.h"
#include "app/ctl/optionvalues.h"
#include "app/version.h"

#include <CLI/CLI.hpp>

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>
#include <string_view>

using namespace Qt::StringLiterals;

namespace swarm::ctl {
namespace {

void addOutputOptions(CLI::App &app, CommandLine &line)
{
    app.add_flag("--json", line.isJson, "Print JSON instead of text");
    app.add_flag("--yes", line.isConfirmed, "Do not ask for confirmation");
    app.add_flag("--quiet", line.isQuiet, "Do not print progress");
    app.add_flag("--dry-run", line.isRehearsal, "Change nothing: print the calls that the command would make");
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

} // namespace

std::variant<CommandLine, int> parse(int argc, char **argv)
{
    CommandLine line;
    std::string target;
    std::string awaited = "ready";
    int patience = 300;
    CLI::App app("Create, open, stop and watch VS Code editors on Fly.io.\n"
                 "The token comes from FLY_API_TOKEN or from the keychain (swarmctl login).\n"
                 "With --demo and no command: walks the whole main job on a simulator.",
                 "swarmctl");
    app.set_version_flag("--version", "swarmctl " + versionText().toStdString());
    app.fallthrough();
    app.require_subcommand(0, 1);
    app.failure_message(CLI::FailureMessage::simple);
    app.footer("Exit codes: 0 done · 1 failed and undone · 2 usage · 3 sign-in or rights · 4 not found · 5 conflict, "
               "busy, or drift ·\n"
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
        sub->add_option("instance", target, "Name, id, app name or machine id")->required();
        return sub;
    };
    auto *list = add("list", "List all instances", Command::List);
    list->add_flag("--deleted", line.showsDeleted, "Those that were deleted with a last snapshot and can be restored");
    const auto addWatch = [&line](CLI::App &sub) {
        sub.add_flag("--watch", line.watches, "Go on telling what changes, until Ctrl+C");
    };
    addWatch(*list);
    auto *show = addWithTarget("show", "Show one instance in full", Command::Show)->alias("status");
    addWatch(*show);
    addWithTarget("health", "Say how an instance is, why, and what helps", Command::Health);
    CreateOptions createOptions;
    createOptions.addTo(*add("create", "Create an instance and wait until its editor answers", Command::Operate), line);
    ChangeOptions changeOptions;
    changeOptions.addTo(app, line);
    CareOptions careOptions;
    careOptions.addTo(app, line);
    DeployOptions deployOptions;
    deployOptions.addTo(app, line);
    LookOptions lookOptions;
    lookOptions.addTo(app, line);
    auto *wait = addWithTarget("wait", "Wait until an instance is in a state", Command::Wait);
    wait->add_option("--for", awaited, "ready (the editor answers), running, stopped, suspended or deleted")
        ->check(CLI::IsMember({"ready", "running", "stopped", "suspended", "deleted"}))
        ->capture_default_str();
    wait->add_option("--timeout", patience, "Seconds to wait")->check(CLI::Range(1, 86400))->capture_default_str();
    add("recover", "Finish or undo what was cut off, and erase what was kept long enough", Command::Recover);
    add("login", "Check a token from standard input and keep it in the keychain", Command::Login)
        ->add_flag("--browser", line.usesBrowser, "Sign in with the browser instead of a token");
    add("logout", "Remove the token from the keychain", Command::Logout);

    try {
        app.parse(argc, argv);
        line.target = text(target);
        const bool isCreate = app.got_subcommand("create");
        line.common = common.result(isCreate ? createOptions.configuration() : std::map<Setting, QString>());
        line.awaited = text(awaited);
        line.patience = std::chrono::seconds(patience);
        if (isCreate)
            createOptions.finish(line);
        changeOptions.finish(line);
        if (!app.get_subcommands().empty()) {
            const auto verb = app.get_subcommands().front()->get_name();
            careOptions.finish(line, verb);
            deployOptions.finish(line, verb);
            lookOptions.finish(line, verb);
        }
        if (line.command == Command::Completion || line.command == Command::Manual)
            line.grammar = grammarOf(app);
        if (line.isRehearsal && line.command != Command::Operate && line.command != Command::Deploy)
            complain(u"--dry-run is for commands that change an instance"_s);
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
