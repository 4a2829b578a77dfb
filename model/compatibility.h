#pragma once

#include "model/instance.h"

namespace swarm {

//! Who may touch what, by semantic versions. A program and the metadata that it wrote on a machine: a program may
//! change what its own major version made, up to its own minor version; anything else it may look at. Images: another
//! one may follow within the same major version, and never an older one, unless somebody insists.

//! False when another, incompatible version of Remote Swarm made it: look, do not touch.
[[nodiscard]] bool isCompatible(const Instance &instance);
//! The plan's rule: same major version, minor at most ours. An empty version is compatible.
[[nodiscard]] bool isCompatibleVersion(const QString &version, const QString &ours);

//! What going from one image to another means for the data of an editor.
enum class ImageStep {
    Same,
    Newer, //!< same major version
    Unknown, //!< no versions to compare, such as "latest", or another repository
    Older, //!< an older editor may not understand what a newer one wrote
    OtherMajor,
};

//! By the tags, read as semantic versions: "4.133.0", "v4.133.0", "4.133.0-noble".
[[nodiscard]] ImageStep imageStep(const Image &from, const Image &to);
//! Whether it is done without insisting.
[[nodiscard]] bool isCompatible(ImageStep step);

} // namespace swarm
