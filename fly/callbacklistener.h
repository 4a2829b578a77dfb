#pragma once

#include "model/async/await.h"

#include <QTcpServer>

#include <optional>

namespace swarm {

//! Waits on 127.0.0.1 for the browser to come back with the answer to a sign-in: `/callback?code=..&state=..`.
//!
//! Whatever else comes there, and every answer with another state, is refused and changes nothing.
class CallbackListener : public QObject
{
    Q_OBJECT

public:
    struct Answer {
        QString code = {}; //!< empty: the user said no
    };

    //! `allowedOrigin`: whose page may call us by script.
    CallbackListener(QString state, QString allowedOrigin, QObject *parent = nullptr);

    [[nodiscard]] bool listen();
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] const std::optional<Answer> &answer() const { return m_answer; }

Q_SIGNALS:
    void answered();

private:
    void accept();
    void read(QTcpSocket &socket);
    [[nodiscard]] QByteArray answerTo(const QByteArray &verb, const QByteArray &target);
    [[nodiscard]] QByteArray page(const QByteArray &status, const QByteArray &text) const;

    QString m_state;
    QString m_allowedOrigin;
    QTcpServer m_server;
    std::optional<Answer> m_answer;
};

} // namespace swarm
