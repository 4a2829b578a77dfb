#include "fly/simulator/builtineditor.h"

#include "fly/simulator/editorpages.h"
#include "fly/simulator/projectfiles.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

constexpr qint64 heartbeatLastsMs = 60'000;

static QMap<QString, QString> formValues(const QByteArray &body)
{
    const auto decoded = [](QByteArray text) {
        return QString::fromUtf8(QByteArray::fromPercentEncoding(text.replace('+', ' ')));
    };
    QMap<QString, QString> values;
    for (const auto &pair : body.split('&')) {
        const auto equals = pair.indexOf('=');
        if (equals > 0)
            values.insert(decoded(pair.left(equals)), decoded(pair.mid(equals + 1)));
    }
    return values;
}

//! Made from the password, so that a new one ends all sessions.
static QByteArray sessionOf(const Machine &machine)
{
    return QCryptographicHash::hash((u"session/%1/"_s.arg(machine.app) + machine.password()).toUtf8(),
                                    QCryptographicHash::Sha256)
        .toHex();
}

static bool isLoggedIn(const Machine &machine, const Request &request)
{
    if (machine.password().isEmpty())
        return false;
    for (const auto &cookie : request.header("cookie"_ba).split(';')) {
        if (cookie.trimmed() == "code-server-session="_ba + sessionOf(machine))
            return true;
    }
    return false;
}

static Response redirect(int status, const QByteArray &target)
{
    return {.status = status, .headers = {{"Location"_ba, target}}};
}

BuiltInEditor::BuiltInEditor(World &world, LogBook &log, QObject *parent)
    : QObject(parent)
    , m_world(world)
    , m_log(log)
    , m_limiter(world.clock())
{
    connect(&world, &World::machineChanged, this, [this](const QString &id) {
        const auto *machine = m_world.machine(id);
        if (machine && machine->isStarted())
            return;
        m_limiter.forget(id);
        m_heartbeats.remove(id);
    });
}

QDir BuiltInEditor::projectOf(const Machine &machine) const
{
    return QDir(m_world.homeOf(machine).filePath(u"project"_s));
}

Response BuiltInEditor::serve(const Machine &machine, const Request &request)
{
    const auto path = request.path();
    const bool isGet = request.method == "GET"_ba || request.method == "HEAD"_ba;
    if (path == "/healthz"_ba)
        return health(machine);
    if (path == "/login"_ba && request.method == "POST"_ba)
        return logIn(machine, request);
    const bool isInside = isLoggedIn(machine, request);
    if (path == "/login"_ba)
        return isInside ? redirect(302, "./"_ba) : pageAnswer(200, loginPage(machine.app, {}));
    if (!isInside)
        return path == "/"_ba ? redirect(302, "./login"_ba) : errorAnswer(401, u"Unauthorized"_s);

    m_heartbeats[machine.id] = m_world.clock().now();
    if (path == "/"_ba && isGet)
        return showEditor(machine, request);
    if (path == "/save"_ba && request.method == "POST"_ba)
        return save(machine, request);
    if (path.startsWith("/files/"_ba))
        return file(machine, request);
    return errorAnswer(404, u"Not Found"_s);
}

Response BuiltInEditor::health(const Machine &machine) const
{
    const auto beat = m_heartbeats.value(machine.id);
    const bool isAlive = beat > 0 && m_world.clock().now() - beat < heartbeatLastsMs;
    return jsonAnswer(QJsonObject{{u"status"_s, isAlive ? u"alive"_s : u"expired"_s}, {u"lastHeartbeat"_s, beat}});
}

Response BuiltInEditor::logIn(const Machine &machine, const Request &request)
{
    if (!m_limiter.canTry(machine.id))
        return pageAnswer(200, loginPage(machine.app, u"Login rate limited!"_s));
    const auto password = formValues(request.body).value(u"password"_s);
    if (password.isEmpty())
        return pageAnswer(200, loginPage(machine.app, u"Missing password"_s));
    if (machine.password().isEmpty() || password != machine.password()) {
        m_limiter.failed(machine.id);
        logFailure(machine, request);
        // code-server answers 200 here; only the text tells.
        return pageAnswer(200, loginPage(machine.app, u"Incorrect password"_s));
    }
    // What the real one says once the browser inside has connected, just after the login.
    const auto time = rfc3339(m_world.clock().now()).mid(11, 8);
    m_log.tell(
        machine, u"app"_s,
        u"[%1] [127.0.0.1][%2][ManagementConnection] New connection established."_s.arg(time, machine.id.left(8)));
    auto answer = redirect(302, "./"_ba);
    answer.headers.append(
        {"Set-Cookie"_ba, "code-server-session="_ba + sessionOf(machine) + "; Path=/; SameSite=Lax"_ba});
    return answer;
}

void BuiltInEditor::logFailure(const Machine &machine, const Request &request)
{
    const auto now = m_world.clock().now();
    const QJsonObject facts{{u"xForwardedFor"_s, QString::fromUtf8(request.header("x-forwarded-for"_ba))},
                            {u"remoteAddress"_s, u"127.0.0.1"_s},
                            {u"userAgent"_s, QString::fromUtf8(request.header("user-agent"_ba))},
                            {u"timestamp"_s, now / 1000}};
    m_log.tell(machine, u"app"_s,
               u"Failed login attempt "_s + QString::fromUtf8(QJsonDocument(facts).toJson(QJsonDocument::Compact)),
               u"error"_s);
}

Response BuiltInEditor::showEditor(const Machine &machine, const Request &request) const
{
    const ProjectFiles files(projectOf(machine));
    EditorView view{.app = machine.app, .region = machine.region, .files = files.names()};
    view.file = request.queryValue(u"file"_s);
    if (view.file.isEmpty() && !view.files.isEmpty())
        view.file = view.files.first();
    if (!view.file.isEmpty()) {
        if (!files.isAllowed(view.file))
            return errorAnswer(403, u"this name leads outside of the project"_s);
        view.text = QString::fromUtf8(files.read(view.file).value_or(QByteArray()));
    }
    view.message = request.queryFlag(u"saved"_s) ? u"Saved"_s : QString();
    return pageAnswer(200, editorPage(view));
}

Response BuiltInEditor::save(const Machine &machine, const Request &request) const
{
    const auto form = formValues(request.body);
    const auto name = form.value(u"file"_s);
    auto text = form.value(u"content"_s);
    text.replace("\r\n"_L1, "\n"_L1); // browsers send forms so
    const ProjectFiles files(projectOf(machine));
    if (!files.isAllowed(name))
        return errorAnswer(403, u"this name leads outside of the project"_s);
    if (!files.write(name, text.toUtf8()))
        return errorAnswer(500, u"the file could not be written"_s);
    return redirect(303, "./?file="_ba + QUrl::toPercentEncoding(name) + "&saved=1"_ba);
}

Response BuiltInEditor::file(const Machine &machine, const Request &request) const
{
    const auto name = QUrl::fromPercentEncoding(request.path().mid(7));
    const ProjectFiles files(projectOf(machine));
    if (!files.isAllowed(name))
        return errorAnswer(403, u"this name leads outside of the project"_s);
    if (request.method == "PUT"_ba) {
        if (!files.write(name, request.body))
            return errorAnswer(500, u"the file could not be written"_s);
        return {.status = 204};
    }
    const auto text = files.read(name);
    if (!text)
        return errorAnswer(404, u"Not Found"_s);
    auto answer = textAnswer(200, *text);
    answer.headers.append({"X-Content-Type-Options"_ba, "nosniff"_ba});
    return answer;
}

} // namespace swarm::simulator
