// What snapshots and addresses cost is asked for sparingly, and counted into the month.
#include "model/extracosts.h"
#include "model/instancestore.h"
#include "model/ledger.h"
#include "model/monthcosts.h"
#include "tests/scriptedprovider.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace swarm;

namespace {

constexpr qint64 gb = 1 << 30;
constexpr double speed = 36'000; //!< six hours pass in 0.6 s
constexpr double slowly = 2'000; //!< ten minutes pass in 0.3 s

Instance named(const QString &name)
{
    return {.id = name, .name = name, .app = name, .machine = u"m-"_s + name, .status = Status::Running, .diskGb = 10};
}

//! Tells of snapshots and addresses.
class Rented : public ScriptedProvider
{
public:
    using ScriptedProvider::ScriptedProvider;

    QStringList asked;
    std::vector<DiskSnapshot> stored{{.id = u"vs_1"_s, .bytes = 20 * gb}, {.id = u"vs_2"_s, .bytes = 10 * gb}};
    std::vector<Address> rented{{.kind = Address::Kind::V4}, {.kind = Address::Kind::SharedV4}};
    bool isAway = false;

    Task<Result<std::vector<DiskSnapshot>>> snapshots(Instance instance) override
    {
        asked += instance.id;
        co_await sleepFor(1ms);
        if (isAway)
            co_return std::unexpected(Error{.code = ErrorCode::NetworkConnectionFailed});
        co_return stored;
    }
    Task<Result<std::vector<Address>>> addresses(Instance) override
    {
        if (isAway)
            co_return std::unexpected(Error{.code = ErrorCode::NetworkConnectionFailed});
        co_return rented;
    }
};

} // namespace

class ExtraCostsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void asksAboutOneAtATime();
    void asksNobodyWhileNobodyLooks();
    void asksAgainAfterSomeHours();
    void asksAgainWhenSomethingWasDone();
    void keepsWhatItKnewWhileTheProviderIsAway();
    void forgetsWhatIsGone();
    void countsIntoTheMonth();
    void isALowerBoundUntilItIsKnown();

private:
    //! As after a poll; returns when what was asked is answered.
    void poll()
    {
        const auto before = m_provider->asked.size();
        m_extras->consider();
        if (m_provider->asked.size() > before)
            QTest::qWait(40);
    }

    void begin(double scale);

    QStringList m_calls;
    Clock m_clock{speed};
    std::unique_ptr<Rented> m_provider;
    std::unique_ptr<InstanceStore> m_store;
    std::unique_ptr<ExtraCosts> m_extras;
};

void ExtraCostsTest::init()
{
    begin(speed);
}

void ExtraCostsTest::begin(double scale)
{
    m_extras.reset();
    m_clock = Clock(scale);
    m_provider = std::make_unique<Rented>(m_calls);
    m_store = std::make_unique<InstanceStore>();
    m_store->replace({named(u"a"_s), named(u"b"_s)});
    m_extras = std::make_unique<ExtraCosts>(*m_provider, *m_store, m_clock);
    m_extras->setWatched(true);
}

