#pragma once

#include "app/ctl/context.h"
#include "app/ctl/drift.h"

namespace swarm::ctl {

//! Instances as files say them: made so, compared with, written down.
class Deploying
{
public:
    explicit Deploying(Context context);

    //! Creates it, brings it in line, or leaves it alone; the same again does nothing.
    [[nodiscard]] Task<int> deploy();
    [[nodiscard]] Task<int> exportFile(Instance instance);
    //! ExitConflict: it is not as the file says.
    [[nodiscard]] Task<int> diff(Instance instance);
    //! Which instance the file is about; empty when it says none, and the command line neither. An error has been said.
    [[nodiscard]] std::expected<QString, int> subject() const;

private:
    enum class Action { Created, Updated, Unchanged };

    [[nodiscard]] std::expected<InstanceFile, int> wanted() const;
    [[nodiscard]] Task<int> create(InstanceFile file);
    [[nodiscard]] Task<int> update(Instance instance, InstanceFile file);
    //! Runs one operation and says what goes wrong; an exit code when it did.
    [[nodiscard]] Task<std::optional<int>> carryOut(OperationRequest request);
    [[nodiscard]] Task<std::optional<int>> wake(Instance instance);
    [[nodiscard]] int refuse(const std::vector<Drift> &byHand) const;
    void conclude(Action action, const Instance &instance, const std::vector<Drift> &drifts) const;

    Context m_context;
};

} // namespace swarm::ctl
