#pragma once

#include <QHash>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace swarm {

//! By which a file is known to be unchanged.
struct FileStamp {
    qint64 changedAt = 0; //!< on the file system's own clock, in its own units
    qint64 size = 0;

    bool operator==(const FileStamp &) const = default;
};

struct StampedFile {
    QString name = {};
    FileStamp stamp = {};
};
//! The JSON files in a folder. Waits for the disk.
[[nodiscard]] std::vector<StampedFile> jsonFilesIn(const QString &folder);
//! Whether it has been so for long enough that a change after this would show in the stamp: file systems count time
//! in steps.
[[nodiscard]] bool isSettled(const FileStamp &stamp);

//! What the records of a folder hold, by the names of their files: one file to read at a start instead of a thousand.
//! Only ever a cache: an entry counts as long as its record has the stamp that it had then.
struct ListedRecord {
    FileStamp stamp = {};
    QJsonObject record = {};
};
using RecordList = QHash<QString, ListedRecord>;

//! `list.json` beside the folder of the records.
[[nodiscard]] QString recordListOf(const QString &folder);
//! Empty when there is none, or one that makes no sense. Waits for the disk.
[[nodiscard]] RecordList readRecordList(const QString &file);
//! Whole or not at all. Nothing is lost where it fails.
void writeRecordList(const QString &file, const RecordList &list);

} // namespace swarm
