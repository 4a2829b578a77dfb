#include "fly/simulator/certificateview.h"

#include "fly/simulator/clock.h"

#include <QCryptographicHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

static QJsonArray addressesOf(const App &app, const QStringList &types)
{
    QJsonArray list;
    for (const auto &address : app.addresses) {
        if (types.contains(address.type))
            list.append(address.ip);
    }
    return list;
}

static QJsonArray fourOf(const App &app)
{
    return addressesOf(app, {u"v4"_s, u"shared_v4"_s});
}

static QJsonArray sixOf(const App &app)
{
    return addressesOf(app, {u"v6"_s});
}

//! The same word each time, that tells nothing about what it is made from.
static QString wordFor(const QString &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().left(7));
}

static QString withoutWildcard(const QString &hostname)
{
    return hostname.startsWith("*."_L1) ? hostname.mid(2) : hostname;
}

static QString challengeTarget(const App &app, const QString &hostname)
{
    return u"%1.%2.flydns.net"_s.arg(withoutWildcard(hostname), wordFor(app.id));
}

static QString ownershipValue(const App &app)
{
    return u"app-"_s + wordFor(app.id);
}

static QJsonObject requirements(const App &app, const QString &hostname)
{
    const auto plain = withoutWildcard(hostname);
    return {{u"a"_s, fourOf(app)},
            {u"aaaa"_s, sixOf(app)},
            {u"cname"_s, app.name + u".fly.dev"_s},
            {u"acme_challenge"_s,
             QJsonObject{{u"name"_s, u"_acme-challenge."_s + plain}, {u"target"_s, challengeTarget(app, hostname)}}},
            {u"ownership"_s,
             QJsonObject{{u"name"_s, u"_fly-ownership."_s + plain},
                         {u"app_value"_s, ownershipValue(app)},
                         {u"org_value"_s, u"org-"_s + wordFor(u"personal"_s)}}}};
}

static QJsonObject records(const App &app, const HostCertificate &certificate)
{
    const bool pointsHere = certificate.pointsHere;
    auto resolved = fourOf(app);
    for (const auto &address : sixOf(app))
        resolved.append(address);
    return {{u"a"_s, pointsHere ? fourOf(app) : QJsonArray()},
            {u"aaaa"_s, pointsHere ? sixOf(app) : QJsonArray()},
            {u"cname"_s, QJsonArray()},
            {u"resolved_addresses"_s, pointsHere ? resolved : QJsonArray()},
            {u"acme_challenge_cname"_s, pointsHere ? challengeTarget(app, certificate.hostname) : QString()},
            {u"ownership_txt"_s, pointsHere ? ownershipValue(app) : QString()},
            {u"soa"_s, u"ns1.%1"_s.arg(withoutWildcard(certificate.hostname).section(u'.', -2))}};
}

static QJsonObject validation(const HostCertificate &certificate)
{
    return {{u"alpn_configured"_s, certificate.isValidated},
            {u"http_configured"_s, certificate.isValidated},
            {u"dns_configured"_s, certificate.isValidated},
            {u"ownership_txt_configured"_s, certificate.isValidated}};
}

static QJsonArray validationErrors(const HostCertificate &certificate)
{
    if (certificate.failedAt == 0)
        return {};
    return {QJsonObject{{u"code"_s, u"dns_not_configured"_s},
                        {u"message"_s, u"%1 does not point to this app"_s.arg(certificate.hostname)},
                        {u"remediation"_s, u"Set the DNS records that dns_requirements names"_s},
                        {u"timestamp"_s, rfc3339(certificate.failedAt)}}};
}

static QJsonObject issuedView(const QString &type, const QString &authority, qint64 expiresAt)
{
    return {{u"type"_s, type}, {u"certificate_authority"_s, authority}, {u"expires_at"_s, rfc3339(expiresAt)}};
}

static QJsonObject flyEntry(const HostCertificate &certificate)
{
    if (!certificate.hasIssued())
        return {{u"source"_s, u"fly"_s}, {u"status"_s, u"pending_validation"_s}, {u"issued"_s, QJsonArray()}};
    const auto authority = u"Let's Encrypt"_s;
    const auto expiresAt = certificate.expiresAt();
    return {{u"source"_s, u"fly"_s},
            {u"status"_s, u"active"_s},
            {u"issuer"_s, authority},
            {u"created_at"_s, rfc3339(certificate.issuedAt)},
            {u"expires_at"_s, rfc3339(expiresAt)},
            {u"issued"_s,
             QJsonArray{issuedView(u"rsa"_s, authority, expiresAt), issuedView(u"ecdsa"_s, authority, expiresAt)}}};
}

static QJsonObject customEntry(const HostCertificate &certificate)
{
    const auto &custom = *certificate.custom;
    return {{u"source"_s, u"custom"_s},
            {u"status"_s, certificate.hasActiveCustom() ? u"active"_s : u"pending_ownership"_s},
            {u"issuer"_s, custom.issuer},
            {u"created_at"_s, rfc3339(custom.createdAt)},
            {u"expires_at"_s, rfc3339(custom.expiresAt)},
            {u"issued"_s, QJsonArray{issuedView(custom.type, custom.issuer, custom.expiresAt)}}};
}

static QJsonArray entries(const HostCertificate &certificate)
{
    QJsonArray list;
    if (certificate.isAcmeRequested)
        list.append(flyEntry(certificate));
    if (certificate.custom)
        list.append(customEntry(certificate));
    return list;
}

QJsonObject certificateSummary(const HostCertificate &certificate)
{
    return {{u"hostname"_s, certificate.hostname},
            {u"status"_s, certificate.status()},
            {u"configured"_s, certificate.pointsHere},
            {u"acme_requested"_s, certificate.isAcmeRequested},
            {u"acme_alpn_configured"_s, certificate.isValidated},
            {u"acme_http_configured"_s, certificate.isValidated},
            {u"acme_dns_configured"_s, certificate.isValidated},
            {u"ownership_txt_configured"_s, certificate.isValidated},
            {u"has_fly_certificate"_s, certificate.hasIssued()},
            {u"has_custom_certificate"_s, certificate.custom.has_value()},
            {u"dns_provider"_s, QString()},
            {u"created_at"_s, rfc3339(certificate.createdAt)},
            {u"updated_at"_s, rfc3339(certificate.updatedAt)}};
}

QJsonObject certificateDetail(const App &app, const HostCertificate &certificate)
{
    return {{u"hostname"_s, certificate.hostname},
            {u"status"_s, certificate.status()},
            {u"configured"_s, certificate.pointsHere},
            {u"acme_requested"_s, certificate.isAcmeRequested},
            {u"certificates"_s, entries(certificate)},
            {u"dns_provider"_s, QString()},
            {u"dns_requirements"_s, requirements(app, certificate.hostname)},
            {u"validation"_s, validation(certificate)},
            {u"validation_errors"_s, validationErrors(certificate)}};
}

QJsonObject certificateCheck(const App &app, const HostCertificate &certificate)
{
    auto view = certificateDetail(app, certificate);
    view.insert(u"dns_records"_s, records(app, certificate));
    return view;
}

} // namespace swarm::simulator
