#pragma once

#include "app/ctl/instancefile.h"

#include <optional>

namespace swarm::ctl {

//! What a command line says of an instance, and so wins over its file.
struct DeployOverrides {
    QString name = {};
    QString region = {};
    std::optional<Size> size = {};
    std::optional<int> diskGb = {};
    std::optional<Image> image = {};
    std::optional<QString> idle = {}; //!< as it is typed: what is usual depends on the size
    QMap<QString, QString> env = {}; //!< beside those of the file, or, where it says none, of the instance

    void applyTo(InstanceFile *file) const;
};

} // namespace swarm::ctl
