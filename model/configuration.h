#pragma once

#include "model/instance.h"
#include "model/loglevel.h"
#include "model/retrypolicy.h"

#include <QString>
#include <QStringList>

namespace swarm {

//! What a user sets once, for every run. The defaults need no file.
struct Configuration {
    QString organization = {}; //!< slug; empty: the token's only one, else "personal"
    QString defaultRegion = {}; //!< code; empty: nobody chose, see region()
    QStringList regions = {}; //!< where new instances may be; empty: wherever the provider offers
    RetryPolicy retry = {};
    Image image = {};
    LogLevel logLevel = LogLevel::Info;

    bool operator==(const Configuration &) const = default;

    [[nodiscard]] bool allows(const QString &regionCode) const;
    //! Where a new instance goes unless somebody says otherwise.
    [[nodiscard]] QString region() const;
};

} // namespace swarm
