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

    //! Fly.io has no codes for what is missing, only words.
    static bool mentions(const Error &error, QLatin1StringView word)
    {
        return error.detail.contains(word, Qt::CaseInsensitive);
    }

    static bool isAboutTrial(const Error &error) { return mentions(error, "trial"_L1); }

    static bool isAboutPayment(const Error &error)
    {
        return mentions(error, "payment"_L1) || mentions(error, "credit card"_L1) || mentions(error, "billing"_L1);
    }

    static QString limit(const Error &error)
    {
        if (isAboutTrial(error))
            return tr("The organization is on Fly.io's trial, and this is more than a trial may have.");
        if (isAboutPayment(error))
            return tr("Fly.io wants a payment method before it does this.");
        return tr("The Fly.io account has reached a limit: trial, quota or payment.");
    }

    static QString limitRemedy(const Error &error)
    {
        if (isAboutTrial(error))
            return tr("Add a payment method on the organization's billing page, then try again. Until then, machines "
                      "end after five minutes.");
        if (isAboutPayment(error))
            return tr("Add one on the organization's billing page, then try again.");
        return tr("Look at the organization's billing page on fly.io.");
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
        switch (refusal) {
        case Refusal::ImageOlder:
            return ErrorWords::tr("That version of the editor may not understand what the present one has written.");
        case Refusal::DiskOnlyGrows:
            return ErrorWords::tr("A disk only grows, and this one is larger already.");
        case Refusal::LivesOn:
            return ErrorWords::tr("The machine of %1 is there: what lives is deleted or left alone, never forgotten.")
                .arg(error.instance);
        case Refusal::OtherVersion:
            return ErrorWords::tr("Another version of Remote Swarm made %1: this one may look at it, not change it.")
                .arg(error.instance);
        case Refusal::NoReceipt:
            return ErrorWords::tr("This computer has no receipt of %1, so it cannot be restored from here.")
                .arg(error.instance);
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
        switch (refusal) {
        case Refusal::ImageOlder:
            return ErrorWords::tr("Take a snapshot first, then insist (--force).");
        case Refusal::OtherVersion:
            return ErrorWords::tr("Look for a newer version of Remote Swarm.");
        case Refusal::NoReceipt:
            return ErrorWords::tr("Restore it on the computer where it was deleted.");
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
    if (isOurRefusal(error))
        return std::visit(RefusalWords{error}, error.refusal);
    switch (error.code) {
    case ErrorCode::AuthInvalidToken:
        return ErrorWords::tr("Fly.io does not accept this token.");
    case ErrorCode::AuthExpiredToken:
        return ErrorWords::tr("The token has expired or was revoked.");
    case ErrorCode::AuthInsufficientPermissions:
        return ErrorWords::tr("This token may not do that.");
    case ErrorCode::KeychainLocked:
        return ErrorWords::tr("The keychain is locked, so what it keeps cannot be read.");
    case ErrorCode::KeychainAbsent:
        return ErrorWords::tr("This computer has no keychain to keep secrets in.");
    case ErrorCode::ResourceNotFound:
        return namedOr(error, ErrorWords::tr("Fly.io does not know %1 any more."),
                       ErrorWords::tr("Fly.io cannot find what was asked for."));
    case ErrorCode::ResourceAlreadyExists:
        return namedOr(error, ErrorWords::tr("The name %1 is taken."), ErrorWords::tr("That name is taken."));
    case ErrorCode::ResourceBusy:
        return namedOr(error, ErrorWords::tr("%1 is busy with another change."),
                       ErrorWords::tr("The instance is busy with another change."));
    case ErrorCode::ResourceWrongState:
        return namedOr(error, ErrorWords::tr("%1 is in a state that does not allow this."),
                       ErrorWords::tr("The instance is in a state that does not allow this."));
    case ErrorCode::CapacityRegion:
        return ErrorWords::tr("Fly.io has no room for this size in the region at the moment.");
    case ErrorCode::CapacityHost:
        return ErrorWords::tr("The computer that holds the disk has no room for the machine at the moment.");
    case ErrorCode::CapacityVolume:
        return ErrorWords::tr("Fly.io has no room for a disk of this size at the moment.");
    case ErrorCode::ResourceLimitExceeded:
        return ErrorWords::limit(error);
    case ErrorCode::NetworkConnectionFailed:
        return ErrorWords::unreachable(error);
    case ErrorCode::NetworkTimeout:
        return ErrorWords::late(error);
    case ErrorCode::NetworkOutcomeUnknown:
        return ErrorWords::tr("The connection broke before Fly.io answered, so it may or may not have happened.");
    case ErrorCode::ApiInvalidRequest:
        return ErrorWords::tr("Fly.io refused the request.");
    case ErrorCode::ApiUnsupportedOperation:
        return ErrorWords::tr("Fly.io does not offer this.");
    case ErrorCode::RateLimitExceeded:
        return ErrorWords::tr("Fly.io asks us to slow down.");
    case ErrorCode::InternalError:
        return ErrorWords::tr("Something went wrong at Fly.io.");
    case ErrorCode::BadReply:
        return ErrorWords::tr("Fly.io sent an answer that makes no sense.");
    case ErrorCode::Cancelled:
        return ErrorWords::tr("Cancelled.");
    case ErrorCode::LocalFileFailed:
        return ErrorWords::tr("A file on this computer could not be written.");
    }
    Q_UNREACHABLE();
}

QString remedy(const Error &error)
{
    if (isOurRefusal(error))
        return std::visit(RefusalRemedies(), error.refusal);
    switch (error.code) {
    case ErrorCode::AuthInvalidToken:
    case ErrorCode::AuthExpiredToken:
        return ErrorWords::tr("Sign in again with a new token.");
    case ErrorCode::AuthInsufficientPermissions:
        return ErrorWords::tr("Sign in with a token that may change this organization.");
    case ErrorCode::KeychainLocked:
        return ErrorWords::tr("Unlock the keychain and try again.");
    case ErrorCode::KeychainAbsent:
        return ErrorWords::tr(
            "Start a keychain such as GNOME Keyring or KWallet, or keep the secret for this session only.");
    case ErrorCode::ResourceNotFound:
        return ErrorWords::tr("Refresh the list; it may have been deleted elsewhere.");
    case ErrorCode::ResourceAlreadyExists:
        return ErrorWords::tr("Choose another name.");
    case ErrorCode::ResourceBusy:
        return ErrorWords::tr("Wait until that is over, then try again.");
    case ErrorCode::ResourceWrongState:
        return ErrorWords::tr("Look at its state, then try again.");
    case ErrorCode::CapacityRegion:
    case ErrorCode::CapacityVolume:
        if (!error.regionWithRoom.isEmpty())
            return ErrorWords::tr("%1 is the nearest region that has room.").arg(regionText(error.regionWithRoom));
        return error.code == ErrorCode::CapacityRegion
            ? ErrorWords::tr("Try another region or a smaller size, or try again later.")
            : ErrorWords::tr("Try a smaller disk or another region.");
    case ErrorCode::CapacityHost:
        return error.step == Step::StartingMachine || error.step == Step::ChangingMachine
            ? ErrorWords::tr("Try again later, or move it: that puts its data on another computer.")
            : ErrorWords::tr("Try again later.");
    case ErrorCode::ResourceLimitExceeded:
        return ErrorWords::limitRemedy(error);
    case ErrorCode::NetworkConnectionFailed:
        return ErrorWords::tr("Check the network connection, then try again.");
    case ErrorCode::NetworkTimeout:
        return ErrorWords::lateRemedy(error);
    case ErrorCode::NetworkOutcomeUnknown:
        return ErrorWords::tr("Look at the list before you try again.");
    case ErrorCode::ApiInvalidRequest:
        return ErrorWords::tr("The details say what it did not like.");
    case ErrorCode::ApiUnsupportedOperation:
        return ErrorWords::tr("Look for a newer version of Remote Swarm.");
    case ErrorCode::RateLimitExceeded:
        return ErrorWords::slowDown(error);
    case ErrorCode::InternalError:
        return ErrorWords::tr("Try again in a moment.");
    case ErrorCode::BadReply:
        return ErrorWords::tr("Try again; if it happens again, report it with the details.");
    case ErrorCode::Cancelled:
        return {};
    case ErrorCode::LocalFileFailed:
        return ErrorWords::tr("Look for room and rights on this computer's disk; the details name the file.");
    }
    Q_UNREACHABLE();
}

QUrl remedyPage(const Error &error, const QString &organization)
{
    const bool isAboutMoney = error.code == ErrorCode::ResourceLimitExceeded;
    return isAboutMoney ? QUrl(u"https://fly.io/dashboard/%1/billing"_s.arg(organization)) : QUrl();
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
    QStringList lines{ErrorWords::tr("Code: %1").arg(codeName(error.code))};
    if (!error.instance.isEmpty())
        lines += ErrorWords::tr("Instance: %1").arg(error.instance);
    if (error.step)
        lines += ErrorWords::tr("Step: %1").arg(stepText(*error.step));
    if (error.httpStatus != 0)
        lines += ErrorWords::tr("HTTP status: %1").arg(error.httpStatus);
    if (!error.requestId.isEmpty())
        lines += ErrorWords::tr("Request id: %1").arg(error.requestId);
    if (!error.detail.isEmpty())
        lines += ErrorWords::tr("The answer: %1").arg(error.detail);
    if (!error.undone.empty())
        lines += ErrorWords::tr("Taken back: %1").arg(resourceList(error.undone));
    if (!error.leftBehind.empty())
        lines += ErrorWords::tr("Left behind: %1").arg(resourceList(error.leftBehind));
    if (error.cause)
        lines += ErrorWords::tr("Because of:") + u'\n' + details(*error.cause);
    return lines.join(u'\n');
}

QString sentence(SpecProblem problem, const InstanceSpec &spec)
{
    const auto range = memoryRange(spec.size.cpuKind, spec.size.cpus);
    switch (problem) {
    case SpecProblem::NameEmpty:
        return ErrorWords::tr("Give it a name.");
    case SpecProblem::NameTooLong:
        return ErrorWords::tr("A name has at most %1 characters.").arg(longestName);
    case SpecProblem::NameCharacters:
        return ErrorWords::tr("A name has a–z, 0–9 and dashes, begins with a letter and does not end with a dash.");
    case SpecProblem::NameTaken:
        return ErrorWords::tr("There is an instance named %1 already.").arg(spec.name);
    case SpecProblem::Region:
        return ErrorWords::tr("A region is a code of three letters, such as ams.");
    case SpecProblem::CpuCount:
        return spec.size.cpuKind == CpuKind::Shared
            ? ErrorWords::tr("Shared CPUs come as 1, 2, 4, 6 or 8.")
            : ErrorWords::tr("Performance CPUs come as 1, or as even numbers up to 16.");
    case SpecProblem::TooLittleMemory:
        return ErrorWords::tr("This many CPUs need at least %1 of memory.").arg(memoryText(range.least));
    case SpecProblem::TooMuchMemory:
        return ErrorWords::tr("This many CPUs can have at most %1 of memory.").arg(memoryText(range.most));
    case SpecProblem::MemoryStep:
        return ErrorWords::tr("Memory comes in steps of %1.").arg(memoryText(range.step));
    case SpecProblem::DiskSize:
        return ErrorWords::tr("A disk has %1 to %2 GB.").arg(smallestDiskGb).arg(largestDiskGb);
    case SpecProblem::CannotSuspend:
        return ErrorWords::tr("Only machines of up to 2 GB can be suspended; choose to stop it instead.");
    case SpecProblem::IdleMinutes:
        return ErrorWords::tr("The idle time has to be 2 minutes or more.");
    case SpecProblem::ReservedVariable:
        return ErrorWords::tr(
            "PASSWORD, HASHED_PASSWORD and PORT are set by Remote Swarm; the password is kept as a secret.");
    case SpecProblem::VariableName:
        return ErrorWords::tr("A variable's name has letters, digits and underscores and does not begin with a digit.");
    case SpecProblem::Image:
        return ErrorWords::tr("An image has a repository and a tag, such as codercom/code-server and latest.");
    }
    Q_UNREACHABLE();
}

QString resourceText(const Resource &resource)
{
    switch (resource.kind) {
    case Resource::Kind::App:
        return ErrorWords::tr("app %1").arg(resource.name);
    case Resource::Kind::Volume:
        return ErrorWords::tr("volume %1").arg(resource.name);
    case Resource::Kind::Machine:
        return ErrorWords::tr("machine %1").arg(resource.name);
    case Resource::Kind::Address:
        return ErrorWords::tr("address %1").arg(resource.name);
    case Resource::Kind::Secret:
        return ErrorWords::tr("secret %1").arg(resource.name);
    case Resource::Kind::Snapshot:
        return ErrorWords::tr("snapshot %1").arg(resource.name);
    case Resource::Kind::Domain:
        return ErrorWords::tr("domain %1").arg(resource.name);
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
