#pragma once

#include <QString>
#include <QStringList>

namespace swarm {

//! Another port to open to the world beside the editor's.
struct ServicePort {
    QString protocol = QStringLiteral("tcp");
    int port = 0;
    int internalPort = 0;
    QStringList handlers = {};

    bool operator==(const ServicePort &) const = default;
};

//! Why an extra port cannot be opened.
enum class PortProblem {
    PortRange, //!< 1 to 65535
    InternalPortRange,
    Protocol, //!< tcp, udp
    EditorsPort, //!< 80 and 443 lead to the editor
    EditorInside, //!< another way to the editor, past its https
    Handler, //!< not one that Fly.io has
    UdpHandlers, //!< udp has none
    Duplicate,
};

struct PortRefusal {
    PortProblem problem = PortProblem::PortRange;
    ServicePort port = {};

    bool operator==(const PortRefusal &) const = default;
};

} // namespace swarm
