#pragma once

#include "model/async/await.h"
#include "model/async/task.h"
#include "model/provider.h"

#include <QStringList>

#include <deque>
#include <functional>
#include <vector>

//! What a scripted Provider answers to one kind of call: what was queued, in order, then the usual.
template <typename T, typename About> class Script
{
public:
    using Answer = swarm::Result<T>;

    explicit Script(std::function<Answer(const About &)> usual, std::vector<swarm::Step> steps = {})
        : m_usual(std::move(usual))
        , m_steps(std::move(steps))
    {
    }

    void next(Answer answer) { m_queue.push_back(std::move(answer)); }
    void always(std::function<Answer(const About &)> usual) { m_usual = std::move(usual); }
    //! Calls wait until release(). Asking them to stop ends them, unless they are made deaf.
    void hold() { m_isHeld = true; }
    void release() { m_isHeld = false; }
    void beDeaf() { m_isDeaf = true; }
    //! How many calls there were.
    [[nodiscard]] int asked() const { return m_asked; }

    [[nodiscard]] swarm::Task<Answer> play(About about, swarm::Progress progress)
    {
        ++m_asked;
        for (const auto step : m_steps)
            progress.entered(step);
        const auto isStopped = [this, stop = progress.stop] { return !m_isDeaf && stop.stop_requested(); };
        while (m_isHeld && !isStopped())
            co_await swarm::sleepFor(std::chrono::milliseconds(1));
        if (isStopped())
            co_return std::unexpected(swarm::Error{.code = swarm::ErrorCode::Cancelled});
        if (m_queue.empty())
            co_return m_usual(about);
        auto answer = std::move(m_queue.front());
        m_queue.pop_front();
        co_return answer;
    }

private:
    std::deque<Answer> m_queue;
    std::function<Answer(const About &)> m_usual;
    std::vector<swarm::Step> m_steps;
    bool m_isHeld = false;
    bool m_isDeaf = false;
    int m_asked = 0;
};

//! A provider without a network. Unless told otherwise it has `world`, in which nothing changes by itself, and every
//! command succeeds. It writes what it is asked into a list that others may write into as well.
class ScriptedProvider : public swarm::Provider
{
public:
    explicit ScriptedProvider(QStringList &calls);

    swarm::Instances world;
    std::vector<swarm::FleetQuery> queries;

    Script<swarm::FleetReply, swarm::FleetQuery> lists;
    Script<swarm::Instance, swarm::Instance> inspections;
    Script<swarm::Instance, swarm::InstanceSpec> creations;
    Script<swarm::Outcome, swarm::Instance> starts;
    Script<swarm::Outcome, swarm::Instance> stops;
    Script<swarm::Outcome, swarm::Instance> suspensions;
    Script<swarm::Outcome, swarm::Instance> restarts;
    Script<void, swarm::Instance> editors;
    Script<std::vector<swarm::Resource>, swarm::Instance> removals;

    [[nodiscard]] swarm::Task<swarm::Result<swarm::FleetReply>> list(swarm::FleetQuery query) override;
    [[nodiscard]] swarm::Task<swarm::Result<swarm::Instance>> inspect(swarm::Instance known) override;
    [[nodiscard]] swarm::Task<swarm::Result<swarm::RegionList>> regions() override;
    [[nodiscard]] swarm::Task<swarm::Result<swarm::Instance>> create(swarm::InstanceSpec spec,
                                                                     swarm::Progress progress) override;
    [[nodiscard]] swarm::Task<swarm::Result<swarm::Outcome>> start(swarm::Instance instance,
                                                                   swarm::Progress progress) override;
    [[nodiscard]] swarm::Task<swarm::Result<swarm::Outcome>> stop(swarm::Instance instance, swarm::StopManner manner,
                                                                  swarm::Progress progress) override;
    [[nodiscard]] swarm::Task<swarm::Result<swarm::Outcome>> suspend(swarm::Instance instance,
                                                                     swarm::Progress progress) override;
    [[nodiscard]] swarm::Task<swarm::Result<swarm::Outcome>> restart(swarm::Instance instance,
                                                                     swarm::Progress progress) override;
    [[nodiscard]] swarm::Task<swarm::Result<void>> waitForEditor(swarm::Instance instance,
                                                                 swarm::Progress progress) override;
    [[nodiscard]] swarm::Task<swarm::Result<std::vector<swarm::Resource>>> remove(swarm::Instance instance,
                                                                                  swarm::Progress progress) override;

    //! How many calls of one kind there were, by the first word of what was written down.
    [[nodiscard]] qsizetype count(const QString &call) const;

private:
    QStringList &m_calls;
};

//! `instance` as it is in another of Fly.io's states.
[[nodiscard]] swarm::Instance inState(swarm::Instance instance, const QString &state);
