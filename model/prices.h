#pragma once

#include "model/size.h"

#include <QDate>
#include <QHash>
#include <QString>

namespace swarm {

//! Where a byte leaves Fly.io's network, as far as its price goes.
enum class TrafficArea { NorthAmericaAndEurope, AsiaPacificAndSouthAmerica, AfricaAndIndia };

[[nodiscard]] TrafficArea trafficArea(const QString &region);

//! Fly.io's list prices in US dollars before tax, as they were from one day on. The first regions of the list, iad and
//! ewr, have the factor 1; so does any that is not listed.
struct PriceTable {
    struct Cpu {
        double perSecond = 0;
        double includedGb = 0; //!< memory that comes with each CPU

        bool operator==(const Cpu &) const = default;
    };
    struct Traffic {
        double northAmericaAndEurope = 0;
        double asiaPacificAndSouthAmerica = 0;
        double africaAndIndia = 0;

        bool operator==(const Traffic &) const = default;
    };

    QDate validFrom = {};
    Cpu sharedCpu = {};
    Cpu performanceCpu = {};
    double memoryPerGbSecond = 0; //!< beyond what comes with the CPUs
    QHash<QString, double> regionFactors = {}; //!< for CPUs and memory only
    double diskPerGbMonth = 0;
    double stoppedRootPerGbMonth = 0; //!< the image's own file system while the machine is stopped or suspended
    double snapshotPerGbMonth = 0;
    double freeSnapshotGb = 0;
    double dedicatedV4PerMonth = 0;
    double egressAddressPerHour = 0;
    int freeCertificates = 0;
    double certificatePerMonth = 0;
    double wildcardPerMonth = 0;
    Traffic trafficPerGb = {};

    bool operator==(const PriceTable &) const = default;

    //! The prices of a day. Days before the oldest table get the oldest one.
    [[nodiscard]] static const PriceTable &at(QDate day);
    //! The prices of today.
    [[nodiscard]] static const PriceTable &current();
};

//! What things cost. A month has 30 days, as in Fly.io's own calculator. These are estimates: say "about" wherever they
//! are shown, and give PriceTable::validFrom beside them.

//! A running machine, per hour.
[[nodiscard]] double computePerHour(const Size &size, const QString &region,
                                    const PriceTable &prices = PriceTable::current());
//! A running machine that never sleeps.
[[nodiscard]] double computePerMonth(const Size &size, const QString &region,
                                     const PriceTable &prices = PriceTable::current());
//! A disk, whether the machine runs or not.
[[nodiscard]] double diskPerMonth(int sizeGb, const PriceTable &prices = PriceTable::current());
//! A machine that is stopped or suspended, by the size of its image.
[[nodiscard]] double sleepingPerMonth(double rootGb, const PriceTable &prices = PriceTable::current());
//! All snapshots of an organization together: it has one free allowance.
[[nodiscard]] double snapshotsPerMonth(double storedGb, const PriceTable &prices = PriceTable::current());
//! All certificates of an organization together.
[[nodiscard]] double certificatesPerMonth(int hostnames, int wildcards,
                                          const PriceTable &prices = PriceTable::current());
[[nodiscard]] double dedicatedV4PerMonth(const PriceTable &prices = PriceTable::current());
[[nodiscard]] double egressAddressPerMonth(const PriceTable &prices = PriceTable::current());
//! What leaves a machine for the internet.
[[nodiscard]] double trafficCost(double gb, const QString &region, const PriceTable &prices = PriceTable::current());
//! The day from which today's prices are valid.
[[nodiscard]] QDate pricesValidFrom();

} // namespace swarm
