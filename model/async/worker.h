#pragma once

#include "model/async/await.h"
#include "model/async/task.h"

#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <type_traits>

namespace swarm {

//! One thread of its own, for work that waits for a disk: `co_await resultOf(m_worker.run([...] { ... }));`. Things are
//! done in the order in which they were asked for; the destructor waits for the last.
class Worker
{
public:
    Worker() { m_pool.setMaxThreadCount(1); }

    template <typename Work> [[nodiscard]] auto run(Work work)
    {
        using T = std::invoke_result_t<Work>;
        const auto promise = std::make_shared<QPromise<T>>();
        auto future = promise->future();
        promise->start();
        m_pool.start([promise, work = std::move(work)]() mutable {
            promise->addResult(work());
            promise->finish();
        });
        return future;
    }
    //! The same for work that nobody waits for.
    template <typename Work> void post(Work work) { m_pool.start(std::move(work)); }
    //! Returns when all that was asked for so far is done.
    [[nodiscard]] Task<> caughtUp()
    {
        [[maybe_unused]] const bool isReached = co_await resultOf(run([] { return true; }));
    }
    void flush() { m_pool.waitForDone(); }

private:
    QThreadPool m_pool;
};

} // namespace swarm
