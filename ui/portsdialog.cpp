#include "ui/portsdialog.h"

#include "model/provider.h"
#include "ui/widgets.h"
#include "ui/wording/errorwords.h"
#include "ui/wording/networkwords.h"
#include "ui/wording/operationwords.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

enum Column { Protocol, Outside, Inside, Handlers, ColumnCount };

} // namespace

PortsDialog::PortsDialog(const Services &services, const Instance &instance, QWidget *parent)
    : ChangeDialog(services, instance, u"portsDialog"_s, tr("Ports of %1").arg(instance.name), tr("Change ports"),
                   parent)
    , m_table(new QTableWidget(0, ColumnCount))
    , m_state(new SecondaryLabel(tr("Asking the machine for its ports…")))
    , m_add(new LinkButton(tr("&Add")))
    , m_remove(new LinkButton(tr("&Remove")))
{
    m_table->setObjectName(u"ports"_s);
    m_table->setAccessibleName(tr("Ports"));
    //: protocol, port that visitors use, port of the program in the machine, what Fly.io does in between
    m_table->setHorizontalHeaderLabels({tr("Protocol"), tr("Outside"), tr("Inside"), tr("Handlers")});
    m_table->horizontalHeader()->setSectionResizeMode(Handlers, QHeaderView::Stretch);
    m_table->verticalHeader()->hide();
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setMinimumHeight(fontMetrics().height() * 9);
    m_state->setObjectName(u"portsState"_s);
    m_add->setObjectName(u"addPort"_s);
    m_remove->setObjectName(u"removePort"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    body().addWidget(m_table, 1);
    body().addLayout(buttons);
    body().addWidget(m_state);

    connect(m_table, &QTableWidget::itemChanged, this, &PortsDialog::update);
    connect(m_add, &QToolButton::clicked, this, [this] {
        addRow({.port = 3000, .internalPort = 3000, .handlers = {u"tls"_s, u"http"_s}});
        m_table->setCurrentCell(m_table->rowCount() - 1, Outside);
        m_table->setFocus();
        m_table->editItem(m_table->currentItem());
        update();
    });
    connect(m_remove, &QToolButton::clicked, this, [this] {
        m_table->removeRow(m_table->currentRow());
        update();
    });
    for (QWidget *widget :
         {static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_add), static_cast<QWidget *>(m_remove)})
        widget->setEnabled(false);
    m_tasks.launch(services.provider.ports(instance), [this](const Result<Ports> &ports) { showPorts(ports); });
    update();
}

void PortsDialog::showPorts(const Result<Ports> &ports)
{
    if (!ports) {
        m_state->setText(sentence(ports.error()) + u' ' + remedy(ports.error()));
        m_state->setAlarming(true);
        return;
    }
    m_before = *ports;
    for (const auto &port : *ports)
        addRow(port);
    m_state->setText(tr("80 and 443 lead to the editor and stay. With the handlers tls and http Fly.io speaks HTTPS "
                        "for the program inside; without any it passes on what comes, which takes a dedicated IPv4 or "
                        "an IPv6."));
    for (QWidget *widget :
         {static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_add), static_cast<QWidget *>(m_remove)})
        widget->setEnabled(true);
    update();
}

void PortsDialog::addRow(const ServicePort &port)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    const QStringList cells{port.protocol, QString::number(port.port), QString::number(port.internalPort),
                            port.handlers.join(u", "_s)};
    for (int column = 0; column < ColumnCount; ++column)
        m_table->setItem(row, column, new QTableWidgetItem(cells.at(column)));
}

PortsDialog::Ports PortsDialog::ports() const
{
    Ports all;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const auto cell = [this, row](Column column) {
            const auto *item = m_table->item(row, column); // not there yet while a row is being added
            return item ? item->text().trimmed() : QString();
        };
        ServicePort port{
            .protocol = cell(Protocol).toLower(), .port = cell(Outside).toInt(), .internalPort = cell(Inside).toInt()};
        const auto handlers = cell(Handlers).split(u',', Qt::SkipEmptyParts);
        for (const auto &handler : handlers)
            port.handlers << handler.trimmed();
        all.push_back(port);
    }
    return all;
}

InstanceChange PortsDialog::change() const
{
    const auto before = m_before.value_or(Ports());
    const auto now = ports();
    const auto lacks = [](const Ports &all) {
        return [&all](const ServicePort &port) { return std::ranges::find(all, port) == all.end(); };
    };
    InstanceChange change;
    std::ranges::copy_if(now, std::back_inserter(change.openPorts), lacks(before));
    std::ranges::copy_if(before, std::back_inserter(change.closePorts), lacks(now));
    return change;
}

OperationRequest PortsDialog::request() const
{
    return {.verb = Verb::ChangePorts, .instance = instance().id, .change = change()};
}

QString PortsDialog::problem() const
{
    const auto now = ports();
    for (auto port = now.begin(); port != now.end(); ++port) {
        if (const auto problem = problemOfPort(*port))
            return portRefusalText({.problem = *problem, .port = *port});
        const auto isSame = [port](const ServicePort &other) {
            return other.protocol == port->protocol && other.port == port->port;
        };
        if (std::any_of(now.begin(), port, isSame))
            return portRefusalText({.problem = PortProblem::Duplicate, .port = *port});
    }
    return {};
}

bool PortsDialog::isChange() const
{
    return m_before && change() != InstanceChange();
}

QString PortsDialog::consequence() const
{
    return restartWarning(instance());
}

QStringList PortsDialog::command() const
{
    const auto wanted = change();
    QStringList words{u"address"_s, instance().name};
    for (const auto &port : wanted.openPorts)
        words << u"--open"_s << portWord(port);
    for (const auto &port : wanted.closePorts)
        words << u"--close"_s << portWord(port);
    return words;
}

} // namespace swarm
