#include "fly/backup.h"

#include "model/async/await.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr std::chrono::seconds commandPatience = 30s; // of a minute that Fly.io allows
constexpr std::chrono::milliseconds stallPatience = 5min;
constexpr qint64 slowestDisk = 4LL * 1024; //!< bytes a millisecond; half of what Fly.io names for a machine's own disk
constexpr std::chrono::milliseconds firstLook = 500ms;
constexpr std::chrono::milliseconds longestLook = 10s;
constexpr std::chrono::milliseconds firstPause = 1s;
constexpr std::chrono::milliseconds longestPause = 10s;
constexpr std::chrono::seconds longestRetryAfter = 60s;
constexpr int mostAttempts = 6;
constexpr int fewAttempts = 3; //!< of what nobody waits for
constexpr int mostWakes = 3; //!< for one command
constexpr std::chrono::milliseconds suspendPatience = 60s;
constexpr qint64 usualPiece = 720LL * 1024; //!< in base64 it is a little less than a MiB
constexpr qint64 leastPiece = 16LL * 1024;
constexpr int goneCode = 3;
constexpr int mostDetail = 500;

Result<void> openFile(const std::shared_ptr<BackupFile> &file)
{
    return file->open();
}

Result<void> expectInFile(const std::shared_ptr<BackupFile> &file, qint64 bytes)
{
    return file->expect(bytes);
}

Result<void> appendToFile(const std::shared_ptr<BackupFile> &file, const QByteArray &bytes)
{
    return file->append(bytes);
}

Result<void> keepFile(const std::shared_ptr<BackupFile> &file, const QByteArray &sha256)
{
    return file->keep(sha256);
}

Result<void> discardFile(const std::shared_ptr<BackupFile> &file)
{
    return file->discard();
}

QString newFolder()
{
    const auto number = QRandomGenerator::global()->generate64();
    return u"/tmp/remote-swarm-backup-"_s + QString::number(number, 36);
}

Error badReply(const QString &detail)
{
    return {.code = ErrorCode::BadReply, .detail = detail};
}

Error archiveGone()
{
    return {.code = ErrorCode::ResourceWrongState,
            .detail = u"the archive in the machine is gone: the machine has been restarted meanwhile"_s};
}

QString shortened(const QByteArray &text)
{
    return QString::fromUtf8(text.trimmed().left(mostDetail));
}

//! What went wrong with a command, if anything did. That it failed is none: a script says so by its exit code.
std::optional<Error> problemWith(const Result<ExecResult> &said)
{
    if (!said)
        return said.error();
    if (said->exitSignal == 0)
        return {};
    return Error{.code = ErrorCode::NetworkTimeout,
                 .detail = u"a command in the machine was ended by signal %1"_s.arg(said->exitSignal)};
}

} // namespace

Backup::Backup(FlyClient &fly, MachineWait &wait, const Clock &clock, const Instance &instance, BackupTarget target,
               Progress progress, Copied copied)
    : m_fly(fly)
    , m_wait(wait)
    , m_clock(clock)
    , m_app(instance.app)
    , m_machine(instance.machine)
    , m_path(target.path)
    , m_file(std::make_shared<BackupFile>(std::move(target)))
    , m_progress(std::move(progress))
    , m_copied(std::move(copied))
    , m_folder(newFolder())
{
}

Task<Result<BackupResult>> Backup::run()
{
    const auto opened = co_await resultOf(QtConcurrent::run(openFile, m_file));
    if (!opened)
        co_return std::unexpected(opened.error());

    auto result = co_await copyHome();
    const bool isClean = co_await cleanUp();
    if (result) {
        result->isCopyLeft = !isClean;
        co_return result;
    }
    const auto discarded = co_await resultOf(QtConcurrent::run(discardFile, m_file));
    if (!discarded)
        result.error().detail += u"; "_s + discarded.error().detail;
    co_return result;
}

Task<Result<BackupResult>> Backup::copyHome()
{
    const auto started = co_await startPacking();
    if (!started)
        co_return std::unexpected(started.error());
    const auto archive = co_await waitForArchive();
    if (!archive)
        co_return std::unexpected(archive.error());
    const bool isNoted = *archive->tarCode != 0;

    const auto copied = co_await copyArchive(archive->bytes);
    if (!copied)
        co_return std::unexpected(copied.error());
    BackupResult result{.path = m_path, .bytes = archive->bytes, .sha256 = archive->sha256};
    if (isNoted)
        result.notes = co_await complaints();
    if (m_progress.stop.stop_requested())
        co_return std::unexpected(Error{.code = ErrorCode::Cancelled});
    const auto kept = co_await resultOf(QtConcurrent::run(keepFile, m_file, archive->sha256));
    if (!kept)
        co_return std::unexpected(kept.error());
    co_return result;
}

