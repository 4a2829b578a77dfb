#include "tests/paperprovider.h"

#include "model/async/await.h"
#include "model/instancejson.h"
#include "model/scrubbed.h"

#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace swarm;

namespace {

constexpr auto moment = 1ms; //!< that a request takes
constexpr int usualDays = 5;

const std::vector<Region> &places()
{
    static const std::vector<Region> all{{.code = u"ams"_s, .city = u"Amsterdam"_s, .latitude = 52, .longitude = 5},
                                         {.code = u"fra"_s, .city = u"Frankfurt"_s, .latitude = 50, .longitude = 9},
                                         {.code = u"nrt"_s, .city = u"Tokyo"_s, .latitude = 36, .longitude = 140}};
    return all;
}

QString wordFor(Status status)
{
    switch (status) {
    case Status::Running:
        return u"open"_s;
    case Status::Suspended:
        return u"ajar"_s;
    default:
        return u"shut"_s;
    }
}

Error failure(ErrorCode code, const QString &detail)
{
    return {.code = code, .detail = detail};
}

std::unexpected<Error> failed(ErrorCode code, const QString &detail)
{
    return std::unexpected(failure(code, detail));
}

Resource boxResource(const QString &id)
{
    return {.kind = Resource::Kind::Machine, .name = id};
}

Resource drawerResource(const QString &id)
{
    return {.kind = Resource::Kind::Volume, .name = id};
}

Resource copyResource(const QString &id)
{
    return {.kind = Resource::Kind::Snapshot, .name = id};
}

DiskSnapshot snapshotFrom(const PaperProvider::Copy &copy)
{
    return {.id = copy.id,
            .volume = copy.of.id,
            .state = DiskSnapshot::State::Ready,
            .bytes = copy.of.contents.size(),
            .sizeGb = copy.of.sizeGb,
            .keptDays = copy.keptDays,
            .createdAt = copy.at};
}

PaperProvider::Shape shapeOf(const InstanceSpec &spec)
{
    return {.size = spec.size, .image = spec.image, .idle = spec.idle, .env = spec.env};
}

//! Another number for each version of each box.
QString versionOf(const PaperProvider::Box &box, std::size_t shapes)
{
    return u"%1/%2"_s.arg(box.id).arg(shapes);
}

QString versionOf(const PaperProvider::Box &box)
{
    return versionOf(box, box.shapes.size());
}

QJsonObject packed(const QMap<QString, QString> &variables)
{
    QJsonObject json;
    for (auto variable = variables.begin(); variable != variables.end(); ++variable)
        json.insert(variable.key(), variable.value());
    return json;
}

} // namespace

void PaperProvider::failAt(int request)
{
    m_requests = 0;
    m_failAt = request;
    m_cutOffAt = 0;
}

void PaperProvider::cutOffAt(int request, std::function<void()> then)
{
    m_thenCutOff = std::move(then);
    m_requests = 0;
    m_failAt = 0;
    m_cutOffAt = request;
}

bool PaperProvider::isEmpty() const
{
    return boxes.empty() && drawers.empty() && copies.empty() && locks.empty() && doors.empty();
}

QString PaperProvider::nextId(const QString &kind)
{
    return u"%1 %2"_s.arg(kind).arg(++m_lastId);
}

Task<Result<void>> PaperProvider::ask(Effect effect, std::stop_token stop)
{
    const int request = ++m_requests;
    co_await sleepFor(moment, stop);
    if (stop.stop_requested())
        co_return failed(ErrorCode::Cancelled, {});
    if (request == m_failAt)
        co_return failed(ErrorCode::InternalError, u"the paper tore"_s);
    const auto done = effect();
    if (request != m_cutOffAt)
        co_return done;
    QTimer::singleShot(0, m_thenCutOff);
    while (true)
        co_await sleepFor(1h);
}

Task<Result<void>> PaperProvider::look(std::stop_token stop)
{
    co_return co_await ask([] { return Result<void>(); }, std::move(stop));
}

Instance PaperProvider::instanceFrom(const Box &box) const
{
    const auto &shape = box.shapes.back();
    const auto drawer = drawers.find(box.drawer);
    return {.id = box.owner,
            .name = box.tag,
            .machine = box.id,
            .version = versionOf(box),
            .volume = box.drawer,
            .region = box.place,
            .state = wordFor(box.status),
            .status = box.status,
            .size = shape.size,
            .diskGb = drawer == drawers.end() ? 0 : drawer->second.sizeGb,
            .image = shape.image,
            .idle = shape.idle,
            .isIdleRuleKnown = true,
            .url = QUrl(u"paper:///"_s + box.tag),
            .softwareVersion = QStringLiteral(SWARM_VERSION),
            .createdAt = box.madeAt,
            .updatedAt = box.changedAt};
}

std::optional<PaperProvider::Box> PaperProvider::presentBox(const InstanceId &owner) const
{
    const auto found = std::ranges::find_if(
        boxes, [&](const auto &entry) { return entry.second.owner == owner && entry.second.role == Role::Present; });
    return found == boxes.end() ? std::nullopt : std::optional(found->second);
}

