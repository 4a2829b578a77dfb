#pragma once

#include "model/error.h"
#include "model/loglevel.h"

#include <QString>

#include <concepts>
#include <vector>

namespace swarm {

//! A value that must not be seen: it is forgotten at once, and a mark stands in its place.
struct Secret {
    QString value = {};
};

//! One thing to know beside a message.
struct LogField {
    QString key;
    QString value;

    LogField(QString name, QString text)
        : key(std::move(name))
        , value(std::move(text))
    {
    }
    LogField(QString name, const Secret &secret);
    LogField(QString name, bool answer);
    template <std::integral Number>
    LogField(QString name, Number number)
        : key(std::move(name))
        , value(QString::number(number))
    {
    }

    bool operator==(const LogField &) const = default;
};

using LogContext = std::vector<LogField>; //!< in the order in which it is to be read

struct LogEntry {
    QString message = {};
    LogContext context = {};

    bool operator==(const LogEntry &) const = default;
};

//! Where a part of the program says what it does. Whatever is derived from it never sees a secret.
class Logger
{
public:
    Logger() = default;
    Logger(const Logger &) = delete;
    Logger &operator=(const Logger &) = delete;
    virtual ~Logger() = default;

    [[nodiscard]] virtual bool isEnabled(LogLevel level) const = 0;

    void debug(const QString &message, const LogContext &context = {}) { log(LogLevel::Debug, {message, context}); }
    void info(const QString &message, const LogContext &context = {}) { log(LogLevel::Info, {message, context}); }
    void warn(const QString &message, const LogContext &context = {}) { log(LogLevel::Warning, {message, context}); }
    void error(const QString &message, const LogContext &context = {}) { log(LogLevel::Error, {message, context}); }
    //! With what went wrong as part of the context.
    void error(const QString &message, const Error &cause, const LogContext &context = {});

    //! For what costs something to put together: `compose` returns a LogEntry, and is called only if somebody reads it.
    template <std::invocable Compose> void debug(const Compose &compose) { logLazily(LogLevel::Debug, compose); }
    template <std::invocable Compose> void info(const Compose &compose) { logLazily(LogLevel::Info, compose); }

protected:
    //! Only what is enabled, without secrets.
    virtual void write(LogLevel level, const LogEntry &entry) = 0;

private:
    template <typename Compose> void logLazily(LogLevel level, const Compose &compose)
    {
        if (isEnabled(level))
            log(level, compose());
    }
    void log(LogLevel level, const LogEntry &entry);
};

//! One line: the message and `key=value`s.
[[nodiscard]] QString logLine(const LogEntry &entry);

} // namespace swarm
