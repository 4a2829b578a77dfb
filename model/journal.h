#pragma once

#include "model/async/task.h"
#include "model/async/worker.h"
#include "model/fileproblem.h"
#include "model/journalentry.h"

#include <QLockFile>
#include <QString>

#include <memory>
#include <vector>

namespace swarm {

//! The journal of one operation: a file that says what was intended before it is done, and what came of it. It is held
//! by a lock while the operation lives; a file whose lock is free belongs to one that was cut off.
class JournalPage
{
public:
    JournalPage(JournalEntry entry, QString path, std::shared_ptr<QLockFile> lock, Worker &worker);

    [[nodiscard]] const JournalEntry &entry() const { return m_entry; }
    //! Writes facts down, all of them or none, and returns when they are safe on the disk. `LOCAL_FILE_FAILED`: they
    //! are not; do not go on.
    [[nodiscard]] Task<Result<void>> note(QJsonObject facts);
    [[nodiscard]] Task<Result<void>> save();
    //! The operation is over and nothing has to be remembered.
    [[nodiscard]] Task<void> close();

private:
    JournalEntry m_entry;
    QString m_path;
    std::shared_ptr<QLockFile> m_lock;
    Worker &m_worker;
};

//! The journals of one account and organization. Files are written whole or not at all, on a thread of their own.
class Journal
{
public:
    Journal(QString folder, JournalOwner owner);

    //! Begins one. Its id, owner, computer and time are given here.
    [[nodiscard]] Task<Result<std::shared_ptr<JournalPage>>> begin(JournalEntry entry);
    //! Those of operations that were cut off, each now held by us.
    [[nodiscard]] Task<std::vector<std::shared_ptr<JournalPage>>> takeLeftovers();
    //! All there are, held or not.
    [[nodiscard]] Task<std::vector<JournalEntry>> entries();
    //! Those that cannot be read, or were written by a newer version: what they are about is not taken up.
    [[nodiscard]] Task<FileProblems> problems();

private:
    using Pages = std::vector<std::shared_ptr<JournalPage>>;

    [[nodiscard]] QString pathOf(const QString &id) const;

    QString m_folder;
    JournalOwner m_owner;
    Worker m_worker;
};

} // namespace swarm
