#include "ui/roomhint.h"

#include "ui/wording/instancewords.h"

#include <chrono>

using namespace Qt::StringLiterals;

namespace swarm {

RoomHint::RoomHint(Provider &provider, QWidget *parent)
    : SecondaryLabel({}, parent)
    , m_provider(provider)
{
    setObjectName(u"roomHint"_s);
    setAlarming(true);
    hide();
    m_calm.setSingleShot(true);
    m_calm.setInterval(std::chrono::milliseconds(400));
    connect(&m_calm, &QTimer::timeout, this, &RoomHint::ask);
}

void RoomHint::setWanted(const RoomRequest &wanted)
{
    if (wanted == m_wanted)
        return;
    m_wanted = wanted;
    m_tasks.reset(); // an answer under way is about something else
    show({});
    m_calm.start();
}

void RoomHint::ask()
{
    m_tasks = std::make_unique<TaskScope>();
    m_tasks->launch(m_provider.regionsWithRoom(m_wanted), [this](const Result<QStringList> &regions) {
        if (!regions || regions->contains(m_wanted.near))
            return;
        const auto here = regionText(m_wanted.near);
        //: %1 and %2 are places
        show(regions->isEmpty() ? tr("%1 has no room for this at the moment, and nor has any other region.").arg(here)
                                : tr("%1 has no room for this at the moment. The nearest that has is %2.")
                                      .arg(here, regionText(regions->constFirst())));
    });
}

void RoomHint::show(const QString &text)
{
    if (text == this->text())
        return;
    setText(text);
    setVisible(!text.isEmpty());
    Q_EMIT changed();
}

} // namespace swarm
