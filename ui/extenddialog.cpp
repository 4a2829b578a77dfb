#include "ui/extenddialog.h"

#include "model/instancespec.h"
#include "model/prices.h"
#include "ui/wording/instancewords.h"

#include <QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm {

ExtendDialog::ExtendDialog(const Services &services, const Instance &instance, QWidget *parent)
    : ChangeDialog(services, instance, u"extendDialog"_s, tr("Extend the disk of %1").arg(instance.name), tr("Extend"),
                   parent)
    , m_size(new QSpinBox)
{
    m_size->setObjectName(u"disk"_s);
    m_size->setRange(std::min(instance.diskGb + 1, largestDiskGb), largestDiskGb);
    m_size->setValue(instance.diskGb * 2);
    m_size->setSuffix(tr(" GB"));
    FieldGrid(body()).add(tr("New &size"), m_size);
    connect(m_size, &QSpinBox::valueChanged, this, &ExtendDialog::update);
    m_size->setFocus();
    m_size->selectAll();
    update();
}

OperationRequest ExtendDialog::request() const
{
    return {.verb = Verb::Extend, .instance = instance().id, .sizeGb = m_size->value()};
}

QString ExtendDialog::problem() const
{
    return instance().diskGb >= largestDiskGb
        ? tr("A disk has at most %1 GB, and this one has them.").arg(largestDiskGb)
        : QString();
}

QString ExtendDialog::consequence() const
{
    //: %1 and %3 are money, %2 a size such as "10 GB"
    return tr("About %1 a month, running or not, instead of %3 for %2. A disk never gets smaller again.")
        .arg(moneyText(diskPerMonth(m_size->value())), diskText(instance().diskGb),
             moneyText(diskPerMonth(instance().diskGb)));
}

QStringList ExtendDialog::command() const
{
    return {u"extend"_s, instance().name, u"--disk"_s, QString::number(m_size->value())};
}

} // namespace swarm
