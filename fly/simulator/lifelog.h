#pragma once

#include "fly/simulator/eventreader.h"
#include "fly/simulator/logbook.h"

#include <QSet>

namespace swarm::simulator {

//! Writes into the log what becomes of machines, and what the built-in editor would say when it starts.
class LifeLog : public QObject
{
    Q_OBJECT

public:
    LifeLog(World &world, LogBook &log, bool hasBuiltInEditor, QObject *parent);

private:
    void read(const Machine &machine);
    void write(const Machine &machine, const QJsonObject &event);
    void writeStart(const Machine &machine, const QJsonObject &event);
    void writeExit(const Machine &machine, const QJsonObject &event);
    void writeEditorStart(const Machine &machine, qint64 at);
    void sayEditorStarted(const Machine &machine, qint64 at);
    void say(const Machine &machine, qint64 at, const QString &provider, const QString &message,
             const QString &level = QStringLiteral("info"));

    World &m_world;
    LogBook &m_log;
    bool m_hasBuiltInEditor = false;
    EventReader m_events;
    QHash<QString, QJsonObject> m_before; //!< the event before the one being read, by machine
    QSet<QString> m_resuming; //!< machines whose editor has only slept
};

} // namespace swarm::simulator
