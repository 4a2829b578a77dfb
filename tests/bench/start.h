#pragma once

#include <QProcessEnvironment>
#include <QStringList>

//! A program with a window, from the start of its process on.
struct Start {
    double milliseconds = 0; //!< until it said that it has painted
    double megabytes = 0; //!< two seconds later: what only it needs, and its share of what it shares
    int rows = 0; //!< that it says to have painted
};

[[nodiscard]] Start startOf(const QString &program, const QStringList &arguments,
                            const QProcessEnvironment &environment);

//! Its memory alone, in MB, a while after a start that nobody sees.
[[nodiscard]] double hiddenMemoryOf(const QString &program, const QStringList &arguments,
                                    const QProcessEnvironment &environment);
