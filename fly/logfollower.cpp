#include "fly/logfollower.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr std::size_t mostRemembered = 20'000; //!< more than one answer holds
constexpr std::size_t fullPage = 50;
constexpr std::chrono::milliseconds shortestPause = 1s;
constexpr std::chrono::milliseconds longestPause = 5s;

} // namespace

LogFollower::LogFollower(FlyLogs logs, const Clock &clock, QString app, QString machine)
    : m_logs(logs)
    , m_clock(clock)
    , m_app(std::move(app))
    , m_machine(std::move(machine))
{
}

bool LogFollower::isNew(const LogLine &line)
{
    if (m_seen.contains(line.id))
        return false;
    m_seen.insert(line.id);
    m_order.push_back(line.id);
    if (m_order.size() > mostRemembered) {
        m_seen.remove(m_order.front());
        m_order.pop_front();
    }
    return true;
}

Task<Result<std::vector<LogLine>>> LogFollower::more(std::stop_token stop)
{
    std::vector<LogLine> lines;
    if (m_next.isEmpty() && !m_machine.isEmpty()) { // or a noisy neighbour might fill the first page
        auto own = co_await m_logs.page(m_app, m_machine, {}, stop);
        if (!own)
            co_return std::unexpected(own.error());
        lines = std::move(own->lines);
    }
    const auto page = co_await m_logs.page(m_app, {}, m_next, stop);
    if (!page)
        co_return std::unexpected(page.error());
    if (!page->next.isEmpty())
        m_next = page->next;
    // What is not on the page of all is older than whatever is.
    std::erase_if(lines, [&page](const LogLine &line) {
        return std::ranges::find(page->lines, line.id, &LogLine::id) != page->lines.end();
    });
    lines.insert(lines.end(), page->lines.begin(), page->lines.end());
    std::erase_if(lines, [this](const LogLine &line) { return !isNew(line); });
    m_isBehind = lines.size() >= fullPage;
    std::erase_if(lines, [this](const LogLine &line) { return !isOurs(line); });
    co_return lines;
}

bool LogFollower::isOurs(const LogLine &line) const
{
    return m_machine.isEmpty() || line.machine.isEmpty() || line.machine == m_machine;
}

Task<Result<void>> LogFollower::follow(Deliver deliver, std::stop_token stop)
{
    auto pause = shortestPause;
    bool isFirst = true;
    while (!stop.stop_requested()) {
        const auto lines = co_await more(stop);
        if (!lines && !lines.error().isRetryable() && lines.error().code != ErrorCode::Cancelled)
            co_return std::unexpected(lines.error());
        if (lines && (!lines->empty() || isFirst))
            deliver(*lines);
        isFirst = isFirst && !lines;
        if (lines && m_isBehind)
            continue;
        const bool isQuiet = !lines || lines->empty();
        pause = isQuiet ? std::min(pause * 2, longestPause) : shortestPause;
        co_await m_clock.sleepFor(pause, stop);
    }
    co_return Result<void>();
}

} // namespace swarm
