#pragma once

#include "app/ctl/commandline.h"

#include <map>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace swarm::ctl {

//! The options of `create`.
class CreateOptions
{
public:
    void addTo(CLI::App &create, CommandLine &line);
    //! What belongs to the configuration, yet is asked for by this command.
    [[nodiscard]] std::map<Setting, QString> configuration() const;
    //! Fills in the request. Throws CLI::ValidationError.
    void finish(CommandLine &line) const;

private:
    std::string m_name;
    std::string m_region;
    std::string m_size = "standard";
    std::string m_image;
    std::string m_idle;
    std::string m_address = "shared";
    std::string m_repository;
    std::string m_snapshot;
    std::vector<std::string> m_env;
    std::vector<std::string> m_arguments;
    std::vector<std::string> m_ports;
    std::vector<std::string> m_metadata;
    int m_diskGb = 10;
};

} // namespace swarm::ctl
