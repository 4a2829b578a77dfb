#pragma once

#include "model/async/taskscope.h"
#include "model/async/worker.h"
#include "model/clock.h"
#include "model/monthlyuse.h"

#include <QObject>

#include <memory>
#include <optional>

namespace swarm {

class Ledger;

//! What the instances have cost this calendar month so far, from the ledger. The file systems of sleeping machines are
//! not in it, since nobody tells how large they are.
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
    //! Snapshots and addresses, as far as they are known; `storedElsewhere` in GB, of instances that are gone. Without
    //! this call they are left out on purpose; with it, what is not known makes a lower bound.
    void setExtras(const QHash<InstanceId, CostExtras> &extras, double storedElsewhere);
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
    struct Question;
    struct Extras {
        QHash<InstanceId, CostExtras> known = {};
        double storedElsewhere = 0; //!< GB
    };
    void read();
    [[nodiscard]] Task<> readOnce();

    const Clock &m_clock;
    const Ledger *m_ledger = nullptr;
    QString m_priceFile;
    std::optional<Extras> m_extras;
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
