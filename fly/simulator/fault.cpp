#include "fly/simulator/fault.h"

#include <QJsonDocument>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

static std::optional<Fault::Kind> kindOf(const QString &word)
{
    static const QList<std::pair<QString, Fault::Kind>> words{
        {u"status"_s, Fault::Kind::Status},   {u"delay"_s, Fault::Kind::Delay},
        {u"cut"_s, Fault::Kind::Cut},         {u"reset"_s, Fault::Kind::Reset},
        {u"silence"_s, Fault::Kind::Silence}, {u"lostreply"_s, Fault::Kind::LostReply},
    };
    for (const auto &[name, kind] : words) {
        if (word.toLower().remove(u'_').remove(u'-') == name)
            return kind;
    }
    return {};
}

static void complain(QString *error, const QString &text)
{
    if (error)
        *error = text;
}

std::optional<Fault> Fault::fromJson(const QJsonObject &json, QString *error)
{
    // A misspelt member would make a fault that nobody meant.
    static const QStringList members{u"kind"_s,   u"method"_s, u"route"_s,        u"times"_s,   u"skip"_s,
                                     u"status"_s, u"body"_s,   u"content_type"_s, u"headers"_s, u"delay_ms"_s};
    for (const auto &member : json.keys()) {
        if (!members.contains(member)) {
            complain(error, u"a fault has no \"%1\": use %2"_s.arg(member, members.join(u", "_s)));
            return {};
        }
    }
    const auto kind = kindOf(json[u"kind"].toString(u"status"_s));
    if (!kind) {
        complain(error, u"unknown kind: use status, delay, cut, reset, silence or lost_reply"_s);
        return {};
    }
    Fault fault{.kind = *kind,
                .method = json[u"method"].toString().toUpper().toUtf8(),
                .route = json[u"route"].toString(u"*"_s),
                .times = json[u"times"].toInt(1),
                .skip = json[u"skip"].toInt(),
                .status = json[u"status"].toInt(500),
                .contentType = json[u"content_type"].toString(u"application/json"_s).toUtf8(),
                .delay = std::chrono::milliseconds(json[u"delay_ms"].toInt())};
    const auto body = json[u"body"];
    if (body.isString())
        fault.body = body.toString().toUtf8();
    else if (body.isObject())
        fault.body = QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact);
    const auto headers = json[u"headers"].toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it)
        fault.headers.append({it.key().toUtf8(), it->toString().toUtf8()});
    return fault;
}

std::optional<Fault> Fault::fromText(const QString &text, QString *error)
{
    auto words = text.split(u' ', Qt::SkipEmptyParts);
    Fault fault;
    if (words.size() == 4 && words[3].startsWith(u'x')) {
        bool isNumber = false;
        fault.times = words[3].mid(1).toInt(&isNumber);
        if (!isNumber) {
            complain(error, u"\"%1\" is no count, such as x3 (x-1 for ever)"_s.arg(words[3]));
            return {};
        }
        words.removeLast();
    }
    if (words.size() != 3) {
        complain(error,
                 u"a fault is written METHOD ROUTE KIND[:VALUE] [xN], for example: POST /v1/apps status:503 x2"_s);
        return {};
    }
    const auto colon = words[2].indexOf(u':');
    const auto kind = kindOf(colon < 0 ? words[2] : words[2].left(colon));
    if (!kind) {
        complain(error,
                 u"\"%1\" is no kind of fault: use status, delay, cut, reset, silence or lost_reply"_s.arg(words[2]));
        return {};
    }
    fault.kind = *kind;
    fault.method = words[0] == "*"_L1 ? QByteArray() : words[0].toUpper().toUtf8();
    fault.route = words[1];
    bool isNumber = true;
    const int value = colon < 0 ? 0 : words[2].mid(colon + 1).toInt(&isNumber);
    if (!isNumber) {
        complain(error, u"\"%1\": the value is a number, of the status or of milliseconds"_s.arg(words[2]));
        return {};
    }
    if (fault.kind == Kind::Status) {
        fault.status = colon < 0 ? 500 : value;
        fault.body = R"({"error":"simulated fault"})";
    } else if (fault.kind == Kind::Delay) {
        fault.delay = std::chrono::milliseconds(colon < 0 ? 5000 : value);
    }
    return fault;
}

} // namespace swarm::simulator
