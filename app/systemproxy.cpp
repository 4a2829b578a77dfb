#include "app/systemproxy.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QHostAddress>
#include <QMutex>
#include <QNetworkProxyFactory>
#include <QSemaphore>
#include <QThreadPool>

#include <chrono>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr auto patience = 4ms; //!< enough where the environment or a setting says it
constexpr auto freshness = 5min; //!< then the system is asked again

//! What the system has said, by scheme and host. Shared with the questions under way.
class Answers
{
public:
    struct Answer {
        QList<QNetworkProxy> proxies = {QNetworkProxy::NoProxy};
        QDeadlineTimer fresh = {};
        bool isAsked = false; //!< and not answered yet
    };

    //! What is known, and whether it is to be asked.
    [[nodiscard]] std::pair<QList<QNetworkProxy>, bool> take(const QString &key)
    {
        const QMutexLocker lock(&m_mutex);
        auto &answer = m_all[key];
        const bool isDue = answer.fresh.hasExpired() && !answer.isAsked;
        answer.isAsked = answer.isAsked || isDue;
        return {answer.proxies, isDue};
    }
    void put(const QString &key, const QList<QNetworkProxy> &proxies)
    {
        const QMutexLocker lock(&m_mutex);
        m_all.insert(key, {.proxies = proxies, .fresh = QDeadlineTimer(freshness)});
    }

private:
    QMutex m_mutex;
    QHash<QString, Answer> m_all;
};

class SystemProxy : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        const auto host = query.peerHostName();
        const bool isHere = host == "localhost"_L1 || host.endsWith(".localhost"_L1) || QHostAddress(host).isLoopback();
        if (isHere)
            return {QNetworkProxy::NoProxy};
        const auto key = query.protocolTag() + u' ' + host;
        const auto [known, isDue] = m_answers->take(key);
        if (!isDue)
            return known;
        const auto told = std::make_shared<QSemaphore>();
        QThreadPool::globalInstance()->start([answers = m_answers, told, key, query] {
            answers->put(key, systemProxyForQuery(query));
            told->release();
        });
        // One that was known holds until there is a newer one.
        return told->tryAcquire(1, static_cast<int>(patience.count())) ? m_answers->take(key).first : known;
    }

private:
    std::shared_ptr<Answers> m_answers = std::make_shared<Answers>();
};

} // namespace

void useSystemProxy()
{
    QNetworkProxyFactory::setApplicationProxyFactory(new SystemProxy); // which owns it
}

} // namespace swarm
