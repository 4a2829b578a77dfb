#include "ui/wording/operationwords.h"

#include "model/prices.h"
#include "ui/wording/errorwords.h"
#include "ui/wording/instancewords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

struct OperationWords {
    Q_DECLARE_TR_FUNCTIONS(swarm::OperationWords)

public:
    static QString running(Verb verb)
    {
        switch (verb) {
        case Verb::Create:
            return tr("Create %1");
        case Verb::Open:
            return tr("Open %1");
        case Verb::Start:
            return tr("Start %1");
        case Verb::Stop:
            return tr("Stop %1");
        case Verb::Suspend:
            return tr("Suspend %1");
        case Verb::Restart:
            return tr("Restart %1");
        case Verb::Delete:
            return tr("Delete %1");
        }
        Q_UNREACHABLE();
    }

    static QString succeeded(Verb verb)
    {
        switch (verb) {
        case Verb::Create:
            return tr("Created %1");
        case Verb::Open:
            return tr("Opened %1");
        case Verb::Start:
            return tr("Started %1");
        case Verb::Stop:
            return tr("Stopped %1");
        case Verb::Suspend:
            return tr("Suspended %1");
        case Verb::Restart:
            return tr("Restarted %1");
        case Verb::Delete:
            return tr("Deleted %1");
        }
        Q_UNREACHABLE();
    }

    static QString failed(Verb verb)
    {
        switch (verb) {
        case Verb::Create:
            return tr("Could not create %1");
        case Verb::Open:
            return tr("Could not open %1");
        case Verb::Start:
            return tr("Could not start %1");
        case Verb::Stop:
            return tr("Could not stop %1");
        case Verb::Suspend:
            return tr("Could not suspend %1");
        case Verb::Restart:
            return tr("Could not restart %1");
        case Verb::Delete:
            return tr("Could not delete %1");
        }
        Q_UNREACHABLE();
    }

    static QString cancelled(Verb verb)
    {
        switch (verb) {
        case Verb::Create:
            return tr("Creating %1 was cancelled");
        case Verb::Open:
            return tr("Opening %1 was cancelled");
        case Verb::Start:
            return tr("Starting %1 was cancelled");
        case Verb::Stop:
            return tr("Stopping %1 was cancelled");
        case Verb::Suspend:
            return tr("Suspending %1 was cancelled");
        case Verb::Restart:
            return tr("Restarting %1 was cancelled");
        case Verb::Delete:
            return tr("Deleting %1 was cancelled");
        }
        Q_UNREACHABLE();
    }

    static QString outcome(const Operation &operation)
    {
        switch (operation.verb) {
        case Verb::Create:
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
            return deleted(operation);
        }
        Q_UNREACHABLE();
    }

    static QString deleted(const Operation &operation)
    {
        if (operation.freedGb > 0)
            //: %1 is a size in GB, %2 an amount of money
            return tr("Freed %1 GB, saves about %2 a month.")
                .arg(operation.freedGb)
                .arg(moneyText(diskPerMonth(operation.freedGb)));
        return operation.removed.empty() ? tr("It was gone already.")
                                         : tr("Removed %1.").arg(resourceList(operation.removed));
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
    using W = OperationWords;
    switch (step) {
    case Step::Validating:
        return W::tr("Checking what was asked for");
    case Step::CreatingApp:
        return W::tr("Creating the app");
    case Step::WaitingForApp:
        return W::tr("Waiting for Fly.io to know the app");
    case Step::SettingPassword:
        return W::tr("Setting the password");
    case Step::PreparingAddressAndDisk:
        return W::tr("Preparing the address and the disk");
    case Step::CreatingMachine:
        return W::tr("Creating the machine");
    case Step::StartingMachine:
        return W::tr("Starting the machine");
    case Step::WaitingForMachine:
        return W::tr("Waiting for the machine");
    case Step::WaitingForEditor:
        return W::tr("Waiting for the editor to answer");
    case Step::OpeningBrowser:
        return W::tr("Opening the browser");
    case Step::StoppingMachine:
        return W::tr("Stopping the machine");
    case Step::SuspendingMachine:
        return W::tr("Suspending the machine");
    case Step::RestartingMachine:
        return W::tr("Restarting the machine");
    case Step::DeletingMachine:
        return W::tr("Deleting the machine");
    case Step::DeletingDisk:
        return W::tr("Deleting the disk");
    case Step::ReleasingAddresses:
        return W::tr("Releasing the addresses");
    case Step::DeletingApp:
        return W::tr("Deleting the app");
    case Step::Undoing:
        return W::tr("Taking back what was made");
    case Step::Saving:
        return W::tr("Saving the record");
    }
    Q_UNREACHABLE();
}

QString operationTitle(const Operation &operation)
{
    using W = OperationWords;
    switch (operation.state) {
    case Operation::State::Running:
        return W::running(operation.verb).arg(operation.name);
    case Operation::State::Succeeded:
        return W::succeeded(operation.verb).arg(operation.name);
    case Operation::State::Failed:
        return W::failed(operation.verb).arg(operation.name);
    case Operation::State::Cancelled:
        return W::cancelled(operation.verb).arg(operation.name);
    }
    Q_UNREACHABLE();
}

QString operationText(const Operation &operation)
{
    using W = OperationWords;
    switch (operation.state) {
    case Operation::State::Running:
        return W::progress(operation);
    case Operation::State::Succeeded:
        return W::outcome(operation);
    case Operation::State::Failed:
        return operation.error ? sentence(*operation.error) : W::tr("It failed.");
    case Operation::State::Cancelled: {
        const auto after = operation.error ? aftermath(*operation.error) : QString();
        return after.isEmpty() ? W::tr("Nothing more happens.") : after;
    }
    }
    Q_UNREACHABLE();
}

QString openByHandText(const QUrl &address, bool isPasswordOnClipboard)
{
    auto where = OperationWords::tr("Open %1 in a browser.").arg(address.toString());
    if (!isPasswordOnClipboard)
        return where;
    return where + u' ' + OperationWords::tr("The password is on the clipboard for 30 seconds.");
}

} // namespace swarm
