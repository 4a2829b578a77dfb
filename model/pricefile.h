#pragma once

#include "model/pricebook.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace swarm {

//! Something in a file of prices that cannot be used. The built-in price stands in its place.
struct PriceProblem {
    enum class Kind {
        Unreadable, //!< the file
        NotJson, //!< the file
        TooNew, //!< the file: a later version of the format
        UnknownMember,
        NotAnObject,
        NotANumber,
        NotAWholeNumber,
        Negative,
        NotADate,
    };

    Kind kind = Kind::Unreadable;
    QString member = {}; //!< "shared_cpu.per_second"; empty when it is about the file
    QString detail = {}; //!< what stands there, or what the system says

    bool operator==(const PriceProblem &) const = default;
};

struct PriceFile {
    PriceOverride prices = {};
    std::vector<PriceProblem> problems = {};

    bool operator==(const PriceFile &) const = default;
};

//! The version of the file's format.
inline constexpr int priceSchema = 1;

//! Reads prices that replace built-in ones: a JSON object in which everything may be left out, in US dollars.
//!
//!     {"schema": 1, "valid_from": "2026-10-01",
//!      "shared_cpu": {"per_second": 8.465e-7, "included_gb": 0.25},
//!      "performance_cpu": {"per_second": 1.2732e-5, "included_gb": 2},
//!      "memory_per_gb_second": 2.316e-6,
//!      "region_factors": {"ams": 1.0385},
//!      "disk_per_gb_month": 0.15, "stopped_root_per_gb_month": 0.15,
//!      "snapshot_per_gb_month": 0.08, "free_snapshot_gb": 10,
//!      "dedicated_v4_per_month": 2, "egress_address_per_hour": 0.005,
//!      "free_certificates": 10, "certificate_per_month": 0.1, "wildcard_per_month": 1,
//!      "traffic_per_gb": {"north_america_and_europe": 0.02, "asia_pacific_and_south_america": 0.04,
//!                         "africa_and_india": 0.12}}
//!
//! Days before `valid_from` keep the built-in prices; without it the file holds for every day. Of `region_factors`,
//! those that are not given stay.
[[nodiscard]] PriceFile priceFileFrom(const QByteArray &json);
[[nodiscard]] PriceFile readPriceFile(const QString &path);

} // namespace swarm
