#include "fly/orphanrules.h"

#include "fly/machineconfig.h"
#include "model/compatibility.h"
#include "model/instance.h"
#include "model/prices.h"

#include <QMap>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

using Kind = Orphan::Kind;
using Reason = Orphan::Reason;

constexpr std::chrono::seconds youth = 15min; //!< what is younger may be part of something under way
constexpr double bytesPerGb = 1024.0 * 1024 * 1024;

QString metadataOf(const Machine &machine, const char *key)
{
    return machine.config["metadata"_L1][QLatin1StringView(key)].toString();
}

QDateTime later(const QDateTime &one, const QDateTime &other)
{
    return !one.isValid() || (other.isValid() && other > one) ? other : one;
}

bool isHostAway(const QString &hostStatus)
{
    return !hostStatus.isEmpty() && hostStatus != "ok"_L1;
}

bool isCopy(const Machine &machine)
{
    const auto role = roleOf(machine);
    return isOurs(machine) && (role == "candidate"_L1 || role == "previous"_L1);
}

//! Judges the things in one app, one after the other.
class AppRules
{
public:
    AppRules(const AppSurvey &app, const OrganizationSurvey &all, const Holdings &held)
        : m_app(app)
        , m_all(all)
        , m_held(held)
    {
        for (const auto &machine : app.machines) {
            if (!isGone(machine))
                continue;
            m_lastDestruction = later(m_lastDestruction, machine.updatedAt);
        }
    }

    std::vector<Orphan> orphans()
    {
        for (const auto &machine : m_app.machines)
            judge(machine);
        for (const auto &volume : m_app.volumes)
            judge(volume);
        if (!hasMachines(m_app)) {
            for (const auto &address : m_app.addresses)
                judge(address);
        }
        if (isEmpty(m_app))
            judgeApp();
        return m_orphans;
    }

private:
    void judge(const Machine &machine)
    {
        const auto disk = diskOf(machine, m_app.volumes);
        const bool isHeld = m_held.machines.contains(machine.id) || (!disk.isEmpty() && m_held.volumes.contains(disk));
        if (isGone(machine) || !swarm::isOurs(machine) || isHeld || (!isCopy(machine) && !disk.isEmpty()))
            return;
        const auto status = statusOf(machine.state);
        Orphan orphan{.kind = !isCopy(machine)               ? Kind::MachineWithoutDisk
                          : roleOf(machine) == "previous"_L1 ? Kind::Previous
                                                             : Kind::Candidate,
                      .id = machine.id,
                      .region = machine.region,
                      .instance = metadataOf(machine, metadata::name),
                      .disk = disk,
                      .createdAt = machine.createdAt,
                      .reason = reasonOf(machine, disk)};
        if (const auto *volume = volumeOf(disk)) {
            orphan.sizeGb = volume->sizeGb;
            orphan.perMonth = diskPerMonth(volume->sizeGb);
        }
        if (status == Status::Running)
            orphan.perMonth += computePerMonth(sizeOf(machine), machine.region);
        else
            orphan.isAtLeast = true; // the image's own files, whose size Fly.io does not tell
        add(std::move(orphan), later(machine.createdAt, machine.updatedAt));
    }

    void judge(const Volume &volume)
    {
        if (volume.isDying() || isMounted(volume) || m_held.volumes.contains(volume.id))
            return;
        add({.kind = Kind::Disk,
             .id = volume.id,
             .region = volume.region,
             .instance = lastInstance(),
             .sizeGb = volume.sizeGb,
             .perMonth = diskPerMonth(volume.sizeGb),
             .createdAt = volume.createdAt,
             .reason = reasonOf(volume)},
            later(volume.createdAt, m_lastDestruction));
    }

    void judge(const IpAssignment &address)
    {
        const bool isEgress = address.type.startsWith("egress_"_L1);
        const bool isV4 = !address.ip.contains(u':'); // of a pair only one is billed
        if (address.isShared || !isV4 || address.type == "shared_v4"_L1)
            return;
        add({.kind = Kind::Address,
             .id = address.ip,
             .region = isEgress ? address.region : QString(),
             .instance = lastInstance(),
             .perMonth = isEgress ? egressAddressPerMonth() : dedicatedV4PerMonth(),
             .createdAt = address.createdAt,
             .reason = reasonOf(address)},
            later(address.createdAt, m_lastDestruction));
    }

