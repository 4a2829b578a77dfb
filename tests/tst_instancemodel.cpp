#include "model/instancemodel.h"
#include "model/operationmodel.h"
#include "model/prices.h"
#include "tests/scriptedprovider.h"
#include "tests/scriptedtokenstore.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace swarm;

namespace {

Instance named(const QString &id, const QString &region = {})
{
    return {.id = id, .name = id, .region = region};
}

class SilentOpener : public Opener
{
public:
    [[nodiscard]] Task<Result<void>> open(Instance, QString) override { co_return Result<void>(); }
};

} // namespace

class InstanceModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheDifference();
    void seesNoDifferenceInAnotherOrder();
    void becomesWhatItIsTold();
    void keepsOneRowForAnIdThatComesTwice();

    void replacesRows();
    void saysNothingWhenNothingChanged();
    void putsNewAndKnownInstances();
    void removesRows();
    void tellsOfRemovalsAfterTheChange();
    void holdsRowsAgainstReplace();
    void holdsRowsAsOftenAsItIsAsked();
    void putAndRemoveReachHeldRows();
    void findsByEveryName();
    void prefersNamesToIdsAndAppsToMachines();

    void followsTheStoreRowByRow();
    void showsWhatTheStoreHadBefore();
    void givesValuesByRole();
    void sortsByRawValues();
    void survivesManyRandomChanges();

    void listsOperationsNewestFirst();
    void showsOperationsThatRanBefore();
};

void InstanceModelTest::tellsTheDifference()
{
    const Instances before{named(u"a"_s), named(u"b"_s), named(u"c"_s), named(u"d"_s)};
    const Instances now{named(u"e"_s), named(u"d"_s, u"fra"_s), named(u"b"_s)};

    const auto delta = difference(before, now);

    QCOMPARE(delta.removedRows, (std::vector<int>{2, 0}));
    QCOMPARE(delta.changes.size(), 1u);
    QCOMPARE(delta.changes.front().row, 1); // after the removals
    QCOMPARE(delta.changes.front().before, named(u"d"_s));
    QCOMPARE(delta.changes.front().after, named(u"d"_s, u"fra"_s));
    QCOMPARE(delta.added, Instances{named(u"e"_s)});
    QVERIFY(!delta.isEmpty());
}

void InstanceModelTest::seesNoDifferenceInAnotherOrder()
{
    const Instances before{named(u"a"_s), named(u"b"_s)};

    QVERIFY(difference(before, {named(u"b"_s), named(u"a"_s)}).isEmpty());
    QVERIFY(difference({}, {}).isEmpty());
}

void InstanceModelTest::becomesWhatItIsTold()
{
    const Instances before{named(u"a"_s), named(u"b"_s), named(u"c"_s)};
    auto rows = before;

    applyTo(rows, difference(before, {named(u"d"_s), named(u"c"_s, u"ams"_s), named(u"a"_s)}));

    QCOMPARE(rows, (Instances{named(u"a"_s), named(u"c"_s, u"ams"_s), named(u"d"_s)}));
}

void InstanceModelTest::keepsOneRowForAnIdThatComesTwice()
{
    InstanceStore store;
    InstanceModel model(store);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);

    store.replace({named(u"a"_s), named(u"a"_s), named(u"b"_s)}); // pages of a list that moved may overlap

    QCOMPARE(store.instances(), (Instances{named(u"a"_s), named(u"b"_s)}));
    store.replace({named(u"a"_s), named(u"b"_s, u"fra"_s), named(u"b"_s, u"fra"_s)});
    QCOMPARE(store.instances(), (Instances{named(u"a"_s), named(u"b"_s, u"fra"_s)}));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.instanceAt(1), named(u"b"_s, u"fra"_s));
}

void InstanceModelTest::replacesRows()
{
    InstanceStore store;
    const QSignalSpy changed(&store, &InstanceStore::changed);

    store.replace({named(u"a"_s), named(u"b"_s)});
    store.replace({named(u"b"_s), named(u"c"_s)});

    QCOMPARE(store.instances(), (Instances{named(u"b"_s), named(u"c"_s)}));
    QCOMPARE(changed.size(), 2);
}

