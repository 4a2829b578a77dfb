#pragma once

#include <QString>

#include <vector>

namespace swarm {

//! What is wrong with a file of ours.
struct FileProblem {
    enum class Kind {
        Unreadable, //!< left where it is
        Damaged, //!< set aside under `movedTo`, or left where it is
        TooNew, //!< written by a newer version: left where it is, not shown from disk
        UnknownMembers, //!< read, and its unknown members kept
    };
    enum class About { Record, Receipt, Journal };
    Kind kind = Kind::Damaged;
    About about = About::Record;
    QString file = {};
    QString movedTo = {};
    QString reason = {};
};
using FileProblems = std::vector<FileProblem>;

} // namespace swarm
