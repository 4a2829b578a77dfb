#include "fly/simulator/transcript.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

QByteArray transcriptLine(const SeenRequest &seen)
{
    QJsonObject headers;
    for (const auto &[name, value] : seen.headers) {
        if (name.toLower() != "authorization"_ba)
            headers.insert(QString::fromUtf8(name).toLower(), QString::fromUtf8(value));
    }
    const QJsonObject line{{u"method"_s, QString::fromUtf8(seen.method)},
                           {u"path"_s, QString::fromUtf8(seen.path)},
                           {u"route"_s, seen.route},
                           {u"request_headers"_s, headers},
                           {u"request_body"_s, QString::fromUtf8(seen.body)},
                           {u"status"_s, seen.status},
                           {u"content_type"_s, QString::fromUtf8(seen.contentType)},
                           {u"answer"_s, QString::fromUtf8(seen.answer)}};
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace swarm::simulator
