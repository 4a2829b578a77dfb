// What operations write down, and what of it a second process finds.
#include "model/async/taskscope.h"
#include "model/instancejson.h"
#include "model/journal.h"
#include "model/receipts.h"
#include "model/wholefile.h"
#include "tests/waitfor.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace swarm;

namespace {

const JournalOwner owner{.apiHost = u"api.example.org"_s, .account = u"ada"_s, .organization = u"personal"_s};

Task<bool> closed(std::shared_ptr<JournalPage> page)
{
    co_await page->close();
    co_return true;
}

JournalEntry creation()
{
    return {.verb = Verb::Create, .instance = u"id-box"_s, .name = u"box"_s};
}

Keepsake keepsake()
{
    return {.instance = u"id-box"_s,
            .name = u"box"_s,
            .app = u"box-app"_s,
            .region = u"ams"_s,
            .snapshot = u"vs_1"_s,
            .diskGb = 10,
            .bytes = 4096,
            .machine = {{u"image"_s, u"codercom/code-server:latest"_s}},
            .secrets = {{u"GITHUB_TOKEN"_s, u"hush hush"_s}},
            .deletedAt = QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC),
            .expiresAt = QDateTime(QDate(2026, 11, 25), QTime(12, 0), Qt::UTC)};
}

} // namespace

class JournalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void isOnDiskBeforeAnythingIsDone();
    void keepsFactsAsTheyAreNoted();
    void leavesWhatLivesAlone();
    void findsWhatWasCutOff();
    void leavesOtherAccountsAlone();
    void leavesNewerVersionsAndDamagedFilesAlone();
    void endsWithItsOperation();
    void saysWhenItCannotBeWritten();
    void knowsEveryVerb();
    void keepsReceiptsWithoutSecrets();
    void findsReceiptsByAnyName();
    void knowsWhoseDaysAreOver();

