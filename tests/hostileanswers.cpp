#include "tests/hostileanswers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringEncoder>
#include <QTimer>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

using Verdict = HostileAnswer::Verdict;
using Cost = HostileAnswer::Cost;
using Change = std::function<QJsonValue(const QJsonValue &)>;

constexpr qint64 flood = 100 * 1024 * 1024;
constexpr qint64 piece = 64 * 1024;

void answer(QTcpSocket &socket, const QByteArray &status, const QByteArray &body, const QByteArray &headers = {})
{
    socket.write("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + QByteArray::number(body.size())
                 + "\r\n\r\n" + body);
}

//! So many bytes, written as fast as they are taken and never held.
void pour(QTcpSocket &socket, const QByteArray &head, const QByteArray &pattern, qint64 size)
{
    socket.write(head);
    auto left = std::make_shared<qint64>(size);
    const auto more = [&socket, left, bytes = pattern.repeated(piece / pattern.size())] {
        while (*left > 0 && socket.bytesToWrite() < 4 * piece) {
            socket.write(bytes);
            *left -= bytes.size();
        }
        if (*left <= 0)
            socket.disconnectFromHost();
    };
    QObject::connect(&socket, &QTcpSocket::bytesWritten, &socket, more);
    more();
}

//! A line each millisecond, for ever. Not more: Qt reads headers byte by byte, and would be busy with them for long.
void drip(QTcpSocket &socket, const QByteArray &line)
{
    socket.write("HTTP/1.1 200 OK\r\n");
    auto *timer = new QTimer(&socket);
    timer->callOnTimeout(&socket, [&socket, line] { socket.write(line); });
    timer->start(1);
}

QJsonValue changed(const QJsonValue &value, const Change &leaf)
{
    if (value.isObject()) {
        QJsonObject object;
        const auto before = value.toObject();
        for (auto member = before.begin(); member != before.end(); ++member)
            object.insert(member.key(), changed(member.value(), leaf));
        return leaf(object);
    }
    if (value.isArray()) {
        QJsonArray array;
        for (const auto &item : value.toArray())
            array.append(changed(item, leaf));
        return leaf(array);
    }
    return leaf(value);
}

QByteArray written(const QJsonValue &value)
{
    const auto wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return wrapped.mid(1, wrapped.size() - 2);
}

//! The good answer with every value in it changed.
HostileAnswer alteration(const QByteArray &name, Verdict verdict, Change leaf)
{
    return {.name = name, .verdict = verdict, .write = [leaf](QTcpSocket &socket, const QByteArray &good) {
                const auto document = QJsonDocument::fromJson(good);
                const auto json = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
                answer(socket, "200 OK"_ba, written(changed(json, leaf)));
            }};
}

HostileAnswer fixed(const QByteArray &name, const QByteArray &body, Verdict verdict = Verdict::Refused,
                    const QByteArray &status = "200 OK"_ba, const QByteArray &headers = {})
{
    return {.name = name, .verdict = verdict, .write = [=](QTcpSocket &socket, const QByteArray &) {
                answer(socket, status, body, headers);
            }};
}

HostileAnswer raw(const QByteArray &name, const QByteArray &bytes)
{
    return {.name = name, .write = [bytes](QTcpSocket &socket, const QByteArray &) {
                socket.write(bytes);
                socket.disconnectFromHost();
            }};
}

HostileAnswer poured(const QByteArray &name, const QByteArray &head, const QByteArray &pattern, qint64 size)
{
    return {.name = name, .cost = Cost::Slow, .write = [=](QTcpSocket &socket, const QByteArray &) {
                pour(socket, head, pattern, size);
            }};
}

