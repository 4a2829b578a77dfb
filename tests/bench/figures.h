#pragma once

#include <QProcessEnvironment>

#include <algorithm>
#include <vector>

//! Everything of a user's own in one folder, and no bus.
inline QProcessEnvironment environmentIn(const QString &home)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto *variable : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
        environment.insert(QString::fromLatin1(variable), home);
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent"));
    return environment;
}

inline double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

// Each prints its figures, beside something measured in the same run, and tells whether they are within our bars.
bool compareStarts();
bool compareCachedStarts();
bool compareCommands();
bool compareIdling();
bool compareCreates();
bool compareLifecycles();
bool compareListings();
