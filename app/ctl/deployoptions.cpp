#include "app/ctl/deployoptions.h"

#include "app/ctl/commandline.h"
#include "app/ctl/optionvalues.h"
#include "ui/wording/commandwords.h"

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace swarm::ctl {

void DeployOverrides::applyTo(InstanceFile *file) const
{
    using Key = InstanceFile::Key;
    auto &spec = file->spec;
    if (!name.isEmpty()) {
        spec.name = name;
        file->given << Key::Name;
    }
    if (!region.isEmpty()) {
        spec.region = region;
        file->given << Key::Region;
    }
    if (size) {
        spec.size = *size;
        file->given << Key::Size;
    }
    if (diskGb) {
        spec.diskGb = *diskGb;
        file->given << Key::Disk;
    }
    if (image) {
        spec.image = *image;
        file->given << Key::Image;
    }
    if (idle) {
        spec.idle = idleFrom(*idle, spec.size).value_or(spec.idle);
        file->given << Key::Idle;
    } else if (!file->says(Key::Idle)) {
        spec.idle = defaultIdleRule(spec.size);
    }
    for (auto variable = env.cbegin(); variable != env.cend(); ++variable)
        spec.env.insert(variable.key(), variable.value()); // a file without [env] leaves the others alone all the same
}

void DeployOptions::addTo(CLI::App &app, CommandLine &line)
{
    auto *deploy =
        app.add_subcommand("deploy", "Make an instance as a file says, or bring it in line; again does nothing");
    deploy->add_option("--file", m_file, "TOML file, - for standard input (its members: see packaging/schema)");
    deploy->add_option("--name", m_name, "Name of the instance");
    deploy->add_option("--region", m_region, "Region code");
    deploy->add_option("--size", m_size, "small, standard, large, extra, or KIND:CPUS:MEMORY_MB");
    deploy->add_option("--disk", m_diskGb, "Disk in GB, 1 to 500");
    deploy->add_option("--image", m_image, "Image REPOSITORY[:TAG][@DIGEST]");
    deploy->add_option("--idle", m_idle, "When idle: never, suspend, stop, or minutes");
    deploy->add_option("--env", m_env, "Environment variable NAME=VALUE beside those that are there; may be repeated");
    deploy->add_flag("--any-region", line.request.takesAnyRegion,
                     "Without room there, create it in the nearest that has some");
    deploy->add_flag("--wake", line.wakes, "If it is asleep, start it and wait until its editor answers");
    deploy->add_flag("--password-stdin", line.readsPassword, "Read the password of a new editor from standard input");
    deploy->add_flag("--print-password", line.printsPassword, "Print the password of a new editor");
    auto *exported = app.add_subcommand("export", "Write a file for deploy from a living instance");
    exported->add_option("instance", m_target, "Name, id, app name or machine id")->required();
    exported->add_option("--to", m_file, "File (default: standard output)");
    auto *diff = app.add_subcommand("diff", "Show where an instance is not as its file says; exit code 5 if anywhere");
    diff->add_option("instance", m_target, "Name, id, app name or machine id (default: the one that the file names)");
    diff->add_option("--file", m_file, "TOML file, - for standard input")->required();
    for (auto *sub : {deploy, exported, diff})
        sub->callback([&line, sub, deploy, exported] {
            line.command = sub == deploy ? Command::Deploy : sub == exported ? Command::Export : Command::Diff;
        });
}

void DeployOptions::finish(CommandLine &line, const std::string &verb) const
{
    if (verb != "deploy" && verb != "export" && verb != "diff")
        return;
    line.file = text(m_file);
    if (!m_target.empty())
        line.target = text(m_target);
    if (verb != "deploy")
        return;
    if (m_file.empty() && m_name.empty())
        complain(u"deploy needs --file, or --name"_s);
    auto &overrides = line.overrides;
    overrides = {.name = text(m_name), .region = text(m_region), .env = variablesFrom(m_env)};
    if (!m_size.empty())
        overrides.size = sizeOption(text(m_size));
    if (m_diskGb != 0)
        overrides.diskGb = m_diskGb;
    if (!m_image.empty())
        overrides.image = imageOption(text(m_image));
    if (!m_idle.empty()) {
        static_cast<void>(idleOption(text(m_idle), {})); // complains
        overrides.idle = text(m_idle);
    }
}

} // namespace swarm::ctl
