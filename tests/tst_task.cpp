#include "model/async/await.h"
#include "model/async/both.h"
#include "model/async/taskscope.h"
#include "model/error.h"
#include "tests/waitfor.h"

#include <QElapsedTimer>
#include <QFuture>
#include <QPromise>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <initializer_list>
#include <memory>
#include <stdexcept>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace swarm;

namespace {

//! Knows every live object by its address: one that is destroyed twice, or never, is seen.
class Witness
{
public:
    Witness() { enter(); }
    explicit Witness(int number)
        : value(number)
    {
        enter();
    }
    Witness(const Witness &other)
        : value(other.value)
    {
        enter();
    }
    Witness &operator=(const Witness &) = default;
    ~Witness()
    {
        if (!s_alive.remove(this))
            ++s_faults;
    }

    int value = 0;

    static void reset()
    {
        s_alive.clear();
        s_faults = 0;
    }
    [[nodiscard]] static qsizetype alive() { return s_alive.size(); }
    [[nodiscard]] static int faults() { return s_faults; }

private:
    void enter()
    {
        if (s_alive.contains(this))
            ++s_faults;
        s_alive.insert(this);
    }

    static inline QSet<const Witness *> s_alive;
    static inline int s_faults = 0;
};

Task<Result<QByteArray>> leaf(std::chrono::milliseconds time)
{
    const Witness here;
    co_await sleepFor(time);
    co_return "done"_ba;
}

Task<Result<int>> middle(std::chrono::milliseconds time)
{
    const Witness here;
    const auto bytes = co_await leaf(time);
    if (!bytes)
        co_return std::unexpected(bytes.error());
    co_return static_cast<int>(bytes->size());
}

Task<int> top(std::chrono::milliseconds time)
{
    const Witness here;
    const auto size = co_await middle(time);
    co_return size.value_or(-1);
}

Task<int> thrower()
{
    const Witness here;
    co_await sleepFor(1ms);
    throw std::runtime_error("no");
}

Task<bool> catcher()
{
    try {
        const int value = co_await thrower();
        co_return value == 0;
    } catch (const std::runtime_error &) {
        co_return true;
    }
}

Task<bool> stoppedSleep(std::chrono::milliseconds time, std::stop_token stop)
{
    const Witness here;
    co_await sleepFor(time, stop);
    co_return stop.stop_requested();
}

Task<QString> noted(QString name, std::chrono::milliseconds time, QStringList *diary)
{
    const Witness here;
    *diary << name + u" begins"_s;
    co_await sleepFor(time);
    *diary << name + u" ends"_s;
    co_return name;
}

Task<int> immediate(int value)
{
    co_return value;
}

Task<int> sumOfBoth(std::chrono::milliseconds first, std::chrono::milliseconds second)
{
    const auto [a, b] = co_await both(top(first), top(second));
    co_return a + b;
}

template <typename Function> QFuture<int> onThread(Function work)
{
    auto promise = std::make_shared<QPromise<int>>();
    auto future = promise->future();
    std::thread([promise, work] {
        promise->start();
        promise->addResult(work());
        promise->finish();
    }).detach();
    return future;
}

Task<int> fromThread(int value)
{
    const Witness here;
    co_return co_await resultOf(onThread([value] { return value; }));
}

// ---- Shapes of co_await. STYLE allows three; compilers must get all of them right, or refuse to build. Each
// returns 3.

struct Pair {
    Witness a = {};
    Witness b = {};
};

using Shape = Task<int> (*)();

Task<Witness> made(int value)
{
    co_await sleepFor(0ms);
    co_return Witness(value);
}

Task<int> sum(Pair pair)
{
    co_await sleepFor(0ms);
    co_return pair.a.value + pair.b.value;
}

Task<int> sumOfReferred(const Pair &pair) // NOLINT(cppcoreguidelines-avoid-reference-coroutine-parameters): the shape
{
    co_await sleepFor(0ms);
    co_return pair.a.value + pair.b.value;
}

Task<int> sumOfExpiring(Pair &&pair) // NOLINT(cppcoreguidelines-avoid-reference-coroutine-parameters): the shape
{
    co_await sleepFor(0ms);
    co_return pair.a.value + pair.b.value;
}

Task<int> sumByDefault(int more, Pair pair = {.a = Witness(1), .b = Witness(1)})
{
    co_await sleepFor(0ms);
    co_return more + pair.a.value + pair.b.value;
}

Task<int> sumIfAny(std::optional<Pair> pair)
{
    co_await sleepFor(0ms);
    co_return pair ? pair->a.value + pair->b.value : -1;
}

Task<int> called(std::function<int()> function)
{
    co_await sleepFor(0ms);
    co_return function();
}

template <typename Function> Task<int> calledDirectly(Function function)
{
    co_await sleepFor(0ms);
    co_return function();
}

Task<int> total(std::vector<Witness> witnesses)
{
    co_await sleepFor(0ms);
    int sum = 0;
    for (const auto &witness : witnesses)
        sum += witness.value;
    co_return sum;
}

Task<int> owned(std::unique_ptr<Witness> witness)
{
    co_await sleepFor(0ms);
    co_return witness->value;
}

Task<Result<Witness>> refused(bool yes)
{
    co_await sleepFor(0ms);
    if (yes)
        co_return std::unexpected(Error{.code = ErrorCode::Cancelled, .detail = u"a text long enough for the heap"_s});
    co_return Witness(3);
}

Task<Pair> madePair()
{
    co_await sleepFor(0ms);
    co_return Pair{.a = Witness(1), .b = Witness(2)};
}

Task<bool> isBelow(int limit, const int *value)
{
    co_await sleepFor(0ms);
    co_return *value < limit;
}

Task<int> bracedTemporary()
{
    co_return co_await sum({.a = Witness(1), .b = Witness(2)});
}

Task<int> namedTemporary()
{
    const auto result = co_await sum(Pair{.a = Witness(1), .b = Witness(2)});
    co_return result;
}

Task<int> temporaryByReference()
{
    const auto result = co_await sumOfReferred({.a = Witness(1), .b = Witness(2)});
    co_return result;
}

Task<int> temporaryByRvalue()
{
    const auto result = co_await sumOfExpiring(Pair{Witness(1), Witness(2)});
    co_return result;
}

Task<int> defaultArgument()
{
    const auto result = co_await sumByDefault(1);
    co_return result;
}

Task<int> temporaryIntoOptional()
{
    const auto result = co_await sumIfAny(Pair{.a = Witness(1), .b = Witness(2)});
    co_return result;
}

Task<int> capturingLambda()
{
    const Witness captured(3);
    const auto result = co_await calledDirectly([captured] { return captured.value; });
    co_return result;
}

Task<int> capturingLambdaInFunction()
{
    const Witness captured(3);
    const auto result = co_await called([captured] { return captured.value; });
    co_return result;
}

Task<int> awaitsInAnInitialiser()
{
    const Pair pair{.a = co_await made(1), .b = co_await made(2)};
    co_return pair.a.value + pair.b.value;
}

Task<int> awaitsInAList()
{
    const std::vector<Witness> witnesses{co_await made(1), co_await made(2)};
    co_return witnesses[0].value + witnesses[1].value;
}

Task<int> listOfTemporaries()
{
    const auto result = co_await total({Witness(1), Witness(2)});
    co_return result;
}

Task<int> awaitsInAConditional()
{
    const bool first = (co_await made(1)).value == 1;
    const Witness chosen = first ? co_await made(3) : co_await made(4);
    co_return chosen.value;
}

Task<int> awaitsInAnAnd()
{
    const bool isSo = (co_await made(1)).value == 1 && (co_await made(3)).value == 3;
    co_return isSo ? 3 : -1;
}

Task<int> awaitInASwitch()
{
    switch ((co_await made(2)).value) {
    case 2:
        co_return 3;
    default:
        co_return -1;
    }
}

Task<int> awaitInAnIf()
{
    if (const auto witness = co_await refused(false); witness)
        co_return witness->value;
    co_return -1;
}

Task<int> awaitInAWhile()
{
    int rounds = 0;
    while (co_await isBelow(3, &rounds))
        ++rounds;
    co_return rounds;
}

Task<int> structuredBinding()
{
    const auto [a, b] = co_await madePair();
    co_return a.value + b.value;
}

Task<int> unexpectedTemporary()
{
    const auto result = co_await refused(true);
    co_return !result && result.error().code == ErrorCode::Cancelled ? 3 : -1;
}

Task<int> movedOwner()
{
    auto witness = std::make_unique<Witness>(3);
    const auto result = co_await owned(std::move(witness));
    co_return result;
}

Task<int> awaitInATry()
{
    const Witness outer(3);
    try {
        const Witness inner(1);
        const auto value = co_await thrower();
        co_return value;
    } catch (const std::runtime_error &) {
        co_return outer.value;
    }
}

} // namespace

class TaskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Witness::reset(); }
    void cleanup();

    void returnsThroughThreeLevels();
    void doesNotStartUntilAwaited();
    void endsWithItsScope();
    void carriesExceptions();
    void callbackMayDeleteTheScope();
    void callbackMayLaunchMore();
    void finishedButUndeliveredIsDropped();
    void runsManyAtOnce();
    void saysWhenNothingRuns();

    void aStoppedSleepEndsEarly();
    void aSleepThatIsStoppedBeforeItBeginsIsShort();
    void aStopDoesNotResumeOnTheStackOfWhoAsks();
    void aStopAfterTheEndDoesNothing();
    void aSleepMayBeDestroyedAfterItWasStopped();

    void runsBothSideBySide();
    void returnsBothEvenWhenNeitherWaits();
    void endsBothWithTheirScope();
    void endsOneWhenTheOtherIsOver();
    void bothMayContainBoth();

    void bringsResultsFromAnotherThread();
    void leavesAThreadAloneThatNobodyWaitsFor();

    void getsTheShapesOfAwaitRight_data();
    void getsTheShapesOfAwaitRight();
};

void TaskTest::cleanup()
{
    QCOMPARE(Witness::alive(), 0);
    QCOMPARE(Witness::faults(), 0);
}

void TaskTest::returnsThroughThreeLevels()
{
    QCOMPARE(waitFor(top(1ms)), 4);
}

