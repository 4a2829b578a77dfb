#include "model/timeline.h"

#include <algorithm>
#include <ranges>

namespace swarm {
namespace {

using Kind = MachineEvent::Kind;
using Source = MachineEvent::Source;
using What = Happening::What;
using By = Happening::By;

constexpr qint64 clocksDiffer = 15; //!< seconds, between this computer and the provider
constexpr qint64 belongsTogether = 300; //!< seconds: an image may have to be fetched before the start

bool isSleep(What what)
{
    return what == What::Stopped || what == What::Suspended;
}

//! What ends with a start, so that the start is no news.
bool leadsToStart(const Happening &happening)
{
    switch (happening.what) {
    case What::Created:
    case What::Started:
    case What::Woken:
    case What::Restarted:
    case What::Updated:
    case What::UpdateTakenBack:
    case What::Moved:
        return true;
    default:
        return happening.isStartedAgain;
    }
}

bool canCause(Verb verb, What what)
{
    const bool makesMachine = verb == Verb::Create || verb == Verb::Clone || verb == Verb::Restore;
    switch (what) {
    case What::Created:
        return makesMachine || verb == Verb::Move || verb == Verb::Recreate || verb == Verb::RollBackData;
    case What::Started:
        return makesMachine || restartsEditor(verb) || verb == Verb::Open || verb == Verb::Start;
    case What::Stopped:
    case What::Suspended:
        return restartsEditor(verb) || verb == Verb::Stop || verb == Verb::Suspend || verb == Verb::Delete
            || verb == Verb::Clone;
    case What::Updated:
        return makesMachine || restartsEditor(verb) || verb == Verb::Adopt || verb == Verb::Rename;
    case What::Restarted:
        return restartsEditor(verb);
    case What::Removed:
        return restartsEditor(verb) || verb == Verb::Delete || verb == Verb::Create || verb == Verb::DropPrevious;
    default:
        return false;
    }
}

What whatOf(const MachineEvent &event)
{
    switch (event.kind) {
    case Kind::Launched:
        return What::Created;
    case Kind::LaunchFailed:
        return What::CouldNotStart;
    case Kind::Starting:
    case Kind::Started:
        return What::Started;
    case Kind::Stopping:
        return What::Stopped;
    case Kind::Exited:
        return event.cause == Ending::Cause::OutOfMemory ? What::OutOfMemory
            : event.cause == Ending::Cause::Crashed      ? What::Crashed
            : event.cause == Ending::Cause::Finished     ? What::Quit
                                                         : What::Stopped;
    case Kind::Suspending:
    case Kind::Suspended:
        return What::Suspended;
    case Kind::Restarting:
        return What::Restarted;
    case Kind::Updating:
        return What::Updated;
    case Kind::Reverted:
        return What::UpdateTakenBack;
    case Kind::Moved:
        return What::Moved;
    case Kind::Destroying:
    case Kind::Destroyed:
        return What::Removed;
    case Kind::Other:
        return What::Other;
    }
    Q_UNREACHABLE();
}

//! Makes few happenings of many events, which come oldest first.
class Teller
{
public:
    Teller(const Instance &instance, const std::vector<Operation> &operations, const QDateTime &knownSince)
        : m_instance(instance)
        , m_operations(operations)
        , m_knownSince(knownSince)
    {
    }

    void take(const MachineEvent &event)
    {
        if (!isPartOfTheLast(event))
            begin(event);
    }

