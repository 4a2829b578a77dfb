#include "fly/simulator/promqllexer.h"

using namespace Qt::StringLiterals;

namespace swarm::simulator::promql {

static bool startsWord(QChar letter)
{
    return (letter.isLetter() && letter.unicode() < 128) || letter == u'_' || letter == u':';
}

Problem parseError(const QString &query, qsizetype at, const QString &what)
{
    const auto before = query.left(at);
    const auto line = before.count(u'\n') + 1;
    const auto column = at - (before.lastIndexOf(u'\n') + 1) + 1;
    return {.text = u"%1:%2: parse error: %3"_s.arg(line).arg(column).arg(what)};
}

std::optional<qint64> durationOf(const QString &text)
{
    static const QRegularExpression shape(
        u"^(?:(\\d+)y)?(?:(\\d+)w)?(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s)?(?:(\\d+)ms)?$"_s);
    constexpr qint64 day = 86'400'000;
    constexpr std::array<qint64, 7> units{365 * day, 7 * day, day, 3'600'000, 60'000, 1000, 1};
    const auto match = shape.match(text);
    if (text.isEmpty() || !match.hasMatch())
        return {};
    qint64 total = 0;
    for (std::size_t i = 0; i < units.size(); ++i) {
        const auto count = match.captured(static_cast<int>(i) + 1).toLongLong();
        if (count > 1'000'000)
            return {};
        total += count * units[i];
    }
    return total;
}

//! The text between quotes, and how long it stands in the query; nothing when it never ends.
static std::optional<Token> quoted(const QString &query, qsizetype at)
{
    const auto quote = query[at];
    QString text;
    for (auto i = at + 1; i < query.size(); ++i) {
        if (query[i] == quote)
            return Token{.kind = Token::Kind::Text, .text = text, .at = i + 1};
        if (query[i] == u'\\' && quote != u'`' && i + 1 < query.size()) {
            const auto letter = query[++i];
            text += letter == u'n' ? u'\n' : letter == u't' ? u'\t' : letter;
        } else {
            text += query[i];
        }
    }
    return {};
}

std::expected<QList<Token>, Problem> tokensOf(const QString &query)
{
    static const QRegularExpression word(u"[a-zA-Z_:][a-zA-Z0-9_:]*"_s);
    static const QRegularExpression duration(u"(?:\\d+(?:ms|[ywdhms]))+(?![a-zA-Z0-9_])"_s);
    static const QRegularExpression number(u"0[xX][0-9a-fA-F]+|(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?"_s);
    static const QStringList longSymbols{u"=="_s, u"!="_s, u"=~"_s, u"!~"_s, u"<="_s, u">="_s};
    static const QString symbols = u"{}()[],=+-*/%^<>@:"_s;
    constexpr auto anchored = QRegularExpression::AnchorAtOffsetMatchOption;

    QList<Token> tokens;
    qsizetype at = 0;
    while (at < query.size()) {
        const auto letter = query[at];
        if (letter.isSpace()) {
            ++at;
        } else if (letter == u'#') {
            at = query.indexOf(u'\n', at) < 0 ? query.size() : query.indexOf(u'\n', at);
        } else if (letter == u'"' || letter == u'\'' || letter == u'`') {
            const auto text = quoted(query, at);
            if (!text)
                return std::unexpected(parseError(query, at, u"unterminated quoted string"_s));
            tokens.append({.kind = Token::Kind::Text, .text = text->text, .at = at});
            at = text->at;
        } else if (startsWord(letter) && letter != u':') {
            const auto text = word.match(query, at, QRegularExpression::NormalMatch, anchored).captured();
            tokens.append({.kind = Token::Kind::Word, .text = text, .at = at});
            at += text.size();
        } else if (letter.isDigit() || letter == u'.') {
            auto kind = Token::Kind::Duration;
            auto text = duration.match(query, at, QRegularExpression::NormalMatch, anchored).captured();
            if (text.isEmpty()) {
                kind = Token::Kind::Number;
                text = number.match(query, at, QRegularExpression::NormalMatch, anchored).captured();
            }
            const auto end = at + text.size();
            if (text.isEmpty() || (end < query.size() && startsWord(query[end])))
                return std::unexpected(parseError(query, at, u"bad number or duration syntax: \"%1\""_s.arg(letter)));
            tokens.append({.kind = kind, .text = text, .at = at});
            at = end;
        } else if (longSymbols.contains(query.mid(at, 2))) {
            tokens.append({.kind = Token::Kind::Symbol, .text = query.mid(at, 2), .at = at});
            at += 2;
        } else if (symbols.contains(letter)) {
            tokens.append({.kind = Token::Kind::Symbol, .text = letter, .at = at});
            ++at;
        } else {
            return std::unexpected(parseError(query, at, u"unexpected character: '%1'"_s.arg(letter)));
        }
    }
    tokens.append({.at = query.size()});
    return tokens;
}

} // namespace swarm::simulator::promql
