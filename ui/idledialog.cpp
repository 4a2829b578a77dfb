#include "ui/idledialog.h"

#include "ui/wording/commandwords.h"
#include "ui/wording/instancewords.h"
#include "ui/wording/operationwords.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSpinBox>
#include <QStandardItemModel>

using namespace Qt::StringLiterals;

namespace swarm {

IdleDialog::IdleDialog(const Services &services, const Instance &instance, QWidget *parent)
    : ChangeDialog(services, instance, u"idleDialog"_s, tr("Idle rule of %1").arg(instance.name), tr("Change rule"),
                   parent)
    , m_action(new QComboBox)
    , m_minutes(new QSpinBox)
{
    m_action->setObjectName(u"idle"_s);
    for (const auto action :
         {IdleRule::Action::Suspend, IdleRule::Action::Stop, IdleRule::Action::StopAfter, IdleRule::Action::Never}) {
        if (action == IdleRule::Action::Suspend && !canSuspend(instance.size))
            continue; // the reason stands below
        m_action->addItem(idleActionText(action), static_cast<int>(action));
    }
    m_action->setCurrentIndex(std::max(0, m_action->findData(static_cast<int>(instance.idle.action))));
    m_minutes->setObjectName(u"idleMinutes"_s);
    m_minutes->setAccessibleName(tr("Minutes until it stops"));
    m_minutes->setRange(2, 24 * 60);
    m_minutes->setValue(instance.idle.after.count() > 0 ? static_cast<int>(instance.idle.after.count()) : 30);
    m_minutes->setSuffix(tr(" min"));
    FieldGrid grid(body());
    grid.add(tr("&When nobody is connected"), m_action);
    grid.addHint(m_minutes);
    connect(m_action, &QComboBox::currentIndexChanged, this, &IdleDialog::update);
    connect(m_action, &QComboBox::currentIndexChanged, this,
            [this] { m_minutes->setVisible(rule().action == IdleRule::Action::StopAfter); });
    connect(m_minutes, &QSpinBox::valueChanged, this, &IdleDialog::update);
    m_minutes->setVisible(rule().action == IdleRule::Action::StopAfter);
    update();
}

IdleRule IdleDialog::rule() const
{
    IdleRule rule{.action = static_cast<IdleRule::Action>(m_action->currentData().toInt())};
    if (rule.action == IdleRule::Action::StopAfter)
        rule.after = std::chrono::minutes(m_minutes->value());
    return rule;
}

OperationRequest IdleDialog::request() const
{
    return {.verb = Verb::ChangeIdleRule, .instance = instance().id, .change = {.idle = rule()}};
}

bool IdleDialog::isChange() const
{
    return rule() != instance().idle;
}

QString IdleDialog::consequence() const
{
    QStringList lines;
    if (!canSuspend(instance().size))
        lines << tr("Only machines of up to 2 GB can be suspended.");
    if (rule().action == IdleRule::Action::Never)
        lines << tr("It runs, and costs, until somebody stops it.");
    lines << restartWarning(instance());
    return lines.join(u'\n').trimmed();
}

QStringList IdleDialog::command() const
{
    return {u"idle"_s, instance().name, idleWord(rule())};
}

} // namespace swarm
