#pragma once

#include <QList>
#include <QMap>
#include <QStringList>

namespace swarm::simulator {

//! One command of a script, with what has to come before it and where its output goes.
struct ShellStep {
    enum class After { Anything, Success, Failure };

    After after = After::Anything;
    QStringList words = {};
    QString target = {}; //!< the file after `>` or `>>`
    bool hasTarget = false;
    bool appends = false;
};

//! What `sh -c` was given. It knows `&&`, `||`, `;`, `>`, `>>`, quotes and variables; of the rest it says so.
struct ShellScript {
    QList<ShellStep> steps = {};
    QString problem = {};
};

ShellScript parseScript(const QString &text, const QMap<QString, QString> &environment);
//! Words as a shell would read them, without operators and variables.
QStringList splitWords(const QString &text);

} // namespace swarm::simulator
