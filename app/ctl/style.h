#pragma once

#include <QString>

#include <cstdio>

namespace swarm::ctl {

enum class Colour { None, Good, Changing, Bad, Quiet };

//! Whether a stream is a terminal that can be written over and coloured.
[[nodiscard]] bool isTerminal(std::FILE *stream);
//! Colours are for terminals, and only where NO_COLOR is not set.
[[nodiscard]] bool takesColour(std::FILE *stream);
//! The text in that colour, for a stream that takes colours; None leaves it as it is.
[[nodiscard]] QString painted(const QString &text, Colour colour);

} // namespace swarm::ctl
