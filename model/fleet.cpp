#include "model/fleet.h"

#include "model/instancestore.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr int inspectionsPerPoll = 10; //!< a thousand changed rows must not become a thousand requests at once
constexpr int absencesThatCount = 2;

//! Whether `one` is the word to go by where a list has both about the same instance: while another machine takes over
//! from the old one, the machine that was made later; where pages overlap, the newer word about the machine.
bool isBetter(const Instance &one, const Instance &other)
{
    const auto rank = [](const Instance &word) { return std::tuple(word.createdAt, word.machine, word.updatedAt); };
    return rank(one) > rank(other);
}

//! The host it was on has given it up, and a successor carries on.
bool hasMigrated(const Instance &instance)
{
    return instance.state == "migrated"_L1;
}

void addDisks(Instances &rows, const std::vector<Disk> &disks)
{
    QHash<QString, const Disk *> byMachine;
    for (const auto &disk : disks) {
        if (!disk.machine.isEmpty() && !disk.isDying)
            byMachine.insert(disk.machine, &disk);
    }
    for (auto &row : rows) {
        if (const auto *disk = byMachine.value(row.machine)) {
            row.volume = disk->volume;
            row.diskGb = disk->sizeGb;
        }
    }
}

} // namespace

Instance merged(const Instance &known, const Instance &listed)
{
    auto now = known;
    now.isSilent = false;
    const bool isOlder = listed.machine == known.machine && listed.updatedAt < known.updatedAt;
    if (isOlder)
        return now;
    if (listed.state != known.state || listed.version != known.version || known.status == Status::Missing)
        now.checks = CheckState::None; // of a state that is over
    if (listed.machine != known.machine) { // these are about the other machine
        now.ending = {};
        now.events = {};
        now.startedAt = {};
        now.isCordoned = false;
        now.isHostReachable = true;
    }
    now.name = listed.name;
    now.app = listed.app;
    now.machine = listed.machine;
    now.version = listed.version;
    now.region = listed.region;
    now.state = listed.state;
    now.status = listed.status;
    now.size = listed.size;
    if (!listed.image.digest.isEmpty() || listed.image.repository != known.image.repository
        || listed.image.tag != known.image.tag)
        now.image = listed.image;
    if (!listed.url.isEmpty())
        now.url = listed.url;
    now.softwareVersion = listed.softwareVersion;
    now.createdAt = listed.createdAt;
    now.updatedAt = listed.updatedAt;
    return now;
}

Fleet::Fleet(Provider &provider, InstanceStore &store, const Clock &clock, Pace pace, QObject *parent)
    : QObject(parent)
    , m_provider(provider)
    , m_store(store)
    , m_clock(clock)
    , m_pace(pace)
    , m_tasks(std::make_unique<TaskScope>())
{
}

void Fleet::start()
{
    if (m_isStarted)
        return;
    m_isStarted = true;
    m_tasks->launch(run());
}

void Fleet::stop()
{
    m_tasks = std::make_unique<TaskScope>();
    m_isStarted = false;
    m_isRefreshing = false;
    m_wantsFull = false;
    m_failures = 0;
    m_since = {};
    m_lastFull = {};
    m_checkedAt = {};
    m_error.reset();
    m_absences.clear();
    m_ended.clear();
    m_moved.clear();
    m_silentRegions.clear();
    m_suspects.clear();
}

void Fleet::refresh(bool full)
{
    m_wantsFull = m_wantsFull || full;
    m_isRefreshing = true;
    wake();
}

void Fleet::setHidden(bool hidden)
{
    if (std::exchange(m_isHidden, hidden) && !hidden)
        wake();
}

void Fleet::setPaused(bool paused)
{
    if (std::exchange(m_isPaused, paused) && !paused)
        refresh(true);
}

void Fleet::setSelected(const InstanceId &id)
{
    if (std::exchange(m_selected, id) == id || id.isEmpty() || !m_isStarted)
        return;
    m_tasks->launch(inspectRows({id}));
}

Task<> Fleet::run()
{
    co_await m_clock.sleepFor(0ms); // to start and to refresh at the same moment is one poll
    while (true) {
        m_wake = {}; // before the poll: who asks while it runs wants another one
        const bool isAsked = std::exchange(m_isRefreshing, false);
        if (isAsked || !m_isPaused)
            co_await poll();
        co_await m_clock.sleepFor(pause(), m_wake.get_token());
    }
}

void Fleet::wake()
{
    m_wake.request_stop();
}

