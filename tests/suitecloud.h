#pragma once

#include "model/clock.h"
#include "model/provider.h"

#include <functional>
#include <memory>

//! A cloud that the suite of operations runs against: a provider, and what happens to it behind our back.
class SuiteCloud
{
public:
    SuiteCloud() = default;
    SuiteCloud(const SuiteCloud &) = delete;
    SuiteCloud &operator=(const SuiteCloud &) = delete;
    virtual ~SuiteCloud() = default;

    [[nodiscard]] virtual swarm::Provider &provider() = 0;
    [[nodiscard]] virtual const swarm::Clock &clock() const = 0;

    virtual void fill(const QString &region) = 0;
    //! What runs the editor is gone; its disk is not.
    virtual void loseMachine(const swarm::Instance &instance) = 0;
    //! The next change of it is accepted and does not work out.
    virtual void breakNextChange(const swarm::Instance &instance) = 0;
    //! Beside an instance lies a disk that nobody uses any more, and has for long; its id.
    [[nodiscard]] virtual QString leaveDisk(const swarm::Instance &instance) = 0;
    //! Somebody else makes an editor, named `pad`.
    virtual void makeStrangersEditor() = 0;
    //! A note on its disk.
    virtual void write(const swarm::Instance &instance, const QByteArray &text) = 0;
    [[nodiscard]] virtual QByteArray read(const swarm::Instance &instance) const = 0;

    //! How many requests there were.
    [[nodiscard]] virtual int requests() const = 0;
    //! The request with this number, from here and 1, fails at the cloud.
    virtual void failAt(int request) = 0;
    //! `then` happens after the request with this number, from the event loop.
    virtual void cutOffAt(int request, std::function<void()> then) = 0;

    //! Nothing is there that lives or bills.
    [[nodiscard]] virtual bool isEmpty() const = 0;
};

[[nodiscard]] std::unique_ptr<SuiteCloud> paperCloud();
[[nodiscard]] std::unique_ptr<SuiteCloud> flyCloud();
