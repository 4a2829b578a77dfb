#include "model/ledger.h"

#include "model/instancestore.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QSaveFile>
#include <QUrl>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr std::chrono::milliseconds hour = 1h;
constexpr int keptMonths = 13;
constexpr int lockPatienceMs = 2000;
constexpr auto suffix = ".jsonl"_L1;

std::optional<LedgerLines> readLines(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    auto lines = linesFrom(file.readAll());
    return file.error() == QFile::NoError ? std::optional(std::move(lines)) : std::nullopt;
}

QStringList ledgerFiles(const QString &folder)
{
    QStringList paths;
    const QDir dir(folder);
    const auto names = dir.entryList({u'*' + suffix}, QDir::Files | QDir::Hidden, QDir::Name);
    for (const auto &name : names)
        paths << dir.filePath(name);
    return paths;
}

//! Held while files are written: a line must not get lost between the reading and the replacing of a file.
class FolderLock
{
public:
    explicit FolderLock(const QString &folder)
        : m_lock(QDir(folder).filePath(u"lock"_s))
        , m_isHeld(m_lock.tryLock(lockPatienceMs))
    {
    }
    [[nodiscard]] bool isHeld() const { return m_isHeld; }

private:
    QLockFile m_lock;
    bool m_isHeld;
};

//! What a file should hold; nothing when it may stay as it is.
std::optional<History> prunedHistory(const QString &path, Moment oldest)
{
    const auto lines = readLines(path);
    if (!lines || lines->tooNew > 0) // its own program knows better
        return {};
    auto kept = compacted(lines->history, oldest);
    const bool isPruned = kept == lines->history && lines->damaged == 0;
    return isPruned ? std::nullopt : std::optional(std::move(kept));
}

//! The reason when it could not be written.
QString replaceFile(const QString &path, const History &kept)
{
    if (kept.empty()) {
        QFile file(path);
        return file.remove() ? QString() : file.errorString();
    }
    QByteArray content;
    for (const auto &seen : kept)
        content += lineOf(seen);
    QSaveFile file(path); // written beside, synced, renamed: whole or not at all
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit();
    return isWritten ? QString() : file.errorString();
}

} // namespace

LedgerRecords readLedger(const QString &folder)
{
    LedgerRecords records;
    const auto paths = ledgerFiles(folder);
    for (const auto &path : paths) {
        auto lines = readLines(path);
        if (!lines) {
            records.unreadable << path;
            continue;
        }
        records.damaged += lines->damaged;
        records.tooNew += lines->tooNew;
        const auto name = QFileInfo(path).fileName().chopped(suffix.size());
        records.histories[QUrl::fromPercentEncoding(name.toLatin1())] = std::move(lines->history);
    }
    return records;
}

Ledger::Ledger(QString folder, QObject *parent, Now now)
    : QObject(parent)
    , m_folder(std::move(folder))
    , m_now(std::move(now))
{
    m_writer.setMaxThreadCount(1); // one thread keeps the writes in order
}

Ledger::~Ledger()
{
    flush();
}

void Ledger::follow(const InstanceStore &store)
{
    m_store = &store;
    connect(&store, &InstanceStore::changed, this, &Ledger::apply);
    connect(&store, &InstanceStore::removed, this, &Ledger::remove);
    connect(&store, &QObject::destroyed, this, [this] { m_store = nullptr; });
}

void Ledger::confirm()
{
    const bool isFirst = m_confirmedAt == 0;
    m_confirmedAt = now();
    Lines lines;
    if (isFirst && m_store) {
        for (const auto &instance : m_store->instances()) {
            if (!m_seen.contains(instance.id) && !instance.isSilent)
                note(instance, true, lines);
        }
        m_lastNotedAt = m_confirmedAt;
    }
    const auto sinceNoted = m_confirmedAt - m_lastNotedAt;
    if (sinceNoted >= hour.count() || sinceNoted < 0)
        noteAllLast(lines);
    write(std::move(lines));
    if (isFirst) // not before: a start has better things to do than to read all that was
        prune();
}

void Ledger::observe(const Instance &instance)
{
    Lines lines;
    note(instance, false, lines);
    write(std::move(lines));
}

History Ledger::history(const InstanceId &id)
{
    m_writer.waitForDone();
    auto history = readLines(pathOf(id)).value_or(LedgerLines()).history;
    if (const auto seen = m_seen.constFind(id); seen != m_seen.constEnd())
        history.push_back(newestOf(*seen));
    return history;
}

LedgerRecords Ledger::records()
{
    m_writer.waitForDone();
    auto records = readLedger(m_folder);
    const auto last = newest();
    for (auto seen = last.begin(); seen != last.end(); ++seen)
        records.histories[seen.key()].push_back(seen.value());
    return records;
}

