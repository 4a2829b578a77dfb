#pragma once

namespace swarm {

//! From now on requests go by the proxy that the system or the environment (https_proxy, no_proxy) names, except to
//! this computer itself. Certificate authorities are the system's anyway, own ones among them.
//!
//! The system may have to fetch a script from the network before it can say which proxy that is. Nobody waits for it:
//! until it has, requests go directly, and are made again by whoever repeats what failed.
void useSystemProxy();

} // namespace swarm
