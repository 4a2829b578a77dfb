#pragma once

#include "model/provider.h"

#include <functional>
#include <map>
#include <set>
#include <vector>

//! A second cloud, held in memory: boxes with a drawer each stand in places. A box wears a tag and has a lock; a drawer
//! can be copied. There are no apps, no machines and no addresses, and its words for states are its own.
//!
//! Every request to it takes a moment, and any one of them can be made to fail or to be the last thing that happens.
class PaperProvider : public swarm::Provider
{
public:
    //! What a box is like; each change of it makes a new version.
    struct Shape {
        swarm::Size size = {};
        swarm::Image image = {};
        swarm::IdleRule idle = {};
        QMap<QString, QString> env = {};

        bool operator==(const Shape &) const = default;
    };
    enum class Role { Present, Candidate, Previous };
    struct Box {
        QString id = {};
        swarm::InstanceId owner = {};
        QString tag = {};
        QString place = {};
        QString drawer = {};
        Role role = Role::Present;
        swarm::Status status = swarm::Status::Stopped;
        std::vector<Shape> shapes = {}; //!< the last is the present one
        QDateTime madeAt = {};
        QDateTime changedAt = {};
    };
    struct Drawer {
        QString id = {};
        swarm::InstanceId owner = {};
        QString place = {};
        int sizeGb = 0;
        QByteArray contents = {};
    };
    struct Copy {
        QString id = {};
        swarm::InstanceId owner = {};
        Drawer of = {};
        int keptDays = 0;
        QDateTime at = {};
    };

    //! How an instance is reached, and by what names.
    struct Door {
        std::vector<swarm::Address> ways = {{.kind = swarm::Address::Kind::SharedV4, .ip = QStringLiteral("slot")}};
        std::vector<swarm::Domain> names = {};
    };

    // What there is; tests may look and meddle.
    std::map<QString, Box> boxes;
    std::map<QString, Drawer> drawers;
    std::map<QString, Copy> copies;
    std::map<swarm::InstanceId, QString> locks;
    std::map<swarm::InstanceId, Door> doors;
    std::set<QString> fullPlaces;
    bool breaksNextChange = false; //!< the next changed box does not come up

    //! The request with this number, counted from here and 1, fails without doing anything.
    void failAt(int request);
    //! The request with this number does what it should, and its answer never comes; `then` happens instead.
    void cutOffAt(int request, std::function<void()> then);
    //! Requests since failAt(), cutOffAt() or the beginning.
    [[nodiscard]] int requests() const { return m_requests; }
    [[nodiscard]] bool isEmpty() const;

