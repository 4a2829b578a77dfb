#include "tests/simulatorclient.h"

using namespace Qt::StringLiterals;
using namespace swarm::simulator;

namespace {

// Made for this test; the good one ends in 2126, the old one ended years ago.
constexpr auto privateKey = R"(-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgZu+U/dN8u3cqXg29
mJC6vfRSTJO2Q0dkqAmbIvkDBiGhRANCAATifLSN6XRH3zShEP70OkA3LCEg5Wjd
FEK3pySE+S98DxZK3AhQ0WwEPEuUUSbX+nk5tXVJQq2oESIhJwBzo7MG
-----END PRIVATE KEY-----
)"_L1;
constexpr auto goodChain = R"(-----BEGIN CERTIFICATE-----
MIIBrjCCAVOgAwIBAgIUC5G9QUhka74n0/EVH+zmBj2PmNowCgYIKoZIzj0EAwIw
KzEPMA0GA1UECgwGQWRhIENBMRgwFgYDVQQDDA93d3cuZXhhbXBsZS5jb20wIBcN
MjYxMTI0MTU0MDAxWhgPMjEyNjEwMzExNTQwMDFaMCsxDzANBgNVBAoMBkFkYSBD
QTEYMBYGA1UEAwwPd3d3LmV4YW1wbGUuY29tMFkwEwYHKoZIzj0CAQYIKoZIzj0D
AQcDQgAE4ny0jel0R980oRD+9DpANywhIOVo3RRCt6ckhPkvfA8WStwIUNFsBDxL
lFEm1/p5ObV1SUKtqBEiIScAc6OzBqNTMFEwHQYDVR0OBBYEFNCMp5g6nQoajWi1
rZ/dbEjKRGaFMB8GA1UdIwQYMBaAFNCMp5g6nQoajWi1rZ/dbEjKRGaFMA8GA1Ud
EwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSQAwRgIhAItwodOcCJClY+k79zC4MKRc
Pi1GvUbXDcCaTWpACCEPAiEAi/NPdtNRm5kH2W1bhElfX3gem8mwFiShYA0X+89w
w5c=
-----END CERTIFICATE-----
)"_L1;
constexpr auto oldChain = R"(-----BEGIN CERTIFICATE-----
MIIBPDCB5AIBATAKBggqhkjOPQQDAjArMQ8wDQYDVQQKDAZBZGEgQ0ExGDAWBgNV
BAMMD3d3dy5leGFtcGxlLmNvbTAeFw0yMDAxMDEwMDAwMDBaFw0yMDA0MDEwMDAw
MDBaMCsxDzANBgNVBAoMBkFkYSBDQTEYMBYGA1UEAwwPd3d3LmV4YW1wbGUuY29t
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE4ny0jel0R980oRD+9DpANywhIOVo
3RRCt6ckhPkvfA8WStwIUNFsBDxLlFEm1/p5ObV1SUKtqBEiIScAc6OzBjAKBggq
hkjOPQQDAgNHADBEAiBslpzXQKluPwBWusgUIMC7Xl/MeACOn3R26HAZPfOWFgIg
BwIYffDqElN/mWEDz6TndVtzb1LbO+GMiKn1FNO8jOM=
-----END CERTIFICATE-----
)"_L1;

QString certificates(const QString &app, const QString &rest = {})
{
    return u"/v1/apps/%1/certificates%2"_s.arg(app, rest);
}

QJsonObject upload(const QString &hostname, QLatin1StringView chain = goodChain, QLatin1StringView key = privateKey)
{
    return {{u"hostname"_s, hostname}, {u"fullchain"_s, QString(chain)}, {u"private_key"_s, QString(key)}};
}

QStringList hostnames(const PlainReply &reply)
{
    QStringList names;
    for (const auto &value : reply.object()[u"certificates"].toArray())
        names << value.toObject()[u"hostname"].toString();
    return names;
}

QJsonObject entry(const PlainReply &reply, qsizetype at = 0)
{
    return reply.object()[u"certificates"].toArray().at(at).toObject();
}

} // namespace

