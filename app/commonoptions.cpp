#include "app/commonoptions.h"

#include <CLI/CLI.hpp>

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace swarm {

struct CommonOptionsReader::Raw {
    bool isDemo = false;
    std::string organization;
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

} // namespace

CommonOptionsReader::CommonOptionsReader(CLI::App &app)
    : m_raw(std::make_unique<Raw>())
{
    app.add_flag("--demo", m_raw->isDemo, "Use the built-in simulator: no account, nothing on the internet");
    app.add_option("--org", m_raw->organization, "Organization (default: the token's only one, else personal)");
    app.add_option("--account", m_raw->account, "Account to use when several are signed in");
    app.add_option("--api-url", m_raw->apiUrl, "Address of the Machines API");
    app.add_option("--graphql-url", m_raw->graphqlUrl, "Address of the GraphQL API");
    app.add_option("--app-url", m_raw->appUrl, "Address of an instance, with {app} for the app's name");
    app.add_option("--time-scale", m_raw->timeScale, "Make every wait shorter by this factor (for tests)")
        ->check(CLI::Range(0.001, 1e6))
        ->group("");
}

CommonOptionsReader::~CommonOptionsReader() = default;

CommonOptions CommonOptionsReader::result() const
{
    CommonOptions options{.isDemo = m_raw->isDemo,
                          .organization = QString::fromStdString(m_raw->organization),
                          .account = QString::fromStdString(m_raw->account),
                          .timeScale = m_raw->timeScale};
    if (!m_raw->apiUrl.empty())
        options.endpoints.api = addressFrom(m_raw->apiUrl, "--api-url");
    if (!m_raw->graphqlUrl.empty())
        options.endpoints.graphql = addressFrom(m_raw->graphqlUrl, "--graphql-url");
    options.endpoints.appTemplate = QString::fromStdString(m_raw->appUrl);
    if (!m_raw->appUrl.empty() && !options.endpoints.appTemplate.contains("{app}"_L1))
        throw CLI::ValidationError("--app-url", m_raw->appUrl + ": it must contain {app}");
    return options;
}

} // namespace swarm
