#pragma once

#include "app/ctl/context.h"

namespace swarm::ctl {

//! Commands that only look.
class Inquiries
{
public:
    explicit Inquiries(Context context)
        : m_context(context)
    {
    }

    [[nodiscard]] Task<int> list();
    [[nodiscard]] Task<int> show(Instance instance);
    [[nodiscard]] Task<int> health(Instance instance);
    [[nodiscard]] Task<int> snapshots(Instance instance);
    [[nodiscard]] Task<int> versions(Instance instance);
    //! Which images are in use, by how many and whom.
    [[nodiscard]] Task<int> images();
    [[nodiscard]] Task<int> environment(Instance instance);
    [[nodiscard]] Task<int> wait(Instance instance);

private:
    Context m_context;
};

} // namespace swarm::ctl
