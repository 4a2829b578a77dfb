#pragma once

#include "model/async/taskscope.h"
#include "model/categorylogger.h"
#include "model/clock.h"
#include "model/provider.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <memory>
#include <optional>
#include <stop_token>

namespace swarm {

class InstanceStore;

//! Keeps the store in step with the provider: asks, applies, waits; quicker while something changes, slower when
//! nobody looks, and ever slower while the provider does not answer.
class Fleet : public QObject
{
    Q_OBJECT

public:
    struct Pace {
        std::chrono::milliseconds normal = std::chrono::seconds(5);
        std::chrono::milliseconds changing = std::chrono::seconds(2); //!< while a row is in transition
        std::chrono::milliseconds hidden = std::chrono::seconds(30); //!< while no window shows
        std::chrono::milliseconds longest = std::chrono::minutes(5); //!< between attempts that fail
        std::chrono::milliseconds fullList = std::chrono::minutes(10); //!< between lists of everything
    };

    Fleet(Provider &provider, InstanceStore &store, const Clock &clock, Pace pace, QObject *parent = nullptr);

    void start();
    //! Stops asking and forgets what it was told; an answer under way is dropped. start() begins anew. Not from a slot
    //! that is called directly by a signal of this object.
    void stop();
    //! Asks now instead of at the next turn; `full` asks for everything.
    void refresh(bool full = false);
    //! How often to ask. From the next turn on.
    void setPace(Pace pace) { m_pace = pace; }
    void setHidden(bool hidden);
    void setPaused(bool paused);
    [[nodiscard]] bool isPaused() const { return m_isPaused; }
    //! The row somebody looks at gets its details with each poll.
    void setSelected(const InstanceId &id);

    //! Earlier copies that the last full list told of, with the sizes of their disks.
    [[nodiscard]] const std::vector<StandingCopy> &copies() const { return m_copies; }

    //! When the provider last answered; invalid before the first time.
    [[nodiscard]] QDateTime checkedAt() const { return m_checkedAt; }
    //! What went wrong with the latest poll, if anything.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

    //! One poll, for programs that look once.
    [[nodiscard]] Task<Result<void>> poll();
    //! Some row was not in the last full list: another one settles what became of it.
    [[nodiscard]] bool hasDoubts() const { return !m_absences.isEmpty(); }

Q_SIGNALS:
    //! After every answer, changed or not.
    void refreshed();
    void failed(const swarm::Error &error);
    //! A full list told of copies(); also when there are none any more.
    void copiesTold();
    //! Somebody else destroyed it.
    void vanished(const swarm::Instance &instance);

private:
    [[nodiscard]] Task<> run();
    void wake();
    [[nodiscard]] std::chrono::milliseconds pause() const;
    void apply(const FleetReply &reply, bool isFull);
    //! One word about each instance.
    [[nodiscard]] QHash<InstanceId, const Instance *> wordsIn(const FleetReply &reply);
    //! Whether a word is about the machine that a row shows, or about one that has taken over from it.
    [[nodiscard]] bool isSuccessor(const Instance &told, const Instance &known, const FleetReply &reply) const;
    //! Whether there is nothing left of an instance that a reply does not mention.
    [[nodiscard]] bool isGone(const Instance &known, const FleetReply &reply) const;
    //! What becomes of any other row that a reply does not mention.
    [[nodiscard]] Instance absent(Instance known, const FleetReply &reply, bool isFull);
    void noteCopies(const FleetReply &reply);
    void forgetOldMachines(const FleetReply &reply);
    //! Marks a row for a closer look after this poll.
    void suspect(const InstanceId &id);
    [[nodiscard]] QStringList takeSuspects();
    [[nodiscard]] Task<> inspectRows(QStringList ids);
    void settle(Instance known, Instance seen);
    void settleUnseen(Instance known, const Error &error);

    Provider &m_provider;
    InstanceStore &m_store;
    const Clock &m_clock;
    CategoryLogger m_log{logcategory::poll};
    Pace m_pace;
    QDateTime m_since;
    QDateTime m_lastFull;
    QDateTime m_checkedAt;
    std::optional<Error> m_error;
    QHash<InstanceId, int> m_absences; //!< complete full lists in a row that lack the instance
    QSet<QString> m_ended; //!< machines that were destroyed, which a list may be late to notice
    QSet<InstanceId> m_moved; //!< seen on more than one machine: that one of them is gone says little
    std::vector<StandingCopy> m_copies;
    QStringList m_silentRegions; //!< in the latest reply
    QStringList m_suspects; //!< ids of rows that changed and want a closer look
    InstanceId m_selected;
    std::stop_source m_wake; //!< ends the pause between two polls
    bool m_isHidden = false;
    bool m_isPaused = false;
    bool m_isStarted = false;
    bool m_isRefreshing = false;
    bool m_wantsFull = false;
    int m_failures = 0;
    std::unique_ptr<TaskScope> m_tasks; // last, so that its tasks go before anything they use
};

//! What a list tells about an instance, together with what only a closer look had told before. The newer word wins.
[[nodiscard]] Instance merged(const Instance &known, const Instance &listed);

} // namespace swarm
