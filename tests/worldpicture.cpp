#include "tests/worldpicture.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QString text(const QJsonValue &json)
{
    const auto document = json.isArray() ? QJsonDocument(json.toArray()) : QJsonDocument(json.toObject());
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

bool isOver(const QJsonObject &machine)
{
    const auto state = machine["state"_L1].toString();
    return state == "destroyed"_L1 || state == "migrated"_L1;
}

bool isLive(const QJsonObject &volume)
{
    static const QStringList dying{u"scheduling_destroy"_s, u"fork_cleanup"_s, u"waiting_for_detach"_s,
                                   u"pending_destroy"_s,    u"destroying"_s,   u"destroyed"_s};
    return !dying.contains(volume["state"_L1].toString());
}

//! Which image, not how exactly it is written down.
QString imageOf(const QJsonObject &config)
{
    return config["image"_L1].toString().section(u'@', 0, 0);
}

QString volumeIdOf(const QJsonObject &machine)
{
    return machine["config"_L1]["mounts"_L1][0]["volume"_L1].toString();
}

} // namespace

WorldPicture::WorldPicture(const QJsonObject &state, const QSet<QString> &known)
    : m_known(known)
{
    addApps(state);
    for (const auto &value : state["volumes"_L1].toArray()) {
        if (isLive(value.toObject())) {
            m_volumes.push_back(value.toObject());
            m_liveVolumes.insert(value["id"_L1].toString());
        }
    }
    addMachines(state);
    addVolumes();
    for (const auto &value : state["snapshots"_L1].toArray())
        m_snapshots << u"snapshot of %1, %2"_s.arg(named(value["volume"_L1].toString()), value["status"_L1].toString());
}

QSet<QString> WorldPicture::idsIn(const QJsonObject &state)
{
    QSet<QString> ids;
    for (const auto &list : {u"apps"_s, u"machines"_s, u"volumes"_s, u"snapshots"_s}) {
        for (const auto &value : state[list].toArray()) {
            ids << value["id"_L1].toString();
            ids << value["config"_L1]["metadata"_L1]["remote_swarm_id"_L1].toString();
        }
    }
    return ids;
}

bool WorldPicture::isAtRest(const QJsonObject &state)
{
    static const QStringList passing{u"creating"_s,   u"starting"_s,      u"stopping"_s,  u"restarting"_s,
                                     u"suspending"_s, u"replacing"_s,     u"updating"_s,  u"destroying"_s,
                                     u"hydrating"_s,  u"launch_failed"_s, u"extending"_s, u"restoring"_s,
                                     u"waiting"_s,    u"running"_s};
    const auto rests = [&state](const QString &list, const QString &member) {
        const auto things = state[list].toArray();
        return std::ranges::none_of(things, [&](const auto &it) { return passing.contains(it[member].toString()); });
    };
    return rests(u"machines"_s, u"state"_s) && rests(u"volumes"_s, u"state"_s) && rests(u"snapshots"_s, u"status"_s);
}

void WorldPicture::addApps(const QJsonObject &state)
{
    for (const auto &value : state["apps"_L1].toArray()) {
        const auto app = value.toObject();
        const auto name = app["name"_L1].toString();
        QStringList addresses;
        for (const auto &address : app["addresses"_L1].toArray())
            addresses << address["type"_L1].toString();
        addresses.sort();
        const auto password = app["secrets"_L1]["PASSWORD"_L1]["value"_L1].toString();
        const auto line =
            u"app %1 %2 [%3] password %4"_s.arg(named(app["id"_L1].toString()), name, addresses.join(u' '), password);
        m_apps.push_back(app);
        m_things.push_back({.id = app["id"_L1].toString(), .app = name, .line = line});
    }
}

