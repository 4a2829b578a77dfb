#pragma once

#include "model/instance.h"
#include "model/loglevel.h"

#include <QString>
#include <QStringList>

#include <chrono>

namespace swarm {

//! How often and how long apart a call to the provider is repeated.
struct RetryOptions {
    int maxRetries = 3;
    std::chrono::milliseconds initialDelay{1000};
    std::chrono::milliseconds maxDelay{10000};
    double backoffFactor = 2;

    bool operator==(const RetryOptions &) const = default;
};

//! What a user sets once, for every run. The defaults need no file.
struct Configuration {
    QString organization = {}; //!< slug; empty: the token's only one, else "personal"
    QString defaultRegion = {}; //!< code; empty: nobody chose, see region()
    QStringList regions = {}; //!< where new instances may be; empty: wherever the provider offers
    RetryOptions retry = {};
    Image image = {};
    LogLevel logLevel = LogLevel::Info;

    bool operator==(const Configuration &) const = default;

    [[nodiscard]] bool allows(const QString &regionCode) const;
    //! Where a new instance goes unless somebody says otherwise.
    [[nodiscard]] QString region() const;
};

} // namespace swarm
