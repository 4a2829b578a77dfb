#pragma once

#include "fly/flyclient.h"
#include "model/clock.h"
#include "model/network.h"

namespace swarm {

//! The addresses and the host names of one instance's app.
//!
//! What is there already is not made again, and an answer that got lost is looked for before anything is asked for a
//! second time: a dedicated address costs money. Destroying a task that changes something leaves open whether it
//! happened; ask it to stop instead.
class InstanceNetwork
{
public:
    InstanceNetwork(FlyClient &fly, const Clock &clock)
        : m_fly(fly)
        , m_clock(clock)
    {
    }

    //! The shared IPv4 may be missing: not every list of Fly.io's has it.
    [[nodiscard]] Task<Result<std::vector<Address>>> addresses(QString app, std::stop_token stop);
    [[nodiscard]] Task<Result<AddressesAdded>> addAddress(QString app, AddressRequest wanted, std::stop_token stop);
    //! One that is gone already is fine. `RESOURCE_WRONG_STATE`: the instance could not be reached any more.
    [[nodiscard]] Task<Result<void>> removeAddress(QString app, QString ip, AddressRemoval manner,
                                                   std::stop_token stop);

    //! Without the DNS records to set.
    [[nodiscard]] Task<Result<std::vector<Domain>>> domains(QString app, std::stop_token stop);
    [[nodiscard]] Task<Result<Domain>> domain(QString app, QString hostname, std::stop_token stop);
    //! Asks for a certificate; `API_INVALID_REQUEST` for what is no host name, see hostnameFrom().
    [[nodiscard]] Task<Result<Domain>> addDomain(QString app, QString hostname, std::stop_token stop);
    //! Has Fly.io look at the DNS now.
    [[nodiscard]] Task<Result<Domain>> checkDomain(QString app, QString hostname, std::stop_token stop);
    //! One that is gone already is fine.
    [[nodiscard]] Task<Result<void>> removeDomain(QString app, QString hostname, std::stop_token stop);

private:
    using Found = std::vector<Address>;

    //! What there is of it, after a request whose answer got lost: that may take effect a little later.
    [[nodiscard]] Task<Result<Found>> lookFor(QString app, AddressRequest wanted, std::stop_token stop);
    //! Both requests may have been carried out after all: one address is kept.
    [[nodiscard]] Task<Result<Found>> withoutTwins(QString app, AddressRequest wanted, Found made);
    //! The error of a cancelled request, once what it may have made is taken back.
    [[nodiscard]] Task<Error> takenBack(QString app, AddressRequest wanted);
    [[nodiscard]] Task<Result<std::optional<Domain>>> find(QString app, QString hostname, std::stop_token stop);

    FlyClient &m_fly;
    const Clock &m_clock;
};

} // namespace swarm
