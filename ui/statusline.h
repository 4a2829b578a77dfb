#pragma once

#include "model/fleet.h"
#include "model/signin.h"

#include <QStatusBar>

class QLabel;

namespace swarm {

class InstanceStore;
class MonthCosts;
class MarkLabel;

//! How fresh the list is, whose it is, how much of it runs, and what that costs.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    StatusLine(const InstanceStore &store, const Fleet &fleet, const SignIn &signIn, const MonthCosts &months,
               const Clock &clock, bool isDemo, QWidget *parent = nullptr);

    //! Time has passed.
    void refreshAge();

private:
    void refreshCounts();
    [[nodiscard]] QString connectionText() const;

    const InstanceStore &m_store;
    const Fleet &m_fleet;
    const SignIn &m_signIn;
    const MonthCosts &m_months;
    const Clock &m_clock;
    bool m_isDemo;
    MarkLabel *m_mark;
    QLabel *m_connection;
    QLabel *m_counts;
    QLabel *m_cost;
};

} // namespace swarm
