// Random histories of a swarm, told through lists that lag, leave regions out, come in pages and fail: what is shown is
// never gone when it is not, and never running when it is not.
//
// By default a few seeds run; with SWARM_WHOLE_MATRIX set, many.
#include "model/fleet.h"
#include "model/instancestore.h"
#include "tests/flyfixture.h"
#include "tests/randomhistory.h"

#include <QEventLoop>
#include <QSet>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <random>
#include <ranges>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace swarm;

namespace {

constexpr double speed = 200;
constexpr int stepsOfAHistory = 60;
//! Between a change and its stamp, or a question and its arrival, a busy computer may let some time pass.
constexpr auto margin = 3s;
//! Longer than changes are told again, and than a destroyed machine can be looked at.
constexpr auto longAgo = 65s;

constexpr int randomCases = 3000; //!< of what is cheap to try

//! From 0 up to, not including, `end`.
using Draw = std::function<int(int end)>;

Draw drawFrom(unsigned seed)
{
    return [random = std::mt19937(seed)](int end) mutable {
        return static_cast<int>(random() % static_cast<unsigned>(end));
    };
}

//! API.md, section 4, and CONTRACT.md, section 3: every word for a state.
const QHash<QString, Status> &wordsOfFly()
{
    static const QHash<QString, Status> words{
        {u"creating"_s, Status::Creating},   {u"pending"_s, Status::Creating},  {u"created"_s, Status::Creating},
        {u"starting"_s, Status::Starting},   {u"started"_s, Status::Running},   {u"restarting"_s, Status::Restarting},
        {u"stopping"_s, Status::Stopping},   {u"stopped"_s, Status::Stopped},   {u"suspending"_s, Status::Suspending},
        {u"suspended"_s, Status::Suspended}, {u"updating"_s, Status::Updating}, {u"replacing"_s, Status::Updating},
        {u"replaced"_s, Status::Updating},   {u"migrated"_s, Status::Updating}, {u"destroying"_s, Status::Deleting},
        {u"destroyed"_s, Status::Deleted},   {u"failed"_s, Status::Failed},     {u"launch_failed"_s, Status::Failed},
        {u"crashed"_s, Status::Failed}};
    return words;
}

QString anyWord(const Draw &draw)
{
    static const auto words = [] {
        auto sorted = wordsOfFly().keys();
        sorted.sort(); // a hash has another order each time
        return sorted;
    }();
    return words[draw(static_cast<int>(words.size()))];
}

//! One of few ids, so that lists have some in common.
Instance anyInstance(const Draw &draw)
{
    const auto state = anyWord(draw);
    return {.id = u"id-%1"_s.arg(draw(12)),
            .name = u"name-%1"_s.arg(draw(3)),
            .machine = u"machine"_s,
            .version = u"v%1"_s.arg(draw(2)),
            .region = draw(2) == 0 ? u"ams"_s : u"fra"_s,
            .state = state,
            .status = statusOf(state),
            .isSilent = draw(4) == 0,
            .updatedAt = QDateTime::fromSecsSinceEpoch(1'790'000'000 + draw(20), Qt::UTC)};
}

Instances anyList(const Draw &draw, bool hasEachOnce)
{
    Instances list;
    QSet<InstanceId> ids;
    for (int count = draw(15); count > 0; --count) {
        const auto instance = anyInstance(draw);
        if (hasEachOnce && ids.contains(instance.id))
            continue;
        ids.insert(instance.id);
        list.push_back(instance);
    }
    return list;
}

//! What `before` becomes when `now` is told, done the simple way: known rows keep their place, new ones come last, and
//! of an id that is told twice the last word counts.
Instances expected(const Instances &before, const Instances &now)
{
    const auto lastFirst = std::views::reverse(now);
    const auto lastWord = [&](const InstanceId &id) -> const Instance * {
        const auto found = std::ranges::find(lastFirst, id, &Instance::id);
        return found == lastFirst.end() ? nullptr : &*found;
    };
    Instances rows;
    for (const auto &row : before) {
        if (const auto *word = lastWord(row.id))
            rows.push_back(*word);
    }
    for (const auto &told : now) {
        if (std::ranges::find(rows, told.id, &Instance::id) == rows.end())
            rows.push_back(*lastWord(told.id));
    }
    return rows;
}

} // namespace

class HistoriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() const;
    void cleanup();

    void knowsEachOfFlysWords();
    void neverTakesAnotherWordForRunning();
    void becomesAnyListFromAnyOther();
    void endsWithTheNewestWordInWhateverOrderItCame();
    void showsOnlyWhatIsSo_data();
    void showsOnlyWhatIsSo();

private:
    void begin(unsigned seed);
    void pause(std::chrono::milliseconds simulated);
    //! Whether it was answered.
    bool poll(bool isFull);
    void compare();
    void compareRow(const Instance &row, const Truth &truth, qint64 now);
    void compareAbsence(const QString &id, const Truth &truth, const QString &what);
    void compareAtTheEnd();
    void compareRowAtTheEnd(const Instance &row, const Truth::Machine &machine);
    void selectAny();
    void complain(const QString &problem);

    std::optional<FlyFixture> m_fly;
    std::optional<InstanceStore> m_store;
    std::optional<RandomHistory> m_history;
    std::optional<Fleet> m_fleet;
    QStringList m_problems;
    QSet<InstanceId> m_shown; //!< those that had a row once
    qint64 m_windowBegan = 0; //!< what the latest poll tells was so at some moment since then

    int m_histories = 0;
    int m_polls = 0;
    int m_failedPolls = 0;
    int m_comparisons = 0;
    int m_running = 0; //!< rows shown as running, and found to be
    int m_grey = 0; //!< rows that were marked as old
    int m_dark = 0; //!< instances on a host that was away: lists do not say whose machines those are
};

void HistoriesTest::initTestCase()
{
    qputenv("QT_LOGGING_RULES", "remoteswarm.*=false");
    QLoggingCategory::setFilterRules(u"remoteswarm.*=false"_s);
}

void HistoriesTest::cleanupTestCase() const
{
    qInfo("%d histories, %d polls (%d more failed), %d rows compared: %d running, %d marked as old, %d on hosts away",
          m_histories, m_polls, m_failedPolls, m_comparisons, m_running, m_grey, m_dark);
}

void HistoriesTest::cleanup()
{
    m_fleet.reset();
    m_history.reset();
    m_store.reset();
    m_fly.reset();
}

void HistoriesTest::knowsEachOfFlysWords()
{
    for (auto word = wordsOfFly().begin(); word != wordsOfFly().end(); ++word)
        QVERIFY2(statusOf(word.key()) == word.value(), qPrintable(word.key()));
}

void HistoriesTest::neverTakesAnotherWordForRunning()
{
    // Words near to the known ones: a letter more, less, or another.
    const auto draw = drawFrom(1);
    for (int i = 0; i < randomCases; ++i) {
        auto word = anyWord(draw);
        for (int changes = 1 + draw(3); changes > 0; --changes) {
            const auto place = draw(static_cast<int>(word.size()) + 1);
            const QChar letter(u' ' + draw(95));
            if (draw(2) == 0 || place == word.size())
                word.insert(place, letter);
            else
                word[place] = letter;
        }
        if (!wordsOfFly().contains(word))
            QVERIFY2(statusOf(word) == Status::Unknown, qPrintable(word));
    }
}

void HistoriesTest::becomesAnyListFromAnyOther()
{
    for (unsigned seed = 1; seed <= randomCases; ++seed) {
        const auto draw = drawFrom(seed);
        const auto before = anyList(draw, true);
        const auto now = anyList(draw, false);

        const auto delta = difference(before, now);
        auto rows = before;
        applyTo(rows, delta);

        const auto place = "seed " + QByteArray::number(seed);
        const auto *text = place.constData();
        QVERIFY2(rows == expected(before, now), text);
        QVERIFY2(delta.isEmpty() == (rows == before), text);
        QVERIFY2(std::ranges::adjacent_find(delta.removedRows, std::less_equal()) == delta.removedRows.end(), text);
        QVERIFY2(std::ranges::all_of(delta.changes,
                                     [&](const auto &change) {
                                         return change.before != change.after && change.before.id == change.after.id
                                             && std::ranges::find(before, change.before) != before.end();
                                     }),
                 text);
        QVERIFY2(difference(rows, now).isEmpty(), text);
    }
}

void HistoriesTest::endsWithTheNewestWordInWhateverOrderItCame()
{
    for (unsigned seed = 1; seed <= randomCases; ++seed) {
        const auto draw = drawFrom(seed);
        const auto place = "seed " + QByteArray::number(seed);
        const auto *text = place.constData();
        std::vector<Instance> words;
        for (int count = 2 + draw(6); count > 0; --count) {
            auto word = anyInstance(draw);
            word.id = u"id"_s;
            word.isSilent = false; // what a list tells is not silent
            word.updatedAt = word.updatedAt.addMSecs(count); // no two at the same moment
            words.push_back(word);
        }
        const auto newest = *std::ranges::max_element(words, {}, &Instance::updatedAt);

        auto row = words.front();
        for (const auto &word : words) {
            const auto before = row;
            row = merged(row, word);
            QVERIFY2(row.updatedAt >= before.updatedAt, text);
            QVERIFY2(merged(row, word) == row, text);
        }

        QVERIFY2(row == newest, text);
    }
}

void HistoriesTest::showsOnlyWhatIsSo_data()
{
    QTest::addColumn<unsigned>("seed");
    const unsigned count = qEnvironmentVariableIsSet("SWARM_WHOLE_MATRIX") ? 300 : 4;
    for (unsigned seed = 1; seed <= count; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void HistoriesTest::showsOnlyWhatIsSo()
{
    QFETCH(unsigned, seed);
    begin(seed);

    for (int step = 0; step < stepsOfAHistory && m_problems.isEmpty(); ++step) {
        m_history->happen();
        if (m_history->chance(40))
            pause(m_history->chance(6) ? longAgo : std::chrono::milliseconds(m_history->number(8000)));
        if (m_history->chance(20))
            selectAny();
        if (m_history->chance(50)) {
            if (poll(m_history->chance(15)))
                compare();
        }
    }
    if (m_problems.isEmpty()) {
        m_history->calmDown();
        pause(m_history->longestLag() + longAgo);
        int answered = 0;
        for (int polls = 0; polls < 8 && answered < 2; ++polls) // a very busy computer may make one late
            answered += poll(true) ? 1 : 0;
        if (answered < 2)
            complain(u"lists fail although all is calm"_s);
        compareAtTheEnd();
    }

    if (!m_problems.isEmpty()) {
        for (const auto &line : m_history->lines())
            qInfo("%s", qPrintable(line));
    }
    QVERIFY2(m_problems.isEmpty(), qPrintable(m_problems.join(u'\n')));
}

void HistoriesTest::begin(unsigned seed)
{
    ++m_histories;
    m_problems.clear();
    m_shown.clear();
    // The limiter has tests of its own; here it would only make things wait.
    m_fly.emplace(simulator::Options{.timeScale = speed, .newAppUnsettled = 0ms, .rateLimits = false});
    m_fly->simulator.setAutostopAfter(0ms);
    m_store.emplace();
    m_history.emplace(m_fly->simulator, seed);
    // Polls when it is told to; a full list every ten minutes as in life.
    m_fleet.emplace(*m_fly->provider, *m_store, m_fly->clock,
                    Fleet::Pace{.normal = 1000h, .changing = 1000h, .hidden = 1000h, .longest = 1000h});
    connect(&*m_store, &InstanceStore::removed, this,
            [this](const QString &id) { compareAbsence(id, m_history->truth(), u"is taken away"_s); });
    m_fleet->start();
}

void HistoriesTest::pause(std::chrono::milliseconds simulated)
{
    QEventLoop loop;
    QTimer::singleShot(m_fly->clock.scaled(simulated), Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

bool HistoriesTest::poll(bool isFull)
{
    QEventLoop loop;
    bool isAnswered = false;
    bool isOver = false;
    const auto end = [&](bool answered) {
        isAnswered = answered;
        isOver = true;
        loop.quit();
    };
    connect(&*m_fleet, &Fleet::refreshed, &loop, [end] { end(true); });
    connect(&*m_fleet, &Fleet::failed, &loop, [end] { end(false); });
    QTimer::singleShot(60s, &loop, &QEventLoop::quit);
    m_history->note(isFull ? u"poll, in full"_s : u"poll"_s);
    m_windowBegan = m_fly->simulator.now() - (m_history->longestLag() + std::chrono::milliseconds(margin)).count();
    m_fleet->refresh(isFull);
    loop.exec();

    if (!isOver)
        complain(u"the poll does not end"_s);
    if (!isAnswered)
        m_history->note(u"the poll failed"_s);
    ++(isAnswered ? m_polls : m_failedPolls);
    return isAnswered;
}

void HistoriesTest::compare()
{
    const auto truth = m_history->truth();
    const auto now = m_fly->simulator.now();
    QSet<InstanceId> ids;
    for (const auto &row : m_store->instances()) {
        if (ids.contains(row.id))
            complain(u"%1 has two rows"_s.arg(row.id));
        ids.insert(row.id);
        compareRow(row, truth, now);
    }
    m_shown += ids;
    for (const auto &id : std::as_const(m_shown)) {
        if (!ids.contains(id))
            compareAbsence(id, truth, u"has no row"_s);
    }
}

void HistoriesTest::compareRow(const Instance &row, const Truth &truth, qint64 now)
{
    ++m_comparisons;
    if (row.status == Status::Missing || row.status == Status::Deleted) {
        compareAbsence(row.id, truth, u"is shown as "_s + statusName(row.status));
        return;
    }
    if (row.status != wordsOfFly().value(row.state, Status::Unknown))
        complain(u"%1 is \"%2\" and shown as %3"_s.arg(row.id, row.state, statusName(row.status)));
    if (row.isSilent) {
        ++m_grey;
    } else if (row.status == Status::Running && row.isHostReachable) {
        if (truth.wasRunning(row.machine, m_windowBegan, now))
            ++m_running;
        else if (m_history->wasHostAway(row.machine, m_windowBegan))
            ++m_dark;
        else
            complain(u"%1 is shown as running on %2, which is not so"_s.arg(row.id, row.machine));
    }
}

void HistoriesTest::compareAbsence(const QString &id, const Truth &truth, const QString &what)
{
    const auto *machine = truth.current(id);
    if (machine && m_history->wasHostAway(machine->id(), m_windowBegan))
        ++m_dark;
    else if (machine)
        complain(u"%1 %2, and lives on %3, which is \"%4\""_s.arg(id, what, machine->id(), machine->state()));
}

void HistoriesTest::compareAtTheEnd()
{
    const auto truth = m_history->truth();
    for (const auto &id : truth.instances()) {
        const auto *row = m_store->find(id);
        const auto *machine = truth.current(id);
        ++m_comparisons;
        if (machine && !machine->isHostReachable() && (!row || row->machine != machine->id())) {
            ++m_dark;
        } else if (!machine && row && row->status != Status::Missing) {
            // In the middle of a switch that went wrong, what was shown before may be all that is left.
            const auto *left = truth.machine(row->machine);
            if (left && !left->isOver())
                compareRowAtTheEnd(*row, *left);
            else
                complain(u"%1 is gone, and still shown as \"%2\" on %3"_s.arg(id, row->state, row->machine));
        } else if (machine && row) {
            compareRowAtTheEnd(*row, *machine);
        } else if (machine) {
            complain(u"%1 has no row at the end, and lives on %2"_s.arg(id, machine->id()));
        }
    }
}

void HistoriesTest::compareRowAtTheEnd(const Instance &row, const Truth::Machine &machine)
{
    const auto same = [&](const char *what, const auto &shown, const auto &is) {
        if (shown != is) {
            QString text;
            QDebug(&text) << row.id << "at the end:" << what << "is shown as" << shown << "and is" << is;
            complain(text);
        }
    };
    same("machine", row.machine, machine.id());
    same("state", row.state, machine.state());
    same("status", statusName(row.status), statusName(wordsOfFly().value(machine.state(), Status::Unknown)));
    same("reachable host", row.isHostReachable, machine.isHostReachable());
    if (!machine.isHostReachable()) // nobody can know more
        return;
    if (machine.role() == "current"_L1) { // only of such do lists tell
        same("silence", row.isSilent, false);
        same("name", row.name, machine.metadata("remote_swarm_name"));
    }
    const auto config = machine.json["config"_L1].toObject();
    same("app", row.app, machine.text("app"));
    same("region", row.region, machine.text("region"));
    same("version", row.version, machine.text("instance_id"));
    same("memory", row.size.memoryMb, config["guest"_L1]["memory_mb"_L1].toInt());
    same("time of change", row.updatedAt.toMSecsSinceEpoch(), machine.json["updated_at"_L1].toInteger());
    const auto mount = config["mounts"_L1].toArray().at(0).toObject();
    if (!mount.isEmpty()) {
        same("volume", row.volume, mount["volume"_L1].toString());
        same("disk", row.diskGb, mount["size_gb"_L1].toInt());
    }
    for (const auto &value : machine.json["events"_L1].toArray()) { // newest first
        const auto type = value["type"_L1].toString();
        if (type == "start"_L1 || type == "restart"_L1) {
            same("last start", row.startedAt.toMSecsSinceEpoch(), value["timestamp"_L1].toInteger());
            break;
        }
    }
}

void HistoriesTest::selectAny()
{
    const auto &rows = m_store->instances();
    const auto which = m_history->number(static_cast<int>(rows.size()) + 1);
    const auto id = which == static_cast<int>(rows.size()) ? QString() : rows[static_cast<std::size_t>(which)].id;
    m_history->note(u"somebody looks at "_s + (id.isEmpty() ? u"nothing"_s : id));
    m_fleet->setSelected(id);
}

void HistoriesTest::complain(const QString &problem)
{
    m_history->note(u"WRONG: "_s + problem);
    m_problems << problem;
}

QTEST_GUILESS_MAIN(HistoriesTest)
#include "tst_histories.moc"
