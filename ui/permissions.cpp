#include "ui/permissions.h"

#include "model/compatibility.h"
#include "ui/wording/operationwords.h"

#include <QCoreApplication>

namespace swarm {
namespace {

struct PermissionWords {
    Q_DECLARE_TR_FUNCTIONS(swarm::Permissions)
};

bool canOpen(const Instance &instance)
{
    return !instance.url.isEmpty()
        && (instance.status == Status::Running || isAsleep(instance.status) || isChanging(instance.status))
        && instance.status != Status::Deleting && instance.status != Status::Creating;
}

} // namespace

QString readOnlyReason(const Instance &instance, const Operations &operations)
{
    if (operations.rights() == Operations::Rights::Read)
        return PermissionWords::tr("Your token may only read. Sign in with another one to change anything.");
    return isCompatible(instance)
        ? QString()
        : PermissionWords::tr("Read-only: it was made by Remote Swarm %1, which this version may not change.")
              .arg(instance.softwareVersion);
}

Permissions permissionsOf(const Instance &instance, const Operations &operations)
{
    if (const auto *running = operations.runningOn(instance.id))
        //: %1 is what happens at the moment, such as "Start thesis"
        return {.reason = PermissionWords::tr("Busy: %1.").arg(operationTitle(*running))};
    if (operations.rights() == Operations::Rights::None)
        return {.reason = PermissionWords::tr("Sign in first.")};
    if (const auto reason = readOnlyReason(instance, operations); !reason.isEmpty())
        return {.open = canOpen(instance) && instance.status == Status::Running, .reason = reason};
    return {.open = canOpen(instance),
            .start = isAsleep(instance.status) || instance.status == Status::Failed,
            .stop = instance.status == Status::Running || instance.status == Status::Starting,
            .suspend = instance.status == Status::Running && canSuspend(instance.size),
            .restart = instance.status == Status::Running,
            .remove = instance.status != Status::Deleting && instance.status != Status::Deleted,
            .change = instance.status != Status::Creating && instance.status != Status::Deleting
                && instance.status != Status::Deleted};
}

RowAction rowActionOf(const Instance &instance, const Operations &operations)
{
    if (const auto *running = operations.runningOn(instance.id))
        return canCancel(*running) ? RowAction::Cancel : RowAction::None;
    const auto permissions = permissionsOf(instance, operations);
    if (permissions.open)
        return RowAction::Open;
    return permissions.start ? RowAction::Start : RowAction::None;
}

QString rowActionText(RowAction action)
{
    switch (action) {
    case RowAction::None:
        return {};
    case RowAction::Open:
        return PermissionWords::tr("Open");
    case RowAction::Start:
        return PermissionWords::tr("Start");
    case RowAction::Cancel:
        return PermissionWords::tr("Cancel");
    }
    Q_UNREACHABLE();
}

} // namespace swarm
