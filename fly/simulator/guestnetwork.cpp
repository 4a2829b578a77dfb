#include "fly/simulator/guestnetwork.h"

#include "fly/simulator/machineview.h"

#include <QHostAddress>
#include <QUrl>

#include <algorithm>
#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm::simulator {

// What curl's numbers mean; others look at them.
constexpr int unsupportedProtocol = 1;
constexpr int badOption = 2;
constexpr int badUrl = 3;
constexpr int unknownHost = 6;
constexpr int refused = 7;
constexpr int badStatus = 22;
constexpr int cannotWrite = 23;
constexpr int timedOut = 28;
constexpr int emptyReply = 52;

constexpr std::chrono::milliseconds systemPatience = 127s; //!< until Linux gives up to connect
constexpr int sshPort = 22;

//! What curl was asked for.
struct GuestNetwork::Transfer {
    QUrl url = {};
    QByteArray method = "GET";
    QByteArray body = {};
    QString target = {}; //!< a file for the answer's body
    QString format = {}; //!< what to write after it
    std::chrono::milliseconds patience = systemPatience;
    bool isSilent = false;
    bool showsErrors = false;
    bool failsOnStatus = false;
    QString problem = {};
};

//! What came of it: an answer, or curl's exit code and words.
struct GuestNetwork::Attempt {
    int exitCode = 0;
    QString words = {};
    Response response = {.status = 0};
    std::chrono::milliseconds time{0};
};

static bool isSame(const QString &ip, const QString &other)
{
    const QHostAddress address(ip);
    return !address.isNull() && address == QHostAddress(other);
}

