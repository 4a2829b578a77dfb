#include "model/pricefile.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

using Kind = PriceProblem::Kind;

struct KnownPrice {
    QLatin1StringView group; //!< the object it stands in; empty for the file's own
    QLatin1StringView member;
    PriceOverride::Price price;
};

constexpr auto knownPrices = std::to_array<KnownPrice>({
    {"shared_cpu"_L1, "per_second"_L1, [](PriceTable &table) -> double & { return table.sharedCpu.perSecond; }},
    {"shared_cpu"_L1, "included_gb"_L1, [](PriceTable &table) -> double & { return table.sharedCpu.includedGb; }},
    {"performance_cpu"_L1, "per_second"_L1,
     [](PriceTable &table) -> double & { return table.performanceCpu.perSecond; }},
    {"performance_cpu"_L1, "included_gb"_L1,
     [](PriceTable &table) -> double & { return table.performanceCpu.includedGb; }},
    {""_L1, "memory_per_gb_second"_L1, [](PriceTable &table) -> double & { return table.memoryPerGbSecond; }},
    {""_L1, "disk_per_gb_month"_L1, [](PriceTable &table) -> double & { return table.diskPerGbMonth; }},
    {""_L1, "stopped_root_per_gb_month"_L1, [](PriceTable &table) -> double & { return table.stoppedRootPerGbMonth; }},
    {""_L1, "snapshot_per_gb_month"_L1, [](PriceTable &table) -> double & { return table.snapshotPerGbMonth; }},
    {""_L1, "free_snapshot_gb"_L1, [](PriceTable &table) -> double & { return table.freeSnapshotGb; }},
    {""_L1, "dedicated_v4_per_month"_L1, [](PriceTable &table) -> double & { return table.dedicatedV4PerMonth; }},
    {""_L1, "egress_address_per_hour"_L1, [](PriceTable &table) -> double & { return table.egressAddressPerHour; }},
    {""_L1, "certificate_per_month"_L1, [](PriceTable &table) -> double & { return table.certificatePerMonth; }},
    {""_L1, "wildcard_per_month"_L1, [](PriceTable &table) -> double & { return table.wildcardPerMonth; }},
    {"traffic_per_gb"_L1, "north_america_and_europe"_L1,
     [](PriceTable &table) -> double & { return table.trafficPerGb.northAmericaAndEurope; }},
    {"traffic_per_gb"_L1, "asia_pacific_and_south_america"_L1,
     [](PriceTable &table) -> double & { return table.trafficPerGb.asiaPacificAndSouthAmerica; }},
    {"traffic_per_gb"_L1, "africa_and_india"_L1,
     [](PriceTable &table) -> double & { return table.trafficPerGb.africaAndIndia; }},
});

QString textOf(const QJsonValue &value)
{
    return value.isString() ? value.toString() : value.toVariant().toString();
}

//! Reads one file, member by member.
class Reader
{
public:
    [[nodiscard]] PriceFile read(const QJsonObject &json)
    {
        const auto schema = json["schema"_L1];
        if (!schema.isUndefined() && schema.toInt(priceSchema) > priceSchema) {
            addProblem(Kind::TooNew, {}, schema);
            return std::move(m_file);
        }
        for (auto member = json.begin(); member != json.end(); ++member)
            readMember(member.key(), member.value());
        return std::move(m_file);
    }

private:
    void readMember(const QString &name, const QJsonValue &value)
    {
        if (name == "schema"_L1)
            static_cast<void>(number(name, value)); // compared already, if it is one
        else if (name == "valid_from"_L1)
            readDay(name, value);
        else if (name == "free_certificates"_L1)
            readCertificates(name, value);
        else if (name == "region_factors"_L1)
            readRegions(name, value);
        else if (isGroup(name))
            readGroup(name, value);
        else
            readPrice({}, name, value);
    }

    static bool isGroup(const QString &name)
    {
        return !name.isEmpty()
            && std::ranges::any_of(knownPrices, [&](const KnownPrice &known) { return known.group == name; });
    }

    void readGroup(const QString &name, const QJsonValue &value)
    {
        if (!isObject(name, value))
            return;
        const auto members = value.toObject();
        for (auto member = members.begin(); member != members.end(); ++member)
            readPrice(name, member.key(), member.value());
    }

    void readPrice(const QString &group, const QString &name, const QJsonValue &value)
    {
        const auto path = group.isEmpty() ? name : group + u'.' + name;
        const auto known = std::ranges::find_if(
            knownPrices, [&](const KnownPrice &price) { return price.group == group && price.member == name; });
        if (known == knownPrices.end()) {
            addProblem(Kind::UnknownMember, path, value);
            return;
        }
        if (const auto price = number(path, value))
            m_file.prices.prices.emplace_back(known->price, *price);
    }

    void readRegions(const QString &name, const QJsonValue &value)
    {
        if (!isObject(name, value))
            return;
        const auto regions = value.toObject();
        for (auto region = regions.begin(); region != regions.end(); ++region) {
            if (const auto factor = number(name + u'.' + region.key(), region.value()))
                m_file.prices.regionFactors.insert(region.key(), *factor);
        }
    }

    void readCertificates(const QString &name, const QJsonValue &value)
    {
        const auto count = number(name, value);
        if (!count)
            return;
        if (value.toInt(-1) < 0)
            addProblem(Kind::NotAWholeNumber, name, value);
        else
            m_file.prices.freeCertificates = value.toInt();
    }

    void readDay(const QString &name, const QJsonValue &value)
    {
        const auto day = QDate::fromString(value.toString(), Qt::ISODate);
        if (day.isValid())
            m_file.prices.validFrom = day;
        else
            addProblem(Kind::NotADate, name, value);
    }

    bool isObject(const QString &path, const QJsonValue &value)
    {
        if (!value.isObject())
            addProblem(Kind::NotAnObject, path, value);
        return value.isObject();
    }

    std::optional<double> number(const QString &path, const QJsonValue &value)
    {
        if (!value.isDouble() || !std::isfinite(value.toDouble())) {
            addProblem(Kind::NotANumber, path, value);
            return {};
        }
        if (value.toDouble() < 0) {
            addProblem(Kind::Negative, path, value);
            return {};
        }
        return value.toDouble();
    }

    void addProblem(Kind kind, const QString &path, const QJsonValue &value)
    {
        m_file.problems.push_back({.kind = kind, .member = path, .detail = textOf(value)});
    }

    PriceFile m_file;
};

} // namespace

PriceFile priceFileFrom(const QByteArray &json)
{
    QJsonParseError parse;
    const auto document = QJsonDocument::fromJson(json, &parse);
    if (parse.error != QJsonParseError::NoError)
        return {.problems = {{.kind = Kind::NotJson, .detail = parse.errorString()}}};
    if (!document.isObject())
        return {.problems = {{.kind = Kind::NotAnObject}}};
    return Reader().read(document.object());
}

PriceFile readPriceFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {.problems = {{.kind = Kind::Unreadable, .detail = file.errorString()}}};
    const auto content = file.readAll();
    if (file.error() != QFile::NoError)
        return {.problems = {{.kind = Kind::Unreadable, .detail = file.errorString()}}};
    return priceFileFrom(content);
}

} // namespace swarm
