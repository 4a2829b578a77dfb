#include "model/prices.h"
#include "ui/wording/networkwords.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace swarm;

namespace {

const QDateTime now(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC);

template <typename Enum> QList<Enum> valuesUpTo(Enum last)
{
    QList<Enum> values;
    for (int value = 0; value <= static_cast<int>(last); ++value)
        values += static_cast<Enum>(value);
    return values;
}

Domain domain(const QString &hostname)
{
    using Purpose = Domain::Record::Purpose;
    return {.hostname = hostname,
            .state = Domain::State::AwaitingDns,
            .records = {{Purpose::Address, u"A"_s, hostname, u"66.241.124.7"_s},
                        {Purpose::Address, u"AAAA"_s, hostname, u"2a09:8280:1::7"_s},
                        {Purpose::Alias, u"CNAME"_s, hostname, u"box.fly.dev"_s},
                        {Purpose::Challenge, u"CNAME"_s, u"_acme-challenge.example.com"_s, u"x.flydns.net"_s},
                        {Purpose::Ownership, u"TXT"_s, u"_fly-ownership.example.com"_s, u"app-1"_s}}};
}

} // namespace

class NetworkWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spellsHostnamesLikeTheDns_data();
    void spellsHostnamesLikeTheDns();
    void saysWhyItIsNoHostname_data();
    void saysWhyItIsNoHostname();
    void hasWordsForEverything();
    void saysWhatAddressesCost();
    void saysHowFarADomainIs_data();
    void saysHowFarADomainIs();
    void saysWhichRecordsToSet();
    void saysWhichRecordsToSetForAllNames();
    void leavesOutRecordsThatAreNotAsked();
    void saysWhatADomainCosts();
    void describesPorts();
    void saysThatASharedAddressDoesNotCarryAPort();
};

void NetworkWordsTest::spellsHostnamesLikeTheDns_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("hostname");
    QTest::newRow("plain") << u"code.example.com"_s << u"code.example.com"_s;
    QTest::newRow("capitals, blanks and a dot") << u"  Code.Example.COM. "_s << u"code.example.com"_s;
    QTest::newRow("apex") << u"example.com"_s << u"example.com"_s;
    QTest::newRow("umlaut") << u"bücher.example"_s << u"xn--bcher-kva.example"_s;
    QTest::newRow("decomposed umlaut") << u"bu\u0308cher.example"_s << u"xn--bcher-kva.example"_s;
    QTest::newRow("spelled already") << u"xn--bcher-kva.example"_s << u"xn--bcher-kva.example"_s;
    QTest::newRow("another script") << u"例え.テスト"_s << u"xn--r8jz45g.xn--zckzah"_s;
    QTest::newRow("all below") << u"*.example.com"_s << u"*.example.com"_s;
    QTest::newRow("digits") << u"1.2.3.example"_s << u"1.2.3.example"_s;
    QTest::newRow("dashes") << u"a--b.ex-ample.com"_s << u"a--b.ex-ample.com"_s;
    QTest::newRow("63 characters") << QString(63, u'a') + u".com"_s << QString(63, u'a') + u".com"_s;
    QTest::newRow("not Fly's") << u"notfly.dev"_s << u"notfly.dev"_s;
}

void NetworkWordsTest::spellsHostnamesLikeTheDns()
{
    QFETCH(QString, typed);
    QFETCH(QString, hostname);
    const auto spelled = hostnameFrom(typed);
    QVERIFY(spelled);
    QCOMPARE(*spelled, hostname);
    QCOMPARE(*hostnameFrom(*spelled), hostname);
}