Task<Result<PaperProvider::Box>> PaperProvider::boxOf(Instance instance, std::stop_token stop)
{
    const auto looked = co_await look(std::move(stop));
    if (!looked)
        co_return std::unexpected(looked.error());
    const auto found = boxes.find(instance.machine);
    if (found == boxes.end())
        co_return failed(ErrorCode::ResourceNotFound, u"there is no such box"_s);
    co_return found->second;
}

Task<Result<FleetReply>> PaperProvider::list(FleetQuery query)
{
    const auto looked = co_await look({});
    if (!looked)
        co_return std::unexpected(looked.error());
    FleetReply reply{.isComplete = !query.since.isValid(), .nextSince = QDateTime::currentDateTimeUtc()};
    for (const auto &[id, box] : boxes) {
        if (box.role == Role::Present && !box.owner.isEmpty()
            && (!query.since.isValid() || box.changedAt >= query.since))
            reply.instances.push_back(instanceFrom(box));
        if (box.role == Role::Previous)
            reply.copies.push_back(
                {.instance = box.owner,
                 .copy = {.machine = id, .volume = box.drawer, .region = box.place, .since = box.changedAt}});
    }
    for (const auto &[id, drawer] : drawers) {
        const auto holder =
            std::ranges::find_if(boxes, [&wanted = id](const auto &entry) { return entry.second.drawer == wanted; });
        reply.disks.push_back({.volume = id,
                               .machine = holder == boxes.end() ? QString() : holder->first,
                               .region = drawer.place,
                               .sizeGb = drawer.sizeGb});
    }
    co_return reply;
}

Task<Result<Instance>> PaperProvider::inspect(Instance known)
{
    const auto box = co_await boxOf(std::move(known), {});
    if (!box)
        co_return std::unexpected(box.error());
    co_return instanceFrom(*box);
}

Task<Result<RegionList>> PaperProvider::regions()
{
    const auto looked = co_await look({});
    if (!looked)
        co_return std::unexpected(looked.error());
    co_return RegionList{.regions = places(), .nearest = u"ams"_s};
}

Task<Result<QStringList>> PaperProvider::regionsWithRoom(RoomRequest request)
{
    const auto looked = co_await look({});
    if (!looked)
        co_return std::unexpected(looked.error());
    QStringList codes;
    for (const auto &place : byDistance(places(), request.near)) {
        if (hasRoom(place.code))
            codes << place.code;
    }
    co_return codes;
}

Task<Result<std::vector<DiskSnapshot>>> PaperProvider::snapshots(Instance instance)
{
    const auto looked = co_await look({});
    if (!looked)
        co_return std::unexpected(looked.error());
    std::vector<DiskSnapshot> found;
    for (const auto &[id, copy] : copies) {
        if (copy.owner == instance.id)
            found.push_back(snapshotFrom(copy));
    }
    std::ranges::sort(found, std::ranges::greater(), &DiskSnapshot::createdAt);
    co_return found;
}

Task<Result<std::vector<EarlierVersion>>> PaperProvider::earlierVersions(Instance instance)
{
    const auto box = co_await boxOf(std::move(instance), {});
    if (!box)
        co_return std::unexpected(box.error());
    std::vector<EarlierVersion> found;
    for (auto count = box->shapes.size() - 1; count > 0; --count) {
        const auto &shape = box->shapes[count - 1];
        found.push_back({.version = versionOf(*box, count), .image = shape.image, .size = shape.size});
    }
    co_return found;
}

Task<Result<std::vector<PreviousCopy>>> PaperProvider::previousCopies(Instance instance)
{
    const auto looked = co_await look({});
    if (!looked)
        co_return std::unexpected(looked.error());
    std::vector<PreviousCopy> found;
    for (const auto &[id, box] : boxes) {
        if (box.owner == instance.id && box.role == Role::Previous)
            found.push_back({.machine = id,
                             .volume = box.drawer,
                             .region = box.place,
                             .diskGb = drawers.at(box.drawer).sizeGb,
                             .since = box.changedAt});
    }
    std::ranges::sort(found, std::ranges::greater(), &PreviousCopy::since);
    co_return found;
}

Task<Result<QMap<QString, QString>>> PaperProvider::environment(Instance instance)
{
    const auto box = co_await boxOf(std::move(instance), {});
    if (!box)
        co_return std::unexpected(box.error());
    co_return box->shapes.back().env;
}

Task<Result<QString>> PaperProvider::findPassword(Instance instance)
{
    const auto looked = co_await look({});
    if (!looked)
        co_return std::unexpected(looked.error());
    const auto lock = locks.find(instance.id);
    if (lock == locks.end())
        co_return failed(ErrorCode::ResourceNotFound, u"there is no such lock"_s);
    co_return lock->second;
}

