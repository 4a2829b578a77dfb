#pragma once

#include "app/ctl/context.h"
#include "model/cost.h"
#include "model/monthlyuse.h"
#include "model/pricebook.h"

namespace swarm::ctl {

//! Addresses, money and leftovers.
class Caring
{
public:
    explicit Caring(Context context)
        : m_context(context)
    {
    }

    [[nodiscard]] Task<int> addresses(Instance instance);
    [[nodiscard]] Task<int> domains(Instance instance);
    //! Of one instance, or of the whole swarm.
    [[nodiscard]] Task<int> cost(std::optional<Instance> instance);
    [[nodiscard]] Task<int> orphans();
    [[nodiscard]] Task<int> adopt();

private:
    [[nodiscard]] Task<int> removeOrphans(std::vector<Orphan> found);
    [[nodiscard]] Task<int> costOfOne(Instance instance);
    [[nodiscard]] Task<int> costOfAll();
    [[nodiscard]] Task<UpTime> upTimeOf(Instance instance);
    //! False when a price file cannot be read at all.
    [[nodiscard]] bool readPrices();
    [[nodiscard]] bool isConfirmed(const Orphan &orphan) const;

    Context m_context;
    PriceBook m_prices;
};

} // namespace swarm::ctl