Task<Result<void>> Backup::startPacking()
{
    // Files of other users lie in a home too. Where there is no sudo, tar says what it could not read.
    const auto asked = co_await shell(u"sudo -n true"_s, mostAttempts, m_progress.stop);
    if (!asked)
        co_return std::unexpected(asked.error());
    if (asked->exitCode == 0)
        m_asRoot = u"sudo -n "_s;

    // It runs on after the answer, in a session of its own so that all of it can be ended at once. The new folder keeps
    // others out, and a repeated command from starting it twice.
    const auto script =
        uR"(test -d %1 && exit 0; mkdir -m 700 %1 || exit %3; setsid sh -c 'echo "kill -- -$$" > %1/stop; )"
        uR"(%2tar -C /home -czf - coder > %1/archive 2> %1/log; echo code $? > %1/code; )"
        uR"(sha256sum %1/archive > %1/sum; rm %1/stop; touch %1/over' < /dev/null > /dev/null 2>&1 &)"_s;
    m_mayBePacked = true;
    const auto started = co_await shell(script.arg(m_folder, m_asRoot).arg(goneCode), mostAttempts, m_progress.stop);
    if (!started)
        co_return std::unexpected(started.error());
    if (started->exitCode != 0) {
        co_return std::unexpected(
            Error{.code = ErrorCode::ApiUnsupportedOperation,
                  .detail = u"the machine cannot pack its home folder: "_s + shortened(started->errors)});
    }
    co_return Result<void>();
}

Task<Result<Backup::Look>> Backup::waitForArchive()
{
    Look before;
    auto changedAt = m_clock.now();
    auto pause = firstLook;
    while (true) {
        const auto now = co_await look();
        if (!now)
            co_return now;
        // Tar's 1: something changed while it was read. No code at all at the end: there was no room to write it down.
        const bool hasFailed = now->tarCode ? *now->tarCode > 1 : now->isOver;
        if (hasFailed) {
            const auto error = co_await packingError(*now);
            co_return std::unexpected(error);
        }
        if (now->tarCode && !now->sha256.isEmpty())
            co_return now;

        if (now->bytes != before.bytes || now->tarCode != before.tarCode)
            changedAt = m_clock.now();
        before = *now;
        // While the check sum is made nothing grows.
        const auto reading = std::chrono::milliseconds(now->tarCode ? now->bytes / slowestDisk : 0);
        if (changedAt.msecsTo(m_clock.now()) > m_clock.scaled(stallPatience + reading).count()) {
            co_return std::unexpected(
                Error{.code = ErrorCode::NetworkTimeout, .detail = u"packing stands still in the machine"_s});
        }
        co_await m_clock.sleepFor(pause, m_progress.stop);
        pause = std::min(pause * 2, longestLook);
    }
}

Task<Result<Backup::Look>> Backup::look()
{
    // The size comes last: beside a check sum it is that of the whole archive.
    const auto script = u"test -d %1 || exit %2; test -e %1/over && echo over; cat %1/code %1/sum 2> /dev/null; "
                        "stat -c 'size %s' %1/archive 2> /dev/null; exit 0"_s;
    const auto said = co_await shell(script.arg(m_folder).arg(goneCode), mostAttempts, m_progress.stop);
    if (!said)
        co_return std::unexpected(said.error());
    if (said->exitCode == goneCode)
        co_return std::unexpected(archiveGone());
    co_return lookFrom(said->output);
}

Result<Backup::Look> Backup::lookFrom(const QByteArray &text)
{
    static const QRegularExpression sum(u"^([0-9a-f]{64}) "_s);
    Look look;
    const auto end = text.lastIndexOf('\n') + 1; // what comes after may not be written to its end yet
    for (const auto &line : text.first(end).split('\n')) {
        bool isNumber = true;
        if (line.startsWith("code "))
            look.tarCode = line.sliced(5).toInt(&isNumber);
        else if (line.startsWith("size "))
            look.bytes = line.sliced(5).toLongLong(&isNumber);
        else if (const auto match = sum.match(QString::fromLatin1(line)); match.hasMatch())
            look.sha256 = match.captured(1).toLatin1();
        else if (line == "over")
            look.isOver = true;
        else if (!line.isEmpty())
            isNumber = false;
        if (!isNumber)
            return std::unexpected(badReply(u"expected how far the packing is: "_s + shortened(line)));
    }
    if (look.bytes < 0 || (!look.sha256.isEmpty() && look.bytes == 0))
        return std::unexpected(badReply(u"expected the size of the archive"_s));
    return look;
}

Task<Error> Backup::packingError(Look seen)
{
    const auto words = co_await complaints();
    if (!seen.tarCode || words.contains("No space left"_L1)) {
        co_return Error{.code = ErrorCode::CapacityHost,
                        .detail = u"the archive does not fit into /tmp of the machine: "_s + words};
    }
    co_return Error{.code = ErrorCode::ApiUnsupportedOperation,
                    .detail = u"tar ended with %1: %2"_s.arg(*seen.tarCode).arg(words)};
}

Task<QString> Backup::complaints()
{
    const auto said = co_await shell(u"tail -n 5 %1/log"_s.arg(m_folder), fewAttempts, m_progress.stop);
    co_return said ? shortened(said->output) : QString();
}

