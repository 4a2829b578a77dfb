#include "ui/overviewpage.h"

#include "model/monthcosts.h"
#include "model/prices.h"
#include "ui/copybutton.h"
#include "ui/passwordfield.h"
#include "ui/permissions.h"
#include "ui/widgets.h"
#include "ui/wording/costwords.h"
#include "ui/wording/instancewords.h"

#include <QFrame>
#include <QGridLayout>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

QString addressText(const Instance &instance)
{
    return instance.url.scheme() == "https"_L1 ? instance.url.host() : instance.url.toDisplayString();
}

void setTextOrDash(QLabel &label, const QString &text)
{
    label.setText(text.isEmpty() ? u"–"_s : text);
}

} // namespace

OverviewPage::OverviewPage(const Services &services, QWidget *parent)
    : QScrollArea(parent)
    , m_services(services)
    , m_grid(new QGridLayout)
    , m_address(valueLabel(u"address"_s))
    , m_copyAddress(new CopyButton)
    , m_password(new PasswordField(services.passwords))
    , m_health(valueLabel(u"health"_s))
    , m_idle(valueLabel(u"idleRule"_s))
    , m_size(valueLabel(u"size"_s))
    , m_disk(valueLabel(u"disk"_s))
    , m_region(valueLabel(u"region"_s))
    , m_image(valueLabel(u"image"_s))
    , m_machine(valueLabel(u"machine"_s))
    , m_cost(new QLabel)
    , m_restingCost(new SecondaryLabel)
{
    setObjectName(u"overview"_s);
    setAccessibleName(tr("Overview"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    const auto em = fontMetrics().height();
    m_copyAddress->setObjectName(u"copyAddress"_s);
    m_copyAddress->setAccessibleName(tr("Copy the address"));
    m_grid->setHorizontalSpacing(em * 2 / 3);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnMinimumWidth(0, fontMetrics().horizontalAdvance(tr("Password")) + em / 2);
    m_grid->setColumnStretch(1, 1);
    addRow(tr("Address"), m_address, m_copyAddress);
    addRow(tr("Password"), m_password);
    addRow(tr("Health"), m_health);
    addRow(tr("Idle rule"), m_idle, changeButton(tr("Change…"), tr("Change the idle rule"), Verb::ChangeIdleRule));
    addRow(tr("Region"), m_region);
    addRow(tr("Size"), m_size, changeButton(tr("Change…"), tr("Change the size"), Verb::Resize));
    addRow(tr("Disk"), m_disk, changeButton(tr("Extend…"), tr("Extend the disk"), Verb::Extend));
    addRow(tr("Image"), m_image, changeButton(tr("Change…"), tr("Change the image"), Verb::ChangeImage));
    addRow(tr("Machine"), m_machine);

    auto *box = new QFrame;
    box->setFrameShape(QFrame::StyledPanel);
    box->setAutoFillBackground(true);
    box->setBackgroundRole(QPalette::Base);
    m_cost->setObjectName(u"cost"_s);
    m_cost->setWordWrap(true);
    m_restingCost->setObjectName(u"restingCost"_s);
    auto *inBox = new QVBoxLayout(box);
    inBox->setSpacing(em / 4);
    inBox->addWidget(m_cost);
    inBox->addWidget(m_restingCost);

    auto *keeps =
        new SecondaryLabel(tr("A stop keeps /home/coder (projects, extensions, settings) and loses everything "
                              "else, such as packages installed with apt."));
    keeps->setObjectName(u"stopKeeps"_s);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(em, em * 2 / 3, em, em * 2 / 3);
    layout->setSpacing(em);
    layout->addLayout(m_grid);
    layout->addWidget(box);
    layout->addWidget(keeps);
    layout->addStretch();
    setWidget(page);
}

LinkButton *OverviewPage::changeButton(const QString &text, const QString &heard, Verb verb)
{
    auto *button = new LinkButton(text);
    button->setAccessibleName(heard);
    button->setObjectName(u"overviewChange%1"_s.arg(m_changes.size()));
    connect(button, &QToolButton::clicked, this, [this, verb] { Q_EMIT changeRequested(verb, m_instance); });
    m_changes += button;
    return button;
}

void OverviewPage::addRow(const QString &label, QWidget *value, QWidget *action)
{
    const int row = m_grid->rowCount();
    auto *title = new SecondaryLabel(label);
    title->setWordWrap(false);
    // Lines with and without buttons have the same height, and their words stand on one line.
    const int height = m_copyAddress->sizeHint().height() + 1;
    title->setMinimumHeight(height);
    value->setMinimumHeight(height);
    m_grid->addWidget(title, row, 0, Qt::AlignTop);
    m_grid->addWidget(value, row, 1, 1, action ? 1 : 2);
    if (action)
        m_grid->addWidget(action, row, 2, Qt::AlignTop | Qt::AlignRight);
}

void OverviewPage::setInstance(const Instance &instance, const QDateTime &now)
{
    m_instance = instance.id;
    const auto permissions = permissionsOf(instance, m_services.operations);
    for (auto *button : std::as_const(m_changes)) {
        button->setEnabled(permissions.change);
        button->setToolTip(permissions.change ? QString() : permissions.reason);
    }
    setTextOrDash(*m_address, addressText(instance));
    m_copyAddress->setContent(instance.url.toString());
    m_copyAddress->setEnabled(!instance.url.isEmpty());
    m_password->setInstance(instance.id);
    m_health->setText(healthText(instance, now));
    m_idle->setText(idleRuleText(instance));
    m_region->setText(regionText(instance.region));
    m_size->setText(sizeText(instance.size));
    m_disk->setText(diskText(instance.diskGb));
    m_image->setText(exactImageText(instance.image));
    setTextOrDash(*m_machine, instance.machine);
    showCost(instance);
    updateGeometry();
}

QSize OverviewPage::minimumSizeHint() const
{
    const int width = widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width();
    return {width, QScrollArea::minimumSizeHint().height()};
}

void OverviewPage::showCost(const Instance &instance)
{
    const auto hourly = hourlyText(computePerHour(instance.size, instance.region));
    QStringList costs{instance.status == Status::Running ? tr("About %1 an hour now").arg(hourly)
                                                         : tr("About %1 an hour while it runs").arg(hourly)};
    const auto &months = m_services.months.all();
    if (const auto month = months.constFind(instance.id); month != months.constEnd() && isWorthSaying(*month))
        costs += monthToDateText(*month);
    m_cost->setText(costs.join(u" · "_s));
    //: %1 is a date
    const auto dated = tr("Prices of %1, before tax.").arg(dateText(pricesValidFrom()));
    m_restingCost->setText(
        instance.diskGb == 0
            ? dated
            : tr("When stopped, the disk still costs about %1 a month.").arg(moneyText(diskPerMonth(instance.diskGb)))
                + u' ' + dated);
}

} // namespace swarm
