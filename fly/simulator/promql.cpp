#include "fly/simulator/promql.h"

#include <algorithm>

namespace swarm::simulator::promql {

QString labelOf(const Labels &labels, const QString &name)
{
    const auto found = labels.find(name);
    return found == labels.end() ? QString() : found->second;
}

bool Matcher::accepts(const Labels &labels) const
{
    const auto value = labelOf(labels, label);
    switch (kind) {
    case Kind::Equal:
        return value == text;
    case Kind::NotEqual:
        return value != text;
    case Kind::Like:
        return pattern.match(value).hasMatch();
    case Kind::NotLike:
        return !pattern.match(value).hasMatch();
    }
    Q_UNREACHABLE();
}

bool accepts(const QList<Matcher> &matchers, const Labels &labels)
{
    return std::all_of(matchers.begin(), matchers.end(),
                       [&labels](const Matcher &matcher) { return matcher.accepts(labels); });
}

bool Expression::isScalar() const
{
    if (kind == Kind::Number)
        return true;
    const bool isArithmetic = kind == Kind::Binary || kind == Kind::Negation;
    return isArithmetic && std::all_of(parts.begin(), parts.end(), [](const auto &part) { return part->isScalar(); });
}

} // namespace swarm::simulator::promql
