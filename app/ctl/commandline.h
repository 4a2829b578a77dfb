#pragma once

#include "app/commonoptions.h"
#include "app/ctl/completion.h"
#include "app/ctl/deployoverrides.h"
#include "model/operationrequest.h"

#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <chrono>
#include <variant>

namespace swarm::ctl {

enum class Command {
    Walk,
    List,
    Show,
    Operate, //!< CommandLine::request says what
    Wait,
    Login,
    Logout,
    Recover,
    Snapshots,
    Versions,
    Environment,
    Health,
    Addresses,
    Domains,
    Cost,
    Orphans,
    Adopt,
    Images,
    Logs,
    Metrics,
    Deploy,
    Export,
    Diff,
    Accounts,
    Doctor,
    Completion,
    Manual,
    Names,
};

//! Which lines of a log.
struct LogWish {
    int lines = 100;
    bool follows = false;
    QString source = {};
    QString level = {}; //!< "warning", "error"; empty: all
    QRegularExpression pattern = {};
};

//! What the user typed, taken apart.
struct CommandLine {
    Command command = Command::Walk;
    QString target = {}; //!< the instance: name, id, app name or machine id

    bool isJson = false;
    bool isConfirmed = false; //!< --yes
    bool isQuiet = false;
    CommonOptions common = {};

    QString token = {}; //!< from FLY_API_TOKEN
    OperationRequest request = {}; //!< its instance is found later, by `target`
    QString password = {}; //!< from SWARM_PASSWORD
    bool readsPassword = false; //!< --password-stdin
    bool printsPassword = false;
    QString priceFile = {}; //!< cost --prices
    QStringList ids = {}; //!< orphans --remove
    bool showsDeleted = false; //!< list --deleted
    bool usesBrowser = false; //!< login --browser
    QString awaited = {}; //!< wait --for: a status name, or "ready"
    std::chrono::seconds patience{300}; //!< wait --timeout
    bool watches = false; //!< list, show: --watch
    bool isRehearsal = false; //!< --dry-run
    LogWish log = {};
    QString span = {}; //!< metrics --last
    QString file = {}; //!< deploy, diff --file; export --to
    DeployOverrides overrides = {};
    bool wakes = false; //!< deploy --wake
    QString usedAccount = {}; //!< accounts --use
    ShellKind shell = ShellKind::Bash; //!< completion
    Grammar grammar = {}; //!< of this very command line, for Completion and Manual
};

//! Either what to do, or the exit code of what has been printed already (help, version, a usage error).
[[nodiscard]] std::variant<CommandLine, int> parse(int argc, char **argv);

} // namespace swarm::ctl
