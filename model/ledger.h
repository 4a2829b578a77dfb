#pragma once

#include "model/delta.h"
#include "model/observation.h"

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include <functional>

namespace swarm {

class InstanceStore;

//! What the ledger holds of each instance, also of those that are gone.
struct LedgerRecords {
    QHash<InstanceId, History> histories = {};
    int damaged = 0; //!< lines that were skipped
    int tooNew = 0; //!< lines of a later version, skipped as well
    QStringList unreadable = {}; //!< files

    bool operator==(const LedgerRecords &) const = default;
};

//! Reads a whole ledger. From any thread.
[[nodiscard]] LedgerRecords readLedger(const QString &folder);

//! Our own record of what each instance was doing when, from which its cost is known: one file of JSON lines each.
//!
//! A line is written at once and never changed, so that a kill leaves whole lines and several processes may write.
//! Only what is new is written, and what was last seen of it: before a change, once an hour, and at the end. Writing
//! happens on a thread of its own, in order; the destructor waits for it.
class Ledger : public QObject
{
    Q_OBJECT

public:
    using Now = std::function<QDateTime()>; //!< the time of day, in UTC

    explicit Ledger(QString folder, QObject *parent = nullptr, Now now = &QDateTime::currentDateTimeUtc);
    ~Ledger() override;

    //! Writes down what the store comes to hold from now on. What it holds already is old until confirm().
    void follow(const InstanceStore &store);
    //! The provider has just answered: whatever the store holds is so now.
    void confirm();
    //! For who has no store to follow.
    void observe(const Instance &instance);

    [[nodiscard]] const QString &folder() const { return m_folder; }
    //! With what was seen last. Waits until everything is written.
    [[nodiscard]] History history(const InstanceId &id);
    [[nodiscard]] LedgerRecords records();
    //! What was seen last of each, as of now, for who reads the ledger on another thread: add it to the histories.
    [[nodiscard]] QHash<InstanceId, Observation> newest() const;
    //! Forgets what is older than thirteen months.
    void prune();
    //! Writes what was seen last, and waits until everything is written.
    void flush();

Q_SIGNALS:
    void failed(const QString &file, const QString &reason);

private:
    //! What was seen last of an instance.
    struct Seen {
        Observation observation = {}; //!< as it was written
        Moment lastAt = 0; //!< seen the same again
        bool isConfirmable = false; //!< in the store, and its region answers

        bool operator==(const Seen &) const = default;
    };
    //! Lines for files, in order.
    using Lines = std::vector<std::pair<InstanceId, QByteArray>>;

    [[nodiscard]] QString pathOf(const InstanceId &id) const;
    [[nodiscard]] Moment now() const;
    [[nodiscard]] Observation newestOf(const Seen &seen) const;
    void apply(const InstanceDelta &delta);
    void remove(const InstanceId &id);
    void note(const Instance &instance, bool isConfirmable, Lines &lines);
    void noteLast(const InstanceId &id, Seen &seen, Lines &lines) const;
    void noteAllLast(Lines &lines);
    void write(Lines lines);
    void append(const InstanceId &id, const QByteArray &line);

    QString m_folder;
    Now m_now;
    const InstanceStore *m_store = nullptr;
    QHash<InstanceId, Seen> m_seen;
    Moment m_confirmedAt = 0;
    Moment m_lastNotedAt = 0; //!< when all that was seen last was written
    QThreadPool m_writer;
};

} // namespace swarm
