#include "fly/simulator/tokenregistry.h"

#include "fly/simulator/ids.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

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

const KnownToken *TokenRegistry::revoke(const QString &idOrSecret)
{
    for (auto &known : m_tokens) {
        if (known.revokedAt == 0 && (known.id == idOrSecret || known.secret == idOrSecret)) {
            known.revokedAt = m_clock.now();
            return &known;
        }
    }
    return nullptr;
}

const KnownToken *TokenRegistry::find(const QString &secret) const
{
    for (const auto &known : m_tokens) {
        if (known.secret == secret)
            return &known;
    }
    return nullptr;
}

QList<const KnownToken *> TokenRegistry::permissions(const Token &token) const
{
    QList<const KnownToken *> found;
    for (const auto &part : token.parts) {
        if (const auto *known = find(part))
            found.append(known);
    }
    return found;
}

Token TokenRegistry::read(const QByteArray &header) const
{
    auto token = readAuthorization(header);
    auto known = permissions(token);
    // Beside tokens that are known, a macaroon is taken for a discharge of theirs, anything else for a token of its
    // own.
    const bool hasOther = std::any_of(token.parts.begin(), token.parts.end(),
                                      [this](const auto &part) { return part.startsWith("fo1_"_L1) && !find(part); });
    if (known.isEmpty() || hasOther)
        return token;

    // Each token may do what it may do by itself; they add up.
    const auto now = m_clock.now();
    known.removeIf([now](const KnownToken *one) { return one->hasEnded(now); });
    token.isExpired = token.isExpired || known.isEmpty();
    const auto lost = known.removeIf([now](const KnownToken *one) { return one->lacksDischarge(now); });
    token.lacksDischarge = lost > 0 && known.isEmpty();
    const auto isReadOnly = [](const KnownToken *one) { return one->isReadOnly; };
    const auto isForAll = [](const KnownToken *one) { return one->apps.isEmpty(); };
    token.isReadOnly = token.isReadOnly || (!known.isEmpty() && std::all_of(known.begin(), known.end(), isReadOnly));
    if (std::none_of(known.begin(), known.end(), isForAll)) {
        for (const auto *one : std::as_const(known))
            token.apps += one->apps;
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
