#pragma once

#include "app/ctl/instancefile.h"
#include "model/copies.h"

#include <QString>

#include <vector>

namespace swarm::ctl {

//! Where a living instance is not as its file says.
struct Drift {
    //! What brings it in line.
    enum class Cure {
        Change, //!< of the machine, in place; restarts the editor
        Extend, //!< of the disk
        Address, //!< one more
        ByHand, //!< `advice` says how
    };

    InstanceFile::Key key = InstanceFile::Key::Size;
    QString is = {};
    QString wanted = {};
    Cure cure = Cure::Change;
    QString advice = {};

    bool operator==(const Drift &) const = default;
};

//! Only what the file says counts; what it does not say may be as it is.
[[nodiscard]] std::vector<Drift> driftBetween(const InstanceSpec &living, const InstanceFile &file);
//! What Cure::Change has to change, all at once.
[[nodiscard]] InstanceChange changeFor(const InstanceSpec &living, const InstanceFile &file);
//! The member of the file: "size", "disk_gb".
[[nodiscard]] QString keyName(InstanceFile::Key key);
//! "size: shared:1:2048 → shared:2:4096"
[[nodiscard]] QString driftText(const Drift &drift);

} // namespace swarm::ctl
