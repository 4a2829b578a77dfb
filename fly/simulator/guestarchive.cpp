#include "fly/simulator/guestarchive.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <filesystem>

namespace swarm::simulator {
namespace {

constexpr qsizetype chunkSize = 1024LL * 1024;
constexpr qint64 blockSize = 512;
constexpr qint64 recordSize = 20 * blockSize;
constexpr qsizetype longestName = 100;

constexpr std::array<quint32, 256> crcTable()
{
    std::array<quint32, 256> table{};
    for (quint32 i = 0; i < table.size(); ++i) {
        auto value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = (value & 1) != 0 ? 0xEDB88320U ^ (value >> 1) : value >> 1;
        table[i] = value;
    }
    return table;
}

quint32 crc32(const QByteArray &bytes)
{
    static constexpr auto table = crcTable();
    quint32 crc = 0xFFFFFFFFU;
    for (const char byte : bytes)
        crc = table[(crc ^ static_cast<quint8>(byte)) & 0xFFU] ^ (crc >> 8);
    return crc ^ 0xFFFFFFFFU;
}

QByteArray littleEndian(quint32 number)
{
    QByteArray bytes(sizeof number, '\0');
    qToLittleEndian(number, bytes.data());
    return bytes;
}

//! One member of a gzip file; several of them, one after the other, are a gzip file too.
QByteArray gzipped(const QByteArray &bytes)
{
    // Qt gives the length in 4 bytes, a zlib header in 2, the deflated bytes, and a check sum of zlib's in 4.
    constexpr qsizetype before = 6;
    constexpr qsizetype after = 4;
    const auto zlib = qCompress(bytes);
    const auto head = QByteArray::fromHex("1f8b0800000000000003");
    return head + zlib.sliced(before, zlib.size() - before - after) + littleEndian(crc32(bytes))
        + littleEndian(static_cast<quint32>(bytes.size()));
}

QByteArray octal(qint64 number, qsizetype width)
{
    return QByteArray::number(number, 8).rightJustified(width - 1, '0') + '\0';
}

QByteArray field(const QByteArray &text, qsizetype width)
{
    return text.leftJustified(width, '\0', true);
}

} // namespace

GuestArchive::GuestArchive(GuestSink &out, bool isCompressed)
    : m_out(out)
    , m_isCompressed(isCompressed)
{
}

void GuestArchive::add(const QFileInfo &info, const QByteArray &name)
{
    if (m_isBroken)
        return;
    std::error_code error;
    const auto path = info.filesystemFilePath();
    switch (std::filesystem::symlink_status(path, error).type()) {
    case std::filesystem::file_type::regular:
        addFile(info, name);
        break;
    case std::filesystem::file_type::symlink:
        addHeader(info, name, '2', 0, QByteArray::fromStdString(std::filesystem::read_symlink(path, error).string()));
        break;
    case std::filesystem::file_type::fifo:
        addHeader(info, name, '6', 0, {});
        break;
    case std::filesystem::file_type::directory:
        addHeader(info, name + '/', '5', 0, {});
        for (const auto &child :
             QDir(info.filePath())
                 .entryInfoList(QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name))
            add(child, name + '/' + child.fileName().toUtf8());
        break;
    case std::filesystem::file_type::socket:
        complain(0, name + ": socket ignored");
        break;
    case std::filesystem::file_type::not_found:
        complain(1, name + ": File removed before we read it");
        break;
    default:
        complain(0, name + ": Unknown file type; file ignored");
    }
}

void GuestArchive::addFile(const QFileInfo &info, const QByteArray &name)
{
    QFile file(info.filePath());
    if (!file.open(QIODevice::ReadOnly)) {
        complain(2, name + ": Cannot open: Permission denied");
        return;
    }
    const auto size = file.size();
    addHeader(info, name, '0', size, {});
    qint64 done = 0;
    while (done < size && !m_isBroken) {
        const auto piece = file.read(std::min<qint64>(chunkSize, size - done));
        if (piece.isEmpty())
            break;
        append(piece);
        done += piece.size();
    }
    if (done < size && !m_isBroken) {
        complain(1, name + ": file changed as we read it");
        for (; done < size; done += blockSize)
            append(QByteArray(std::min(blockSize, size - done), '\0'));
    }
    pad(size, blockSize);
}

void GuestArchive::addHeader(const QFileInfo &info, const QByteArray &name, char type, qint64 size,
                             const QByteArray &link)
{
    std::error_code error;
    const auto status = std::filesystem::symlink_status(info.filesystemFilePath(), error);
    const auto mode = static_cast<qint64>(status.permissions() & std::filesystem::perms::mask);
    if (link.size() > longestName)
        addLongName(link, 'K');
    if (name.size() > longestName)
        addLongName(name, 'L');
    auto header = field(name, longestName) + octal(mode, 8) + octal(1000, 8) + octal(1000, 8) + octal(size, 12)
        + octal(std::max<qint64>(0, info.lastModified().toSecsSinceEpoch()), 12) + QByteArray(8, ' ') + type
        + field(link, longestName) + QByteArray("ustar  \0", 8) + field("coder", 32) + field("coder", 32);
    header = field(header, blockSize);
    qint64 sum = 0;
    for (const char byte : std::as_const(header))
        sum += static_cast<quint8>(byte);
    constexpr qsizetype sumAt = 148;
    append(header.replace(sumAt, 8, octal(sum, 7) + ' '));
}

void GuestArchive::addLongName(const QByteArray &text, char type)
{
    addHeader(QFileInfo(), "././@LongLink", type, text.size() + 1, {});
    append(text + '\0');
    pad(text.size() + 1, blockSize);
}

void GuestArchive::finish()
{
    append(QByteArray(2 * blockSize, '\0'));
    pad(m_size, recordSize);
    flush();
    if (m_exitCode > 1)
        m_complaints += "tar: Exiting with failure status due to previous errors\n";
}

void GuestArchive::append(const QByteArray &bytes)
{
    m_size += bytes.size();
    m_waiting += bytes;
    if (m_waiting.size() >= chunkSize)
        flush();
}

void GuestArchive::pad(qint64 size, qint64 block)
{
    if (size % block != 0)
        append(QByteArray(block - size % block, '\0'));
}

void GuestArchive::flush()
{
    if (m_isBroken || m_waiting.isEmpty())
        return;
    m_isBroken = !m_out.write(m_isCompressed ? gzipped(m_waiting) : m_waiting);
    m_waiting.clear();
    if (!m_isBroken)
        return;
    if (m_isCompressed)
        m_complaints += "\ngzip: stdout: No space left on device\n";
    complain(2, m_isCompressed ? "-: Cannot write: Broken pipe" : "-: Cannot write: No space left on device");
}

void GuestArchive::complain(int exitCode, const QByteArray &text)
{
    m_exitCode = std::max(m_exitCode, exitCode);
    m_complaints += "tar: " + text + '\n';
}

} // namespace swarm::simulator
