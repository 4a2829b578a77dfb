#pragma once

#include "model/prices.h"

#include <optional>
#include <utility>
#include <vector>

namespace swarm {

//! Prices that somebody knows better than we do: those that are given, and nothing about the others.
struct PriceOverride {
    using Price = double &(*)(PriceTable &); //!< where a price stands in a table

    QDate validFrom = {}; //!< invalid: whenever
    std::vector<std::pair<Price, double>> prices = {};
    QHash<QString, double> regionFactors = {}; //!< each replaces one, or adds one
    std::optional<int> freeCertificates = {};

    bool operator==(const PriceOverride &) const = default;

    [[nodiscard]] bool isEmpty() const { return *this == PriceOverride(); }
};

//! The prices of every day: the built-in ones, and over them what somebody knows better. What wants a PriceTable gets
//! it from here, so that one file changes every figure.
class PriceBook
{
public:
    PriceBook() = default;
    explicit PriceBook(PriceOverride better);

    [[nodiscard]] PriceTable at(QDate day) const;
    [[nodiscard]] PriceTable current() const;

private:
    PriceOverride m_better;
};

} // namespace swarm
