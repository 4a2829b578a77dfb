#pragma once

#include "model/monthcosts.h"
#include "model/settings.h"
#include "model/tokenstore.h"
#include "ui/mainwindow.h"

#include <QAccessible>
#include <QAbstractItemView>
#include <QLabel>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

//! A window over a provider that answers as the test says, without a server.
namespace swarm::windowtest {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

inline Error offline()
{
    return {.code = ErrorCode::NetworkConnectionFailed, .detail = u"connection refused"_s, .requestId = u"01HX5"_s};
}

//! Answers at once with what the test put in; commands run for as long as `isSlow`, or until they are cancelled.
class ScriptedProvider : public Provider
{
public:
    Instances instances;
    std::optional<Error> listError;
    std::optional<Error> commandError;
    bool isSlow = false;
    InstanceSpec created;
    QStringList removed;

    Task<Result<FleetReply>> list(FleetQuery) override
    {
        if (listError)
            co_return std::unexpected(*listError);
        FleetReply reply{.instances = instances, .isComplete = true};
        for (const auto &instance : instances)
            reply.disks.push_back({.machine = instance.machine, .sizeGb = instance.diskGb});
        co_return reply;
    }
    Task<Result<Instance>> inspect(Instance known) override
    {
        const auto found = std::ranges::find(instances, known.id, &Instance::id);
        co_return found == instances.end() ? known : *found;
    }
    Task<Result<RegionList>> regions() override
    {
        co_return RegionList{.regions = {{u"ams"_s, u"Amsterdam"_s, false},
                                         {u"fra"_s, u"Frankfurt"_s, false},
                                         {u"waw"_s, u"Warsaw"_s, true}},
                             .nearest = u"fra"_s};
    }
    Task<Result<Instance>> create(InstanceSpec spec, Progress progress) override
    {
        created = spec;
        progress.entered(Step::CreatingApp);
        const auto ended = co_await end(progress.stop);
        if (!ended)
            co_return std::unexpected(ended.error());
        co_return Instance{.id = spec.id, .name = spec.name, .status = Status::Running};
    }
    Task<Result<Outcome>> start(Instance instance, Progress progress) override
    {
        co_return co_await command(instance, Status::Running, progress);
    }
    Task<Result<Outcome>> stop(Instance instance, StopManner, Progress progress) override
    {
        co_return co_await command(instance, Status::Stopped, progress);
    }
    Task<Result<Outcome>> suspend(Instance instance, Progress progress) override
    {
        co_return co_await command(instance, Status::Suspended, progress);
    }
    Task<Result<Outcome>> restart(Instance instance, Progress progress) override
    {
        co_return co_await command(instance, Status::Running, progress);
    }
    std::vector<DiskSnapshot> kept;
    std::vector<PreviousCopy> copies;
    QMap<QString, QString> variables;
    std::vector<EarlierVersion> versions;

    Task<Result<std::vector<DiskSnapshot>>> snapshots(Instance) override { co_return kept; }
    Task<Result<std::vector<PreviousCopy>>> previousCopies(Instance) override { co_return copies; }
    Task<Result<QMap<QString, QString>>> environment(Instance) override { co_return variables; }
    Task<Result<std::vector<EarlierVersion>>> earlierVersions(Instance) override { co_return versions; }
    Task<Result<void>> waitForEditor(Instance, Progress progress) override { co_return co_await end(progress.stop); }
    Task<Result<std::vector<Resource>>> remove(Instance instance, Progress) override
    {
        removed += instance.name;
        co_return std::vector<Resource>{{Resource::Kind::App, instance.app}};
    }

    QStringList asked; //!< changes, in words
    InstanceChange changed;

