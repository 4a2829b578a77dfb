#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace swarm {

//! A stretch of text in one colour, as a terminal would show it.
struct AnsiRun {
    QString text = {};
    std::optional<int> colour = {}; //!< 0 to 7 as terminals number them, 8 to 15 bright; nothing: the usual one
    bool isBold = false;

    bool operator==(const AnsiRun &) const = default;
};

//! Reads colours and bold; drops every other escape sequence and what cannot be seen.
[[nodiscard]] std::vector<AnsiRun> ansiRuns(const QString &text);
//! The words alone.
[[nodiscard]] QString plainText(const QString &text);

} // namespace swarm
