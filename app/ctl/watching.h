#pragma once

#include "app/ctl/context.h"

namespace swarm::ctl {

//! Goes on telling what changes, until somebody interrupts: on a terminal the table is drawn anew, elsewhere each
//! change is a line of its own.
class Watching
{
public:
    explicit Watching(Context context);

    //! All of them, or the one.
    [[nodiscard]] Task<int> run(std::optional<Instance> only);

private:
    void tell(const InstanceDelta &delta) const;
    void say(const Instance &instance, const QString &words) const;
    void draw() const;
    [[nodiscard]] bool isWanted(const Instance &instance) const;

    Context m_context;
    std::optional<InstanceId> m_only;
    bool m_draws = false;
};

} // namespace swarm::ctl
