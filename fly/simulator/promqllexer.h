#pragma once

#include "fly/simulator/promql.h"

#include <expected>

namespace swarm::simulator::promql {

struct Token {
    enum class Kind { End, Word, Text, Number, Duration, Symbol };

    Kind kind = Kind::End;
    QString text = {}; //!< without quotes
    qsizetype at = 0;
};

//! The last token is an End.
std::expected<QList<Token>, Problem> tokensOf(const QString &query);
//! `90s`, `1h30m`, `5m` in milliseconds; nothing when it is no duration.
std::optional<qint64> durationOf(const QString &text);
//! A problem at a place of the query, worded as Prometheus does.
Problem parseError(const QString &query, qsizetype at, const QString &what);

} // namespace swarm::simulator::promql
