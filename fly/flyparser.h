#pragma once

#include "fly/flytypes.h"
#include "model/error.h"
#include "model/logline.h"
#include "model/region.h"
#include "model/series.h"

#include <QByteArray>
#include <QUrl>

namespace swarm {

//! From bytes to Fly.io's things. `BAD_REPLY` when the bytes are something else; members of a wrong type count as
//! absent, things without what names them are nonsense. All are free of side effects and may run on any thread.

[[nodiscard]] Result<QJsonObject> objectFrom(const QByteArray &body);
//! For calls that are answered with no more than "done": nothing at all, or any JSON.
[[nodiscard]] Result<void> doneFrom(const QByteArray &body);

[[nodiscard]] Result<FlyApp> appFrom(const QByteArray &body);
[[nodiscard]] Result<std::vector<FlyApp>> appsFrom(const QByteArray &body);
[[nodiscard]] Result<QString> deployTokenFrom(const QByteArray &body);

[[nodiscard]] Result<Machine> machineFrom(const QByteArray &body);
[[nodiscard]] Result<std::vector<Machine>> machinesFrom(const QByteArray &body);
[[nodiscard]] Result<OrgPage<Machine>> machinePageFrom(const QByteArray &body);
[[nodiscard]] Result<QMap<QString, QString>> metadataFrom(const QByteArray &body);
[[nodiscard]] Result<QString> metadataValueFrom(const QByteArray &body);
[[nodiscard]] Result<Lease> leaseFrom(const QByteArray &body);
[[nodiscard]] Result<ExecResult> execResultFrom(const QByteArray &body);
[[nodiscard]] Result<std::vector<Process>> processesFrom(const QByteArray &body);
[[nodiscard]] Result<QJsonArray> eventsFrom(const QByteArray &body);
[[nodiscard]] Result<std::vector<MachineVersion>> versionsFrom(const QByteArray &body);

[[nodiscard]] Result<Volume> volumeFrom(const QByteArray &body);
[[nodiscard]] Result<std::vector<Volume>> volumesFrom(const QByteArray &body);
[[nodiscard]] Result<OrgPage<Volume>> volumePageFrom(const QByteArray &body);
[[nodiscard]] Result<VolumeExtension> extensionFrom(const QByteArray &body);
//! The id of a snapshot that was just begun, in the live service's envelope or bare.
[[nodiscard]] Result<QString> newSnapshotFrom(const QByteArray &body);
[[nodiscard]] Result<std::vector<Snapshot>> snapshotsFrom(const QByteArray &body);

[[nodiscard]] Result<std::vector<IpAssignment>> addressesFrom(const QByteArray &body);
//! Two for a pair.
[[nodiscard]] Result<std::vector<IpAssignment>> newAddressesFrom(const QByteArray &body);
[[nodiscard]] Result<Certificate> certificateFrom(const QByteArray &body);
[[nodiscard]] Result<CertificatePage> certificatePageFrom(const QByteArray &body);
[[nodiscard]] Result<std::vector<AppSecret>> secretsFrom(const QByteArray &body);
[[nodiscard]] Result<AppSecret> secretFrom(const QByteArray &body);
//! The version from which machines see what was set; 0 when not told.
[[nodiscard]] Result<qint64> secretsVersionFrom(const QByteArray &body);

[[nodiscard]] Result<RegionList> regionsFrom(const QByteArray &body);
[[nodiscard]] Result<std::vector<Placement>> placementsFrom(const QByteArray &body);
[[nodiscard]] Result<std::vector<TokenInfo>> tokensFrom(const QByteArray &body);
[[nodiscard]] Result<TokenLimits> tokenLimitsFrom(const QByteArray &body);

[[nodiscard]] Result<LogPage> logPageFrom(const QByteArray &body);
[[nodiscard]] Result<std::vector<Series>> seriesFrom(const QByteArray &body);
[[nodiscard]] Result<LoginSession> loginSessionFrom(const QByteArray &body);
//! Empty while the user has not answered yet.
[[nodiscard]] Result<QString> accessTokenFrom(const QByteArray &body);

// From the `data` of GraphQL answers.
[[nodiscard]] Result<QString> viewerFrom(const QJsonObject &data);
[[nodiscard]] Result<std::vector<OrganizationRef>> organizationsFrom(const QJsonObject &data);
[[nodiscard]] Result<AppPage> appPageFrom(const QJsonObject &data);
[[nodiscard]] Result<QUrl> appUrlFrom(const QJsonObject &data);
[[nodiscard]] Result<QDateTime> appCreatedAtFrom(const QJsonObject &data);
[[nodiscard]] Result<std::vector<SizePrice>> sizesFrom(const QJsonObject &data);
[[nodiscard]] Result<LimitedToken> newLimitedTokenFrom(const QJsonObject &data);
[[nodiscard]] Result<std::vector<LimitedToken>> limitedTokensFrom(const QJsonObject &data);
[[nodiscard]] Result<void> acknowledgedFrom(const QJsonObject &data);

} // namespace swarm
