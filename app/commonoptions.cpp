#include "app/commonoptions.h"

#include "app/paths.h"
#include "ui/wording/configurationwords.h"

#include <CLI/CLI.hpp>

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace swarm {

struct CommonOptionsReader::Raw {
    bool isDemo = false;
    std::string organization;
    std::string regions;
    std::string retries;
    std::string image;
    std::string logLevel;
    std::string account;
    std::string apiUrl;
    std::string graphqlUrl;
    std::string appUrl;
    double timeScale = 1;
};

namespace {

QUrl addressFrom(const std::string &raw, const char *option)
{
    const auto text = QString::fromStdString(raw);
    const QUrl url(text, QUrl::StrictMode);
    const bool isLoopback = url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
    if (!url.isValid() || url.host().isEmpty())
        throw CLI::ValidationError(option, raw + " is no address");
    if (url.scheme() != "https"_L1 && !(url.scheme() == "http"_L1 && isLoopback))
        throw CLI::ValidationError(option, raw + ": use https (plain http is for this machine only)");
    return url;
}

//! A demo starts afresh: neither the user's file nor the organization of a real account mean anything there.
std::vector<ConfigurationLayer> layers(bool isDemo, std::map<Setting, QString> typed)
{
    auto environment = environmentLayer(QProcessEnvironment::systemEnvironment());
    if (isDemo)
        environment.values.erase(Setting::Organization);
    std::vector<ConfigurationLayer> all;
    if (!isDemo)
        all.push_back(fileLayer(Paths().settings()));
    all.push_back(std::move(environment));
    all.push_back({.source = SettingSource::CommandLine, .values = std::move(typed)});
    return all;
}

} // namespace

CommonOptionsReader::CommonOptionsReader(CLI::App &app)
    : m_raw(std::make_unique<Raw>())
{
    app.add_flag("--demo", m_raw->isDemo, "Use the built-in simulator: no account, nothing on the internet");
    app.add_option("--org", m_raw->organization,
                   "Organization (SWARM_ORG; default: the token's only one, else personal)");
    app.add_option("--account", m_raw->account, "Account to use when several are signed in");
    app.add_option("--regions", m_raw->regions,
                   "Regions for new instances, such as ams,fra (SWARM_REGIONS; default: all)");
    app.add_option("--retries", m_raw->retries, "How often a call is repeated, 0 to 20 (SWARM_RETRIES; default: 3)");
    app.add_option("--image", m_raw->image,
                   "Image for new instances REPOSITORY[:TAG] (SWARM_IMAGE; default: codercom/code-server:latest)");
    app.add_option("--log-level", m_raw->logLevel,
                   "What is logged: debug, info, warning or error (SWARM_LOG_LEVEL; default: info)");
    app.add_option("--api-url", m_raw->apiUrl, "Address of the Machines API");
    app.add_option("--graphql-url", m_raw->graphqlUrl, "Address of the GraphQL API");
    app.add_option("--app-url", m_raw->appUrl, "Address of an instance, with {app} for the app's name");
    app.add_option("--time-scale", m_raw->timeScale, "Make every wait shorter by this factor (for tests)")
        ->check(CLI::Range(0.001, 1e6))
        ->group("");
}

CommonOptionsReader::~CommonOptionsReader() = default;

CommonOptions CommonOptionsReader::result(const std::map<Setting, QString> &more) const
{
    CommonOptions options{
        .isDemo = m_raw->isDemo, .account = QString::fromStdString(m_raw->account), .timeScale = m_raw->timeScale};
    if (!m_raw->apiUrl.empty())
        options.endpoints.api = addressFrom(m_raw->apiUrl, "--api-url");
    if (!m_raw->graphqlUrl.empty())
        options.endpoints.graphql = addressFrom(m_raw->graphqlUrl, "--graphql-url");
    options.endpoints.appTemplate = QString::fromStdString(m_raw->appUrl);
    if (!m_raw->appUrl.empty() && !options.endpoints.appTemplate.contains("{app}"_L1))
        throw CLI::ValidationError("--app-url", m_raw->appUrl + ": it must contain {app}");

    auto typed = more;
    const auto add = [&typed](Setting setting, const std::string &raw) {
        typed.emplace(setting, QString::fromStdString(raw)); // what belongs to one command is nearer
    };
    add(Setting::Organization, m_raw->organization);
    add(Setting::Regions, m_raw->regions);
    add(Setting::Retries, m_raw->retries);
    add(Setting::Image, m_raw->image);
    add(Setting::LogLevel, m_raw->logLevel);
    auto result = configured(layers(m_raw->isDemo, std::move(typed)));
    for (const auto &problem : result.problems) {
        if (problem.source != SettingSource::File)
            throw CLI::ValidationError(sentence(problem).toStdString());
    }
    options.configuration = std::move(result.configuration);
    options.fileProblems = std::move(result.problems);
    return options;
}

} // namespace swarm
