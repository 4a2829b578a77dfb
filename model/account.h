#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <vector>

namespace swarm {

struct Organization {
    QString slug = {};
    QString name = {};

    bool operator==(const Organization &) const = default;
};

//! Whom a token speaks for, and what it may do, as the provider told us.
struct Account {
    enum class Reach {
        Everything, //!< all that its user may do
        Organization, //!< all apps of one organization
        Apps, //!< some apps of it: no lists, nothing new
    };

    QString name = {}; //!< the e-mail address, or the organization when the token is nobody's
    std::vector<Organization> organizations = {};
    Reach reach = Reach::Everything;
    QStringList apps = {}; //!< with Reach::Apps: which
    bool isReadOnly = false;
    QDateTime validUntil = {}; //!< invalid: without end, or not known

    bool operator==(const Account &) const = default;
};

} // namespace swarm
