#pragma once

#include "model/async/task.h"
#include "model/error.h"
#include "model/instance.h"

namespace swarm {

//! Shows an editor to the user.
class Opener
{
public:
    Opener() = default;
    Opener(const Opener &) = delete;
    Opener &operator=(const Opener &) = delete;
    virtual ~Opener() = default;

    //! `password` may be empty: then the editor asks for it.
    [[nodiscard]] virtual Task<Result<void>> open(Instance instance, QString password) = 0;
};

} // namespace swarm
