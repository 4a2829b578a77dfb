#include "ui/renamedialog.h"

#include "model/instancespec.h"
#include "model/instancestore.h"
#include "ui/wording/errorwords.h"

#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm {

RenameDialog::RenameDialog(const Services &services, const Instance &instance, QWidget *parent)
    : ChangeDialog(services, instance, u"renameDialog"_s, tr("Rename %1").arg(instance.name), tr("Rename"), parent)
    , m_name(new QLineEdit(instance.name))
{
    m_name->setObjectName(u"newName"_s);
    FieldGrid(body()).add(tr("&Name"), m_name);
    connect(m_name, &QLineEdit::textChanged, this, &RenameDialog::update);
    m_name->selectAll();
    m_name->setFocus();
    update();
}

QString RenameDialog::name() const
{
    return m_name->text().trimmed();
}

OperationRequest RenameDialog::request() const
{
    return {.verb = Verb::Rename, .instance = instance().id, .name = name()};
}

QString RenameDialog::problem() const
{
    const InstanceSpec spec{.name = name()};
    if (const auto wrong = problemOf(spec))
        return sentence(*wrong, spec);
    const bool isTaken = std::ranges::any_of(services().store.instances(), [this](const Instance &other) {
        return other.id != instance().id && other.name == name();
    });
    return isTaken ? sentence(SpecProblem::NameTaken, spec) : QString();
}

bool RenameDialog::isChange() const
{
    return name() != instance().name;
}

QString RenameDialog::consequence() const
{
    return tr("Its address stays as it is, and the editor is not restarted.");
}

QStringList RenameDialog::command() const
{
    return {u"rename"_s, instance().name, name()};
}

} // namespace swarm
