#pragma once

#include "model/instance.h"

namespace swarm {

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
