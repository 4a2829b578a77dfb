#include "app/thrift.h"

#include <chrono>

#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr auto settling = 2s; //!< answers are taken apart by other threads
constexpr std::chrono::milliseconds rarely = 10min; //!< as often as everything is listed

} // namespace

Thrift::Thrift(QObject *parent)
    : QObject(parent)
{
    m_due.setSingleShot(true);
    m_due.setInterval(settling);
    connect(&m_due, &QTimer::timeout, this, &Thrift::giveBack);
}

void Thrift::prepare()
{
#ifdef __GLIBC__
    mallopt(M_ARENA_MAX, 2);
#endif
}

void Thrift::setHidden(bool isHidden)
{
    m_isHidden = isHidden;
    if (isHidden)
        m_due.start();
    else
        m_due.stop();
}

void Thrift::consider()
{
    const bool isTime = !m_lastTime.isValid() || m_lastTime.hasExpired(rarely.count());
    if (m_isHidden && isTime && !m_due.isActive())
        m_due.start();
}

void Thrift::giveBack()
{
    m_lastTime.start();
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

} // namespace swarm
