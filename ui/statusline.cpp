#include "ui/statusline.h"

#include "model/instancestore.h"
#include "model/monthcosts.h"
#include "model/prices.h"
#include "ui/marklabel.h"
#include "ui/widgets.h"
#include "ui/wording/costwords.h"
#include "ui/wording/errorwords.h"
#include "ui/wording/instancewords.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace swarm {

StatusLine::StatusLine(const InstanceStore &store, const Fleet &fleet, const SignIn &signIn, const MonthCosts &months,
                       const Clock &clock, bool isDemo, QWidget *parent)
    : QStatusBar(parent)
    , m_store(store)
    , m_fleet(fleet)
    , m_signIn(signIn)
    , m_months(months)
    , m_clock(clock)
    , m_isDemo(isDemo)
    , m_mark(new MarkLabel)
    , m_connection(new SecondaryLabel)
    , m_counts(new SecondaryLabel)
    , m_cost(new SecondaryLabel)
{
    setObjectName(u"statusLine"_s);
    setSizeGripEnabled(false);
    m_connection->setObjectName(u"connection"_s);
    m_counts->setObjectName(u"counts"_s);
    m_cost->setObjectName(u"costNow"_s);
    for (auto *label : {m_connection, m_counts, m_cost})
        label->setWordWrap(false);

    const auto em = fontMetrics().height();
    auto *line = new QWidget;
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(em / 2, 0, em / 2, 0);
    layout->setSpacing(em / 3);
    layout->addWidget(m_mark);
    layout->addWidget(m_connection);
    layout->addSpacing(em);
    layout->addWidget(m_counts);
    layout->addStretch();
    layout->addWidget(m_cost);
    addWidget(line, 1);

    connect(&store, &InstanceStore::changed, this, &StatusLine::refreshCounts);
    connect(&months, &MonthCosts::changed, this, &StatusLine::refreshCounts);
    connect(&fleet, &Fleet::refreshed, this, &StatusLine::refreshAge);
    connect(&fleet, &Fleet::failed, this, &StatusLine::refreshAge);
    connect(&signIn, &SignIn::changed, this, &StatusLine::refreshAge);
    refreshAge();
    refreshCounts();
}

QString StatusLine::connectionText() const
{
    const auto provider = m_isDemo ? tr("Demo") : u"Fly.io"_s;
    if (m_signIn.state() != SignIn::State::SignedIn)
        return tr("%1 · not signed in").arg(provider);
    if (m_signIn.isLeaving())
        return tr("%1 · leaving as soon as what is under way has ended").arg(provider);
    const auto &checked = m_fleet.checkedAt();
    const auto age = checked.isValid() ? spanText(std::max<qint64>(0, checked.secsTo(m_clock.now()))) : QString();
    if (m_fleet.error())
        //: %1 is a sentence, %2 a duration
        return checked.isValid() ? tr("%1 Last checked %2 ago.").arg(sentence(*m_fleet.error()), age)
                                 : sentence(*m_fleet.error());
    if (!checked.isValid())
        return tr("%1 · asking").arg(provider);
    return m_fleet.isPaused() ? tr("%1 · monitoring paused, checked %2 ago").arg(provider, age)
                              : tr("%1 · checked %2 ago").arg(provider, age);
}

void StatusLine::refreshAge()
{
    const auto text = connectionText();
    if (text != m_connection->text())
        m_connection->setText(text);
    const bool isFresh = m_signIn.state() == SignIn::State::SignedIn && m_fleet.checkedAt().isValid();
    m_mark->setMark(m_fleet.error() ? StateMark{StateMark::Shape::Triangle, Hue::Bad}
                        : isFresh   ? StateMark{StateMark::Shape::Dot, m_fleet.isPaused() ? Hue::Quiet : Hue::Good}
                                    : StateMark{StateMark::Shape::Square, Hue::Quiet});
}

void StatusLine::refreshCounts()
{
    int running = 0;
    int disk = 0;
    double hourly = 0;
    for (const auto &instance : m_store.instances()) {
        disk += instance.diskGb;
        if (instance.status != Status::Running)
            continue;
        ++running;
        hourly += computePerHour(instance.size, instance.region);
    }
    const int count = static_cast<int>(m_store.instances().size());
    const auto counted = count == 1 ? tr("1 instance") : tr("%n instances", nullptr, count);
    //: %1 is "7 instances"
    m_counts->setText(count == 0 ? QString() : tr("%1, %2 running").arg(counted).arg(running));
    QStringList costs;
    if (running > 0)
        costs += tr("about %1/h").arg(hourlyText(hourly));
    if (disk > 0)
        costs += tr("disks about %1 a month").arg(moneyText(diskPerMonth(disk)));
    if (m_months.isKnown() && isWorthSaying(m_months.whole()))
        costs += monthToDateText(m_months.whole());
    m_cost->setToolTip(m_months.isKnown()
                           ? tr("This month: computing, disks, snapshots and addresses, from what this computer saw.")
                           : QString());
    m_cost->setText(costs.join(u" · "_s));
}

} // namespace swarm