void WorldPicture::addMachines(const QJsonObject &state)
{
    for (const auto &value : state["machines"_L1].toArray()) {
        const auto machine = value.toObject();
        if (isOver(machine))
            continue;
        m_machines.push_back(machine);
        const auto id = machine["id"_L1].toString();
        const auto config = machine["config"_L1].toObject();
        auto metadata = config["metadata"_L1].toObject();
        metadata.remove(u"remote_swarm_images"_s); // what it remembers does no harm
        metadata[u"remote_swarm_id"_s] = named(metadata["remote_swarm_id"_L1].toString());
        const auto volume = volumeOf(machine);
        const auto disk = u"%1 %2 GB %3"_s.arg(named(volumeIdOf(machine)))
                              .arg(volume["size_gb"_L1].toInt())
                              .arg(volume["region"_L1].toString());
        const auto word = machine["state"_L1].toString();
        if (word == "started"_L1)
            m_running.insert(id);
        const QStringList pieces{named(id),
                                 machine["app"_L1].toString(),
                                 word,
                                 machine["region"_L1].toString(),
                                 machine["cordoned"_L1].toBool() ? u"cordoned"_s : u"open"_s,
                                 imageOf(config),
                                 text(config["guest"_L1]),
                                 text(config["env"_L1]),
                                 text(config["services"_L1]),
                                 text(metadata),
                                 u"password "_s + machine["secrets"_L1]["PASSWORD"_L1].toString(),
                                 disk};
        m_things.push_back(
            {.id = id, .app = machine["app"_L1].toString(), .line = u"machine "_s + pieces.join(u", "_s)});
    }
}

void WorldPicture::addVolumes()
{
    for (const auto &volume : m_volumes) {
        const auto id = volume["id"_L1].toString();
        const bool isHeld = std::ranges::any_of(m_machines, [&](const auto &it) { return volumeIdOf(it) == id; });
        const auto line = u"%1 volume %2 of %3, %4 GB, %5"_s
                              .arg(isHeld ? u"held"_s : u"loose"_s, named(id), volume["app"_L1].toString())
                              .arg(volume["size_gb"_L1].toInt())
                              .arg(volume["region"_L1].toString());
        m_things.push_back({.id = id, .app = volume["app"_L1].toString(), .line = line});
    }
}

QStringList WorldPicture::lines(bool withSnapshots) const
{
    QStringList lines;
    for (const auto &thing : m_things)
        lines << thing.line;
    if (withSnapshots)
        lines << m_snapshots;
    lines.sort();
    return lines;
}

std::vector<WorldPicture::Thing> WorldPicture::newThings() const
{
    std::vector<Thing> found;
    std::ranges::copy_if(m_things, std::back_inserter(found),
                         [this](const Thing &thing) { return !m_known.contains(thing.id); });
    return found;
}

QJsonObject WorldPicture::inRole(const QString &name, const QString &role, const QString &rather) const
{
    QJsonObject found;
    for (const auto &machine : m_machines) {
        const auto metadata = machine["config"_L1]["metadata"_L1];
        const bool isIt =
            metadata["remote_swarm_name"_L1].toString() == name && metadata["remote_swarm_role"_L1].toString() == role;
        if (isIt && (found.isEmpty() || machine["id"_L1].toString() == rather))
            found = machine;
    }
    return found;
}

QJsonObject WorldPicture::current(const QString &name, const QString &rather) const
{
    return inRole(name, u"current"_s, rather);
}

QJsonObject WorldPicture::previous(const QString &name) const
{
    return inRole(name, u"previous"_s, {});
}

QJsonObject WorldPicture::volumeOf(const QJsonObject &machine) const
{
    const auto id = volumeIdOf(machine);
    const auto found = std::ranges::find_if(m_volumes, [&](const auto &it) { return it["id"_L1].toString() == id; });
    return found == m_volumes.end() ? QJsonObject() : *found;
}

QJsonObject WorldPicture::app(const QString &name) const
{
    const auto found = std::ranges::find_if(m_apps, [&](const auto &it) { return it["name"_L1].toString() == name; });
    return found == m_apps.end() ? QJsonObject() : *found;
}
