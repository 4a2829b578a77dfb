#pragma once

#include "model/size.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace swarm {

//! Something at the provider that no instance uses, and that may cost money.
struct Orphan {
    enum class Kind {
        Disk, //!< no machine holds it
        Address, //!< one that costs, of an app without machines
        EmptyApp, //!< neither machines nor disks
        Candidate, //!< a machine that was to become an instance's and never did, with its disk
        Previous, //!< the machine that an instance had before, with its disk
        MachineWithoutDisk, //!< one of ours that keeps nothing
        KeptSnapshot, //!< an app that is there for a last snapshot which no receipt of this computer names
    };

    //! Why it is, or is not, safe to remove.
    enum class Reason {
        NeverUsed, //!< nothing has ever been in it
        NoMachine, //!< an address that leads nowhere
        Replaced, //!< its instance lives on with another machine and disk

        OnlyCopy, //!< as far as can be seen, nothing else has what is on it
        HoldsSnapshots, //!< they would go with it
        MayHoldSnapshots, //!< it had a disk once, whose snapshots can no longer be seen
        AgeUnknown, //!< it may have been made just now

        IsInstance, //!< it stands in the list of instances: that is where to delete it
        TakesVisits, //!< the proxy sends people to it
        IsRunning, //!< somebody started it
        Foreign, //!< nothing says that we made it
        TooNew, //!< an incompatible version of Remote Swarm made it
        RegionSilent, //!< a region did not answer: what lies there may well use it
        Unconfirmed, //!< what the provider says about it does not fit together, or could not be read
    };

    enum class Safety {
        Safe,
        Choice, //!< only when somebody who was told the reason chose it
        Never,
    };

    Kind kind = Kind::Disk;
    QString id = {}; //!< of the disk or machine; the address; the app's name
    QString organization = {};
    QString app = {};
    QString region = {}; //!< empty for what belongs to none
    QString instance = {}; //!< the name of the instance it belonged to; empty when not known
    QString disk = {}; //!< the id of the disk that goes with a machine
    int sizeGb = 0; //!< of the disk
    double perMonth = 0; //!< US dollars, of the thing alone: addresses of an empty app are listed by themselves
    bool isAtLeast = false; //!< it costs more, by an unknown amount
    QDateTime createdAt = {}; //!< invalid: not known
    Reason reason = Reason::Unconfirmed;

    bool operator==(const Orphan &) const = default;

    [[nodiscard]] Safety safety() const
    {
        switch (reason) {
        case Reason::NeverUsed:
        case Reason::NoMachine:
        case Reason::Replaced:
            return Safety::Safe;
        case Reason::OnlyCopy:
        case Reason::HoldsSnapshots:
        case Reason::MayHoldSnapshots:
        case Reason::AgeUnknown:
            return Safety::Choice;
        default:
            return Safety::Never;
        }
    }
    [[nodiscard]] bool isSafe() const { return safety() == Safety::Safe; }
};

//! What this computer still answers for: named in its journals of unfinished operations, or in its receipts.
struct Holdings {
    QStringList apps = {};
    QStringList volumes = {};
    QStringList machines = {};
};

//! A machine that somebody else made and that seems to run code-server.
struct AdoptionCandidate {
    //! What speaks for it.
    struct Evidence {
        bool isImage = false; //!< its image is called so
        bool isServing = false; //!< on our port, with the editor's health check
        bool isMetadata = false; //!< its metadata says so

        bool operator==(const Evidence &) const = default;
        [[nodiscard]] bool isAny() const { return isImage || isServing || isMetadata; }
    };

    QString app = {};
    QString machine = {};
    QString version = {}; //!< of the machine: adopted only while it still has this one
    QString name = {};
    QString image = {}; //!< its whole reference
    QString region = {};
    QString state = {}; //!< Fly.io's word
    Size size = {};
    QString disk = {}; //!< volume id; empty: it keeps nothing when it stops
    bool sharesApp = false; //!< other machines answer at the same address
    bool isDeployed = false; //!< by `fly deploy`, which may do so again and replace what we set
    Evidence evidence = {};

    bool operator==(const AdoptionCandidate &) const = default;
};

} // namespace swarm