Task<Result<Instance>> PaperProvider::create(InstanceSpec spec, Progress progress)
{
    progress.entered(Step::Validating);
    const auto looked = co_await look(progress.stop);
    if (!looked)
        co_return std::unexpected(looked.error());
    const bool isPlace = std::ranges::find(places(), spec.region, &Region::code) != places().end();
    if (problemOf(spec) || !isPlace)
        co_return failed(ErrorCode::ApiInvalidRequest, u"no such box can be made"_s);
    Drawer drawer{.id = nextId(u"drawer"_s), .owner = spec.id, .place = spec.region, .sizeGb = spec.diskGb};
    if (!spec.snapshot.isEmpty()) {
        const auto copy = copies.find(spec.snapshot);
        if (copy == copies.end())
            co_return failed(ErrorCode::ResourceNotFound, u"there is no such copy"_s);
        drawer.sizeGb = std::max(drawer.sizeGb, copy->second.of.sizeGb);
        drawer.contents = copy->second.of.contents;
    }
    Box box{.id = nextId(u"box"_s),
            .owner = spec.id,
            .tag = spec.name,
            .place = spec.region,
            .drawer = drawer.id,
            .shapes = {shapeOf(spec)}};
    auto made = co_await builtOrTakenBack(drawer, box, spec.password, progress);
    if (made || made.error().code != ErrorCode::CapacityRegion)
        co_return made;
    auto error = made.error();
    const auto others = co_await regionsWithRoom({.near = spec.region});
    if (others && !others->isEmpty())
        error.regionWithRoom = others->first();
    co_return std::unexpected(error);
}

Task<Result<Instance>> PaperProvider::clone(Instance source, InstanceSpec spec, Progress progress)
{
    const auto box = co_await boxOf(source, progress.stop);
    if (!box)
        co_return std::unexpected(box.error());
    if (spec.snapshot.isEmpty()) {
        const auto copy = co_await takeSnapshot(source, 0, progress);
        if (!copy)
            co_return std::unexpected(copy.error());
        spec.snapshot = copy->id;
    }
    const auto &shape = box->shapes.back();
    spec.size = shape.size;
    spec.image = shape.image;
    spec.idle = shape.idle;
    spec.env = shape.env;
    if (spec.region.isEmpty())
        spec.region = box->place;
    co_return co_await create(std::move(spec), std::move(progress));
}

Task<Result<Instance>> PaperProvider::builtOrTakenBack(Drawer drawer, Box box, QString lock, Progress progress)
{
    const auto made = co_await built(drawer, box, lock, progress);
    if (made)
        co_return made;
    const auto error = co_await takenBack(drawer, box, !lock.isEmpty(), made.error(), progress);
    co_return std::unexpected(error);
}

Task<Result<Instance>> PaperProvider::built(Drawer drawer, Box box, QString lock, Progress progress)
{
    // We choose the ids, so that whoever takes this up knows what may be there.
    for (const auto &[key, id] : {std::pair(u"drawer"_s, drawer.id), std::pair(u"box"_s, box.id)}) {
        const auto noted = co_await progress.note(key, id);
        if (!noted)
            co_return std::unexpected(noted.error());
    }
    progress.entered(Step::PreparingAddressAndDisk);
    const auto furnished = co_await ask(
        [this, drawer] {
            if (!hasRoom(drawer.place))
                return Result<void>(failed(ErrorCode::CapacityRegion, u"this place is full"_s));
            drawers[drawer.id] = drawer;
            return Result<void>();
        },
        progress.stop);
    if (!furnished)
        co_return std::unexpected(furnished.error());

    progress.entered(Step::CreatingMachine);
    const auto placed = co_await ask(
        [this, box, lock]() mutable {
            box.madeAt = box.changedAt = QDateTime::currentDateTimeUtc();
            boxes[box.id] = box;
            if (!lock.isEmpty())
                locks[box.owner] = lock;
            return Result<void>();
        },
        progress.stop);
    if (!placed)
        co_return std::unexpected(placed.error());

    progress.entered(Step::WaitingForMachine);
    const auto opened = co_await bringBox(box.id, Status::Running, progress.stop);
    if (!opened)
        co_return std::unexpected(opened.error());
    const auto now = instanceFrom(boxes.at(box.id));
    const auto answers = co_await waitForEditor(now, progress);
    if (!answers)
        co_return std::unexpected(answers.error());
    co_return now;
}

Task<Error> PaperProvider::takenBack(Drawer drawer, Box box, bool takesLock, Error cause, Progress progress)
{
    progress.entered(Step::Undoing);
    if (takesLock)
        locks.erase(box.owner);
    for (const auto &resource : {boxResource(box.id), drawerResource(drawer.id)}) {
        if (!boxes.contains(resource.name) && !drawers.contains(resource.name))
            continue;
        const auto dropped = co_await drop(resource);
        (dropped ? cause.undone : cause.leftBehind).push_back(resource);
    }
    co_return cause;
}

Task<Result<void>> PaperProvider::drop(Resource resource)
{
    co_return co_await ask(
        [this, resource] {
            boxes.erase(resource.name);
            drawers.erase(resource.name);
            copies.erase(resource.name);
            return Result<void>();
        },
        {});
}

Task<Result<void>> PaperProvider::bringBox(QString id, Status wanted, std::stop_token stop)
{
    co_return co_await ask(
        [this, id, wanted] {
            const auto box = boxes.find(id);
            if (box == boxes.end())
                return Result<void>(failed(ErrorCode::ResourceNotFound, u"there is no such box"_s));
            box->second.status = wanted;
            box->second.changedAt = QDateTime::currentDateTimeUtc();
            return Result<void>();
        },
        std::move(stop));
}