void ExtraCostsTest::asksAboutOneAtATime()
{
    QSignalSpy changed(m_extras.get(), &ExtraCosts::changed);
    m_extras->consider();
    m_extras->consider(); // the answer is not there yet
    QCOMPARE(m_provider->asked, QStringList{u"a"_s});
    QTRY_COMPARE(changed.size(), 1);
    QTest::qWait(40);
    poll();
    poll(); // there is nothing left to ask

    QCOMPARE(m_provider->asked, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(m_extras->all().size(), 2);
    QCOMPARE(m_extras->all().value(u"a"_s), (CostExtras{.snapshotGb = 30, .dedicatedV4 = 1}));
}

void ExtraCostsTest::asksNobodyWhileNobodyLooks()
{
    m_extras->setWatched(false);
    poll();
    QVERIFY(m_provider->asked.isEmpty());
}

void ExtraCostsTest::asksAgainAfterSomeHours()
{
    m_store->replace({named(u"a"_s)});
    poll();
    poll();
    QCOMPARE(m_provider->asked.size(), 1);

    QTest::qWait(static_cast<int>(m_clock.scaled(ExtraCosts::lifetime).count()) + 10);
    m_provider->rented.clear();
    poll();

    QCOMPARE(m_provider->asked.size(), 2);
    QCOMPARE(m_extras->all().value(u"a"_s).dedicatedV4, 0);
}

void ExtraCostsTest::asksAgainWhenSomethingWasDone()
{
    m_store->replace({named(u"a"_s)});
    poll();
    m_extras->expire(u"a"_s);
    poll();
    QCOMPARE(m_provider->asked.size(), 2);

    m_extras->expire(u"a"_s);
    m_extras->consider();
    m_extras->expire(u"a"_s); // before the answer: it may be older
    QTest::qWait(40);
    poll();
    QCOMPARE(m_provider->asked.size(), 4);
}

void ExtraCostsTest::keepsWhatItKnewWhileTheProviderIsAway()
{
    begin(slowly);
    m_store->replace({named(u"a"_s)});
    poll();
    m_provider->isAway = true;
    m_extras->expire(u"a"_s);
    poll();
    poll(); // not at once again
    QCOMPARE(m_provider->asked.size(), 2);
    QCOMPARE(m_extras->all().value(u"a"_s).dedicatedV4, 1);

    QTest::qWait(static_cast<int>(m_clock.scaled(ExtraCosts::pauseAfterFailure).count()) + 10);
    poll();
    QCOMPARE(m_provider->asked.size(), 3);
}

void ExtraCostsTest::forgetsWhatIsGone()
{
    poll();
    poll();
    m_store->remove(u"a"_s);
    QCOMPARE(m_extras->all().keys(), QStringList{u"b"_s});
    m_extras->forget();
    QVERIFY(m_extras->all().isEmpty());
    poll();
    QCOMPARE(m_provider->asked.back(), u"b"_s);
}

void ExtraCostsTest::countsIntoTheMonth()
{
    const QTemporaryDir folder;
    auto now = QDateTime::currentDateTimeUtc().addSecs(-3600);
    Ledger ledger(folder.path(), nullptr, [&now] { return now; });
    ledger.follow(*m_store);
    for (; now < QDateTime::currentDateTimeUtc(); now = now.addSecs(60))
        ledger.confirm();
    MonthCosts months(m_clock);
    months.setExtras({{u"a"_s, {.snapshotGb = 1000, .dedicatedV4 = 1}}, {u"b"_s, {.snapshotGb = 0, .dedicatedV4 = 0}}},
                     0);

    months.setLedger(&ledger);

    QTRY_VERIFY(months.isKnown());
    const auto &costs = months.all();
    QVERIFY(costs.value(u"a"_s).cost.snapshots > 0);
    QVERIFY(costs.value(u"a"_s).cost.addresses > 0);
    QCOMPARE(costs.value(u"b"_s).cost.snapshots, 0.0);
    QCOMPARE(costs.value(u"b"_s).cost.addresses, 0.0);
    QVERIFY(!(costs.value(u"b"_s).unknownParts & (CostPart::Snapshots | CostPart::Addresses)));
    months.setLedger(nullptr);
}

void ExtraCostsTest::isALowerBoundUntilItIsKnown()
{
    const QTemporaryDir folder;
    Ledger ledger(folder.path());
    ledger.follow(*m_store);
    ledger.confirm();
    MonthCosts months(m_clock);
    months.setExtras({{u"a"_s, {.snapshotGb = 0, .dedicatedV4 = 0}}}, 0);

    months.setLedger(&ledger);

    QTRY_VERIFY(months.isKnown());
    const auto missing = CostPart::Snapshots | CostPart::Addresses;
    QVERIFY(!(months.all().value(u"a"_s).unknownParts & missing));
    QCOMPARE(months.all().value(u"b"_s).unknownParts & missing, missing);
    months.setLedger(nullptr);
}

QTEST_GUILESS_MAIN(ExtraCostsTest)
#include "tst_extracosts.moc"
