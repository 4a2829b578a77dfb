#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>

#include <memory>

//! An answer as it came.
struct PlainReply {
    int status = 0;
    QByteArray body = {};
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QList<QNetworkReply::RawHeaderPair> headers = {};

    // Const, because [] on an object of its own would refer into what is gone.
    const QJsonObject object() const { return QJsonDocument::fromJson(body).object(); }
    const QJsonArray array() const { return QJsonDocument::fromJson(body).array(); }
    QString text(const QString &key) const { return object()[key].toString(); }
    QString errorText() const { return text(QStringLiteral("error")); }
    QByteArray header(const QByteArray &name) const
    {
        for (const auto &[key, value] : headers) {
            if (key.compare(name, Qt::CaseInsensitive) == 0)
                return value;
        }
        return {};
    }
};

//! A plain client, so that a fault of the simulator cannot hide behind one of the real client.
class PlainClient
{
public:
    explicit PlainClient(QUrl base)
        : m_base(std::move(base))
    {
    }

    QNetworkReply *send(const QByteArray &verb, const QString &path, const QByteArray &body = {},
                        const QList<QNetworkReply::RawHeaderPair> &headers = {})
    {
        QNetworkRequest request(QUrl(m_base.toString() + path));
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        if (!token.isEmpty())
            request.setRawHeader("Authorization", token);
        if (!body.isEmpty())
            request.setRawHeader("Content-Type", "application/json");
        for (const auto &[name, value] : headers)
            request.setRawHeader(name, value);
        return m_network.sendCustomRequest(request, verb, body);
    }

    static PlainReply wait(QNetworkReply *pending)
    {
        const std::unique_ptr<QNetworkReply> reply(pending);
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (!reply->isFinished())
            finished.wait(20'000);
        return {.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                .body = reply->readAll(),
                .error = reply->error(),
                .headers = reply->rawHeaderPairs()};
    }

    PlainReply call(const QByteArray &verb, const QString &path, const QByteArray &body = {},
                    const QList<QNetworkReply::RawHeaderPair> &headers = {})
    {
        return wait(send(verb, path, body, headers));
    }
    PlainReply get(const QString &path) { return call("GET", path); }
    PlainReply post(const QString &path, const QJsonObject &body = {})
    {
        return call("POST", path, QJsonDocument(body).toJson(QJsonDocument::Compact));
    }

    QByteArray token = "Bearer fo1_test";

private:
    QUrl m_base;
    QNetworkAccessManager m_network;
};
