#pragma once

#include "fly/simulator/promqllexer.h"

namespace swarm::simulator::promql {

//! Reads a query: selectors with matchers and ranges, the functions and aggregations that the evaluator knows,
//! arithmetic. What Prometheus knows beyond that is named in the problem.
class Parser
{
public:
    using Parsed = std::expected<std::unique_ptr<Expression>, Problem>;

    static Parsed parse(const QString &query);

private:
    Parser(QString query, QList<Token> tokens);

    Parsed sum();
    Parsed product();
    Parsed signedOne();
    Parsed one();
    Parsed parenthesized();
    Parsed named();
    Parsed call(const QString &function);
    Parsed aggregate(const QString &word);
    Parsed selector(const QString &name);
    Parsed binaries(const QStringList &operators, Parsed (Parser::*operand)());
    std::optional<Problem> grouping(Expression &expression);
    std::expected<Matcher, Problem> matcher();

    const Token &next() const { return m_tokens[m_at]; }
    bool isSymbol(QLatin1StringView symbol) const;
    bool take(QLatin1StringView symbol);
    std::unexpected<Problem> unexpected(const QString &where) const;
    std::unexpected<Problem> unsupported(const QString &what) const;

    QString m_query;
    QList<Token> m_tokens;
    qsizetype m_at = 0;
    int m_depth = 0;
};

} // namespace swarm::simulator::promql
