#include "fly/simulator/shellscript.h"

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace swarm::simulator {
namespace {

struct Lexeme {
    QString operatorText = {}; //!< empty: a word
    ShellWord word = {};
};

QString plainText(const ShellWord &word)
{
    QString text;
    for (const auto &part : word.parts)
        text += part.text;
    return text;
}

//! Cuts a text into words and operators; or into words only, of which everything but blanks is a part.
class Lexer
{
public:
    enum class Knows { Script, WordsOnly };

    Lexer(const QString &text, Knows knows)
        : m_text(text)
        , m_isScript(knows == Knows::Script)
    {
    }

    QList<Lexeme> lexemes()
    {
        while (m_at < m_text.size())
            step();
        endWord();
        return m_lexemes;
    }
    QString problem() const { return m_problem; }

private:
    QChar peek(qsizetype further = 0) const { return m_at + further < m_text.size() ? m_text[m_at + further] : u'\0'; }

    void step()
    {
        const auto c = m_text[m_at];
        if (c == u'\'' || c == u'"') {
            quoted(c);
        } else if (c == u'\\') {
            add(m_at + 1 < m_text.size() ? m_text[m_at + 1] : c);
            m_at += 2;
        } else if (m_isScript && (c == u'$' || c == u'`')) {
            readVariable();
        } else if (m_isScript && u";&|<>()\n"_s.contains(c)) {
            readOperator();
        } else if (c.isSpace()) {
            endWord();
            ++m_at;
        } else {
            add(c);
            ++m_at;
        }
    }

    void quoted(QChar quote)
    {
        m_word.isQuoted = true;
        ++m_at;
        while (m_at < m_text.size() && m_text[m_at] != quote) {
            const auto c = m_text[m_at];
            if (quote == u'"' && m_isScript && (c == u'$' || c == u'`')) {
                readVariable();
                continue;
            }
            if (quote == u'"' && c == u'\\' && u"\"\\$`"_s.contains(peek(1)))
                ++m_at;
            add(peek());
            ++m_at;
        }
        if (m_at >= m_text.size())
            m_problem = u"Syntax error: Unterminated quoted string"_s;
        ++m_at;
    }

    void readVariable()
    {
        if (peek() == u'`' || peek(1) == u'(') {
            m_problem = u"command substitution is not simulated"_s;
            ++m_at;
            return;
        }
        if (u"?$!"_s.contains(peek(1))) { // the last result, this process, the last one in the background
            m_word.parts.append({.text = peek(1), .isVariable = true});
            m_at += 2;
            return;
        }
        const bool isBraced = peek(1) == u'{';
        const auto start = m_at + (isBraced ? 2 : 1);
        auto end = start;
        while (end < m_text.size() && (m_text[end] == u'_' || m_text[end].isLetterOrNumber()))
            ++end;
        if (end == start && !isBraced) {
            add(u'$');
            ++m_at;
            return;
        }
        if (isBraced && (end == m_text.size() || m_text[end] != u'}')) {
            m_problem = u"Bad substitution"_s;
            m_at = end;
            return;
        }
        m_word.parts.append({.text = m_text.mid(start, end - start), .isVariable = true});
        m_at = end + (isBraced ? 1 : 0);
    }

    void readOperator()
    {
        const auto c = peek();
        const bool isDouble = peek(1) == c && u"&|><;"_s.contains(c);
        auto text = QString(isDouble ? 2 : 1, c);
        if ((c == u'>' || c == u'<') && peek(1) == u'&')
            text += u'&';
        m_at += text.size();
        const auto before = plainText(m_word);
        const bool isNumber = !before.isEmpty() && !m_word.isQuoted
            && std::all_of(before.begin(), before.end(), [](QChar digit) { return digit.isDigit(); });
        if (isNumber && (c == u'>' || c == u'<')) {
            text.prepend(before);
            m_word = {};
        }
        endWord();
        m_lexemes.append({.operatorText = text});
    }

    void add(QChar c)
    {
        if (m_word.parts.isEmpty() || m_word.parts.last().isVariable)
            m_word.parts.append(ShellWord::Part{});
        m_word.parts.last().text += c;
    }

    void endWord()
    {
        if (!m_word.parts.isEmpty() || m_word.isQuoted)
            m_lexemes.append({.word = std::exchange(m_word, {})});
    }

    QString m_text;
    bool m_isScript;
    qsizetype m_at = 0;
    ShellWord m_word;
    QList<Lexeme> m_lexemes;
    QString m_problem;
};

std::optional<ShellRedirection> redirectionFor(QString text)
{
    ShellRedirection redirection;
    const auto at = text.indexOf(text.contains(u'<') ? u'<' : u'>');
    if (at < 0)
        return {};
    redirection.stream = at > 0 ? text.first(at).toInt() : text[at] == u'<' ? 0 : 1;
    text = text.sliced(at);
    if (text == "<"_L1)
        redirection.kind = ShellRedirection::Kind::Read;
    else if (text == ">"_L1)
        redirection.kind = ShellRedirection::Kind::Write;
    else if (text == ">>"_L1)
        redirection.kind = ShellRedirection::Kind::Append;
    else if (text == ">&"_L1)
        redirection.kind = ShellRedirection::Kind::Join;
    else
        return {};
    const bool isInput = redirection.kind == ShellRedirection::Kind::Read;
    if (isInput != (redirection.stream == 0) || redirection.stream > 2)
        return {};
    return redirection;
}

//! Puts lexemes together to steps.
class Parser
{
public:
    ShellScript parse(const QList<Lexeme> &lexemes)
    {
        for (const auto &lexeme : lexemes) {
            if (!m_script.problem.isEmpty())
                return m_script;
            if (lexeme.operatorText.isEmpty())
                takeWord(lexeme.word);
            else
                takeOperator(lexeme.operatorText);
        }
        const bool isUnfinished =
            m_wantsTarget || (isEmpty() && (!m_step.commands.isEmpty() || m_step.after != ShellStep::After::Anything));
        if (isUnfinished)
            m_script.problem = u"Syntax error: end of file unexpected"_s;
        else
            finishList();
        return m_script;
    }

private:
    bool isEmpty() const { return m_command.words.isEmpty() && m_command.redirections.isEmpty(); }

    void takeWord(const ShellWord &word)
    {
        static const QStringList keywords{u"if"_s,    u"then"_s, u"for"_s, u"while"_s,
                                          u"until"_s, u"case"_s, u"{"_s,   u"!"_s};
        if (m_wantsTarget)
            m_command.redirections.last().target = word;
        else if (m_command.words.isEmpty() && !word.isQuoted && keywords.contains(plainText(word)))
            m_script.problem = u"\"%1\" is not simulated"_s.arg(plainText(word));
        else
            m_command.words.append(word);
        m_wantsTarget = false;
    }

    void takeOperator(const QString &text)
    {
        const bool isNewline = text == "\n"_L1;
        if (isNewline && isEmpty() && !m_wantsTarget)
            return; // an empty line, or one that ends with an operator
        static const QStringList separators{u"\n"_s, u";"_s, u"&"_s, u"&&"_s, u"||"_s, u"|"_s};
        const bool isSeparator = separators.contains(text);
        const auto redirection = isSeparator ? std::nullopt : redirectionFor(text);
        if (!isSeparator && !redirection) {
            m_script.problem = u"\"%1\" is not simulated"_s.arg(text);
        } else if (m_wantsTarget || (isSeparator && isEmpty())) {
            m_script.problem = u"Syntax error: \"%1\" unexpected"_s.arg(isNewline ? u"newline"_s : text);
        } else if (redirection) {
            m_wantsTarget = true;
            m_command.redirections.append(*redirection);
        } else if (text == "|"_L1) {
            finishCommand();
        } else if (text == "&&"_L1 || text == "||"_L1) {
            finishStep(text == "&&"_L1 ? ShellStep::After::Success : ShellStep::After::Failure);
        } else if (text == "&"_L1) {
            finishStep(ShellStep::After::Anything);
            m_script.steps.append(ShellStep{.background = std::exchange(m_list, {})});
        } else {
            finishList();
        }
    }

    void finishCommand() { m_step.commands.append(std::exchange(m_command, {})); }

    void finishStep(ShellStep::After next)
    {
        if (!isEmpty())
            finishCommand();
        if (!m_step.commands.isEmpty())
            m_list.append(m_step);
        m_step = ShellStep{.after = next};
    }

    void finishList()
    {
        finishStep(ShellStep::After::Anything);
        m_script.steps += std::exchange(m_list, {});
    }

    ShellScript m_script;
    QList<ShellStep> m_list; //!< what belongs together by `&&` and `||`
    ShellStep m_step;
    ShellCommand m_command;
    bool m_wantsTarget = false;
};

} // namespace

ShellScript parseScript(const QString &text)
{
    Lexer lexer(text, Lexer::Knows::Script);
    const auto lexemes = lexer.lexemes();
    if (!lexer.problem().isEmpty())
        return {.problem = lexer.problem()};
    return Parser().parse(lexemes);
}

ShellStep stepOf(const QStringList &words)
{
    ShellCommand command;
    for (const auto &word : words)
        command.words.append({.parts = {{.text = word}}, .isQuoted = true});
    return {.commands = {command}};
}

QStringList splitWords(const QString &text)
{
    QStringList words;
    for (const auto &lexeme : Lexer(text, Lexer::Knows::WordsOnly).lexemes())
        words << plainText(lexeme.word);
    return words;
}

} // namespace swarm::simulator
