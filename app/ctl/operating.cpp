#include "app/ctl/operating.h"

#include "app/ctl/follower.h"
#include "app/ctl/terminal.h"
#include "app/log.h"
#include "ui/wording/errorwords.h"
#include "ui/wording/instancewords.h"
#include "ui/wording/operationwords.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace swarm::ctl {
namespace {

bool makesPassword(Verb verb)
{
    return verb == Verb::Create || verb == Verb::Clone || verb == Verb::RotatePassword;
}

QJsonArray resourceArray(const std::vector<Resource> &resources)
{
    QJsonArray array;
    for (const auto &resource : resources)
        array.append(resource.name);
    return array;
}

} // namespace

Operating::Operating(Context context)
    : Operating(context, context.line.request)
{
}

Operating::Operating(Context context, OperationRequest request)
    : m_context(context)
    , m_request(std::move(request))
{
}

Task<int> Operating::run(Instance instance)
{
    const auto operation = co_await carryOut(std::move(instance));
    if (!operation)
        co_return operation.error();
    conclude(*operation);
    co_return ExitOk;
}

Task<std::expected<Operation, int>> Operating::carryOut(Instance instance)
{
    m_request.instance = instance.id;
    if (!prepare(instance))
        co_return std::unexpected(int{ExitUsage});
    auto &operations = m_context.engine.operations();
    const auto id = operations.begin(m_request);
    Follower follower(operations, m_context.report);
    const auto operation = co_await follower.end(id);
    if (operation.state != Operation::State::Succeeded)
        co_return std::unexpected(failed(operation));
    sayWhereThePasswordIs();
    co_return operation;
}

bool Operating::prepare(const Instance &instance)
{
    if (m_request.verb == Verb::ChangeImage && !m_request.change.image)
        m_request.change.image = Image{.repository = instance.image.repository, .tag = m_request.version};
    if (m_request.verb == Verb::BackUp && m_request.backup.path.isEmpty())
        m_request.backup.path = instance.name + u".tar.gz"_s;
    if (!isConfirmed(instance))
        return false;
    if (makesPassword(m_request.verb))
        takePassword();
    sayWhatIsInterrupted(instance);
    return true;
}

void Operating::takePassword()
{
    m_password = m_context.line.password;
    if (m_context.line.readsPassword)
        m_password = readSecret(u"Password for the editor: "_s);
    m_isGenerated = m_password.isEmpty();
    if (m_isGenerated)
        m_password = generatedPassword();
    Log::hide(m_password);
    m_request.password = m_password;
    m_request.spec.password = m_password;
}

void Operating::sayWhatIsInterrupted(const Instance &instance) const
{
    const auto warning = restartWarning(instance);
    if (restartsEditor(m_request.verb) && !warning.isEmpty())
        m_context.report.remark(warning);
}

bool Operating::isConfirmed(const Instance &instance) const
{
    const auto &name = instance.name;
    switch (m_request.verb) {
    case Verb::Delete:
        if (m_request.keepDays > 0)
            return hasTypedName(u"This deletes %1 and its disk (%2). A last snapshot is kept for %3 days."_s
                                    .arg(name, diskText(instance.diskGb))
                                    .arg(m_request.keepDays),
                                name);
        return hasTypedName(
            u"This deletes %1, its disk (%2) and everything on it. There is no undo and no snapshot is kept."_s.arg(
                name, diskText(instance.diskGb)),
            name);
    case Verb::Erase:
        return hasTypedName(u"This erases the last snapshot of %1. There is no undo."_s.arg(name), name);
    case Verb::DropPrevious:
        return hasTypedName(u"This removes the earlier copy of %1 with its disk. There is no undo."_s.arg(name), name);
    default:
        return true;
    }
}

bool Operating::hasTypedName(const QString &question, const QString &name) const
{
    if (m_context.line.isConfirmed)
        return true;
    const auto verb = verbName(m_request.verb);
    if (!isInteractive()) {
        m_context.report.warn(m_request.verb == Verb::Delete
                                  ? u"Deleting needs --yes when nobody can be asked."_s
                                  : u"This needs --yes when nobody can be asked (%1)."_s.arg(verb));
        return false;
    }
    m_context.report.warn(question + u"\nType the name to go on:"_s);
    if (readLine() == name)
        return true;
    m_context.report.warn(m_request.verb == Verb::Delete ? u"That is not its name: nothing was deleted."_s
                                                         : u"That is not its name: nothing was done."_s);
    return false;
}

