#include "ui/changedialog.h"

#include "model/instancestore.h"
#include "model/operations.h"
#include "ui/widgets.h"
#include "ui/wording/commandwords.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace swarm {

ChangeDialog::ChangeDialog(const Services &services, Instance instance, const QString &name, const QString &title,
                           const QString &verb, QWidget *parent)
    : GrowingDialog(parent)
    , m_services(services)
    , m_instance(std::move(instance))
    , m_body(new QVBoxLayout)
    , m_consequence(new SecondaryLabel)
    , m_problem(new SecondaryLabel)
    , m_copy(new LinkButton(tr("Copy as command")))
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_confirm(new QPushButton(verb))
{
    setObjectName(name);
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    const auto em = fontMetrics().height();
    m_consequence->setObjectName(u"consequence"_s);
    m_problem->setObjectName(u"changeProblem"_s);
    m_problem->setAlarming(true);
    m_copy->setObjectName(u"copyCommand"_s);
    m_cancel->setObjectName(u"cancelChange"_s);
    m_cancel->setAutoDefault(false);
    m_confirm->setObjectName(u"confirmChange"_s);
    m_confirm->setDefault(true);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_copy);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_confirm);
    m_body->setSpacing(em * 2 / 3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(em * 3 / 2, em * 3 / 2, em * 3 / 2, em);
    layout->setSpacing(em * 2 / 3);
    layout->addLayout(m_body, 1);
    layout->addWidget(m_consequence);
    layout->addWidget(m_problem);
    layout->addSpacing(em / 3);
    layout->addLayout(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 80);

    connect(m_copy, &QToolButton::clicked, this, &ChangeDialog::copyCommand);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_confirm, &QPushButton::clicked, this, &ChangeDialog::confirm);
    // What is asked about may be gone, or busy, before the answer comes.
    connect(&m_services.store, &InstanceStore::changed, this, &ChangeDialog::update);
}

void ChangeDialog::makeDestructive()
{
    m_confirm->setDefault(false);
    m_confirm->setAutoDefault(false);
    m_cancel->setDefault(true);
    m_cancel->setFocus();
}

void ChangeDialog::update()
{
    const bool isThere = m_services.store.find(m_instance.id) != nullptr;
    const auto wrong = isThere ? problem() : tr("%1 is not there any more.").arg(m_instance.name);
    const auto meaning = wrong.isEmpty() ? consequence() : QString();
    m_problem->setText(wrong);
    m_problem->setVisible(!wrong.isEmpty());
    m_consequence->setText(meaning);
    m_consequence->setVisible(!meaning.isEmpty());
    m_confirm->setEnabled(wrong.isEmpty() && isChange());
    m_copy->setVisible(!command().isEmpty());
    m_copy->setEnabled(m_confirm->isEnabled());
    growToFit();
}

void ChangeDialog::confirm()
{
    auto wanted = request();
    accept();
    m_services.operations.begin(std::move(wanted));
}

void ChangeDialog::copyCommand()
{
    QGuiApplication::clipboard()->setText(shellCommand(command()));
    m_copy->setText(tr("Copied"));
    QTimer::singleShot(std::chrono::milliseconds(1500), this, [this] { m_copy->setText(tr("Copy as command")); });
}

FieldGrid::FieldGrid(QVBoxLayout &body)
    : m_grid(new QGridLayout)
{
    body.addLayout(m_grid);
    const auto em = body.parentWidget()->fontMetrics().height();
    m_grid->setHorizontalSpacing(em);
    m_grid->setVerticalSpacing(em * 2 / 3);
    m_grid->setColumnStretch(1, 1);
}

void FieldGrid::add(const QString &label, QWidget *field)
{
    auto *title = new QLabel(label);
    title->setBuddy(field);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(QString(label).remove(u'&').remove(u':'));
    const int row = m_grid->rowCount();
    m_grid->addWidget(title, row, 0, Qt::AlignTop | Qt::AlignLeft);
    m_grid->addWidget(field, row, 1);
    // On one line with what is written in a field of one line, at the top of a higher one.
    title->setMinimumHeight(std::min(field->sizeHint().height(), title->fontMetrics().height() * 2));
}

void FieldGrid::addHint(QWidget *hint)
{
    m_grid->addWidget(hint, m_grid->rowCount(), 1);
}

} // namespace swarm