    void judgeApp()
    {
        auto oldest = m_app.createdAt;
        auto newest = m_app.createdAt;
        const auto note = [&](const QDateTime &time) {
            oldest = time.isValid() && (!oldest.isValid() || time < oldest) ? time : oldest;
            newest = later(newest, time);
        };
        for (const auto &machine : m_app.machines) {
            note(machine.createdAt);
            note(machine.updatedAt);
        }
        for (const auto &volume : m_app.volumes)
            note(volume.createdAt);
        for (const auto &address : m_app.addresses)
            note(address.createdAt);

        Orphan orphan{.kind = m_app.hasSnapshots ? Kind::KeptSnapshot : Kind::EmptyApp,
                      .id = m_app.app.name,
                      .instance = lastInstance(),
                      .createdAt = oldest,
                      .reason = reasonOfApp(oldest)};
        if (m_app.hasSnapshots) { // part of the organization's allowance, of which others may have made use
            orphan.perMonth = snapshotsPerMonth(static_cast<double>(m_app.snapshotBytes) / bytesPerGb);
            orphan.isAtLeast = true;
        }
        add(std::move(orphan), newest);
    }

    //! The reasons that go before all others; nothing when there is none of them.
    [[nodiscard]] std::optional<Reason> doubtAbout(const QString &region, const QString &hostStatus) const
    {
        if (m_all.silentRegions.contains(region))
            return Reason::RegionSilent;
        if (!m_app.isConfirmed || isHostAway(hostStatus))
            return Reason::Unconfirmed;
        return {};
    }

    //! The same for what lies in no region: a machine that would use it may be in a silent one.
    [[nodiscard]] std::optional<Reason> doubtAboutApp() const
    {
        if (!m_all.silentRegions.isEmpty())
            return Reason::RegionSilent;
        return doubtAbout({}, {});
    }

    [[nodiscard]] Reason reasonOf(const Machine &machine, const QString &disk) const
    {
        if (const auto doubt = doubtAbout(machine.region, machine.hostStatus))
            return *doubt;
        if (!isCompatibleVersion(metadataOf(machine, metadata::version), QLatin1StringView(SWARM_VERSION)))
            return Reason::TooNew;
        const auto status = statusOf(machine.state);
        const bool isResting = isAsleep(status) || status == Status::Failed || machine.state == "created"_L1;
        if (!isCopy(machine) && (!isResting || !hasSuccessor(machine, false)))
            return Reason::IsInstance;
        if (isCopy(machine) && !machine.isCordoned)
            return Reason::TakesVisits;
        if (roleOf(machine) == "previous"_L1 && !isResting)
            return Reason::IsRunning;
        if (!isResting && status != Status::Running) // on its way somewhere
            return Reason::Unconfirmed;
        if (!machine.createdAt.isValid())
            return Reason::AgeUnknown;
        return hasSuccessor(machine, !disk.isEmpty()) ? Reason::Replaced : Reason::OnlyCopy;
    }

    [[nodiscard]] Reason reasonOf(const Volume &volume) const
    {
        if (const auto doubt = doubtAbout(volume.region, volume.hostStatus))
            return *doubt;
        if (!volume.attachedMachine.isEmpty() || volume.state != "created"_L1)
            return Reason::Unconfirmed;
        if (!isOurs(volume))
            return Reason::Foreign;
        if (!volume.createdAt.isValid())
            return Reason::AgeUnknown;
        if (volume.bytesTotal == 0 && m_app.app.status == "pending"_L1 && m_app.machines.empty())
            return Reason::NeverUsed; // no machine was ever there to write to it
        const bool isReplaced = std::ranges::any_of(m_app.machines, [this](const Machine &machine) {
            return isLiving(machine) && !mountedVolume(machine).isEmpty();
        });
        return isReplaced ? Reason::Replaced : Reason::OnlyCopy;
    }

    [[nodiscard]] Reason reasonOf(const IpAssignment &address) const
    {
        if (const auto doubt = doubtAboutApp())
            return *doubt;
        if (!isAppOurs())
            return Reason::Foreign;
        return address.createdAt.isValid() ? Reason::NoMachine : Reason::AgeUnknown;
    }

