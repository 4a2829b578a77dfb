#include "fly/simulator/tokenregistry.h"

#include "fly/simulator/ids.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

const KnownToken &TokenRegistry::add(KnownToken token, const QString &prefix)
{
    if (token.id.isEmpty())
        token.id = newUlid(m_clock.now());
    if (token.secret.isEmpty())
        token.secret = prefix + randomHex(64);
    token.createdAt = m_clock.now();
    m_tokens.removeIf([&token](const KnownToken &known) { return known.secret == token.secret; });
    m_tokens.append(token);
    return m_tokens.last();
}

bool TokenRegistry::remove(const QString &id)
{
    return m_tokens.removeIf([&id](const KnownToken &known) { return known.id == id; }) > 0;
}

const KnownToken *TokenRegistry::find(const QString &secret) const
{
    for (const auto &known : m_tokens) {
        if (known.secret == secret)
            return &known;
    }
    return nullptr;
}

Token TokenRegistry::read(const QByteArray &header) const
{
    auto token = readAuthorization(header);
    const auto now = m_clock.now();
    for (const auto &part : std::as_const(token.parts)) {
        const auto *known = find(part);
        if (!known)
            continue;
        token.apps += known->apps;
        token.isReadOnly = token.isReadOnly || known->isReadOnly;
        token.isExpired = token.isExpired || (known->endsAt > 0 && now >= known->endsAt);
        token.lacksDischarge = token.lacksDischarge || (known->dischargeEndsAt > 0 && now >= known->dischargeEndsAt);
    }
    return token;
}

QJsonArray TokenRegistry::toJson() const
{
    QJsonArray json;
    for (const auto &token : m_tokens)
        json.append(token.toJson());
    return json;
}

void TokenRegistry::load(const QJsonArray &json)
{
    m_tokens.clear();
    for (const auto &value : json)
        m_tokens.append(KnownToken::fromJson(value.toObject()));
}

std::optional<qint64> goDuration(const QString &text)
{
    static const QRegularExpression whole(u"^(\\d+(\\.\\d+)?(ms|s|m|h))+$"_s);
    static const QRegularExpression piece(u"(\\d+(?:\\.\\d+)?)(ms|s|m|h)"_s);
    if (!whole.match(text).hasMatch())
        return {};
    static const QHash<QString, double> units{{u"ms"_s, 1}, {u"s"_s, 1e3}, {u"m"_s, 6e4}, {u"h"_s, 3.6e6}};
    double sum = 0;
    for (auto pieces = piece.globalMatch(text); pieces.hasNext();) {
        const auto match = pieces.next();
        sum += match.captured(1).toDouble() * units.value(match.captured(2));
    }
    return static_cast<qint64>(sum);
}

} // namespace swarm::simulator