std::chrono::milliseconds Fleet::pause() const
{
    if (m_error) {
        const auto doubled = m_pace.normal * (1 << std::min(m_failures, 10));
        return std::max<std::chrono::milliseconds>(std::min(doubled, m_pace.longest), m_error->retryAfter);
    }
    const auto &rows = m_store.instances();
    if (std::ranges::any_of(rows, [](const Instance &row) { return isChanging(row.status); }))
        return m_pace.changing;
    return m_isHidden ? m_pace.hidden : m_pace.normal;
}

Task<Result<void>> Fleet::poll()
{
    const auto now = m_clock.now();
    const auto fullListDue = m_lastFull.isValid() && m_lastFull.msecsTo(now) >= m_clock.scaled(m_pace.fullList).count();
    const bool isFull = std::exchange(m_wantsFull, false) || !m_since.isValid() || fullListDue;
    FleetQuery query{.since = isFull ? QDateTime() : m_since};
    const auto reply = co_await m_provider.list(std::move(query));
    if (!reply) {
        ++m_failures;
        m_wantsFull = m_wantsFull || isFull || reply.error().category() == Error::Category::Network;
        m_error = reply.error();
        m_log.info(u"the list failed"_s,
                   {{u"error"_s, codeName(reply.error().code)}, {u"detail"_s, reply.error().detail}});
        Q_EMIT failed(reply.error());
        co_return std::unexpected(reply.error());
    }

    m_failures = 0;
    m_error.reset();
    m_since = reply->nextSince;
    if (isFull)
        m_lastFull = now;
    const bool hasSpokenUp = std::ranges::any_of(
        m_silentRegions, [&](const QString &region) { return !reply->silentRegions.contains(region); });
    if (hasSpokenUp && !isFull)
        m_wantsFull = true; // changes of the time in which it was silent are not told again
    m_silentRegions = reply->silentRegions;
    apply(*reply, isFull);
    co_await inspectRows(takeSuspects());
    m_checkedAt = m_clock.now();
    Q_EMIT refreshed();
    co_return Result<void>();
}

void Fleet::noteCopies(const FleetReply &reply)
{
    m_copies = reply.copies;
    for (auto &standing : m_copies) {
        const auto disk = std::ranges::find(reply.disks, standing.copy.volume, &Disk::volume);
        if (disk != reply.disks.end())
            standing.copy.diskGb = disk->sizeGb;
    }
    Q_EMIT copiesTold();
}

void Fleet::apply(const FleetReply &reply, bool isFull)
{
    if (isFull)
        noteCopies(reply);
    m_ended += QSet<QString>(reply.gone.begin(), reply.gone.end());
    const auto words = wordsIn(reply);
    Instances rows;
    std::vector<Instance> vanishedRows;
    QSet<InstanceId> knownIds;
    for (const auto &known : m_store.instances()) {
        knownIds.insert(known.id);
        const auto *told = words.value(known.id);
        if (told && told->machine != known.machine)
            m_moved.insert(known.id);
        if (told && isSuccessor(*told, known, reply)) {
            m_absences.remove(known.id);
            rows.push_back(merged(known, *told));
            // It may be in the same state as before, and yet have been through others. Whether a host is back, lists
            // do not say.
            if (rows.back().updatedAt != known.updatedAt || rows.back().state != known.state
                || rows.back().version != known.version || !known.isHostReachable)
                suspect(known.id);
        } else if (isGone(known, reply)) {
            m_absences.remove(known.id);
            vanishedRows.push_back(known);
        } else {
            rows.push_back(absent(known, reply, isFull));
        }
    }
    for (const auto &told : reply.instances) {
        if (!knownIds.contains(told.id) && words.value(told.id) == &told) {
            rows.push_back(told);
            suspect(told.id);
        }
    }
    addDisks(rows, reply.disks);
    m_store.replace(std::move(rows));
    m_absences.removeIf([&](auto absence) { return !m_store.find(absence.key()); });
    if (reply.isComplete)
        forgetOldMachines(reply);
    for (const auto &instance : vanishedRows)
        Q_EMIT vanished(instance);
}

QHash<InstanceId, const Instance *> Fleet::wordsIn(const FleetReply &reply)
{
    QHash<InstanceId, const Instance *> words;
    words.reserve(static_cast<qsizetype>(reply.instances.size()));
    for (const auto &told : reply.instances) {
        if (m_ended.contains(told.machine))
            continue;
        // Such a word is about the machine only: its instance may be anywhere by now, or gone.
        const auto *row = hasMigrated(told) ? m_store.find(told.id) : nullptr;
        if (hasMigrated(told) && (!row || row->machine != told.machine))
            continue;
        auto &word = words[told.id];
        if (word && word->machine != told.machine)
            m_moved.insert(told.id);
        if (!word || isBetter(told, *word))
            word = &told;
    }
    return words;
}

