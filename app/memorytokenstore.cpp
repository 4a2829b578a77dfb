#include "app/memorytokenstore.h"

using namespace Qt::StringLiterals;

namespace swarm {

Task<Result<QString>> MemoryTokenStore::read(QString key)
{
    if (!m_secrets.contains(key))
        co_return std::unexpected(Error{.code = ErrorCode::ResourceNotFound, .detail = u"not kept in this session"_s});
    co_return m_secrets.value(key);
}

Task<Result<void>> MemoryTokenStore::write(QString key, QString secret)
{
    m_secrets.insert(key, secret);
    co_return Result<void>();
}

Task<Result<void>> MemoryTokenStore::remove(QString key)
{
    m_secrets.remove(key);
    co_return Result<void>();
}

void MemoryTokenStore::offer(const QString &key, const QString &secret)
{
    if (!m_secrets.contains(key))
        m_secrets.insert(key, secret);
}

} // namespace swarm
