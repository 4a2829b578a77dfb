#pragma once

namespace swarm {

//! Tells screen readers what Qt leaves untold. Once, when there is an application.
void installAccessibleParts();

} // namespace swarm
