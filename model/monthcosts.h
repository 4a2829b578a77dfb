#pragma once

#include "model/async/taskscope.h"
#include "model/async/worker.h"
#include "model/clock.h"
#include "model/monthlyuse.h"

#include <QObject>

#include <memory>

namespace swarm {

class Ledger;

//! What the instances have cost this calendar month so far, from the ledger. Snapshots, addresses and sleeping file
//! systems are not in it: knowing them takes a question to the provider for each instance, at each look.
//!
//! The ledger is read on a thread of its own, and seldom: what a month costs moves slowly.
class MonthCosts : public QObject
{
    Q_OBJECT

public:
    //! Between two readings, on the clock.
    static constexpr std::chrono::seconds pauseAfterChange{60};
    static constexpr std::chrono::seconds longestPause{600};

    explicit MonthCosts(const Clock &clock, QObject *parent = nullptr);
    ~MonthCosts() override;

    //! Null while no account is open: then nothing is known. Reads at once.
    void setLedger(const Ledger *ledger);
    //! Where somebody may put prices that they know better; read each time.
    void setPriceFile(QString file) { m_priceFile = std::move(file); }
    //! The provider has just answered: reads again if it is time.
    void consider();
    //! Something has changed that bears on what is paid.
    void noteChange() { m_hasChanged = true; }

    [[nodiscard]] bool isKnown() const { return m_isKnown; }
    [[nodiscard]] const QHash<InstanceId, UseCost> &all() const { return m_all; }
    //! Of those too that are gone by now.
    [[nodiscard]] const UseCost &whole() const { return m_whole; }

Q_SIGNALS:
    void changed();

private:
    void read();
    [[nodiscard]] Task<> readOnce();

    const Clock &m_clock;
    const Ledger *m_ledger = nullptr;
    QString m_priceFile;
    QHash<InstanceId, UseCost> m_all;
    UseCost m_whole;
    QDateTime m_readAt;
    bool m_isKnown = false;
    bool m_hasChanged = false;
    bool m_isDue = false; //!< what the ledger held when it was opened is not yet about today
    Worker m_worker;
    std::unique_ptr<TaskScope> m_tasks; //!< of this ledger; last, so that its tasks go before anything they use
};

} // namespace swarm
