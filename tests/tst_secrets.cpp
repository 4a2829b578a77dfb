// After a whole run with a known token and password, neither stands in any file below the home folder, in any log at
// debug level, or in the arguments or environment of a process that was started meanwhile.
#include "tests/editorvisitor.h"
#include "tests/swarmfixture.h"

#include <QDirIterator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace swarm;

namespace {

const auto token = u"fo1_T0kenThatNobodyMaySee"_s;
const auto password = u"Passw0rdThatNobodyMaySee"_s;

//! Files below the folder that hold the text; the simulator's own lie elsewhere.
QStringList filesWith(const QString &folder, const QString &text)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text.toUtf8()))
            found << file.fileName();
    }
    return found;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! What the processes below `parent` were started with: their arguments and environments.
QByteArray startsOfChildren(qint64 parent)
{
    const auto ours = QFile::symLinkTarget(u"/proc/%1/exe"_s.arg(parent));
    QByteArray all;
    for (const auto &entry : QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs)) {
        const auto status = contentOf(u"/proc/%1/stat"_s.arg(entry));
        const auto after = status.mid(status.lastIndexOf(')') + 2).split(' ');
        // Between fork and exec a child is still a copy of us, token and all; what counts is what it becomes.
        const auto isCopy = QFile::symLinkTarget(u"/proc/%1/exe"_s.arg(entry)) == ours;
        if (after.value(1).toLongLong() == parent && !isCopy)
            all += contentOf(u"/proc/%1/cmdline"_s.arg(entry)) + contentOf(u"/proc/%1/environ"_s.arg(entry));
    }
    return all;
}

} // namespace

class SecretsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesNoTrace();
};

void SecretsTest::leavesNoTrace()
{
    SwarmFixture swarm;
    QVERIFY(swarm.start());
    auto &environment = swarm.environment();
    environment.insert(u"FLY_API_TOKEN"_s, token);
    environment.insert(u"SWARM_PASSWORD"_s, password);
    environment.insert(u"QT_LOGGING_RULES"_s, u"*.debug=true"_s);
    QFile opener(swarm.path("bin") + u"/xdg-open"_s);
    QVERIFY(opener.open(QIODevice::WriteOnly));
    opener.write(
        "#!/bin/sh\n{ tr '\\0' '\\n' </proc/$$/environ; tr '\\0' '\\n' </proc/$$/cmdline; } >\"$HOME/opener-saw\"\n");
    opener.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    opener.close();

    QByteArray said;
    QByteArray children;
    const std::vector<QStringList> run{{u"create"_s, u"box"_s},
                                       {u"list"_s},
                                       {u"show"_s, u"box"_s, u"--json"_s},
                                       {u"open"_s, u"box"_s},
                                       {u"stop"_s, u"box"_s},
                                       {u"start"_s, u"box"_s},
                                       {u"delete"_s, u"box"_s, u"--yes"_s}};
    for (const auto &arguments : run) {
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral(SWARM_BIN "/swarmctl"), arguments + swarm.addressArguments());
        QVERIFY(process.waitForStarted());
        while (process.state() == QProcess::Running) {
            children += startsOfChildren(process.processId());
            process.waitForFinished(20);
        }
        said += process.readAll();
        QVERIFY2(process.exitCode() == 0, (arguments.join(u' ').toUtf8() + said).constData());
    }

    QVERIFY2(QFile::exists(swarm.path("home") + u"/opener-saw"_s), "the browser was never started");
    const auto log = contentOf(swarm.path("data") + u"/remote-swarm/log/swarmctl.log"_s);
    QVERIFY2(log.contains("debug remoteswarm.fly: POST /v1/apps/box/secrets"), "the log is not at debug level");
    for (const auto &secret : {token, password}) {
        QCOMPARE(filesWith(swarm.home(), secret), QStringList());
        QVERIFY(!said.contains(secret.toUtf8()));
        QVERIFY(!children.contains(secret.toUtf8()));
    }
}

QTEST_GUILESS_MAIN(SecretsTest)
#include "tst_secrets.moc"
