// Instance files: what is read, what is refused and where, and that what is written can be read again.
#include "app/ctl/drift.h"
#include "app/ctl/instancefile.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace swarm;
using namespace swarm::ctl;

using Key = InstanceFile::Key;
Q_DECLARE_METATYPE(swarm::ctl::Drift::Cure)

namespace {

InstanceSpec fullSpec()
{
    InstanceSpec spec{.name = u"thesis"_s, .region = u"fra"_s, .size = sizePresets[2], .diskGb = 20};
    spec.image = {
        .repository = u"codercom/code-server"_s, .tag = u"4.96.2"_s, .digest = u"sha256:"_s + QString(64, u'a')};
    spec.idle = {.action = IdleRule::Action::StopAfter, .after = std::chrono::minutes(45)};
    spec.env = {{u"LANG"_s, u"C.UTF-8"_s}, {u"QUOTED"_s, u"a \"b\" \\ c\nd"_s}};
    spec.metadata = {{u"team"_s, u"alpha = beta"_s}};
    spec.repository = u"https://example.org/project.git"_s;
    spec.address = AddressKind::DedicatedV4;
    spec.arguments = {u"--disable-file-downloads"_s, u"it's"_s};
    spec.services = {{.port = 3000, .internalPort = 3000, .handlers = {u"tls"_s, u"http"_s}},
                     {.protocol = u"udp"_s, .port = 53, .internalPort = 5353}};
    return spec;
}

} // namespace

class InstanceFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrites();
    void knowsWhatTheFileSays();
    void takesDefaultsForWhatItDoesNotSay();
    void saysWhereItIsWrong_data();
    void saysWhereItIsWrong();
    void namesEverythingThatIsWrong();
    void findsNoDriftInWhatWasExported();
    void findsDrift_data();
    void findsDrift();
    void takesATagForTheDigestBehindIt();
    void changesOnlyWhatDiffers();
    void setsSingleVariablesBesideTheOthers();
};

void InstanceFileTest::readsWhatItWrites()
{
    const auto spec = fullSpec();

    const auto read = instanceFileFrom(instanceFileText(spec).toUtf8());

    QVERIFY2(read, read ? "" : qPrintable(problemText(u"file"_s, read.error().front())));
    QCOMPARE(read->spec, spec);
}

void InstanceFileTest::knowsWhatTheFileSays()
{
    const auto read = instanceFileFrom("name = \"box\"\nregion = \"ams\"\n");

    QVERIFY(read);
    QCOMPARE(read->given, (QSet<Key>{Key::Name, Key::Region}));
}

void InstanceFileTest::takesDefaultsForWhatItDoesNotSay()
{
    const auto read = instanceFileFrom("name = \"box\"\nsize = \"large\"\n");

    QVERIFY(read);
    QCOMPARE(read->spec.diskGb, 10);
    QCOMPARE(read->spec.idle.action, IdleRule::Action::Stop); // 4 GB cannot be suspended
}

void InstanceFileTest::saysWhereItIsWrong_data()
{
    QTest::addColumn<QByteArray>("toml");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const QByteArray &toml, const QString &said) {
        QTest::newRow(name) << toml << said;
    };
    row("syntax", "name = \"box\nregion = \"ams\"\n", u"f:1:"_s);
    row("unknown", "name = \"box\"\nregoin = \"ams\"\n",
        u"f:2:1: regoin: there is no such member; did you mean region?"_s);
    row("far from anything", "\n\nwhatever = 1\n", u"f:3:1: whatever: there is no such member"_s);
    row("secret", "password = \"x\"\n", u"f:1:1: password: secrets do not belong into a file"_s);
    row("type", "name = 5\n", u"f:1:8: name: use a string, not a number"_s);
    row("name", "name = \"Not A Name\"\n", u"f:1:8: name: "_s);
    row("region", "region = \"Amsterdam\"\n", u"f:1:10: region: \"Amsterdam\" is no code of a region"_s);
    row("size", "size = \"huge\"\n", u"f:1:8: size: \"huge\" is none"_s);
    row("size that Fly refuses", "size = \"shared:3:2048\"\n", u"f:1:8: size: "_s);
    row("disk", "disk_gb = 501\n", u"f:1:11: disk_gb: use a number from 1 to 500"_s);
    row("disk with a fraction", "disk_gb = 1.5\n",
        u"f:1:11: disk_gb: use a whole number, not a number with a fraction"_s);
    row("image", "image = \"my image\"\n", u"f:1:9: image: "_s);
    row("idle", "idle = \"sometimes\"\n", u"f:1:8: idle: use"_s);
    row("suspend", "size = \"large\"\nidle = \"suspend\"\n", u"f:2:8: idle: "_s);
    row("address", "address = \"v5\"\n", u"f:1:11: address: "_s);
    row("arguments", "arguments = \"--x\"\n", u"f:1:13: arguments: use an array"_s);
    row("variable", "[env]\nPASSWORD = \"x\"\n", u"f:2:1: env.PASSWORD: "_s);
    row("value of a variable", "[env]\nA = 1\n", u"f:2:5: env.A: use a string, not a number"_s);
    row("port", "ports = [\"3000\"]\n", u"f:1:10: ports: \"3000\" is none"_s);
    row("port of the editor", "ports = [\"443:3000\"]\n", u"f:1:10: ports: "_s);
    row("newer", "schema = 2\n", u"f:1:10: schema: this file is of version 2"_s);
}