private:
    [[nodiscard]] QString folder() const { return m_folder->filePath(u"journal"_s); }
    [[nodiscard]] QStringList files() const { return QDir(folder()).entryList({u"*.json"_s}, QDir::Files); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void JournalTest::isOnDiskBeforeAnythingIsDone()
{
    Journal journal(folder(), owner);

    const auto page = waitFor(journal.begin(creation()));

    QVERIFY(page);
    QCOMPARE(files().size(), 1);
    const auto json = readJsonFile(QDir(folder()).filePath(files().first()));
    QVERIFY(json);
    QCOMPARE((*json)["verb"_L1].toString(), u"create"_s);
    QCOMPARE((*json)["owner"_L1]["account"_L1].toString(), u"ada"_s);
    const auto permissions = QFile(QDir(folder()).filePath(files().first())).permissions();
    QVERIFY(!(permissions & (QFile::ReadGroup | QFile::ReadOther)));
}

void JournalTest::keepsFactsAsTheyAreNoted()
{
    Journal journal(folder(), owner);
    const auto page = waitFor(journal.begin(creation()));
    QVERIFY(page);

    QVERIFY(waitFor((*page)->note({{u"app"_s, u"box"_s}})));
    QVERIFY(waitFor((*page)->note({{u"app_made"_s, true}})));

    const auto entries = waitFor(journal.entries());
    QCOMPARE(entries.size(), 1u);
    QCOMPARE(entries.front().fact(u"app"_s), u"box"_s);
    QVERIFY(entries.front().facts["app_made"_L1].toBool());
    QCOMPARE(entries.front(), (*page)->entry());
}

void JournalTest::leavesWhatLivesAlone()
{
    Journal journal(folder(), owner);
    const auto page = waitFor(journal.begin(creation()));
    QVERIFY(page);

    Journal another(folder(), owner);

    QCOMPARE(waitFor(another.takeLeftovers()).size(), 0u);
    QCOMPARE(waitFor(another.entries()).size(), 1u);
}

void JournalTest::findsWhatWasCutOff()
{
    {
        Journal journal(folder(), owner);
        auto page = waitFor(journal.begin(creation()));
        QVERIFY(page);
        QVERIFY(waitFor((*page)->note({{u"app"_s, u"box"_s}})));
    } // ends without close(), as a process does that is killed

    Journal next(folder(), owner);
    const auto leftovers = waitFor(next.takeLeftovers());

    QCOMPARE(leftovers.size(), 1u);
    QCOMPARE(leftovers.front()->entry().verb, Verb::Create);
    QCOMPARE(leftovers.front()->entry().fact(u"app"_s), u"box"_s);
    QCOMPARE(waitFor(next.takeLeftovers()).size(), 0u); // they are held by now
}

void JournalTest::leavesOtherAccountsAlone()
{
    {
        Journal journal(folder(), owner);
        QVERIFY(waitFor(journal.begin(creation())));
    }
    auto other = owner;
    other.organization = u"work"_s;

    Journal journal(folder(), other);

    QCOMPARE(waitFor(journal.takeLeftovers()).size(), 0u);
    QCOMPARE(files().size(), 1);
}

void JournalTest::leavesNewerVersionsAndDamagedFilesAlone()
{
    QVERIFY(writeJsonFile(folder() + u"/new.json"_s, {{u"schema"_s, journalSchema + 1}, {u"id"_s, u"new"_s}}));
    QFile damaged(folder() + u"/damaged.json"_s);
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write("{\"schema\":1,");
    damaged.close();

    Journal journal(folder(), owner);

    QCOMPARE(waitFor(journal.takeLeftovers()).size(), 0u);
    QCOMPARE(files().size(), 2);
}

void JournalTest::endsWithItsOperation()
{
    Journal journal(folder(), owner);
    const auto page = waitFor(journal.begin(creation()));
    QVERIFY(page);

    QVERIFY(waitFor(closed(*page)));

    QCOMPARE(QDir(folder()).entryList(QDir::Files), QStringList());
}

void JournalTest::saysWhenItCannotBeWritten()
{
    QFile inTheWay(folder());
    QVERIFY(inTheWay.open(QIODevice::WriteOnly)); // a file where the folder should be
    Journal journal(folder(), owner);

    const auto page = waitFor(journal.begin(creation()));

    QVERIFY(!page);
    QCOMPARE(page.error().code, ErrorCode::LocalFileFailed);
}

void JournalTest::knowsEveryVerb()
{
    for (int verb = 0; verb <= static_cast<int>(lastVerb); ++verb) {
        const auto name = verbName(static_cast<Verb>(verb));
        QVERIFY(!name.isEmpty());
        QCOMPARE(verbFrom(name), static_cast<Verb>(verb));
    }
    QVERIFY(!verbFrom(u"dance"_s));
}

void JournalTest::keepsReceiptsWithoutSecrets()
{
    Receipts receipts(folder());
    QVERIFY(waitFor(receipts.write(keepsake())));

    QFile file(QDir(folder()).filePath(u"id-box.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto text = file.readAll();
    QVERIFY(!text.contains("hush hush"));
    Receipts again(folder());
    TaskScope tasks;
    tasks.launch(again.load(), [](const FileProblems &) { });
    QTRY_COMPARE(again.all().size(), 1u);
    auto expected = keepsake();
    expected.secrets = {{u"GITHUB_TOKEN"_s, QString()}}; // that there was one is remembered
    QCOMPARE(again.all().front(), expected);
}

void JournalTest::findsReceiptsByAnyName()
{
    Receipts receipts(folder());
    QSignalSpy changed(&receipts, &Receipts::changed);
    QVERIFY(waitFor(receipts.write(keepsake())));

    for (const auto &name : {u"box"_s, u"id-box"_s, u"box-app"_s})
        QVERIFY(receipts.find(name));
    QVERIFY(!receipts.find(u"other"_s));
    QVERIFY(waitFor(receipts.remove(u"id-box"_s)));
    QVERIFY(!receipts.find(u"box"_s));
    QCOMPARE(changed.count(), 2);
    QVERIFY(waitFor(receipts.remove(u"id-box"_s))); // what is gone is fine
}

void JournalTest::knowsWhoseDaysAreOver()
{
    Receipts receipts(folder());
    QVERIFY(waitFor(receipts.write(keepsake())));

    QCOMPARE(receipts.expired(keepsake().expiresAt.addSecs(-1)).size(), 0u);
    QCOMPARE(receipts.expired(keepsake().expiresAt).size(), 1u);
}

QTEST_GUILESS_MAIN(JournalTest)
#include "tst_journal.moc"
