#include "model/wholefile.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace swarm {

Result<void> writeJsonFile(const QString &path, const QJsonObject &json, QJsonDocument::JsonFormat format)
{
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    const auto text = QJsonDocument(json).toJson(format);
    const bool isOpen = file.open(QIODevice::WriteOnly);
    if (isOpen)
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (!isOpen || file.write(text) != text.size() || !file.commit())
        return std::unexpected(
            Error{.code = ErrorCode::LocalFileFailed, .detail = u"%1: %2"_s.arg(path, file.errorString())});
    return {};
}

std::optional<QJsonObject> readJsonFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto document = QJsonDocument::fromJson(file.readAll());
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

std::expected<QJsonObject, FileProblem> readOurJson(const QString &path, int newestSchema)
{
    using Kind = FileProblem::Kind;
    const auto problem = [&path](Kind kind, const QString &reason = {}) {
        return std::unexpected(FileProblem{.kind = kind, .file = path, .reason = reason});
    };
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return problem(Kind::Unreadable, file.errorString());
    QJsonParseError parse;
    const auto document = QJsonDocument::fromJson(file.readAll(), &parse);
    if (file.error() != QFile::NoError)
        return problem(Kind::Unreadable, file.errorString());
    if (!document.isObject())
        return problem(Kind::Damaged,
                       parse.error == QJsonParseError::NoError ? u"not an object"_s : parse.errorString());
    if (document["schema"_L1].toInt(newestSchema) > newestSchema)
        return problem(Kind::TooNew);
    return document.object();
}

} // namespace swarm