class SimulatorCertificatesTest : public QObject
{
    Q_OBJECT

private:
    void open(double timeScale)
    {
        m_client = std::make_unique<SimulatorClient>(
            Options{.timeScale = timeScale, .newAppUnsettled = std::chrono::milliseconds(0), .rateLimits = false});
        for (const auto &app : {u"box"_s, u"other"_s})
            post(u"/v1/apps"_s, {{u"name"_s, app}, {u"org_slug"_s, u"personal"_s}});
    }

    PlainReply get(const QString &path) { return m_client->get(path); }
    PlainReply remove(const QString &path) { return m_client->call("DELETE", path); }
    PlainReply post(const QString &path, const QJsonObject &body = {}) { return m_client->post(path, body); }
    PlainReply addAcme(const QString &app, const QString &hostname)
    {
        return post(certificates(app, u"/acme"_s), {{u"hostname"_s, hostname}});
    }
    PlainReply check(const QString &app, const QString &hostname)
    {
        return post(certificates(app, u"/%1/check"_s.arg(hostname)));
    }
    PlainReply detail(const QString &hostname) { return get(certificates(u"box"_s, u"/"_s + hostname)); }

    QString giveAddress(const QString &type)
    {
        return post(u"/v1/apps/box/ip_assignments"_s, {{u"type"_s, type}}).text(u"ip"_s);
    }

    int visitedStatus(const QByteArray &host) { return m_client->visitHost(host).status; }

    std::unique_ptr<SimulatorClient> m_client;

private Q_SLOTS:
    void init() { open(1); }
    void cleanup() { m_client.reset(); }

    void namesTheRecordsThatTheDnsNeeds();
    void issuesOnACheckOnceTheDnsPointsHere();
    void issuesByItselfAfterAWhile();
    void saysWhatIsWrongWhileTheDnsPointsElsewhere();
    void takesValidationBackWithTheDns();
    void listsPagesThatMatch();
    void refusesBadHostnames_data();
    void refusesBadHostnames();
    void refusesAHostnameThatIsTaken();
    void takesAnUploadedCertificate();
    void addsAnUploadToAnAcmeHostname();
    void refusesBadUploads_data();
    void refusesBadUploads();
    void removesOneKindAtATime();
    void forgetsARemovedHostname();
    void doesNotKnowOtherHostnames();
    void readOnlyTokensOnlyLook();
    void keepsCertificatesInItsState();
    void leadsVisitsToTheAppOfTheHostname();
};

void SimulatorCertificatesTest::namesTheRecordsThatTheDnsNeeds()
{
    const auto four = giveAddress(u"shared_v4"_s);
    const auto six = giveAddress(u"v6"_s);
    giveAddress(u"private_v6"_s);

    const auto made = addAcme(u"box"_s, u"WWW.Example.com"_s);
    QCOMPARE(made.status, 201);
    QCOMPARE(made.text(u"hostname"_s), u"www.example.com"_s);
    QCOMPARE(made.text(u"status"_s), u"Awaiting configuration"_s);
    QCOMPARE(made.object()[u"configured"], QJsonValue(false));
    QCOMPARE(made.object()[u"acme_requested"], QJsonValue(true));
    QCOMPARE(entry(made)[u"status"].toString(), u"pending_validation"_s);
    const auto needs = made.object()[u"dns_requirements"].toObject();
    QCOMPARE(needs[u"a"].toArray(), QJsonArray{four});
    QCOMPARE(needs[u"aaaa"].toArray(), QJsonArray{six});
    QCOMPARE(needs[u"cname"].toString(), u"box.fly.dev"_s);
    const auto challenge = needs[u"acme_challenge"].toObject();
    QCOMPARE(challenge[u"name"].toString(), u"_acme-challenge.www.example.com"_s);
    QVERIFY(challenge[u"target"].toString().startsWith("www.example.com."_L1));
    QVERIFY(challenge[u"target"].toString().endsWith(".flydns.net"_L1));
    const auto ownership = needs[u"ownership"].toObject();
    QCOMPARE(ownership[u"name"].toString(), u"_fly-ownership.www.example.com"_s);
    QVERIFY(ownership[u"app_value"].toString().startsWith("app-"_L1));
    QVERIFY(ownership[u"org_value"].toString().startsWith("org-"_L1));
    QCOMPARE(detail(u"www.example.com"_s).object(), made.object());

    const auto wild = addAcme(u"box"_s, u"*.example.com"_s).object()[u"dns_requirements"].toObject();
    QCOMPARE(wild[u"acme_challenge"].toObject()[u"name"].toString(), u"_acme-challenge.example.com"_s);
}

