#pragma once

#include <QString>
#include <QStringList>

#include <optional>

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

inline constexpr int editorPort = 8080; //!< inside the machine
//! Outside.
[[nodiscard]] constexpr bool isEditorsPort(int number)
{
    return number == 80 || number == 443;
}

//! What is wrong with a port by itself; whether another one is in its way is a question for the whole.
[[nodiscard]] std::optional<PortProblem> problemOfPort(const ServicePort &port);
//! From "[tcp:|udp:]PORT:INTERNAL_PORT[:HANDLER,…]"; nothing: that is none.
[[nodiscard]] std::optional<ServicePort> portFrom(const QString &word);
//! The same backwards, with the protocol.
[[nodiscard]] QString portWord(const ServicePort &port);

struct PortRefusal {
    PortProblem problem = PortProblem::PortRange;
    ServicePort port = {};

    bool operator==(const PortRefusal &) const = default;
};

} // namespace swarm