void InstanceModelTest::saysNothingWhenNothingChanged()
{
    InstanceStore store;
    store.replace({named(u"a"_s), named(u"b"_s)});
    const QSignalSpy changed(&store, &InstanceStore::changed);
    const QSignalSpy removed(&store, &InstanceStore::removed);

    store.replace({named(u"b"_s), named(u"a"_s)});
    store.put(named(u"a"_s));
    store.remove(u"unknown"_s);

    QCOMPARE(changed.size(), 0);
    QCOMPARE(removed.size(), 0);
}

void InstanceModelTest::putsNewAndKnownInstances()
{
    InstanceStore store;

    store.put(named(u"a"_s));
    store.put(named(u"b"_s));
    store.put(named(u"a"_s, u"fra"_s));

    QCOMPARE(store.instances(), (Instances{named(u"a"_s, u"fra"_s), named(u"b"_s)}));
    QVERIFY(store.find(u"a"_s));
    QCOMPARE(store.find(u"a"_s)->region, u"fra"_s);
    QVERIFY(!store.find(u"c"_s));
}

void InstanceModelTest::removesRows()
{
    InstanceStore store;
    store.replace({named(u"a"_s), named(u"b"_s), named(u"c"_s)});
    const QSignalSpy removed(&store, &InstanceStore::removed);

    store.remove(u"b"_s);

    QCOMPARE(store.instances(), (Instances{named(u"a"_s), named(u"c"_s)}));
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed.front().front().toString(), u"b"_s);
}

void InstanceModelTest::tellsOfRemovalsAfterTheChange()
{
    InstanceStore store;
    store.replace({named(u"a"_s), named(u"b"_s), named(u"c"_s)});
    QStringList heard;
    connect(&store, &InstanceStore::changed, &store, [&] { heard << u"changed"_s; });
    connect(&store, &InstanceStore::removed, &store, [&](const QString &id) {
        heard << u"removed "_s + id;
        QVERIFY(!store.find(id));
    });

    store.replace({named(u"b"_s)});

    QCOMPARE(heard.size(), 3);
    QCOMPARE(heard.takeFirst(), u"changed"_s);
    heard.sort();
    QCOMPARE(heard, (QStringList{u"removed a"_s, u"removed c"_s}));
}

void InstanceModelTest::holdsRowsAgainstReplace()
{
    InstanceStore store;
    store.replace({named(u"a"_s), named(u"b"_s)});
    store.hold(u"a"_s);
    store.hold(u"b"_s);
    store.hold(u"new"_s);

    store.replace({named(u"a"_s, u"fra"_s), named(u"new"_s), named(u"c"_s)});

    QVERIFY(store.isHeld(u"a"_s));
    QCOMPARE(store.instances(), (Instances{named(u"a"_s), named(u"b"_s), named(u"c"_s)}));
    for (const auto &id : {u"a"_s, u"b"_s, u"new"_s})
        store.release(id);
    store.replace({named(u"a"_s, u"fra"_s), named(u"new"_s)});
    QCOMPARE(store.instances(), (Instances{named(u"a"_s, u"fra"_s), named(u"new"_s)}));
}

void InstanceModelTest::holdsRowsAsOftenAsItIsAsked()
{
    InstanceStore store;
    store.put(named(u"a"_s));
    store.hold(u"a"_s);
    store.hold(u"a"_s);

    store.release(u"a"_s);
    QVERIFY(store.isHeld(u"a"_s));

    store.release(u"a"_s);
    QVERIFY(!store.isHeld(u"a"_s));
}

void InstanceModelTest::putAndRemoveReachHeldRows()
{
    InstanceStore store;
    store.replace({named(u"a"_s), named(u"b"_s)});
    store.hold(u"a"_s);
    store.hold(u"b"_s);

    store.put(named(u"a"_s, u"fra"_s));
    store.remove(u"b"_s);

    QCOMPARE(store.instances(), Instances{named(u"a"_s, u"fra"_s)});
}

