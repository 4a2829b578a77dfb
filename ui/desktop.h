#pragma once

#include <QString>
#include <QUrl>

#include <functional>

namespace swarm {

//! What only the program around the windows can do. What is empty cannot be done here, and is not offered.
struct Desktop {
    std::function<bool()> startsAtLogin = {};
    //! Returns why it could not be done; empty when it was.
    std::function<QString(bool)> setStartsAtLogin = {};
    //! Opens a page or a folder in whatever the user has for it.
    std::function<void(const QUrl &)> show = {};
    //! Writes what helps others to find a fault, without secrets, into a file; returns why it could not.
    std::function<QString(const QString &)> saveReport = {};
    QUrl logFolder = {};
    QString apiAddress = {}; //!< of the provider
};

} // namespace swarm
