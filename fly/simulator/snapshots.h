#pragma once

#include "fly/simulator/response.h"
#include "fly/simulator/world.h"

#include <optional>

namespace swarm::simulator {

//! Makes snapshots and volumes from them, files and all, with the delays that Fly has.
class Snapshots : public QObject
{
    Q_OBJECT

public:
    explicit Snapshots(World &world, QObject *parent);

    //! Begins one, and answers at once.
    Response begin(const Volume &volume);
    //! Those of a volume that have not expired, newest first.
    QJsonArray list(const Volume &volume);

    //! What a new volume is made from; neither: empty.
    struct Origin {
        const Snapshot *snapshot = nullptr;
        const Volume *volume = nullptr;

        int leastGb() const;
    };
    //! The origin that a request names, or why it can't be used.
    std::optional<Response> find(const QJsonObject &request, Origin *origin);
    //! Fills a volume that was just made.
    void fill(Volume &volume, const Origin &origin);

private:
    //! Once an hour: takes those that are due, drops those that have expired.
    void lookAround();
    void takeDaily();
    void dropExpired();
    void advance(const QString &id, std::chrono::milliseconds delay, const QString &status);
    QString folderOf(const Snapshot &snapshot) const;
    QString folderOf(const Volume &volume) const;

    World &m_world;
};

} // namespace swarm::simulator
