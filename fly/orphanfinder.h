#pragma once

#include "fly/flyclient.h"
#include "fly/machinewait.h"
#include "fly/orphanrules.h"
#include "model/categorylogger.h"
#include "model/clock.h"

#include <functional>
#include <memory>
#include <optional>

namespace swarm {

//! Finds what no instance uses, and removes one such thing at a time.
//!
//! The organization's lists point at apps; only an app's own lists can say that something in it is nobody's. What was
//! found is looked at again right before it is removed: it must still be what somebody was told it is.
class OrphanFinder
{
public:
    OrphanFinder(FlyConnection &connection, const Clock &clock);

    //! All of them, safe to remove or not, with the reason.
    [[nodiscard]] Task<Result<std::vector<Orphan>>> find(QString organization, Holdings held, std::stop_token stop);
    //! Removes exactly this: a machine with the disk it holds, an app only while it is empty. That it is gone already
    //! is fine. `RESOURCE_BUSY` when it is held or leased, `RESOURCE_WRONG_STATE` when it is not, or no longer, what
    //! `orphan` says. An error's `leftBehind` names a disk whose machine went.
    [[nodiscard]] Task<Result<void>> remove(Orphan orphan, Holdings held, std::stop_token stop);

private:
    using AllSurveyed = std::shared_ptr<const OrganizationSurvey>;
    using Request = std::function<Task<Result<void>>()>;
    enum class Presence { There, Going, Gone };
    using Look = std::function<Task<Result<Presence>>()>;
    //! Whether a refusal because of the thing's state may pass by itself.
    enum class WrongState { Ends, Passes };
    enum class Sight { Gone, AsTold };

    [[nodiscard]] Task<Result<AllSurveyed>> surveyAll(QString organization, std::stop_token stop);
    //! Nothing when there is no such app.
    [[nodiscard]] Task<Result<std::optional<AppSurvey>>> survey(QString app, AllSurveyed all, std::stop_token stop);
    [[nodiscard]] Task<Result<AppSurvey>> withDetails(AppSurvey seen, AllSurveyed all, std::stop_token stop);
    [[nodiscard]] Task<Result<bool>> isLeased(QString app, QString machine, std::stop_token stop);
    [[nodiscard]] Task<Result<AppSurvey>> withLeases(AppSurvey seen, std::stop_token stop);
    [[nodiscard]] Task<Result<AppSurvey>> withSuccessors(AppSurvey seen, AllSurveyed all, std::stop_token stop);
    [[nodiscard]] Task<Result<AppSurvey>> withAddresses(AppSurvey seen, std::stop_token stop);
    [[nodiscard]] Task<Result<AppSurvey>> withLeftovers(AppSurvey seen, std::stop_token stop);

    [[nodiscard]] Task<Result<Sight>> lookAgain(Orphan orphan, Holdings held, std::stop_token stop);
    [[nodiscard]] Task<Result<void>> removeMachine(Orphan orphan, std::stop_token stop);
    [[nodiscard]] Task<Result<void>> stopMachine(Orphan orphan, std::stop_token stop);
    [[nodiscard]] Task<Result<void>> removeDisk(QString app, QString id, WrongState wrongState, std::stop_token stop);
    [[nodiscard]] Task<Result<void>> releaseAddress(QString app, QString ip, std::stop_token stop);
    [[nodiscard]] Task<Result<void>> removeApp(QString app, std::stop_token stop);
    //! Sends until the thing is seen to be gone: an answer is not yet a fact, nor is a lost one a failure.
    [[nodiscard]] Task<Result<void>> takeAway(Request send, Look look, WrongState wrongState);

    [[nodiscard]] Task<Result<Presence>> presenceOfMachine(QString app, QString id);
    [[nodiscard]] Task<Result<Presence>> presenceOfDisk(QString app, QString id);
    [[nodiscard]] Task<Result<Presence>> presenceOfAddress(QString app, QString ip);
    [[nodiscard]] Task<Result<Presence>> presenceOfApp(QString app);

    FlyConnection &m_connection;
    FlyClient m_fly;
    const Clock &m_clock;
    MachineWait m_wait;
    CategoryLogger m_log{logcategory::provision};
};

} // namespace swarm
