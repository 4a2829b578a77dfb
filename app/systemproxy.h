#pragma once

namespace swarm {

//! From now on requests go by the proxy that the system or the environment (https_proxy, no_proxy) names, except to
//! this computer itself. Certificate authorities are the system's anyway, own ones among them.
void useSystemProxy();

} // namespace swarm
