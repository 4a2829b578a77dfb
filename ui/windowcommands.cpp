#include "ui/windowcommands.h"

#include "ui/fuzzymatch.h"
#include "ui/instanceactions.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

constexpr std::size_t mostMeant = 100; // instances whose commands are looked through

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
    const bool areFew = m_store.instances().size() <= mostMeant; // else a name has to tell which is meant
    const auto isMeant = [&words, areFew](const Instance &instance) {
        return areFew
            || std::ranges::any_of(words, [&](const QString &word) { return fuzzyScore({word}, instance.name) > 0; });
    };
    std::size_t found = 0;
    for (const auto &instance : m_store.instances()) {
        if (selection == QList{instance.id} || !isMeant(instance))
            continue;
        std::ranges::move(commandsOn(instance), std::back_inserter(all));
        if (++found == mostMeant)
            break; // another letter will tell which is meant
    }
    return all;
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
