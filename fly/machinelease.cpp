#include "fly/machinelease.h"

#include "fly/flyerror.h"

#include <QUuid>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr auto validFor = 120s;
constexpr std::chrono::milliseconds renewedAfter = 45s;
constexpr std::chrono::milliseconds patience = 60s;
constexpr auto lookAgain = 2s;

} // namespace

MachineLease::MachineLease(FlyTools tools, QString app, QString machine, Progress progress)
    : m_tools(std::move(tools))
    , m_app(std::move(app))
    , m_machine(std::move(machine))
    , m_progress(std::move(progress))
    , m_description(u"Remote Swarm "_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

Task<Result<void>> MachineLease::take()
{
    if (m_nonce.isEmpty()) {
        const auto noted = co_await m_progress.note(u"lease_description"_s, m_description);
        if (!noted)
            co_return noted;
    }
    const auto began = m_tools.clock.now();
    while (true) {
        const auto taken = co_await acquire();
        if (taken) {
            m_nonce = taken->nonce;
            m_takenAt = m_tools.clock.now();
            co_return co_await m_progress.note(u"lease"_s, m_nonce);
        }
        const bool isLate = began.msecsTo(m_tools.clock.now()) >= m_tools.clock.scaled(patience).count();
        if (taken.error().code != ErrorCode::ResourceBusy || isLate)
            co_return std::unexpected(taken.error());
        co_await m_tools.clock.sleepFor(lookAgain, m_progress.stop);
        if (m_progress.isStopped())
            co_return cancelled();
    }
}

Task<void> MachineLease::resume(JournalEntry entry)
{
    m_nonce = entry.fact(u"lease"_s);
    const auto description = entry.fact(u"lease_description"_s);
    if (!m_nonce.isEmpty() || description.isEmpty())
        co_return;
    const auto held = co_await m_tools.fly.machines.lease(m_app, m_machine, {});
    if (held && held->description == description)
        m_nonce = held->nonce;
}

Task<Result<Lease>> MachineLease::acquire()
{
    const auto taken =
        co_await m_tools.fly.machines.acquireLease(m_app, m_machine, validFor, m_description, m_nonce, m_progress.stop);
    if (taken || !mayHaveHappened(taken.error()))
        co_return taken;
    const auto held = co_await m_tools.fly.machines.lease(m_app, m_machine, {});
    const bool isOurs = held && held->description == m_description && !held->nonce.isEmpty();
    co_return isOurs ? held : taken;
}

Task<Result<void>> MachineLease::keep()
{
    if (m_nonce.isEmpty() || m_takenAt.msecsTo(m_tools.clock.now()) < m_tools.clock.scaled(renewedAfter).count())
        co_return Result<void>();
    co_return co_await take();
}

Task<void> MachineLease::release()
{
    if (m_nonce.isEmpty())
        co_return;
    const auto nonce = std::exchange(m_nonce, {});
    co_await m_tools.fly.machines.releaseLease(m_app, m_machine, nonce, {});
}

} // namespace swarm
