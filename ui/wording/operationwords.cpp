#include "ui/wording/operationwords.h"

#include "model/cost.h"
#include "model/prices.h"
#include "ui/wording/errorwords.h"
#include "ui/wording/instancewords.h"
#include "ui/wording/networkwords.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

//! What is said of a verb before, after, and when it did not happen; %1 is the instance's name.
struct VerbTexts {
    Verb verb;
    const char *running;
    const char *succeeded;
    const char *failed;
    const char *cancelled;
};

constexpr std::array<VerbTexts, static_cast<std::size_t>(lastVerb) + 1> verbTexts{
    VerbTexts{Verb::Create, QT_TRANSLATE_NOOP("swarm::OperationWords", "Create %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Created %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Could not create %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Creating %1 was cancelled")},
    VerbTexts{Verb::Open, QT_TRANSLATE_NOOP("swarm::OperationWords", "Open %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Opened %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Could not open %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Opening %1 was cancelled")},
    VerbTexts{Verb::Start, QT_TRANSLATE_NOOP("swarm::OperationWords", "Start %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Started %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Could not start %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Starting %1 was cancelled")},
    VerbTexts{Verb::Stop, QT_TRANSLATE_NOOP("swarm::OperationWords", "Stop %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Stopped %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Could not stop %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Stopping %1 was cancelled")},
    VerbTexts{Verb::Suspend, QT_TRANSLATE_NOOP("swarm::OperationWords", "Suspend %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Suspended %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Could not suspend %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Suspending %1 was cancelled")},
    VerbTexts{Verb::Restart, QT_TRANSLATE_NOOP("swarm::OperationWords", "Restart %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Restarted %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Could not restart %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Restarting %1 was cancelled")},
    VerbTexts{Verb::Delete, QT_TRANSLATE_NOOP("swarm::OperationWords", "Delete %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Deleted %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Could not delete %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Deleting %1 was cancelled")},
    VerbTexts{Verb::Resize, QT_TRANSLATE_NOOP("swarm::OperationWords", "Resize %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Resized %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Could not resize %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Resizing %1 was cancelled")},
    VerbTexts{Verb::Extend, QT_TRANSLATE_NOOP("swarm::OperationWords", "Extend the disk of %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Extended the disk of %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Could not extend the disk of %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Extending the disk of %1 was cancelled")},
    VerbTexts{Verb::ChangeImage, QT_TRANSLATE_NOOP("swarm::OperationWords", "Change the image of %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Changed the image of %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Could not change the image of %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Changing the image of %1 was cancelled")},
    VerbTexts{Verb::ChangeEnvironment, QT_TRANSLATE_NOOP("swarm::OperationWords", "Change the environment of %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Changed the environment of %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Could not change the environment of %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Changing the environment of %1 was cancelled")},
    VerbTexts{Verb::ChangeIdleRule, QT_TRANSLATE_NOOP("swarm::OperationWords", "Change the idle rule of %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Changed the idle rule of %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Could not change the idle rule of %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Changing the idle rule of %1 was cancelled")},
    VerbTexts{Verb::ChangePorts, QT_TRANSLATE_NOOP("swarm::OperationWords", "Change the ports of %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Changed the ports of %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Could not change the ports of %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Changing the ports of %1 was cancelled")},
    VerbTexts{Verb::Rename, QT_TRANSLATE_NOOP("swarm::OperationWords", "Rename %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Renamed %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Could not rename %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Renaming %1 was cancelled")},
    VerbTexts{Verb::RotatePassword, QT_TRANSLATE_NOOP("swarm::OperationWords", "Give %1 a new password"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Gave %1 a new password"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Could not give %1 a new password"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Giving %1 a new password was cancelled")},
    VerbTexts{Verb::RollBack, QT_TRANSLATE_NOOP("swarm::OperationWords", "Roll %1 back"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Rolled %1 back"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Could not roll %1 back"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Rolling %1 back was cancelled")},
    VerbTexts{Verb::RollBackData, QT_TRANSLATE_NOOP("swarm::OperationWords", "Roll the data of %1 back"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Rolled the data of %1 back"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Could not roll the data of %1 back"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Rolling the data of %1 back was cancelled")},
    VerbTexts{Verb::Snapshot, QT_TRANSLATE_NOOP("swarm::OperationWords", "Take a snapshot of %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Took a snapshot of %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Could not take a snapshot of %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Taking a snapshot of %1 was cancelled")},
    VerbTexts{Verb::Restore, QT_TRANSLATE_NOOP("swarm::OperationWords", "Restore %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Restored %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Could not restore %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Restoring %1 was cancelled")},
    VerbTexts{Verb::Erase, QT_TRANSLATE_NOOP("swarm::OperationWords", "Erase %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Erased %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Could not erase %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Erasing %1 was cancelled")},
    VerbTexts{Verb::Clone, QT_TRANSLATE_NOOP("swarm::OperationWords", "Clone into %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Cloned into %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Could not clone into %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Cloning into %1 was cancelled")},
    VerbTexts{Verb::Move, QT_TRANSLATE_NOOP("swarm::OperationWords", "Move %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Moved %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Could not move %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Moving %1 was cancelled")},
    VerbTexts{Verb::Recreate, QT_TRANSLATE_NOOP("swarm::OperationWords", "Recreate the machine of %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Recreated the machine of %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Could not recreate the machine of %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Recreating the machine of %1 was cancelled")},
    VerbTexts{Verb::GoBack, QT_TRANSLATE_NOOP("swarm::OperationWords", "Go back to the earlier copy of %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Went back to the earlier copy of %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Could not go back to the earlier copy of %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Going back to the earlier copy of %1 was cancelled")},
    VerbTexts{Verb::DropPrevious, QT_TRANSLATE_NOOP("swarm::OperationWords", "Remove the earlier copy of %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Removed the earlier copy of %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Could not remove the earlier copy of %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Removing the earlier copy of %1 was cancelled")},
    VerbTexts{Verb::Adopt, QT_TRANSLATE_NOOP("swarm::OperationWords", "Adopt %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Adopted %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Could not adopt %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Adopting %1 was cancelled")},
    VerbTexts{Verb::Forget, QT_TRANSLATE_NOOP("swarm::OperationWords", "Forget %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Forgot %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Could not forget %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Forgetting %1 was cancelled")},
    VerbTexts{Verb::AddAddress, QT_TRANSLATE_NOOP("swarm::OperationWords", "Add an address to %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Added an address to %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Could not add an address to %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Adding an address to %1 was cancelled")},
    VerbTexts{Verb::RemoveAddress, QT_TRANSLATE_NOOP("swarm::OperationWords", "Remove an address of %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Removed an address of %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Could not remove an address of %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Removing an address of %1 was cancelled")},
    VerbTexts{Verb::AddDomain, QT_TRANSLATE_NOOP("swarm::OperationWords", "Add a domain to %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Added a domain to %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Could not add a domain to %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Adding a domain to %1 was cancelled")},
    VerbTexts{Verb::RemoveDomain, QT_TRANSLATE_NOOP("swarm::OperationWords", "Remove a domain of %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Removed a domain of %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Could not remove a domain of %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Removing a domain of %1 was cancelled")},
    VerbTexts{Verb::BackUp, QT_TRANSLATE_NOOP("swarm::OperationWords", "Back %1 up"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Backed %1 up"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Could not back %1 up"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Backing %1 up was cancelled")},
    VerbTexts{Verb::RemoveOrphan, QT_TRANSLATE_NOOP("swarm::OperationWords", "Remove %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Removed %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Could not remove %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Removing %1 was cancelled")},
    VerbTexts{Verb::Configure, QT_TRANSLATE_NOOP("swarm::OperationWords", "Change %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Changed %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Could not change %1"),
              QT_TRANSLATE_NOOP("swarm::OperationWords", "Changing %1 was cancelled")},
};

const VerbTexts &textsOf(Verb verb)
{
    return verbTexts[static_cast<std::size_t>(verb)];
}

struct OperationWords {
    Q_DECLARE_TR_FUNCTIONS(swarm::OperationWords)

public:
    static QString outcome(const Operation &operation)
    {
        if (operation.recovered)
            return recovered(*operation.recovered);
        switch (operation.verb) {
        case Verb::Create:
        case Verb::Clone:
            return tr("The editor answers and is ready to open.");
        case Verb::Open:
            return tr("The editor is in the browser.");
        case Verb::Start:
            return operation.wasAlreadySo ? tr("It was running already.") : tr("The editor answers.");
        case Verb::Stop:
            return operation.wasAlreadySo ? tr("It was stopped already.")
                                          : tr("Its disk keeps everything in /home/coder.");
        case Verb::Suspend:
            return operation.wasAlreadySo ? tr("It was suspended already.") : tr("It wakes with everything as it was.");
        case Verb::Restart:
            return tr("The editor answers again.");
        case Verb::Delete:
            return operation.keepsake ? kept(operation) : deleted(operation);
        case Verb::Resize:
        case Verb::ChangeImage:
        case Verb::ChangeEnvironment:
        case Verb::ChangeIdleRule:
        case Verb::ChangePorts:
        case Verb::Configure:
        case Verb::RollBack:
            return operation.wasAlreadySo ? tr("It was so already.") : tr("What is on its disk is untouched.");
        case Verb::Extend:
            return operation.wasAlreadySo ? tr("It was that large already.")
                                          : tr("The disk has grown; it never shrinks.");
        case Verb::Rename:
            return operation.wasAlreadySo ? tr("It had that name already.")
                                          : tr("Its address stays as it is: the app keeps its name.");
        case Verb::RotatePassword:
            return tr("Everybody has been logged out of it.");
        case Verb::Snapshot:
            //: %1 is the id of a snapshot, %2 a number of days
            return operation.snapshot
                ? tr("Snapshot %1, kept for %2 days.").arg(operation.snapshot->id).arg(operation.snapshot->keptDays)
                : QString();
        case Verb::RollBackData:
        case Verb::Move:
        case Verb::GoBack:
            return previous(operation);
        case Verb::Restore:
            return tr("Its disk is as it was when it was deleted.");
        case Verb::Erase:
            return tr("Its last snapshot is gone for good.");
        case Verb::Recreate:
            return tr("Its disk is the same, with everything that was on it.");
        case Verb::DropPrevious:
            return operation.wasAlreadySo ? tr("There was none.") : removedText(operation);
        case Verb::Adopt:
            return tr("It is part of the swarm from now on.");
        case Verb::Forget:
            return tr("Nothing was changed at Fly.io.");
        case Verb::AddAddress:
            return operation.addresses.empty() ? QString() : added(operation);
        case Verb::AddDomain:
            return operation.domain ? recordsText(*operation.domain) : QString();
        case Verb::BackUp:
            return operation.backup ? tr("%1 holds /home/coder.").arg(operation.backup->path) : QString();
        case Verb::RemoveAddress:
        case Verb::RemoveDomain:
        case Verb::RemoveOrphan:
            return removedText(operation);
        }
        Q_UNREACHABLE();
    }

    static QString added(const Operation &operation)
    {
        QStringList lines;
        for (const auto &address : operation.addresses)
            lines << u"%1 (%2)"_s.arg(address.ip, addressPriceText(address));
        return lines.join(u", "_s);
    }

    static QString recovered(Recovery::End end)
    {
        switch (end) {
        case Recovery::End::Nothing:
            return tr("It was cut off before it had changed anything.");
        case Recovery::End::Finished:
            return tr("It was cut off, and is finished now.");
        case Recovery::End::Undone:
            return tr("It was cut off, and what it had made is taken back.");
        }
        Q_UNREACHABLE();
    }

    static QString previous(const Operation &operation)
    {
        if (!operation.previous)
            return {};
        //: %1 is a region, %2 a size such as "10 GB", %3 an amount of money
        return tr("The earlier copy in %1 (%2) sleeps until you remove it or go back to it: about %3 a month.")
            .arg(regionText(operation.previous->region), diskText(operation.previous->diskGb),
                 moneyText(diskPerMonth(operation.previous->diskGb)));
    }

    static QString kept(const Operation &operation)
    {
        //: %1 is a date
        return tr("It can be restored until %1; until then its last snapshot bills, about %2 a month.")
            .arg(dateText(operation.keepsake->expiresAt.date()),
                 moneyText(snapshotsPerMonth(static_cast<double>(operation.keepsake->bytes) / bytesPerGb)));
    }

    static QString removedText(const Operation &operation)
    {
        return operation.removed.empty() ? tr("It was gone already.")
                                         : tr("Removed %1.").arg(resourceList(operation.removed));
    }

    static QString deleted(const Operation &operation)
    {
        if (operation.freedGb > 0)
            //: %1 is a size in GB, %2 an amount of money
            return tr("Freed %1 GB, saves about %2 a month.")
                .arg(operation.freedGb)
                .arg(moneyText(diskPerMonth(operation.freedGb)));
        return removedText(operation);
    }

    static QString progress(const Operation &operation)
    {
        if (operation.step == Step::Undoing)
            return stepText(operation.step);
        if (operation.isCancelling)
            return tr("Cancelling: taking back what was begun");
        if (operation.stepNumber == 0)
            return tr("About to begin");
        if (operation.stepCount == 0)
            return stepText(operation.step);
        //: %1 is what happens now, such as "Waiting for the editor to answer"
        return tr("%1 (step %2 of %3)")
            .arg(stepText(operation.step))
            .arg(operation.stepNumber)
            .arg(operation.stepCount);
    }
};

} // namespace

QString stepText(Step step)
{
    switch (step) {
    case Step::Validating:
        return OperationWords::tr("Checking what was asked for");
    case Step::CreatingApp:
        return OperationWords::tr("Creating the app");
    case Step::WaitingForApp:
        return OperationWords::tr("Waiting for Fly.io to know the app");
    case Step::SettingPassword:
        return OperationWords::tr("Setting the password");
    case Step::PreparingAddressAndDisk:
        return OperationWords::tr("Preparing password, address and disk");
    case Step::CreatingMachine:
        return OperationWords::tr("Creating the machine");
    case Step::StartingMachine:
        return OperationWords::tr("Starting the machine");
    case Step::WaitingForMachine:
        return OperationWords::tr("Waiting for the machine");
    case Step::WaitingForEditor:
        return OperationWords::tr("Waiting for the editor to answer");
    case Step::OpeningBrowser:
        return OperationWords::tr("Opening the browser");
    case Step::StoppingMachine:
        return OperationWords::tr("Stopping the machine");
    case Step::SuspendingMachine:
        return OperationWords::tr("Suspending the machine");
    case Step::RestartingMachine:
        return OperationWords::tr("Restarting the machine");
    case Step::DeletingMachine:
        return OperationWords::tr("Deleting the machine");
    case Step::DeletingDisk:
        return OperationWords::tr("Deleting the disk");
    case Step::ReleasingAddresses:
        return OperationWords::tr("Releasing the addresses");
    case Step::DeletingApp:
        return OperationWords::tr("Deleting the app");
    case Step::Undoing:
        return OperationWords::tr("Taking back what was made");
    case Step::Saving:
        return OperationWords::tr("Saving the record");
    case Step::ReservingMachine:
        return OperationWords::tr("Reserving the machine for this change");
    case Step::ChangingMachine:
        return OperationWords::tr("Changing the machine");
    case Step::CheckingEditor:
        return OperationWords::tr("Waiting for the editor to pass its check");
    case Step::TakingSnapshot:
        return OperationWords::tr("Taking a snapshot");
    case Step::CopyingDisk:
        return OperationWords::tr("Copying the disk");
    case Step::ExtendingDisk:
        return OperationWords::tr("Extending the disk");
    case Step::Switching:
        return OperationWords::tr("Switching to the new machine");
    case Step::Renaming:
        return OperationWords::tr("Writing the new name down");
    case Step::ChangingAddresses:
        return OperationWords::tr("Changing the addresses");
    case Step::ChangingDomains:
        return OperationWords::tr("Changing the domains");
    case Step::LookingAround:
        return OperationWords::tr("Looking at what there is");
    case Step::BackingUp:
        return OperationWords::tr("Copying the home folder");
    case Step::Adopting:
        return OperationWords::tr("Writing the swarm's marks down");
    }
    Q_UNREACHABLE();
}

QString operationTitle(const Operation &operation)
{
    const auto &texts = textsOf(operation.verb);
    switch (operation.state) {
    case Operation::State::Running:
        return OperationWords::tr(texts.running).arg(operation.name);
    case Operation::State::Succeeded:
        return OperationWords::tr(texts.succeeded).arg(operation.name);
    case Operation::State::Failed:
        return OperationWords::tr(texts.failed).arg(operation.name);
    case Operation::State::Cancelled:
        return OperationWords::tr(texts.cancelled).arg(operation.name);
    }
    Q_UNREACHABLE();
}

QString operationText(const Operation &operation)
{
    switch (operation.state) {
    case Operation::State::Running:
        return OperationWords::progress(operation);
    case Operation::State::Succeeded:
        return OperationWords::outcome(operation);
    case Operation::State::Failed:
        return operation.error ? sentence(*operation.error) : OperationWords::tr("It failed.");
    case Operation::State::Cancelled: {
        const auto after = operation.error ? aftermath(*operation.error) : QString();
        return after.isEmpty() ? OperationWords::tr("Nothing more happens.") : after;
    }
    }
    Q_UNREACHABLE();
}

QString overdueCopyText(const QString &name, const PreviousCopy &copy, const QDateTime &now)
{
    //: %1 is the name of an instance, %2 a place, %3 a time such as "2 d", %4 money
    return OperationWords::tr(
               "The earlier copy of %1 in %2 has been asleep for %3, for about %4 a month. Is it still wanted?")
        .arg(name, regionText(copy.region), durationText(copy.since.secsTo(now)), moneyText(diskPerMonth(copy.diskGb)));
}

QString restartWarning(const Instance &instance)
{
    if (instance.status != Status::Running)
        return {};
    return OperationWords::tr(
               "This restarts the editor of %1: terminals and running programs in it end, files on its disk stay.")
        .arg(instance.name);
}

QString openByHandText(const QUrl &address, bool isPasswordOnClipboard)
{
    auto where = OperationWords::tr("Open %1 in a browser.").arg(address.toString());
    if (!isPasswordOnClipboard)
        return where;
    return where + u' ' + OperationWords::tr("The password is on the clipboard for 30 seconds.");
}

} // namespace swarm
