#pragma once

#include <QString>
#include <QUrl>

namespace swarm {

//! Where this program keeps its files; nothing is kept anywhere else.
class Paths
{
public:
    //! A demo keeps everything below `demoFolder`, which somebody removes afterwards; empty for real accounts.
    explicit Paths(QString demoFolder = {})
        : m_demoFolder(std::move(demoFolder))
    {
    }

    [[nodiscard]] QString settings() const;
    [[nodiscard]] QString prices() const;
    //! The folder of records, journals, history and logs.
    [[nodiscard]] QString data() const;
    [[nodiscard]] QString logs() const;
    //! Where everything about one account and organization of one API host lies, in the folders below.
    [[nodiscard]] QString place(const QString &apiHost, const QString &account, const QString &organization) const;
    //! The folder of those places of an account.
    [[nodiscard]] QString accountFolder(const QString &apiHost, const QString &account) const;
    [[nodiscard]] static QString instances(const QString &place) { return place + QStringLiteral("/instances"); }
    [[nodiscard]] static QString journal(const QString &place) { return place + QStringLiteral("/journal"); }
    [[nodiscard]] static QString receipts(const QString &place) { return place + QStringLiteral("/receipts"); }
    [[nodiscard]] static QString ledger(const QString &place) { return place + QStringLiteral("/ledger"); }
    //! The folder of the lock and the socket that keep a second window from opening.
    [[nodiscard]] QString runtime() const;

private:
    [[nodiscard]] QString config() const;

    QString m_demoFolder;
};

//! The part of an address that tells one Fly.io from another: host, and port when it is not the usual one.
[[nodiscard]] QString hostKey(const QUrl &api);

} // namespace swarm