std::vector<HostileAnswer> cutShort()
{
    return {{.name = "length larger than sent",
             .write =
                 [](QTcpSocket &socket, const QByteArray &good) {
                     socket.write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(good.size() + 10)
                                  + "\r\n\r\n" + good);
                     socket.disconnectFromHost();
                 }},
            {.name = "cut between chunks",
             .write =
                 [](QTcpSocket &socket, const QByteArray &good) {
                     socket.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                  + QByteArray::number(good.size() / 2, 16) + "\r\n" + good.left(good.size() / 2)
                                  + "\r\n");
                     socket.disconnectFromHost();
                 }},
            raw("cut in a chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n{\"id\":"),
            raw("no http", "SSH-2.0-OpenSSH_9.2\r\n"),
            raw("status 000", "HTTP/1.1 000 Nothing\r\nContent-Length: 2\r\n\r\n{}"),
            fixed("status 999", "{}", Verdict::Refused, "999 Much")};
}

std::vector<HostileAnswer> notJson()
{
    const auto text = u"{\"id\":\"Zürich\",\"name\":\"Zürich\"}"_s;
    const QByteArray utf16 = QStringEncoder(QStringEncoder::Utf16)(text);
    const auto deep = QByteArray(100'000, '[') + QByteArray(100'000, ']');
    return {fixed("HTML with 200", "<html><body>Welcome to our hotel</body></html>", Verdict::Refused, "200 OK",
                  "Content-Type: text/html\r\n"),
            fixed("UTF-16", utf16),
            fixed("Latin-1", text.toLatin1()),
            fixed("100,000 deep", deep),
            fixed("an open string", "{\"id\":\"" + QByteArray(100'000, 'x')),
            fixed("empty with 200", "", Verdict::RefusedUnlessDone),
            {.name = "204", .verdict = Verdict::RefusedUnlessDone, .write = [](QTcpSocket &socket, const QByteArray &) {
                 socket.write("HTTP/1.1 204 No Content\r\n\r\n");
             }}};
}

std::vector<HostileAnswer> wrongTypes()
{
    const auto unless = Verdict::RefusedUnlessDone;
    const auto to = [](bool (QJsonValue::*is)() const, const QJsonValue &other) -> Change {
        return [is, other](const QJsonValue &value) { return (value.*is)() ? other : value; };
    };
    std::vector<HostileAnswer> all{
        fixed("a list of numbers", "[17,17]", unless),
        fixed("a list of nulls", "[null]", unless),
        fixed("a list of lists", "[[]]", unless),
        alteration("objects as lists", unless,
                   [](const QJsonValue &value) {
                       const auto object = value.toObject();
                       return object.isEmpty() ? value : QJsonArray{object.begin().value()};
                   }),
        alteration("null everywhere", unless,
                   [](const QJsonValue &value) { return value.isObject() || value.isArray() ? value : QJsonValue(); }),
        alteration("numbers for strings", unless, to(&QJsonValue::isString, 17)),
        alteration("lists for strings", unless, to(&QJsonValue::isString, QJsonArray{1})),
        alteration("strings for lists", Verdict::Survived, to(&QJsonValue::isArray, u"list"_s)),
        alteration("nothing in lists", Verdict::Survived, to(&QJsonValue::isArray, QJsonArray())),
        alteration("strings for numbers", Verdict::Survived, to(&QJsonValue::isDouble, u"1"_s))};
    for (const double number :
         {1e308, -1e308, 9223372036854775808.0, -9223372036854775808.0, 2147483648.0, -1.0, 0.5}) {
        all.push_back(alteration("numbers of " + QByteArray::number(number), Verdict::Survived,
                                 to(&QJsonValue::isDouble, number)));
    }
    return all;
}

std::vector<HostileAnswer> endless()
{
    return {poured("100 MB with a length",
                   "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(flood) + "\r\n\r\n", "garbage ", flood),
            poured("100 MB without a length", "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", "[1,2,3],", flood),
            {.name = "headers without end", .cost = Cost::Slow, .write = [](QTcpSocket &socket, const QByteArray &) {
                 drip(socket, "X-More: and more of it\r\n");
             }}};
}

} // namespace

std::vector<HostileAnswer> hostileAnswers()
{
    std::vector<HostileAnswer> all;
    for (auto *some : {cutShort, notJson, wrongTypes, endless})
        std::ranges::move(some(), std::back_inserter(all));
    return all;
}
