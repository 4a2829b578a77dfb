#pragma once

#include <QByteArray>
#include <QIODevice>

#include <algorithm>
#include <cstring>

namespace swarm {

//! A request body that can be read once only.
//!
//! QNetworkAccessManager (Qt 6.4) sends any HTTP/1.1 request, POST and DELETE too, a second time when the connection
//! closes before the answer's headers. It cannot when the body is sequential: then the reply ends with
//! ContentReSendError instead.
class OneShotDevice : public QIODevice
{
    Q_OBJECT

public:
    explicit OneShotDevice(QByteArray content)
        : m_content(std::move(content))
    {
        open(QIODevice::ReadOnly);
    }

    [[nodiscard]] bool isSequential() const override { return true; }
    bool seek(qint64) override { return false; } // QIODevice's own would warn, each time a connection drops
    [[nodiscard]] bool atEnd() const override { return m_read == m_content.size() && QIODevice::atEnd(); }
    [[nodiscard]] qint64 bytesAvailable() const override
    {
        return m_content.size() - m_read + QIODevice::bytesAvailable();
    }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const auto size = std::min<qint64>(most, m_content.size() - m_read);
        if (size == 0)
            return -1;
        std::memcpy(data, m_content.constData() + m_read, static_cast<std::size_t>(size));
        m_read += size;
        return size;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_content;
    qint64 m_read = 0;
};

} // namespace swarm