void TaskTest::doesNotStartUntilAwaited()
{
    const auto never = top(1ms);

    QCOMPARE(Witness::alive(), 0);
}

void TaskTest::endsWithItsScope()
{
    bool called = false;
    {
        TaskScope scope;
        scope.launch(top(1h), [&](int) { called = true; });
        QCOMPARE(Witness::alive(), 3);
    }

    QCOMPARE(Witness::alive(), 0);
    QCoreApplication::processEvents();
    QVERIFY(!called);
}

void TaskTest::carriesExceptions()
{
    QVERIFY(waitFor(catcher()));
}

void TaskTest::callbackMayDeleteTheScope()
{
    auto scope = std::make_unique<TaskScope>();
    int got = 0;
    scope->launch(top(1ms), [&](int value) {
        got = value;
        scope.reset();
    });

    QTRY_COMPARE(got, 4);

    QVERIFY(!scope);
}

void TaskTest::callbackMayLaunchMore()
{
    TaskScope scope;
    int got = 0;
    scope.launch(top(0ms),
                 [&](int first) { scope.launch(top(0ms), [&got, first](int second) { got = first + second; }); });

    QTRY_COMPARE(got, 8);
}

void TaskTest::finishedButUndeliveredIsDropped()
{
    bool called = false;
    {
        TaskScope scope;
        scope.launch(immediate(1), [&](int) { called = true; });
        QVERIFY(scope.isIdle());
    }

    QCoreApplication::processEvents();
    QVERIFY(!called);
}

void TaskTest::runsManyAtOnce()
{
    TaskScope scope;
    int sum = 0;
    for (int i = 0; i < 1000; ++i)
        scope.launch(top(1ms), [&](int value) { sum += value; });

    QTRY_COMPARE(sum, 4000);

    QVERIFY(scope.isIdle());
}

void TaskTest::saysWhenNothingRuns()
{
    TaskScope scope;
    const QSignalSpy idle(&scope, &TaskScope::idle);
    scope.launch(top(5ms), [](int) { });
    scope.launch(top(1ms), [](int) { });
    QVERIFY(!scope.isIdle());

    QTRY_COMPARE(idle.size(), 1);

    QVERIFY(scope.isIdle());
}

void TaskTest::aStoppedSleepEndsEarly()
{
    TaskScope scope;
    std::stop_source source;
    std::optional<bool> stopped;
    scope.launch(stoppedSleep(1h, source.get_token()), [&](bool was) { stopped = was; });

    source.request_stop();

    QTRY_VERIFY(stopped.has_value());
    QVERIFY(*stopped);
}

void TaskTest::aSleepThatIsStoppedBeforeItBeginsIsShort()
{
    std::stop_source source;
    source.request_stop();

    QVERIFY(waitFor(stoppedSleep(1h, source.get_token())));
}