Task<Result<Outcome>> PaperProvider::bring(Instance instance, Status wanted, Progress progress)
{
    const auto box = co_await boxOf(std::move(instance), progress.stop);
    if (!box)
        co_return std::unexpected(box.error());
    if (box->status == wanted)
        co_return Outcome{.instance = instanceFrom(*box), .wasAlreadySo = true};
    const auto step = wanted == Status::Running ? Step::StartingMachine
        : wanted == Status::Suspended           ? Step::SuspendingMachine
                                                : Step::StoppingMachine;
    progress.entered(step);
    const auto reached = co_await bringBox(box->id, wanted, progress.stop);
    if (!reached)
        co_return std::unexpected(reached.error());
    progress.entered(Step::WaitingForMachine);
    co_return Outcome{.instance = instanceFrom(boxes.at(box->id))};
}

Task<Result<Outcome>> PaperProvider::start(Instance instance, Progress progress)
{
    co_return co_await bring(std::move(instance), Status::Running, std::move(progress));
}

Task<Result<Outcome>> PaperProvider::stop(Instance instance, StopManner, Progress progress)
{
    co_return co_await bring(std::move(instance), Status::Stopped, std::move(progress));
}

Task<Result<Outcome>> PaperProvider::suspend(Instance instance, Progress progress)
{
    co_return co_await bring(std::move(instance), Status::Suspended, std::move(progress));
}

Task<Result<Outcome>> PaperProvider::restart(Instance instance, Progress progress)
{
    const auto box = co_await boxOf(std::move(instance), progress.stop);
    if (!box)
        co_return std::unexpected(box.error());
    progress.entered(Step::RestartingMachine);
    const auto running = co_await bringBox(box->id, Status::Running, progress.stop);
    if (!running)
        co_return std::unexpected(running.error());
    progress.entered(Step::WaitingForMachine);
    co_return Outcome{.instance = instanceFrom(boxes.at(box->id))};
}

Task<Result<void>> PaperProvider::waitForEditor(Instance instance, Progress progress)
{
    progress.entered(Step::WaitingForEditor);
    const auto box = co_await boxOf(std::move(instance), progress.stop);
    if (!box)
        co_return std::unexpected(box.error());
    if (box->status != Status::Running)
        co_return failed(ErrorCode::NetworkTimeout, u"the box is shut"_s);
    co_return Result<void>();
}

Task<Result<Outcome>> PaperProvider::reshape(Instance instance, Shape wanted, Progress progress)
{
    progress.entered(Step::ReservingMachine);
    const auto box = co_await boxOf(std::move(instance), progress.stop);
    if (!box)
        co_return std::unexpected(box.error());
    const auto before = box->shapes.back();
    if (wanted == before)
        co_return Outcome{.instance = instanceFrom(*box), .wasAlreadySo = true};
    const auto noted = co_await progress.note(u"version_before"_s, versionOf(*box));
    if (!noted)
        co_return std::unexpected(noted.error());

    const auto put = [this, id = box->id](const Shape &shape) {
        boxes[id].shapes.push_back(shape);
        boxes[id].changedAt = QDateTime::currentDateTimeUtc();
        return Result<void>();
    };
    progress.entered(Step::ChangingMachine);
    const auto changed = co_await ask([put, wanted] { return put(wanted); }, progress.stop);
    if (!changed)
        co_return std::unexpected(changed.error());
    progress.entered(Step::WaitingForMachine);
    progress.entered(Step::CheckingEditor);
    const auto breaks = std::exchange(breaksNextChange, false);
    const auto checked = co_await ask(
        [breaks] {
            return breaks ? Result<void>(failed(ErrorCode::CapacityHost, u"it does not fit in here"_s))
                          : Result<void>();
        },
        progress.stop);
    if (checked)
        co_return Outcome{.instance = instanceFrom(boxes.at(box->id))};

    progress.entered(Step::Undoing);
    auto error = checked.error();
    const auto back = co_await ask([put, before] { return put(before); }, {});
    error.wasPutBack = back.has_value();
    if (!back)
        error.leftBehind.push_back(boxResource(box->id));
    co_return std::unexpected(error);
}

Task<Result<Outcome>> PaperProvider::change(Instance instance, InstanceChange change, Progress progress)
{
    const auto box = co_await boxOf(instance, progress.stop);
    if (!box)
        co_return std::unexpected(box.error());
    auto wanted = box->shapes.back();
    wanted.size = change.size.value_or(wanted.size);
    wanted.image = change.image.value_or(wanted.image);
    wanted.idle = change.idle.value_or(wanted.idle);
    wanted.env.insert(change.setEnv);
    for (const auto &name : change.unsetEnv)
        wanted.env.remove(name);
    co_return co_await reshape(std::move(instance), std::move(wanted), std::move(progress));
}

