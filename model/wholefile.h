#pragma once

#include "model/error.h"
#include "model/fileproblem.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace swarm {

//! A file of ours, for its user's eyes only, written beside, synced and renamed: whole or not at all. Makes its folder.
//! `LOCAL_FILE_FAILED` when the disk is full and the like.
[[nodiscard]] Result<void> writeJsonFile(const QString &path, const QJsonObject &json,
                                         QJsonDocument::JsonFormat format = QJsonDocument::Indented);
//! Nothing when there is none, or when it is no JSON object.
[[nodiscard]] std::optional<QJsonObject> readJsonFile(const QString &path);
//! The same, of a file that says by which `schema` it was written; one above ours is not read.
[[nodiscard]] std::expected<QJsonObject, FileProblem> readOurJson(const QString &path, int newestSchema);

} // namespace swarm
