#include "app/ctl/changeoptions.h"

#include "app/ctl/optionvalues.h"
#include "ui/wording/errorwords.h"

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace swarm::ctl {

CLI::App *ChangeOptions::add(CLI::App &app, CommandLine &line, const char *name, const char *help, Verb verb)
{
    auto *sub = app.add_subcommand(name, help);
    sub->callback([&line, verb] {
        line.command = Command::Operate;
        line.request.verb = verb;
    });
    sub->add_option("instance", m_target, "Name, id, app name or machine id")->required();
    return sub;
}

void ChangeOptions::addTo(CLI::App &app, CommandLine &line)
{
    addPower(app, line);
    addInPlace(app, line);
    addCopies(app, line);
    addEndings(app, line);
}

void ChangeOptions::finish(CommandLine &line) const
{
    if (line.command != Command::Operate || m_target.empty()) {
        if (line.command == Command::Operate && line.request.verb == Verb::ChangeImage) {
            if (!m_image.empty() || m_undoesImage)
                complain(u"image: say which instance"_s);
            line.command = Command::Images;
        }
        return;
    }
    line.target = text(m_target);
    auto &request = line.request;
    switch (request.verb) {
    case Verb::Resize:
        request.change.size = sizeOption(text(m_size));
        if (const auto problem = problemOfSize(*request.change.size))
            complain(sentence(*problem, {.size = *request.change.size}));
        break;
    case Verb::ChangeImage:
        return finishImage(line);
    case Verb::ChangeEnvironment:
        return finishEnvironment(line);
    case Verb::ChangeIdleRule:
        request.change.idle = idleOption(text(m_idle), {});
        break;
    case Verb::Rename:
        request.name = text(m_name);
        if (const auto problem = problemOfName(request.name))
            complain(sentence(*problem, {.name = request.name}));
        break;
    case Verb::RollBack:
        return finishRollBack(line);
    case Verb::Snapshot:
        if (m_isList)
            line.command = Command::Snapshots;
        if (!m_keep.empty())
            request.keepDays = daysFrom(text(m_keep));
        break;
    case Verb::Restore:
        return finishRestore(line);
    case Verb::Clone:
        request.spec = {.name = m_name.empty() ? proposedName() : text(m_name), .region = text(m_region)};
        request.spec.snapshot = text(m_snapshot);
        if (const auto problem = problemOfName(request.spec.name))
            complain(sentence(*problem, request.spec));
        break;
    case Verb::Move:
        return finishMove(line);
    case Verb::Delete:
        if (!m_keep.empty())
            request.keepDays = daysFrom(text(m_keep));
        break;
    default:
        break;
    }
}

void ChangeOptions::addPower(CLI::App &app, CommandLine &line)
{
    add(app, line, "open", "Wake an instance and open its editor in the browser, logged in", Verb::Open);
    add(app, line, "start", "Start an instance", Verb::Start);
    add(app, line, "stop", "Stop an instance; its disk is kept", Verb::Stop)
        ->add_flag_callback(
            "--force", [&line] { line.request.manner = StopManner::Kill; }, "Kill it at once (SIGKILL)");
    add(app, line, "suspend", "Suspend an instance; its memory is kept", Verb::Suspend);
    add(app, line, "restart", "Restart an instance", Verb::Restart);
}

void ChangeOptions::addInPlace(CLI::App &app, CommandLine &line)
{
    add(app, line, "resize", "Give an instance more or fewer CPUs and memory; restarts its editor", Verb::Resize)
        ->add_option("--size", m_size, "small, standard, large, extra, or KIND:CPUS:MEMORY_MB")
        ->required();
    add(app, line, "extend", "Make the disk larger; it never shrinks", Verb::Extend)
        ->add_option("--disk", line.request.sizeGb, "Size in GB, up to 500")
        ->check(CLI::Range(smallestDiskGb, largestDiskGb))
        ->required();
    auto *image = add(app, line, "image",
                      "Show the images in use, or one instance's and its earlier ones; change it or go back, which "
                      "restarts the editor",
                      Verb::ChangeImage);
    image->get_option("instance")->required(false);
    image->add_option("--to", m_image, "Image REPOSITORY[:TAG][@DIGEST], or a tag of the same repository");
    image->add_flag("--back", m_undoesImage, "Go back to the image before");
    image->add_flag("--force", line.request.isForced, "Also to an older version, or another major one");
    auto *env =
        add(app, line, "env", "Show the environment, or change it; restarts the editor", Verb::ChangeEnvironment);
    env->add_option("--set", m_set, "NAME=VALUE; may be repeated");
    env->add_option("--unset", m_unset, "NAME; may be repeated");
    add(app, line, "idle", "Change what happens when nobody is connected; restarts the editor", Verb::ChangeIdleRule)
        ->add_option("rule", m_idle, "never, suspend, stop, or a number of minutes")
        ->required();
    add(app, line, "rename", "Give an instance another name; its address stays", Verb::Rename)
        ->add_option("name", m_name, "The new name")
        ->required();
    auto *rotate = add(app, line, "rotate-password",
                       "Give the editor a new password; restarts it and logs everybody out", Verb::RotatePassword);
    rotate->add_flag("--password-stdin", line.readsPassword, "Read the new password from standard input");
    rotate->add_flag("--print-password", line.printsPassword, "Print the new password");
}

void ChangeOptions::addCopies(CLI::App &app, CommandLine &line)
{
    auto *rollBack = add(app, line, "rollback", "Go back to an earlier image, configuration or snapshot of the data",
                         Verb::RollBack);
    rollBack->add_option("--to", m_version, "Version, tag or image (default: the one before)");
    rollBack->add_flag("--all", m_isWhole, "Size, environment and idle rule too, not only the image");
    rollBack->add_option("--snapshot", m_snapshot,
                         "Id of a snapshot: the data as they were then; the present disk is kept");
    rollBack->add_flag("--list", m_isList, "Show what there is to go back to");
    rollBack->add_flag("--undo", m_goesBack, "Go back to the copy that the last rollback of data left");
    rollBack->add_flag("--confirm", m_confirms, "Remove the copy that the last rollback of data left");
    auto *snapshot = add(app, line, "snapshot", "Take a snapshot of the disk now, or list them", Verb::Snapshot);
    snapshot->add_option("--keep", m_keep, "How long, such as 14d (default: as the disk is set, usually 5 days)");
    snapshot->add_flag("--list", m_isList, "List them");
    auto *restore = add(app, line, "restore", "Bring back a deleted instance, or an instance's data", Verb::Restore);
    restore->add_option("--snapshot", m_snapshot, "Id of a snapshot of an instance that exists");
    restore->add_option("--as", m_name, "With --snapshot: as a new instance of this name");
    auto *clone = add(app, line, "clone", "Make a new instance with the data of another", Verb::Clone);
    clone->add_option("name", m_name, "Name of the new one (default: vscode- and four letters or digits)");
    clone->add_option("--region", m_region, "Region code (default: the same)");
    clone->add_option("--snapshot", m_snapshot, "Id of an earlier snapshot (default: one taken now)");
    clone->add_flag("--password-stdin", line.readsPassword, "Read the new editor's password from standard input");
    clone->add_flag("--print-password", line.printsPassword, "Print the new editor's password");
    auto *move =
        add(app, line, "move", "Move an instance with its data to another region or another computer", Verb::Move);
    move->add_option("--region", m_region, "Region code (default: the same, on another computer)");
    move->add_flag("--back", m_goesBack, "Go back to the copy that the last move left");
    move->add_flag("--confirm", m_confirms, "Remove the copy that the last move left");
    add(app, line, "recreate", "Make a new machine on the instance's disk, for one that is broken or gone",
        Verb::Recreate);
}

void ChangeOptions::addEndings(CLI::App &app, CommandLine &line)
{
    add(app, line, "delete", "Delete an instance with its disk and all that is on it", Verb::Delete)
        ->add_option("--keep", m_keep, "Keep a last snapshot for so many days, such as 5d; see restore and erase");
    add(app, line, "erase", "Erase the last snapshot of a deleted instance", Verb::Erase);
    add(app, line, "forget", "Take an instance whose machine is gone out of the list", Verb::Forget);
}

void ChangeOptions::finishImage(CommandLine &line) const
{
    if (m_undoesImage && !m_image.empty())
        complain(u"--to and --back: one at a time"_s);
    if (m_undoesImage) {
        line.request.verb = Verb::RollBack;
        return;
    }
    if (m_image.empty()) {
        line.command = Command::Versions;
        return;
    }
    const auto word = text(m_image);
    if (word.contains(u'/') || word.contains(u':') || word.contains(u'@'))
        line.request.change.image = imageOption(word);
    else
        line.request.version = word; // a tag: the repository is the instance's
}

void ChangeOptions::finishEnvironment(CommandLine &line) const
{
    auto &change = line.request.change;
    change.setEnv = variablesFrom(m_set);
    for (const auto &name : m_unset)
        change.unsetEnv << text(name);
    if (change.setEnv.isEmpty() && change.unsetEnv.isEmpty())
        line.command = Command::Environment;
    if (const auto problem = problemOfEnvironment(change.setEnv))
        complain(sentence(*problem, {}));
}

void ChangeOptions::finishRollBack(CommandLine &line) const
{
    auto &request = line.request;
    if (m_isList)
        line.command = Command::Versions;
    request.version = text(m_version);
    request.rollBack = m_isWhole ? RollBackManner::Configuration : RollBackManner::Image;
    if (!m_snapshot.empty()) {
        request.verb = Verb::RollBackData;
        request.replacement = {.source = DataSource::Snapshot, .snapshot = text(m_snapshot)};
    }
    if (m_goesBack)
        request.verb = Verb::GoBack;
    if (m_confirms)
        request.verb = Verb::DropPrevious;
}

void ChangeOptions::finishRestore(CommandLine &line) const
{
    auto &request = line.request;
    if (m_snapshot.empty() && !m_name.empty())
        complain(u"--as needs --snapshot"_s);
    if (m_snapshot.empty())
        return;
    if (m_name.empty()) {
        request.verb = Verb::RollBackData;
        request.replacement = {.source = DataSource::Snapshot, .snapshot = text(m_snapshot)};
        return;
    }
    request.verb = Verb::Clone;
    request.spec = {.name = text(m_name), .region = {}};
    request.spec.snapshot = text(m_snapshot);
    if (const auto problem = problemOfName(request.spec.name))
        complain(sentence(*problem, request.spec));
}

void ChangeOptions::finishMove(CommandLine &line) const
{
    auto &request = line.request;
    if (m_goesBack && m_confirms)
        complain(u"--back and --confirm are opposites"_s);
    if (m_goesBack)
        request.verb = Verb::GoBack;
    if (m_confirms)
        request.verb = Verb::DropPrevious;
    request.replacement = {.source = DataSource::Disk, .region = text(m_region)};
}

} // namespace swarm::ctl