    Task<Result<Outcome>> change(Instance instance, InstanceChange change, Progress) override
    {
        changed = change;
        co_return told(u"change"_s, instance);
    }
    Task<Result<Outcome>> rollBack(Instance instance, QString version, RollBackManner manner, Progress) override
    {
        co_return told(u"roll back to %1, %2"_s.arg(version, manner == RollBackManner::Image ? u"image"_s : u"all"_s),
                       instance);
    }
    Task<Result<Outcome>> rename(Instance instance, QString name, Progress) override
    {
        auto outcome = told(u"rename to "_s + name, instance);
        outcome->instance.name = name;
        co_return outcome;
    }
    Task<Result<Outcome>> setPassword(Instance instance, QString password, Progress) override
    {
        co_return told(u"password "_s + password, instance);
    }
    Task<Result<Outcome>> extendDisk(Instance instance, int sizeGb, Progress) override
    {
        co_return told(u"extend to %1"_s.arg(sizeGb), instance);
    }
    Task<Result<DiskSnapshot>> takeSnapshot(Instance instance, int keptDays, Progress) override
    {
        asked << u"%1: snapshot for %2 days"_s.arg(instance.name).arg(keptDays);
        co_return DiskSnapshot{.id = u"vs_new"_s, .state = DiskSnapshot::State::Ready, .keptDays = keptDays};
    }
    Task<Result<Outcome>> replace(Instance instance, Replacement replacement, Progress) override
    {
        co_return told(replacement.source == DataSource::Disk ? u"move to "_s + replacement.region
                                                              : u"restore "_s + replacement.snapshot,
                       instance);
    }
    Task<Result<Outcome>> recreate(Instance instance, Progress) override { co_return told(u"recreate"_s, instance); }
    Task<Result<Outcome>> goBack(Instance instance, Progress) override { co_return told(u"go back"_s, instance); }
    Task<Result<std::vector<Resource>>> dropPrevious(Instance instance, Progress) override
    {
        asked << instance.name + u": drop the earlier copies"_s;
        co_return std::vector<Resource>();
    }
    Task<Result<Instance>> clone(Instance source, InstanceSpec spec, Progress) override
    {
        asked << u"%1: clone as %2 in %3 %4"_s.arg(source.name, spec.name, spec.region, spec.snapshot).trimmed();
        co_return Instance{.id = spec.id, .name = spec.name, .status = Status::Running};
    }
    Task<Result<BackupResult>> backUp(Instance instance, BackupTarget target, Progress, Copied) override
    {
        asked << u"%1: back up to %2"_s.arg(instance.name, target.path);
        co_return BackupResult{.path = target.path};
    }

    std::vector<LogLine> log;
    std::function<void(const std::vector<LogLine> &)> logged; //!< while somebody follows
    std::optional<Error> logError;
    int followers = 0;
    QJsonObject config{{u"env"_s, QJsonObject{{u"THEME"_s, u"dark"_s}}}};
    std::vector<Series> measured;

    Task<Result<void>> followLog(Instance, LogDelivery deliver, std::stop_token stop) override
    {
        if (logError)
            co_return std::unexpected(*logError);
        ++followers;
        const auto gone = qScopeGuard([this] {
            --followers;
            logged = {};
        });
        logged = deliver;
        deliver(log);
        while (!stop.stop_requested())
            co_await sleepFor(1ms);
        co_return Result<void>();
    }
    Task<Result<QJsonObject>> configuration(Instance) override { co_return config; }
    std::optional<Error> measureError;
    int measurements = 0;

    Task<Result<std::vector<Series>>> measure(Instance, Metric, TimeRange) override
    {
        ++measurements;
        if (measureError)
            co_return std::unexpected(*measureError);
        co_return measured;
    }

    std::vector<Address> ways{{.kind = Address::Kind::SharedV4, .ip = u"66.241.1.1"_s},
                              {.kind = Address::Kind::V6, .ip = u"2a09::1"_s}};
    std::vector<Domain> names;
    std::vector<ServicePort> opened{{.port = 5432, .internalPort = 5432, .handlers = {u"pg_tls"_s}}};
    QStringList withRoom{u"ams"_s, u"fra"_s};

