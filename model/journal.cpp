#include "model/journal.h"

#include "model/wholefile.h"

#include <QDir>
#include <QJsonDocument>
#include <QSysInfo>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

std::shared_ptr<QLockFile> lockFor(const QString &path)
{
    auto lock = std::make_shared<QLockFile>(path + u".lock"_s);
    lock->setStaleLockTime(0); // an operation may take long; only a dead process gives it up
    return lock;
}

std::optional<JournalEntry> entryAt(const QString &path)
{
    const auto json = readOurJson(path, journalSchema);
    if (!json) // a newer version's, it may be: that one knows what to do
        return {};
    const auto entry = journalEntryFromJson(*json);
    return entry ? std::optional(*entry) : std::nullopt;
}

//! What a write or an end that was cut off has left beside a journal, or without one.
void sweep(const QString &folder)
{
    const QDir dir(folder);
    const auto names = dir.entryList({u"*.json.*"_s}, QDir::Files);
    for (const auto &name : names) {
        const auto journal = name.left(name.indexOf(".json."_L1)) + u".json"_s;
        const auto lock = lockFor(dir.filePath(journal));
        if (!lock->tryLock(0))
            continue; // its operation lives
        if (name != journal + u".lock"_s)
            QFile::remove(dir.filePath(name));
        lock->unlock(); // and so goes the lock of one that is dead
    }
}

QStringList journalsIn(const QString &folder)
{
    QStringList paths;
    const QDir dir(folder);
    const auto names = dir.entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const auto &name : names)
        paths << dir.filePath(name);
    return paths;
}

} // namespace

JournalPage::JournalPage(JournalEntry entry, QString path, std::shared_ptr<QLockFile> lock, Worker &worker)
    : m_entry(std::move(entry))
    , m_path(std::move(path))
    , m_lock(std::move(lock))
    , m_worker(worker)
{
}

Task<Result<void>> JournalPage::note(QJsonObject facts)
{
    for (auto fact = facts.begin(); fact != facts.end(); ++fact)
        m_entry.facts.insert(fact.key(), fact.value());
    co_return co_await save();
}

Task<Result<void>> JournalPage::save()
{
    const auto json = toJson(m_entry);
    co_return co_await resultOf(m_worker.run([path = m_path, json] { return writeJsonFile(path, json); }));
}

Task<void> JournalPage::close()
{
    [[maybe_unused]] const bool isGone = co_await resultOf(m_worker.run([path = m_path, lock = m_lock] {
        const bool isRemoved = QFile::remove(path);
        lock->unlock(); // after the file: nobody may find it without its lock
        return isRemoved;
    }));
}

Journal::Journal(QString folder, JournalOwner owner)
    : m_folder(std::move(folder))
    , m_owner(std::move(owner))
{
}

QString Journal::pathOf(const QString &id) const
{
    return QDir(m_folder).filePath(id + u".json"_s);
}

Task<Result<std::shared_ptr<JournalPage>>> Journal::begin(JournalEntry entry)
{
    entry.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    entry.owner = m_owner;
    entry.computer = QSysInfo::machineHostName();
    entry.startedAt = QDateTime::currentDateTimeUtc();
    const auto path = pathOf(entry.id);
    const auto lock = lockFor(path);
    const bool isHeld = co_await resultOf(
        m_worker.run([folder = m_folder, lock] { return QDir().mkpath(folder) && lock->tryLock(0); }));
    if (!isHeld)
        co_return std::unexpected(
            Error{.code = ErrorCode::LocalFileFailed, .detail = u"%1 could not be locked"_s.arg(path)});
    auto page = std::make_shared<JournalPage>(std::move(entry), path, lock, m_worker);
    const auto saved = co_await page->save();
    if (!saved)
        co_return std::unexpected(saved.error());
    co_return page;
}

Task<std::vector<std::shared_ptr<JournalPage>>> Journal::takeLeftovers()
{
    const auto found = co_await resultOf(m_worker.run([this] {
        sweep(m_folder);
        Pages pages;
        for (const auto &path : journalsIn(m_folder)) {
            const auto lock = lockFor(path);
            if (!lock->tryLock(0))
                continue; // its operation lives
            const auto entry = entryAt(path); // read under the lock: it may just have ended
            if (entry && entry->owner == m_owner)
                pages.push_back(std::make_shared<JournalPage>(*entry, path, lock, m_worker));
        }
        return pages;
    }));
    co_return found;
}

Task<std::vector<JournalEntry>> Journal::entries()
{
    const auto found = co_await resultOf(m_worker.run([folder = m_folder] {
        std::vector<JournalEntry> all;
        for (const auto &path : journalsIn(folder)) {
            if (const auto entry = entryAt(path))
                all.push_back(*entry);
        }
        return all;
    }));
    co_return found;
}

Task<FileProblems> Journal::problems()
{
    const auto found = co_await resultOf(m_worker.run([folder = m_folder] {
        FileProblems all;
        for (const auto &path : journalsIn(folder)) {
            const auto json = readOurJson(path, journalSchema);
            if (!json && !QFile::exists(path))
                continue; // its operation has just ended
            if (!json)
                all.push_back(json.error());
            else if (const auto entry = journalEntryFromJson(*json); !entry)
                all.push_back({.kind = FileProblem::Kind::Damaged, .file = path, .reason = entry.error().detail});
        }
        for (auto &problem : all)
            problem.about = FileProblem::About::Journal;
        return all;
    }));
    co_return found;
}

} // namespace swarm
