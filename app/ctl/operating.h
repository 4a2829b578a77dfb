#pragma once

#include "app/ctl/context.h"

#include <expected>

namespace swarm::ctl {

//! Runs one operation and says how it went.
class Operating
{
public:
    //! What the command line asks for.
    explicit Operating(Context context);
    Operating(Context context, OperationRequest request);

    //! On an instance, or, for create, on none.
    [[nodiscard]] Task<int> run(Instance instance);
    //! The same without a word about what came of it, as long as that is good; else an exit code, and it has been said.
    [[nodiscard]] Task<std::expected<Operation, int>> carryOut(Instance instance);
    //! What was cut off before, as every command that changes something does it first.
    [[nodiscard]] Task<void> recoverFirst();
    //! The same as a command of its own.
    [[nodiscard]] Task<int> recover();

private:
    [[nodiscard]] bool prepare(const Instance &instance);
    [[nodiscard]] bool isConfirmed(const Instance &instance) const;
    [[nodiscard]] bool hasTypedName(const QString &question, const QString &name) const;
    void takePassword();
    void sayWhatIsInterrupted(const Instance &instance) const;
    void conclude(const Operation &operation) const;
    [[nodiscard]] int failed(const Operation &operation) const;
    [[nodiscard]] QJsonObject more(const Operation &operation) const;
    void sayWhereThePasswordIs() const;

    Context m_context;
    OperationRequest m_request;
    QString m_password; //!< new, of this operation
    bool m_isGenerated = false;
};

} // namespace swarm::ctl