static bool isLoopback(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

static std::optional<std::chrono::milliseconds> secondsFrom(const QString &text)
{
    bool isNumber = false;
    const auto seconds = text.toDouble(&isNumber);
    if (!isNumber || !(seconds > 0 && seconds < 1e6))
        return {};
    return std::chrono::milliseconds(std::llround(seconds * 1000));
}

bool GuestNetwork::hasCommand(const QString &program)
{
    return program == "curl"_L1 || program == "getent"_L1;
}

NetworkOutput GuestNetwork::run(const QStringList &words, const Guest &guest) const
{
    const auto arguments = words.sliced(1);
    return programName(words.first()) == "curl"_L1 ? curl(arguments, guest) : getent(arguments);
}

QString GuestNetwork::network() const
{
    const auto *machine = m_world.machine(m_machine);
    const auto *app = machine ? m_world.app(machine->app) : nullptr;
    return app ? app->network : QString();
}

QStringList GuestNetwork::addressesOf(const QString &host) const
{
    if (!QHostAddress(host).isNull())
        return {host};
    if (isLoopback(host))
        return {u"::1"_s};
    QStringList addresses;
    const auto *app = m_world.app(host.section(u'.', 0, -2).section(u'.', -1));
    if (!app)
        return {};
    if (host == app->name + u".internal"_s && isOnNetwork(app->network)) {
        for (const auto *machine : m_world.machinesOf(*app)) {
            if (machine->isStarted())
                addresses << machine->privateIp;
        }
    } else if (host == app->name + u".flycast"_s) {
        for (const auto &address : app->addresses) {
            if (address.isPrivate() && isOnNetwork(address.network.isEmpty() ? app->network : address.network))
                addresses << address.ip;
        }
    }
    return addresses;
}

NetworkOutput GuestNetwork::getent(const QStringList &arguments) const
{
    if (arguments.value(0) != "hosts"_L1 || arguments.size() != 2)
        return {.output = {.exitCode = 1, .err = "getent: only hosts NAME is simulated\n"_ba}};
    const auto host = arguments[1].toLower();
    const auto addresses = addressesOf(host);
    if (addresses.isEmpty())
        return {.output = {.exitCode = 2}};
    CommandOutput output;
    for (const auto &address : addresses)
        output.out += (address.leftJustified(15) + u' ' + host).toUtf8() + '\n';
    return {.output = output};
}

namespace {

//! Puts each option of one letter, and each value that sticks to one, into a word of its own.
QStringList separated(const QStringList &arguments)
{
    static const auto takeAValue = u"owXdm"_s;
    QStringList words;
    for (const auto &word : arguments) {
        if (!word.startsWith(u'-') || word.startsWith("--"_L1) || word.size() < 3) {
            words << word;
            continue;
        }
        for (qsizetype i = 1; i < word.size(); ++i) {
            words << u"-"_s + word[i];
            if (takeAValue.contains(word[i]) && i + 1 < word.size()) {
                words << word.sliced(i + 1);
                break;
            }
        }
    }
    return words;
}

} // namespace

static QUrl urlFrom(const QString &word)
{
    return QUrl(word.contains("://"_L1) ? word : u"http://"_s + word, QUrl::StrictMode);
}

GuestNetwork::Transfer GuestNetwork::transferFrom(const QStringList &arguments)
{
    Transfer transfer;
    auto words = separated(arguments);
    const auto value = [&words] { return words.isEmpty() ? QString() : words.takeFirst(); };
    while (!words.isEmpty() && transfer.problem.isEmpty()) {
        const auto word = words.takeFirst();
        if (word == "-s"_L1 || word == "--silent"_L1) {
            transfer.isSilent = true;
        } else if (word == "-S"_L1 || word == "--show-error"_L1) {
            transfer.showsErrors = true;
        } else if (word == "-f"_L1 || word == "--fail"_L1) {
            transfer.failsOnStatus = true;
        } else if (word == "-o"_L1 || word == "--output"_L1) {
            transfer.target = value();
        } else if (word == "-w"_L1 || word == "--write-out"_L1) {
            transfer.format = value();
        } else if (word == "-X"_L1 || word == "--request"_L1) {
            transfer.method = value().toUtf8();
        } else if (word == "-d"_L1 || word == "--data"_L1) {
            transfer.body = value().toUtf8();
            transfer.method = "POST"_ba;
        } else if (word == "-m"_L1 || word == "--max-time"_L1 || word == "--connect-timeout"_L1) {
            const auto patience = secondsFrom(value());
            transfer.patience = std::min(transfer.patience, patience.value_or(systemPatience));
            if (!patience)
                transfer.problem = u"option %1: expected a proper numerical parameter"_s.arg(word);
        } else if (word.startsWith(u'-')) {
            transfer.problem = u"option %1: is unknown"_s.arg(word);
        } else {
            transfer.url = urlFrom(word);
        }
    }
    return transfer;
}

static bool saves(const Guest &guest, const QString &target, const QByteArray &body)
{
    const auto file = guest.files.openForWriting(target, false);
    return file && file->write(body);
}

NetworkOutput GuestNetwork::curl(const QStringList &arguments, const Guest &guest) const
{
    const auto transfer = transferFrom(arguments);
    if (!transfer.problem.isEmpty())
        return {.output = {.exitCode = badOption, .err = "curl: "_ba + transfer.problem.toUtf8() + '\n'}};

    auto result = attempt(transfer);
    auto &[exitCode, problem, response, time] = result;
    if (exitCode == 0 && transfer.failsOnStatus && response.status >= 400) {
        exitCode = badStatus;
        problem = u"The requested URL returned error: %1"_s.arg(response.status);
        response.body.clear();
    }
    CommandOutput output;
    if (transfer.target.isEmpty())
        output.out = response.body.left(mostOutput);
    else if (exitCode == 0 && transfer.target != "/dev/null"_L1 && !saves(guest, transfer.target, response.body)) {
        exitCode = cannotWrite;
        problem = u"Failure writing output to destination"_s;
    }
    auto after = transfer.format;
    after.replace("%{http_code}"_L1, u"%1"_s.arg(response.status, 3, 10, QLatin1Char('0')))
        .replace(R"(\n)"_L1, "\n"_L1);
    output.out += after.toUtf8();
    output.exitCode = exitCode;
    if (exitCode != 0 && (!transfer.isSilent || transfer.showsErrors))
        output.err = u"curl: (%1) %2\n"_s.arg(exitCode).arg(problem).toUtf8();
    return {.output = output, .time = time};
}

GuestNetwork::Attempt GuestNetwork::attempt(const Transfer &transfer) const
{
    const auto &url = transfer.url;
    const auto host = url.host().toLower();
    const auto port = url.port(80);
    if (!url.isValid() || host.isEmpty())
        return {.exitCode = badUrl, .words = u"URL using bad/illegal format or missing URL"_s};
    if (url.scheme() != "http"_L1)
        return {.exitCode = unsupportedProtocol, .words = u"Protocol \"%1\" is not simulated"_s.arg(url.scheme())};
    const auto addresses = addressesOf(host);
    if (addresses.isEmpty())
        return {.exitCode = unknownHost, .words = u"Could not resolve host: "_s + host};

    const auto path = url.path(QUrl::FullyEncoded);
    Request request{.method = transfer.method,
                    .target = (path.isEmpty() ? u"/"_s : path).toLatin1(),
                    .headers = {{"Host"_ba, url.authority().toUtf8()}, {"User-Agent"_ba, "curl/7.88.1"_ba}},
                    .body = transfer.body};
    if (url.hasQuery())
        request.target += '?' + url.query(QUrl::FullyEncoded).toLatin1();

    const auto &ip = addresses.first();
    const auto *own = m_world.machine(m_machine);
    if (isLoopback(ip) || isSame(ip, own->privateIp))
        return visit(*own, port, request);
    for (const auto &[id, machine] : m_world.machines()) {
        const auto *app = m_world.app(machine.app);
        const bool isThere = isSame(ip, machine.privateIp) && machine.isStarted() && machine.isHostReachable;
        if (isThere && app && isOnNetwork(app->network))
            return visit(machine, port, request);
    }
    for (const auto &[name, app] : m_world.apps()) {
        for (const auto &address : app.addresses) {
            const auto network = address.network.isEmpty() ? app.network : address.network;
            if (address.isPrivate() && isSame(ip, address.ip) && isOnNetwork(network))
                return visitService(app, port, request);
        }
    }
    const auto text = u"Failed to connect to %1 port %2 after %3 ms: Connection timed out"_s;
    return {.exitCode = timedOut,
            .words = text.arg(host).arg(port).arg(transfer.patience.count()),
            .time = transfer.patience};
}

GuestNetwork::Attempt GuestNetwork::visit(const Machine &machine, int port, const Request &request) const
{
    const auto readyAt = editorReadyAt(machine);
    if (port == machine.editorPort() && readyAt > 0 && m_world.clock().now() >= readyAt)
        return {.response = m_world.editors()(machine, request)};
    if (port == sshPort) // Fly's own, which greets and waits
        return {.exitCode = unsupportedProtocol, .words = u"Received HTTP/0.9 when not allowed"_s};
    return {.exitCode = refused, .words = u"Failed to connect to port %1: Connection refused"_s.arg(port)};
}

GuestNetwork::Attempt GuestNetwork::visitService(const App &app, int port, const Request &request) const
{
    for (auto *machine : m_world.machinesOf(app)) {
        for (const auto &value : machine->config[u"services"].toArray()) {
            const auto service = value.toObject();
            for (const auto &entry : service[u"ports"].toArray()) {
                if (entry[u"port"].toInt() != port || machine->isCordoned)
                    continue;
                if (entry[u"force_https"].toBool()) {
                    const auto target = "https://"_ba + request.header("host"_ba) + request.target;
                    return {.response = {.status = 301, .headers = {{"Location"_ba, target}}}};
                }
                if (entry[u"handlers"].toArray().contains(u"tls"_s))
                    return {.exitCode = emptyReply, .words = u"Empty reply from server"_s};
                if (machine->isStarted())
                    return visit(*machine, service[u"internal_port"].toInt(), request);
            }
        }
    }
    return {.exitCode = refused, .words = u"Failed to connect to port %1: Connection refused"_s.arg(port)};
}

} // namespace swarm::simulator
