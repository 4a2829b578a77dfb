#pragma once

#include "fly/flytools.h"
#include "model/categorylogger.h"
#include "model/provider.h"

namespace swarm {

//! Takes an app apart in the only order that works: machines, disks, addresses, the app.
//!
//! What is gone already is fine. Goes on after a failure with what can still be removed, and names what is left. Asks
//! what there is instead of trusting a list of what was made: an answer that got lost must not leave anything behind.
class Teardown
{
public:
    //! Only what belongs to the instance goes; the app stays when something else lives in it.
    Teardown(FlyTools tools, const Instance &instance, std::function<void(Step)> entered);

    //! The app stays as the home of its snapshots, with the addresses that cost nothing.
    void keepApp() { m_keepsApp = true; }

    //! What was removed; or the first error, with `undone` and `leftBehind`.
    [[nodiscard]] Task<Result<std::vector<Resource>>> run();

private:
    [[nodiscard]] Task<> removeMachines();
    [[nodiscard]] Task<Result<void>> removeMachine(Machine machine);
    [[nodiscard]] Task<> removeVolumes();
    [[nodiscard]] Task<> releaseAddresses();
    [[nodiscard]] Task<> removeApp();
    [[nodiscard]] bool isOurs(const Machine &machine) const;
    void note(const Result<void> &result, Resource::Kind kind, const QString &name);
    //! That a list could not be had, unless the app is gone.
    [[nodiscard]] Task<> noteFailure(Error error);

    FlyTools m_tools;
    CategoryLogger m_log{logcategory::provision};
    QString m_app;
    InstanceId m_instance;
    QString m_machine; //!< that is certainly ours
    QStringList m_volumes; //!< that are certainly ours
    std::function<void(Step)> m_entered;
    bool m_keepsApp = false;
    bool m_isAppGone = false;
    bool m_hasStrangers = false; //!< things in the app that are not the instance's
    std::vector<Resource> m_removed;
    std::vector<Resource> m_left;
    std::optional<Error> m_error; //!< the first
};

} // namespace swarm