void InstanceModelTest::findsByEveryName()
{
    InstanceStore store;
    store.put({.id = u"id-1"_s, .name = u"thesis"_s, .app = u"thesis-x7k2"_s, .machine = u"d891"_s});
    store.put({.id = u"id-2"_s, .name = u"blog"_s, .app = u"blog"_s, .machine = u"d892"_s});

    for (const auto &text : {u"id-1"_s, u"thesis"_s, u"thesis-x7k2"_s, u"d891"_s}) {
        const auto *found = store.findByAnyName(text);
        QVERIFY2(found, qPrintable(text));
        QCOMPARE(found->id, u"id-1"_s);
    }
    QVERIFY(!store.findByAnyName(u"Thesis"_s));
    QVERIFY(!store.findByAnyName(u"thes"_s));
    store.put({.id = u"id-3"_s, .name = u"being-created"_s});
    QVERIFY(!store.findByAnyName(QString()));
}

void InstanceModelTest::prefersNamesToIdsAndAppsToMachines()
{
    InstanceStore store;
    store.put({.id = u"1"_s, .name = u"one"_s, .app = u"app-1"_s, .machine = u"word"_s});
    QCOMPARE(store.findByAnyName(u"word"_s)->id, u"1"_s);
    store.put({.id = u"2"_s, .name = u"two"_s, .app = u"word"_s, .machine = u"machine-2"_s});
    QCOMPARE(store.findByAnyName(u"word"_s)->id, u"2"_s);
    store.put({.id = u"word"_s, .name = u"three"_s, .app = u"app-3"_s, .machine = u"machine-3"_s});
    QCOMPARE(store.findByAnyName(u"word"_s)->id, u"word"_s);
    store.put({.id = u"4"_s, .name = u"word"_s, .app = u"app-4"_s, .machine = u"machine-4"_s});
    QCOMPARE(store.findByAnyName(u"word"_s)->id, u"4"_s);
}

void InstanceModelTest::followsTheStoreRowByRow()
{
    InstanceStore store;
    InstanceModel model(store);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    const QSignalSpy removals(&model, &QAbstractItemModel::rowsRemoved);
    const QSignalSpy additions(&model, &QAbstractItemModel::rowsInserted);
    store.replace({named(u"a"_s), named(u"b"_s), named(u"c"_s)});
    const QPersistentModelIndex selected = model.index(2, 0);

    store.replace({named(u"d"_s), named(u"c"_s, u"fra"_s), named(u"a"_s)});

    const auto id = [&](int row) { return model.index(row, 0).data(InstanceModel::IdRole).toString(); };
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE((QStringList{id(0), id(1), id(2)}), (QStringList{u"a"_s, u"c"_s, u"d"_s}));
    QCOMPARE(selected.row(), 1); // the selection stays with its instance
    QCOMPARE(model.instanceAt(1).region, u"fra"_s);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.front().at(0).toModelIndex(), model.index(1, 0));
    QCOMPARE(changes.front().at(1).toModelIndex(), model.index(1, InstanceModel::ColumnCount - 1));
    QCOMPARE(removals.size(), 1);
    QCOMPARE(additions.size(), 2);
    QCOMPARE(resets.size(), 0);
}

void InstanceModelTest::showsWhatTheStoreHadBefore()
{
    InstanceStore store;
    store.replace({named(u"a"_s), named(u"b"_s)});

    const InstanceModel model(store);

    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.instanceAt(1), named(u"b"_s));
}

void InstanceModelTest::givesValuesByRole()
{
    const QDateTime started(QDate(2026, 11, 24), QTime(10, 0), Qt::UTC);
    const Instance running{.id = u"id-1"_s,
                           .name = u"thesis"_s,
                           .region = u"ams"_s,
                           .state = u"started"_s,
                           .status = Status::Running,
                           .size = {CpuKind::Shared, 2, 4096},
                           .diskGb = 20,
                           .startedAt = started};
    InstanceStore store;
    store.put(running);
    const InstanceModel model(store);

    const auto value = [&](int column) { return model.index(0, column).data(InstanceModel::ValueRole); };
    QCOMPARE(value(InstanceModel::Name), u"thesis"_s);
    QCOMPARE(value(InstanceModel::Region), u"ams"_s);
    QCOMPARE(value(InstanceModel::Disk), 20);
    QCOMPARE(value(InstanceModel::Uptime), started);
    QCOMPARE(value(InstanceModel::HourlyPrice).toDouble(), computePerHour(running.size, u"ams"_s));
    QCOMPARE(model.index(0, 3).data(InstanceModel::IdRole), u"id-1"_s);
    QCOMPARE(model.index(0, 3).data(InstanceModel::InstanceRole).value<Instance>(), running);
    QVERIFY(!model.index(0, 0).data(Qt::DisplayRole).isValid()); // words belong to ui
}