Task<Result<Outcome>> PaperProvider::rollBack(Instance instance, QString version, RollBackManner manner,
                                              Progress progress)
{
    const auto box = co_await boxOf(instance, progress.stop);
    if (!box)
        co_return std::unexpected(box.error());
    const auto present = box->shapes.back();
    for (auto count = box->shapes.size() - 1; count > 0; --count) {
        auto wanted = box->shapes[count - 1];
        if (manner == RollBackManner::Image) {
            const auto image = wanted.image;
            wanted = present;
            wanted.image = image;
        }
        const bool isIt = version.isEmpty() ? wanted != present : versionOf(*box, count) == version;
        if (isIt)
            co_return co_await reshape(std::move(instance), std::move(wanted), std::move(progress));
    }
    co_return failed(ErrorCode::ResourceNotFound, u"there is no such version"_s);
}

Task<Result<Outcome>> PaperProvider::rename(Instance instance, QString name, Progress progress)
{
    progress.entered(Step::Renaming);
    const auto box = co_await boxOf(std::move(instance), progress.stop);
    if (!box)
        co_return std::unexpected(box.error());
    const auto renamed = co_await ask(
        [this, id = box->id, name] {
            boxes[id].tag = name;
            boxes[id].changedAt = QDateTime::currentDateTimeUtc();
            return Result<void>();
        },
        progress.stop);
    if (!renamed)
        co_return std::unexpected(renamed.error());
    co_return Outcome{.instance = instanceFrom(boxes.at(box->id))};
}

Task<Result<Outcome>> PaperProvider::setPassword(Instance instance, QString password, Progress progress)
{
    progress.entered(Step::SettingPassword);
    const auto box = co_await boxOf(std::move(instance), progress.stop);
    if (!box)
        co_return std::unexpected(box.error());
    const auto set = co_await ask(
        [this, owner = box->owner, password] {
            locks[owner] = password;
            return Result<void>();
        },
        progress.stop);
    if (!set)
        co_return std::unexpected(set.error());
    co_return Outcome{.instance = instanceFrom(boxes.at(box->id))};
}

Task<Result<Outcome>> PaperProvider::extendDisk(Instance instance, int sizeGb, Progress progress)
{
    const auto box = co_await boxOf(std::move(instance), progress.stop);
    if (!box)
        co_return std::unexpected(box.error());
    const int before = drawers.at(box->drawer).sizeGb;
    if (before == sizeGb)
        co_return Outcome{.instance = instanceFrom(*box), .wasAlreadySo = true};
    if (before > sizeGb)
        co_return failed(ErrorCode::ApiInvalidRequest, u"drawers only grow"_s);
    progress.entered(Step::ExtendingDisk);
    const auto extended = co_await ask(
        [this, id = box->drawer, sizeGb] {
            drawers[id].sizeGb = sizeGb;
            return Result<void>();
        },
        progress.stop);
    if (!extended)
        co_return std::unexpected(extended.error());
    co_return Outcome{.instance = instanceFrom(boxes.at(box->id))};
}

Task<Result<DiskSnapshot>> PaperProvider::takeSnapshot(Instance instance, int keptDays, Progress progress)
{
    progress.entered(Step::TakingSnapshot);
    const auto box = co_await boxOf(std::move(instance), progress.stop);
    if (!box)
        co_return std::unexpected(box.error());
    const auto id = nextId(u"copy"_s);
    const auto noted = co_await progress.note(u"copy"_s, id);
    if (!noted)
        co_return std::unexpected(noted.error());
    const auto taken = co_await ask(
        [this, box = *box, id, keptDays] {
            copies[id] = {.id = id,
                          .owner = box.owner,
                          .of = drawers.at(box.drawer),
                          .keptDays = keptDays > 0 ? keptDays : usualDays,
                          .at = QDateTime::currentDateTimeUtc()};
            return Result<void>();
        },
        progress.stop);
    if (!taken)
        co_return std::unexpected(taken.error());
    co_return snapshotFrom(copies.at(id));
}

Task<Result<Outcome>> PaperProvider::replace(Instance instance, Replacement replacement, Progress progress)
{
    progress.entered(Step::LookingAround);
    const auto found = co_await boxOf(std::move(instance), progress.stop);
    if (!found)
        co_return std::unexpected(found.error());
    const auto old = *found;
    auto drawer = drawers.at(old.drawer);
    const auto copy = copies.find(replacement.snapshot);
    if (replacement.source == DataSource::Snapshot && copy == copies.end())
        co_return failed(ErrorCode::ResourceNotFound, u"there is no such copy"_s);
    progress.entered(Step::ReservingMachine);
    for (const auto &[key, value] : std::initializer_list<std::pair<QString, QJsonValue>>{
             {u"old_box"_s, old.id}, {u"was_open"_s, old.status == Status::Running}}) {
        const auto noted = co_await progress.note(key, value);
        if (!noted)
            co_return std::unexpected(noted.error());
    }

    progress.entered(Step::StoppingMachine);
    const auto shut = co_await bringBox(old.id, Status::Stopped, progress.stop);
    if (!shut)
        co_return std::unexpected(shut.error());
    progress.entered(Step::CopyingDisk);
    if (replacement.source == DataSource::Snapshot)
        drawer.contents = copy->second.of.contents;
    drawer.id = nextId(u"drawer"_s);
    if (!replacement.region.isEmpty())
        drawer.place = replacement.region;
    auto candidate = old;
    candidate.id = nextId(u"box"_s);
    candidate.role = Role::Candidate;
    candidate.place = drawer.place;
    candidate.drawer = drawer.id;
    const auto made = co_await builtOrTakenBack(drawer, candidate, {}, progress);
    auto outcome = made ? co_await switched(old, candidate, progress) : Result<Outcome>(std::unexpected(made.error()));
    if (outcome && old.status != Status::Running) { // as it was found
        co_await bringBox(candidate.id, old.status, {});
        outcome->instance = instanceFrom(boxes.at(candidate.id));
    }
    if (outcome)
        co_return outcome;
    if (made) {
        const auto error = co_await takenBack(drawer, candidate, false, outcome.error(), progress);
        outcome = std::unexpected(error);
    }
    co_await bringBox(old.id, old.status, {});
    co_return outcome;
}

