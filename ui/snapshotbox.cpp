#include "ui/snapshotbox.h"

#include "model/provider.h"
#include "ui/wording/errorwords.h"
#include "ui/wording/instancewords.h"

#include <QLocale>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace swarm {

SnapshotBox::SnapshotBox(const Services &services, const Instance &instance, Now now, QWidget *parent)
    : QComboBox(parent)
    , m_now(now)
    , m_problem(now == Now::Offered ? QString() : tr("Looking for snapshots…"))
{
    setObjectName(u"snapshot"_s);
    if (now == Now::Offered)
        addItem(tr("The disk as it is now"), QString());
    connect(this, &QComboBox::currentIndexChanged, this, &SnapshotBox::changed);
    m_tasks.launch(services.provider.snapshots(instance),
                   [this](const Result<std::vector<DiskSnapshot>> &snapshots) { fill(snapshots); });
}

void SnapshotBox::fill(const Result<std::vector<DiskSnapshot>> &snapshots)
{
    if (m_now == Now::NotOffered) {
        m_problem = snapshots ? QString() : sentence(snapshots.error()) + u' ' + remedy(snapshots.error());
    }
    if (snapshots) {
        const QSignalBlocker blocker(this);
        for (const auto &one : *snapshots) {
            if (one.state == DiskSnapshot::State::Ready)
                //: %1 is a date and time, %2 an amount such as "1.2 GB"
                addItem(tr("%1, %2").arg(QLocale().toString(one.createdAt.toLocalTime(), QLocale::ShortFormat),
                                         bytesText(static_cast<double>(one.bytes))),
                        one.id);
        }
        if (count() == 0)
            m_problem = tr("There is no snapshot yet. Fly.io takes one a day; take one now to have it.");
        choosePreferred();
    }
    Q_EMIT changed();
}

void SnapshotBox::prefer(const QString &snapshot)
{
    m_preferred = snapshot;
    choosePreferred();
}

void SnapshotBox::choosePreferred()
{
    const int row = findData(m_preferred);
    if (!m_preferred.isEmpty() && row >= 0)
        setCurrentIndex(row);
}

} // namespace swarm
