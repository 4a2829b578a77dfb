#include "fly/simulator/router.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

void Router::addLater(const QByteArray &method, const QString &route, Kind kind, Handler handler)
{
    m_entries.append(
        {.method = method, .route = route, .pieces = route.split(u'/'), .kind = kind, .handler = std::move(handler)});
}

void Router::add(const QByteArray &method, const QString &route, Kind kind,
                 std::function<Response(const Call &)> handler)
{
    addLater(method, route, kind,
             [handler = std::move(handler)](const Call &call, const Answer &answer) { answer(handler(call)); });
}

void Router::addForm(const QByteArray &method, const QString &route, Kind kind,
                     std::function<Response(const Call &)> handler)
{
    add(method, route, kind, std::move(handler));
    m_entries.last().takesForm = true;
}

const Router::Entry *Router::find(const Request &request, QMap<QString, QString> *names) const
{
    QStringList pieces;
    for (const auto &piece : request.path().split('/'))
        pieces << QUrl::fromPercentEncoding(piece);
    for (const auto &entry : m_entries) {
        if (entry.method != request.method || entry.pieces.size() != pieces.size())
            continue;
        QMap<QString, QString> found;
        bool matches = true;
        for (qsizetype i = 0; matches && i < pieces.size(); ++i) {
            const auto &pattern = entry.pieces[i];
            if (pattern.startsWith(u'{') && !pieces[i].isEmpty())
                found.insert(pattern.mid(1, pattern.size() - 2), pieces[i]);
            else
                matches = pattern == pieces[i];
        }
        if (matches) {
            *names = found;
            return &entry;
        }
    }
    return nullptr;
}

} // namespace swarm::simulator
