#pragma once

#include "model/instancespec.h"

#include <QSet>

#include <expected>
#include <vector>

namespace swarm::ctl {

//! What an instance is to be, as a TOML file says it. Secrets are never in it.
struct InstanceFile {
    enum class Key {
        Name,
        Region,
        Size,
        Disk,
        Image,
        Idle,
        Repository,
        Address,
        Arguments,
        Environment,
        Metadata,
        Ports
    };

    //! Variables in it without Key::Environment are set beside those that are there.
    InstanceSpec spec = {}; //!< what the file does not say is as in a new instance
    QSet<Key> given = {}; //!< what the file says

    [[nodiscard]] bool says(Key key) const { return given.contains(key); }
};

//! Something in a file that cannot be used.
struct FileProblem {
    int line = 0; //!< from 1; 0: the file as a whole
    int column = 0;
    QString message = {};

    bool operator==(const FileProblem &) const = default;
};

//! All that is wrong with it, in the order of its lines.
using FileProblems = std::vector<FileProblem>;

//! The members stand in packaging/schema/instance.schema.json.
[[nodiscard]] std::expected<InstanceFile, FileProblems> instanceFileFrom(const QByteArray &toml);
//! The same backwards: everything, with a word on what each line means.
[[nodiscard]] QString instanceFileText(const InstanceSpec &spec);
//! "instance.toml:3:8: size: use small …"
[[nodiscard]] QString problemText(const QString &file, const FileProblem &problem);

inline constexpr int instanceFileSchema = 1;

} // namespace swarm::ctl
