#include "app/accounttraces.h"

#include "app/paths.h"
#include "model/instancesecrets.h"
#include "model/recordlist.h"
#include "model/tokenstore.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

QStringList filesIn(const QString &folder)
{
    QStringList paths;
    const auto files = QDir(folder).entryInfoList({u"*.json"_s}, QDir::Files);
    for (const auto &file : files)
        paths << file.filePath();
    return paths;
}

QStringList placesIn(const QString &folder)
{
    QStringList places;
    const auto names = QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const auto &name : names)
        places << QDir(folder).filePath(name);
    return places;
}

//! Files of records and receipts are named after the instance.
QStringList instancesIn(const QString &place)
{
    QStringList ids;
    for (const auto &path : filesIn(Paths::instances(place)) + filesIn(Paths::receipts(place)))
        ids << QUrl::fromPercentEncoding(QFileInfo(path).completeBaseName().toLatin1());
    ids.removeDuplicates();
    return ids;
}

QStringList instancesOf(const QString &folder)
{
    QStringList ids;
    for (const auto &place : placesIn(folder))
        ids += instancesIn(place);
    return ids;
}

AccountTraces::Removal removeFiles(const QString &folder)
{
    AccountTraces::Removal removal;
    for (const auto &place : placesIn(folder)) {
        for (const auto &part : {Paths::instances(place), Paths::receipts(place), Paths::ledger(place)}) {
            if (QDir(part).exists() && !QDir(part).removeRecursively())
                removal.undeletable << part;
        }
        QFile::remove(recordListOf(Paths::instances(place)));
        removal.unsettled += static_cast<int>(filesIn(Paths::journal(place)).size());
        if (filesIn(Paths::journal(place)).isEmpty())
            QDir(Paths::journal(place)).removeRecursively();
        QDir().rmdir(place); // stays while it holds a journal
    }
    QDir().rmdir(folder);
    return removal;
}

} // namespace

AccountTraces::AccountTraces(QString folder, TokenStore &secrets)
    : m_folder(std::move(folder))
    , m_secrets(secrets)
{
}

Task<int> AccountTraces::receipts()
{
    const auto count = [folder = m_folder] {
        int found = 0;
        for (const auto &place : placesIn(folder))
            found += static_cast<int>(filesIn(Paths::receipts(place)).size());
        return found;
    };
    co_return co_await resultOf(m_worker.run(count));
}

Task<Result<AccountTraces::Removal>> AccountTraces::remove()
{
    const auto instances = co_await resultOf(m_worker.run([folder = m_folder] { return instancesOf(folder); }));
    // Secrets first: once the records are gone, nobody knows whose they were.
    Result<void> forgotten;
    for (const auto &instance : instances) {
        for (const auto &key : secretKeys(instance)) {
            const auto removed = co_await m_secrets.remove(key);
            if (!removed && removed.error().code != ErrorCode::KeychainAbsent) // where there is none, none is kept
                forgotten = removed;
        }
    }
    const auto removal = co_await resultOf(m_worker.run([folder = m_folder] { return removeFiles(folder); }));
    if (!forgotten)
        co_return std::unexpected(forgotten.error());
    co_return removal;
}

} // namespace swarm