    Task<Result<std::vector<ServicePort>>> ports(Instance) override { co_return opened; }
    Task<Result<QStringList>> regionsWithRoom(RoomRequest) override { co_return withRoom; }
    Task<Result<std::vector<Address>>> addresses(Instance) override { co_return ways; }
    Task<Result<AddressesAdded>> addAddress(Instance instance, AddressRequest wanted, Progress) override
    {
        asked << u"%1: add address of kind %2"_s.arg(instance.name).arg(static_cast<int>(wanted.kind));
        ways.push_back({.kind = Address::Kind::V4, .ip = u"137.66.1.1"_s, .perMonth = 2});
        co_return AddressesAdded{.addresses = {ways.back()}};
    }
    Task<Result<void>> removeAddress(Instance instance, QString ip, AddressRemoval manner, Progress) override
    {
        asked << u"%1: remove %2%3"_s.arg(instance.name, ip,
                                          manner == AddressRemoval::Any ? u" though it is the last"_s : QString());
        std::erase_if(ways, [&](const Address &one) { return one.ip == ip; });
        co_return Result<void>();
    }
    Task<Result<std::vector<Domain>>> domains(Instance) override { co_return names; }
    Task<Result<Domain>> addDomain(Instance, QString hostname, Progress) override
    {
        names.push_back({.hostname = hostname, .state = Domain::State::AwaitingDns});
        auto added = names.back();
        added.records = {{.type = u"CNAME"_s, .name = hostname, .value = u"thesis.fly.dev"_s}};
        co_return added;
    }
    Task<Result<Domain>> checkDomain(Instance, QString hostname, Progress) override
    {
        co_return Domain{.hostname = hostname, .state = Domain::State::Ready};
    }
    Task<Result<void>> removeDomain(Instance, QString hostname, Progress) override
    {
        std::erase_if(names, [&](const Domain &one) { return one.hostname == hostname; });
        co_return Result<void>();
    }

    std::vector<Orphan> strays;
    std::optional<Error> orphansError;
    std::vector<AdoptionCandidate> candidates;

    Task<Result<std::vector<Orphan>>> orphans(Holdings) override
    {
        if (orphansError)
            co_return std::unexpected(*orphansError);
        co_return strays;
    }
    Task<Result<void>> removeOrphan(Orphan orphan, Holdings, Progress) override
    {
        asked << u"remove "_s + orphan.id;
        std::erase_if(strays, [&](const Orphan &one) { return one.id == orphan.id; });
        co_return Result<void>();
    }
    Task<Result<std::vector<AdoptionCandidate>>> adoptionCandidates() override { co_return candidates; }
    Task<Result<Instance>> adopt(AdoptionCandidate candidate, QString name, InstanceId id, Progress) override
    {
        asked << u"adopt %1 as %2"_s.arg(candidate.app, name);
        co_return Instance{.id = id, .name = name, .app = candidate.app, .status = Status::Running};
    }

private:
    Result<Outcome> told(const QString &what, const Instance &instance)
    {
        asked << instance.name + u": "_s + what;
        return Outcome{.instance = instance};
    }
    Task<Result<void>> end(std::stop_token stop)
    {
        while (isSlow && !stop.stop_requested())
            co_await sleepFor(1ms);
        if (stop.stop_requested())
            co_return std::unexpected(Error{.code = ErrorCode::Cancelled});
        if (commandError)
            co_return std::unexpected(*commandError);
        co_return Result<void>();
    }
    Task<Result<Outcome>> command(Instance instance, Status status, Progress progress)
    {
        const auto ended = co_await end(progress.stop);
        if (!ended)
            co_return std::unexpected(ended.error());
        instance.status = status;
        instance.state = statusName(status);
        for (auto &known : instances) {
            if (known.id == instance.id)
                known = instance;
        }
        co_return Outcome{.instance = instance};
    }
};

class ScriptedTokens : public TokenStore
{
public:
    QHash<QString, QString> secrets;
    ErrorCode absence = ErrorCode::ResourceNotFound;

    Task<Result<QString>> read(QString key) override
    {
        if (secrets.contains(key))
            co_return secrets.value(key);
        co_return std::unexpected(Error{.code = absence});
    }
    Task<Result<void>> write(QString key, QString secret) override
    {
        secrets.insert(key, secret);
        co_return Result<void>();
    }
    Task<Result<void>> remove(QString key) override
    {
        secrets.remove(key);
        co_return Result<void>();
    }
    bool isLasting() const override { return absence == ErrorCode::ResourceNotFound; }
};

class ScriptedChecker : public TokenChecker
{
public:
    std::optional<Error> error;
    QString checked;
    QString name = u"ada@example.org"_s;
    std::vector<Organization> organizations{{.slug = u"personal"_s}};
    Account::Reach reach = Account::Reach::Everything;
    QStringList apps;
    bool isReadOnly = false;
    QDateTime validUntil;

