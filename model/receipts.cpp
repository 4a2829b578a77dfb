#include "model/receipts.h"

#include "model/wholefile.h"

#include <QDir>
#include <QJsonArray>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

QString text(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime timeFrom(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
}

struct Found {
    std::vector<Keepsake> keepsakes = {};
    FileProblems problems = {};
};

Found keepsakesIn(const QDir &folder)
{
    Found found;
    const auto names = folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const auto &name : names) {
        const auto path = folder.filePath(name);
        const auto json = readOurJson(path, receiptSchema);
        if (!json) {
            found.problems.push_back(json.error());
            continue;
        }
        if (const auto keepsake = keepsakeFromJson(*json))
            found.keepsakes.push_back(*keepsake);
        else
            found.problems.push_back(
                {.kind = FileProblem::Kind::Damaged, .file = path, .reason = keepsake.error().detail});
    }
    return found;
}

} // namespace

QJsonObject toJson(const Keepsake &keepsake)
{
    return {{u"schema"_s, receiptSchema},
            {u"instance"_s, keepsake.instance},
            {u"name"_s, keepsake.name},
            {u"app"_s, keepsake.app},
            {u"region"_s, keepsake.region},
            {u"snapshot"_s, keepsake.snapshot},
            {u"disk_gb"_s, keepsake.diskGb},
            {u"bytes"_s, keepsake.bytes},
            {u"machine"_s, keepsake.machine},
            {u"secret_names"_s, QJsonArray::fromStringList(keepsake.secrets.keys())},
            {u"deleted_at"_s, text(keepsake.deletedAt)},
            {u"expires_at"_s, text(keepsake.expiresAt)}};
}

Result<Keepsake> keepsakeFromJson(const QJsonObject &json)
{
    Keepsake keepsake{.instance = json["instance"_L1].toString(),
                      .name = json["name"_L1].toString(),
                      .app = json["app"_L1].toString(),
                      .region = json["region"_L1].toString(),
                      .snapshot = json["snapshot"_L1].toString(),
                      .diskGb = json["disk_gb"_L1].toInt(),
                      .bytes = json["bytes"_L1].toInteger(),
                      .machine = json["machine"_L1].toObject(),
                      .deletedAt = timeFrom(json["deleted_at"_L1]),
                      .expiresAt = timeFrom(json["expires_at"_L1])};
    for (const auto &name : json["secret_names"_L1].toArray())
        keepsake.secrets.insert(name.toString(), QString());
    if (keepsake.instance.isEmpty() || keepsake.snapshot.isEmpty())
        return std::unexpected(Error{.code = ErrorCode::BadReply, .detail = u"no receipt"_s});
    return keepsake;
}

Receipts::Receipts(QString folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
{
}

QString Receipts::pathOf(const InstanceId &instance) const
{
    const auto name = QString::fromLatin1(QUrl::toPercentEncoding(instance, {}, "."_ba));
    return QDir(m_folder).filePath(name + u".json"_s);
}

Task<FileProblems> Receipts::load()
{
    auto found = co_await resultOf(m_worker.run([folder = m_folder] { return keepsakesIn(folder); }));
    m_all = std::move(found.keepsakes);
    for (auto &problem : found.problems)
        problem.about = FileProblem::About::Receipt;
    Q_EMIT changed();
    co_return found.problems;
}

const Keepsake *Receipts::find(const QString &text) const
{
    for (const auto member : {&Keepsake::name, &Keepsake::instance, &Keepsake::app}) {
        const auto found = std::ranges::find(m_all, text, member);
        if (found != m_all.end())
            return &*found;
    }
    return nullptr;
}

std::vector<Keepsake> Receipts::expired(const QDateTime &now) const
{
    std::vector<Keepsake> found;
    std::ranges::copy_if(m_all, std::back_inserter(found), [&now](const Keepsake &keepsake) {
        return keepsake.expiresAt.isValid() && keepsake.expiresAt <= now;
    });
    return found;
}

Task<Result<void>> Receipts::write(Keepsake keepsake)
{
    const auto written = co_await resultOf(m_worker.run(
        [path = pathOf(keepsake.instance), json = toJson(keepsake)] { return writeJsonFile(path, json); }));
    if (!written)
        co_return written;
    std::erase_if(m_all, [&](const Keepsake &known) { return known.instance == keepsake.instance; });
    m_all.push_back(keepsake);
    Q_EMIT changed();
    co_return Result<void>();
}

Task<Result<void>> Receipts::remove(InstanceId instance)
{
    const auto path = pathOf(instance);
    const bool isGone = co_await resultOf(m_worker.run([path] { return !QFile::exists(path) || QFile::remove(path); }));
    if (!isGone)
        co_return std::unexpected(
            Error{.code = ErrorCode::LocalFileFailed, .detail = u"%1 could not be removed"_s.arg(path)});
    std::erase_if(m_all, [&](const Keepsake &known) { return known.instance == instance; });
    Q_EMIT changed();
    co_return Result<void>();
}

} // namespace swarm
