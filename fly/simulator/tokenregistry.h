#pragma once

#include "fly/simulator/clock.h"
#include "fly/simulator/knowntoken.h"
#include "fly/simulator/token.h"

#include <QJsonArray>
#include <QList>

#include <optional>

namespace swarm::simulator {

//! Tokens with a scope of their own. One that is not in here may do everything, if its prefix is right.
class TokenRegistry
{
public:
    explicit TokenRegistry(Clock &clock)
        : m_clock(clock)
    {
    }

    //! Makes one; its id and its secret are filled in, with the given prefix (`fm2_`, `fo1_`), unless they are given.
    const KnownToken &add(KnownToken token, const QString &prefix);
    //! By id or secret. It is kept, because a token that nobody knows may do everything.
    const KnownToken *revoke(const QString &idOrSecret);
    const QList<KnownToken> &all() const { return m_tokens; }
    const KnownToken *find(const QString &secret) const;
    //! What the header of a request may do now.
    Token read(const QByteArray &header) const;

    QJsonArray toJson() const;
    void load(const QJsonArray &json);

private:
    QList<const KnownToken *> permissions(const Token &token) const;

    Clock &m_clock;
    QList<KnownToken> m_tokens;
};

//! Milliseconds of a Go duration such as "720h" or "1h30m"; nothing when it is none.
std::optional<qint64> goDuration(const QString &text);

} // namespace swarm::simulator
