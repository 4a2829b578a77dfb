#pragma once

#include "app/ctl/commandline.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace swarm::ctl {

//! The verbs that change an instance that exists, with their options.
class ChangeOptions
{
public:
    //! Adds them all. `finish` of the one that was typed is called after the parsing.
    void addTo(CLI::App &app, CommandLine &line);
    //! Fills in the request. Throws CLI::ValidationError.
    void finish(CommandLine &line) const;

private:
    CLI::App *add(CLI::App &app, CommandLine &line, const char *name, const char *help, Verb verb);
    void addPower(CLI::App &app, CommandLine &line);
    void addInPlace(CLI::App &app, CommandLine &line);
    void addCopies(CLI::App &app, CommandLine &line);
    void addEndings(CLI::App &app, CommandLine &line);
    void finishImage(CommandLine &line) const;
    void finishEnvironment(CommandLine &line) const;
    void finishRollBack(CommandLine &line) const;
    void finishRestore(CommandLine &line) const;
    void finishMove(CommandLine &line) const;

    std::string m_target;
    std::string m_size;
    std::string m_image;
    std::string m_idle;
    std::string m_name;
    std::string m_version;
    std::string m_snapshot;
    std::string m_region;
    std::string m_keep;
    std::vector<std::string> m_set;
    std::vector<std::string> m_unset;
    bool m_isWhole = false;
    bool m_isList = false;
    bool m_goesBack = false;
    bool m_undoesImage = false;
    bool m_confirms = false;
};

} // namespace swarm::ctl
