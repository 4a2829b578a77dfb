#pragma once

#include <QString>

namespace swarm::simulator {

//! What Fly's schema says about a field.
struct GraphQlField {
    bool exists = true; //!< true as well for a type that is not described here
    bool isRequired = false; //!< never null: a failure there takes the object around it along
    QString type = {}; //!< of the object or the objects in it; empty for plain values
};

//! From Fly's published schema of August 2026, for the types that are served here.
GraphQlField graphQlField(const QString &type, const QString &name);

} // namespace swarm::simulator
