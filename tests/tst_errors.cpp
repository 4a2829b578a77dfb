// Every way in which Fly.io is known to refuse: produced by the simulator, read by the client, said in a sentence.
#include "fly/flyerror.h"
#include "fly/machineconfig.h"
#include "tests/flyfixture.h"
#include "tests/waitfor.h"
#include "ui/wording/errorwords.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace swarm;

namespace {

const auto box = u"box"_s;

//! A place where things can go wrong: an app with a volume and a machine that runs.
class Place : public FlyFixture
{
public:
    Place()
        : FlyFixture({.timeScale = speed, .newAppUnsettled = 0ms})
    {
        simulator.setAutostopAfter(0ms);
    }

    void makeApp() { QVERIFY(waitFor(client->apps.create(box, u"personal"_s, box, {}))); }
    void makeVolume()
    {
        makeApp();
        const auto made =
            waitFor(client->volumes.create(box, {.name = u"data"_s, .region = u"ams"_s, .sizeGb = 4}, {}));
        QVERIFY(made);
        volume = made->id;
    }
    //! Made, and not waited for.
    void makeMachine()
    {
        makeVolume();
        const auto made = waitFor(client->machines.create(box, body(volume), {}));
        QVERIFY(made);
        machine = *made;
    }
    void makeRunningMachine()
    {
        makeMachine();
        QVERIFY(waitFor(client->machines.wait(box, machine.id, machine.instanceId, u"started"_s, {})));
    }
    [[nodiscard]] static QJsonObject body(const QString &volume, const QString &region = u"ams"_s)
    {
        InstanceSpec spec = FlyFixture::spec(box);
        spec.region = region;
        return machineBody(spec, volume, 0);
    }
    [[nodiscard]] QJsonObject bigger() const
    {
        auto config = machine.config;
        config.insert(u"guest"_s, QJsonObject{{u"cpu_kind"_s, u"shared"_s}, {u"cpus"_s, 4}, {u"memory_mb"_s, 8192}});
        return config;
    }
    //! What our client would never send.
    [[nodiscard]] Error raw(const QByteArray &verb, const QString &path, const QByteArray &text = {},
                            const QByteArray &authorization = "Bearer fo1_test")
    {
        HttpClient http(clock);
        HttpRequest request{.verb = verb, .url = simulator.apiUrl().resolved(QUrl(path)), .body = text};
        if (!authorization.isEmpty())
            request.headers.emplace_back("Authorization", authorization);
        const auto reply = waitFor(http.send(std::move(request)));
        return reply ? errorFrom(*reply, false) : reply.error();
    }
    void fault(int status, const QByteArray &text, const QByteArray &type = "application/json")
    {
        simulator.addFault({.route = u"*"_s, .times = -1, .status = status, .body = text, .contentType = type});
    }

