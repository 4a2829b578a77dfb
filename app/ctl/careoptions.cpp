#include "app/ctl/careoptions.h"

#include "app/ctl/optionvalues.h"
#include "model/hostname.h"
#include "ui/wording/networkwords.h"

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace swarm::ctl {
namespace {

AddressRequest::Kind kindFrom(const QString &word)
{
    if (word == "v4"_L1)
        return AddressRequest::Kind::V4;
    if (word == "v6"_L1)
        return AddressRequest::Kind::V6;
    if (word == "private"_L1)
        return AddressRequest::Kind::Private;
    return word == "egress"_L1 ? AddressRequest::Kind::Egress : AddressRequest::Kind::SharedV4;
}

QString hostnameOption(const std::string &raw)
{
    const auto hostname = hostnameFrom(text(raw));
    if (!hostname)
        complain(hostnameProblemText(hostname.error()));
    return *hostname;
}

} // namespace

void CareOptions::addTo(CLI::App &app, CommandLine &)
{
    addNetwork(app);
    addLeftovers(app);
}

void CareOptions::addNetwork(CLI::App &app)
{
    auto *address = app.add_subcommand("address", "Show addresses and ports of an instance, add or remove some");
    address->add_option("instance", m_target, "Name, id, app name or machine id")->required();
    address->add_option("--add", m_address, "shared, v4 ($2 a month), v6, private or egress ($3.60 a month)")
        ->check(CLI::IsMember({"shared", "v4", "v6", "private", "egress"}));
    address->add_option("--region", m_region, "Region of an egress address");
    address->add_option("--remove", m_ip, "Address to remove");
    address->add_flag("--force", m_isForced, "Also the last one by which it can be reached");
    address->add_option("--open", m_opened,
                        "Port to open [tcp:|udp:]PORT:INTERNAL_PORT[:HANDLER,…]; restarts the editor; may be repeated");
    address->add_option("--close", m_closed, "Port to close [tcp:|udp:]PORT:INTERNAL_PORT; may be repeated");
    auto *domain =
        app.add_subcommand("domain", "Show host names of an instance with their certificates, add or remove");
    domain->add_option("instance", m_target, "Name, id, app name or machine id")->required();
    domain->add_option("--add", m_domain, "Host name to add; says which DNS records to set");
    domain->add_option("--check", m_checked, "Host name whose DNS is to be looked at now");
    domain->add_option("--remove", m_removedDomain, "Host name to remove");
}

void CareOptions::addLeftovers(CLI::App &app)
{
    auto *backup = app.add_subcommand("backup", "Copy the home folder of a started instance into an archive here");
    backup->add_option("instance", m_target, "Name, id, app name or machine id")->required();
    backup->add_option("--to", m_file, "File (default: NAME.tar.gz in this folder)");
    backup->add_flag("--overwrite", m_overwrites, "Replace a file that is there");
    auto *cost = app.add_subcommand("cost", "About what the swarm, or one instance, costs");
    cost->add_option("instance", m_target, "Name, id, app name or machine id (default: all)");
    cost->add_option("--prices", m_prices, "JSON file with prices that you know better")->check(CLI::ExistingFile);
    auto *orphans = app.add_subcommand("orphans", "Find what bills and no instance uses");
    orphans->add_option("--remove", m_orphans, "Id of one to remove; may be repeated");
    auto *adopt = app.add_subcommand("adopt", "Find editors that somebody else made, or take one into the swarm");
    adopt->add_option("machine", m_target, "Machine id or app name of the one to adopt (default: show them)");
    adopt->add_option("--as", m_name, "Its name in the swarm (default: its own)");
}

void CareOptions::finish(CommandLine &line, const std::string &verb) const
{
    auto &request = line.request;
    if (!m_target.empty())
        line.target = text(m_target);
    if (verb == "address")
        return finishAddress(line);
    if (verb == "domain")
        return finishDomain(line);
    if (verb == "backup") {
        line.command = Command::Operate;
        request.verb = Verb::BackUp;
        request.backup = {.path = text(m_file), .overwrites = m_overwrites};
    } else if (verb == "cost") {
        line.command = Command::Cost;
        line.priceFile = text(m_prices);
    } else if (verb == "orphans") {
        line.command = Command::Orphans;
        for (const auto &id : m_orphans)
            line.ids << text(id);
    } else if (verb == "adopt") {
        line.command = Command::Adopt;
        request.verb = Verb::Adopt;
        request.name = text(m_name);
    }
}

void CareOptions::finishAddress(CommandLine &line) const
{
    auto &request = line.request;
    line.command = Command::Operate;
    const int wishes = int(!m_address.empty()) + int(!m_ip.empty()) + int(!m_opened.empty() || !m_closed.empty());
    if (wishes > 1)
        complain(u"--add, --remove and --open or --close: one at a time"_s);
    if (!m_address.empty()) {
        request.verb = Verb::AddAddress;
        request.address = {.kind = kindFrom(text(m_address)), .region = text(m_region)};
    } else if (!m_ip.empty()) {
        request.verb = Verb::RemoveAddress;
        request.ip = text(m_ip);
        request.isForced = m_isForced;
    } else if (wishes > 0) {
        request.verb = Verb::ChangePorts;
        for (const auto &port : m_opened)
            request.change.openPorts.push_back(portOption(text(port)));
        for (const auto &port : m_closed)
            request.change.closePorts.push_back(portOption(text(port)));
    } else {
        line.command = Command::Addresses;
    }
}

void CareOptions::finishDomain(CommandLine &line) const
{
    auto &request = line.request;
    line.command = Command::Operate;
    if (int(!m_domain.empty()) + int(!m_checked.empty()) + int(!m_removedDomain.empty()) > 1)
        complain(u"--add, --check and --remove: one at a time"_s);
    if (!m_domain.empty()) {
        request.verb = Verb::AddDomain;
        request.hostname = hostnameOption(m_domain);
    } else if (!m_removedDomain.empty()) {
        request.verb = Verb::RemoveDomain;
        request.hostname = hostnameOption(m_removedDomain);
    } else {
        line.command = Command::Domains;
        if (!m_checked.empty())
            request.hostname = hostnameOption(m_checked);
    }
}

} // namespace swarm::ctl
