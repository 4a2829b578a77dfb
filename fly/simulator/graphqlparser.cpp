#include "fly/simulator/graphqlparser.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

constexpr int deepest = 40;

GraphQlParser::GraphQlParser(const QString &document, const QJsonObject &variables)
    : m_text(document)
    , m_variables(variables)
{
}

void GraphQlParser::fail(const QString &text)
{
    if (m_error.isEmpty())
        m_error = text;
    m_at = m_text.size();
}

void GraphQlParser::skipBlanks()
{
    while (m_at < m_text.size()) {
        const auto c = m_text[m_at];
        if (c == u'#') {
            while (m_at < m_text.size() && m_text[m_at] != u'\n')
                ++m_at;
        } else if (c.isSpace() || c == u',' || c == QChar(0xfeff)) {
            ++m_at;
        } else {
            return;
        }
    }
}

QChar GraphQlParser::peek()
{
    skipBlanks();
    return m_at < m_text.size() ? m_text[m_at] : QChar();
}

bool GraphQlParser::take(QChar symbol)
{
    if (peek() != symbol || m_at >= m_text.size())
        return false;
    ++m_at;
    return true;
}

bool GraphQlParser::takeSpread()
{
    skipBlanks();
    if (QStringView(m_text).mid(m_at, 3) != u"...")
        return false;
    m_at += 3;
    return true;
}

bool GraphQlParser::expect(QChar symbol)
{
    if (take(symbol))
        return true;
    fail(u"syntax error, unexpected %1, expecting \"%2\""_s.arg(
        m_at < m_text.size() ? QString(m_text[m_at]) : u"end of file"_s, QString(symbol)));
    return false;
}

QString GraphQlParser::takeName()
{
    skipBlanks();
    const auto from = m_at;
    while (m_at < m_text.size() && (m_text[m_at].isLetterOrNumber() || m_text[m_at] == u'_'))
        ++m_at;
    return m_text.mid(from, m_at - from);
}

QString GraphQlParser::takeString()
{
    if (QStringView(m_text).mid(m_at, 3) == u"\"\"\"") {
        const auto end = m_text.indexOf("\"\"\""_L1, m_at + 3);
        const auto text = m_text.mid(m_at + 3, end - m_at - 3);
        if (end < 0)
            fail(u"syntax error, string without end"_s);
        else
            m_at = end + 3;
        return text;
    }
    QString text;
    for (++m_at; m_at < m_text.size() && m_text[m_at] != u'"'; ++m_at) {
        auto c = m_text[m_at];
        if (c == u'\\' && m_at + 1 < m_text.size()) {
            c = m_text[++m_at];
            if (c == u'u') {
                c = QChar(m_text.mid(m_at + 1, 4).toUShort(nullptr, 16));
                m_at += 4;
            } else if (c == u'n') {
                c = u'\n';
            } else if (c == u't') {
                c = u'\t';
            } else if (c == u'r') {
                c = u'\r';
            }
        }
        text += c;
    }
    if (!take(u'"'))
        fail(u"syntax error, string without end"_s);
    return text;
}

QJsonValue GraphQlParser::takeNumber()
{
    const auto from = m_at;
    while (m_at < m_text.size() && (m_text[m_at].isDigit() || QStringView(u"+-.eE").contains(m_text[m_at])))
        ++m_at;
    bool isNumber = false;
    const double number = m_text.mid(from, m_at - from).toDouble(&isNumber);
    if (!isNumber)
        fail(u"syntax error, bad number"_s);
    return number;
}

QJsonValue GraphQlParser::takeValue(bool hasVariables)
{
    if (++m_depth > deepest)
        fail(u"the document is nested too deeply"_s);
    QJsonValue value;
    const auto c = peek();
    if (c == u'$' && hasVariables) {
        ++m_at;
        value = m_variables[takeName()];
    } else if (c == u'"') {
        value = takeString();
    } else if (c.isDigit() || c == u'-') {
        value = takeNumber();
    } else if (take(u'[')) {
        QJsonArray list;
        while (!take(u']') && m_error.isEmpty())
            list.append(takeValue(hasVariables));
        value = list;
    } else if (take(u'{')) {
        QJsonObject object;
        while (!take(u'}') && m_error.isEmpty()) {
            const auto name = takeName();
            expect(u':');
            object.insert(name, takeValue(hasVariables));
        }
        value = object;
    } else {
        const auto word = takeName();
        if (word.isEmpty())
            fail(u"syntax error, a value is missing"_s);
        else if (word == "true"_L1 || word == "false"_L1)
            value = word == "true"_L1;
        else if (word != "null"_L1)
            value = word; // a word of an enumeration
    }
    --m_depth;
    return value;
}