    //! Newest first, with those operations that left no event.
    [[nodiscard]] Happenings told() const
    {
        auto all = m_told;
        for (const auto &operation : m_operations) {
            const bool isShown = std::ranges::any_of(m_told, [&operation](const Happening &happening) {
                return happening.operation && happening.operation->id == operation.id;
            });
            if (operation.instance != m_instance.id || operation.isRunning() || isShown)
                continue;
            const auto later = std::ranges::upper_bound(all, operation.endedAt, {}, &Happening::at);
            all.insert(later, {.at = operation.endedAt, .what = What::Operation, .by = By::Us, .operation = operation});
        }
        std::ranges::reverse(all);
        return all;
    }

private:
    [[nodiscard]] bool isPartOfTheLast(const MachineEvent &event)
    {
        if (!m_isOpen || m_told.back().at.secsTo(event.at) > belongsTogether)
            return false;
        auto &last = m_told.back();
        switch (event.kind) {
        case Kind::LaunchFailed:
            m_isOpen = false;
            if (last.what != What::Created)
                return false;
            last.what = What::CouldNotStart;
            return true;
        case Kind::Starting:
            return event.source != Source::Request && event.source != Source::Proxy && leadsToStart(last);
        case Kind::Started:
            m_isOpen = false;
            return leadsToStart(last);
        case Kind::Exited:
            if (event.cause == Ending::Cause::OutOfMemory)
                return false;
            if (isSleep(last.what)) {
                m_isOpen = false;
                last.at = event.at;
                return true;
            }
            return last.what == What::Restarted || last.what == What::Updated;
        case Kind::Suspended:
            m_isOpen = false;
            if (last.what != What::Suspended)
                return false;
            last.at = event.at;
            return true;
        case Kind::Destroyed:
            return last.what == What::Removed;
        default:
            return false;
        }
    }

    void begin(const MachineEvent &event)
    {
        Happening happening{.at = event.at,
                            .what = whatOf(event),
                            .isStartedAgain = event.isRestarting,
                            .exitCode = event.exitCode,
                            .word = event.word};
        happening.operation = causeOf(event, happening.what);
        happening.by = byOf(event, happening);
        if (happening.what == What::Started && happening.by == By::Provider && isWaking(event))
            happening.what = What::Woken;
        happening.isForIdleness = happening.by == By::Provider && isForIdleness(happening.what);
        m_isOpen = event.kind != Kind::Started && event.kind != Kind::Suspended && event.kind != Kind::Other
            && (event.kind != Kind::Exited || event.isRestarting);
        m_told.push_back(std::move(happening));
    }

    [[nodiscard]] std::optional<Operation> causeOf(const MachineEvent &event, What what) const
    {
        const auto isCause = [&](const Operation &operation) {
            return operation.instance == m_instance.id && canCause(operation.verb, what)
                && operation.startedAt.secsTo(event.at) >= -clocksDiffer
                && (operation.isRunning() || event.at.secsTo(operation.endedAt) >= -clocksDiffer);
        };
        const auto newestFirst = m_operations | std::views::reverse;
        const auto found = std::ranges::find_if(newestFirst, isCause);
        return found == newestFirst.end() ? std::nullopt : std::optional(*found);
    }

    [[nodiscard]] By byOf(const MachineEvent &event, const Happening &happening) const
    {
        if (happening.operation)
            return By::Us;
        if (event.source != Source::Request)
            return By::Provider;
        return event.at < m_knownSince ? By::Somebody : By::Elsewhere;
    }

    //! The provider itself starts what sleeps only because somebody came.
    [[nodiscard]] bool isWaking(const MachineEvent &event) const
    {
        return event.source == Source::Proxy || (event.source == Source::Provider && !m_told.empty());
    }

    [[nodiscard]] bool isForIdleness(What what) const
    {
        switch (what) {
        case What::Suspended:
            return true;
        case What::Stopped:
            return m_instance.idle.action == IdleRule::Action::Stop
                || m_instance.idle.action == IdleRule::Action::Suspend;
        case What::Quit:
            return m_instance.idle.action == IdleRule::Action::StopAfter;
        default:
            return false;
        }
    }

    const Instance &m_instance;
    const std::vector<Operation> &m_operations;
    QDateTime m_knownSince;
    Happenings m_told;
    bool m_isOpen = false; //!< the last one may go on
};

} // namespace

Happenings timelineOf(const Instance &instance, const std::vector<Operation> &operations, const QDateTime &knownSince)
{
    Teller teller(instance, operations, knownSince);
    for (const auto &event : instance.events | std::views::reverse)
        teller.take(event);
    return teller.told();
}

} // namespace swarm
