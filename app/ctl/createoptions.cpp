#include "app/ctl/createoptions.h"

#include "app/ctl/optionvalues.h"
#include "ui/wording/errorwords.h"

#include <CLI/CLI.hpp>

namespace swarm::ctl {

void CreateOptions::addTo(CLI::App &create, CommandLine &line)
{
    create.add_option("name", m_name, "Name (default: vscode- and four letters or digits)");
    create.add_option("--region", m_region, "Region code (SWARM_REGION; default: ams)");
    create.add_flag("--any-region", line.request.takesAnyRegion, "Without room there, take the nearest that has some");
    create.add_option("--size", m_size, "small, standard, large, extra, or KIND:CPUS:MEMORY_MB")->capture_default_str();
    create.add_option("--disk", m_diskGb, "Disk in GB, 1 to 500")->capture_default_str();
    create.add_option("--image", m_image, "Image REPOSITORY[:TAG] (SWARM_IMAGE; default: codercom/code-server:latest)");
    create.add_option("--idle", m_idle, "When idle: never, suspend, stop, or minutes (default: suspend, else stop)");
    create.add_option("--env", m_env, "Environment variable NAME=VALUE; may be repeated");
    create.add_option("--repository", m_repository, "Git repository to clone into the workspace at first start");
    create.add_option("--address", m_address, "Address: shared, v4 ($2 a month) or private")
        ->check(CLI::IsMember({"shared", "v4", "private"}))
        ->capture_default_str();
    create.add_option("--port", m_ports, "One more port [tcp:|udp:]PORT:INTERNAL_PORT[:HANDLER,…]; may be repeated");
    create.add_option("--metadata", m_metadata, "A note of your own NAME=VALUE on the machine; may be repeated");
    create.add_option("--argument", m_arguments, "One more argument for code-server; may be repeated");
    create.add_option("--snapshot", m_snapshot, "Id of a snapshot that its disk begins as (default: an empty disk)");
    create.add_flag("--password-stdin", line.readsPassword, "Read the editor's password from standard input");
    create.add_flag("--print-password", line.printsPassword, "Print the editor's password");
}

std::map<Setting, QString> CreateOptions::configuration() const
{
    std::map<Setting, QString> values;
    if (!m_region.empty())
        values[Setting::Region] = text(m_region);
    if (!m_image.empty())
        values[Setting::Image] = text(m_image);
    return values;
}

void CreateOptions::finish(CommandLine &line) const
{
    const auto &configuration = line.common.configuration;
    InstanceSpec spec{.name = m_name.empty() ? proposedName() : text(m_name),
                      .region = configuration.region(),
                      .image = configuration.image};
    spec.size = sizeOption(text(m_size));
    spec.diskGb = m_diskGb;
    spec.idle = idleOption(text(m_idle), spec.size);
    spec.repository = text(m_repository);
    spec.address = addressOption(text(m_address));
    spec.env = variablesFrom(m_env);
    spec.metadata = variablesFrom(m_metadata);
    spec.snapshot = text(m_snapshot);
    for (const auto &argument : m_arguments)
        spec.arguments << text(argument);
    for (const auto &port : m_ports)
        spec.services.push_back(portOption(text(port)));
    if (const auto problem = problemOf(spec))
        complain(sentence(*problem, spec));
    line.request.verb = Verb::Create;
    line.request.spec = std::move(spec);
}

} // namespace swarm::ctl