Task<Result<Outcome>> PaperProvider::switched(Box from, Box to, Progress progress)
{
    progress.entered(Step::Switching);
    const auto noted = co_await progress.note(u"switching_to"_s, to.id);
    if (!noted)
        co_return std::unexpected(noted.error());
    const auto done = co_await ask( // both or none: at each moment one is the instance's
        [this, from, to] {
            boxes[from.id].role = Role::Previous;
            boxes[from.id].status = Status::Stopped;
            boxes[to.id].role = Role::Present;
            boxes[to.id].changedAt = boxes[from.id].changedAt = QDateTime::currentDateTimeUtc();
            return Result<void>();
        },
        {});
    if (!done)
        co_return std::unexpected(done.error());
    co_return Outcome{.instance = instanceFrom(boxes.at(to.id)),
                      .previous = PreviousCopy{.machine = from.id,
                                               .volume = from.drawer,
                                               .region = from.place,
                                               .diskGb = drawers.at(from.drawer).sizeGb,
                                               .since = boxes.at(from.id).changedAt}};
}

Task<Result<Outcome>> PaperProvider::recreate(Instance instance, Progress progress)
{
    progress.entered(Step::LookingAround);
    const auto looked = co_await look(progress.stop);
    if (!looked)
        co_return std::unexpected(looked.error());
    const auto drawer = drawers.find(instance.volume);
    if (drawer == drawers.end())
        co_return failed(ErrorCode::ResourceNotFound, u"its drawer is gone as well"_s);
    Box box{.id = nextId(u"box"_s),
            .owner = instance.id,
            .tag = instance.name,
            .place = drawer->second.place,
            .drawer = drawer->first,
            .status = Status::Running,
            .shapes = {{.size = instance.size, .image = instance.image, .idle = instance.idle}}};
    if (const auto old = boxes.find(instance.machine); old != boxes.end())
        box.shapes = old->second.shapes;
    const auto noted = co_await progress.note(u"box"_s, box.id);
    if (!noted)
        co_return std::unexpected(noted.error());
    progress.entered(Step::CreatingMachine);
    const auto made = co_await ask(
        [this, box, broken = instance.machine]() mutable {
            box.madeAt = box.changedAt = QDateTime::currentDateTimeUtc();
            boxes.erase(broken);
            boxes[box.id] = box;
            return Result<void>();
        },
        progress.stop);
    if (!made)
        co_return std::unexpected(made.error());
    progress.entered(Step::WaitingForMachine);
    progress.entered(Step::CheckingEditor);
    co_return Outcome{.instance = instanceFrom(boxes.at(box.id))};
}

Task<Result<Outcome>> PaperProvider::goBack(Instance instance, Progress progress)
{
    progress.entered(Step::LookingAround);
    const auto present = co_await boxOf(instance, progress.stop);
    if (!present)
        co_return std::unexpected(present.error());
    const auto earlier = co_await previousCopies(instance);
    if (!earlier)
        co_return std::unexpected(earlier.error());
    if (earlier->empty())
        co_return failed(ErrorCode::ResourceNotFound, u"there is no earlier box"_s);
    const auto target = boxes.at(earlier->front().machine);
    progress.entered(Step::StartingMachine);
    const auto awake = co_await bringBox(target.id, present->status, progress.stop);
    if (!awake)
        co_return std::unexpected(awake.error());
    progress.entered(Step::CheckingEditor);
    auto outcome = co_await switched(*present, target, progress);
    if (!outcome)
        co_await bringBox(target.id, Status::Stopped, {});
    co_return outcome;
}

Task<Result<std::vector<Resource>>> PaperProvider::dropPrevious(Instance instance, Progress progress)
{
    const auto earlier = co_await previousCopies(std::move(instance));
    if (!earlier)
        co_return std::unexpected(earlier.error());
    std::vector<Resource> gone;
    for (const auto &copy : *earlier) {
        progress.entered(Step::DeletingMachine);
        const auto dropped = co_await ask( // a box goes with its drawer, or not at all
            [this, copy] {
                boxes.erase(copy.machine);
                drawers.erase(copy.volume);
                return Result<void>();
            },
            {});
        if (!dropped)
            co_return std::unexpected(dropped.error());
        gone.insert(gone.end(), {boxResource(copy.machine), drawerResource(copy.volume)});
    }
    co_return gone;
}

