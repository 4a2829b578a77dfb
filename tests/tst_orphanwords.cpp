#include "ui/wording/orphanwords.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace swarm;
using Kind = Orphan::Kind;
using Reason = Orphan::Reason;

namespace {

const QDateTime now(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC);
constexpr int kinds = static_cast<int>(Kind::KeptSnapshot) + 1;
constexpr int reasons = static_cast<int>(Reason::Unconfirmed) + 1;

Orphan disk()
{
    return {.kind = Kind::Disk,
            .id = u"vol_1"_s,
            .app = u"thesis"_s,
            .region = u"ams"_s,
            .sizeGb = 10,
            .perMonth = 1.5,
            .createdAt = now.addDays(-3),
            .reason = Reason::OnlyCopy};
}

} // namespace

class OrphanWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasATitleForEveryKind();
    void hasASentenceForEveryReasonOfEveryKind();
    void saysWhatIsLostWhereSomethingMayBe();
    void saysWhoDecides();
    void saysThePriceHonestly_data();
    void saysThePriceHonestly();
    void saysHowOldItIs();
    void saysWhatSpeaksForAnAdoption();
    void warnsBeforeAnAdoption();
};

void OrphanWordsTest::hasATitleForEveryKind()
{
    QSet<QString> texts;
    for (int kind = 0; kind < kinds; ++kind)
        texts << orphanKindText(static_cast<Kind>(kind));
    QCOMPARE(texts.size(), kinds);
    QVERIFY(!texts.contains(QString()));

    auto orphan = disk();
    QCOMPARE(orphanTitle(orphan), u"Disk of 10 GB in Amsterdam (ams)"_s);
    orphan.instance = u"thesis"_s;
    QCOMPARE(orphanTitle(orphan), u"Disk of 10 GB in Amsterdam (ams), of thesis"_s);
    orphan.kind = Kind::Previous;
    QCOMPARE(orphanTitle(orphan), u"Earlier copy of thesis"_s);
    orphan.disk = u"vol_1"_s;
    QCOMPARE(orphanTitle(orphan), u"Earlier copy of thesis, with its disk of 10 GB"_s);
    QCOMPARE(orphanTitle({.kind = Kind::Address, .id = u"137.66.1.2"_s, .app = u"thesis"_s}),
             u"Address 137.66.1.2 of the app thesis"_s);
    QCOMPARE(orphanTitle({.kind = Kind::EmptyApp, .app = u"thesis"_s}), u"Empty app thesis"_s);
}

void OrphanWordsTest::hasASentenceForEveryReasonOfEveryKind()
{
    for (int kind = 0; kind < kinds; ++kind) {
        QSet<QString> sentences;
        for (int reason = 0; reason < reasons; ++reason) {
            auto orphan = disk();
            orphan.kind = static_cast<Kind>(kind);
            orphan.reason = static_cast<Reason>(reason);
            const auto sentence = orphanReasonText(orphan);
            QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
            QVERIFY2(!sentence.contains(u'%'), qPrintable(sentence));
            sentences << sentence;
        }
        QCOMPARE(sentences.size(), reasons); // each says something of its own
    }
}

void OrphanWordsTest::saysWhatIsLostWhereSomethingMayBe()
{
    QVERIFY(orphanReasonText(disk()).contains("only copy"_L1));
    auto orphan = disk();
    orphan.reason = Reason::HoldsSnapshots;
    QVERIFY(orphanReasonText(orphan).contains("Deleted elsewhere; restorable where it was deleted"_L1));
    orphan.reason = Reason::MayHoldSnapshots;
    QVERIFY(orphanReasonText(orphan).contains("would go with"_L1));
}

void OrphanWordsTest::saysWhoDecides()
{
    QCOMPARE(orphanSafetyText(disk().safety()), u"For you to decide"_s);
    auto orphan = disk();
    orphan.reason = Reason::NeverUsed;
    QVERIFY(orphan.isSafe());
    QCOMPARE(orphanSafetyText(orphan.safety()), u"Safe to remove"_s);
    orphan.reason = Reason::Foreign;
    QCOMPARE(orphanSafetyText(orphan.safety()), u"Not to be removed here"_s);
}

void OrphanWordsTest::saysThePriceHonestly_data()
{
    QTest::addColumn<double>("perMonth");
    QTest::addColumn<bool>("isAtLeast");
    QTest::addColumn<QString>("text");
    QTest::newRow("known") << 1.5 << false << u"about $1.50 a month"_s;
    QTest::newRow("more") << 0.45 << true << u"at least about $0.45 a month"_s;
    QTest::newRow("nothing") << 0.0 << false << u"nothing"_s;
    QTest::newRow("unknown") << 0.0 << true << u"a little, nobody tells how much"_s;
}

void OrphanWordsTest::saysThePriceHonestly()
{
    QFETCH(double, perMonth);
    QFETCH(bool, isAtLeast);
    QTEST(orphanPriceText({.perMonth = perMonth, .isAtLeast = isAtLeast}), "text");
}

void OrphanWordsTest::saysHowOldItIs()
{
    QCOMPARE(orphanAgeText(disk(), now), u"made 3 d ago"_s);
    QCOMPARE(orphanAgeText({}, now), u"age not known"_s);
}

void OrphanWordsTest::saysWhatSpeaksForAnAdoption()
{
    QCOMPARE(evidenceText({.isImage = true}), u"its image is code-server"_s);
    QCOMPARE(evidenceText({.isServing = true, .isMetadata = true}),
             u"it serves port 8080 with code-server's health check; its metadata speaks of code-server"_s);
}

void OrphanWordsTest::warnsBeforeAnAdoption()
{
    QVERIFY(adoptionCautionText({.disk = u"vol_1"_s}).isEmpty());
    QVERIFY(adoptionCautionText({}).contains("no disk"_L1));
    const auto both = adoptionCautionText({.disk = u"vol_1"_s, .sharesApp = true, .isDeployed = true});
    QVERIFY(both.contains("same address"_L1));
    QVERIFY(both.contains("fly deploy"_L1));
}

QTEST_GUILESS_MAIN(OrphanWordsTest)
#include "tst_orphanwords.moc"
