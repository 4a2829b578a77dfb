#pragma once

#include "model/instancespec.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <vector>

namespace swarm {

//! An address of an instance.
struct Address {
    enum class Kind {
        SharedV4, //!< for HTTP and TLS only, told apart by the host name
        V4, //!< the instance's alone
        V6,
        Private, //!< reached from one private network only
        EgressV4, //!< what it reaches out from; nothing reaches it there
        EgressV6,
        Unknown,
    };

    Kind kind = Kind::Unknown;
    QString ip = {};
    QString region = {}; //!< "global" for those that are everywhere
    QString network = {}; //!< of a private one
    QDateTime createdAt = {};
    double perMonth = 0; //!< US dollars, an estimate

    bool operator==(const Address &) const = default;

    [[nodiscard]] bool isPublic() const;
    //! Whether the instance can be reached by it at all.
    [[nodiscard]] bool isWayIn() const { return isPublic() || kind == Kind::Private; }
};

//! What is asked for. Of each kind an instance has one; egress addresses: one pair for each region.
struct AddressRequest {
    enum class Kind { SharedV4, V4, V6, Private, Egress };

    Kind kind = Kind::SharedV4;
    QString region = {}; //!< egress
    QString network = {}; //!< private: from where it is to be reached; empty: from the instance's own network

    bool operator==(const AddressRequest &) const = default;
};

struct AddressesAdded {
    std::vector<Address> addresses = {}; //!< two for egress
    bool wereThere = false; //!< nothing had to be added

    bool operator==(const AddressesAdded &) const = default;
};

//! What may be taken away.
enum class AddressRemoval {
    KeepReachable, //!< not the last one by which the instance can be reached
    Any,
};

//! What all of a kind cost in a month of 30 days.
[[nodiscard]] double perMonth(AddressRequest::Kind kind);

//! A host name of one's own, with its certificate.
struct Domain {
    enum class State {
        AwaitingDns, //!< its DNS does not lead to the instance yet
        Issuing,
        Ready,
        Failed, //!< the DNS is right, and yet there is no certificate
        Unknown, //!< see `word`
    };

    //! What has to stand in the DNS.
    struct Record {
        enum class Purpose {
            Address, //!< leads visitors to the instance
            Alias, //!< does the same, instead of the addresses
            Challenge, //!< lets the certificate be made before visitors come; names with `*` need it
            Ownership, //!< shows whose it is where the DNS leads elsewhere, such as to a proxy
        };

        Purpose purpose = Purpose::Address;
        QString type = {}; //!< A, AAAA, CNAME, TXT
        QString name = {};
        QString value = {};

        bool operator==(const Record &) const = default;
    };

    QString hostname = {};
    State state = State::Unknown;
    QString word = {}; //!< the provider's, for the state
    std::vector<Record> records = {}; //!< empty in lists
    QStringList problems = {}; //!< in the provider's words
    QDateTime expiresAt = {}; //!< of the certificate that was issued

    bool operator==(const Domain &) const = default;

    [[nodiscard]] bool isForAllNamesBelow() const { return hostname.startsWith(QLatin1String("*.")); }
};

} // namespace swarm
