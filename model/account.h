#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace swarm {

struct Organization {
    QString slug = {};
    QString name = {};

    bool operator==(const Organization &) const = default;
};

//! Whom a token speaks for, as the provider told us.
struct Account {
    QString name = {}; //!< the e-mail address, or the organization when the token is nobody's
    std::vector<Organization> organizations = {};
    QStringList apps = {}; //!< not empty: the token reaches these apps only

    bool operator==(const Account &) const = default;
};

} // namespace swarm
