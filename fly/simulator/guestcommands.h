#pragma once

#include "fly/simulator/guestfiles.h"

#include <QMap>
#include <QStringList>

#include <chrono>
#include <optional>

namespace swarm::simulator {

//! What Fly hands over of a command's output at most.
constexpr qsizetype mostOutput = 1024 * 1024;

//! What a command inside a machine sees of it.
struct Guest {
    GuestFiles files;
    QMap<QString, QString> environment = {};
    QString hostname = {};
    QIODevice *input = nullptr; //!< null: there is nothing to read
};

struct CommandOutput {
    int exitCode = 0;
    QByteArray out = {};
    QByteArray err = {};
};

//! Acts out one of the built-in commands, which prints to `out`; no process is started. What it does not know is "not
//! found".
CommandOutput runCommand(const QStringList &words, const Guest &guest, GuestSink &out);
//! How long it takes; most take no time.
std::optional<std::chrono::milliseconds> durationOf(const QStringList &words, const Guest &guest);
//! The program's name without the folder that holds programs.
QString programName(const QString &word);

} // namespace swarm::simulator
