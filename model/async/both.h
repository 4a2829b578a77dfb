#pragma once

#include "model/async/taskscope.h"

#include <memory>
#include <optional>
#include <utility>

namespace swarm {
namespace detail {

//! Resumes its waiter from the event loop once all have arrived, when none of them is on the stack any more.
class Meeting
{
public:
    explicit Meeting(int expected)
        : m_expected(expected)
    {
    }

    void arrive()
    {
        if (++m_arrived == m_expected && m_waiter)
            resumeLater();
    }
    [[nodiscard]] bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> waiter)
    {
        m_waiter = waiter;
        if (m_arrived == m_expected)
            resumeLater();
    }
    void await_resume() const noexcept { }

private:
    void resumeLater()
    {
        QMetaObject::invokeMethod(&m_here, [waiter = m_waiter] { waiter.resume(); }, Qt::QueuedConnection);
    }

    int m_expected;
    int m_arrived = 0;
    std::coroutine_handle<> m_waiter;
    QObject m_here; // dies with the coroutine, and the call with it
};

template <typename T> Task<> arrive(Task<T> task, std::optional<T> *result, Meeting *meeting)
{
    result->emplace(co_await task);
    meeting->arrive();
}

} // namespace detail

//! Runs two tasks side by side and returns when both are done.
template <typename A, typename B> Task<std::pair<A, B>> both(Task<A> first, Task<B> second)
{
    std::optional<A> a;
    std::optional<B> b;
    detail::Meeting meeting(2);
    TaskScope running;
    running.launch(detail::arrive(std::move(first), &a, &meeting));
    running.launch(detail::arrive(std::move(second), &b, &meeting));
    co_await meeting;
    co_return std::pair<A, B>(std::move(*a), std::move(*b));
}

} // namespace swarm
