#include "app/noticeboard.h"

#include "model/operations.h"
#include "model/presence.h"
#include "ui/wording/noticewords.h"

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

// What a button does, as the notification service hands it back.
const auto toShow = u"default"_s; // a click on the notification itself
const auto toOpen = u"open"_s;
const auto toSuspend = u"suspend"_s;
const auto toStop = u"stop"_s;
const auto toKeep = u"keep"_s;
const auto toAct = u"now"_s;

QList<DesktopNotices::Action> actionsOn(const Notice &notice)
{
    QList<DesktopNotices::Action> actions{{toShow, NoticeBoard::tr("Show")}};
    switch (notice.kind) {
    case NoticeKind::Ready:
        actions += {toOpen, NoticeBoard::tr("Open")};
        break;
    case NoticeKind::Stopped:
        actions += {toOpen, NoticeBoard::tr("Start and open")};
        break;
    case NoticeKind::LongRun:
        actions += canSuspend(notice.instance->size) ? DesktopNotices::Action{toSuspend, NoticeBoard::tr("Suspend")}
                                                     : DesktopNotices::Action{toStop, NoticeBoard::tr("Stop")};
        break;
    case NoticeKind::Leaving:
        if (notice.seconds > 0) {
            actions += {toKeep, NoticeBoard::tr("Keep for 1 h")};
            actions += {toAct, NoticeBoard::tr("Now")};
        }
        break;
    case NoticeKind::Failed:
    case NoticeKind::Budget:
        break;
    }
    return actions;
}

} // namespace

NoticeBoard::NoticeBoard(Operations &operations, Presence &presence, QObject *parent)
    : QObject(parent)
    , m_operations(operations)
    , m_presence(presence)
{
    connect(&m_desktop, &DesktopNotices::invoked, this, &NoticeBoard::act);
    connect(&m_desktop, &DesktopNotices::unavailable, this, &NoticeBoard::unavailable);
    connect(&presence, &Presence::calledOff, this, [this] { m_desktop.withdraw(u"leaving"_s); });
}

void NoticeBoard::show(const Notice &notice)
{
    m_instances.insert(notice.key, notice.instance ? notice.instance->id : InstanceId());
    m_desktop.show({.key = notice.key,
                    .title = noticeTitle(notice),
                    .text = noticeText(notice),
                    .actions = actionsOn(notice),
                    .isUrgent = notice.kind == NoticeKind::Failed});
}

void NoticeBoard::act(const QString &key, const QString &action)
{
    const auto instance = m_instances.value(key);
    if (action == toShow)
        Q_EMIT instanceRequested(instance);
    else if (action == toOpen)
        m_operations.open(instance);
    else if (action == toSuspend)
        m_operations.suspend(instance);
    else if (action == toStop)
        m_operations.stop(instance);
    else if (action == toKeep)
        m_presence.keep();
    else if (action == toAct)
        m_presence.act();
}

} // namespace swarm
