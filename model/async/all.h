#pragma once

#include "model/async/both.h"

#include <vector>

namespace swarm {

//! Runs tasks side by side and returns what they returned, in their order, when all are done.
template <typename T> Task<std::vector<T>> all(std::vector<Task<T>> tasks)
{
    std::vector<std::optional<T>> results(tasks.size());
    detail::Meeting meeting(static_cast<int>(tasks.size()));
    TaskScope running;
    for (std::size_t i = 0; i < tasks.size(); ++i)
        running.launch(detail::arrive(std::move(tasks[i]), &results[i], &meeting));
    co_await meeting;
    std::vector<T> values;
    for (auto &result : results)
        values.push_back(std::move(*result));
    co_return values;
}

} // namespace swarm
