#pragma once

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

//! A home folder of its own, a simulator in its own process, and programs of ours that know both.
class SwarmFixture
{
public:
    static constexpr auto speed = "50";

    SwarmFixture()
        : m_environment(QProcessEnvironment::systemEnvironment())
    {
        for (const auto *folder : {"home", "data", "config", "cache", "run", "bin"})
            QDir(m_home.path()).mkpath(QString::fromLatin1(folder));
        QFile::setPermissions(path("run"), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        m_environment.insert(QStringLiteral("HOME"), path("home"));
        m_environment.insert(QStringLiteral("XDG_DATA_HOME"), path("data"));
        m_environment.insert(QStringLiteral("XDG_CONFIG_HOME"), path("config"));
        m_environment.insert(QStringLiteral("XDG_CACHE_HOME"), path("cache"));
        m_environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), path("run"));
        m_environment.insert(QStringLiteral("PATH"), path("bin") + u':' + m_environment.value(QStringLiteral("PATH")));
        m_environment.remove(QStringLiteral("FLY_API_TOKEN"));
        m_environment.remove(QStringLiteral("QT_FATAL_CRITICALS")); // a call that fails is logged as an error
    }
    ~SwarmFixture() { stopSimulator(); }

    [[nodiscard]] bool start(const QStringList &more = {})
    {
        auto arguments = QStringList{QStringLiteral("--port"),       QStringLiteral("0"),
                                     QStringLiteral("--editor"),     QStringLiteral("built-in"),
                                     QStringLiteral("--time-scale"), QString::fromLatin1(speed)};
        m_simulator.setProcessEnvironment(m_environment);
        m_simulator.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_simulator.start(QStringLiteral(SWARM_BIN "/flysim"), arguments + more);
        if (!m_simulator.waitForStarted() || !m_simulator.waitForReadyRead())
            return false;
        m_addresses = QJsonDocument::fromJson(m_simulator.readLine()).object();
        return !m_addresses.isEmpty();
    }

    struct Ran {
        int exitCode = -1;
        QByteArray out = {};
        QByteArray err = {};

        [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    };

    //! Runs swarmctl against the simulator and waits for its end.
    [[nodiscard]] Ran ctl(const QStringList &arguments, const QByteArray &input = {})
    {
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.start(QStringLiteral(SWARM_BIN "/swarmctl"), arguments + addressArguments());
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(60'000)) {
            process.kill();
            process.waitForFinished();
        }
        const bool hasEnded = process.exitStatus() == QProcess::NormalExit;
        return {.exitCode = hasEnded ? process.exitCode() : -1,
                .out = process.readAllStandardOutput(),
                .err = process.readAllStandardError()};
    }

    //! Writes the settings file of the programs.
    void configure(const QByteArray &text)
    {
        QDir(path("config")).mkpath(QStringLiteral("remote-swarm"));
        QFile file(path("config") + QStringLiteral("/remote-swarm/remote-swarm.conf"));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("the settings could not be written");
    }

    [[nodiscard]] QStringList addressArguments() const
    {
        return {QStringLiteral("--api-url"),     api().toString(),
                QStringLiteral("--graphql-url"), graphql().toString(),
                QStringLiteral("--time-scale"),  QString::fromLatin1(speed)};
    }

    void stopSimulator()
    {
        if (m_simulator.state() == QProcess::NotRunning)
            return;
        m_simulator.terminate();
        if (!m_simulator.waitForFinished(5000))
            m_simulator.kill();
        m_simulator.waitForFinished();
    }

    [[nodiscard]] QUrl api() const { return QUrl(m_addresses[QStringLiteral("api_url")].toString()); }
    [[nodiscard]] QUrl graphql() const { return QUrl(m_addresses[QStringLiteral("graphql_url")].toString()); }
    [[nodiscard]] QString path(const char *folder) const { return m_home.filePath(QString::fromLatin1(folder)); }
    [[nodiscard]] QString home() const { return m_home.path(); }
    [[nodiscard]] QProcessEnvironment &environment() { return m_environment; }

private:
    QTemporaryDir m_home;
    QProcessEnvironment m_environment;
    QProcess m_simulator;
    QJsonObject m_addresses;
};
