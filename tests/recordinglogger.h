#pragma once

#include "model/logger.h"

namespace swarm {

//! Keeps what was logged, for tests to read.
class RecordingLogger : public Logger
{
public:
    struct Line {
        LogLevel level = LogLevel::Debug;
        LogEntry entry = {};
    };

    explicit RecordingLogger(LogLevel least = LogLevel::Debug)
        : m_least(least)
    {
    }

    [[nodiscard]] bool isEnabled(LogLevel level) const override { return level >= m_least; }
    [[nodiscard]] const std::vector<Line> &lines() const { return m_lines; }
    //! Everything, a line each, as it would be in a file.
    [[nodiscard]] QString text() const
    {
        QString all;
        for (const auto &line : m_lines)
            all += logLine(line.entry) + u'\n';
        return all;
    }

protected:
    void write(LogLevel level, const LogEntry &entry) override { m_lines.push_back({.level = level, .entry = entry}); }

private:
    LogLevel m_least;
    std::vector<Line> m_lines;
};

} // namespace swarm
