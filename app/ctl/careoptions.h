#pragma once

#include "app/ctl/commandline.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace swarm::ctl {

//! The verbs for addresses, backups, money and leftovers, with their options.
class CareOptions
{
public:
    void addTo(CLI::App &app, CommandLine &line);
    //! Fills in the request. Throws CLI::ValidationError.
    void finish(CommandLine &line, const std::string &verb) const;

private:
    void addNetwork(CLI::App &app);
    void addLeftovers(CLI::App &app);
    void finishAddress(CommandLine &line) const;
    void finishDomain(CommandLine &line) const;

    std::string m_target;
    std::string m_address;
    std::string m_ip;
    std::string m_region;
    std::string m_domain;
    std::string m_checked;
    std::string m_removedDomain;
    std::vector<std::string> m_opened;
    std::vector<std::string> m_closed;
    std::string m_file;
    std::string m_name;
    std::string m_prices;
    std::vector<std::string> m_orphans;
    bool m_isForced = false;
    bool m_overwrites = false;
};

} // namespace swarm::ctl
