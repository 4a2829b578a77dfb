#include "app/ctl/caring.h"

#include "app/ctl/follower.h"
#include "app/ctl/terminal.h"
#include "model/extracosts.h"
#include "model/pricefile.h"
#include "model/sizeadvisor.h"
#include "ui/wording/costwords.h"
#include "ui/wording/instancewords.h"
#include "ui/wording/networkwords.h"
#include "ui/wording/operationwords.h"
#include "ui/wording/orphanwords.h"

#include <QFile>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm::ctl {
namespace {

constexpr auto monthStep = 300s; //!< of samples for a month

QJsonObject splitJson(const CostSplit &split)
{
    return {{u"compute"_s, split.compute},     {u"disk"_s, split.disk}, {u"snapshots"_s, split.snapshots},
            {u"addresses"_s, split.addresses}, {u"root"_s, split.root}, {u"total"_s, split.total()}};
}

QJsonObject costJson(const InstanceCost &cost, const UseCost &month)
{
    return {{u"per_hour"_s, splitJson(cost.perHour)},         {u"per_month"_s, splitJson(cost.perMonth)},
            {u"when_stopped"_s, splitJson(cost.whenStopped)}, {u"at_least"_s, cost.isAtLeast()},
            {u"this_month"_s, splitJson(month.cost)},         {u"this_month_at_least"_s, month.isAtLeast()}};
}

QString safetyWord(Orphan::Safety safety)
{
    switch (safety) {
    case Orphan::Safety::Safe:
        return u"safe"_s;
    case Orphan::Safety::Choice:
        return u"choice"_s;
    case Orphan::Safety::Never:
        return u"never"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject orphanJson(const Orphan &orphan)
{
    return {{u"id"_s, orphan.id},
            {u"kind"_s, orphanKindText(orphan.kind)},
            {u"app"_s, orphan.app},
            {u"region"_s, orphan.region},
            {u"size_gb"_s, orphan.sizeGb},
            {u"per_month"_s, orphan.perMonth},
            {u"at_least"_s, orphan.isAtLeast},
            {u"created_at"_s,
             orphan.createdAt.isValid() ? QJsonValue(orphan.createdAt.toUTC().toString(Qt::ISODate)) : QJsonValue()},
            {u"safety"_s, safetyWord(orphan.safety())},
            {u"reason"_s, orphanReasonText(orphan)}};
}

QDateTime startOfMonth(const QDateTime &now)
{
    const auto day = now.toUTC().date();
    return QDateTime(QDate(day.year(), day.month(), 1), QTime(0, 0), Qt::UTC);
}

} // namespace

Task<int> Caring::addresses(Instance instance)
{
    const auto found = co_await m_context.engine.provider().addresses(instance);
    if (!found)
        co_return m_context.report.failure(found.error());
    QJsonArray array;
    std::vector<QStringList> rows{{u"ADDRESS"_s, u"KIND"_s, u"REGION"_s, u"PRICE"_s}};
    for (const auto &address : *found) {
        array.append(addressJson(address));
        rows.push_back({address.ip, addressKindText(address.kind), address.region, addressPriceText(address)});
    }
    m_context.report.table(rows, {{u"addresses"_s, array}});
    co_return ExitOk;
}

Task<int> Caring::domains(Instance instance)
{
    auto &provider = m_context.engine.provider();
    const auto &hostname = m_context.line.request.hostname;
    const auto now = m_context.engine.clock().now();
    if (!hostname.isEmpty()) {
        const auto checked = co_await provider.checkDomain(instance, hostname, {.stop = m_context.stop});
        if (!checked)
            co_return m_context.report.failure(checked.error());
        const auto records = recordsText(*checked);
        const auto words = checked->hostname + u": "_s + domainStateText(*checked, now);
        m_context.report.result(records.isEmpty() ? words : words + u'\n' + records,
                                QJsonObject{{u"domain"_s, domainJson(*checked)}});
        co_return ExitOk;
    }
    const auto found = co_await provider.domains(instance);
    if (!found)
        co_return m_context.report.failure(found.error());
    QJsonArray array;
    std::vector<QStringList> rows{{u"HOST NAME"_s, u"STATE"_s}};
    for (const auto &domain : *found) {
        array.append(domainJson(domain));
        rows.push_back({domain.hostname, domainStateText(domain, now)});
    }
    if (found->empty() && !m_context.report.isJson())
        m_context.report.result(
            u"%1 has no host names of its own; it answers at %2"_s.arg(instance.name, instance.url.toString()),
            QJsonObject());
    else
        m_context.report.table(rows, {{u"domains"_s, array}});
    co_return ExitOk;
}

bool Caring::readPrices()
{
    auto path = m_context.line.priceFile;
    if (path.isEmpty())
        path = m_context.engine.priceFile();
    if (!QFile::exists(path))
        return true;
    const auto file = readPriceFile(path);
    for (const auto &problem : file.problems)
        m_context.report.warn(priceProblemText(problem));
    m_prices = PriceBook(file.prices);
    return true;
}

Task<int> Caring::cost(std::optional<Instance> instance)
{
    if (!readPrices())
        co_return ExitUsage;
    m_context.engine.ledger()->confirm(); // the list was read a moment ago
    if (instance)
        co_return co_await costOfOne(std::move(*instance));
    co_return co_await costOfAll();
}

Task<UpTime> Caring::upTimeOf(Instance instance)
{
    const auto now = m_context.engine.clock().now();
    const auto from = std::max(startOfMonth(now), now.addDays(-14)); // Fly.io keeps about fifteen days
    const auto measured = co_await m_context.engine.provider().measure(instance, Metric::Up,
                                                                       {.from = from, .to = now, .step = monthStep});
    UpTime up;
    if (measured) // a token for some apps may not read measurements: then gaps stay gaps
        up = {.machines = *measured, .from = from, .to = now, .step = monthStep};
    co_return up;
}

Task<int> Caring::costOfOne(Instance instance)
{
    const auto extras = co_await extrasOf(&m_context.engine.provider(), instance);
    const auto up = co_await upTimeOf(instance);
    const auto prices = m_prices.current();
    const auto found =
        co_await adviceOn(&m_context.engine.provider(), instance, m_context.engine.clock().now(), prices);
    const auto advice = found ? adviceText(*found) : QString();
    const auto cost = costOf(instance, extras, prices);
    const auto month = monthToDate(m_context.engine.ledger()->history(instance.id), m_context.engine.clock().now(),
                                   extras, up, m_prices);
    QStringList lines{u"%1: %2, %3"_s.arg(instance.name, hourlyCostText(cost), monthlyCostText(cost))};
    for (const auto &line : monthlyLines(cost))
        lines << u"  "_s + line;
    lines << whenStoppedText(cost) << monthToDateText(month);
    for (const auto &line : monthToDateLines(month))
        lines << u"  "_s + line;
    if (!advice.isEmpty())
        lines << advice;
    lines << priceDateText(prices.validFrom);
    auto json = costJson(cost, month);
    json.insert(u"advice"_s, advice);
    m_context.report.result(lines.join(u'\n'), instance, {{u"cost"_s, json}});
    co_return ExitOk;
}

Task<int> Caring::costOfAll()
{
    auto instances = m_context.engine.store().instances();
    std::ranges::sort(instances, {}, &Instance::name);
    QHash<InstanceId, CostExtras> extras;
    for (const auto &instance : instances) {
        const auto known = co_await extrasOf(&m_context.engine.provider(), instance);
        extras.insert(instance.id, known);
    }
    const double keptGb = storedIn(m_context.engine.receipts()->all());
    const auto prices = m_prices.current();
    const auto now = m_context.engine.clock().now();
    const auto whole = costOf(instances, extras, keptGb, prices);
    shareFreeSnapshots(extras, keptGb, prices);

    std::vector<QStringList> rows{{u"NAME"_s, u"NOW"_s, u"A MONTH LIKE THIS"_s, u"WHEN STOPPED"_s, u"THIS MONTH"_s}};
    QJsonArray array;
    UseCost month;
    const auto records = m_context.engine.ledger()->records();
    for (auto history = records.histories.begin(); history != records.histories.end(); ++history) {
        const auto use = monthToDate(history.value(), now, extras.value(history.key()), {}, m_prices);
        month += use;
        const auto found = std::ranges::find(instances, history.key(), &Instance::id);
        if (found == instances.end())
            continue;
        const auto cost = whole.instances.value(history.key());
        rows.push_back({found->name, hourlyCostText(cost), monthlyCostText(cost), moneyText(cost.whenStopped.total()),
                        monthToDateText(use)});
        auto json = costJson(cost, use);
        json.insert(u"id"_s, found->id);
        json.insert(u"name"_s, found->name);
        array.append(json);
    }
    rows.push_back({u"all"_s, hourlyCostText(whole.whole), monthlyCostText(whole.whole),
                    moneyText(whole.whole.whenStopped.total()), monthToDateText(month)});
    m_context.report.table(rows, {{u"instances"_s, array}, {u"whole"_s, costJson(whole.whole, month)}});
    m_context.report.remark(priceDateText(prices.validFrom));
    co_return ExitOk;
}

Task<int> Caring::orphans()
{
    const auto held = co_await m_context.engine.operations().holdings();
    const auto found = co_await m_context.engine.provider().orphans(held);
    if (!found)
        co_return m_context.report.failure(found.error());
    if (!m_context.line.ids.isEmpty())
        co_return co_await removeOrphans(*found);
    if (found->empty() && !m_context.report.isJson()) {
        m_context.report.result(u"Nothing bills that no instance uses."_s, QJsonObject());
        co_return ExitOk;
    }
    const auto now = m_context.engine.clock().now();
    QJsonArray array;
    std::vector<QStringList> rows{{u"ID"_s, u"WHAT"_s, u"PRICE"_s, u"AGE"_s, u"SAFE"_s}};
    QStringList reasons;
    for (const auto &orphan : *found) {
        array.append(orphanJson(orphan));
        rows.push_back({orphan.id, orphanTitle(orphan), orphanPriceText(orphan), orphanAgeText(orphan, now),
                        orphanSafetyText(orphan.safety())});
        reasons << orphan.id + u": "_s + orphanReasonText(orphan);
    }
    m_context.report.table(rows, {{u"orphans"_s, array}});
    m_context.report.remark(reasons.join(u'\n'));
    m_context.report.remark(u"Remove one: swarmctl orphans --remove ID"_s);
    co_return ExitOk;
}

bool Caring::isConfirmed(const Orphan &orphan) const
{
    if (m_context.line.isConfirmed)
        return true;
    if (!isInteractive()) {
        m_context.report.warn(u"Removing needs --yes when nobody can be asked."_s);
        return false;
    }
    m_context.report.warn(orphanTitle(orphan) + u". "_s + orphanReasonText(orphan) + u"\nType its id to remove it:"_s);
    return readLine() == orphan.id;
}

Task<int> Caring::removeOrphans(std::vector<Orphan> found)
{
    QJsonArray removed;
    for (const auto &id : m_context.line.ids) {
        const auto orphan = std::ranges::find(found, id, &Orphan::id);
        if (orphan == found.end()) {
            const Error error{.code = ErrorCode::ResourceNotFound, .instance = id};
            co_return m_context.report.failure(error, u"There is no orphan \"%1\"."_s.arg(id),
                                               u"See what there is: swarmctl orphans"_s);
        }
        if (orphan->safety() == Orphan::Safety::Never) {
            const Error error{.code = ErrorCode::ResourceWrongState, .instance = id};
            co_return m_context.report.failure(error, orphanReasonText(*orphan), orphanSafetyText(orphan->safety()));
        }
        if (!isConfirmed(*orphan))
            co_return ExitUsage;
        auto &operations = m_context.engine.operations();
        const auto begun = operations.begin({.verb = Verb::RemoveOrphan, .orphan = *orphan});
        Follower follower(operations, m_context.report);
        const auto operation = co_await follower.end(begun);
        if (operation.error)
            co_return m_context.report.failure(*operation.error);
        removed.append(id);
    }
    m_context.report.result(u"Removed %1."_s.arg(m_context.line.ids.join(u", "_s)),
                            QJsonObject{{u"removed"_s, removed}});
    co_return ExitOk;
}

Task<int> Caring::adopt()
{
    const auto candidates = co_await m_context.engine.provider().adoptionCandidates();
    if (!candidates)
        co_return m_context.report.failure(candidates.error());
    const auto &wanted = m_context.line.target;
    if (wanted.isEmpty()) {
        QJsonArray array;
        std::vector<QStringList> rows{{u"MACHINE"_s, u"APP"_s, u"IMAGE"_s, u"REGION"_s, u"STATE"_s, u"WHY"_s}};
        for (const auto &candidate : *candidates) {
            array.append(QJsonObject{{u"machine"_s, candidate.machine},
                                     {u"app"_s, candidate.app},
                                     {u"image"_s, candidate.image},
                                     {u"region"_s, candidate.region},
                                     {u"state"_s, candidate.state}});
            rows.push_back({candidate.machine, candidate.app, candidate.image, candidate.region, candidate.state,
                            evidenceText(candidate.evidence)});
        }
        if (candidates->empty() && !m_context.report.isJson())
            m_context.report.result(u"There are no editors that somebody else made."_s, QJsonObject());
        else
            m_context.report.table(rows, {{u"candidates"_s, array}});
        co_return ExitOk;
    }
    const auto isIt = [&wanted](const AdoptionCandidate &candidate) {
        return candidate.machine == wanted || candidate.app == wanted || candidate.name == wanted;
    };
    const auto found = std::ranges::find_if(*candidates, isIt);
    if (found == candidates->end()) {
        const Error error{.code = ErrorCode::ResourceNotFound, .instance = wanted};
        co_return m_context.report.failure(error, u"There is no such machine to adopt: \"%1\"."_s.arg(wanted),
                                           u"See what there is: swarmctl adopt"_s);
    }
    const auto caution = adoptionCautionText(*found);
    if (!caution.isEmpty())
        m_context.report.warn(caution);
    auto request = m_context.line.request;
    request.candidate = *found;
    if (request.name.isEmpty())
        request.name = found->app;
    auto &operations = m_context.engine.operations();
    const auto begun = operations.begin(request);
    Follower follower(operations, m_context.report);
    const auto operation = co_await follower.end(begun);
    if (operation.error)
        co_return m_context.report.failure(*operation.error);
    const auto *row = m_context.engine.store().find(operation.instance);
    m_context.report.result(operationTitle(operation) + u". "_s + operationText(operation),
                            row ? *row : Instance{.name = operation.name});
    co_return ExitOk;
}

} // namespace swarm::ctl