void NetworkWordsTest::saysWhyItIsNoHostname_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<HostnameProblem>("problem");
    QTest::newRow("nothing") << QString() << HostnameProblem::Empty;
    QTest::newRow("blanks") << u"  "_s << HostnameProblem::Empty;
    QTest::newRow("scheme") << u"https://example.com"_s << HostnameProblem::HasScheme;
    QTest::newRow("scheme and port") << u"http://example.com:80/"_s << HostnameProblem::HasScheme;
    QTest::newRow("path") << u"example.com/editor"_s << HostnameProblem::HasPath;
    QTest::newRow("query") << u"example.com?a"_s << HostnameProblem::HasPath;
    QTest::newRow("port") << u"example.com:8443"_s << HostnameProblem::HasPort;
    QTest::newRow("IPv4") << u"66.241.124.7"_s << HostnameProblem::IpAddress;
    QTest::newRow("IPv6") << u"2a09:8280:1::7"_s << HostnameProblem::IpAddress;
    QTest::newRow("IPv6 in brackets") << u"[::1]"_s << HostnameProblem::IpAddress;
    QTest::newRow("underscore") << u"my_box.example.com"_s << HostnameProblem::Characters;
    QTest::newRow("blank inside") << u"my box.example.com"_s << HostnameProblem::Characters;
    QTest::newRow("user") << u"me@example.com"_s << HostnameProblem::Characters;
    QTest::newRow("two dots") << u"a..example.com"_s << HostnameProblem::Characters;
    QTest::newRow("dot first") << u".example.com"_s << HostnameProblem::Characters;
    QTest::newRow("dash first") << u"-a.example.com"_s << HostnameProblem::Characters;
    QTest::newRow("dash last") << u"a-.example.com"_s << HostnameProblem::Characters;
    QTest::newRow("star inside") << u"a.*.example.com"_s << HostnameProblem::Characters;
    QTest::newRow("only a dot") << u"."_s << HostnameProblem::Characters;
    QTest::newRow("number at the end") << u"example.123"_s << HostnameProblem::Characters;
    QTest::newRow("64 characters") << QString(64, u'a') + u".com"_s << HostnameProblem::TooLong;
    QTest::newRow("254 characters") << u"abcdefg."_s.repeated(32) + u"com"_s << HostnameProblem::TooLong;
    QTest::newRow("a word") << u"editor"_s << HostnameProblem::NoDomain;
    QTest::newRow("all below a word") << u"*.com"_s << HostnameProblem::NoDomain;
    QTest::newRow("Fly's") << u"box.fly.dev"_s << HostnameProblem::FlyOwn;
    QTest::newRow("Fly's in capitals") << u"Box.FLY.dev."_s << HostnameProblem::FlyOwn;
    QTest::newRow("Fly's itself") << u"*.fly.dev"_s << HostnameProblem::FlyOwn;
}

void NetworkWordsTest::saysWhyItIsNoHostname()
{
    QFETCH(QString, typed);
    QFETCH(HostnameProblem, problem);
    const auto spelled = hostnameFrom(typed);
    QVERIFY2(!spelled, spelled ? qPrintable(*spelled) : "");
    QCOMPARE(spelled.error(), problem);
}

void NetworkWordsTest::hasWordsForEverything()
{
    QSet<QString> texts;
    qsizetype count = 0;
    const auto note = [&](const QString &text) {
        QVERIFY(!text.isEmpty());
        QVERIFY2(!text.contains(u"%1"_s), qPrintable(text));
        texts << text;
        ++count;
    };
    for (const auto kind : valuesUpTo(Address::Kind::Unknown))
        note(addressKindText(kind));
    for (const auto kind : valuesUpTo(AddressRequest::Kind::Egress))
        note(addressOfferText(kind));
    for (const auto problem : valuesUpTo(HostnameProblem::FlyOwn))
        note(hostnameProblemText(problem));
    for (const auto problem : valuesUpTo(PortProblem::Duplicate))
        note(portRefusalText({.problem = problem, .port = {.port = 5000, .internalPort = 6000}}));
    for (const auto state : valuesUpTo(Domain::State::Unknown))
        note(domainStateText({.state = state}, now));
    QCOMPARE(texts.size(), count);
}

void NetworkWordsTest::saysWhatAddressesCost()
{
    QCOMPARE(addressPriceText({.kind = Address::Kind::SharedV4}), u"free"_s);
    QCOMPARE(addressPriceText({.kind = Address::Kind::V4, .perMonth = 2}), u"about $2.00 a month"_s);
    QCOMPARE(addressPriceText({.kind = Address::Kind::EgressV6}), u"with its IPv4"_s);
    QVERIFY(addressOfferText(AddressRequest::Kind::V4).contains("about $2.00 a month"_L1));
    QVERIFY(addressOfferText(AddressRequest::Kind::Egress).contains("about $3.60 a month"_L1));
    QVERIFY(addressOfferText(AddressRequest::Kind::SharedV4).contains("free"_L1));
    QVERIFY(lastAddressText(u"2a09::1"_s).startsWith("2a09::1 is the last address"_L1));
}