void TaskTest::aStopDoesNotResumeOnTheStackOfWhoAsks()
{
    TaskScope scope;
    std::stop_source source;
    scope.launch(stoppedSleep(1h, source.get_token()), [](bool) { });

    source.request_stop();

    QVERIFY(!scope.isIdle());
    QTRY_VERIFY(scope.isIdle());
}

void TaskTest::aStopAfterTheEndDoesNothing()
{
    std::stop_source source;
    QVERIFY(!waitFor(stoppedSleep(0ms, source.get_token())));

    source.request_stop();

    QCoreApplication::processEvents();
}

void TaskTest::aSleepMayBeDestroyedAfterItWasStopped()
{
    std::stop_source source;
    {
        TaskScope scope;
        scope.launch(stoppedSleep(1h, source.get_token()), [](bool) { });
        source.request_stop();
    }

    QCOMPARE(Witness::alive(), 0);
    QCoreApplication::processEvents();
}

void TaskTest::runsBothSideBySide()
{
    QStringList diary;

    const auto [first, second] = waitFor(both(noted(u"slow"_s, 40ms, &diary), noted(u"quick"_s, 1ms, &diary)));

    QCOMPARE(first, u"slow"_s);
    QCOMPARE(second, u"quick"_s);
    QCOMPARE(diary, (QStringList{u"slow begins"_s, u"quick begins"_s, u"quick ends"_s, u"slow ends"_s}));
}

void TaskTest::returnsBothEvenWhenNeitherWaits()
{
    QCOMPARE(waitFor(both(immediate(1), immediate(2))), (std::pair{1, 2}));
}

void TaskTest::endsBothWithTheirScope()
{
    {
        TaskScope scope;
        scope.launch(sumOfBoth(1h, 1h), [](int) { });
        QCOMPARE(Witness::alive(), 6);
    }

    QCOMPARE(Witness::alive(), 0);
}

void TaskTest::endsOneWhenTheOtherIsOver()
{
    {
        TaskScope scope;
        scope.launch(sumOfBoth(1ms, 1h), [](int) { });
        QTRY_COMPARE(Witness::alive(), 3);
    }

    QCOMPARE(Witness::alive(), 0);
}

void TaskTest::bothMayContainBoth()
{
    QCOMPARE(waitFor(both(sumOfBoth(1ms, 2ms), sumOfBoth(2ms, 1ms))), (std::pair{8, 8}));
}

void TaskTest::bringsResultsFromAnotherThread()
{
    QCOMPARE(waitFor(fromThread(7)), 7);
}

void TaskTest::leavesAThreadAloneThatNobodyWaitsFor()
{
    {
        TaskScope scope;
        scope.launch(fromThread(7), [](int) { });
    }

    QCOMPARE(Witness::alive(), 0);
    QCoreApplication::processEvents();
}

void TaskTest::getsTheShapesOfAwaitRight_data()
{
    QTest::addColumn<Shape>("shape");
    QTest::newRow("braced temporary") << &bracedTemporary;
    QTest::newRow("named temporary") << &namedTemporary;
    QTest::newRow("temporary by reference") << &temporaryByReference;
    QTest::newRow("temporary by rvalue") << &temporaryByRvalue;
    QTest::newRow("default argument") << &defaultArgument;
    QTest::newRow("temporary into an optional") << &temporaryIntoOptional;
    QTest::newRow("capturing lambda") << &capturingLambda;
    QTest::newRow("capturing lambda in a function") << &capturingLambdaInFunction;
    QTest::newRow("awaits in an initialiser") << &awaitsInAnInitialiser;
    QTest::newRow("awaits in a list") << &awaitsInAList;
    QTest::newRow("list of temporaries") << &listOfTemporaries;
    QTest::newRow("awaits in a conditional") << &awaitsInAConditional;
    QTest::newRow("awaits in an and") << &awaitsInAnAnd;
    QTest::newRow("await in a switch") << &awaitInASwitch;
    QTest::newRow("await in an if") << &awaitInAnIf;
    QTest::newRow("await in a while") << &awaitInAWhile;
    QTest::newRow("structured binding") << &structuredBinding;
    QTest::newRow("unexpected temporary") << &unexpectedTemporary;
    QTest::newRow("moved owner") << &movedOwner;
    QTest::newRow("await in a try") << &awaitInATry;
}

void TaskTest::getsTheShapesOfAwaitRight()
{
    QFETCH(Shape, shape);

    QCOMPARE(waitFor(shape()), 3);
}

QTEST_GUILESS_MAIN(TaskTest)
#include "tst_task.moc"