void SimulatorCertificatesTest::issuesOnACheckOnceTheDnsPointsHere()
{
    const auto four = giveAddress(u"v4"_s);
    addAcme(u"box"_s, u"www.example.com"_s);
    QCOMPARE(post(u"/_sim/dns"_s, {{u"hostname"_s, u"www.example.com"_s}, {u"points_here"_s, true}}).status, 200);
    QCOMPARE(detail(u"www.example.com"_s).text(u"status"_s), u"Awaiting certificates"_s);
    QCOMPARE(detail(u"www.example.com"_s).object()[u"validation"].toObject()[u"dns_configured"], QJsonValue(false));

    const auto checked = check(u"box"_s, u"www.example.com"_s);
    QCOMPARE(checked.status, 200);
    QCOMPARE(checked.text(u"status"_s), u"Ready"_s);
    for (const auto &value : checked.object()[u"validation"].toObject())
        QCOMPARE(value, QJsonValue(true));
    QCOMPARE(checked.object()[u"dns_records"].toObject()[u"a"].toArray(), QJsonArray{four});
    const auto issued = entry(checked);
    QCOMPARE(issued[u"source"].toString(), u"fly"_s);
    QCOMPARE(issued[u"status"].toString(), u"active"_s);
    QCOMPARE(issued[u"issuer"].toString(), u"Let's Encrypt"_s);
    QCOMPARE(issued[u"issued"].toArray().size(), 2);
    QCOMPARE(issued[u"issued"][0][u"type"].toString(), u"rsa"_s);
    QCOMPARE(issued[u"issued"][1][u"type"].toString(), u"ecdsa"_s);
    const auto from = QDateTime::fromString(issued[u"created_at"].toString(), Qt::ISODateWithMs);
    const auto until = QDateTime::fromString(issued[u"expires_at"].toString(), Qt::ISODateWithMs);
    QCOMPARE(from.daysTo(until), 90);
}

void SimulatorCertificatesTest::issuesByItselfAfterAWhile()
{
    open(50);
    addAcme(u"box"_s, u"www.example.com"_s);
    m_client->simulator.setDns(u"www.example.com"_s, true);
    QTRY_COMPARE(detail(u"www.example.com"_s).text(u"status"_s), u"Ready"_s);
    const auto row = entry(get(certificates(u"box"_s)));
    QCOMPARE(row[u"has_fly_certificate"], QJsonValue(true));
    QCOMPARE(row[u"acme_dns_configured"], QJsonValue(true));
    QVERIFY(row[u"updated_at"].toString() > row[u"created_at"].toString());
}

void SimulatorCertificatesTest::saysWhatIsWrongWhileTheDnsPointsElsewhere()
{
    addAcme(u"box"_s, u"www.example.com"_s);
    QVERIFY(detail(u"www.example.com"_s).object()[u"validation_errors"].toArray().isEmpty());
    const auto checked = check(u"box"_s, u"www.example.com"_s);
    QCOMPARE(checked.status, 200);
    QCOMPARE(checked.text(u"status"_s), u"Awaiting configuration"_s);
    QCOMPARE(checked.object()[u"validation_errors"][0][u"code"].toString(), u"dns_not_configured"_s);
    QVERIFY(checked.object()[u"dns_records"].toObject()[u"resolved_addresses"].toArray().isEmpty());

    m_client->simulator.setDns(u"www.example.com"_s, true);
    QVERIFY(check(u"box"_s, u"www.example.com"_s).object()[u"validation_errors"].toArray().isEmpty());
}