    [[nodiscard]] swarm::Task<swarm::Result<swarm::FleetReply>> list(swarm::FleetQuery query) override;
    [[nodiscard]] swarm::Task<swarm::Result<swarm::Instance>> inspect(swarm::Instance known) override;
    [[nodiscard]] swarm::Task<swarm::Result<swarm::RegionList>> regions() override;
    [[nodiscard]] swarm::Task<swarm::Result<QStringList>> regionsWithRoom(swarm::RoomRequest request) override;
    [[nodiscard]] swarm::Task<swarm::Result<std::vector<swarm::DiskSnapshot>>>
    snapshots(swarm::Instance instance) override;
    [[nodiscard]] swarm::Task<swarm::Result<std::vector<swarm::EarlierVersion>>>
    earlierVersions(swarm::Instance instance) override;
    [[nodiscard]] swarm::Task<swarm::Result<std::vector<swarm::PreviousCopy>>>
    previousCopies(swarm::Instance instance) override;
    [[nodiscard]] swarm::Task<swarm::Result<QMap<QString, QString>>> environment(swarm::Instance instance) override;
    [[nodiscard]] swarm::Task<swarm::Result<QString>> findPassword(swarm::Instance instance) override;
    [[nodiscard]] swarm::Task<swarm::Result<swarm::Instance>> create(swarm::InstanceSpec spec,
                                                                     swarm::Progress progress) override;
    [[nodiscard]] swarm::Task<swarm::Result<swarm::Instance>> clone(swarm::Instance source, swarm::InstanceSpec spec,
                                                                    swarm::Progress progress) override;
    [[nodiscard]] swarm::Task<swarm::Result<swarm::Outcome>> start(swarm::Instance instance,
                                                                   swarm::Progress progress) override;
    [[nodiscard]] swarm::Task<swarm::Result<swarm::Outcome>> stop(swarm::Instance instance, swarm::StopManner manner,
                                                                  swarm::Progress progress) override;
    [[nodiscard]] swarm::Task<swarm::Result<swarm::Outcome>> suspend(swarm::Instance instance,
                                                                     swarm::Progress progress) override;
    [[nodiscard]] swarm::Task<swarm::Result<swarm::Outcome>> restart(swarm::Instance instance,
                                                                     swarm::Progress progress) override;
    [[nodiscard]] swarm::Task<swarm::Result<void>> waitForEditor(swarm::Instance instance,
                                                                 swarm::Progress progress) override;
    [[nodiscard]] swarm::Task<swarm::Result<swarm::Outcome>>
    change(swarm::Instance instance, swarm::InstanceChange change, swarm::Progress progress) override;
    [[nodiscard]] swarm::Task<swarm::Result<swarm::Outcome>> rollBack(swarm::Instance instance, QString version,
                                                                      swarm::RollBackManner manner,
                                                                      swarm::Progress progress) override;
    [[nodiscard]] swarm::Task<swarm::Result<swarm::Outcome>> rename(swarm::Instance instance, QString name,
                                                                    swarm::Progress progress) override;
    [[nodiscard]] swarm::Task<swarm::Result<swarm::Outcome>> setPassword(swarm::Instance instance, QString password,
                                                                         swarm::Progress progress) override;
    [[nodiscard]] swarm::Task<swarm::Result<swarm::Outcome>> extendDisk(swarm::Instance instance, int sizeGb,
                                                                        swarm::Progress progress) override;
    [[nodiscard]] swarm::Task<swarm::Result<swarm::DiskSnapshot>> takeSnapshot(swarm::Instance instance, int keptDays,
                                                                               swarm::Progress progress) override;
    [[nodiscard]] swarm::Task<swarm::Result<swarm::Outcome>>
    replace(swarm::Instance instance, swarm::Replacement replacement, swarm::Progress progress) override;
    [[nodiscard]] swarm::Task<swarm::Result<swarm::Outcome>> recreate(swarm::Instance instance,
                                                                      swarm::Progress progress) override;
    [[nodiscard]] swarm::Task<swarm::Result<swarm::Outcome>> goBack(swarm::Instance instance,
                                                                    swarm::Progress progress) override;
    [[nodiscard]] swarm::Task<swarm::Result<std::vector<swarm::Resource>>>
    dropPrevious(swarm::Instance instance, swarm::Progress progress) override;
    [[nodiscard]] swarm::Task<swarm::Result<std::vector<swarm::Resource>>> remove(swarm::Instance instance,
                                                                                  swarm::Progress progress) override;
    [[nodiscard]] swarm::Task<swarm::Result<swarm::Keepsake>> takeKeepsake(swarm::Instance instance, int days,
                                                                           swarm::Progress progress) override;
    [[nodiscard]] swarm::Task<swarm::Result<std::vector<swarm::Resource>>>
    removeAllBut(swarm::Keepsake keepsake, swarm::Instance instance, swarm::Progress progress) override;
    [[nodiscard]] swarm::Task<swarm::Result<swarm::Instance>> restore(swarm::Keepsake keepsake,
                                                                      swarm::Progress progress) override;
    [[nodiscard]] swarm::Task<swarm::Result<std::vector<swarm::Resource>>> erase(swarm::Keepsake keepsake,
                                                                                 swarm::Progress progress) override;
    [[nodiscard]] swarm::Task<swarm::Result<std::vector<swarm::Address>>> addresses(swarm::Instance instance) override;
    [[nodiscard]] swarm::Task<swarm::Result<swarm::AddressesAdded>>
    addAddress(swarm::Instance instance, swarm::AddressRequest wanted, swarm::Progress progress) override;
    [[nodiscard]] swarm::Task<swarm::Result<void>> removeAddress(swarm::Instance instance, QString ip,
                                                                 swarm::AddressRemoval manner,
                                                                 swarm::Progress progress) override;
    [[nodiscard]] swarm::Task<swarm::Result<std::vector<swarm::Domain>>> domains(swarm::Instance instance) override;
    [[nodiscard]] swarm::Task<swarm::Result<swarm::Domain>> addDomain(swarm::Instance instance, QString hostname,
                                                                      swarm::Progress progress) override;
    [[nodiscard]] swarm::Task<swarm::Result<swarm::Domain>> checkDomain(swarm::Instance instance, QString hostname,
                                                                        swarm::Progress progress) override;
    [[nodiscard]] swarm::Task<swarm::Result<void>> removeDomain(swarm::Instance instance, QString hostname,
                                                                swarm::Progress progress) override;
    [[nodiscard]] swarm::Task<swarm::Result<swarm::BackupResult>>
    backUp(swarm::Instance instance, swarm::BackupTarget target, swarm::Progress progress, Copied copied) override;
    [[nodiscard]] swarm::Task<swarm::Result<std::vector<swarm::Orphan>>> orphans(swarm::Holdings held) override;
    [[nodiscard]] swarm::Task<swarm::Result<void>> removeOrphan(swarm::Orphan orphan, swarm::Holdings held,
                                                                swarm::Progress progress) override;
    [[nodiscard]] swarm::Task<swarm::Result<std::vector<swarm::AdoptionCandidate>>> adoptionCandidates() override;
    [[nodiscard]] swarm::Task<swarm::Result<swarm::Instance>>
    adopt(swarm::AdoptionCandidate candidate, QString name, swarm::InstanceId id, swarm::Progress progress) override;
    [[nodiscard]] swarm::Task<swarm::Result<swarm::Recovery>> recover(swarm::JournalEntry entry,
                                                                      swarm::Progress progress) override;

private:
    using Effect = std::function<swarm::Result<void>()>;

