#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>

namespace swarm::simulator {

//! A certificate that somebody uploaded. Nobody reads the key again, so it is not kept.
struct CustomCertificate {
    QString issuer = {};
    QString type = {}; //!< rsa, ecdsa
    qint64 createdAt = 0;
    qint64 expiresAt = 0;
};

//! A host name of an app's own, with the certificate that Fly gets for it and the one uploaded for it.
struct HostCertificate {
    QString hostname = {};
    bool isAcmeRequested = false;
    std::optional<CustomCertificate> custom = {};
    qint64 createdAt = 0;
    qint64 updatedAt = 0;
    qint64 askedAt = 0; //!< when a certificate was last asked for; Fly looks at the DNS a little later
    qint64 issuedAt = 0; //!< Fly's certificate; 0: none
    qint64 failedAt = 0; //!< the last check that found the DNS pointing elsewhere
    bool pointsHere = false;
    bool isValidated = false;
    bool isOwned = false; //!< once shown it stays, wherever the DNS points later

    //! What Fly learns of the DNS, by itself after a while or at once by a check. `pointsHereSince` 0 is "elsewhere".
    void look(qint64 pointsHereSince, qint64 now, bool isCheck);
    void requestAcme(qint64 now);
    void upload(const CustomCertificate &certificate);
    void removeAcme(qint64 now);
    void removeCustom(qint64 now);

    bool hasIssued() const { return isAcmeRequested && issuedAt > 0; }
    bool hasActiveCustom() const { return custom && isOwned; }
    //! Whether a browser gets a certificate for it.
    bool isServed() const { return hasIssued() || hasActiveCustom(); }
    QString status() const;
    qint64 expiresAt() const;

    QJsonObject toJson() const;
    static HostCertificate fromJson(const QJsonObject &json);
};

//! Whether somebody could own that name, or with `*.` all names below it.
bool isHostname(const QString &text);

} // namespace swarm::simulator
