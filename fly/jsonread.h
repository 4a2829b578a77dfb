#pragma once

#include "fly/flytypes.h"
#include "model/error.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

#include <vector>

namespace swarm {

//! An answer that is not what was asked for.
[[nodiscard]] std::unexpected<Error> nonsense(const QString &expected);

[[nodiscard]] Result<QJsonObject> objectFrom(const QByteArray &body);
[[nodiscard]] Result<QJsonArray> arrayFrom(const QByteArray &body);
//! Invalid for what is no time, and for the year 1, which means "unknown" in Go.
[[nodiscard]] QDateTime timeFrom(const QJsonValue &value);
[[nodiscard]] QStringList stringsFrom(const QJsonValue &value);

//! Each row read by `parse`. A row that is nonsense makes the list nonsense: a list that lacks something reads as if
//! that were gone.
template <typename T> Result<std::vector<T>> listFrom(const QJsonArray &rows, Result<T> (*parse)(const QJsonObject &))
{
    std::vector<T> things;
    things.reserve(static_cast<std::size_t>(rows.size()));
    for (const auto &row : rows) {
        auto thing = parse(row.toObject());
        if (!thing)
            return std::unexpected(thing.error());
        things.push_back(std::move(*thing));
    }
    return things;
}

//! The same for a body that is a bare array.
template <typename T> Result<std::vector<T>> listFrom(const QByteArray &body, Result<T> (*parse)(const QJsonObject &))
{
    const auto rows = arrayFrom(body);
    if (!rows)
        return std::unexpected(rows.error());
    return listFrom(*rows, parse);
}

//! And for one in a member of an object; absent or null is an empty list, as Go writes one.
template <typename T>
Result<std::vector<T>> listFrom(const QJsonValue &value, const QString &expected,
                                Result<T> (*parse)(const QJsonObject &))
{
    if (value.isUndefined() || value.isNull())
        return std::vector<T>();
    if (!value.isArray())
        return nonsense(expected);
    return listFrom(value.toArray(), parse);
}

//! A body that is one object.
template <typename T> Result<T> thingFrom(const QByteArray &body, Result<T> (*parse)(const QJsonObject &))
{
    const auto json = objectFrom(body);
    if (!json)
        return std::unexpected(json.error());
    return parse(*json);
}

//! One page of an organization's list, whose rows are in the member `name`.
template <typename T>
Result<OrgPage<T>> orgPageFrom(const QByteArray &body, const QString &name, Result<T> (*parse)(const QJsonObject &))
{
    const auto json = objectFrom(body);
    if (!json)
        return std::unexpected(json.error());
    if (!(*json)[name].isArray())
        return nonsense(QStringLiteral("a page of ") + name);
    auto rows = listFrom((*json)[name].toArray(), parse);
    if (!rows)
        return std::unexpected(rows.error());
    return OrgPage<T>{.rows = std::move(*rows),
                      .nextCursor = (*json)[QStringLiteral("next_cursor")].toString(),
                      .lastUpdatedAt = timeFrom((*json)[QStringLiteral("last_updated_at")]),
                      .errorRegions = stringsFrom((*json)[QStringLiteral("error_regions")])};
}

} // namespace swarm
