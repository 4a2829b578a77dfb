#include "ui/wording/errorwords.h"

#include "ui/wording/instancewords.h"
#include "ui/wording/networkwords.h"
#include "ui/wording/operationwords.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

struct ErrorWords {
    Q_DECLARE_TR_FUNCTIONS(swarm::ErrorWords)

public:
    static QString unreachable(const Error &error)
    {
        return error.step == Step::WaitingForEditor ? tr("The editor cannot be reached at its address.")
                                                    : tr("Fly.io cannot be reached.");
    }

    static QString late(const Error &error)
    {
        if (error.step == Step::WaitingForEditor)
            return tr("The editor did not answer in time.");
        if (error.step == Step::WaitingForMachine)
            return tr("The machine did not get there in time.");
        return tr("Fly.io did not answer in time.");
    }

    static QString lateRemedy(const Error &error)
    {
        return error.step == Step::WaitingForEditor ? tr("Try again; if it keeps failing, restart the instance.")
                                                    : tr("Try again.");
    }

    static QString slowDown(const Error &error)
    {
        return error.retryAfter.count() > 0
            //: %1 is a duration such as "2 min"
            ? tr("Try again in %1.").arg(spanText(error.retryAfter.count()))
            : tr("Try again in a minute.");
    }
};

//! What we say ourselves, without having asked anybody.
struct RefusalWords {
    const Error &error;

    QString operator()(std::monostate) const { return {}; }
    QString operator()(SpecProblem problem) const { return sentence(problem, {.name = error.instance}); }
    QString operator()(const PortRefusal &refusal) const { return portRefusalText(refusal); }
    QString operator()(Refusal refusal) const
    {
        using W = ErrorWords;
        switch (refusal) {
        case Refusal::ImageOlder:
            return W::tr("That version of the editor may not understand what the present one has written.");
        case Refusal::DiskOnlyGrows:
            return W::tr("A disk only grows, and this one is larger already.");
        case Refusal::LivesOn:
            return W::tr("The machine of %1 is there: what lives is deleted or left alone, never forgotten.")
                .arg(error.instance);
        case Refusal::OtherVersion:
            return W::tr("Another version of Remote Swarm made %1: this one may look at it, not change it.")
                .arg(error.instance);
        case Refusal::NoReceipt:
            return W::tr("This computer has no receipt of %1, so it cannot be restored from here.").arg(error.instance);
        }
        Q_UNREACHABLE();
    }
};

struct RefusalRemedies {
    QString operator()(std::monostate) const { return {}; }
    QString operator()(SpecProblem problem) const
    {
        return problem == SpecProblem::NameTaken ? ErrorWords::tr("Choose another name.") : QString();
    }
    QString operator()(const PortRefusal &) const { return {}; }
    QString operator()(Refusal refusal) const
    {
        using W = ErrorWords;
        switch (refusal) {
        case Refusal::ImageOlder:
            return W::tr("Take a snapshot first, then insist (--force).");
        case Refusal::OtherVersion:
            return W::tr("Look for a newer version of Remote Swarm.");
        case Refusal::NoReceipt:
            return W::tr("Restore it on the computer where it was deleted.");
        case Refusal::DiskOnlyGrows:
        case Refusal::LivesOn:
            return {};
        }
        Q_UNREACHABLE();
    }
};

bool isOurRefusal(const Error &error)
{
    return !std::holds_alternative<std::monostate>(error.refusal);
}

QString namedOr(const Error &error, const QString &withName, const QString &without)
{
    return error.instance.isEmpty() ? without : withName.arg(error.instance);
}

} // namespace

