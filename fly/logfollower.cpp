#include "fly/logfollower.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr std::size_t mostRemembered = 20'000; //!< more than one answer holds
constexpr std::size_t fullPage = 50; //!< then there is probably more
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
    auto page = co_await m_logs.page(m_app, m_machine, m_next, stop);
    if (!page)
        co_return std::unexpected(page.error());
    if (!page->next.isEmpty())
        m_next = page->next;
    std::erase_if(page->lines, [this](const LogLine &line) { return !isNew(line); });
    co_return std::move(page->lines);
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
        if (lines && lines->size() >= fullPage)
            continue;
        const bool isQuiet = !lines || lines->empty();
        pause = isQuiet ? std::min(pause * 2, longestPause) : shortestPause;
        co_await m_clock.sleepFor(pause, stop);
    }
    co_return Result<void>();
}

} // namespace swarm
