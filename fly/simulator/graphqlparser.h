#pragma once

#include "fly/simulator/graphqlselection.h"

namespace swarm::simulator {

//! The reading itself, token by token. After the first mistake everything reads as the end of the document.
class GraphQlParser
{
public:
    GraphQlParser(const QString &document, const QJsonObject &variables);

    std::optional<GraphQlOperation> parse(const QString &operationName);
    QString error() const { return m_error; }

private:
    QChar peek();
    bool take(QChar symbol);
    bool takeSpread();
    bool expect(QChar symbol);
    QString takeName();
    QString takeString();
    QJsonValue takeValue(bool hasVariables);
    QJsonValue takeNumber();
    QJsonObject takeArguments();
    void takeDirectives();
    void takeType();
    void takeVariables();
    QList<GraphQlSelection> takeSelections();
    GraphQlSelection takeSelection();
    void fail(const QString &text);
    void skipBlanks();

    QString m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
    QJsonObject m_variables;
    QString m_error;
};

} // namespace swarm::simulator
