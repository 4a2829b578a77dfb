#include "ui/trayrow.h"

#include "model/prices.h"
#include "ui/statemark.h"
#include "ui/wording/instancewords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

struct TrayWords {
    Q_DECLARE_TR_FUNCTIONS(swarm::Tray)

public:
    static QString entry(const Instance &instance, const QDateTime &now)
    {
        const auto mark = markCharacter(markOf(instance, now).shape);
        if (isAsleep(instance.status) && healthOf(instance, now) == Health::Asleep)
            return instance.name;
        if (instance.status == Status::Running && healthOf(instance, now) == Health::Healthy)
            //: %1 a sign, %2 a name, %3 a duration, %4 money
            return tr("%1 %2 — running %3, %4/h")
                .arg(mark, instance.name, ageText(instance, now),
                     hourlyText(computePerHour(instance.size, instance.region)));
        //: %1 a sign, %2 a name, %3 a state
        return tr("%1 %2 — %3").arg(mark, instance.name, stateText(instance, now).toLower());
    }
};

QString escaped(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

} // namespace

TrayRow::TrayRow(InstanceId id, QObject *parent)
    : QObject(parent)
    , m_id(std::move(id))
{
    open.setText(TrayWords::tr("Open"));
    suspend.setText(TrayWords::tr("Suspend"));
    stop.setText(TrayWords::tr("Stop"));
    copyAddress.setText(TrayWords::tr("Copy address"));
    show.setText(TrayWords::tr("Show"));
    m_menu.addActions({&open, &suspend, &stop, &copyAddress, &show});
}

void TrayRow::setTexts(const Instance &instance, const Permissions &permissions, const QDateTime &now)
{
    const auto text = escaped(TrayWords::entry(instance, now));
    if (entry()->text() != text)
        entry()->setText(text);
    open.setText(isAsleep(instance.status) ? TrayWords::tr("Start and open") : TrayWords::tr("Open"));
    open.setEnabled(permissions.open);
    suspend.setVisible(!isAsleep(instance.status));
    suspend.setEnabled(permissions.suspend);
    stop.setVisible(!isAsleep(instance.status));
    stop.setEnabled(permissions.stop);
    copyAddress.setEnabled(!instance.url.isEmpty());
}

} // namespace swarm
