#include "fly/jsonread.h"

#include <QJsonDocument>

namespace swarm {

std::unexpected<Error> nonsense(const QString &expected)
{
    return std::unexpected(Error{.code = ErrorCode::BadReply, .detail = QStringLiteral("expected ") + expected});
}

Result<QJsonObject> objectFrom(const QByteArray &body)
{
    const auto document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return nonsense(QStringLiteral("a JSON object"));
    return document.object();
}

Result<QJsonArray> arrayFrom(const QByteArray &body)
{
    const auto document = QJsonDocument::fromJson(body);
    if (!document.isArray())
        return nonsense(QStringLiteral("a JSON array"));
    return document.array();
}

QDateTime timeFrom(const QJsonValue &value)
{
    const auto time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
    return time.isValid() && time.date().year() > 1 ? time : QDateTime();
}

QStringList stringsFrom(const QJsonValue &value)
{
    QStringList strings;
    for (const auto &item : value.toArray())
        strings << item.toString();
    return strings;
}

} // namespace swarm