bool Fleet::isSuccessor(const Instance &told, const Instance &known, const FleetReply &reply) const
{
    if (told.machine == known.machine || known.machine.isEmpty())
        return true;
    const bool isOver = known.status == Status::Missing || m_ended.contains(known.machine);
    return isOver || reply.isComplete || isBetter(told, known);
}

bool Fleet::isGone(const Instance &known, const FleetReply &reply) const
{
    if (!m_ended.contains(known.machine) || m_store.isHeld(known.id))
        return false;
    const auto isElsewhere = [&](const Instance &told) {
        return told.id == known.id && !reply.gone.contains(told.machine);
    };
    if (std::ranges::any_of(reply.instances, isElsewhere)) // or the list has yet to notice
        return false;
    if (reply.isComplete)
        return true;
    // A list of changes may leave out another machine, where the instance lives on.
    const bool mayMissSome = !reply.silentRegions.isEmpty() || m_wantsFull || m_moved.contains(known.id);
    return reply.gone.contains(known.machine) && !mayMissSome;
}

Instance Fleet::absent(Instance known, const FleetReply &reply, bool isFull)
{
    if (m_store.isHeld(known.id))
        return known;
    if (reply.dark.contains(known.machine)) { // there, without what says whose it is
        m_absences.remove(known.id);
        suspect(known.id);
        return known;
    }
    const bool isSilent = reply.silentRegions.contains(known.region);
    const bool isEnded = m_ended.contains(known.machine);
    if (isSilent || isEnded || (isFull && known.status != Status::Missing))
        known.isSilent = true; // whatever it was: nobody says that it still is
    if (isEnded && reply.silentRegions.isEmpty())
        m_wantsFull = true; // which tells whether it lives on elsewhere
    if (isSilent || isEnded || !reply.isComplete || known.status == Status::Missing)
        return known;
    if (++m_absences[known.id] >= absencesThatCount)
        suspect(known.id); // only a look at the machine itself can tell
    else
        m_wantsFull = true;
    return known;
}

void Fleet::forgetOldMachines(const FleetReply &reply)
{
    if (m_ended.isEmpty())
        return;
    QSet<QString> mentioned;
    for (const auto *list : {&reply.instances, &m_store.instances()}) {
        for (const auto &instance : *list)
            mentioned.insert(instance.machine);
    }
    m_ended.intersect(mentioned);
}

void Fleet::suspect(const InstanceId &id)
{
    if (!m_suspects.contains(id))
        m_suspects << id;
}

QStringList Fleet::takeSuspects()
{
    auto taken = m_suspects.mid(0, inspectionsPerPoll);
    m_suspects.remove(0, taken.size());
    if (!m_selected.isEmpty() && !taken.contains(m_selected))
        taken << m_selected;
    return taken;
}

Task<> Fleet::inspectRows(QStringList ids)
{
    for (const auto &id : std::as_const(ids)) {
        const auto *row = m_store.find(id);
        if (!row || m_store.isHeld(id))
            continue;
        const auto machine = row->machine;
        const auto seen = co_await m_provider.inspect(*row);
        const auto *known = m_store.find(id);
        if (!known || m_store.isHeld(id) || known->machine != machine) // or it got another one meanwhile
            continue;
        if (seen)
            settle(*known, *seen);
        else
            settleUnseen(*known, seen.error());
    }
}

void Fleet::settle(Instance known, Instance seen)
{
    if (seen.status == Status::Deleted) {
        // That is the machine. Whether the instance is gone with it, a full list tells.
        const bool isGone = m_absences.remove(known.id);
        m_wantsFull = m_wantsFull || (!isGone && !m_ended.contains(known.machine));
        m_ended.insert(known.machine);
        known.isSilent = true;
        if (isGone) {
            m_store.remove(known.id);
            Q_EMIT vanished(known);
        } else {
            m_store.put(known);
        }
        return;
    }
    m_absences.remove(known.id);
    seen.isSilent = m_silentRegions.contains(known.region) && known.isSilent;
    if (seen.updatedAt >= known.updatedAt)
        m_store.put(seen);
}

void Fleet::settleUnseen(Instance known, const Error &error)
{
    if (error.isRetryable())
        suspect(known.id); // once more with the next poll
    if (error.kind() != Error::Kind::NotFound || m_absences.value(known.id) < absencesThatCount)
        return;
    known.status = Status::Missing;
    known.isSilent = false;
    m_store.put(known);
}

} // namespace swarm