    [[nodiscard]] Reason reasonOfApp(const QDateTime &createdAt) const
    {
        if (const auto doubt = doubtAboutApp())
            return *doubt;
        if (!isAppOurs())
            return Reason::Foreign;
        if (m_app.hasSnapshots)
            return Reason::HoldsSnapshots;
        const bool hadMachines = m_app.app.status != "pending"_L1 || !m_app.machines.empty();
        if (hadMachines || !m_app.volumes.empty())
            return Reason::MayHoldSnapshots;
        // All we ever put into an app before its machine.
        if (std::ranges::any_of(m_app.secrets, [](const QString &name) { return name != "PASSWORD"_L1; }))
            return Reason::Foreign;
        return createdAt.isValid() ? Reason::NeverUsed : Reason::AgeUnknown;
    }

    //! Whether the instance that the machine was made for lives on with another machine that is well.
    [[nodiscard]] bool hasSuccessor(const Machine &machine, bool withDisk) const
    {
        const auto id = instanceIdOf(machine);
        const auto succeeds = [&](const Machine &other) {
            const bool hasDisk = !mountedVolume(other).isEmpty();
            return other.id != machine.id && !id.isEmpty() && instanceIdOf(other) == id && isLiving(other)
                && (hasDisk || (!withDisk && isCopy(machine)));
        };
        return std::ranges::any_of(m_app.machines, succeeds) || std::ranges::any_of(m_app.elsewhere, succeeds);
    }

    //! Somebody's instance, and well enough to count on.
    [[nodiscard]] bool isLiving(const Machine &machine) const
    {
        const auto status = statusOf(machine.state);
        return isInstance(machine) && !isHostAway(machine.hostStatus) && !m_all.silentRegions.contains(machine.region)
            && (isAsleep(status) || status == Status::Running || status == Status::Starting);
    }

    [[nodiscard]] bool isMounted(const Volume &volume) const
    {
        return std::ranges::any_of(m_app.machines, [&](const Machine &machine) {
            return !isGone(machine) && (machine.id == volume.attachedMachine || mountedVolume(machine) == volume.id);
        });
    }

    //! We give each app a network of its own, and a password; a machine of ours in it is better still.
    [[nodiscard]] bool isAppOurs() const
    {
        return m_app.app.network == m_app.app.name
            || std::ranges::any_of(m_app.machines, [](const Machine &machine) { return swarm::isOurs(machine); });
    }

    //! Volumes carry nothing but a name, an app, and whoever mounted them.
    [[nodiscard]] bool isOurs(const Volume &volume) const
    {
        const auto isMadeBy = [&](const Machine &machine) {
            const auto name = metadataOf(machine, metadata::name);
            return swarm::isOurs(machine)
                && (mountedVolume(machine) == volume.id || (!name.isEmpty() && volume.name == volumeNameFor(name)));
        };
        if (std::ranges::any_of(m_app.machines, isMadeBy))
            return true;
        constexpr auto suffix = 5; // "-" and 4 characters, for names that were taken
        const auto &app = m_app.app.name;
        return isAppOurs()
            && (volume.name == volumeNameFor(app)
                || volume.name == volumeNameFor(app.chopped(std::min<qsizetype>(suffix, app.size()))));
    }

    [[nodiscard]] const Volume *volumeOf(const QString &id) const
    {
        const auto found = std::ranges::find(m_app.volumes, id, &Volume::id);
        return id.isEmpty() || found == m_app.volumes.end() ? nullptr : &*found;
    }

    [[nodiscard]] static Size sizeOf(const Machine &machine)
    {
        const auto guest = machine.config["guest"_L1];
        const bool isShared = guest["cpu_kind"_L1].toString() != "performance"_L1;
        return {.cpuKind = isShared ? CpuKind::Shared : CpuKind::Performance,
                .cpus = guest["cpus"_L1].toInt(),
                .memoryMb = guest["memory_mb"_L1].toInt()};
    }

    //! The name of the instance that is or was in the app.
    [[nodiscard]] QString lastInstance() const
    {
        QString name;
        for (const auto &machine : m_app.machines) {
            if (const auto own = metadataOf(machine, metadata::name); !own.isEmpty())
                name = own;
        }
        return name;
    }

    void add(Orphan orphan, const QDateTime &since)
    {
        if (since.isValid() && since.secsTo(m_all.now) < youth.count())
            return;
        orphan.organization = m_all.organization;
        orphan.app = m_app.app.name;
        m_orphans.push_back(std::move(orphan));
    }

