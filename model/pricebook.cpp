#include "model/pricebook.h"

#include <QDateTime>

namespace swarm {

PriceBook::PriceBook(PriceOverride better)
    : m_better(std::move(better))
{
}

PriceTable PriceBook::at(QDate day) const
{
    auto table = PriceTable::at(day);
    if (m_better.isEmpty() || (m_better.validFrom.isValid() && day < m_better.validFrom))
        return table;
    if (m_better.validFrom.isValid())
        table.validFrom = m_better.validFrom;
    for (const auto &[price, value] : m_better.prices)
        price(table) = value;
    table.regionFactors.insert(m_better.regionFactors);
    table.freeCertificates = m_better.freeCertificates.value_or(table.freeCertificates);
    return table;
}

PriceTable PriceBook::current() const
{
    return at(QDateTime::currentDateTimeUtc().date());
}

} // namespace swarm