Task<Result<void>> Backup::copyArchive(qint64 bytes)
{
    const auto fits = co_await resultOf(QtConcurrent::run(expectInFile, m_file, bytes));
    if (!fits)
        co_return fits;

    m_copied(0, bytes);
    auto length = usualPiece;
    for (qint64 done = 0; done < bytes;) {
        const auto wanted = std::min(length, bytes - done);
        const auto got = co_await piece(done, wanted);
        if (!got)
            co_return std::unexpected(got.error());
        if (got->size() < wanted) { // how much Fly.io hands over at once is nowhere written
            if (wanted <= leastPiece)
                co_return std::unexpected(
                    badReply(u"expected %1 bytes of the archive, got %2"_s.arg(wanted).arg(got->size())));
            length = std::max(leastPiece, wanted / 2);
            continue;
        }
        const auto written = co_await resultOf(QtConcurrent::run(appendToFile, m_file, *got));
        if (!written)
            co_return written;
        done += wanted;
        m_copied(done, bytes);
    }
    co_return Result<void>();
}

Task<Result<QByteArray>> Backup::piece(qint64 offset, qint64 length)
{
    const auto script =
        u"dd if=%1/archive bs=64K iflag=skip_bytes,count_bytes skip=%2 count=%3 status=none | base64 -w0"_s;
    const auto said = co_await shell(script.arg(m_folder).arg(offset).arg(length), mostAttempts, m_progress.stop);
    if (!said)
        co_return std::unexpected(said.error());
    if (said->exitCode != 0 || (said->output.isEmpty() && said->errors.isEmpty()))
        co_return std::unexpected(badReply(u"expected a piece of the archive: "_s + shortened(said->errors)));
    if (said->output.isEmpty())
        co_return std::unexpected(archiveGone());

    auto text = said->output.trimmed();
    text.chop(text.size() % 4);
    const auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || (*decoded).size() > length)
        co_return std::unexpected(badReply(u"expected a piece of the archive in base64"_s));
    co_return *decoded;
}

Task<bool> Backup::cleanUp()
{
    if (!m_mayBePacked)
        co_return true;
    const auto script = u"test -e %1/stop && %2sh %1/stop; rm -rf %1"_s.arg(m_folder, m_asRoot);
    auto removed = co_await shell(script, fewAttempts, {});
    if (!removed) // whatever it was
        removed = co_await shell(script, fewAttempts, {});
    if (removed && removed->exitCode == 0)
        co_return true;
    const auto machine = co_await m_fly.machines.get(m_app, m_machine, {});
    // A stop takes the archive along.
    const auto status = machine ? statusOf(machine->state) : Status::Unknown;
    const bool isGone = machine ? status == Status::Stopped || status == Status::Deleted
                                : machine.error().kind() == Error::Kind::NotFound;
    if (!isGone) {
        m_log.warn(
            u"could not remove the archive from the machine"_s,
            {{u"machine"_s, m_machine}, {u"detail"_s, removed ? shortened(removed->errors) : removed.error().detail}});
    }
    co_return isGone;
}

Task<Result<ExecResult>> Backup::shell(QString script, int attempts, std::stop_token stop)
{
    auto pause = firstPause;
    int wakes = 0;
    for (int attempt = 1;; ++attempt) {
        const auto said =
            co_await m_fly.machines.exec(m_app, m_machine, {u"sh"_s, u"-c"_s, script}, commandPatience, stop);
        const auto problem = problemWith(said);
        if (!problem)
            co_return said;
        if (problem->code == ErrorCode::ResourceWrongState && ++wakes <= mostWakes) {
            const bool isAwake = co_await wake(stop);
            if (isAwake)
                continue;
        }
        const bool isLost = problem->isRetryable() && problem->retryAfter <= longestRetryAfter;
        if (!isLost || attempt >= attempts)
            co_return std::unexpected(*problem);
        co_await m_clock.sleepFor(std::max<std::chrono::milliseconds>(pause, problem->retryAfter), stop);
        pause = std::min(pause * 2, longestPause);
    }
}

Task<bool> Backup::wake(std::stop_token stop)
{
    const auto started = m_clock.now();
    auto machine = co_await m_fly.machines.get(m_app, m_machine, stop);
    while (machine && statusOf(machine->state) == Status::Suspending
           && started.msecsTo(m_clock.now()) < m_clock.scaled(suspendPatience).count()) {
        co_await m_clock.sleepFor(1s, stop);
        machine = co_await m_fly.machines.get(m_app, m_machine, stop);
    }
    if (!machine || statusOf(machine->state) != Status::Suspended)
        co_return machine &&statusOf(machine->state) == Status::Running;
    // Whether the start was heard shows in the machine.
    co_await m_fly.machines.start(m_app, m_machine, {}, stop);
    const auto awake = co_await m_wait.until(m_app, *machine, Status::Running, stop);
    co_return awake.has_value();
}

} // namespace swarm