    QString volume;
    Machine machine;
};

template <typename T> Error errorOf(const Result<T> &result)
{
    return result ? Error{.code = ErrorCode::Cancelled, .detail = u"it was not refused"_s} : result.error();
}

struct Row {
    const char *name;
    int status;
    ErrorCode code;
    std::function<Error(Place &)> produce;
};

Error asked(Place &place, const QString &name = u"no-such-app"_s)
{
    return errorOf(waitFor(place.client->apps.get(name, {})));
}

std::vector<Row> requestRows()
{
    using Code = ErrorCode;
    return {
        {"400 bad JSON", 400, Code::ApiInvalidRequest,
         [](Place &p) {
             p.makeRunningMachine();
             return p.raw("POST", u"/v1/apps/box/machines/%1/stop"_s.arg(p.machine.id), "[]");
         }},
        {"400 wait without instance_id", 400, Code::ApiInvalidRequest,
         [](Place &p) {
             p.makeRunningMachine();
             return p.raw("GET", u"/v1/apps/box/machines/%1/wait?state=stopped"_s.arg(p.machine.id));
         }},
        {"400 bad time-out", 400, Code::ApiInvalidRequest,
         [](Place &p) {
             p.makeRunningMachine();
             return p.raw("GET", u"/v1/apps/box/machines/%1/wait?timeout=99"_s.arg(p.machine.id));
         }},
        {"400 some missing apps", 400, Code::ResourceNotFound,
         [](Place &p) {
             p.fault(400, R"({"error":"could not find app"})");
             return asked(p);
         }},
        {"400 network not found", 400, Code::ResourceNotFound,
         [](Place &p) {
             p.makeApp();
             return errorOf(
                 waitFor(p.client->addresses.assign(box, AddressType::PrivateV6, {.network = u"nowhere"_s}, {})));
         }},
        {"400 region full for volumes", 400, Code::CapacityRegion,
         [](Place &p) {
             p.makeApp();
             p.simulator.setRegionCapacity(u"fra"_s, false);
             return errorOf(waitFor(p.client->volumes.create(box, {.name = u"data"_s, .region = u"fra"_s}, {})));
         }},
        {"408 wait ran out", 408, Code::NetworkTimeout,
         [](Place &p) {
             p.makeRunningMachine();
             return errorOf(
                 waitFor(p.client->machines.wait(box, p.machine.id, p.machine.instanceId, u"suspended"_s, {})));
         }},
        {"422 validation", 422, Code::ApiInvalidRequest,
         [](Place &p) {
             p.makeApp();
             return errorOf(waitFor(p.client->volumes.create(box, {.name = u"a-b"_s, .region = u"ams"_s}, {})));
         }},
        {"422 size too small", 422, Code::ApiInvalidRequest,
         [](Place &p) {
             p.makeVolume();
             return errorOf(waitFor(p.client->volumes.extend(box, p.volume, 1, {})));
         }},
        {"422 taken name", 422, Code::ResourceAlreadyExists,
         [](Place &p) { return errorOf(waitFor(p.client->apps.create(u"taken"_s, u"personal"_s, {}, {}))); }},
        {"422 taken name, older words", 422, Code::ResourceAlreadyExists,
         [](Place &p) {
             p.fault(422, R"({"error":"Validation failed: Name has already been taken"})");
             return asked(p);
         }},
        {"422 a host name of another app", 422, Code::ResourceAlreadyExists,
         [](Place &p) {
             p.makeApp();
             waitFor(p.client->apps.create(u"other"_s, u"personal"_s, u"other"_s, {}));
             waitFor(p.client->certificates.request(u"other"_s, u"www.example.com"_s, {}));
             return errorOf(waitFor(p.client->certificates.request(box, u"www.example.com"_s, {})));
         }},
        {"422 no candidate host", 422, Code::CapacityRegion,
         [](Place &p) {
             p.makeApp();
             p.simulator.setRegionCapacity(u"fra"_s, false);
             auto body = Place::body({}, u"fra"_s);
             auto config = body["config"_L1].toObject();
             config.remove(u"mounts"_s);
             body.insert(u"config"_s, config);
             return errorOf(waitFor(p.client->machines.create(box, body, {})));
         }},
        {"422 no host for the volume", 422, Code::CapacityVolume,
         [](Place &p) {
             p.makeApp();
             p.simulator.limits().hasVolumeRoom.insert(u"ams"_s, false);
             return errorOf(waitFor(p.client->volumes.create(box, {.name = u"data"_s, .region = u"ams"_s}, {})));
         }},
        {"429", 429, Code::RateLimitExceeded,
         [](Place &p) {
             p.makeApp();
             Error last;
             for (int i = 0; i < 12 && last.httpStatus != 429; ++i)
                 last = p.raw("GET", u"/v1/apps/box/machines"_s);
             return last;
         }},
    };
}

std::vector<Row> rightsRows()
{
    using Code = ErrorCode;
    const auto with = [](const char *token) {
        return [token](Place &p) {
            p.connection->setToken(QString::fromLatin1(token));
            return errorOf(waitFor(p.client->apps.list(u"personal"_s, {})));
        };
    };
    return {
        {"401 no token", 401, Code::AuthInvalidToken, [](Place &p) { return p.raw("GET", u"/v1/apps/box"_s, {}, {}); }},
        {"401 wrong token", 401, Code::AuthInvalidToken, with("nonsense")},
        {"401 lost space", 401, Code::AuthInvalidToken,
         [](Place &p) { return p.raw("GET", u"/v1/apps/box"_s, {}, "FlyV1fm2_abc"); }},
        {"401 ended token", 401, Code::AuthInvalidToken, with("fo1_expired")},
        {"401 expired discharge", 401, Code::AuthExpiredToken,
         [](Place &p) {
             const auto added =
                 p.raw("POST", u"/_sim/tokens"_s, R"({"token":"fm2_short","discharge_expires_in_ms":0})", {});
             Q_UNUSED(added)
             p.connection->setToken(u"fm2_short"_s);
             return errorOf(waitFor(p.client->apps.list(u"personal"_s, {})));
         }},
        {"401 after success", 401, Code::AuthExpiredToken,
         [](Place &p) {
             const auto before = waitFor(p.client->apps.list(u"personal"_s, {}));
             p.fault(401, R"({"error":"Authenticate: token validation error"})");
             return before ? errorOf(waitFor(p.client->apps.list(u"personal"_s, {}))) : before.error();
         }},
        {"403 read-only token", 403, Code::AuthInsufficientPermissions,
         [](Place &p) {
             p.connection->setToken(u"fm2_readonly"_s);
             return errorOf(waitFor(p.client->apps.create(box, u"personal"_s, {}, {})));
         }},
        {"403 app of another organization", 403, Code::AuthInsufficientPermissions,
         [](Place &p) {
             p.simulator.addForeignApp(u"theirs"_s);
             return asked(p, u"theirs"_s);
         }},
        {"403 one app's token", 403, Code::AuthInsufficientPermissions,
         [](Place &p) {
             p.makeApp();
             const auto token = waitFor(p.client->apps.createDeployToken(box, 1h, {}));
             p.connection->setToken(token->mid(6));
             return errorOf(waitFor(p.client->organizations.machines(u"personal"_s, {}, {})));
         }},
        {"403 quota", 403, Code::ResourceLimitExceeded,
         [](Place &p) {
             p.makeVolume();
             p.simulator.limits().memoryMbPerRegion = 512;
             return errorOf(waitFor(p.client->machines.create(box, Place::body(p.volume), {})));
         }},
        {"422 payment method", 422, Code::ResourceLimitExceeded,
         [](Place &p) {
             p.makeMachine();
             p.simulator.limits().machinesPerApp = 1;
             auto body = Place::body({});
             body.insert(u"name"_s, u"another"_s);
             return errorOf(waitFor(p.client->machines.create(box, body, {})));
         }},
        {"422 trial", 422, Code::ResourceLimitExceeded,
         [](Place &p) {
             p.makeApp();
             p.simulator.limits().isTrial = true;
             return errorOf(waitFor(p.client->addresses.assign(box, AddressType::V4, {}, {})));
         }},
        {"403 payment", 403, Code::ResourceLimitExceeded,
         [](Place &p) {
             p.fault(403, R"({"error":"please add a credit card to continue"})");
             return asked(p);
         }},
        {"GraphQL unauthorized with status 200", 200, Code::AuthInvalidToken,
         [](Place &p) {
             p.connection->setToken(u"nonsense"_s);
             return errorOf(waitFor(p.client->account.viewer({})));
         }},
        {"GraphQL not found with status 200", 200, Code::ResourceNotFound,
         [](Place &p) { return errorOf(waitFor(p.client->account.appUrl(u"no-such-app"_s, {}))); }},
    };
}

std::vector<Row> stateRows()
{
    using Code = ErrorCode;
    return {
        {"404 app", 404, Code::ResourceNotFound, [](Place &p) { return asked(p); }},
        {"404 machine", 404, Code::ResourceNotFound,
         [](Place &p) {
             p.makeApp();
             return errorOf(waitFor(p.client->machines.get(box, u"nothing"_s, {})));
         }},
        {"404 volume", 404, Code::ResourceNotFound,
         [](Place &p) {
             p.makeApp();
             return errorOf(waitFor(p.client->volumes.get(box, u"vol_nothing"_s, {})));
         }},
        {"404 lease", 404, Code::ResourceNotFound,
         [](Place &p) {
             p.makeMachine();
             return errorOf(waitFor(p.client->machines.lease(box, p.machine.id, {})));
         }},
        {"404 unknown route, plain text", 404, Code::ApiUnsupportedOperation,
         [](Place &p) { return p.raw("GET", u"/v1/no/such/route"_s); }},
        {"404 list of apps without an organization", 404, Code::ApiUnsupportedOperation,
         [](Place &p) { return p.raw("GET", u"/v1/apps"_s); }},
        {"409 lease held", 409, Code::ResourceBusy,
         [](Place &p) {
             p.makeRunningMachine();
             const auto lease = waitFor(p.client->machines.acquireLease(box, p.machine.id, 1h, {}, {}, {}));
             return lease ? errorOf(waitFor(p.client->machines.stop(box, p.machine.id, false, {}, {}))) : lease.error();
         }},
        {"409 name clash", 409, Code::ResourceAlreadyExists,
         [](Place &p) {
             p.makeMachine();
             return errorOf(waitFor(p.client->machines.create(box, Place::body({}), {})));
         }},
        {"409 host full for a bigger size", 409, Code::CapacityHost,
         [](Place &p) {
             p.makeRunningMachine();
             p.simulator.setHostFull(p.machine.id, true);
             return errorOf(waitFor(p.client->machines.update(box, p.machine.id, {.config = p.bigger()}, {}, {})));
         }},
        {"409 host full for a start", 409, Code::CapacityHost,
         [](Place &p) {
             p.makeRunningMachine();
             p.simulator.setMachineState(p.machine.id, u"failed"_s);
             p.simulator.setHostFull(p.machine.id, true);
             return errorOf(waitFor(p.client->machines.start(box, p.machine.id, {}, {})));
         }},
        {"409 concurrent update", 409, Code::ResourceBusy,
         [](Place &p) {
             p.makeRunningMachine();
             const auto first = waitFor(p.client->machines.update(box, p.machine.id, {.config = p.bigger()}, {}, {}));
             return first
                 ? errorOf(waitFor(p.client->machines.update(box, p.machine.id, {.config = p.bigger()}, {}, {})))
                 : first.error();
         }},
        {"412 cannot be started yet", 412, Code::ResourceWrongState,
         [](Place &p) {
             p.makeMachine();
             return errorOf(waitFor(p.client->machines.start(box, p.machine.id, {}, {})));
         }},
        {"412 getting replaced", 412, Code::ResourceWrongState,
         [](Place &p) {
             p.makeRunningMachine();
             p.simulator.setMachineState(p.machine.id, u"replacing"_s);
             return errorOf(waitFor(p.client->machines.start(box, p.machine.id, {}, {})));
         }},
        {"412 volume bound", 412, Code::ResourceWrongState,
         [](Place &p) {
             p.makeMachine();
             return errorOf(waitFor(p.client->volumes.remove(box, p.volume, {})));
         }},
        {"412 volume's host full", 412, Code::CapacityVolume,
         [](Place &p) {
             p.makeVolume();
             p.simulator.setHostFull(p.volume, true);
             return errorOf(waitFor(p.client->machines.create(box, Place::body(p.volume), {})));
         }},
        {"412 secrets version", 412, Code::ResourceWrongState,
         [](Place &p) {
             p.makeVolume();
             auto body = Place::body(p.volume);
             body.insert(u"min_secrets_version"_s, 9);
             return errorOf(waitFor(p.client->machines.create(box, body, {})));
         }},
        {"412 snapshot under way", 412, Code::ResourceWrongState,
         [](Place &p) {
             p.makeVolume();
             const auto first = waitFor(p.client->volumes.createSnapshot(box, p.volume, {}));
             return first ? errorOf(waitFor(p.client->volumes.createSnapshot(box, p.volume, {}))) : first.error();
         }},
        {"500", 500, Code::InternalError,
         [](Place &p) {
             p.fault(500, R"({"error":"internal"})");
             return asked(p);
         }},
        {"502 HTML", 502, Code::InternalError,
         [](Place &p) {
             p.fault(502, "<html><h1>Bad Gateway</h1></html>", "text/html");
             return asked(p);
         }},
        {"503 host unreachable", 503, Code::InternalError,
         [](Place &p) {
             p.makeRunningMachine();
             p.simulator.setHostReachable(p.machine.id, false);
             return errorOf(waitFor(p.client->machines.stop(box, p.machine.id, false, {}, {})));
         }},
        {"unknown stays unknown", 418, Code::ApiInvalidRequest,
         [](Place &p) {
             p.fault(418, R"({"error":"short and stout"})");
             return asked(p);
         }},
    };
}

std::vector<Row> rows()
{
    auto all = requestRows();
    for (const auto &more : {rightsRows(), stateRows()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace

class ErrorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areToldApartAndSaidInASentence_data();
    void areToldApartAndSaidInASentence();
};

void ErrorsTest::areToldApartAndSaidInASentence_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const auto &row : rows())
        QTest::newRow(row.name) << index++;
}

void ErrorsTest::areToldApartAndSaidInASentence()
{
    QFETCH(int, index);
    const auto row = rows()[static_cast<std::size_t>(index)];
    Place place;

    const auto error = row.produce(place);

    QVERIFY2(error.code == row.code, qPrintable(codeName(error.code) + u": "_s + error.detail));
    QCOMPARE(error.httpStatus, row.status);
    const bool isOurs = row.status != 500 && row.status != 502 && row.status != 418;
    if (isOurs)
        QVERIFY(!error.requestId.isEmpty());
    QVERIFY(!error.detail.isEmpty()); // the server's own words are kept
    const auto said = sentence(error);
    QVERIFY(said.endsWith(u'.') && said.size() > 10);
    QVERIFY(!said.contains(codeName(error.code)) && !said.contains(u'{'));
    if (error.kind() != Error::Kind::NotFound)
        QVERIFY2(!remedy(error).isEmpty(), qPrintable(said));
    qInfo().noquote() << row.status << codeName(error.code) << (error.isRetryable() ? "may pass:" : "stays:") << said
                      << remedy(error);
}

QTEST_GUILESS_MAIN(ErrorsTest)
#include "tst_errors.moc"
