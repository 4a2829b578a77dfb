#pragma once

#include "fly/flyendpoints.h"
#include "model/configurationlayer.h"

#include <QString>

#include <memory>

namespace CLI {
class App;
}

namespace swarm {

//! Where and for whom to work: the options that the window and the command line share.
struct CommonOptions {
    bool isDemo = false;
    QString account = {};
    FlyEndpoints endpoints = {};
    Configuration configuration = {};
    std::vector<ConfigurationProblem> fileProblems = {}; //!< what the settings file says and cannot be used
    double timeScale = 1; //!< makes every wait shorter, for tests
};

//! Fills CommonOptions from a command line.
class CommonOptionsReader
{
public:
    explicit CommonOptionsReader(CLI::App &app);
    ~CommonOptionsReader();
    CommonOptionsReader(const CommonOptionsReader &) = delete;
    CommonOptionsReader &operator=(const CommonOptionsReader &) = delete;

    //! After the parsing, with what more of the configuration was given on the command line. Throws
    //! CLI::ValidationError, which CLI11 prints like its own complaints.
    [[nodiscard]] CommonOptions result(const std::map<Setting, QString> &more = {}) const;

private:
    struct Raw;
    std::unique_ptr<Raw> m_raw;
};

} // namespace swarm
