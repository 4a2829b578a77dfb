#pragma once

#include "model/backup.h"
#include "model/copies.h"
#include "model/instancespec.h"
#include "model/network.h"
#include "model/orphan.h"
#include "model/verb.h"

#include <QJsonObject>

namespace swarm {

enum class StopManner { Graceful, Kill };

//! What the user asked for, complete enough to ask for it again. Each verb reads what concerns it.
struct OperationRequest {
    Verb verb = Verb::Open;
    InstanceId instance = {};
    InstanceSpec spec = {}; //!< create, clone
    StopManner manner = StopManner::Graceful; //!< stop
    InstanceChange change = {}; //!< resize, image, environment, idle rule
    RollBackManner rollBack = RollBackManner::Image;
    Replacement replacement = {}; //!< move, rollback of data
    QString name = {}; //!< rename, adopt
    QString version = {}; //!< rollback; empty: the one before
    int sizeGb = 0; //!< extend
    int keepDays = 0; //!< delete, snapshot; 0: nothing is kept, or for as long as is usual
    QString password = {}; //!< rotation; in memory only
    bool isForced = false; //!< image: also to a version that may not understand the data; address: also the last one
    AddressRequest address = {}; //!< to add
    QString ip = {}; //!< of the address to remove
    QString hostname = {}; //!< domains
    BackupTarget backup = {};
    Orphan orphan = {};
    AdoptionCandidate candidate = {};
    bool takesAnyRegion = false; //!< create: goes on where there is room
};

} // namespace swarm
