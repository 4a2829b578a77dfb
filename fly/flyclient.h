#pragma once

#include "fly/flytypes.h"
#include "fly/httpclient.h"
#include "fly/retrypolicy.h"
#include "model/async/task.h"
#include "model/error.h"
#include "model/region.h"

#include <QLoggingCategory>
#include <QMap>

#include <functional>

Q_DECLARE_LOGGING_CATEGORY(lcFly)

namespace swarm {

//! Where Fly.io is.
struct FlyEndpoints {
    QUrl api = QUrl(QStringLiteral("https://api.machines.dev")); //!< without /v1
    QUrl graphql = QUrl(QStringLiteral("https://api.fly.io/graphql")); //!< whole
    QString appTemplate = {}; //!< "https://{app}.fly.dev"; empty: by the rule of FlyProvider

    [[nodiscard]] bool isFlyItself() const { return graphql.host() == QStringLiteral("api.fly.io"); }
};

//! Which machines or volumes of an organization to list.
struct OrgQuery {
    QDateTime updatedAfter = {}; //!< invalid: all that live; else all that changed since, destroyed ones too
    QString cursor = {};
};

enum class AddressType { SharedV4, V4, V6, PrivateV6 };

//! Speaks Fly.io's APIs: one method per request, no state but the token.
//!
//! Requests are repeated by RetryPolicy when they failed in a way that may pass: reads and what is harmless to repeat
//! after any such failure, creations only when they certainly were not carried out. Other failures of a creation come
//! back as they are; see mayHaveHappened(). Every method can fail with the codes of HttpClient and of errorFrom().
class FlyClient : public QObject
{
    Q_OBJECT

public:
    FlyClient(FlyEndpoints endpoints, RetryPolicy retry, const Clock &clock, QObject *parent = nullptr);

    //! Any form that SignIn::cleaned() returns: one token or a comma-separated list.
    void setToken(const QString &token);
    [[nodiscard]] const FlyEndpoints &endpoints() const { return m_endpoints; }

    //! POST /v1/apps. `RESOURCE_ALREADY_EXISTS`: the name is taken, perhaps by a stranger.
    [[nodiscard]] Task<Result<void>> createApp(QString name, QString organization, QString network,
                                               std::stop_token stop);
    //! GET /v1/apps/{app}
    [[nodiscard]] Task<Result<FlyApp>> app(QString name, std::stop_token stop);
    //! GET /v1/apps?org_slug=
    [[nodiscard]] Task<Result<QStringList>> apps(QString organization, std::stop_token stop);
    //! DELETE /v1/apps/{app}?force=true: with everything in it
    [[nodiscard]] Task<Result<void>> deleteApp(QString name, std::stop_token stop);

    //! POST /v1/apps/{app}/machines. `name` makes it creatable once; see Machine names in Fly.io's documentation.
    [[nodiscard]] Task<Result<Machine>> createMachine(QString app, QJsonObject body, std::stop_token stop);
    //! GET /v1/apps/{app}/machines/{id}
    [[nodiscard]] Task<Result<Machine>> machine(QString app, QString id, std::stop_token stop);
    //! GET /v1/apps/{app}/machines
    [[nodiscard]] Task<Result<std::vector<Machine>>> machines(QString app, std::stop_token stop);
    //! POST /v1/apps/{app}/machines/{id}/start
    [[nodiscard]] Task<Result<void>> startMachine(QString app, QString id, std::stop_token stop);
    //! POST /v1/apps/{app}/machines/{id}/stop: with SIGTERM and 10 s; or SIGKILL at once
    [[nodiscard]] Task<Result<void>> stopMachine(QString app, QString id, bool kill, std::stop_token stop);
    //! POST /v1/apps/{app}/machines/{id}/suspend
    [[nodiscard]] Task<Result<void>> suspendMachine(QString app, QString id, std::stop_token stop);
    //! POST /v1/apps/{app}/machines/{id}/restart?timeout=10s
    [[nodiscard]] Task<Result<void>> restartMachine(QString app, QString id, std::stop_token stop);
    //! DELETE /v1/apps/{app}/machines/{id}?force=true
    [[nodiscard]] Task<Result<void>> deleteMachine(QString app, QString id, std::stop_token stop);
    //! GET /v1/apps/{app}/machines/{id}/wait: up to 60 s; `NETWORK_TIMEOUT` with HTTP status 408 means "not yet"
    [[nodiscard]] Task<Result<void>> waitForMachine(QString app, QString id, QString instanceId, QString state,
                                                    std::stop_token stop);
    //! GET /v1/apps/{app}/machines/{id}/metadata
    [[nodiscard]] Task<Result<QMap<QString, QString>>> metadata(QString app, QString id, std::stop_token stop);
    //! POST /v1/apps/{app}/machines/{id}/metadata/{key}: no new version, no restart
    [[nodiscard]] Task<Result<void>> setMetadata(QString app, QString id, QString key, QString value,
                                                 std::stop_token stop);

