#pragma once

#include "model/hostname.h"
#include "model/network.h"

#include <QString>

namespace swarm {

//! "Shared IPv4", "Dedicated IPv4".
[[nodiscard]] QString addressKindText(Address::Kind kind);
//! "free", "about $2.00 a month".
[[nodiscard]] QString addressPriceText(const Address &address);
//! What an address of that kind is good for, and what it costs, before it is added.
[[nodiscard]] QString addressOfferText(AddressRequest::Kind kind);
//! Why the last address by which an instance can be reached is not removed without asking.
[[nodiscard]] QString lastAddressText(const QString &ip);

//! "Waiting for the DNS", "Ready until 1 March 2027"; the provider's own word when we do not know it.
[[nodiscard]] QString domainStateText(const Domain &domain, const QDateTime &now);
//! "CNAME www.example.com → box.fly.dev".
[[nodiscard]] QString recordText(const Domain::Record &record);
//! What to set at the DNS provider, with a line for each record; empty when there is nothing to set.
[[nodiscard]] QString recordsText(const Domain &domain);
//! What a host name costs, to be said before it is added.
[[nodiscard]] QString domainPriceText(const QString &hostname);
[[nodiscard]] QString hostnameProblemText(HostnameProblem problem);

//! "5432/tcp → 5432 (tls)".
[[nodiscard]] QString portText(const ServicePort &port);
[[nodiscard]] QString portRefusalText(const PortRefusal &refusal);
//! What is wrong with ports that the shared IPv4 does not carry; empty when there are none.
[[nodiscard]] QString unheardPortsText(const std::vector<ServicePort> &ports);

} // namespace swarm
