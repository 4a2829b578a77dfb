#include "model/monthcosts.h"

#include "model/ledger.h"
#include "model/pricefile.h"

namespace swarm {
namespace {

using Costs = QHash<InstanceId, UseCost>;

//! Known not to be there, so that the rest is not called a lower bound for what is left out on purpose.
constexpr CostExtras leftOut{.snapshotGb = 0, .freeSnapshotGb = 0, .dedicatedV4 = 0, .rootGb = 0};
constexpr CostExtras notKnown{.rootGb = 0};

} // namespace

//! All that the sum is made of.
struct MonthCosts::Question {
    QString folder = {}; //!< of the ledger
    QHash<InstanceId, Observation> newest = {};
    QDateTime now = {};
    QString priceFile = {};
    std::optional<Extras> extras = {};

    [[nodiscard]] CostExtras extrasOf(const InstanceId &id) const
    {
        if (!extras)
            return leftOut;
        auto known = extras->known.value(id, notKnown);
        known.rootGb = 0;
        return known;
    }
    [[nodiscard]] Costs answer();
};

Costs MonthCosts::Question::answer()
{
    const PriceBook prices(priceFile.isEmpty() ? PriceOverride() : readPriceFile(priceFile).prices);
    if (extras)
        shareFreeSnapshots(extras->known, extras->storedElsewhere, prices.current());
    auto records = readLedger(folder);
    for (auto seen = newest.cbegin(); seen != newest.cend(); ++seen)
        records.histories[seen.key()].push_back(seen.value());
    Costs costs;
    for (auto history = records.histories.cbegin(); history != records.histories.cend(); ++history)
        costs.insert(history.key(), monthToDate(history.value(), now, extrasOf(history.key()), {}, prices));
    return costs;
}

MonthCosts::MonthCosts(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

MonthCosts::~MonthCosts() = default;

void MonthCosts::setLedger(const Ledger *ledger)
{
    m_tasks = std::make_unique<TaskScope>(); // what is being read is about another account
    m_ledger = ledger;
    m_all.clear();
    m_whole = {};
    m_isKnown = false;
    Q_EMIT changed();
    if (m_ledger)
        read();
    m_isDue = true;
}

void MonthCosts::setExtras(const QHash<InstanceId, CostExtras> &extras, double storedElsewhere)
{
    m_extras = {.known = extras, .storedElsewhere = storedElsewhere};
    noteChange();
}

void MonthCosts::consider()
{
    if (!m_ledger)
        return;
    const std::chrono::milliseconds age(m_readAt.msecsTo(m_clock.now()));
    const bool isTime =
        age >= m_clock.scaled(longestPause) || (m_hasChanged && age >= m_clock.scaled(pauseAfterChange));
    if ((isTime || m_isDue) && m_tasks->isIdle()) {
        m_isDue = false;
        read();
    }
}

void MonthCosts::read()
{
    m_hasChanged = false;
    m_readAt = m_clock.now();
    m_tasks->launch(readOnce());
}

Task<> MonthCosts::readOnce()
{
    Question question{.folder = m_ledger->folder(),
                      .newest = m_ledger->newest(),
                      .now = m_readAt,
                      .priceFile = m_priceFile,
                      .extras = m_extras};
    const auto costs =
        co_await resultOf(m_worker.run([question = std::move(question)]() mutable { return question.answer(); }));
    UseCost whole;
    for (const auto &one : costs)
        whole += one;
    if (m_extras && m_extras->storedElsewhere > 0) // which nobody counts by the day
        whole.unknownParts |= CostPart::Snapshots;
    if (m_isKnown && costs == m_all)
        co_return;
    m_all = costs;
    m_whole = whole;
    m_isKnown = true;
    Q_EMIT changed();
}

} // namespace swarm