int Operating::failed(const Operation &operation) const
{
    const auto error = operation.error.value_or(Error());
    if (!error.regionWithRoom.isEmpty() && operation.verb == Verb::Create)
        m_context.report.remark(u"With --any-region it goes there by itself."_s);
    return m_context.report.failure(error);
}

void Operating::conclude(const Operation &operation) const
{
    const auto *row = m_context.engine.store().find(operation.instance);
    Instance now{.id = operation.instance, .name = operation.name};
    if (row)
        now = *row;
    auto words = operationText(operation);
    if (operation.verb == Verb::Delete || operation.verb == Verb::Erase || operation.verb == Verb::Forget) {
        now.status = Status::Deleted;
        now.state = u"destroyed"_s;
        words = operationTitle(operation) + u". "_s + words;
    }
    m_context.report.result(words, now, more(operation));
}

QJsonObject Operating::more(const Operation &operation) const
{
    QJsonObject json;
    if (operation.wasAlreadySo)
        json.insert(u"already"_s, true);
    if (operation.verb == Verb::Delete || !operation.removed.empty())
        json.insert(u"removed"_s, resourceArray(operation.removed));
    if (operation.snapshot)
        json.insert(u"snapshot"_s, snapshotJson(*operation.snapshot));
    if (operation.previous)
        json.insert(u"previous"_s, previousJson(*operation.previous));
    if (!operation.addresses.empty()) {
        QJsonArray addresses;
        for (const auto &address : operation.addresses)
            addresses.append(addressJson(address));
        json.insert(u"addresses"_s, addresses);
    }
    if (operation.domain)
        json.insert(u"domain"_s, domainJson(*operation.domain));
    if (operation.backup)
        json.insert(u"backup"_s,
                    QJsonObject{{u"path"_s, operation.backup->path},
                                {u"bytes"_s, operation.backup->bytes},
                                {u"sha256"_s, QString::fromLatin1(operation.backup->sha256)}});
    if (operation.keepsake)
        json.insert(u"receipt"_s, keepsakeJson(*operation.keepsake));
    if (m_context.line.printsPassword && !m_password.isEmpty())
        json.insert(u"password"_s, m_password);
    return json;
}

void Operating::sayWhereThePasswordIs() const
{
    if (m_password.isEmpty())
        return;
    if (m_context.line.printsPassword) {
        if (!m_context.report.isJson())
            m_context.report.result(u"Password: "_s + m_password, QJsonObject());
        return;
    }
    if (m_isGenerated && !m_context.engine.tokens().isLasting())
        m_context.report.warn(
            u"There is no keychain here: the editor's password was not kept. Give one with SWARM_PASSWORD or "
            "--password-stdin, or see it once with --print-password."_s);
}

Task<void> Operating::recoverFirst()
{
    const auto recovered = co_await m_context.engine.recover();
    for (const auto &operation : recovered) {
        m_context.report.remark(operationTitle(operation) + u": "_s + operationText(operation));
        if (operation.error)
            m_context.report.warn(aftermath(*operation.error));
    }
}

Task<int> Operating::recover()
{
    auto &operations = m_context.engine.operations();
    const auto recovered = co_await m_context.engine.recover();
    Follower follower(operations, m_context.report);
    QJsonArray list;
    std::optional<Error> trouble;
    for (const auto &operation : recovered) {
        m_context.report.remark(operationTitle(operation) + u": "_s + operationText(operation));
        list.append(recoveredJson(operation));
        if (operation.error)
            trouble = operation.error;
    }
    co_await follower.untilIdle();
    if (trouble)
        co_return m_context.report.failure(*trouble);
    if (m_context.stop.stop_requested()) {
        m_context.report.warn(u"Interrupted: what was not taken up yet waits for the next time."_s);
        co_return ExitInterrupted;
    }
    const auto words =
        recovered.empty() ? u"Nothing was cut off."_s : u"Everything that was cut off is finished or taken back."_s;
    m_context.report.result(words, QJsonObject{{u"recovered"_s, list}});
    co_return ExitOk;
}

} // namespace swarm::ctl
