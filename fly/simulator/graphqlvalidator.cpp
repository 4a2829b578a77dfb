#include "fly/simulator/graphqlvalidator.h"

#include "fly/simulator/graphqltypes.h"

using namespace Qt::StringLiterals;

namespace swarm::simulator {

namespace {

constexpr int deepest = 40; // a fragment may name itself

class Validator
{
public:
    explicit Validator(const GraphQlOperation &operation)
        : m_operation(operation)
    {
    }

    QJsonArray run()
    {
        const auto root = m_operation.isMutation ? u"Mutations"_s : u"Queries"_s;
        check(root, m_operation.selections, {m_operation.isMutation ? u"mutation"_s : u"query"_s}, 0);
        return m_errors;
    }

private:
    void check(const QString &type, const QList<GraphQlSelection> &selections, const QJsonArray &path, int depth)
    {
        if (depth > deepest || m_errors.size() > mostErrors)
            return;
        for (const auto &selection : selections) {
            if (!selection.spread.isEmpty()) {
                const auto fragment = m_operation.fragments.value(selection.spread);
                check(fragment.onType, fragment.selections, path, depth + 1);
            } else if (selection.name.isEmpty()) {
                check(selection.onType.isEmpty() ? type : selection.onType, selection.selections, path, depth + 1);
            } else {
                checkField(type, selection, path, depth);
            }
        }
    }

    void checkField(const QString &type, const GraphQlSelection &selection, QJsonArray path, int depth)
    {
        path.append(selection.alias);
        const auto field = graphQlField(type, selection.name);
        if (!field.exists)
            m_errors.append(undefined(type, selection.name, path));
        else
            check(field.type, selection.selections, path, depth + 1);
    }

    static QJsonObject undefined(const QString &type, const QString &name, const QJsonArray &path)
    {
        return {{u"message"_s, u"Field '%1' doesn't exist on type '%2'"_s.arg(name, type)},
                {u"path"_s, path},
                {u"extensions"_s,
                 QJsonObject{{u"code"_s, u"undefinedField"_s}, {u"typeName"_s, type}, {u"fieldName"_s, name}}}};
    }

    static constexpr qsizetype mostErrors = 20;
    const GraphQlOperation &m_operation;
    QJsonArray m_errors;
};

} // namespace

QJsonArray undefinedFields(const GraphQlOperation &operation)
{
    return Validator(operation).run();
}

} // namespace swarm::simulator
