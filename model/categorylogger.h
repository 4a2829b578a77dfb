#pragma once

#include "model/logger.h"

#include <QLoggingCategory>

namespace swarm {

//! The parts of the program that log. QT_LOGGING_RULES and the configured level know them by these names.
namespace logcategory {
inline constexpr auto fly = "remoteswarm.fly";
inline constexpr auto provision = "remoteswarm.provision";
inline constexpr auto poll = "remoteswarm.poll";
inline constexpr auto ui = "remoteswarm.ui";
inline constexpr auto app = "remoteswarm.app";
} // namespace logcategory

//! Logs through Qt, under a category. From info upwards unless Qt's rules say something else.
class CategoryLogger : public Logger
{
public:
    //! `category` must live on: Qt keeps the pointer.
    explicit CategoryLogger(const char *category)
        : m_category(category, QtInfoMsg)
    {
    }

    [[nodiscard]] bool isEnabled(LogLevel level) const override;

protected:
    void write(LogLevel level, const LogEntry &entry) override;

private:
    QLoggingCategory m_category;
};

//! Logs from this level upwards in all our categories, from now on.
void setLogLevel(LogLevel level);

} // namespace swarm