void NetworkWordsTest::saysHowFarADomainIs_data()
{
    QTest::addColumn<Domain>("domain");
    QTest::addColumn<QString>("text");
    QTest::newRow("dns") << Domain{.state = Domain::State::AwaitingDns} << u"Waiting for the DNS"_s;
    QTest::newRow("ready") << Domain{.state = Domain::State::Ready} << u"Ready"_s;
    QTest::newRow("ready until") << Domain{.state = Domain::State::Ready,
                                           .expiresAt = QDateTime(QDate(2027, 2, 1), QTime(0, 0), Qt::UTC)}
                                 << u"Ready until 1 February 2027"_s;
    QTest::newRow("expired") << Domain{.state = Domain::State::Ready,
                                       .expiresAt = QDateTime(QDate(2026, 11, 1), QTime(0, 0), Qt::UTC)}
                             << u"Expired on 1 November 2026"_s;
    QTest::newRow("a new word") << Domain{.state = Domain::State::Unknown, .word = u"Gathering moss"_s}
                                << u"Gathering moss"_s;
    QTest::newRow("no word") << Domain{} << u"Unknown"_s;
}

void NetworkWordsTest::saysHowFarADomainIs()
{
    QFETCH(Domain, domain);
    QFETCH(QString, text);
    QCOMPARE(domainStateText(domain, now), text);
}

void NetworkWordsTest::saysWhichRecordsToSet()
{
    QCOMPARE(recordsText(domain(u"code.example.com"_s)),
             u"Set this record where the DNS of code.example.com is kept:\n"
             "    CNAME code.example.com → box.fly.dev\n"
             "Or, where an alias is not possible, these:\n"
             "    A code.example.com → 66.241.124.7\n"
             "    AAAA code.example.com → 2a09:8280:1::7\n"
             "With this one the certificate is ready before visitors are sent here:\n"
             "    CNAME _acme-challenge.example.com → x.flydns.net\n"
             "Only when a proxy stands in front of it, this shows that the name is yours:\n"
             "    TXT _fly-ownership.example.com → app-1"_s);
}

void NetworkWordsTest::saysWhichRecordsToSetForAllNames()
{
    QVERIFY(recordsText(domain(u"*.example.com"_s))
                .contains("This one is needed too, for a certificate with *:\n    CNAME _acme-challenge"_L1));
}

void NetworkWordsTest::leavesOutRecordsThatAreNotAsked()
{
    auto some = domain(u"code.example.com"_s);
    some.records.resize(1);
    QCOMPARE(recordsText(some),
             u"Set this where the DNS of code.example.com is kept:\n    A code.example.com → 66.241.124.7"_s);
    some.records.clear();
    QCOMPARE(recordsText(some), QString());
}

void NetworkWordsTest::saysWhatADomainCosts()
{
    QCOMPARE(domainPriceText(u"code.example.com"_s),
             u"The first 10 host names of an organization are free, then each costs about $0.10 a month."_s);
    QCOMPARE(domainPriceText(u"*.example.com"_s), u"A name with * costs about $1.00 a month."_s);
}

void NetworkWordsTest::describesPorts()
{
    QCOMPARE(portText({.port = 5432, .internalPort = 5433}), u"5432/tcp → 5433"_s);
    QCOMPARE(portText({.port = 8443, .internalPort = 3000, .handlers = {u"tls"_s, u"http"_s}}),
             u"8443/tcp → 3000 (tls, http)"_s);
    QVERIFY(portRefusalText({.problem = PortProblem::EditorsPort, .port = {.port = 443}})
                .startsWith("Port 443 leads to the editor"_L1));
}

void NetworkWordsTest::saysThatASharedAddressDoesNotCarryAPort()
{
    QCOMPARE(unheardPortsText({}), QString());
    QCOMPARE(unheardPortsText({{.port = 5432}}),
             u"The shared IPv4 carries HTTP and TLS only: 5432/tcp does not work over it. Add a dedicated IPv4, about "
             "$2.00 a month."_s);
    QVERIFY(unheardPortsText({{.port = 5432}, {.protocol = u"udp"_s, .port = 53}})
                .contains("5432/tcp, 53/udp do not work"_L1));
}

QTEST_GUILESS_MAIN(NetworkWordsTest)
#include "tst_networkwords.moc"