    //! POST /v1/apps/{app}/volumes. `guest`: the machine it is for, so that its host has room for both.
    [[nodiscard]] Task<Result<Volume>> createVolume(QString app, QString name, QString region, int sizeGb,
                                                    QJsonObject guest, std::stop_token stop);
    //! GET /v1/apps/{app}/volumes
    [[nodiscard]] Task<Result<std::vector<Volume>>> volumes(QString app, std::stop_token stop);
    //! DELETE /v1/apps/{app}/volumes/{id}. `RESOURCE_WRONG_STATE` while a machine holds it.
    [[nodiscard]] Task<Result<void>> deleteVolume(QString app, QString id, std::stop_token stop);

    //! POST /v1/apps/{app}/ip_assignments
    [[nodiscard]] Task<Result<IpAssignment>> assignAddress(QString app, AddressType type, std::stop_token stop);
    //! GET /v1/apps/{app}/ip_assignments
    [[nodiscard]] Task<Result<std::vector<IpAssignment>>> addresses(QString app, std::stop_token stop);
    //! DELETE /v1/apps/{app}/ip_assignments/{ip}
    [[nodiscard]] Task<Result<void>> releaseAddress(QString app, QString ip, std::stop_token stop);

    //! POST /v1/apps/{app}/secrets; returns the version from which machines see them, 0 when not told
    [[nodiscard]] Task<Result<qint64>> setSecrets(QString app, QMap<QString, QString> values, std::stop_token stop);

    //! GET /v1/orgs/{slug}/machines: one page, seconds behind
    [[nodiscard]] Task<Result<MachinePage>> orgMachines(QString organization, OrgQuery query, std::stop_token stop);
    //! GET /v1/orgs/{slug}/volumes: one page, seconds behind
    [[nodiscard]] Task<Result<VolumePage>> orgVolumes(QString organization, OrgQuery query, std::stop_token stop);
    //! GET /v1/platform/regions
    [[nodiscard]] Task<Result<RegionList>> regions(std::stop_token stop);
    //! GET /v1/tokens/current: for macaroons only
    [[nodiscard]] Task<Result<std::vector<TokenInfo>>> tokens(std::stop_token stop);

    //! GraphQL `viewer`: the e-mail address; empty for tokens that are nobody's
    [[nodiscard]] Task<Result<QString>> viewer(std::stop_token stop);
    //! GraphQL `organizations`
    [[nodiscard]] Task<Result<std::vector<OrganizationRef>>> organizations(std::stop_token stop);
    //! GraphQL `app(name) { appUrl }`
    [[nodiscard]] Task<Result<QUrl>> appUrl(QString app, std::stop_token stop);

private:
    //! What a failure allows us to do without being asked.
    enum class Repeat {
        Freely, //!< doing it twice is doing it once
        WhenNotDone, //!< only after answers that say it was not carried out
    };
    struct Call {
        QByteArray verb = "GET";
        QString path = {}; //!< below the API's address, with /v1
        QList<std::pair<QString, QString>> query = {};
        QJsonObject body = {};
        std::chrono::milliseconds deadline = std::chrono::seconds(30);
        Repeat repeat = Repeat::Freely;
        std::stop_token stop = {};
    };
    [[nodiscard]] Task<Result<QByteArray>> send(Call call);
    //! Sends, and reads the answer.
    template <typename T>
    [[nodiscard]] Task<Result<T>> ask(Call call, Result<T> (*parse)(const QByteArray &));
    [[nodiscard]] Task<Result<void>> command(Call call);
    [[nodiscard]] Task<Result<QByteArray>> attempt(HttpRequest request, QString path);
    //! Attempts, and repeats as `repeat` allows. `path` is for the log.
    [[nodiscard]] Task<Result<QByteArray>> persist(HttpRequest request, QString path, Repeat repeat);
    [[nodiscard]] Task<Result<QJsonObject>> graphql(QString query, QJsonObject variables, std::stop_token stop);
    [[nodiscard]] HttpRequest requestFor(const Call &call) const;
    [[nodiscard]] static Call machineCommand(const QString &app, const QString &id, const QString &action,
                                             std::stop_token stop);

    FlyEndpoints m_endpoints;
    RetryPolicy m_retry;
    const Clock &m_clock;
    HttpClient m_http;
    HttpClient m_waiting; //!< long waits, on connections of their own
    QByteArray m_authorization;
    QByteArray m_graphqlAuthorization;
    bool m_hasWorked = false; //!< the token was accepted at least once
    QDateTime m_pausedUntil; //!< a 429 pauses everything, not one request
};

//! The value of the Authorization header for the Machines API: only macaroons if there are any, else the first token.
[[nodiscard]] QByteArray machinesAuthorization(const QString &token);
//! The same for GraphQL, which takes them all together.
[[nodiscard]] QByteArray graphqlAuthorization(const QString &token);

} // namespace swarm
