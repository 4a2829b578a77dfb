#include "fly/simulator/app.h"

#include <QCryptographicHash>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

QString Secret::digest() const
{
    return QString::fromLatin1(QCryptographicHash::hash(value.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
}

QString App::status() const
{
    return hadMachine ? u"deployed"_s : u"pending"_s;
}

bool App::hasPublicAddress() const
{
    return std::any_of(addresses.begin(), addresses.end(),
                       [](const Address &a) { return !a.isPrivate() && !a.isEgress(); });
}

QMap<QString, QString> App::secretValues() const
{
    QMap<QString, QString> values;
    for (auto it = secrets.cbegin(); it != secrets.cend(); ++it)
        values.insert(it.key(), it->value);
    return values;
}

QJsonObject App::toJson() const
{
    QJsonArray addressList;
    for (const auto &a : addresses) {
        addressList.append(QJsonObject{{u"id"_s, a.id},
                                       {u"ip"_s, a.ip},
                                       {u"type"_s, a.type},
                                       {u"region"_s, a.region},
                                       {u"network"_s, a.network},
                                       {u"org_slug"_s, a.organization},
                                       {u"service_name"_s, a.service},
                                       {u"machine"_s, a.machine},
                                       {u"created_at"_s, a.createdAt}});
    }
    QJsonObject secretList;
    for (auto it = secrets.cbegin(); it != secrets.cend(); ++it) {
        secretList.insert(
            it.key(),
            QJsonObject{{u"value"_s, it->value}, {u"created_at"_s, it->createdAt}, {u"updated_at"_s, it->updatedAt}});
    }
    QJsonArray certificateList;
    for (const auto &certificate : certificates)
        certificateList.append(certificate.toJson());
    QJsonArray releaseList;
    for (const auto &release : releases)
        releaseList.append(release.toJson());
    QJsonArray buildList;
    for (const auto &build : builds)
        buildList.append(build.toJson());
    return {{u"id"_s, id},
            {u"number"_s, number},
            {u"name"_s, name},
            {u"network"_s, network},
            {u"created_at"_s, createdAt},
            {u"had_machine"_s, hadMachine},
            {u"addresses"_s, addressList},
            {u"secrets"_s, secretList},
            {u"secrets_version"_s, secretsVersion},
            {u"certificates"_s, certificateList},
            {u"releases"_s, releaseList},
            {u"builds"_s, buildList}};
}

App App::fromJson(const QJsonObject &json)
{
    App app{.id = json[u"id"].toString(),
            .number = json[u"number"].toInteger(),
            .name = json[u"name"].toString(),
            .network = json[u"network"].toString(),
            .createdAt = json[u"created_at"].toInteger(),
            .hadMachine = json[u"had_machine"].toBool(),
            .secretsVersion = json[u"secrets_version"].toInt()};
    for (const auto &value : json[u"addresses"].toArray()) {
        const auto a = value.toObject();
        app.addresses.append({.id = a[u"id"].toString(),
                              .ip = a[u"ip"].toString(),
                              .type = a[u"type"].toString(),
                              .region = a[u"region"].toString(),
                              .network = a[u"network"].toString(),
                              .organization = a[u"org_slug"].toString(),
                              .service = a[u"service_name"].toString(),
                              .machine = a[u"machine"].toString(),
                              .createdAt = a[u"created_at"].toInteger()});
    }
    for (const auto &value : json[u"releases"].toArray())
        app.releases.append(Release::fromJson(value.toObject()));
    for (const auto &value : json[u"builds"].toArray())
        app.builds.append(Build::fromJson(value.toObject()));
    const auto secretList = json[u"secrets"].toObject();
    for (auto it = secretList.begin(); it != secretList.end(); ++it) {
        const auto s = it->toObject();
        app.secrets.insert(it.key(),
                           {.value = s[u"value"].toString(),
                            .createdAt = s[u"created_at"].toInteger(),
                            .updatedAt = s[u"updated_at"].toInteger()});
    }
    for (const auto &value : json[u"certificates"].toArray()) {
        const auto certificate = HostCertificate::fromJson(value.toObject());
        app.certificates.insert(certificate.hostname, certificate);
    }
    return app;
}

} // namespace swarm::simulator
