#pragma once

#include "app/ctl/deployoverrides.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace swarm::ctl {

struct CommandLine;

//! The verbs for instances that files describe: deploy, export, diff.
class DeployOptions
{
public:
    void addTo(CLI::App &app, CommandLine &line);
    //! Throws CLI::ValidationError.
    void finish(CommandLine &line, const std::string &verb) const;

private:
    std::string m_target;
    std::string m_file;
    std::string m_name;
    std::string m_region;
    std::string m_size;
    std::string m_image;
    std::string m_idle;
    std::vector<std::string> m_env;
    int m_diskGb = 0;
};

} // namespace swarm::ctl
