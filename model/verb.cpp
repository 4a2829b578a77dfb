#include "model/verb.h"

#include <array>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

// In the order of the enumeration; written into files, so they outlive any renaming in the code.
constexpr std::array<QLatin1StringView, static_cast<std::size_t>(lastVerb) + 1> names{"create"_L1,
                                                                                      "open"_L1,
                                                                                      "start"_L1,
                                                                                      "stop"_L1,
                                                                                      "suspend"_L1,
                                                                                      "restart"_L1,
                                                                                      "delete"_L1,
                                                                                      "resize"_L1,
                                                                                      "extend"_L1,
                                                                                      "change-image"_L1,
                                                                                      "change-environment"_L1,
                                                                                      "change-idle-rule"_L1,
                                                                                      "change-ports"_L1,
                                                                                      "rename"_L1,
                                                                                      "rotate-password"_L1,
                                                                                      "roll-back"_L1,
                                                                                      "roll-back-data"_L1,
                                                                                      "snapshot"_L1,
                                                                                      "restore"_L1,
                                                                                      "erase"_L1,
                                                                                      "clone"_L1,
                                                                                      "move"_L1,
                                                                                      "recreate"_L1,
                                                                                      "go-back"_L1,
                                                                                      "drop-previous"_L1,
                                                                                      "adopt"_L1,
                                                                                      "forget"_L1,
                                                                                      "add-address"_L1,
                                                                                      "remove-address"_L1,
                                                                                      "add-domain"_L1,
                                                                                      "remove-domain"_L1,
                                                                                      "back-up"_L1,
                                                                                      "remove-orphan"_L1,
                                                                                      "configure"_L1};

} // namespace

QString verbName(Verb verb)
{
    return names[static_cast<std::size_t>(verb)];
}

std::optional<Verb> verbFrom(const QString &name)
{
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name)
            return static_cast<Verb>(i);
    }
    return {};
}

} // namespace swarm
