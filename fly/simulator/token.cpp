#include "fly/simulator/token.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

Token readAuthorization(const QByteArray &header)
{
    auto rest = QString::fromUtf8(header).trimmed();
    bool hasScheme = false;
    for (bool found = true; found;) {
        found = false;
        for (const auto scheme : {"Bearer "_L1, "FlyV1 "_L1}) {
            if (rest.startsWith(scheme, Qt::CaseInsensitive)) {
                rest = rest.mid(scheme.size()).trimmed();
                found = hasScheme = true;
            }
        }
    }
    Token token;
    token.parts = rest.split(u',', Qt::SkipEmptyParts);
    const auto isMacaroon = [](const QString &part) {
        return part.startsWith("fm2_"_L1) || part.startsWith("fm1r_"_L1) || part.startsWith("fm1a_"_L1);
    };
    const auto isKnown = [&isMacaroon](const QString &part) { return part.startsWith("fo1_"_L1) || isMacaroon(part); };
    for (auto &part : token.parts)
        part = part.trimmed();
    token.isValid = hasScheme && !token.parts.isEmpty() && std::all_of(token.parts.begin(), token.parts.end(), isKnown);
    token.hasMacaroon = std::any_of(token.parts.begin(), token.parts.end(), isMacaroon);
    token.isExpired = rest.contains("expired"_L1);
    token.isReadOnly = rest.contains("readonly"_L1);
    return token;
}

} // namespace swarm::simulator