Task<Result<std::vector<Resource>>> PaperProvider::removed(InstanceId owner, bool keepsCopies, Progress progress)
{
    for (const auto &[key, value] : {std::pair(u"keeps_copies"_s, keepsCopies), std::pair(u"removing"_s, true)}) {
        const auto noted = co_await progress.note(key, value);
        if (!noted)
            co_return std::unexpected(noted.error());
    }
    std::vector<Resource> wanted;
    for (const auto &[id, box] : boxes) {
        if (box.owner == owner)
            wanted.push_back(boxResource(id));
    }
    for (const auto &[id, drawer] : drawers) {
        if (drawer.owner == owner)
            wanted.push_back(drawerResource(id));
    }
    for (const auto &[id, copy] : copies) {
        if (copy.owner == owner && !keepsCopies)
            wanted.push_back(copyResource(id));
    }
    Error trouble{.code = ErrorCode::Cancelled};
    for (const auto &resource : wanted) {
        progress.entered(resource.kind == Resource::Kind::Machine ? Step::DeletingMachine : Step::DeletingDisk);
        const auto dropped = co_await drop(resource);
        if (!dropped)
            trouble.code = dropped.error().code;
        (dropped ? trouble.undone : trouble.leftBehind).push_back(resource);
    }
    if (!trouble.leftBehind.empty())
        co_return std::unexpected(trouble);
    doors.erase(owner);
    if (!keepsCopies)
        locks.erase(owner);
    co_return trouble.undone;
}

Task<Result<std::vector<Resource>>> PaperProvider::remove(Instance instance, Progress progress)
{
    co_return co_await removed(instance.id, false, std::move(progress));
}

Task<Result<Keepsake>> PaperProvider::takeKeepsake(Instance instance, int days, Progress progress)
{
    const auto box = co_await boxOf(instance, progress.stop);
    if (!box)
        co_return std::unexpected(box.error());
    const auto noted = co_await progress.note(u"was_open"_s, box->status == Status::Running);
    if (!noted)
        co_return std::unexpected(noted.error());
    progress.entered(Step::StoppingMachine);
    const auto shut = co_await bringBox(box->id, Status::Stopped, progress.stop);
    if (!shut)
        co_return std::unexpected(shut.error());
    const auto copy = co_await takeSnapshot(instance, days, progress);
    if (!copy) {
        progress.entered(Step::Undoing);
        co_await bringBox(box->id, box->status, {});
        co_return std::unexpected(copy.error());
    }
    Keepsake keepsake{.instance = instance.id,
                      .name = box->tag,
                      .region = box->place,
                      .snapshot = copy->id,
                      .diskGb = copy->sizeGb,
                      .bytes = copy->bytes,
                      .expiresAt = copy->createdAt.addDays(days)};
    auto env = box->shapes.back().env;
    for (const auto &name : env.keys()) {
        if (namesSecret(name))
            keepsake.secrets.insert(name, env.take(name));
    }
    keepsake.machine = {{u"box"_s, toJson(instanceFrom(*box))}, {u"env"_s, packed(env)}};
    co_return keepsake;
}

Task<Result<std::vector<Resource>>> PaperProvider::removeAllBut(Keepsake keepsake, Instance, Progress progress)
{
    co_return co_await removed(keepsake.instance, true, std::move(progress));
}

Task<Result<Instance>> PaperProvider::restore(Keepsake keepsake, Progress progress)
{
    const auto looked = co_await look(progress.stop);
    if (!looked)
        co_return std::unexpected(looked.error());
    const auto copy = copies.find(keepsake.snapshot);
    const auto was = instanceFromJson(keepsake.machine["box"_L1].toObject());
    if (copy == copies.end() || !was)
        co_return failed(ErrorCode::ResourceNotFound, u"its copy is gone"_s);
    auto drawer = copy->second.of;
    drawer.id = nextId(u"drawer"_s);
    Box box{.id = nextId(u"box"_s),
            .owner = keepsake.instance,
            .tag = keepsake.name,
            .place = keepsake.region,
            .drawer = drawer.id,
            .shapes = {{.size = was->size, .image = was->image, .idle = was->idle, .env = keepsake.secrets}}};
    const auto env = keepsake.machine["env"_L1].toObject();
    for (auto variable = env.begin(); variable != env.end(); ++variable)
        box.shapes.back().env.insert(variable.key(), variable->toString());
    co_return co_await builtOrTakenBack(drawer, box, {}, progress);
}

Task<Result<std::vector<Resource>>> PaperProvider::erase(Keepsake keepsake, Progress progress)
{
    co_return co_await removed(keepsake.instance, false, std::move(progress));
}

