#pragma once

#include "fly/httpclient.h"
#include "model/async/taskscope.h"
#include "model/categorylogger.h"

namespace swarm {

class Settings;

//! Asks a release feed, at most once a day and only when the user has allowed it, whether there is a newer version.
//! The feed answers as GitHub's "latest release" does: `tag_name` and `html_url`. Nothing is said about the user.
class UpdateCheck : public QObject
{
    Q_OBJECT

public:
    //! `ours` is a version such as "0.1.0".
    UpdateCheck(Settings &settings, const Clock &clock, QString ours, QObject *parent = nullptr);

    //! Asks if it is allowed and time.
    void consider();

Q_SIGNALS:
    void found(const QString &version, const QUrl &page);

private:
    void read(const Result<HttpReply> &reply);

    Settings &m_settings;
    const Clock &m_clock;
    QString m_ours;
    CategoryLogger m_log{logcategory::app};
    HttpClient m_http;
    TaskScope m_tasks; // last, so that its tasks go before anything they use
};

} // namespace swarm
