#include "fly/simulator/promqlparser.h"

#include "fly/simulator/promqlfunctions.h"

using namespace Qt::StringLiterals;

namespace swarm::simulator::promql {

constexpr int deepest = 100;

static std::unique_ptr<Expression> node(Expression::Kind kind, const QString &word = {})
{
    auto made = std::make_unique<Expression>();
    made->kind = kind;
    made->word = word;
    return made;
}

static bool isAggregation(const QString &word)
{
    static const QStringList known{u"sum"_s, u"avg"_s, u"max"_s, u"min"_s, u"count"_s};
    return known.contains(word);
}

Parser::Parser(QString query, QList<Token> tokens)
    : m_query(std::move(query))
    , m_tokens(std::move(tokens))
{
}

Parser::Parsed Parser::parse(const QString &query)
{
    auto tokens = tokensOf(query);
    if (!tokens)
        return std::unexpected(tokens.error());
    if (tokens->size() == 1)
        return std::unexpected(Problem{.text = u"unknown position: parse error: no expression found in input"_s});
    Parser parser(query, std::move(*tokens));
    auto parsed = parser.sum();
    if (parsed && parser.next().kind != Token::Kind::End)
        return parser.unexpected(u"after the expression"_s);
    return parsed;
}

bool Parser::isSymbol(QLatin1StringView symbol) const
{
    return next().kind == Token::Kind::Symbol && next().text == symbol;
}

bool Parser::take(QLatin1StringView symbol)
{
    if (!isSymbol(symbol))
        return false;
    ++m_at;
    return true;
}

std::unexpected<Problem> Parser::unsupported(const QString &what) const
{
    return std::unexpected(parseError(m_query, next().at, what + u" is not supported by this simulator"_s));
}

std::unexpected<Problem> Parser::unexpected(const QString &where) const
{
    static const QStringList symbols{u"<"_s,  u">"_s, u"<="_s, u">="_s, u"=="_s,
                                     u"!="_s, u"%"_s, u"^"_s,  u"@"_s,  u":"_s};
    static const QStringList words{u"offset"_s, u"and"_s,      u"or"_s,         u"unless"_s,      u"on"_s,
                                   u"bool"_s,   u"ignoring"_s, u"group_left"_s, u"group_right"_s, u"atan2"_s};
    const auto &token = next();
    const bool isOther = (token.kind == Token::Kind::Symbol && symbols.contains(token.text))
        || (token.kind == Token::Kind::Word && words.contains(token.text.toLower()));
    if (isOther)
        return unsupported(u'"' + token.text + u'"');
    const auto what = token.kind == Token::Kind::End ? u"end of input"_s : u'"' + token.text + u'"';
    return std::unexpected(parseError(m_query, token.at, u"unexpected %1 %2"_s.arg(what, where)));
}

Parser::Parsed Parser::binaries(const QStringList &operators, Parsed (Parser::*operand)())
{
    auto left = (this->*operand)();
    while (left && next().kind == Token::Kind::Symbol && operators.contains(next().text)) {
        auto whole = node(Expression::Kind::Binary, next().text);
        ++m_at;
        auto right = (this->*operand)();
        if (!right)
            return right;
        for (const auto *side : {left->get(), right->get()}) {
            if (side->kind == Expression::Kind::Range)
                return std::unexpected(
                    Problem{.text = u"binary expression must contain only scalar and instant vector types"_s});
        }
        whole->parts.push_back(std::move(*left));
        whole->parts.push_back(std::move(*right));
        left = std::move(whole);
    }
    return left;
}

Parser::Parsed Parser::sum()
{
    return binaries({u"+"_s, u"-"_s}, &Parser::product);
}

Parser::Parsed Parser::product()
{
    return binaries({u"*"_s, u"/"_s}, &Parser::signedOne);
}

Parser::Parsed Parser::signedOne()
{
    if (take("+"_L1))
        return signedOne();
    if (!take("-"_L1))
        return one();
    if (++m_depth > deepest)
        return unsupported(u"so deep a query"_s);
    auto inner = signedOne();
    --m_depth;
    if (!inner)
        return inner;
    auto negation = node(Expression::Kind::Negation);
    negation->parts.push_back(std::move(*inner));
    return negation;
}

Parser::Parsed Parser::one()
{
    const auto token = next();
    switch (token.kind) {
    case Token::Kind::Number: {
        ++m_at;
        auto made = node(Expression::Kind::Number);
        made->number = token.text.startsWith("0x"_L1, Qt::CaseInsensitive)
            ? static_cast<double>(token.text.toULongLong(nullptr, 16))
            : token.text.toDouble();
        return made;
    }
    case Token::Kind::Word:
        return named();
    case Token::Kind::Text:
        return unsupported(u"a string"_s);
    case Token::Kind::Symbol:
        if (token.text == "("_L1)
            return parenthesized();
        if (token.text == "{"_L1)
            return selector({});
        break;
    case Token::Kind::Duration:
    case Token::Kind::End:
        break;
    }
    return unexpected(u"where an expression was expected"_s);
}

Parser::Parsed Parser::parenthesized()
{
    if (++m_depth > deepest)
        return unsupported(u"so deep a query"_s);
    ++m_at;
    auto inner = sum();
    --m_depth;
    if (inner && !take(")"_L1))
        return unexpected(u"in parenthesized expression, expected \")\""_s);
    if (inner && isSymbol("["_L1))
        return unsupported(u"a subquery"_s);
    return inner;
}

Parser::Parsed Parser::named()
{
    const auto word = next().text;
    const auto lower = word.toLower();
    if (lower == "inf"_L1 || lower == "nan"_L1) {
        ++m_at;
        auto made = node(Expression::Kind::Number);
        made->number = lower == "inf"_L1 ? qInf() : qQNaN();
        return made;
    }
    const auto &after = m_tokens[m_at + 1];
    const bool opens = after.kind == Token::Kind::Symbol && after.text == "("_L1;
    const bool groups = after.kind == Token::Kind::Word && (after.text == "by"_L1 || after.text == "without"_L1);
    if (isAggregation(lower) && (opens || groups))
        return aggregate(lower);
    if (!opens) {
        ++m_at;
        return selector(word);
    }
    if (!isKnownFunction(word))
        return unsupported(u"function \"%1\""_s.arg(word));
    return call(word);
}

Parser::Parsed Parser::call(const QString &function)
{
    if (++m_depth > deepest)
        return unsupported(u"so deep a query"_s);
    m_at += 2;
    auto made = node(Expression::Kind::Call, function);
    auto argument = sum();
    --m_depth;
    if (!argument)
        return argument;
    if ((*argument)->kind != Expression::Kind::Range) {
        return std::unexpected(parseError(
            m_query, next().at,
            u"expected type range vector in call to function \"%1\", got instant vector or scalar"_s.arg(function)));
    }
    if (!take(")"_L1))
        return unexpected(u"in call to function \"%1\", expected \")\""_s.arg(function));
    made->parts.push_back(std::move(*argument));
    return made;
}

Parser::Parsed Parser::aggregate(const QString &word)
{
    if (++m_depth > deepest)
        return unsupported(u"so deep a query"_s);
    ++m_at;
    auto made = node(Expression::Kind::Aggregate, word);
    if (const auto problem = grouping(*made))
        return std::unexpected(*problem);
    if (!take("("_L1))
        return unexpected(u"in aggregation, expected \"(\""_s);
    auto argument = sum();
    --m_depth;
    if (!argument)
        return argument;
    if ((*argument)->isScalar() || (*argument)->kind == Expression::Kind::Range) {
        return std::unexpected(
            parseError(m_query, next().at, u"expected type instant vector in aggregation expression"_s));
    }
    if (!take(")"_L1))
        return unexpected(u"in aggregation, expected \")\""_s);
    if (made->labels.isEmpty() && !made->isWithout) {
        if (const auto problem = grouping(*made))
            return std::unexpected(*problem);
    }
    made->parts.push_back(std::move(*argument));
    return made;
}

std::optional<Problem> Parser::grouping(Expression &expression)
{
    const auto word = next().text.toLower();
    if (next().kind != Token::Kind::Word || (word != "by"_L1 && word != "without"_L1))
        return {};
    ++m_at;
    expression.isWithout = word == "without"_L1;
    if (!take("("_L1))
        return unexpected(u"in grouping opts, expected \"(\""_s).error();
    while (next().kind == Token::Kind::Word) {
        expression.labels << next().text;
        ++m_at;
        if (!take(","_L1))
            break;
    }
    if (!take(")"_L1))
        return unexpected(u"in grouping opts, expected label"_s).error();
    return {};
}

std::expected<Matcher, Problem> Parser::matcher()
{
    static const QMap<QString, Matcher::Kind> kinds{{u"="_s, Matcher::Kind::Equal},
                                                    {u"!="_s, Matcher::Kind::NotEqual},
                                                    {u"=~"_s, Matcher::Kind::Like},
                                                    {u"!~"_s, Matcher::Kind::NotLike}};
    if (next().kind != Token::Kind::Word)
        return unexpected(u"in label matching, expected identifier or \"}\""_s);
    Matcher made{.label = next().text};
    ++m_at;
    if (next().kind != Token::Kind::Symbol || !kinds.contains(next().text))
        return unexpected(u"in label matching, expected label matching operator"_s);
    made.kind = kinds[next().text];
    ++m_at;
    if (next().kind != Token::Kind::Text)
        return unexpected(u"in label matching, expected string"_s);
    made.text = next().text;
    if (made.kind == Matcher::Kind::Like || made.kind == Matcher::Kind::NotLike) {
        made.pattern.setPattern(QRegularExpression::anchoredPattern(made.text));
        if (!made.pattern.isValid())
            return std::unexpected(
                parseError(m_query, next().at, u"error parsing regexp: "_s + made.pattern.errorString()));
    }
    ++m_at;
    return made;
}

Parser::Parsed Parser::selector(const QString &name)
{
    auto made = node(Expression::Kind::Selector);
    if (!name.isEmpty())
        made->matchers.append({.label = u"__name__"_s, .text = name});
    if (take("{"_L1)) {
        while (!isSymbol("}"_L1)) {
            const auto found = matcher();
            if (!found)
                return std::unexpected(found.error());
            made->matchers.append(*found);
            if (!take(","_L1))
                break;
        }
        if (!take("}"_L1))
            return unexpected(u"in label matching, expected \",\" or \"}\""_s);
    }
    const bool choosesSome =
        std::any_of(made->matchers.begin(), made->matchers.end(), [](const Matcher &one) { return !one.accepts({}); });
    if (!choosesSome) {
        return std::unexpected(
            parseError(m_query, 0, u"vector selector must contain at least one non-empty matcher"_s));
    }
    if (!take("["_L1))
        return made;
    made->kind = Expression::Kind::Range;
    const auto duration = durationOf(next().text);
    if (next().kind != Token::Kind::Duration || !duration || *duration <= 0)
        return unexpected(u"in matrix selector, expected duration"_s);
    made->range = *duration;
    ++m_at;
    if (isSymbol(":"_L1))
        return unsupported(u"a subquery"_s);
    if (!take("]"_L1))
        return unexpected(u"in matrix selector, expected \"]\""_s);
    return made;
}

} // namespace swarm::simulator::promql
