#pragma once

#include "model/network.h"

#include <QJsonObject>

#include <expected>

namespace swarm {

//! The extra ports in a machine's whole configuration: what leads to it beside the editor's own service, which is
//! never touched. Everything else in the configuration stays as it is, whatever we know of it.

//! Ranges of ports, which only others make, are left out.
[[nodiscard]] std::vector<ServicePort> extraPorts(const QJsonObject &config);
//! With these opened too, all of them or none.
[[nodiscard]] std::expected<QJsonObject, PortRefusal> withPorts(QJsonObject config,
                                                                const std::vector<ServicePort> &added);
//! With these closed, known by protocol and outer port; what is closed already is fine.
[[nodiscard]] std::expected<QJsonObject, PortRefusal> withoutPorts(QJsonObject config,
                                                                   const std::vector<ServicePort> &removed);

//! Which of the ports nobody reaches over IPv4: a shared address carries HTTP and TLS only, and Fly.io does not
//! complain about anything else.
[[nodiscard]] std::vector<ServicePort> portsUnheard(const std::vector<ServicePort> &ports,
                                                    const std::vector<Address> &addresses);

} // namespace swarm
