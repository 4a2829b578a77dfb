#include "model/serviceport.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

constexpr int largestPort = 65535;

bool isPort(int number)
{
    return number >= 1 && number <= largestPort;
}

} // namespace

std::optional<PortProblem> problemOfPort(const ServicePort &port)
{
    static const QStringList handlers{u"http"_s, u"tls"_s, u"pg_tls"_s, u"proxy_proto"_s};
    if (port.protocol != "tcp"_L1 && port.protocol != "udp"_L1)
        return PortProblem::Protocol;
    if (!isPort(port.port))
        return PortProblem::PortRange;
    if (!isPort(port.internalPort))
        return PortProblem::InternalPortRange;
    if (isEditorsPort(port.port))
        return PortProblem::EditorsPort;
    if (port.protocol == "tcp"_L1 && port.internalPort == editorPort)
        return PortProblem::EditorInside;
    if (port.protocol == "udp"_L1 && !port.handlers.isEmpty())
        return PortProblem::UdpHandlers;
    const auto isUnknown = [](const QString &handler) { return !handlers.contains(handler); };
    if (std::ranges::any_of(port.handlers, isUnknown))
        return PortProblem::Handler;
    return {};
}

std::optional<ServicePort> portFrom(const QString &word)
{
    static const QRegularExpression shape(u"^(?:(tcp|udp):)?(\\d{1,5}):(\\d{1,5})(?::([a-z_,]+))?$"_s);
    const auto match = shape.match(word);
    if (!match.hasMatch())
        return {};
    ServicePort port{.port = match.captured(2).toInt(), .internalPort = match.captured(3).toInt()};
    if (!match.captured(1).isEmpty())
        port.protocol = match.captured(1);
    if (!match.captured(4).isEmpty())
        port.handlers = match.captured(4).split(u',');
    return port;
}

QString portWord(const ServicePort &port)
{
    auto word = u"%1:%2:%3"_s.arg(port.protocol).arg(port.port).arg(port.internalPort);
    if (!port.handlers.isEmpty())
        word += u':' + port.handlers.join(u',');
    return word;
}

} // namespace swarm
