#include "app/ctl/deploying.h"

#include "app/ctl/follower.h"
#include "app/ctl/operating.h"
#include "ui/wording/commandwords.h"
#include "ui/wording/errorwords.h"
#include "ui/wording/instancewords.h"
#include "ui/wording/operationwords.h"

#include <QFile>
#include <QJsonArray>
#include <QSaveFile>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace swarm::ctl {
namespace {

using Key = InstanceFile::Key;

QString cureWord(Drift::Cure cure)
{
    switch (cure) {
    case Drift::Cure::Change:
        return u"change"_s;
    case Drift::Cure::Extend:
        return u"extend"_s;
    case Drift::Cure::Address:
        return u"address"_s;
    case Drift::Cure::ByHand:
        return u"by_hand"_s;
    }
    Q_UNREACHABLE();
}

QJsonArray driftsJson(const std::vector<Drift> &drifts)
{
    QJsonArray array;
    for (const auto &drift : drifts)
        array.append(QJsonObject{{u"member"_s, keyName(drift.key)},
                                 {u"is"_s, drift.is},
                                 {u"wanted"_s, drift.wanted},
                                 {u"cure"_s, cureWord(drift.cure)}});
    return array;
}

bool needs(const std::vector<Drift> &drifts, Drift::Cure cure)
{
    return std::ranges::find(drifts, cure, &Drift::cure) != drifts.end();
}

Error fileError(const QString &detail)
{
    return {.code = ErrorCode::ApiInvalidRequest, .detail = detail};
}

} // namespace

Deploying::Deploying(Context context)
    : m_context(context)
{
}

std::expected<QString, int> Deploying::subject() const
{
    const auto file = wanted();
    if (!file)
        return std::unexpected(file.error());
    return file->spec.name;
}

std::expected<InstanceFile, int> Deploying::wanted() const
{
    const auto &line = m_context.line;
    InstanceFile file;
    file.spec.region = line.common.configuration.region();
    file.spec.image = line.common.configuration.image;
    if (!line.file.isEmpty()) {
        QFile source(line.file);
        const bool isRead =
            line.file == "-"_L1 ? source.open(stdin, QIODevice::ReadOnly) : source.open(QIODevice::ReadOnly);
        if (!isRead) {
            m_context.report.failure(fileError(source.errorString()),
                                     u"%1 cannot be read: %2."_s.arg(line.file, source.errorString()), {});
            return std::unexpected(int{ExitUsage});
        }
        auto read = instanceFileFrom(source.readAll());
        if (!read) {
            QStringList lines;
            for (const auto &problem : read.error())
                lines << problemText(line.file, problem);
            m_context.report.failure(fileError({}), lines.join(u'\n'), {});
            return std::unexpected(int{ExitUsage});
        }
        if (!read->says(Key::Region))
            read->spec.region = file.spec.region;
        if (!read->says(Key::Image))
            read->spec.image = file.spec.image;
        file = std::move(*read);
    }
    line.overrides.applyTo(&file);
    return file;
}

Task<int> Deploying::deploy()
{
    auto file = wanted();
    if (!file)
        co_return file.error();
    if (file->spec.name.isEmpty())
        co_return m_context.report.failure(fileError({}), u"Which instance? Say --name, or name in the file."_s, {});
    if (const auto problem = problemOf(file->spec)) {
        m_context.report.failure(fileError({}), sentence(*problem, file->spec), {});
        co_return ExitUsage;
    }
    const auto *known = m_context.engine.store().findByAnyName(file->spec.name);
    if (!known)
        co_return co_await create(std::move(*file));
    co_return co_await update(*known, std::move(*file));
}

Task<int> Deploying::create(InstanceFile file)
{
    const auto &configuration = m_context.line.common.configuration;
    if (!configuration.allows(file.spec.region)) {
        m_context.report.failure(fileError({}),
                                 u"region %1: use one of the regions that are set: %2"_s.arg(
                                     file.spec.region, configuration.regions.join(u", "_s)),
                                 {});
        co_return ExitUsage;
    }
    OperationRequest request{
        .verb = Verb::Create, .spec = file.spec, .takesAnyRegion = m_context.line.request.takesAnyRegion};
    Operating operating(m_context, std::move(request));
    const auto name = file.spec.name;
    const auto ended = co_await operating.carryOut({});
    if (!ended)
        co_return ended.error();
    if (const auto *made = m_context.engine.store().findByAnyName(name))
        conclude(Action::Created, *made, {});
    co_return ExitOk;
}

