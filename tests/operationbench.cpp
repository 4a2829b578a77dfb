#include "tests/operationbench.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace swarm;

namespace {

constexpr int longestRest = 10'000; // ms, real

QUrl through(const FrontGate &gate, QUrl url)
{
    url.setPort(gate.port());
    return url;
}

} // namespace

Instance Scene::row(const QString &name) const
{
    const auto found = std::ranges::find(rows, name, &Instance::name);
    return found == rows.end() ? Instance() : *found;
}

QStringList Scene::secretLines(const QHash<QString, QString> &of) const
{
    QStringList lines;
    for (auto secret = of.begin(); secret != of.end(); ++secret) {
        const auto id = secret.key().section(u'/', 1, 1);
        const auto name = std::ranges::find(rows, id, &Instance::id);
        const auto receipt = std::ranges::find(receipts, id, &Keepsake::instance);
        auto whose = u"new"_s;
        if (name != rows.end())
            whose = name->name;
        else if (receipt != receipts.end())
            whose = receipt->name;
        auto key = secret.key();
        lines << key.replace(id, whose) + u' ' + *secret;
    }
    lines.sort();
    return lines;
}

simulator::Options OperationBench::options()
{
    // The limiter has tests of its own; here it would only blur which fault did what.
    return {.timeScale = speed, .newAppUnsettled = 300ms, .rateLimits = false};
}

OperationBench::OperationBench(simulator::Simulator &simulator, const FrontGate &gate, const Scene &scene)
    : m_simulator(simulator)
    , m_connection({.api = through(gate, simulator.apiUrl()),
                    .graphql = through(gate, simulator.graphqlUrl()),
                    .appTemplate = simulator.appUrlTemplate()},
                   RetryPolicy(), m_clock, m_logger)
    , m_provider(m_connection, m_clock)
    , m_journal(m_folder.filePath(u"journal"_s), {.apiHost = u"localhost"_s, .organization = u"personal"_s})
    , m_receipts(m_folder.filePath(u"receipts"_s))
    , m_operations(m_provider, m_store, m_passwords, m_opener, m_clock)
{
    m_connection.setToken(u"fo1_test"_s);
    m_provider.setReach(u"personal"_s, {});
    m_operations.setFiles(&m_journal, &m_receipts);
    m_simulator.clearFaults();
    if (!scene.state.isEmpty()) {
        QString error;
        if (!m_simulator.load(scene.state, &error))
            qFatal("%s", qPrintable(error));
    }
    m_simulator.forgetRequests();
    for (const auto &row : scene.rows)
        m_store.put(row);
    m_passwords.secrets = scene.secrets;
    for (const auto &receipt : scene.receipts) {
        if (!waitFor(m_receipts.write(receipt)))
            qFatal("a receipt could not be written");
    }
}

Operation OperationBench::run(const OperationRequest &request)
{
    std::optional<Operation> ended;
    QEventLoop loop;
    const QObject context;
    QObject::connect(&m_operations, &Operations::finished, &context, [&](const Operation &operation) {
        ended = operation;
        loop.quit();
    });
    m_operations.begin(request);
    loop.exec();
    return *ended;
}

std::vector<Operation> OperationBench::recover()
{
    return waitFor(m_operations.recover());
}

std::vector<JournalEntry> OperationBench::journal()
{
    return waitFor(m_journal.entries());
}

void OperationBench::rest()
{
    const bool rests = QTest::qWaitFor([this] { return WorldPicture::isAtRest(m_simulator.state()); }, longestRest);
    if (!rests)
        qWarning("the world does not come to rest");
}

void OperationBench::poll()
{
    // Always lists of everything, so that what is missing is settled.
    Fleet fleet(m_provider, m_store, m_clock, {.fullList = 0ms});
    for (int i = 0; i < 4 && (i < 2 || fleet.hasDoubts()); ++i) {
        if (!waitFor(fleet.poll()))
            qWarning("a poll failed without a fault");
    }
}

QString OperationBench::wrongRow() const
{
    const auto state = m_simulator.state();
    const WorldPicture world(state, {});
    for (const auto &row : m_store.instances()) {
        const auto machine = world.current(row.name, row.machine);
        if (machine.isEmpty() && row.status == Status::Missing)
            continue;
        if (machine.isEmpty())
            return u"row %1 (%2) has no machine"_s.arg(row.name, statusName(row.status));
        if (machine["id"_L1].toString() != row.machine)
            return u"row %1 names machine %2, not %3"_s.arg(row.name, row.machine, machine["id"_L1].toString());
        if (statusOf(machine["state"_L1].toString()) != row.status)
            return u"row %1 is %2, its machine is %3"_s.arg(row.name, statusName(row.status),
                                                            machine["state"_L1].toString());
        if (machine["region"_L1].toString() != row.region)
            return u"row %1 is in %2"_s.arg(row.name, row.region);
        if (machine["config"_L1]["guest"_L1]["memory_mb"_L1].toInt() != row.size.memoryMb)
            return u"row %1 has %2 MB"_s.arg(row.name).arg(row.size.memoryMb);
    }
    for (const auto &value : state["machines"_L1].toArray()) {
        const auto metadata = value["config"_L1]["metadata"_L1];
        const auto word = value["state"_L1].toString();
        const auto name = metadata["remote_swarm_name"_L1].toString();
        const bool isShown = word != "destroyed"_L1 && metadata["remote_swarm_role"_L1].toString() == "current"_L1;
        if (isShown && !m_store.findByAnyName(name))
            return u"no row for %1"_s.arg(name);
    }
    return {};
}

Scene OperationBench::scene() const
{
    return {.state = m_simulator.state(),
            .rows = m_store.instances(),
            .secrets = m_passwords.secrets,
            .receipts = m_receipts.all()};
}
