#pragma once

#include "app/ctl/context.h"
#include "model/series.h"

namespace swarm::ctl {

//! What a machine says and what is measured of it.
class Reading
{
public:
    explicit Reading(Context context)
        : m_context(context)
    {
    }

    //! The newest lines; with --follow those that come, until somebody interrupts.
    [[nodiscard]] Task<int> logs(Instance instance);
    [[nodiscard]] Task<int> metrics(Instance instance);

private:
    void print(std::vector<LogLine> lines, bool isFirst) const;
    [[nodiscard]] bool isWanted(const LogLine &line) const;

    Context m_context;
};

} // namespace swarm::ctl