Task<int> Deploying::update(Instance instance, InstanceFile file)
{
    const auto living = co_await m_context.engine.provider().describe(instance);
    if (!living)
        co_return m_context.report.failure(living.error());
    const auto drifts = driftBetween(*living, file);
    std::vector<Drift> byHand;
    std::ranges::copy_if(drifts, std::back_inserter(byHand),
                         [](const Drift &drift) { return drift.cure == Drift::Cure::ByHand; });
    if (!byHand.empty()) // before anything is touched: half of a file is no state that anybody wants
        co_return refuse(byHand);
    for (const auto &drift : drifts)
        m_context.report.remark(u"  "_s + driftText(drift));
    if (needs(drifts, Drift::Cure::Extend)) {
        const auto failed =
            co_await carryOut({.verb = Verb::Extend, .instance = instance.id, .sizeGb = file.spec.diskGb});
        if (failed)
            co_return *failed;
    }
    if (needs(drifts, Drift::Cure::Address)) {
        const auto kind =
            file.spec.address == AddressKind::DedicatedV4 ? AddressRequest::Kind::V4 : AddressRequest::Kind::SharedV4;
        const auto failed =
            co_await carryOut({.verb = Verb::AddAddress, .instance = instance.id, .address = {.kind = kind}});
        if (failed)
            co_return *failed;
    }
    if (needs(drifts, Drift::Cure::Change)) {
        const auto warning = restartWarning(instance);
        if (!warning.isEmpty())
            m_context.report.remark(warning);
        const auto failed =
            co_await carryOut({.verb = Verb::Configure, .instance = instance.id, .change = changeFor(*living, file)});
        if (failed)
            co_return *failed;
    }
    if (m_context.line.wakes) {
        const auto failed = co_await wake(instance);
        if (failed)
            co_return *failed;
    }
    const auto *now = m_context.engine.store().find(instance.id);
    conclude(drifts.empty() ? Action::Unchanged : Action::Updated, now ? *now : instance, drifts);
    co_return ExitOk;
}

Task<std::optional<int>> Deploying::carryOut(OperationRequest request)
{
    const auto id = request.instance;
    const auto *row = m_context.engine.store().find(id);
    Operating operating(m_context, std::move(request));
    const auto ended = co_await operating.carryOut(row ? *row : Instance{.id = id});
    if (!ended)
        co_return ended.error();
    co_return std::nullopt;
}

Task<std::optional<int>> Deploying::wake(Instance instance)
{
    const auto failed = co_await carryOut({.verb = Verb::Start, .instance = instance.id});
    if (failed)
        co_return failed;
    const auto *row = m_context.engine.store().find(instance.id);
    const auto answers =
        co_await m_context.engine.provider().waitForEditor(row ? *row : instance, {.stop = m_context.stop});
    if (!answers)
        co_return m_context.report.failure(answers.error());
    co_return std::nullopt;
}

int Deploying::refuse(const std::vector<Drift> &byHand) const
{
    QStringList lines;
    QStringList advice;
    for (const auto &drift : byHand) {
        lines << driftText(drift);
        advice << drift.advice;
    }
    const Error error{.code = ErrorCode::ResourceWrongState};
    m_context.report.failure(error,
                             u"This is not changed by a deployment, and nothing was done:\n"_s + lines.join(u'\n'),
                             advice.join(u'\n'));
    return ExitConflict;
}

void Deploying::conclude(Action action, const Instance &instance, const std::vector<Drift> &drifts) const
{
    const auto word = action == Action::Created ? u"created"_s
        : action == Action::Updated             ? u"updated"_s
                                                : u"unchanged"_s;
    const auto state = instance.status == Status::Running
        ? QString()
        : u" (%1; a visit wakes it, --wake does so now)"_s.arg(stateText(instance).toLower());
    m_context.report.result(u"%1: %2%3\n%4"_s.arg(instance.name, word, state, instance.url.toString()), instance,
                            {{u"action"_s, word}, {u"changes"_s, driftsJson(drifts)}});
}

Task<int> Deploying::exportFile(Instance instance)
{
    const auto living = co_await m_context.engine.provider().describe(instance);
    if (!living)
        co_return m_context.report.failure(living.error());
    const auto text = instanceFileText(*living);
    const auto &path = m_context.line.file;
    if (path.isEmpty() || path == "-"_L1) {
        if (m_context.report.isJson())
            m_context.report.result({}, instance, {{u"file"_s, text}});
        else
            m_context.report.raw(text);
        co_return ExitOk;
    }
    QSaveFile file(path);
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) == text.toUtf8().size() && file.commit();
    if (!isWritten) {
        const Error error{.code = ErrorCode::LocalFileFailed, .detail = file.errorString()};
        co_return m_context.report.failure(error, u"%1 cannot be written: %2."_s.arg(path, file.errorString()), {});
    }
    m_context.report.result(u"Wrote %1."_s.arg(path), instance, {{u"path"_s, path}});
    co_return ExitOk;
}

Task<int> Deploying::diff(Instance instance)
{
    const auto file = wanted();
    if (!file)
        co_return file.error();
    const auto living = co_await m_context.engine.provider().describe(instance);
    if (!living)
        co_return m_context.report.failure(living.error());
    const auto drifts = driftBetween(*living, *file);
    QStringList lines;
    for (const auto &drift : drifts)
        lines << driftText(drift);
    m_context.report.result(drifts.empty() ? u"%1 is as the file says."_s.arg(instance.name) : lines.join(u'\n'),
                            instance, {{u"changes"_s, driftsJson(drifts)}});
    co_return drifts.empty() ? ExitOk : ExitConflict;
}

} // namespace swarm::ctl
