#include "ui/environmentdialog.h"

#include "model/instancespec.h"
#include "model/provider.h"
#include "ui/widgets.h"
#include "ui/wording/errorwords.h"
#include "ui/wording/operationwords.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace swarm {

EnvironmentDialog::EnvironmentDialog(const Services &services, const Instance &instance, QWidget *parent)
    : ChangeDialog(services, instance, u"environmentDialog"_s, tr("Environment of %1").arg(instance.name),
                   tr("Change environment"), parent)
    , m_table(new QTableWidget(0, 2))
    , m_state(new SecondaryLabel(tr("Asking the machine for its variables…")))
    , m_add(new LinkButton(tr("&Add")))
    , m_remove(new LinkButton(tr("&Remove")))
{
    m_table->setObjectName(u"variables"_s);
    m_table->setAccessibleName(tr("Variables"));
    m_table->setHorizontalHeaderLabels({tr("Name"), tr("Value")});
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_table->setColumnWidth(0, fontMetrics().averageCharWidth() * 26);
    m_table->verticalHeader()->hide();
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setMinimumHeight(fontMetrics().height() * 12);
    m_table->setEnabled(false);
    m_state->setObjectName(u"environmentState"_s);
    m_add->setObjectName(u"addVariable"_s);
    m_remove->setObjectName(u"removeVariable"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    body().addWidget(m_table, 1);
    body().addLayout(buttons);
    body().addWidget(m_state);

    connect(m_table, &QTableWidget::itemChanged, this, &EnvironmentDialog::update);
    connect(m_add, &QToolButton::clicked, this, [this] {
        addRow({}, {});
        m_table->setCurrentCell(m_table->rowCount() - 1, 0);
        m_table->setFocus();
        m_table->editItem(m_table->currentItem());
    });
    connect(m_remove, &QToolButton::clicked, this, [this] {
        m_table->removeRow(m_table->currentRow());
        update();
    });
    m_add->setEnabled(false);
    m_remove->setEnabled(false);
    m_tasks.launch(services.provider.environment(instance),
                   [this](const Result<QMap<QString, QString>> &variables) { showVariables(variables); });
    update();
}

void EnvironmentDialog::showVariables(const Result<QMap<QString, QString>> &variables)
{
    if (!variables) {
        m_state->setText(sentence(variables.error()) + u' ' + remedy(variables.error()));
        m_state->setAlarming(true);
        return;
    }
    m_before = *variables;
    for (auto variable = variables->cbegin(); variable != variables->cend(); ++variable)
        addRow(variable.key(), variable.value());
    m_state->setText(tr("Whoever may read your organization at Fly.io can read these: passwords and tokens do not "
                        "belong here."));
    for (auto *widget :
         {static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_add), static_cast<QWidget *>(m_remove)})
        widget->setEnabled(true);
    update();
}

void EnvironmentDialog::addRow(const QString &name, const QString &value)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, 0, new QTableWidgetItem(name));
    m_table->setItem(row, 1, new QTableWidgetItem(value));
}

QMap<QString, QString> EnvironmentDialog::variables() const
{
    QMap<QString, QString> all;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const auto *name = m_table->item(row, 0);
        const auto *value = m_table->item(row, 1);
        if (name && !(name->text().trimmed().isEmpty() && (!value || value->text().isEmpty())))
            all.insert(name->text().trimmed(), value ? value->text() : QString());
    }
    return all;
}

InstanceChange EnvironmentDialog::change() const
{
    InstanceChange change;
    const auto before = m_before.value_or(QMap<QString, QString>());
    const auto now = variables();
    for (auto variable = now.cbegin(); variable != now.cend(); ++variable) {
        if (!before.contains(variable.key()) || before.value(variable.key()) != variable.value())
            change.setEnv.insert(variable.key(), variable.value());
    }
    for (auto variable = before.cbegin(); variable != before.cend(); ++variable) {
        if (!now.contains(variable.key()))
            change.unsetEnv << variable.key();
    }
    return change;
}

OperationRequest EnvironmentDialog::request() const
{
    return {.verb = Verb::ChangeEnvironment, .instance = instance().id, .change = change()};
}

QString EnvironmentDialog::problem() const
{
    if (!m_before)
        return {};
    const auto problem = problemOfEnvironment(change().setEnv);
    return problem ? sentence(*problem, {}) : QString();
}

bool EnvironmentDialog::isChange() const
{
    return m_before && change() != InstanceChange();
}

QString EnvironmentDialog::consequence() const
{
    return restartWarning(instance());
}

QStringList EnvironmentDialog::command() const
{
    QStringList words{u"env"_s, instance().name};
    const auto wanted = change();
    for (auto variable = wanted.setEnv.cbegin(); variable != wanted.setEnv.cend(); ++variable)
        words << u"--set"_s << variable.key() + u'=' + variable.value();
    for (const auto &name : wanted.unsetEnv)
        words << u"--unset"_s << name;
    return words;
}

} // namespace swarm
