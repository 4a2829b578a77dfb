#include "fly/simulator/shellscript.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm::simulator {
namespace {

using Environment = QMap<QString, QString>;

struct Lexeme {
    bool isOperator = false;
    QString text = {};
};

//! Cuts a text into words and operators. Without an environment everything but blanks belongs to words.
class Lexer
{
public:
    Lexer(const QString &text, const Environment *environment)
        : m_text(text)
        , m_environment(environment)
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
        } else if (m_environment && (c == u'$' || c == u'`')) {
            expand();
        } else if (m_environment && u";&|<>()\n"_s.contains(c)) {
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
        m_hasWord = true;
        m_isQuoted = true;
        ++m_at;
        while (m_at < m_text.size() && m_text[m_at] != quote) {
            const auto c = m_text[m_at];
            if (quote == u'"' && m_environment && (c == u'$' || c == u'`')) {
                expand();
                continue;
            }
            if (quote == u'"' && c == u'\\' && u"\"\\$`"_s.contains(peek(1)))
                ++m_at;
            m_word += m_text[m_at++];
        }
        if (m_at == m_text.size())
            m_problem = u"Syntax error: Unterminated quoted string"_s;
        ++m_at;
    }

    void expand()
    {
        if (peek() == u'`' || peek(1) == u'(') {
            m_problem = u"command substitution is not simulated"_s;
            ++m_at;
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
        const auto value = m_environment->value(m_text.mid(start, end - start));
        m_word += value;
        m_hasWord = m_hasWord || !value.isEmpty();
        m_at = end + (isBraced ? 1 : 0);
    }

    void readOperator()
    {
        const auto c = peek();
        const bool isDouble = peek(1) == c && u"&|><;"_s.contains(c);
        auto text = QString(isDouble ? 2 : 1, c);
        m_at += text.size();
        const bool isNumber = m_hasWord && !m_isQuoted
            && std::all_of(m_word.begin(), m_word.end(), [](QChar digit) { return digit.isDigit(); });
        if (isNumber && (c == u'>' || c == u'<')) {
            text.prepend(m_word);
            m_word.clear();
            m_hasWord = false;
        }
        endWord();
        m_lexemes.append({.isOperator = true, .text = text});
    }

    void add(QChar c)
    {
        m_word += c;
        m_hasWord = true;
    }

    void endWord()
    {
        if (m_hasWord)
            m_lexemes.append({.isOperator = false, .text = m_word});
        m_word.clear();
        m_hasWord = false;
        m_isQuoted = false;
    }

    QString m_text;
    const Environment *m_environment;
    qsizetype m_at = 0;
    QString m_word;
    bool m_hasWord = false;
    bool m_isQuoted = false;
    QList<Lexeme> m_lexemes;
    QString m_problem;
};

//! Puts lexemes together to steps.
class Parser
{
public:
    ShellScript parse(const QList<Lexeme> &lexemes)
    {
        for (const auto &lexeme : lexemes) {
            if (!m_script.problem.isEmpty())
                return m_script;
            if (lexeme.isOperator)
                takeOperator(lexeme.text);
            else
                takeWord(lexeme.text);
        }
        if (m_wantsTarget || (isEmpty() && m_step.after != ShellStep::After::Anything))
            m_script.problem = u"Syntax error: end of file unexpected"_s;
        else
            finish(ShellStep::After::Anything);
        return m_script;
    }

private:
    bool isEmpty() const { return m_step.words.isEmpty() && !m_step.hasTarget; }

    void takeWord(const QString &word)
    {
        if (!m_wantsTarget) {
            m_step.words << word;
            return;
        }
        m_step.target = word;
        m_step.hasTarget = true;
        m_wantsTarget = false;
    }

    void takeOperator(const QString &text)
    {
        const bool isNewline = text == "\n"_L1;
        if (isNewline && isEmpty() && !m_wantsTarget)
            return;
        const bool isRedirection = text == ">"_L1 || text == ">>"_L1;
        const bool isSeparator = isNewline || text == ";"_L1 || text == "&&"_L1 || text == "||"_L1;
        if (!isRedirection && !isSeparator) {
            m_script.problem = u"\"%1\" is not simulated"_s.arg(text);
        } else if (m_wantsTarget || (isSeparator && isEmpty())) {
            m_script.problem = u"Syntax error: \"%1\" unexpected"_s.arg(isNewline ? u"newline"_s : text);
        } else if (isRedirection) {
            m_wantsTarget = true;
            m_step.appends = text == ">>"_L1;
        } else {
            finish(text == "&&"_L1       ? ShellStep::After::Success
                       : text == "||"_L1 ? ShellStep::After::Failure
                                         : ShellStep::After::Anything);
        }
    }

    void finish(ShellStep::After next)
    {
        if (!isEmpty())
            m_script.steps.append(m_step);
        m_step = ShellStep{.after = next};
    }

    ShellScript m_script;
    ShellStep m_step;
    bool m_wantsTarget = false;
};

} // namespace

ShellScript parseScript(const QString &text, const QMap<QString, QString> &environment)
{
    Lexer lexer(text, &environment);
    const auto lexemes = lexer.lexemes();
    if (!lexer.problem().isEmpty())
        return {.problem = lexer.problem()};
    return Parser().parse(lexemes);
}

QStringList splitWords(const QString &text)
{
    QStringList words;
    for (const auto &lexeme : Lexer(text, nullptr).lexemes())
        words << lexeme.text;
    return words;
}

} // namespace swarm::simulator
