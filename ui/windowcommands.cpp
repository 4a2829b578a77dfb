#include "ui/windowcommands.h"

#include "ui/fuzzymatch.h"
#include "ui/instanceactions.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

constexpr std::size_t mostMeant = 30; // instances whose commands are looked through, with each letter

} // namespace

WindowCommands::WindowCommands(const InstanceStore &store, const InstanceActions &actions, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_actions(actions)
{
}

std::vector<Command> WindowCommands::answering(const QStringList &words, const QList<QAction *> &own) const
{
    std::vector<Command> all;
    const auto &selection = m_actions.selection();
    if (selection.size() == 1) {
        if (const auto *selected = m_store.find(selection.constFirst()))
            all = commandsOn(*selected);
    }
    for (auto *action : own) {
        const bool isCommand = !action->isSeparator() && !action->menu();
        if (isCommand && action->isEnabled() && action->isVisible())
            all.push_back(
                {action->text().remove(u'&'), action->icon(), action->shortcut(), [action] { action->trigger(); }});
    }
    for (const auto *instance : meantBy(words)) {
        if (selection != QList{instance->id})
            std::ranges::move(commandsOn(*instance), std::back_inserter(all));
    }
    return all;
}

std::vector<const Instance *> WindowCommands::meantBy(const QStringList &words) const
{
    std::vector<std::pair<int, const Instance *>> ranked;
    const bool areFew = m_store.instances().size() <= mostMeant; // else a name has to tell which is meant
    for (const auto &instance : m_store.instances()) {
        int score = 0;
        for (const auto &word : words)
            score = std::max(score, fuzzyScore({word}, instance.name));
        if (areFew || score > 0)
            ranked.emplace_back(-score, &instance); // the best first, equals as they stand in the list
    }
    std::ranges::sort(ranked);
    ranked.resize(std::min(ranked.size(), mostMeant));
    std::vector<const Instance *> meant;
    std::ranges::transform(ranked, std::back_inserter(meant), &std::pair<int, const Instance *>::second);
    return meant;
}

std::vector<Command> WindowCommands::commandsOn(const Instance &instance) const
{
    std::vector<Command> commands;
    const auto possible = m_actions.possibleOn(instance);
    for (auto *action : possible) {
        //: %1 is the name of an instance, %2 a command such as "Stop"
        const auto text = tr("%1: %2").arg(instance.name, action->text().remove(u'&'));
        commands.push_back({text, action->icon(), action->shortcut(), [this, id = instance.id, action] {
                                Q_EMIT selectionRequested(id);
                                action->trigger();
                            }});
    }
    commands.push_back(
        {tr("%1: Show").arg(instance.name), {}, {}, [this, id = instance.id] { Q_EMIT selectionRequested(id); }});
    return commands;
}

} // namespace swarm
