#include "fly/simulator/httpparser.h"

using namespace Qt::StringLiterals;

namespace swarm::simulator {

constexpr qsizetype longestHead = 64 * 1024;
constexpr qsizetype longestBody = 32 * 1024 * 1024;

static bool readHead(const QByteArray &head, Request &request)
{
    const auto lines = head.split('\n');
    const auto first = lines.first().trimmed().split(' ');
    if (first.size() != 3 || !first[2].startsWith("HTTP/1."_ba) || !first[1].startsWith('/'))
        return false;
    request.method = first[0];
    request.target = first[1];
    for (const auto &line : lines.mid(1)) {
        const auto colon = line.indexOf(':');
        if (colon <= 0)
            return false;
        request.headers.append({line.left(colon), line.mid(colon + 1).trimmed()});
    }
    const auto connection = request.header("connection"_ba).toLower();
    request.keepAlive =
        first[2] == "HTTP/1.1"_ba ? !connection.contains("close"_ba) : connection.contains("keep-alive"_ba);
    return true;
}

static Parsed readChunks(const QByteArray &buffer, qsizetype at, Parsed parsed)
{
    while (true) {
        const auto lineEnd = buffer.indexOf("\r\n"_ba, at);
        if (lineEnd < 0)
            return parsed;
        bool isNumber = false;
        const auto size = buffer.mid(at, lineEnd - at).split(';').first().trimmed().toLongLong(&isNumber, 16);
        if (!isNumber || size < 0 || size > longestBody) {
            parsed.state = Parsed::State::Malformed;
            return parsed;
        }
        at = lineEnd + 2;
        if (size == 0) {
            const auto end = buffer.mid(at, 2) == "\r\n"_ba ? at : buffer.indexOf("\r\n\r\n"_ba, at) + 2;
            if (end < at || buffer.size() < end + 2)
                return parsed;
            parsed.state = Parsed::State::Whole;
            parsed.length = end + 2;
            return parsed;
        }
        if (buffer.size() < at + size + 2)
            return parsed;
        parsed.request.body += buffer.mid(at, size);
        if (parsed.request.body.size() > longestBody) {
            parsed.state = Parsed::State::TooLarge;
            return parsed;
        }
        at += size + 2;
    }
}

Parsed parseRequest(const QByteArray &buffer)
{
    Parsed parsed;
    const auto end = buffer.indexOf("\r\n\r\n"_ba);
    if (end < 0) {
        if (buffer.size() > longestHead)
            parsed.state = Parsed::State::TooLarge;
        return parsed;
    }
    if (!readHead(buffer.left(end), parsed.request)) {
        parsed.state = Parsed::State::Malformed;
        return parsed;
    }
    parsed.headIsWhole = true;

    if (parsed.request.header("transfer-encoding"_ba).toLower().contains("chunked"_ba))
        return readChunks(buffer, end + 4, std::move(parsed));

    const auto lengthText = parsed.request.header("content-length"_ba);
    bool isNumber = true;
    const auto length = lengthText.isEmpty() ? 0 : lengthText.toLongLong(&isNumber);
    if (!isNumber || length < 0) {
        parsed.state = Parsed::State::Malformed;
        return parsed;
    }
    if (length > longestBody) {
        parsed.state = Parsed::State::TooLarge;
        return parsed;
    }
    if (buffer.size() < end + 4 + length)
        return parsed;
    parsed.request.body = buffer.mid(end + 4, length);
    parsed.length = end + 4 + length;
    parsed.state = Parsed::State::Whole;
    return parsed;
}

} // namespace swarm::simulator
