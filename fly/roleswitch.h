#pragma once

#include "fly/flytools.h"

namespace swarm {

//! Which of an instance's machines stands for it. Each step can be done again.
class RoleSwitch
{
public:
    RoleSwitch(FlyTools tools, QString app)
        : m_tools(std::move(tools))
        , m_app(std::move(app))
    {
    }

    //! Makes a machine the instance's and sends it visits. For a moment both may say so; then the younger one counts.
    [[nodiscard]] Task<Result<void>> promote(QString machine, QString lease);
    //! Keeps a machine as the previous one: out of reach of visits, which would wake it.
    [[nodiscard]] Task<Result<void>> demote(QString machine, QString lease);

private:
    [[nodiscard]] Task<Result<void>> setRole(QString machine, QString role);
    [[nodiscard]] Task<Result<void>> setCordoned(QString machine, bool isCordoned, QString lease);

    FlyTools m_tools;
    QString m_app;
};

} // namespace swarm
