#include "fly/flyparser.h"
#include "fly/jsonread.h"

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

void addRecords(std::vector<DnsRecord> *records, const QString &name, const QString &type, const QStringList &values)
{
    for (const auto &value : values) {
        if (!value.isEmpty())
            records->push_back({.name = name, .type = type, .value = value});
    }
}

std::vector<DnsRecord> recordsFrom(const QString &hostname, const QJsonObject &required)
{
    std::vector<DnsRecord> records;
    addRecords(&records, hostname, u"A"_s, stringsFrom(required["a"_L1]));
    addRecords(&records, hostname, u"AAAA"_s, stringsFrom(required["aaaa"_L1]));
    addRecords(&records, hostname, u"CNAME"_s, {required["cname"_L1].toString()});
    const auto challenge = required["acme_challenge"_L1];
    addRecords(&records, challenge["name"_L1].toString(), u"CNAME"_s, {challenge["target"_L1].toString()});
    const auto ownership = required["ownership"_L1];
    addRecords(&records, ownership["name"_L1].toString(), u"TXT"_s, {ownership["app_value"_L1].toString()});
    return records;
}

Result<Certificate> oneCertificate(const QJsonObject &json)
{
    Certificate certificate{.hostname = json["hostname"_L1].toString(),
                            .status = json["status"_L1].toString(),
                            .isConfigured = json["configured"_L1].toBool(),
                            .dnsProvider = json["dns_provider"_L1].toString()};
    if (certificate.hostname.isEmpty())
        return nonsense(u"a certificate with a host name"_s);
    certificate.records = recordsFrom(certificate.hostname, json["dns_requirements"_L1].toObject());
    for (const auto &problem : json["validation_errors"_L1].toArray())
        certificate.problems << problem[u"message"_s].toString();
    for (const auto &entry : json["certificates"_L1].toArray()) {
        const auto expires = timeFrom(entry[u"expires_at"_s]);
        if (expires.isValid())
            certificate.expiresAt = expires;
    }
    return certificate;
}

} // namespace

Result<Certificate> certificateFrom(const QByteArray &body)
{
    return thingFrom(body, oneCertificate);
}

Result<CertificatePage> certificatePageFrom(const QByteArray &body)
{
    const auto json = objectFrom(body);
    if (!json)
        return std::unexpected(json.error());
    if (!json->contains(u"certificates"_s))
        return nonsense(u"a page of certificates"_s);
    auto certificates = listFrom((*json)["certificates"_L1], u"certificates"_s, oneCertificate);
    if (!certificates)
        return std::unexpected(certificates.error());
    return CertificatePage{.certificates = std::move(*certificates),
                           .nextCursor = (*json)["next_cursor"_L1].toString(),
                           .total = (*json)["total_count"_L1].toInt()};
}

} // namespace swarm
