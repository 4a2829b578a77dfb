#pragma once

#include "fly/simulator/call.h"

#include <QList>

#include <functional>

namespace swarm::simulator {

//! Which function serves which method and path. Paths are patterns such as `/v1/apps/{app}/machines/{id}`.
class Router
{
public:
    //! What a route does to the world; decides about rights, leases and rate limits.
    enum class Kind { Open, Read, Listing, GetMachine, Wait, Write, LeaseWrite };
    using Handler = std::function<void(const Call &, const Answer &)>;

    struct Entry {
        QByteArray method;
        QString route;
        QStringList pieces;
        Kind kind;
        Handler handler;
        bool takesForm = false;
    };

    void addLater(const QByteArray &method, const QString &route, Kind kind, Handler handler);
    void add(const QByteArray &method, const QString &route, Kind kind, std::function<Response(const Call &)> handler);
    //! The body is a form, which the handler reads itself; that of all others is JSON, whatever the request calls it.
    void addForm(const QByteArray &method, const QString &route, Kind kind,
                 std::function<Response(const Call &)> handler);

    //! The entry for a request, with its names filled in; null for an unknown path or a wrong method.
    const Entry *find(const Request &request, QMap<QString, QString> *names) const;

private:
    QList<Entry> m_entries;
};

} // namespace swarm::simulator
