#pragma once

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTemporaryDir>

//! A certificate for 127.0.0.1 that nobody trusts yet, made by openssl.
class TestCertificate
{
public:
    TestCertificate()
    {
        const auto key = m_folder.filePath(QStringLiteral("key.pem"));
        const auto chain = m_folder.filePath(QStringLiteral("cert.pem"));
        const auto arguments = QStringLiteral("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes "
                                              "-days 30 -subj /CN=swarm-test -addext subjectAltName=IP:127.0.0.1");
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"),
                      arguments.split(u' ') << QStringLiteral("-keyout") << key << QStringLiteral("-out") << chain);
        openssl.waitForFinished();
        m_certificates = QSslCertificate::fromPath(chain);
        QFile file(key);
        if (file.open(QIODevice::ReadOnly))
            m_key = QSslKey(&file, QSsl::Ec);
    }

    [[nodiscard]] bool isThere() const { return !m_certificates.isEmpty() && !m_key.isNull(); }
    //! What a server shows that has it.
    [[nodiscard]] QSslConfiguration server() const
    {
        auto configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificateChain(m_certificates);
        configuration.setPrivateKey(m_key);
        return configuration;
    }
    //! What a client has that trusts it, beside all that it trusts anyway.
    [[nodiscard]] QSslConfiguration trusting() const
    {
        auto configuration = QSslConfiguration::defaultConfiguration();
        configuration.addCaCertificates(m_certificates);
        return configuration;
    }

private:
    QTemporaryDir m_folder;
    QList<QSslCertificate> m_certificates;
    QSslKey m_key;
};
