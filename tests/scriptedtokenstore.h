#pragma once

#include "model/async/await.h"
#include "model/tokenstore.h"

#include <QHash>
#include <QStringList>

#include <optional>

//! A keychain in memory that can be locked, slow or forgetful. It writes what it is asked into a list that others may
//! write into as well; secrets are not written there.
class ScriptedTokenStore : public swarm::TokenStore
{
public:
    explicit ScriptedTokenStore(QStringList &calls)
        : m_calls(calls)
    {
    }

    QHash<QString, QString> secrets;
    std::optional<swarm::Error> trouble; //!< what every call fails with
    bool isHeld = false; //!< calls wait while this is so
    bool lasts = true;

    [[nodiscard]] swarm::Task<swarm::Result<QString>> read(QString key) override
    {
        m_calls << QStringLiteral("read ") + key;
        co_await held();
        if (trouble)
            co_return std::unexpected(*trouble);
        if (!secrets.contains(key))
            co_return std::unexpected(swarm::Error{.code = swarm::ErrorCode::ResourceNotFound});
        co_return secrets.value(key);
    }
    [[nodiscard]] swarm::Task<swarm::Result<void>> write(QString key, QString secret) override
    {
        m_calls << QStringLiteral("write ") + key;
        co_await held();
        if (trouble)
            co_return std::unexpected(*trouble);
        secrets.insert(key, secret);
        co_return swarm::Result<void>();
    }
    [[nodiscard]] swarm::Task<swarm::Result<void>> remove(QString key) override
    {
        m_calls << QStringLiteral("forget ") + key;
        co_await held();
        if (trouble)
            co_return std::unexpected(*trouble);
        secrets.remove(key);
        co_return swarm::Result<void>();
    }
    [[nodiscard]] bool isLasting() const override { return lasts; }

private:
    [[nodiscard]] swarm::Task<> held()
    {
        while (isHeld)
            co_await swarm::sleepFor(std::chrono::milliseconds(1));
    }

    QStringList &m_calls;
};
