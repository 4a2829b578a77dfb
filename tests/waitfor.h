#pragma once

#include "model/async/taskscope.h"

#include <QEventLoop>

#include <optional>

//! Runs the event loop until the task is over; only tests may wait like this.
template <typename T> T waitFor(swarm::Task<T> task)
{
    swarm::TaskScope scope;
    QEventLoop loop;
    std::optional<T> result;
    scope.launch(std::move(task), [&](T value) {
        result = std::move(value);
        loop.quit();
    });
    loop.exec();
    return std::move(*result);
}
