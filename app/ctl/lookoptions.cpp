#include "app/ctl/lookoptions.h"

#include "app/ctl/commandline.h"
#include "app/ctl/optionvalues.h"

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace swarm::ctl {

void LookOptions::addTo(CLI::App &app, CommandLine &line)
{
    const auto add = [&app, &line](const char *name, const char *help, Command command) {
        auto *sub = app.add_subcommand(name, help);
        sub->callback([&line, command] { line.command = command; });
        return sub;
    };
    auto *logs = add("logs", "Show the newest lines of an instance's log, 100 at most", Command::Logs);
    logs->add_option("instance", m_target, "Name, id, app name or machine id")->required();
    logs->add_option("--lines", line.log.lines, "How many")->check(CLI::Range(1, 100))->capture_default_str();
    logs->add_flag("--follow,-f", line.log.follows, "Go on with what comes, until Ctrl+C");
    logs->add_option("--source", m_source, "Only those of editor, machine or proxy")
        ->check(CLI::IsMember({"editor", "machine", "proxy"}));
    logs->add_option("--level", m_level, "Only warning and worse, or error")
        ->check(CLI::IsMember({"warning", "error"}));
    logs->add_option("--match", m_pattern, "Only those that match this regular expression");
    auto *metrics = add("metrics", "Show what CPU, memory, disk and network of an instance did", Command::Metrics);
    metrics->add_option("instance", m_target, "Name, id, app name or machine id")->required();
    metrics->add_option("--last", m_span, "15m, 6h or 7d")
        ->check(CLI::IsMember({"15m", "6h", "7d"}))
        ->capture_default_str();
    add("accounts", "List the accounts that are signed in on this computer", Command::Accounts)
        ->add_option("--use", m_account, "Work with this one from now on");
    add("doctor", "Check versions, files, keychain, network, clock and token", Command::Doctor);
    add("completion", "Print a script that completes what is typed, for your shell", Command::Completion)
        ->add_option("shell", m_shell, "bash, zsh or fish")
        ->required()
        ->check(CLI::IsMember({"bash", "zsh", "fish"}));
    add("manual", "Print the manual page", Command::Manual)->group("");
    add("names", "Print the names that the last list told of, without asking anybody", Command::Names)->group("");
}

void LookOptions::finish(CommandLine &line, const std::string &verb) const
{
    if (!m_target.empty() && (verb == "logs" || verb == "metrics"))
        line.target = text(m_target);
    line.log.source = text(m_source);
    line.log.level = text(m_level);
    line.log.pattern = QRegularExpression(text(m_pattern), QRegularExpression::CaseInsensitiveOption);
    if (!line.log.pattern.isValid())
        complain(u"--match %1: %2"_s.arg(text(m_pattern), line.log.pattern.errorString()));
    line.span = text(m_span);
    line.usedAccount = text(m_account);
    line.shell = m_shell == "zsh" ? ShellKind::Zsh : m_shell == "fish" ? ShellKind::Fish : ShellKind::Bash;
}

} // namespace swarm::ctl