QJsonObject GraphQlParser::takeArguments()
{
    QJsonObject arguments;
    if (!take(u'('))
        return arguments;
    while (!take(u')') && m_error.isEmpty()) {
        const auto name = takeName();
        expect(u':');
        const auto value = takeValue(true);
        if (!value.isUndefined()) // a variable that was not given is an argument that was not given
            arguments.insert(name, value);
    }
    return arguments;
}

void GraphQlParser::takeDirectives()
{
    while (take(u'@') && m_error.isEmpty()) {
        takeName();
        takeArguments();
    }
}

void GraphQlParser::takeType()
{
    if (take(u'[')) {
        if (++m_depth > deepest)
            fail(u"the document is nested too deeply"_s);
        takeType();
        expect(u']');
        --m_depth;
    } else {
        takeName();
    }
    take(u'!');
}

void GraphQlParser::takeVariables()
{
    if (!take(u'('))
        return;
    while (!take(u')') && m_error.isEmpty()) {
        expect(u'$');
        const auto name = takeName();
        expect(u':');
        takeType();
        if (take(u'=')) {
            const auto value = takeValue(false);
            if (!m_variables.contains(name))
                m_variables.insert(name, value);
        }
        takeDirectives();
    }
}

QList<GraphQlSelection> GraphQlParser::takeSelections()
{
    QList<GraphQlSelection> list;
    if (++m_depth > deepest)
        fail(u"the document is nested too deeply"_s);
    expect(u'{');
    while (!take(u'}') && m_error.isEmpty())
        list.append(takeSelection());
    --m_depth;
    return list;
}

GraphQlSelection GraphQlParser::takeSelection()
{
    GraphQlSelection selection;
    if (takeSpread()) {
        const auto word = takeName();
        if (word == "on"_L1)
            selection.onType = takeName();
        else
            selection.spread = word;
        takeDirectives();
        if (selection.spread.isEmpty())
            selection.selections = takeSelections();
        return selection;
    }
    selection.name = takeName();
    if (selection.name.isEmpty())
        expect(u'}');
    selection.alias = selection.name;
    if (take(u':'))
        selection.name = takeName();
    selection.arguments = takeArguments();
    takeDirectives();
    if (peek() == u'{')
        selection.selections = takeSelections();
    return selection;
}

std::optional<GraphQlOperation> GraphQlParser::parse(const QString &operationName)
{
    GraphQlOperation chosen;
    bool isChosen = false;
    QMap<QString, GraphQlSelection> fragments;
    while (!peek().isNull() && m_error.isEmpty()) {
        const bool isShort = peek() == u'{';
        const auto word = isShort ? u"query"_s : takeName();
        if (word == "fragment"_L1) {
            const auto name = takeName();
            takeName(); // on
            GraphQlSelection fragment{.onType = takeName()};
            takeDirectives();
            fragment.selections = takeSelections();
            fragments.insert(name, fragment);
            continue;
        }
        if (word != "query"_L1 && word != "mutation"_L1) {
            fail(u"syntax error, unexpected \"%1\""_s.arg(word.isEmpty() ? QString(peek()) : word));
            break;
        }
        const auto name = isShort ? QString() : takeName();
        takeVariables();
        takeDirectives();
        const GraphQlOperation operation{.isMutation = word == "mutation"_L1, .selections = takeSelections()};
        if (operationName.isEmpty() ? !isChosen : name == operationName) {
            chosen = operation;
            isChosen = true;
        }
    }
    if (m_error.isEmpty() && !isChosen)
        m_error = operationName.isEmpty() ? u"No query string was present"_s
                                          : u"No operation named \"%1\""_s.arg(operationName);
    if (!m_error.isEmpty())
        return {};
    chosen.fragments = fragments;
    return chosen;
}

std::optional<GraphQlOperation> parseGraphQl(const QString &document, const QString &operationName,
                                             const QJsonObject &variables, QString *error)
{
    GraphQlParser parser(document, variables);
    auto operation = parser.parse(operationName);
    if (!operation && error)
        *error = parser.error();
    return operation;
}

} // namespace swarm::simulator