QString sentence(const Error &error)
{
    using W = ErrorWords;
    if (isOurRefusal(error))
        return std::visit(RefusalWords{error}, error.refusal);
    switch (error.code) {
    case ErrorCode::AuthInvalidToken:
        return W::tr("Fly.io does not accept this token.");
    case ErrorCode::AuthExpiredToken:
        return W::tr("The token has expired or was revoked.");
    case ErrorCode::AuthInsufficientPermissions:
        return W::tr("This token may not do that.");
    case ErrorCode::KeychainLocked:
        return W::tr("The keychain is locked, so what it keeps cannot be read.");
    case ErrorCode::KeychainAbsent:
        return W::tr("This computer has no keychain to keep secrets in.");
    case ErrorCode::ResourceNotFound:
        return namedOr(error, W::tr("Fly.io does not know %1 any more."),
                       W::tr("Fly.io cannot find what was asked for."));
    case ErrorCode::ResourceAlreadyExists:
        return namedOr(error, W::tr("The name %1 is taken."), W::tr("That name is taken."));
    case ErrorCode::ResourceBusy:
        return namedOr(error, W::tr("%1 is busy with another change."),
                       W::tr("The instance is busy with another change."));
    case ErrorCode::ResourceWrongState:
        return namedOr(error, W::tr("%1 is in a state that does not allow this."),
                       W::tr("The instance is in a state that does not allow this."));
    case ErrorCode::CapacityRegion:
        return W::tr("Fly.io has no room for this size in the region at the moment.");
    case ErrorCode::CapacityHost:
        return W::tr("The computer that holds the disk has no room for the machine at the moment.");
    case ErrorCode::CapacityVolume:
        return W::tr("Fly.io has no room for a disk of this size at the moment.");
    case ErrorCode::ResourceLimitExceeded:
        return W::tr("The Fly.io account has reached a limit: trial, quota or payment.");
    case ErrorCode::NetworkConnectionFailed:
        return W::unreachable(error);
    case ErrorCode::NetworkTimeout:
        return W::late(error);
    case ErrorCode::NetworkOutcomeUnknown:
        return W::tr("The connection broke before Fly.io answered, so it may or may not have happened.");
    case ErrorCode::ApiInvalidRequest:
        return W::tr("Fly.io refused the request.");
    case ErrorCode::ApiUnsupportedOperation:
        return W::tr("Fly.io does not offer this.");
    case ErrorCode::RateLimitExceeded:
        return W::tr("Fly.io asks us to slow down.");
    case ErrorCode::InternalError:
        return W::tr("Something went wrong at Fly.io.");
    case ErrorCode::BadReply:
        return W::tr("Fly.io sent an answer that makes no sense.");
    case ErrorCode::Cancelled:
        return W::tr("Cancelled.");
    case ErrorCode::LocalFileFailed:
        return W::tr("A file of Remote Swarm could not be written, so nothing was begun.");
    }
    Q_UNREACHABLE();
}

QString remedy(const Error &error)
{
    using W = ErrorWords;
    if (isOurRefusal(error))
        return std::visit(RefusalRemedies(), error.refusal);
    switch (error.code) {
    case ErrorCode::AuthInvalidToken:
    case ErrorCode::AuthExpiredToken:
        return W::tr("Sign in again with a new token.");
    case ErrorCode::AuthInsufficientPermissions:
        return W::tr("Sign in with a token that may change this organization.");
    case ErrorCode::KeychainLocked:
        return W::tr("Unlock the keychain and try again.");
    case ErrorCode::KeychainAbsent:
        return W::tr("Start a keychain such as GNOME Keyring or KWallet, or keep the secret for this session only.");
    case ErrorCode::ResourceNotFound:
        return W::tr("Refresh the list; it may have been deleted elsewhere.");
    case ErrorCode::ResourceAlreadyExists:
        return W::tr("Choose another name.");
    case ErrorCode::ResourceBusy:
        return W::tr("Wait until that is over, then try again.");
    case ErrorCode::ResourceWrongState:
        return W::tr("Look at its state, then try again.");
    case ErrorCode::CapacityRegion:
    case ErrorCode::CapacityVolume:
        if (!error.regionWithRoom.isEmpty())
            return W::tr("%1 is the nearest region that has room.").arg(regionText(error.regionWithRoom));
        return error.code == ErrorCode::CapacityRegion
            ? W::tr("Try another region or a smaller size, or try again later.")
            : W::tr("Try a smaller disk or another region.");
    case ErrorCode::CapacityHost:
        return error.step == Step::StartingMachine || error.step == Step::ChangingMachine
            ? W::tr("Try again later, or move it: that puts its data on another computer.")
            : W::tr("Try again later.");
    case ErrorCode::ResourceLimitExceeded:
        return W::tr("Look at the organization's billing page on fly.io.");
    case ErrorCode::NetworkConnectionFailed:
        return W::tr("Check the network connection, then try again.");
    case ErrorCode::NetworkTimeout:
        return W::lateRemedy(error);
    case ErrorCode::NetworkOutcomeUnknown:
        return W::tr("Look at the list before you try again.");
    case ErrorCode::ApiInvalidRequest:
        return W::tr("The details say what it did not like.");
    case ErrorCode::ApiUnsupportedOperation:
        return W::tr("Look for a newer version of Remote Swarm.");
    case ErrorCode::RateLimitExceeded:
        return W::slowDown(error);
    case ErrorCode::InternalError:
        return W::tr("Try again in a moment.");
    case ErrorCode::BadReply:
        return W::tr("Try again; if it happens again, report it with the details.");
    case ErrorCode::Cancelled:
        return {};
    case ErrorCode::LocalFileFailed:
        return W::tr("Look for room and rights on this computer's disk; the details name the file.");
    }
    Q_UNREACHABLE();
}

QUrl remedyPage(const Error &error)
{
    const bool isAboutMoney = error.code == ErrorCode::ResourceLimitExceeded;
    return isAboutMoney ? QUrl(u"https://fly.io/dashboard/personal/billing"_s) : QUrl();
}

