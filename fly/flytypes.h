#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <vector>

namespace swarm {

//! Fly.io's things as its API describes them; only what we use is taken apart. Times that Fly.io gives as the year 1
//! mean "unknown" and are invalid here.

struct FlyApp {
    QString id = {};
    QString name = {};
    QString organization = {}; //!< slug
    QString network = {};
    QString status = {}; //!< says nothing about health: "deployed" once it has had a machine
    int machineCount = 0;
    int volumeCount = 0;
};

struct Machine {
    QString id = {};
    QString app = {}; //!< in organization-wide lists only
    QString name = {};
    QString state = {};
    QString region = {};
    QString instanceId = {}; //!< the version: changes with each update
    QJsonObject config = {}; //!< empty when its host is away; whole, with what we do not know
    QJsonObject incompleteConfig = {}; //!< what Fly.io remembers of it while its host is away
    QJsonObject imageRef = {};
    QJsonArray events = {}; //!< newest first
    QJsonArray checks = {};
    QString hostStatus = {};
    QString privateIp = {};
    QString leaseNonce = {}; //!< of a lease that was taken with the creation
    bool isCordoned = false;
    QDateTime createdAt = {};
    QDateTime updatedAt = {};
};

//! One page of an organization's list.
template <typename T> struct OrgPage {
    std::vector<T> rows = {};
    QString nextCursor = {}; //!< empty on the last page
    QDateTime lastUpdatedAt = {};
    QStringList errorRegions = {}; //!< did not answer: what lies there is missing, not gone
};

//! An earlier whole configuration.
struct MachineVersion {
    QString version = {}; //!< the instance id of then
    QJsonObject config = {};
};

struct Process {
    int pid = 0;
    QString command = {};
    QString directory = {};
    double cpu = 0;
    qint64 residentKb = 0;
    QStringList listens = {}; //!< "tcp 0.0.0.0:8080"
};

struct ExecResult {
    int exitCode = 0;
    int exitSignal = 0; //!< 0: none
    QByteArray output = {};
    QByteArray errors = {};
};

//! The right to change a machine alone, for a while.
struct Lease {
    QString nonce = {};
    QString owner = {};
    QString description = {};
    QDateTime expiresAt = {};
};

struct Volume {
    QString id = {};
    QString app = {}; //!< in organization-wide lists only
    QString name = {};
    QString state = {};
    QString region = {};
    QString zone = {}; //!< stands for the host
    QString attachedMachine = {};
    int sizeGb = 0;
    bool isEncrypted = true;
    int snapshotRetention = 0; //!< days, for snapshots to come
    bool hasAutoBackup = true;
    qint64 bytesUsed = 0; //!< both are 0, meaning unknown, until it has been mounted
    qint64 bytesTotal = 0;
    QString hostStatus = {};
    QDateTime createdAt = {};

    //! Goes away by itself; neither shown nor billed.
    [[nodiscard]] bool isDying() const;
};

struct VolumeExtension {
    Volume volume = {};
    bool needsRestart = false; //!< old machines see the new space only then
};

struct Snapshot {
    enum class State { Pending, Running, Created, Failed, Unknown };

    QString id = {};
    State state = State::Unknown;
    qint64 bytes = 0; //!< stored; 0 while it runs
    qint64 volumeBytes = 0;
    int retentionDays = 0;
    QDateTime createdAt = {}; //!< invalid while it runs
};

struct IpAssignment {
    QString ip = {};
    QString type = {}; //!< "shared_v4" and the like; empty when Fly.io did not say
    QString region = {};
    QString network = {}; //!< of a private address; empty: public
    QString service = {};
    bool isShared = false;
    QDateTime createdAt = {};
};

//! What has to stand in the DNS for a certificate, and what does.
struct DnsRecord {
    QString name = {};
    QString type = {}; //!< A, AAAA, CNAME, TXT
    QString value = {};
};

struct Certificate {
    QString hostname = {};
    QString status = {}; //!< Fly.io's word
    bool isConfigured = false; //!< the DNS is as it should be
    QString dnsProvider = {};
    std::vector<DnsRecord> records = {}; //!< to set; empty in lists
    QStringList problems = {};
    QDateTime expiresAt = {}; //!< of the one issued
};

struct CertificatePage {
    std::vector<Certificate> certificates = {};
    QString nextCursor = {};
    int total = 0;
};

struct AppSecret {
    QString name = {};
    QString digest = {};
    QString value = {}; //!< whether Fly.io ever gives it is not known
    QDateTime updatedAt = {};
};

//! Where there is room.
struct Placement {
    QString region = {};
    int count = 0; //!< machines of the size asked about
};

struct OrganizationRef {
    QString id = {}; //!< for GraphQL
    QString slug = {};
    QString name = {};
};

//! What `GET /v1/tokens/current` tells about a macaroon.
struct TokenInfo {
    QString organization = {}; //!< slug
    QString user = {};
    QStringList apps = {}; //!< not empty: these only
};

//! What `POST /v1/tokens/authenticate` tells about the limits of a macaroon.
struct TokenLimits {
    bool isReadOnly = false;
    QDateTime validUntil = {}; //!< invalid: not said
};

//! One page of an organization's apps, or of all that the token reaches.
struct AppPage {
    struct Row {
        QString name = {};
        QString organization = {}; //!< slug
        QString network = {};
    };
    std::vector<Row> apps = {};
    QString nextCursor = {}; //!< empty on the last page
};

//! A size by name, with Fly.io's own price: without region factor.
struct SizePrice {
    QString name = {};
    double cpus = 0;
    int memoryMb = 0;
    double perMonth = 0; //!< US dollars
    double perSecond = 0;
};

//! A token that was made for one purpose.
struct LimitedToken {
    QString id = {};
    QString name = {};
    QString header = {}; //!< the secret itself, ready to send; only when just made
    QDateTime expiresAt = {};
};

//! A sign-in that waits for the user's browser.
struct LoginSession {
    QString id = {};
    QString url = {}; //!< to open in the browser
    bool usesPkce = false; //!< else the token is polled for
};

} // namespace swarm
