#include "fly/simulator/simulator.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace swarm::simulator;

class TranscriptTest : public QObject
{
    Q_OBJECT

private:
    //! The answer's body.
    static QByteArray ask(const Simulator &simulator, const QByteArray &verb, const QString &path,
                          const QByteArray &body = {})
    {
        QNetworkAccessManager network;
        QNetworkRequest request(QUrl(simulator.apiUrl().toString() + path));
        request.setRawHeader("Authorization"_ba, "Bearer fo1_secret"_ba);
        request.setRawHeader("Content-Type"_ba, "application/json"_ba);
        const std::unique_ptr<QNetworkReply> reply(network.sendCustomRequest(request, verb, body));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        finished.wait(10'000);
        return reply->readAll();
    }

    static QList<QJsonObject> linesOf(const Simulator &simulator)
    {
        QList<QJsonObject> lines;
        for (const auto &line : simulator.transcript().split('\n')) {
            if (!line.isEmpty())
                lines << QJsonDocument::fromJson(line).object();
        }
        return lines;
    }

private Q_SLOTS:
    void keepsWhatWasAskedAndAnswered();
    void keepsNoAnswersUnlessTold();
    void leavesTheTokenOut();
    void tellsOfEachAnswerWhenItGoesOut();
    void showsALostAnswerAsNone();
};

void TranscriptTest::keepsWhatWasAskedAndAnswered()
{
    Simulator simulator({.recordsAnswers = true});
    QVERIFY(simulator.listen());

    const auto answer =
        ask(simulator, "POST"_ba, u"/v1/apps?wait=true"_s, R"({"name":"box","org_slug":"personal"})"_ba);

    const auto lines = linesOf(simulator);
    QCOMPARE(lines.size(), 1);
    const auto &line = lines.first();
    QCOMPARE(line[u"method"].toString(), u"POST"_s);
    QCOMPARE(line[u"path"].toString(), u"/v1/apps?wait=true"_s);
    QCOMPARE(line[u"route"].toString(), u"/v1/apps"_s);
    QCOMPARE(line[u"request_body"].toString(), uR"({"name":"box","org_slug":"personal"})"_s);
    QCOMPARE(line[u"request_headers"][u"content-type"].toString(), u"application/json"_s);
    QCOMPARE(line[u"status"].toInt(), 201);
    QCOMPARE(line[u"content_type"].toString(), u"application/json"_s);
    QVERIFY(!answer.isEmpty());
    QCOMPARE(line[u"answer"].toString(), QString::fromUtf8(answer));
}

void TranscriptTest::keepsNoAnswersUnlessTold()
{
    Simulator simulator;
    QVERIFY(simulator.listen());

    QVERIFY(!ask(simulator, "GET"_ba, u"/v1/platform/regions"_s).isEmpty());

    const auto lines = linesOf(simulator);
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines.first()[u"status"].toInt(), 200);
    QCOMPARE(lines.first()[u"answer"].toString(), QString());
}

void TranscriptTest::leavesTheTokenOut()
{
    Simulator simulator({.recordsAnswers = true});
    QVERIFY(simulator.listen());

    ask(simulator, "GET"_ba, u"/v1/apps?org_slug=personal"_s);

    QCOMPARE(linesOf(simulator).first()[u"status"].toInt(), 200);
    QVERIFY(!simulator.transcript().contains("fo1_secret"));
}

void TranscriptTest::tellsOfEachAnswerWhenItGoesOut()
{
    Simulator simulator({.recordsAnswers = true});
    QVERIFY(simulator.listen());
    QList<QByteArray> answers;
    connect(&simulator, &Simulator::answered, this, [&](const SeenRequest &seen) { answers << seen.answer; });

    const auto first = ask(simulator, "GET"_ba, u"/v1/platform/regions"_s);
    const auto second = ask(simulator, "GET"_ba, u"/v1/apps/nobody"_s);
    ask(simulator, "GET"_ba, u"/_sim/requests"_s);

    QCOMPARE(answers, (QList<QByteArray>{first, second}));
}

void TranscriptTest::showsALostAnswerAsNone()
{
    Simulator simulator({.recordsAnswers = true});
    QVERIFY(simulator.listen());
    QString error;
    simulator.addFault(*Fault::fromText(u"POST /v1/apps lost_reply"_s, &error));

    ask(simulator, "POST"_ba, u"/v1/apps"_s, R"({"name":"box","org_slug":"personal"})"_ba);

    const auto line = linesOf(simulator).first();
    QCOMPARE(line[u"status"].toInt(), 0);
    QCOMPARE(line[u"answer"].toString(), QString());
}

QTEST_GUILESS_MAIN(TranscriptTest)
#include "tst_transcript.moc"