    Task<Result<Account>> check(QString token) override
    {
        checked = token;
        if (error)
            co_return std::unexpected(*error);
        co_return Account{.name = name,
                          .organizations = organizations,
                          .reach = reach,
                          .apps = apps,
                          .isReadOnly = isReadOnly,
                          .validUntil = validUntil};
    }
};

class ScriptedOpener : public Opener
{
public:
    QStringList opened;

    Task<Result<void>> open(Instance instance, QString) override
    {
        opened += instance.name;
        co_return Result<void>();
    }
};

inline Instance instanceNamed(const QString &name, Status status = Status::Running)
{
    return {.id = u"id-"_s + name,
            .name = name,
            .app = name,
            .machine = u"machine-"_s + name,
            .region = u"ams"_s,
            .state = statusName(status),
            .status = status,
            .diskGb = 10,
            .url = QUrl(u"https://%1.fly.dev"_s.arg(name))};
}

//! The window and all that it needs, with a swarm in it.
struct World {
    QTemporaryDir folder;
    Clock clock{100};
    ScriptedProvider provider;
    ScriptedTokens tokens;
    ScriptedChecker checker;
    ScriptedOpener opener;
    InstanceStore store;
    Settings settings{folder.filePath(u"test.conf"_s)};
    Configuration configuration;
    Operations operations{provider, store, tokens, opener, clock};
    Fleet fleet{provider, store, clock, {}};
    SignIn signIn{checker, tokens, settings, u"api.example.org"_s};
    MonthCosts months{clock};
    Services services{.provider = provider,
                      .store = store,
                      .operations = operations,
                      .fleet = fleet,
                      .signIn = signIn,
                      .passwords = tokens,
                      .settings = settings,
                      .months = months,
                      .configuration = configuration,
                      .clock = clock};
    MainWindow window{services};

    explicit World(Instances instances = {}) { provider.instances = std::move(instances); }
    ~World()
    {
        provider.isSlow = false;
        operations.cancelAll();
        QTRY_VERIFY(operations.isIdle());
    }

    void signInAndShow()
    {
        signIn.submit(u"token"_s);
        window.resize(1400, 800); // the screen of these tests is narrower than anybody's
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTRY_COMPARE(signIn.state(), SignIn::State::SignedIn);
        fleet.start();
        QTRY_VERIFY(fleet.checkedAt().isValid() || fleet.error());
    }
    template <typename T = QWidget> T *find(const QString &name) const
    {
        // Rows of operations stand in two lists, one of which is behind a tab.
        const auto all = window.findChildren<T *>(name);
        for (auto *one : all) {
            if (one->isVisible())
                return one;
        }
        return all.value(0);
    }
    QTreeView *table() const { return find<QTreeView>(u"instances"_s); }
    QAbstractItemModel *rows() const { return table()->model(); }
    QString cell(int row, InstanceModel::Column column) const { return rows()->index(row, column).data().toString(); }
    QString text(const QString &name) const { return find<QLabel>(name)->text(); }
    void click(const QString &name) const
    {
        auto *widget = find(name);
        QTRY_VERIFY2(!widget->size().isEmpty(), qPrintable(name)); // what has just come up is not laid out yet
        QTest::mouseClick(widget, Qt::LeftButton);
    }
    void clickAction(int row) const
    {
        const auto place = table()->visualRect(rows()->index(row, InstanceModel::Action)).center();
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, place);
    }
    //! The dialog of this type that is open now.
    template <typename T> T *dialog() const { return window.findChild<T *>(); }
};

inline bool isSeen(const QWidget *widget)
{
    return widget && widget->isVisible();
}

inline void verifyEveryControlHasAName(const QWidget &window)
{
    const auto widgets = window.findChildren<QWidget *>();
    for (auto *widget : widgets) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith("qt_"_L1)
            || qobject_cast<QAbstractItemView *>(widget->parentWidget()) || !isSeen(widget))
            continue;
        auto *face = QAccessible::queryAccessibleInterface(widget);
        const auto who = widget->objectName() + u' ' + QString::fromLatin1(widget->metaObject()->className());
        QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(), qPrintable(who));
    }
}

} // namespace swarm::windowtest
