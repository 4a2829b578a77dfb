#include "ui/instanceactions.h"

#include "ui/changedialogs.h"
#include "ui/icons.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace swarm {

InstanceActions::InstanceActions(const InstanceStore &store, Operations &operations, QObject *parent)
    : QObject(parent)
    , open(tr("&Open"), this)
    , start(tr("&Start"), this)
    , stop(tr("S&top"), this)
    , suspend(tr("S&uspend"), this)
    , restart(tr("&Restart"), this)
    , remove(tr("&Delete…"), this)
    , copyAddress(tr("&Copy address"), this)
    , change(tr("C&hange"), this)
    , m_store(store)
    , m_operations(operations)
{
    add(open, u"open"_s, u"internet-web-browser"_s, &Permissions::open, &Operations::open);
    add(start, u"start"_s, u"media-playback-start"_s, &Permissions::start, &Operations::start);
    add(suspend, u"suspend"_s, u"media-playback-pause"_s, &Permissions::suspend, &Operations::suspend);
    add(restart, u"restart"_s, u"system-reboot"_s, &Permissions::restart, &Operations::restart);
    add(stop, u"stop"_s, u"media-playback-stop"_s, &Permissions::stop, nullptr);
    add(remove, u"delete"_s, u"edit-delete"_s, &Permissions::remove, nullptr);
    connect(&stop, &QAction::triggered, this, [this] {
        for (const auto &id : allowed(&Permissions::stop))
            m_operations.stop(id);
    });
    connect(&remove, &QAction::triggered, this, [this] { Q_EMIT removeRequested(allowed(&Permissions::remove)); });
    remove.setShortcut(QKeySequence::Delete);
    remove.setShortcutContext(Qt::WidgetWithChildrenShortcut); // the search box has its own use for this key
    copyAddress.setObjectName(u"copyAddressAction"_s);
    copyAddress.setIcon(icon(u"edit-copy"_s));
    copyAddress.setShortcut(QKeySequence::Copy);
    copyAddress.setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(&copyAddress, &QAction::triggered, this, &InstanceActions::copyAddresses);
    change.setObjectName(u"changeAction"_s);
    change.setIcon(icon(u"preferences-system"_s));
    addChanges();

    connect(&store, &InstanceStore::changed, this, &InstanceActions::update);
    connect(&operations, &Operations::added, this, &InstanceActions::update);
    connect(&operations, &Operations::finished, this, &InstanceActions::update);
    update();
}

void InstanceActions::add(QAction &action, const QString &name, const QString &iconName, Permission permission,
                          OperationId (Operations::*command)(const InstanceId &))
{
    action.setObjectName(name + u"Action"_s);
    action.setIcon(icon(iconName));
    m_permitted.append({&action, permission});
    if (command) {
        connect(&action, &QAction::triggered, this, [this, permission, command] {
            for (const auto &id : allowed(permission))
                (m_operations.*command)(id);
        });
    }
}

void InstanceActions::addChanges()
{
    for (const auto &group : changeDialogs()) {
        if (!m_changes.isEmpty()) {
            auto *line = new QAction(this);
            line->setSeparator(true);
            m_changes += line;
        }
        for (const auto &[verb, text, make] : group) {
            auto *action = new QAction(text, this);
            action->setObjectName(verbName(verb) + u"Action"_s);
            connect(action, &QAction::triggered, this,
                    [this, verb] { Q_EMIT changeRequested(verb, m_selection.constFirst()); });
            m_changes += action;
        }
    }
}

void InstanceActions::setSelection(const QList<InstanceId> &selection)
{
    m_selection = selection;
    m_selected = QSet<InstanceId>(selection.begin(), selection.end());
    update();
}

void InstanceActions::setUsable(bool usable)
{
    m_isUsable = usable;
    update();
}

void InstanceActions::act(const InstanceId &id)
{
    const auto *instance = m_store.find(id);
    if (!instance || !m_isUsable)
        return;
    const auto *running = std::as_const(m_operations).runningOn(id);
    switch (rowActionOf(*instance, m_operations)) {
    case RowAction::None:
        break;
    case RowAction::Open:
        m_operations.open(id);
        break;
    case RowAction::Start:
        m_operations.start(id);
        break;
    case RowAction::Cancel:
        m_operations.cancel(running->id);
        break;
    }
}

void InstanceActions::choose(const InstanceId &id)
{
    if (!m_operations.runningOn(id))
        act(id);
}

QList<QAction *> InstanceActions::possibleOn(const Instance &instance) const
{
    if (!m_isUsable)
        return {};
    const auto permissions = permissionsOf(instance, m_operations);
    QList<QAction *> possible;
    for (const auto &[action, permission] : m_permitted) {
        if (permissions.*permission)
            possible += action;
    }
    if (permissions.change) {
        std::ranges::copy_if(m_changes, std::back_inserter(possible),
                             [](const QAction *action) { return !action->isSeparator(); });
    }
    return possible;
}

QList<InstanceId> InstanceActions::allowed(Permission permission) const
{
    QList<InstanceId> ids;
    for (const auto &instance : m_store.instances()) {
        if (m_selected.contains(instance.id) && permissionsOf(instance, m_operations).*permission)
            ids += instance.id;
    }
    return ids;
}

Permissions InstanceActions::allowedByAny() const
{
    Permissions any;
    if (m_selected.isEmpty())
        return any;
    for (const auto &instance : m_store.instances()) {
        if (!m_selected.contains(instance.id))
            continue;
        const auto own = permissionsOf(instance, m_operations);
        for (const auto &[action, permission] : m_permitted)
            any.*permission = any.*permission || own.*permission;
        any.change = any.change || own.change;
    }
    return any;
}

QString InstanceActions::reason() const
{
    if (!m_isUsable)
        return tr("Sign in first.");
    if (m_selection.isEmpty())
        return tr("Select an instance first.");
    const auto *instance = m_selection.size() == 1 ? m_store.find(m_selection.constFirst()) : nullptr;
    return instance ? permissionsOf(*instance, m_operations).reason : QString();
}

void InstanceActions::update()
{
    const auto any = allowedByAny();
    const auto why = reason();
    for (const auto &[action, permission] : std::as_const(m_permitted)) {
        action->setEnabled(m_isUsable && any.*permission);
        const auto word = action->text().remove(u'&');
        action->setToolTip(action->isEnabled() || why.isEmpty() ? word : why);
    }
    const bool canChange = m_isUsable && m_selection.size() == 1 && any.change;
    for (auto *action : std::as_const(m_changes))
        action->setEnabled(canChange);
    change.setEnabled(canChange);
    change.setToolTip(canChange || why.isEmpty() ? tr("Change the selected instance") : why);
    copyAddress.setEnabled(!m_selection.isEmpty());
}

void InstanceActions::copyAddresses() const
{
    QStringList addresses;
    for (const auto &id : m_selection) {
        const auto *instance = m_store.find(id);
        if (instance && !instance->url.isEmpty())
            addresses += instance->url.toString();
    }
    if (!addresses.isEmpty())
        QGuiApplication::clipboard()->setText(addresses.join(u'\n'));
}

} // namespace swarm
