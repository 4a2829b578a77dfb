#pragma once

#include <QByteArrayList>
#include <QElapsedTimer>
#include <QHash>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QUrl>

class QSslSocket;

//! As much of HTTP/2 as it takes to receive requests whole, and then to treat them badly. It counts them by their
//! streams and does not read their headers.
class Http2Server : public QTcpServer
{
    Q_OBJECT

public:
    enum class Behaviour {
        Close, //!< the connection, without a word
        ResetStream, //!< RST_STREAM, as a server that broke
        GoAway, //!< GOAWAY that names the request as not begun, and closes
        Answer, //!< 200, whole and empty
        CutAnswer, //!< 200 and half a body, then RST_STREAM
    };

    struct Seen {
        qint64 at = 0; //!< ms
        qsizetype bodySize = 0;
        bool isWhole = false;
    };

    Http2Server(QSslConfiguration tls, Behaviour behaviour);

    [[nodiscard]] QUrl url(const QString &path = {}) const;
    [[nodiscard]] const std::vector<Seen> &requests() const { return m_requests; }
    //! One for each connection that got through its handshake.
    [[nodiscard]] const QByteArrayList &protocols() const { return m_protocols; }
    //! Everything that clients sent inside TLS.
    [[nodiscard]] qint64 bytesRead() const { return m_bytesRead; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    struct Frame {
        quint8 type = 0;
        quint8 flags = 0;
        quint32 stream = 0;
        QByteArray payload = {};
    };
    struct Connection {
        QByteArray buffer = {};
        bool hasPreface = false;
        QHash<quint32, std::size_t> streams = {}; //!< to their requests
    };

    void read(QSslSocket &socket, Connection *connection);
    void handle(QSslSocket &socket, Connection *connection, const Frame &frame);
    void treat(QSslSocket &socket, quint32 stream);
    static void send(QSslSocket &socket, const Frame &frame);

    QSslConfiguration m_tls;
    Behaviour m_behaviour;
    QElapsedTimer m_elapsed;
    std::vector<Seen> m_requests;
    QByteArrayList m_protocols;
    qint64 m_bytesRead = 0;
};
