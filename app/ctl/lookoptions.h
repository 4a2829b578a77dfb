#pragma once

#include <string>

namespace CLI {
class App;
}

namespace swarm::ctl {

struct CommandLine;

//! The verbs that read a machine's log and metrics, and those about this computer: accounts, doctor, completion.
class LookOptions
{
public:
    void addTo(CLI::App &app, CommandLine &line);
    //! Throws CLI::ValidationError.
    void finish(CommandLine &line, const std::string &verb) const;

private:
    std::string m_target;
    std::string m_source;
    std::string m_level;
    std::string m_pattern;
    std::string m_span = "15m";
    std::string m_account;
    std::string m_shell;
};

} // namespace swarm::ctl
