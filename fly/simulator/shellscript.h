#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace swarm::simulator {

//! A word of a script before it is filled in: plain text and variables, as they follow each other.
struct ShellWord {
    struct Part {
        QString text = {};
        bool isVariable = false; //!< then the text is its name
    };

    QList<Part> parts = {};
    bool isQuoted = false; //!< stays a word when nothing is in it
};

struct ShellRedirection {
    enum class Kind { Read, Write, Append, Join };

    Kind kind = Kind::Write;
    int stream = 1; //!< 0 input, 1 output, 2 errors
    ShellWord target = {}; //!< a file; of Join the number of another stream
};

struct ShellCommand {
    QList<ShellWord> words = {};
    QList<ShellRedirection> redirections = {};
};

//! Some commands with a pipe between each and the next, with what has to come before them.
struct ShellStep {
    enum class After { Anything, Success, Failure };

    After after = After::Anything;
    QList<ShellCommand> commands = {};
    QList<ShellStep> background = {}; //!< instead of commands: steps that nobody waits for
};

//! What `sh -c` was given. It knows `&&`, `||`, `;`, `&`, `|`, redirections, quotes and variables; of the rest it says
//! so.
struct ShellScript {
    QList<ShellStep> steps = {};
    QString problem = {};
};

ShellScript parseScript(const QString &text);
//! One command with its words as they are.
ShellStep stepOf(const QStringList &words);
//! Words as a shell would read them, without operators and variables.
QStringList splitWords(const QString &text);

} // namespace swarm::simulator
