#include "app/updatecheck.h"

#include "model/settings.h"

#include <QJsonDocument>
#include <QVersionNumber>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

QVersionNumber versionFrom(QString text)
{
    if (text.startsWith(u'v'))
        text.remove(0, 1);
    return QVersionNumber::fromString(text);
}

} // namespace

UpdateCheck::UpdateCheck(Settings &settings, const Clock &clock, QString ours, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_clock(clock)
    , m_ours(std::move(ours))
    , m_http(clock)
{
}

void UpdateCheck::consider()
{
    if (!m_settings.preferences().looksForUpdates)
        return;
    const auto feed = m_settings.releaseFeed();
    const auto now = m_clock.now();
    const auto last = m_settings.updatesLookedForAt();
    const bool isTime = !last.isValid() || last.secsTo(now) >= std::chrono::seconds(24h).count();
    if (feed.isEmpty() || !isTime || !m_tasks.isIdle())
        return;
    m_settings.setUpdatesLookedForAt(now);
    HttpRequest request{.url = feed, .headers = {{"Accept"_ba, "application/json"_ba}}};
    m_tasks.launch(m_http.send(std::move(request)), [this](const Result<HttpReply> &reply) { read(reply); });
}

void UpdateCheck::read(const Result<HttpReply> &reply)
{
    if (!reply || reply->status / 100 != 2) {
        m_log.info(u"release feed"_s, {{u"answered"_s, reply ? reply->status : 0}});
        return; // tomorrow, then
    }
    const auto json = QJsonDocument::fromJson(reply->body);
    const auto version = versionFrom(json["tag_name"_L1].toString());
    const QUrl page(json["html_url"_L1].toString(), QUrl::StrictMode);
    if (!version.isNull() && version > versionFrom(m_ours) && page.scheme() == "https"_L1)
        Q_EMIT found(version.toString(), page);
}

} // namespace swarm
