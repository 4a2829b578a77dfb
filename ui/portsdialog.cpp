#include "ui/portsdialog.h"

#include "model/provider.h"
#include "ui/rowseditor.h"
#include "ui/wording/errorwords.h"
#include "ui/wording/networkwords.h"
#include "ui/wording/operationwords.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

enum Column { Protocol, Outside, Inside, Handlers };

QStringList cellsOf(const ServicePort &port)
{
    return {port.protocol, QString::number(port.port), QString::number(port.internalPort), port.handlers.join(u", "_s)};
}

} // namespace

PortsDialog::PortsDialog(const Services &services, const Instance &instance, QWidget *parent)
    : ChangeDialog(services, instance, u"portsDialog"_s, tr("Ports of %1").arg(instance.name), tr("Change ports"),
                   parent)
    , m_rows(new RowsEditor(
          {.accessibleName = tr("Ports"),
           //: protocol, port that visitors use, port of the program in the machine, what Fly.io does
           //: in between
           .columns = {tr("Protocol"), tr("Outside"), tr("Inside"), tr("Handlers")},
           .wideColumn = Handlers,
           .fresh = cellsOf({.port = 3000, .internalPort = 3000, .handlers = {u"tls"_s, u"http"_s}}),
           .firstColumn = Outside},
          {.table = u"ports"_s, .state = u"portsState"_s, .add = u"addPort"_s, .remove = u"removePort"_s}))
{
    m_rows->setWaiting(tr("Asking the machine for its ports…"));
    body().addWidget(m_rows, 1);
    connect(m_rows, &RowsEditor::changed, this, &PortsDialog::update);
    m_tasks.launch(services.provider.ports(instance), [this](const Result<Ports> &ports) { showPorts(ports); });
    update();
}

void PortsDialog::showPorts(const Result<Ports> &ports)
{
    if (!ports) {
        m_rows->setFailed(sentence(ports.error()) + u' ' + remedy(ports.error()));
        return;
    }
    m_before = *ports;
    std::vector<QStringList> rows;
    std::ranges::transform(*ports, std::back_inserter(rows), cellsOf);
    m_rows->open(
        rows,
        tr("80 and 443 lead to the editor and stay. With the handlers tls and http Fly.io speaks HTTPS for the "
           "program inside; without any it passes on what comes, which takes a dedicated IPv4 or an IPv6."));
    update();
}

PortsDialog::Ports PortsDialog::ports() const
{
    Ports all;
    for (const auto &row : m_rows->rows()) {
        ServicePort port{.protocol = row.at(Protocol).trimmed().toLower(),
                         .port = row.at(Outside).trimmed().toInt(),
                         .internalPort = row.at(Inside).trimmed().toInt()};
        const auto handlers = row.at(Handlers).split(u',', Qt::SkipEmptyParts);
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