void SimulatorCertificatesTest::takesValidationBackWithTheDns()
{
    addAcme(u"box"_s, u"www.example.com"_s);
    m_client->simulator.setDns(u"www.example.com"_s, true);
    check(u"box"_s, u"www.example.com"_s);
    m_client->simulator.setDns(u"www.example.com"_s, false);
    const auto now = detail(u"www.example.com"_s);
    QCOMPARE(now.text(u"status"_s), u"Awaiting configuration"_s);
    QCOMPARE(now.object()[u"validation"].toObject()[u"http_configured"], QJsonValue(false));
    QCOMPARE(entry(now)[u"status"].toString(), u"active"_s);
}

void SimulatorCertificatesTest::listsPagesThatMatch()
{
    for (const auto &name : {u"c.example.com"_s, u"a.example.com"_s, u"b.example.com"_s, u"b.example.org"_s})
        addAcme(u"box"_s, name);
    addAcme(u"other"_s, u"d.example.com"_s);

    const auto first = get(certificates(u"box"_s, u"?filter=example.com&limit=2"_s));
    QCOMPARE(hostnames(first), (QStringList{u"a.example.com"_s, u"b.example.com"_s}));
    QCOMPARE(first.object()[u"total_count"].toInt(), 3);
    const auto cursor = first.text(u"next_cursor"_s);
    QVERIFY(!cursor.isEmpty());
    const auto second = get(certificates(u"box"_s, u"?filter=example.com&limit=2&cursor="_s + cursor));
    QCOMPARE(hostnames(second), QStringList{u"c.example.com"_s});
    QCOMPARE(second.text(u"next_cursor"_s), QString());

    for (int i = 0; i < 30; ++i)
        addAcme(u"box"_s, u"h%1.example.net"_s.arg(i));
    QCOMPARE(hostnames(get(certificates(u"box"_s))).size(), 25);
    QCOMPARE(hostnames(get(certificates(u"box"_s, u"?limit=9999"_s))).size(), 34);
}

void SimulatorCertificatesTest::refusesBadHostnames_data()
{
    QTest::addColumn<QJsonValue>("hostname");
    QTest::newRow("none") << QJsonValue();
    QTest::newRow("not a text") << QJsonValue(7);
    QTest::newRow("one label") << QJsonValue(u"localhost"_s);
    QTest::newRow("an address") << QJsonValue(u"10.0.0.1"_s);
    QTest::newRow("a URL") << QJsonValue(u"https://example.com"_s);
    QTest::newRow("hyphen first") << QJsonValue(u"-a.example.com"_s);
    QTest::newRow("star inside") << QJsonValue(u"a.*.example.com"_s);
    QTest::newRow("line end") << QJsonValue(u"example.com\n"_s);
    QTest::newRow("Fly's own") << QJsonValue(u"box.fly.dev"_s);
    QTest::newRow("too long") << QJsonValue(QString(u"abcdefghi."_s).repeated(26) + u"com"_s);
}

void SimulatorCertificatesTest::refusesBadHostnames()
{
    QFETCH(const QJsonValue, hostname);
    QCOMPARE(post(certificates(u"box"_s, u"/acme"_s), {{u"hostname"_s, hostname}}).status, 422);
    auto body = upload({});
    body[u"hostname"_s] = hostname;
    QCOMPARE(post(certificates(u"box"_s, u"/custom"_s), body).status, 422);
    QVERIFY(hostnames(get(certificates(u"box"_s))).isEmpty());
}

void SimulatorCertificatesTest::refusesAHostnameThatIsTaken()
{
    QCOMPARE(addAcme(u"box"_s, u"www.example.com"_s).status, 201);
    QCOMPARE(addAcme(u"box"_s, u"www.example.com"_s).status, 422);
    QCOMPARE(addAcme(u"other"_s, u"www.example.com"_s).status, 422);
    QCOMPARE(post(certificates(u"other"_s, u"/custom"_s), upload(u"www.example.com"_s)).status, 422);

    QCOMPARE(remove(u"/v1/apps/box"_s).status, 202);
    QCOMPARE(addAcme(u"other"_s, u"www.example.com"_s).status, 201);
}

