#include "fly/simulator/hostcertificate.h"

#include <QRegularExpression>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm::simulator {

constexpr qint64 looksByItselfAfterMs = std::chrono::milliseconds(5s).count();
constexpr qint64 lifeOfCertificateMs = std::chrono::milliseconds(24h * 90).count();

void HostCertificate::look(qint64 pointsHereSince, qint64 now, bool isCheck)
{
    pointsHere = pointsHereSince > 0;
    isValidated = isValidated && pointsHere;
    if (!pointsHere) {
        failedAt = isCheck ? now : failedAt;
        return;
    }
    const auto dueAt = std::max(pointsHereSince, askedAt) + looksByItselfAfterMs;
    if (!isCheck && now < dueAt)
        return;
    failedAt = 0;
    isValidated = true;
    isOwned = true;
    if (isAcmeRequested && issuedAt == 0) {
        issuedAt = std::min(now, dueAt);
        updatedAt = issuedAt;
    }
}

void HostCertificate::requestAcme(qint64 now)
{
    isAcmeRequested = true;
    askedAt = now;
    updatedAt = now;
}

void HostCertificate::upload(const CustomCertificate &certificate)
{
    custom = certificate;
    askedAt = certificate.createdAt;
    updatedAt = certificate.createdAt;
}

void HostCertificate::removeAcme(qint64 now)
{
    isAcmeRequested = false;
    issuedAt = 0;
    updatedAt = now;
}

void HostCertificate::removeCustom(qint64 now)
{
    custom.reset();
    updatedAt = now;
}

QString HostCertificate::status() const
{
    if (!pointsHere)
        return u"Awaiting configuration"_s;
    return isServed() ? u"Ready"_s : u"Awaiting certificates"_s;
}

qint64 HostCertificate::expiresAt() const
{
    return issuedAt + lifeOfCertificateMs;
}

QJsonObject HostCertificate::toJson() const
{
    QJsonObject json{{u"hostname"_s, hostname},        {u"acme_requested"_s, isAcmeRequested},
                     {u"created_at"_s, createdAt},     {u"updated_at"_s, updatedAt},
                     {u"asked_at"_s, askedAt},         {u"issued_at"_s, issuedAt},
                     {u"failed_at"_s, failedAt},       {u"points_here"_s, pointsHere},
                     {u"is_validated"_s, isValidated}, {u"is_owned"_s, isOwned}};
    if (custom) {
        json.insert(u"custom"_s,
                    QJsonObject{{u"issuer"_s, custom->issuer},
                                {u"type"_s, custom->type},
                                {u"created_at"_s, custom->createdAt},
                                {u"expires_at"_s, custom->expiresAt}});
    }
    return json;
}

HostCertificate HostCertificate::fromJson(const QJsonObject &json)
{
    HostCertificate certificate{.hostname = json[u"hostname"].toString(),
                                .isAcmeRequested = json[u"acme_requested"].toBool(),
                                .createdAt = json[u"created_at"].toInteger(),
                                .updatedAt = json[u"updated_at"].toInteger(),
                                .askedAt = json[u"asked_at"].toInteger(),
                                .issuedAt = json[u"issued_at"].toInteger(),
                                .failedAt = json[u"failed_at"].toInteger(),
                                .pointsHere = json[u"points_here"].toBool(),
                                .isValidated = json[u"is_validated"].toBool(),
                                .isOwned = json[u"is_owned"].toBool()};
    if (const auto custom = json[u"custom"].toObject(); !custom.isEmpty()) {
        certificate.custom = CustomCertificate{.issuer = custom[u"issuer"].toString(),
                                               .type = custom[u"type"].toString(),
                                               .createdAt = custom[u"created_at"].toInteger(),
                                               .expiresAt = custom[u"expires_at"].toInteger()};
    }
    return certificate;
}

bool isHostname(const QString &text)
{
    constexpr qsizetype longest = 253;
    static const QRegularExpression allowed(
        uR"(^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])\z)"_s,
        QRegularExpression::DontCaptureOption);
    // Fly's own names are not for customers to ask certificates for.
    return text.size() <= longest && allowed.match(text).hasMatch() && !text.endsWith(".fly.dev"_L1);
}

} // namespace swarm::simulator
