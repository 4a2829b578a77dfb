#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrlQuery>

#include <utility>

namespace swarm::simulator {

using Header = std::pair<QByteArray, QByteArray>;

//! One HTTP request as it came. The path is still percent-encoded: decode piece by piece, never as a whole.
struct Request {
    QByteArray method = {};
    QByteArray target = {};
    QList<Header> headers = {};
    QByteArray body = {};
    bool keepAlive = true;

    QByteArray path() const;
    QUrlQuery query() const;
    QString queryValue(const QString &name) const;
    bool queryFlag(const QString &name) const;
    QByteArray header(const QByteArray &name) const;
};

} // namespace swarm::simulator