Task<Result<Recovery>> PaperProvider::recover(JournalEntry entry, Progress progress)
{
    progress.entered(Step::LookingAround);
    const auto looked = co_await look(progress.stop);
    if (!looked)
        co_return std::unexpected(looked.error());
    switch (entry.verb) {
    case Verb::Create:
    case Verb::Clone:
    case Verb::Restore:
        co_return co_await recoverCreation(std::move(entry), std::move(progress));
    case Verb::Move:
    case Verb::RollBackData:
    case Verb::GoBack:
        co_return co_await recoverReplacement(std::move(entry), std::move(progress));
    case Verb::Delete:
    case Verb::Erase:
        co_return co_await recoverRemoval(std::move(entry), std::move(progress));
    case Verb::Recreate:
        co_return co_await recoverRecreation(std::move(entry), std::move(progress));
    case Verb::DropPrevious: {
        const auto gone = co_await dropPrevious(entry.before, std::move(progress));
        if (!gone)
            co_return std::unexpected(gone.error());
        co_return Recovery{.end = Recovery::End::Finished, .instance = entry.before, .removed = *gone};
    }
    case Verb::Snapshot: {
        const bool isTaken = copies.contains(entry.fact(u"copy"_s));
        co_return Recovery{.end = isTaken ? Recovery::End::Finished : Recovery::End::Nothing, .instance = entry.before};
    }
    case Verb::Adopt:
    case Verb::AddAddress:
    case Verb::RemoveAddress:
    case Verb::AddDomain:
    case Verb::RemoveDomain:
    case Verb::BackUp:
    case Verb::RemoveOrphan:
        co_return Recovery(); // nothing is half done; single requests are asked for again by the model
    default:
        co_return recoverChange(entry);
    }
}

Task<Result<Recovery>> PaperProvider::recoverCreation(JournalEntry entry, Progress progress)
{
    const auto box = boxes.find(entry.fact(u"box"_s));
    if (box != boxes.end()) {
        const auto opened = co_await bringBox(box->first, Status::Running, {});
        if (!opened)
            co_return std::unexpected(opened.error());
        co_return Recovery{.end = Recovery::End::Finished, .instance = instanceFrom(boxes.at(entry.fact(u"box"_s)))};
    }
    const Drawer drawer{.id = entry.fact(u"drawer"_s)};
    const auto undone =
        co_await takenBack(drawer, {.owner = entry.instance}, entry.verb != Verb::Restore, {}, std::move(progress));
    if (!undone.leftBehind.empty())
        co_return std::unexpected(undone);
    co_return Recovery{.end = undone.undone.empty() ? Recovery::End::Nothing : Recovery::End::Undone,
                       .removed = undone.undone};
}

Task<Result<Recovery>> PaperProvider::recoverReplacement(JournalEntry entry, Progress progress)
{
    const auto present = presentBox(entry.instance);
    if (!present)
        co_return Recovery();
    const bool isDone = present->id != entry.before.machine;
    if (isDone)
        co_return Recovery{.end = Recovery::End::Finished, .instance = instanceFrom(*present)};
    if (entry.fact(u"old_box"_s).isEmpty()) {
        for (auto &[id, box] : boxes) { // going back had only opened it
            if (box.owner == entry.instance && box.role == Role::Previous)
                box.status = Status::Stopped;
        }
        co_return Recovery{.instance = instanceFrom(*present)};
    }
    const auto undone = co_await takenBack({.id = entry.fact(u"drawer"_s)}, {.id = entry.fact(u"box"_s)}, false, {},
                                           std::move(progress));
    if (!undone.leftBehind.empty())
        co_return std::unexpected(undone);
    if (entry.facts["was_open"_L1].toBool()) {
        const auto opened = co_await bringBox(present->id, Status::Running, {});
        if (!opened)
            co_return std::unexpected(opened.error());
    }
    co_return Recovery{
        .end = Recovery::End::Undone, .instance = instanceFrom(boxes.at(present->id)), .removed = undone.undone};
}

Task<Result<Recovery>> PaperProvider::recoverRemoval(JournalEntry entry, Progress progress)
{
    if (!entry.facts["removing"_L1].toBool()) {
        const auto present = presentBox(entry.instance);
        if (!present)
            co_return Recovery();
        if (!entry.facts["was_open"_L1].toBool() || present->status == Status::Running)
            co_return Recovery{.instance = instanceFrom(*present)};
        const auto open = co_await bringBox(present->id, Status::Running, progress.stop); // it was shut for its copy
        if (!open)
            co_return std::unexpected(open.error());
        co_return Recovery{.end = Recovery::End::Undone, .instance = instanceFrom(*presentBox(entry.instance))};
    }
    const auto gone = co_await removed(entry.instance, entry.facts["keeps_copies"_L1].toBool(), std::move(progress));
    if (!gone)
        co_return std::unexpected(gone.error());
    co_return Recovery{.end = Recovery::End::Finished, .removed = *gone};
}

Task<Result<Recovery>> PaperProvider::recoverRecreation(JournalEntry entry, Progress)
{
    const auto made = boxes.find(entry.fact(u"box"_s));
    if (made == boxes.end())
        co_return Recovery{.instance = entry.before};
    co_return Recovery{.end = Recovery::End::Finished, .instance = instanceFrom(made->second)};
}

Result<Recovery> PaperProvider::recoverChange(const JournalEntry &entry) const
{
    const auto present = presentBox(entry.instance);
    if (!present)
        return Recovery();
    const auto now = instanceFrom(*present);
    auto before = entry.before;
    before.version = entry.fact(u"version_before"_s);
    const bool isChanged = !before.version.isEmpty() && before.version != now.version;
    const bool isOther = now.name != before.name || now.diskGb != before.diskGb;
    return Recovery{.end = isChanged || isOther ? Recovery::End::Finished : Recovery::End::Nothing, .instance = now};
}
