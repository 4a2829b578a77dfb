#include "app/ctl/inquiries.h"

#include "model/imagereference.h"
#include "ui/wording/healthwords.h"
#include "ui/wording/instancewords.h"
#include "ui/wording/operationwords.h"
#include "ui/wording/commandwords.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm::ctl {
namespace {

bool isReached(const Instance &instance, const QString &awaited)
{
    return statusName(instance.status) == (awaited == "ready"_L1 ? u"running"_s : awaited);
}

} // namespace

Task<int> Inquiries::list()
{
    if (m_context.line.showsDeleted) {
        m_context.report.deleted(m_context.engine.receipts()->all());
        co_return ExitOk;
    }
    auto instances = m_context.engine.store().instances();
    std::ranges::sort(instances, {}, &Instance::name);
    m_context.report.list(instances);
    const auto now = m_context.engine.clock().now();
    for (const auto &[id, copy] : overdue(m_context.engine.fleet().copies(), now)) {
        const auto found = std::ranges::find(instances, id, &Instance::id);
        if (found != instances.end())
            m_context.report.remark(overdueCopyText(found->name, copy, now) + u"\nRemove it: "_s
                                    + shellCommand({u"move"_s, found->name, u"--confirm"_s}) + u"\nGo back to it: "_s
                                    + shellCommand({u"move"_s, found->name, u"--back"_s}));
    }
    co_return ExitOk;
}

Task<int> Inquiries::show(Instance instance)
{
    const auto seen = co_await m_context.engine.provider().inspect(instance);
    m_context.report.show(seen.value_or(instance));
    co_return ExitOk;
}

Task<int> Inquiries::health(Instance instance)
{
    const auto seen = co_await m_context.engine.provider().inspect(instance);
    if (!seen && seen.error().kind() != Error::Kind::NotFound)
        co_return m_context.report.failure(seen.error());
    instance = seen.value_or(instance);
    const auto now = m_context.engine.clock().now();
    const auto report = healthReport(instance, now);
    m_context.report.result(healthSentences(report, instance).join(u'\n'), instance,
                            {{u"health"_s, healthJson(report)}});
    co_return ExitOk;
}

Task<int> Inquiries::snapshots(Instance instance)
{
    const auto found = co_await m_context.engine.provider().snapshots(instance);
    if (!found)
        co_return m_context.report.failure(found.error());
    m_context.report.snapshots(*found);
    co_return ExitOk;
}

Task<int> Inquiries::versions(Instance instance)
{
    const auto seen = co_await m_context.engine.provider().inspect(instance);
    if (!seen)
        co_return m_context.report.failure(seen.error());
    const auto earlier = co_await m_context.engine.provider().earlierVersions(*seen);
    if (!earlier)
        co_return m_context.report.failure(earlier.error());
    m_context.report.versions(*seen, *earlier);
    co_return ExitOk;
}

Task<int> Inquiries::images()
{
    QMap<QString, QStringList> users;
    for (const auto &instance : m_context.engine.store().instances())
        users[imageReference(instance.image)] << instance.name;
    QJsonArray array;
    std::vector<QStringList> rows{{u"IMAGE"_s, u"INSTANCES"_s}};
    for (auto image = users.begin(); image != users.end(); ++image) {
        image->sort();
        array.append(
            QJsonObject{{u"image"_s, image.key()}, {u"instances"_s, QJsonArray::fromStringList(image.value())}});
        rows.push_back({image.key(), image->join(u", "_s)});
    }
    m_context.report.table(rows, {{u"images"_s, array}});
    co_return ExitOk;
}

Task<int> Inquiries::environment(Instance instance)
{
    const auto env = co_await m_context.engine.provider().environment(instance);
    if (!env)
        co_return m_context.report.failure(env.error());
    m_context.report.environment(*env);
    co_return ExitOk;
}

Task<int> Inquiries::wait(Instance instance)
{
    auto &engine = m_context.engine;
    const auto &awaited = m_context.line.awaited;
    const auto began = engine.clock().now();
    const auto patience = engine.clock().scaled(m_context.line.patience);
    while (true) {
        const auto seen = co_await engine.provider().inspect(instance);
        const bool isGone = !seen && seen.error().kind() == Error::Kind::NotFound;
        if (!seen && !isGone)
            co_return m_context.report.failure(seen.error());
        if (isGone)
            instance.status = Status::Deleted;
        else
            instance = *seen;
        if (isReached(instance, awaited)) {
            if (awaited == "ready"_L1) {
                const auto answers = co_await engine.provider().waitForEditor(instance, {.stop = m_context.stop});
                if (!answers)
                    co_return m_context.report.failure(answers.error());
            }
            m_context.report.result(u"%1: %2"_s.arg(instance.name, stateText(instance)), instance);
            co_return ExitOk;
        }
        if (isGone || began.msecsTo(engine.clock().now()) >= patience.count()) {
            const Error error{.code = isGone ? ErrorCode::ResourceNotFound : ErrorCode::NetworkTimeout,
                              .step = Step::WaitingForMachine,
                              .instance = instance.name};
            co_return m_context.report.failure(
                error, u"%1 is %2, not %3."_s.arg(instance.name, stateText(instance), awaited), {});
        }
        co_await engine.clock().sleepFor(1s, m_context.stop);
    }
}

} // namespace swarm::ctl