QHash<InstanceId, Observation> Ledger::newest() const
{
    QHash<InstanceId, Observation> last;
    for (auto seen = m_seen.begin(); seen != m_seen.end(); ++seen)
        last.insert(seen.key(), newestOf(seen.value()));
    return last;
}

void Ledger::prune()
{
    const auto oldest = m_now().toUTC().addMonths(-keptMonths).toMSecsSinceEpoch();
    m_writer.start([this, oldest] {
        const auto paths = ledgerFiles(m_folder);
        for (const auto &path : paths) {
            if (!prunedHistory(path, oldest))
                continue;
            const FolderLock lock(m_folder);
            if (!lock.isHeld())
                return; // another time
            const auto kept = prunedHistory(path, oldest); // as it is by now
            const auto reason = kept ? replaceFile(path, *kept) : QString();
            if (!reason.isEmpty())
                Q_EMIT failed(path, reason);
        }
    });
}

void Ledger::flush()
{
    Lines lines;
    noteAllLast(lines);
    write(std::move(lines));
    m_writer.waitForDone();
}

QString Ledger::pathOf(const InstanceId &id) const
{
    // Ids may come from machine metadata, which anybody in the organization can write: no id may leave the folder,
    // hide, or be the file of another one.
    const auto name = QString::fromLatin1(QUrl::toPercentEncoding(id, {}, "."_ba));
    return QDir(m_folder).filePath(name + suffix);
}

Moment Ledger::now() const
{
    return m_now().toMSecsSinceEpoch();
}

Observation Ledger::newestOf(const Seen &seen) const
{
    auto newest = seen.observation;
    newest.at = std::max({newest.at, seen.lastAt, seen.isConfirmable ? m_confirmedAt : 0});
    return newest;
}

void Ledger::apply(const InstanceDelta &delta)
{
    Lines lines;
    const auto look = [&](const Instance &instance) {
        if (!instance.isSilent) {
            note(instance, true, lines);
        } else if (const auto seen = m_seen.find(instance.id); seen != m_seen.end()) {
            noteLast(instance.id, *seen, lines); // nobody knows how it goes on
            m_seen.erase(seen);
        }
    };
    for (const auto &change : delta.changes)
        look(change.after);
    for (const auto &instance : delta.added)
        look(instance);
    write(std::move(lines));
}

void Ledger::remove(const InstanceId &id)
{
    Lines lines;
    auto gone = m_seen.take(id);
    if (gone.observation.at > 0)
        noteLast(id, gone, lines);
    gone.observation.at = now();
    gone.observation.status = Status::Deleted;
    lines.emplace_back(id, lineOf(gone.observation));
    write(std::move(lines));
}

void Ledger::note(const Instance &instance, bool isConfirmable, Lines &lines)
{
    const auto observation = observationOf(instance, now());
    const auto known = m_seen.find(instance.id);
    if (known != m_seen.end()) {
        if (known->observation.saysTheSameAs(observation)) {
            known->lastAt = observation.at;
            return;
        }
        noteLast(instance.id, *known, lines);
    }
    lines.emplace_back(instance.id, lineOf(observation));
    m_seen.insert(instance.id, {.observation = observation, .isConfirmable = isConfirmable});
}

void Ledger::noteLast(const InstanceId &id, Seen &seen, Lines &lines) const
{
    const auto newest = newestOf(seen);
    if (newest == seen.observation)
        return;
    lines.emplace_back(id, lineOf(newest));
    seen.observation = newest;
}

void Ledger::noteAllLast(Lines &lines)
{
    for (auto seen = m_seen.begin(); seen != m_seen.end(); ++seen)
        noteLast(seen.key(), seen.value(), lines);
    m_lastNotedAt = m_confirmedAt;
}

void Ledger::write(Lines lines)
{
    if (lines.empty())
        return;
    m_writer.start([this, lines = std::move(lines)] {
        QDir().mkpath(m_folder);
        const FolderLock lock(m_folder); // without it, only a prune at the same moment could do harm
        for (const auto &[id, line] : lines)
            append(id, line);
    });
}

void Ledger::append(const InstanceId &id, const QByteArray &line)
{
    QFile file(pathOf(id));
    // Unbuffered: one line is one write, at the end of the file wherever that is by then.
    if (!file.open(QIODevice::ReadWrite | QIODevice::Append | QIODevice::Unbuffered)) {
        Q_EMIT failed(file.fileName(), file.errorString());
        return;
    }
    const bool isTorn = file.size() > 0 && file.seek(file.size() - 1) && file.read(1) != "\n"_ba;
    const auto whole = isTorn ? '\n' + line : line;
    if (file.write(whole) != whole.size())
        Q_EMIT failed(file.fileName(), file.errorString());
}

} // namespace swarm
