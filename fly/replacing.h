#pragma once

#include "fly/machinecommands.h"
#include "fly/machinelease.h"
#include "fly/provisioner.h"
#include "fly/roleswitch.h"

namespace swarm {

//! A new machine with a new disk beside an instance's present ones, in this region or another; once its editor answers,
//! the switch. The old ones stay, asleep and out of reach of visits, as the previous copy.
//!
//! Which one is the instance's is said by the role in the machines' metadata alone. For a moment both say "current";
//! then the younger one counts. Until the switch begins everything can be taken back; from then on it is finished.
class Replacing
{
public:
    Replacing(FlyTools tools, Instance instance, Progress progress);

    [[nodiscard]] Task<Result<Outcome>> run(Replacement replacement);
    //! Switches to a copy that was switched away from.
    [[nodiscard]] Task<Result<Outcome>> goBack(PreviousCopy copy);

    //! Finishes or takes back one that was cut off.
    [[nodiscard]] Task<Result<Recovery>> recover(JournalEntry entry);

private:
    [[nodiscard]] Task<Result<Outcome>> replaced(Replacement replacement);
    //! Makes sure that nobody else replaces the machine, and knows what there is from then on.
    [[nodiscard]] Task<Result<void>> reserve();
    [[nodiscard]] Task<Result<void>> look();
    [[nodiscard]] Task<Result<void>> noteWhatThereIs();
    [[nodiscard]] Task<Result<Volume>> copyDisk(Replacement replacement);
    [[nodiscard]] Task<Result<Machine>> makeCandidate(Volume volume);
    [[nodiscard]] Task<Result<Machine>> switchTo(QString machine);
    //! Puts aside what else stands or stood ready for the instance: other computers may have been cut off, too.
    [[nodiscard]] Task<Result<void>> demoteOthers(QString machine);
    [[nodiscard]] Task<Error> undone(Error cause);
    [[nodiscard]] Task<Result<std::vector<Resource>>> removeCandidates();
    [[nodiscard]] Task<Error> withOldAwake(Error cause);
    [[nodiscard]] Error halfSwitched(Error cause) const;
    [[nodiscard]] PreviousCopy oldOnes() const;

    [[nodiscard]] Task<Result<Machine>> broughtBack(PreviousCopy copy);
    [[nodiscard]] Task<Result<void>> awoken(QString machine);
    [[nodiscard]] Task<Error> putAsleep(QString machine, Error cause);

    //! The machine by which another computer has replaced the instance's since; without an id: none.
    [[nodiscard]] Task<Result<Machine>> overtaker(QString target);
    [[nodiscard]] Task<Result<Recovery>> finished(Machine target);
    [[nodiscard]] Task<Result<Recovery>> leftTo(Machine standing);
    [[nodiscard]] Task<Result<Recovery>> takenBack(QString copy);

    FlyTools m_tools;
    MachineCommands m_commands;
    Instance m_instance;
    Progress m_progress;
    MachineLease m_lease;
    Provisioner m_provisioner;
    RoleSwitch m_roles;
    Machine m_old;
    Volume m_oldVolume;
    bool m_isHostReachable = true;
    bool m_wasRunning = false;
    QString m_switchedTo; //!< stands for the instance by now
    QString m_switchingTo; //!< asked for, and perhaps so
    QStringList m_volumesBefore;
    QStringList m_machinesBefore;
};

} // namespace swarm
