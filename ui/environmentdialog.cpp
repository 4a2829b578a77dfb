#include "ui/environmentdialog.h"

#include "model/instancespec.h"
#include "model/provider.h"
#include "ui/rowseditor.h"
#include "ui/wording/errorwords.h"
#include "ui/wording/operationwords.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace swarm {

EnvironmentDialog::EnvironmentDialog(const Services &services, const Instance &instance, QWidget *parent)
    : ChangeDialog(services, instance, u"environmentDialog"_s, tr("Environment of %1").arg(instance.name),
                   tr("Change environment"), parent)
    , m_rows(new RowsEditor(
          {.accessibleName = tr("Variables"), .columns = {tr("Name"), tr("Value")}, .wideColumn = 1, .lines = 12},
          {.table = u"variables"_s,
           .state = u"environmentState"_s,
           .add = u"addVariable"_s,
           .remove = u"removeVariable"_s}))
{
    m_rows->setColumnWidth(0, fontMetrics().averageCharWidth() * 26);
    m_rows->setWaiting(tr("Asking the machine for its variables…"));
    body().addWidget(m_rows, 1);
    connect(m_rows, &RowsEditor::changed, this, &EnvironmentDialog::update);
    m_tasks.launch(services.provider.environment(instance),
                   [this](const Result<QMap<QString, QString>> &variables) { showVariables(variables); });
    update();
}

void EnvironmentDialog::showVariables(const Result<QMap<QString, QString>> &variables)
{
    if (!variables) {
        m_rows->setFailed(sentence(variables.error()) + u' ' + remedy(variables.error()));
        return;
    }
    m_before = *variables;
    std::vector<QStringList> rows;
    for (auto variable = variables->cbegin(); variable != variables->cend(); ++variable)
        rows.push_back({variable.key(), variable.value()});
    m_rows->open(
        rows,
        tr("Whoever may read your organization at Fly.io can read these: passwords and tokens do not belong here."));
    update();
}

QMap<QString, QString> EnvironmentDialog::variables() const
{
    QMap<QString, QString> all;
    for (const auto &row : m_rows->rows()) {
        const auto name = row.at(0).trimmed();
        if (!name.isEmpty() || !row.at(1).isEmpty())
            all.insert(name, row.at(1));
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