QString aftermath(const Error &error)
{
    QStringList sentences;
    if (error.wasPutBack)
        sentences += ErrorWords::tr("The change was taken back: everything is as it was.");
    if (!error.undone.empty())
        //: %1 is a list of things, such as "app thesis and volume vol_123"
        sentences += ErrorWords::tr("Taken back: %1.").arg(resourceList(error.undone));
    if (!error.leftBehind.empty())
        //: %1 is a list of things, such as "app thesis and volume vol_123"
        sentences += ErrorWords::tr("Left behind and possibly still billing: %1. It is tried again at the next start.")
                         .arg(resourceList(error.leftBehind));
    return sentences.join(u' ');
}

QString details(const Error &error)
{
    using W = ErrorWords;
    QStringList lines{W::tr("Code: %1").arg(codeName(error.code))};
    if (!error.instance.isEmpty())
        lines += W::tr("Instance: %1").arg(error.instance);
    if (error.step)
        lines += W::tr("Step: %1").arg(stepText(*error.step));
    if (error.httpStatus != 0)
        lines += W::tr("HTTP status: %1").arg(error.httpStatus);
    if (!error.requestId.isEmpty())
        lines += W::tr("Request id: %1").arg(error.requestId);
    if (!error.detail.isEmpty())
        lines += W::tr("The answer: %1").arg(error.detail);
    if (!error.undone.empty())
        lines += W::tr("Taken back: %1").arg(resourceList(error.undone));
    if (!error.leftBehind.empty())
        lines += W::tr("Left behind: %1").arg(resourceList(error.leftBehind));
    if (error.cause)
        lines += W::tr("Because of:") + u'\n' + details(*error.cause);
    return lines.join(u'\n');
}

QString sentence(SpecProblem problem, const InstanceSpec &spec)
{
    using W = ErrorWords;
    const auto range = memoryRange(spec.size.cpuKind, spec.size.cpus);
    switch (problem) {
    case SpecProblem::NameEmpty:
        return W::tr("Give it a name.");
    case SpecProblem::NameTooLong:
        return W::tr("A name has at most %1 characters.").arg(longestName);
    case SpecProblem::NameCharacters:
        return W::tr("A name has a–z, 0–9 and dashes, begins with a letter and does not end with a dash.");
    case SpecProblem::NameTaken:
        return W::tr("There is an instance named %1 already.").arg(spec.name);
    case SpecProblem::Region:
        return W::tr("A region is a code of three letters, such as ams.");
    case SpecProblem::CpuCount:
        return spec.size.cpuKind == CpuKind::Shared ? W::tr("Shared CPUs come as 1, 2, 4, 6 or 8.")
                                                    : W::tr("Performance CPUs come as 1, or as even numbers up to 16.");
    case SpecProblem::TooLittleMemory:
        return W::tr("This many CPUs need at least %1 of memory.").arg(memoryText(range.least));
    case SpecProblem::TooMuchMemory:
        return W::tr("This many CPUs can have at most %1 of memory.").arg(memoryText(range.most));
    case SpecProblem::MemoryStep:
        return W::tr("Memory comes in steps of %1.").arg(memoryText(range.step));
    case SpecProblem::DiskSize:
        return W::tr("A disk has %1 to %2 GB.").arg(smallestDiskGb).arg(largestDiskGb);
    case SpecProblem::CannotSuspend:
        return W::tr("Only machines of up to 2 GB can be suspended; choose to stop it instead.");
    case SpecProblem::IdleMinutes:
        return W::tr("The idle time has to be 2 minutes or more.");
    case SpecProblem::ReservedVariable:
        return W::tr("PASSWORD, HASHED_PASSWORD and PORT are set by Remote Swarm; the password is kept as a secret.");
    case SpecProblem::VariableName:
        return W::tr("A variable's name has letters, digits and underscores and does not begin with a digit.");
    case SpecProblem::Image:
        return W::tr("An image has a repository and a tag, such as codercom/code-server and latest.");
    }
    Q_UNREACHABLE();
}

QString resourceText(const Resource &resource)
{
    using W = ErrorWords;
    switch (resource.kind) {
    case Resource::Kind::App:
        return W::tr("app %1").arg(resource.name);
    case Resource::Kind::Volume:
        return W::tr("volume %1").arg(resource.name);
    case Resource::Kind::Machine:
        return W::tr("machine %1").arg(resource.name);
    case Resource::Kind::Address:
        return W::tr("address %1").arg(resource.name);
    case Resource::Kind::Secret:
        return W::tr("secret %1").arg(resource.name);
    case Resource::Kind::Snapshot:
        return W::tr("snapshot %1").arg(resource.name);
    case Resource::Kind::Domain:
        return W::tr("domain %1").arg(resource.name);
    }
    Q_UNREACHABLE();
}

QString resourceList(const std::vector<Resource> &resources)
{
    QStringList texts;
    for (const auto &resource : resources)
        texts += resourceText(resource);
    if (texts.size() < 2)
        return texts.join(QString());
    const auto last = texts.takeLast();
    //: the end of a list: "app thesis, volume vol_1" and "address 1.2.3.4"
    return ErrorWords::tr("%1 and %2").arg(texts.join(u", "_s), last);
}

} // namespace swarm
