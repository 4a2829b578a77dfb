#include "model/scrubbed.h"

#include <QRegularExpression>

#include <vector>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

//! A name that a secret goes by, with what may stand before and after it; ids and versions are none.
const auto key = uR"((?<![\w.-])[\w.-]{0,60}?)"
                 uR"((?:authorization|token|passw(?:or)?d|passphrase|secret|cookie|credential|code[_-]?verifier)"
                 uR"(|(?:api|private)[_-]?key|code-server-session))"
                 uR"((?![\w.-]*_(?:id|version)\b)[\w.-]{0,60})"_s;
//! Opens or closes a text; in JSON within JSON there are backslashes before it.
const auto quote = uR"(\\*["'])"_s;
//! A quoted text as a whole; one that was cut off ends with everything.
const auto quoted = uR"((\\*["'])(?:.*?(?<!\\)\2|.*\z))"_s;

struct Rule {
    QRegularExpression pattern;
    QString replacement;
};

Rule rule(const QString &pattern, const QString &replacement)
{
    return {.pattern = QRegularExpression(
                pattern, QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption),
            .replacement = replacement};
}

const std::vector<Rule> &rules()
{
    const auto marked = uR"(\1)"_s + secretMark();
    const auto markedText = uR"(\1\2)"_s + secretMark() + uR"(\2)"_s;
    static const std::vector<Rule> all{
        // {"name": "PASSWORD", "value": "…"}
        rule(u"(%1(?:name|key)%1\\s*:\\s*%1%2%1\\s*,\\s*%1value%1\\s*:\\s*)%3"_s.arg(quote, key, quoted), markedText),
        // "token": "…", password="…"
        rule(u"(%1(?:%2)?\\s*[:=]\\s*)%3"_s.arg(key, quote, quoted), markedText),
        // "secrets": {"A": "…"}, "tokens": ["…"]; Fly.io takes an app's secrets as "values"
        rule(u"((?:%1|values)%2\\s*:\\s*)(?:\\{[^{}]*\\}|\\[[^\\[\\]]*\\])"_s.arg(key, quote), marked),
        // "token": 12345
        rule(u"(%1%2\\s*:\\s*)(?!null|true|false)[^\\s,}\\]{\\[\"'\\\\]+"_s.arg(key, quote), marked),
        // Authorization: Basic …
        rule(u"((?:authorization|cookie)\\s*[:=]\\s*)[^\\r\\n\"]+"_s, marked),
        // password=…, ?access_token=…&, token: …
        rule(u"(%1\\s*[:=]\\s*)(?!')[^\\s&\"<>{\\[]+"_s.arg(key), marked),
        // --token …
        rule(u"((?<![\\w.-])--%1\\s+)(?!-)\\S+"_s.arg(u"[\\w-]*(?:token|password|secret)[\\w-]*"_s), marked),
        // https://user:password@host
        rule(u"(://)[^/\\s@\"]+(?=@)"_s, marked),
        // the id of a browser login gives its token to whoever asks
        rule(u"((?:cli_sessions|auth/cli)/)[^/?\\s\"'&]+"_s, marked),
        rule(u"((?:FlyV1|Bearer)(?:\\s|%20|\\+)+)[^\\s\"'<>]+"_s, marked),
        rule(u"((?:fo1|fm2|fm1r|fm1a)_)[\\w+/=%.-]+"_s, marked),
        // a JSON web token
        rule(u"\\b(eyJ)[\\w-]+\\.[\\w-]+\\.[\\w-]*"_s, marked),
    };
    return all;
}

} // namespace

QString secretMark()
{
    return u"•••"_s;
}

QString scrubbed(QString text)
{
    for (const auto &[pattern, replacement] : rules())
        text.replace(pattern, replacement);
    return text;
}

bool namesSecret(const QString &name)
{
    static const QRegularExpression whole(u"\\A(?:%1)\\z"_s.arg(key), QRegularExpression::CaseInsensitiveOption);
    return whole.match(name).hasMatch();
}

} // namespace swarm