void InstanceModelTest::sortsByRawValues()
{
    InstanceStore store;
    store.put({.id = u"1"_s, .status = Status::Running, .size = {CpuKind::Shared, 1, 2048}});
    store.put({.id = u"2"_s, .status = Status::Stopped, .size = {CpuKind::Shared, 2, 512}});
    store.put({.id = u"3"_s, .status = Status::Failed, .size = {CpuKind::Shared, 1, 256}});
    const InstanceModel model(store);
    const auto number = [&](int row, int column) {
        return model.index(row, column).data(InstanceModel::ValueRole).toDouble();
    };

    QVERIFY(number(2, InstanceModel::Size) < number(0, InstanceModel::Size));
    QVERIFY(number(0, InstanceModel::Size) < number(1, InstanceModel::Size));
    QVERIFY(number(2, InstanceModel::State) < number(0, InstanceModel::State)); // what needs a hand comes first
    QVERIFY(number(0, InstanceModel::State) < number(1, InstanceModel::State));
    QCOMPARE(number(1, InstanceModel::HourlyPrice), 0.0); // asleep: no compute
}

void InstanceModelTest::survivesManyRandomChanges()
{
    InstanceStore store;
    InstanceModel model(store);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    std::mt19937 random(20261124); // the same each time

    for (int round = 0; round < 200; ++round) {
        Instances now;
        for (int number = 0; number < 20; ++number) {
            if (random() % 3 != 0)
                now.push_back(named(QString::number(number), QString::number(random() % 3)));
        }
        std::ranges::shuffle(now, random);
        store.replace(now);

        QCOMPARE(model.rowCount(), static_cast<int>(now.size()));
        for (int row = 0; row < model.rowCount(); ++row) {
            const auto told = std::ranges::find(now, model.instanceAt(row).id, &Instance::id);
            QVERIFY(told != now.end());
            QCOMPARE(model.instanceAt(row), *told);
            QCOMPARE(model.instanceAt(row), store.instances()[static_cast<std::size_t>(row)]);
        }
    }
    QCOMPARE(resets.size(), 0);
}

void InstanceModelTest::listsOperationsNewestFirst()
{
    QStringList calls;
    const Clock clock(1000);
    InstanceStore store;
    ScriptedProvider provider(calls);
    ScriptedTokenStore passwords(calls);
    SilentOpener opener;
    Operations operations(provider, store, passwords, opener, clock);
    OperationModel model(operations);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    store.replace({named(u"a"_s), named(u"b"_s)});

    const auto first = operations.start(u"a"_s);
    const auto second = operations.stop(u"b"_s);

    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.operationAt(0).id, second);
    QCOMPARE(model.operationAt(1).id, first);
    QTRY_VERIFY(operations.isIdle());
    QVERIFY(changes.size() > 0);
    QCOMPARE(model.operationAt(1), *operations.find(first));
    QCOMPARE(model.index(0, 0).data(OperationModel::OperationRole).value<Operation>(), *operations.find(second));

    operations.dismiss(first);

    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.operationAt(0).id, second);
    QCOMPARE(resets.size(), 0);
}

void InstanceModelTest::showsOperationsThatRanBefore()
{
    QStringList calls;
    const Clock clock(1000);
    InstanceStore store;
    ScriptedProvider provider(calls);
    ScriptedTokenStore passwords(calls);
    SilentOpener opener;
    Operations operations(provider, store, passwords, opener, clock);
    const auto first = operations.start(u"nobody"_s);
    const auto second = operations.start(u"nobody"_s);

    const OperationModel model(operations);

    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.operationAt(0).id, second);
    QCOMPARE(model.operationAt(1).id, first);
}

QTEST_GUILESS_MAIN(InstanceModelTest)
#include "tst_instancemodel.moc"
