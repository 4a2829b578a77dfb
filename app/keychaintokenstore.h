#pragma once

#include "app/memorytokenstore.h"
#include "model/clock.h"

namespace QKeychain {
class Job;
}

namespace swarm {

//! The operating system's keychain, service "remote-swarm".
//!
//! Where there is none, secrets are kept for this session only, and isLasting() says so. A locked one is an error:
//! what it holds must not be taken for absent.
class KeychainTokenStore : public TokenStore
{
public:
    explicit KeychainTokenStore(double timeScale = 1)
        : m_clock(timeScale)
    {
    }

    [[nodiscard]] Task<Result<QString>> read(QString key) override;
    [[nodiscard]] Task<Result<void>> write(QString key, QString secret) override;
    [[nodiscard]] Task<Result<void>> remove(QString key) override;
    [[nodiscard]] bool isLasting() const override { return m_isLasting; }

private:
    [[nodiscard]] Task<Result<void>> run(QKeychain::Job *job);

    Clock m_clock;
    MemoryTokenStore m_session;
    bool m_isLasting = true;
};

} // namespace swarm