    //! One request to the cloud: takes a moment, then happens, or does not.
    [[nodiscard]] swarm::Task<swarm::Result<void>> ask(Effect effect, std::stop_token stop);
    [[nodiscard]] swarm::Task<swarm::Result<void>> look(std::stop_token stop);
    //! The box of an instance, freshly looked at.
    [[nodiscard]] swarm::Task<swarm::Result<Box>> boxOf(swarm::Instance instance, std::stop_token stop);
    [[nodiscard]] swarm::Task<swarm::Result<swarm::Outcome>> bring(swarm::Instance instance, swarm::Status wanted,
                                                                   swarm::Progress progress);
    [[nodiscard]] swarm::Task<swarm::Result<void>> bringBox(QString id, swarm::Status wanted, std::stop_token stop);
    [[nodiscard]] swarm::Task<swarm::Result<swarm::Outcome>> reshape(swarm::Instance instance, Shape wanted,
                                                                     swarm::Progress progress);
    [[nodiscard]] swarm::Task<swarm::Result<swarm::Instance>> built(Drawer drawer, Box box, QString lock,
                                                                    swarm::Progress progress);
    [[nodiscard]] swarm::Task<swarm::Error> takenBack(Drawer drawer, Box box, bool takesLock, swarm::Error cause,
                                                      swarm::Progress progress);
    [[nodiscard]] swarm::Task<swarm::Result<swarm::Instance>> builtOrTakenBack(Drawer drawer, Box box, QString lock,
                                                                               swarm::Progress progress);
    [[nodiscard]] swarm::Task<swarm::Result<swarm::Outcome>> switched(Box from, Box to, swarm::Progress progress);
    [[nodiscard]] swarm::Task<swarm::Result<std::vector<swarm::Resource>>>
    removed(swarm::InstanceId owner, bool keepsCopies, swarm::Progress progress);
    [[nodiscard]] swarm::Task<swarm::Result<void>> drop(swarm::Resource resource);

    [[nodiscard]] swarm::Task<swarm::Result<swarm::Recovery>> recoverCreation(swarm::JournalEntry entry,
                                                                              swarm::Progress progress);
    [[nodiscard]] swarm::Task<swarm::Result<swarm::Recovery>> recoverReplacement(swarm::JournalEntry entry,
                                                                                 swarm::Progress progress);
    [[nodiscard]] swarm::Task<swarm::Result<swarm::Recovery>> recoverRemoval(swarm::JournalEntry entry,
                                                                             swarm::Progress progress);
    [[nodiscard]] swarm::Task<swarm::Result<swarm::Recovery>> recoverRecreation(swarm::JournalEntry entry,
                                                                                swarm::Progress progress);
    [[nodiscard]] swarm::Result<swarm::Recovery> recoverChange(const swarm::JournalEntry &entry) const;

    [[nodiscard]] QString nextId(const QString &kind);
    [[nodiscard]] bool hasRoom(const QString &place) const { return !fullPlaces.contains(place); }
    [[nodiscard]] swarm::Instance instanceFrom(const Box &box) const;
    [[nodiscard]] std::optional<Box> presentBox(const swarm::InstanceId &owner) const;

    int m_requests = 0;
    int m_failAt = 0;
    int m_cutOffAt = 0;
    std::function<void()> m_thenCutOff;
    int m_lastId = 0;
};
