#pragma once

#include "model/tokenstore.h"

#include <QHash>

namespace swarm {

//! Keeps secrets for as long as the program runs: in the demo, and where there is no keychain.
class MemoryTokenStore : public TokenStore
{
public:
    [[nodiscard]] Task<Result<QString>> read(QString key) override;
    [[nodiscard]] Task<Result<void>> write(QString key, QString secret) override;
    [[nodiscard]] Task<Result<void>> remove(QString key) override;
    [[nodiscard]] bool isLasting() const override { return false; }

    //! What is known beforehand, as the demo's passwords are. Does not replace what was written.
    void offer(const QString &key, const QString &secret);

private:
    QHash<QString, QString> m_secrets;
};

} // namespace swarm