    const AppSurvey &m_app;
    const OrganizationSurvey &m_all;
    const Holdings &m_held;
    QDateTime m_lastDestruction; //!< of a machine in the app: what it leaves behind is an orphan since then
    std::vector<Orphan> m_orphans;
};

} // namespace

bool isOurs(const Machine &machine)
{
    return !metadataOf(machine, metadata::schema).isEmpty();
}

bool isGone(const Machine &machine)
{
    return statusOf(machine.state) == Status::Deleted || machine.state == "migrated"_L1;
}

bool hasMachines(const AppSurvey &app)
{
    return !std::ranges::all_of(app.machines, isGone);
}

bool isEmpty(const AppSurvey &app)
{
    return !hasMachines(app) && std::ranges::all_of(app.volumes, &Volume::isDying);
}

bool needsSuccessor(const Machine &machine, const std::vector<Volume> &volumes)
{
    return isOurs(machine) && !isGone(machine) && (isCopy(machine) || diskOf(machine, volumes).isEmpty());
}

QString diskOf(const Machine &machine, const std::vector<Volume> &volumes)
{
    const auto mounted = mountedVolume(machine);
    const auto holds = [&](const Volume &volume) {
        return !volume.isDying() && (volume.id == mounted || volume.attachedMachine == machine.id);
    };
    const auto found = std::ranges::find_if(volumes, holds);
    return found == volumes.end() ? QString() : found->id;
}

QStringList suspiciousApps(const OrganizationSurvey &all, const Holdings &held)
{
    QSet<QString> apps;
    QSet<QString> withMachines;
    QSet<QString> machines;
    QSet<QString> withDisk;
    for (const auto &machine : all.machines) {
        if (isGone(machine))
            continue;
        machines.insert(machine.id);
        withMachines.insert(machine.app);
    }
    for (const auto &volume : all.volumes) {
        if (volume.isDying())
            continue;
        if (!machines.contains(volume.attachedMachine))
            apps.insert(volume.app);
        withDisk.insert(volume.attachedMachine);
    }
    for (const auto &machine : all.machines) {
        if (!isGone(machine) && isOurs(machine) && (isCopy(machine) || !withDisk.contains(machine.id)))
            apps.insert(machine.app);
    }
    for (const auto &app : all.apps) {
        if (!withMachines.contains(app.name))
            apps.insert(app.name);
    }
    for (const auto &app : held.apps)
        apps.remove(app);
    auto sorted = apps.values();
    sorted.sort();
    return sorted;
}

AppSurvey surveyOf(const QString &app, const OrganizationSurvey &all)
{
    AppSurvey survey{.app = {.name = app}};
    const auto isIn = [&app](const auto &thing) { return thing.app == app; };
    std::ranges::copy_if(all.machines, std::back_inserter(survey.machines), isIn);
    std::ranges::copy_if(all.volumes, std::back_inserter(survey.volumes), isIn);
    if (const auto found = std::ranges::find(all.apps, app, &FlyApp::name); found != all.apps.end())
        survey.app = *found;
    return survey;
}

bool agree(const AppSurvey &own, const OrganizationSurvey &all)
{
    const auto listed = surveyOf(own.app.name, all);
    const auto machinesIn = [](const AppSurvey &survey) {
        QSet<QString> ids;
        for (const auto &machine : survey.machines) {
            if (!isGone(machine))
                ids.insert(machine.id);
        }
        return ids;
    };
    const auto volumesIn = [](const AppSurvey &survey) {
        QMap<QString, QString> holders;
        for (const auto &volume : survey.volumes) {
            if (!volume.isDying())
                holders.insert(volume.id, volume.attachedMachine);
        }
        return holders;
    };
    // The list of apps counts, too; whether what goes away is counted is not known.
    const auto isCounted = [](int count, std::size_t seen) { return count <= static_cast<int>(seen); };
    return machinesIn(own) == machinesIn(listed) && volumesIn(own) == volumesIn(listed)
        && isCounted(listed.app.machineCount, own.machines.size())
        && isCounted(listed.app.volumeCount, own.volumes.size());
}

std::vector<Orphan> orphansIn(const AppSurvey &app, const OrganizationSurvey &all, const Holdings &held)
{
    if (app.isLeased || held.apps.contains(app.app.name))
        return {};
    return AppRules(app, all, held).orphans();
}

} // namespace swarm
