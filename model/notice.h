#pragma once

#include "model/instance.h"
#include "model/operation.h"
#include "model/preferences.h"

#include <QMetaType>
#include <QStringList>

#include <optional>

namespace swarm {

//! Something worth telling somebody who does not look at the window.
struct Notice {
    NoticeKind kind = NoticeKind::Ready;
    QString key = {}; //!< what it is about: a later one with the same key replaces it
    std::optional<Instance> instance = {}; //!< Ready, Stopped, Failed, LongRun: as it was seen
    std::optional<Operation> operation = {}; //!< Failed: the one that failed, if it was one of ours
    double spent = 0; //!< Budget: dollars this month
    double budget = 0;
    int percent = 0; //!< Budget: which mark was passed
    Occasion occasion = Occasion::Sleep; //!< Leaving, as are the next ones
    LeaveAction action = LeaveAction::Nothing;
    QStringList names = {}; //!< what is stopped or suspended
    QStringList leftAlone = {}; //!< what cannot be suspended and goes on running
    int seconds = 0; //!< until then; 0: now

    bool operator==(const Notice &) const = default;
};

} // namespace swarm

Q_DECLARE_METATYPE(swarm::Notice)