void SimulatorCertificatesTest::takesAnUploadedCertificate()
{
    const auto made = post(certificates(u"box"_s, u"/custom"_s), upload(u"www.example.com"_s));
    QCOMPARE(made.status, 201);
    QCOMPARE(made.object()[u"acme_requested"], QJsonValue(false));
    QCOMPARE(entry(made)[u"source"].toString(), u"custom"_s);
    QCOMPARE(entry(made)[u"status"].toString(), u"pending_ownership"_s);
    QCOMPARE(entry(made)[u"issuer"].toString(), u"Ada CA"_s);
    QVERIFY(entry(made)[u"expires_at"].toString().startsWith("2126-"_L1));
    QCOMPARE(entry(made)[u"issued"][0][u"type"].toString(), u"ecdsa"_s);

    m_client->simulator.setDns(u"www.example.com"_s, true);
    const auto checked = check(u"box"_s, u"www.example.com"_s);
    QCOMPARE(entry(checked)[u"status"].toString(), u"active"_s);
    QCOMPARE(checked.text(u"status"_s), u"Ready"_s);
}

void SimulatorCertificatesTest::addsAnUploadToAnAcmeHostname()
{
    addAcme(u"box"_s, u"www.example.com"_s);
    const auto both = post(certificates(u"box"_s, u"/custom"_s), upload(u"www.example.com"_s));
    QCOMPARE(both.status, 201);
    QCOMPARE(both.object()[u"acme_requested"], QJsonValue(true));
    QCOMPARE(entry(both, 0)[u"source"].toString(), u"fly"_s);
    QCOMPARE(entry(both, 1)[u"source"].toString(), u"custom"_s);
    QCOMPARE(get(certificates(u"box"_s)).object()[u"total_count"].toInt(), 1);
}

