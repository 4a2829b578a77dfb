#include "model/status.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace swarm {

Status statusOf(const QString &machineState)
{
    static const QHash<QString, Status> known{
        {u"creating"_s, Status::Creating},   {u"pending"_s, Status::Creating},  {u"created"_s, Status::Creating},
        {u"starting"_s, Status::Starting},   {u"started"_s, Status::Running},   {u"restarting"_s, Status::Restarting},
        {u"stopping"_s, Status::Stopping},   {u"stopped"_s, Status::Stopped},   {u"suspending"_s, Status::Suspending},
        {u"suspended"_s, Status::Suspended}, {u"updating"_s, Status::Updating}, {u"replacing"_s, Status::Updating},
        {u"replaced"_s, Status::Updating},   {u"migrated"_s, Status::Updating}, {u"destroying"_s, Status::Deleting},
        {u"destroyed"_s, Status::Deleted},   {u"failed"_s, Status::Failed},     {u"launch_failed"_s, Status::Failed},
        {u"crashed"_s, Status::Failed}};
    return known.value(machineState, Status::Unknown);
}

bool isChanging(Status status)
{
    switch (status) {
    case Status::Creating:
    case Status::Starting:
    case Status::Restarting:
    case Status::Stopping:
    case Status::Suspending:
    case Status::Updating:
    case Status::Deleting:
        return true;
    default:
        return false;
    }
}

bool isUp(Status status)
{
    return status == Status::Running || status == Status::Starting || status == Status::Restarting;
}

bool isAsleep(Status status)
{
    return status == Status::Stopped || status == Status::Suspended;
}

QString statusName(Status status)
{
    switch (status) {
    case Status::Creating:
        return u"creating"_s;
    case Status::Starting:
        return u"starting"_s;
    case Status::Running:
        return u"running"_s;
    case Status::Restarting:
        return u"restarting"_s;
    case Status::Stopping:
        return u"stopping"_s;
    case Status::Stopped:
        return u"stopped"_s;
    case Status::Suspending:
        return u"suspending"_s;
    case Status::Suspended:
        return u"suspended"_s;
    case Status::Updating:
        return u"updating"_s;
    case Status::Deleting:
        return u"deleting"_s;
    case Status::Deleted:
        return u"deleted"_s;
    case Status::Failed:
        return u"failed"_s;
    case Status::Missing:
        return u"missing"_s;
    case Status::Unknown:
        return u"unknown"_s;
    }
    Q_UNREACHABLE();
}

} // namespace swarm