void InstanceFileTest::saysWhereItIsWrong()
{
    QFETCH(QByteArray, toml);
    QFETCH(QString, said);

    const auto read = instanceFileFrom(toml);

    QVERIFY(!read);
    const auto text = problemText(u"f"_s, read.error().front());
    QVERIFY2(text.startsWith(said), qPrintable(text));
}

void InstanceFileTest::namesEverythingThatIsWrong()
{
    const auto read = instanceFileFrom("size = \"huge\"\nname = \"Box\"\ndisk_gb = 0\n");

    QVERIFY(!read);
    QCOMPARE(read.error().size(), 3u);
    QCOMPARE(read.error().at(0).line, 1);
    QCOMPARE(read.error().at(1).line, 2);
    QCOMPARE(read.error().at(2).line, 3);
}

void InstanceFileTest::findsNoDriftInWhatWasExported()
{
    const auto read = instanceFileFrom(instanceFileText(fullSpec()).toUtf8());

    QVERIFY(read);
    QVERIFY(driftBetween(fullSpec(), *read).empty());
    QCOMPARE(changeFor(fullSpec(), *read), InstanceChange());
}

void InstanceFileTest::findsDrift_data()
{
    QTest::addColumn<QByteArray>("toml");
    QTest::addColumn<QString>("said");
    QTest::addColumn<Drift::Cure>("cure");
    using Cure = Drift::Cure;
    QTest::newRow("region") << "region = \"ams\""_ba << u"region: fra → ams"_s << Cure::ByHand;
    QTest::newRow("size") << "size = \"small\""_ba << u"size: shared:2:4096 → shared:1:1024"_s << Cure::Change;
    QTest::newRow("more disk") << "disk_gb = 30"_ba << u"disk_gb: 20 → 30"_s << Cure::Extend;
    QTest::newRow("less disk") << "disk_gb = 10"_ba << u"disk_gb: 20 → 10"_s << Cure::ByHand;
    QTest::newRow("idle") << "idle = \"never\""_ba << u"idle: 45 → never"_s << Cure::Change;
    QTest::newRow("tag") << "image = \"codercom/code-server:4.97.0\""_ba << u"image: "_s << Cure::Change;
    QTest::newRow("less address") << "address = \"shared\""_ba << u"address: v4 → shared"_s << Cure::ByHand;
    QTest::newRow("no arguments") << "arguments = []"_ba << u"arguments: --disable-file-downloads it's → none"_s
                                  << Cure::Change;
    QTest::newRow("ports") << "ports = []"_ba << u"ports: tcp:3000:3000:tls,http udp:53:5353 → none"_s << Cure::Change;
    QTest::newRow("env") << "[env]\nLANG = \"de\""_ba << u"env: "_s << Cure::Change;
}

void InstanceFileTest::findsDrift()
{
    QFETCH(QByteArray, toml);
    QFETCH(QString, said);
    QFETCH(Drift::Cure, cure);
    const auto file = instanceFileFrom(toml);
    QVERIFY(file);

    const auto drifts = driftBetween(fullSpec(), *file);

    QCOMPARE(drifts.size(), 1u);
    QVERIFY2(driftText(drifts.front()).startsWith(said), qPrintable(driftText(drifts.front())));
    QCOMPARE(drifts.front().cure, cure);
}

void InstanceFileTest::takesATagForTheDigestBehindIt()
{
    const auto tagOnly = instanceFileFrom("image = \"codercom/code-server:4.96.2\"");

    QVERIFY(tagOnly);
    QVERIFY(driftBetween(fullSpec(), *tagOnly).empty()); // the digest that runs is behind that tag
}

void InstanceFileTest::changesOnlyWhatDiffers()
{
    const auto file = instanceFileFrom("size = \"small\"\nports = [\"udp:53:5353\", \"8081:8081:tls,http\"]\n"
                                       "[env]\nLANG = \"C.UTF-8\"\nNEW = \"1\"\n");
    QVERIFY(file);

    const auto change = changeFor(fullSpec(), *file);

    QCOMPARE(change.size, std::optional(sizePresets[0]));
    QVERIFY(!change.image && !change.idle && !change.arguments);
    QCOMPARE(change.setEnv, (QMap<QString, QString>{{u"NEW"_s, u"1"_s}}));
    QCOMPARE(change.unsetEnv, QStringList{u"QUOTED"_s});
    QCOMPARE(change.openPorts.size(), 1u);
    QCOMPARE(change.openPorts.front().port, 8081);
    QCOMPARE(change.closePorts.size(), 1u);
    QCOMPARE(change.closePorts.front().port, 3000);
}

void InstanceFileTest::setsSingleVariablesBesideTheOthers()
{
    InstanceFile file;
    file.spec.env = {{u"NEW"_s, u"1"_s}}; // as --env says it, without a file's [env]

    const auto change = changeFor(fullSpec(), file);

    QCOMPARE(change.setEnv, (QMap<QString, QString>{{u"NEW"_s, u"1"_s}}));
    QVERIFY(change.unsetEnv.isEmpty());
    QCOMPARE(driftBetween(fullSpec(), file).size(), 1u);
}

QTEST_GUILESS_MAIN(InstanceFileTest)
#include "tst_instancefile.moc"