void SimulatorCertificatesTest::refusesBadUploads_data()
{
    QTest::addColumn<QJsonObject>("body");
    const auto name = u"www.example.com"_s;
    QTest::newRow("no chain") << upload(name, {});
    QTest::newRow("no key") << upload(name, goodChain, {});
    QTest::newRow("swapped") << upload(name, privateKey, goodChain);
    QTest::newRow("chain is no certificate")
        << upload(name, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"_L1);
    QTest::newRow("key is no key") << upload(name, goodChain,
                                             "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"_L1);
    QTest::newRow("expired") << upload(name, oldChain);
}

void SimulatorCertificatesTest::refusesBadUploads()
{
    QFETCH(const QJsonObject, body);
    const auto refused = post(certificates(u"box"_s, u"/custom"_s), body);
    QCOMPARE(refused.status, 422);
    QVERIFY(!refused.text(u"error"_s).isEmpty());
    QVERIFY(hostnames(get(certificates(u"box"_s))).isEmpty());
}

void SimulatorCertificatesTest::removesOneKindAtATime()
{
    const auto one = certificates(u"box"_s, u"/www.example.com"_s);
    addAcme(u"box"_s, u"www.example.com"_s);
    QCOMPARE(remove(one + u"/custom"_s).status, 404);
    post(certificates(u"box"_s, u"/custom"_s), upload(u"www.example.com"_s));

    const auto withAcme = remove(one + u"/custom"_s);
    QCOMPARE(withAcme.status, 200);
    QVERIFY(!withAcme.object().contains(u"warning"));
    post(certificates(u"box"_s, u"/custom"_s), upload(u"www.example.com"_s));

    const auto withCustom = remove(one + u"/acme"_s);
    QCOMPARE(withCustom.status, 200);
    QCOMPARE(withCustom.object()[u"acme_requested"], QJsonValue(false));
    QCOMPARE(entry(withCustom)[u"source"].toString(), u"custom"_s);
    QCOMPARE(remove(one + u"/acme"_s).status, 404);

    const auto withNone = remove(one + u"/custom"_s);
    QCOMPARE(withNone.status, 200);
    QVERIFY(withNone.text(u"warning"_s).contains("www.example.com"_L1));
    QVERIFY(withNone.object()[u"certificates"].toArray().isEmpty());
    QCOMPARE(detail(u"www.example.com"_s).status, 200);
}

void SimulatorCertificatesTest::forgetsARemovedHostname()
{
    addAcme(u"box"_s, u"*.example.com"_s);
    QCOMPARE(detail(u"%2A.example.com"_s).status, 200);
    const auto gone = remove(certificates(u"box"_s, u"/%2A.example.com"_s));
    QCOMPARE(gone.status, 204);
    QVERIFY(gone.body.isEmpty());
    QCOMPARE(detail(u"%2A.example.com"_s).status, 404);
    QVERIFY(hostnames(get(certificates(u"box"_s))).isEmpty());
}

void SimulatorCertificatesTest::doesNotKnowOtherHostnames()
{
    addAcme(u"other"_s, u"www.example.com"_s);
    const auto one = certificates(u"box"_s, u"/www.example.com"_s);
    for (const auto &reply :
         {get(one), remove(one), remove(one + u"/acme"_s), remove(one + u"/custom"_s), post(one + u"/check"_s)}) {
        QCOMPARE(reply.status, 404);
        QCOMPARE(reply.body, R"({"error":"certificate not found"})"_ba);
    }
}

void SimulatorCertificatesTest::readOnlyTokensOnlyLook()
{
    addAcme(u"box"_s, u"www.example.com"_s);
    m_client->token = "Bearer fo1_readonly"_ba;
    QCOMPARE(get(certificates(u"box"_s)).status, 200);
    QCOMPARE(detail(u"www.example.com"_s).status, 200);
    QCOMPARE(check(u"box"_s, u"www.example.com"_s).status, 403);
    QCOMPARE(addAcme(u"box"_s, u"a.example.com"_s).status, 403);
    QCOMPARE(remove(certificates(u"box"_s, u"/www.example.com"_s)).status, 403);
}

void SimulatorCertificatesTest::keepsCertificatesInItsState()
{
    addAcme(u"box"_s, u"www.example.com"_s);
    post(certificates(u"box"_s, u"/custom"_s), upload(u"www.example.com"_s));
    m_client->simulator.setDns(u"www.example.com"_s, true);
    check(u"box"_s, u"www.example.com"_s);
    const auto before = detail(u"www.example.com"_s).object();
    const auto state = m_client->simulator.state();

    open(1);
    QVERIFY(m_client->simulator.load(state, nullptr));
    QCOMPARE(detail(u"www.example.com"_s).object(), before);
    QCOMPARE(m_client->simulator.state(), state);
}

void SimulatorCertificatesTest::leadsVisitsToTheAppOfTheHostname()
{
    giveAddress(u"shared_v4"_s);
    addAcme(u"box"_s, u"www.example.com"_s);
    addAcme(u"box"_s, u"*.example.org"_s);
    QCOMPARE(visitedStatus("www.example.com"_ba), 404);
    QCOMPARE(visitedStatus("nobody.example.com"_ba), 404);

    // The app has no machine, which is how one sees here that it was found.
    for (const auto &name : {u"www.example.com"_s, u"*.example.org"_s})
        m_client->simulator.setDns(name, true);
    check(u"box"_s, u"www.example.com"_s);
    check(u"box"_s, u"%2A.example.org"_s);
    QCOMPARE(visitedStatus("www.example.com"_ba), 503);
    QCOMPARE(visitedStatus("WWW.example.com:443"_ba), 503);
    QCOMPARE(visitedStatus("any.example.org"_ba), 503);
    QCOMPARE(visitedStatus("a.b.example.org"_ba), 404);
    QCOMPARE(visitedStatus("box.localhost"_ba), 503);

    remove(certificates(u"box"_s, u"/www.example.com"_s));
    QCOMPARE(visitedStatus("www.example.com"_ba), 404);
}

QTEST_GUILESS_MAIN(SimulatorCertificatesTest)
#include "tst_simulator_certificates.moc"
