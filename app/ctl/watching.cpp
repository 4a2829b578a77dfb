#include "app/ctl/watching.h"

#include "app/ctl/style.h"
#include "ui/wording/errorwords.h"
#include "ui/wording/instancewords.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm::ctl {
namespace {

constexpr auto clearScreen = "\x1b[H\x1b[2J\x1b[3J"_L1;

} // namespace

Watching::Watching(Context context)
    : m_context(context)
    , m_draws(isTerminal(stdout) && !context.report.isJson())
{
}

Task<int> Watching::run(std::optional<Instance> only)
{
    auto &engine = m_context.engine;
    if (only) {
        m_only = only->id;
        engine.fleet().setSelected(only->id); // with each poll, in full
    }
    QObject context;
    QObject::connect(&engine.store(), &InstanceStore::changed, &context, [this](const InstanceDelta &delta) {
        if (m_draws)
            draw();
        else
            tell(delta);
    });
    QObject::connect(&engine.fleet(), &Fleet::refreshed, &context, [this] {
        if (m_draws)
            draw();
    });
    QObject::connect(&engine.fleet(), &Fleet::vanished, &context, [this](const Instance &instance) {
        if (!m_draws && isWanted(instance))
            say(instance, u"gone"_s);
    });
    std::optional<Error> trouble;
    std::stop_source ended;
    const std::stop_callback interrupted(m_context.stop, [&ended] { ended.request_stop(); });
    QObject::connect(&engine.fleet(), &Fleet::failed, &context, [&](const Error &error) {
        if (error.isTokenRefused()) { // asking again would be refused again
            trouble = error;
            ended.request_stop();
        } else {
            m_context.report.warn(sentence(error));
        }
    });
    if (m_draws)
        draw();
    else
        tell({.removedRows = {}, .changes = {}, .added = engine.store().instances()});
    engine.fleet().start();
    co_await sleepFor(24h * 365, ended.get_token());
    engine.fleet().stop();
    co_return trouble ? int{m_context.report.failure(*trouble)} : int{ExitInterrupted};
}

bool Watching::isWanted(const Instance &instance) const
{
    return !m_only || instance.id == *m_only;
}

void Watching::tell(const InstanceDelta &delta) const
{
    for (const auto &instance : delta.added) {
        if (isWanted(instance))
            say(instance, stateText(instance));
    }
    for (const auto &change : delta.changes) {
        if (isWanted(change.after) && stateText(change.before) != stateText(change.after))
            say(change.after, stateText(change.after));
    }
}

void Watching::say(const Instance &instance, const QString &words) const
{
    const auto time = QDateTime::currentDateTime().toString(u"HH:mm:ss"_s);
    m_context.report.result(u"%1 %2: %3"_s.arg(time, instance.name, words), instance);
}

void Watching::draw() const
{
    m_context.report.raw(clearScreen);
    if (m_only) {
        if (const auto *instance = m_context.engine.store().find(*m_only))
            m_context.report.show(*instance);
    } else {
        auto instances = m_context.engine.store().instances();
        std::ranges::sort(instances, {}, &Instance::name);
        m_context.report.list(instances);
    }
    const auto time = QDateTime::currentDateTime().toString(u"HH:mm:ss"_s);
    m_context.report.raw(
        painted(u"\nChecked at %1. Ctrl+C ends it.\n"_s.arg(time), takesColour(stdout) ? Colour::Quiet : Colour::None));
}

} // namespace swarm::ctl
