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
    using W = TrayWords;
    open.setText(W::tr("Open"));
    suspend.setText(W::tr("Suspend"));
    stop.setText(W::tr("Stop"));
    copyAddress.setText(W::tr("Copy address"));
    show.setText(W::tr("Show"));
    m_menu.addActions({&open, &suspend, &stop, &copyAddress, &show});
}

void TrayRow::setTexts(const Instance &instance, const Permissions &permissions, const QDateTime &now)
{
    using W = TrayWords;
    const auto text = escaped(W::entry(instance, now));
    if (entry()->text() != text)
        entry()->setText(text);
    open.setText(isAsleep(instance.status) ? W::tr("Start and open") : W::tr("Open"));
    open.setEnabled(permissions.open);
    suspend.setVisible(!isAsleep(instance.status));
    suspend.setEnabled(permissions.suspend);
    stop.setVisible(!isAsleep(instance.status));
    stop.setEnabled(permissions.stop);
    copyAddress.setEnabled(!instance.url.isEmpty());
}

} // namespace swarm
