#include "app/ctl/walk.h"

#include "app/ctl/follower.h"

#include <QJsonDocument>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm::ctl {
namespace {

constexpr auto note = "Written in the editor, kept by the disk.\n";

std::unexpected<Error> unexpectedAnswer(const QString &what)
{
    return std::unexpected(Error{.code = ErrorCode::BadReply, .detail = what});
}

} // namespace

Walk::Walk(Engine &engine, FlyEndpoints endpoints, Report report)
    : m_engine(engine)
    , m_endpoints(std::move(endpoints))
    , m_report(report)
    , m_browser(engine.clock())
{
}

Task<int> Walk::run()
{
    const auto walked = co_await run(proposedName());
    if (!walked)
        co_return m_report.failure(walked.error());
    m_report.result(u"The whole main job works, and nothing is left behind."_s, QJsonObject{{u"walked"_s, true}});
    co_return ExitOk;
}

Task<Result<void>> Walk::run(QString name)
{
    auto &operations = m_engine.operations();
    const auto &configuration = m_engine.configuration();
    InstanceSpec spec{.name = name, .region = configuration.region(), .image = configuration.image};
    const auto made = co_await done(operations.create(spec));
    if (!made)
        co_return std::unexpected(made.error());
    m_report.remark(u"  %1 answers at %2"_s.arg(made->name, made->url.toString()));

    const auto loggedIn = co_await logIn(*made);
    if (!loggedIn)
        co_return loggedIn;
    const auto file = made->url.resolved(QUrl(u"/files/notes.md"_s));
    const auto written = co_await visit("PUT"_ba, file, QByteArray(note));
    if (!written)
        co_return std::unexpected(written.error());
    m_report.remark(u"  logged in and wrote notes.md in the editor"_s);

    const auto stopped = co_await done(operations.stop(made->id));
    if (!stopped)
        co_return std::unexpected(stopped.error());
    const auto started = co_await done(operations.start(made->id));
    if (!started)
        co_return std::unexpected(started.error());
    const auto answers = co_await m_engine.provider().waitForEditor(*started, {});
    if (!answers)
        co_return answers;
    const auto read = co_await visit("GET"_ba, file, {});
    if (!read)
        co_return std::unexpected(read.error());
    if (*read != note)
        co_return unexpectedAnswer(u"the file came back different"_s);
    m_report.remark(u"  notes.md is still there after stop and start"_s);

    const auto deleted = co_await done(operations.remove(made->id));
    if (!deleted)
        co_return std::unexpected(deleted.error());
    const auto empty = co_await visit("GET"_ba, m_endpoints.api.resolved(QUrl(u"/_sim/empty"_s)), {});
    if (!empty)
        co_return std::unexpected(empty.error());
    if (!QJsonDocument::fromJson(*empty)["empty"_L1].toBool())
        co_return unexpectedAnswer(u"something is left in the simulator"_s);
    m_report.remark(u"  the simulator is empty again"_s);
    co_return Result<void>();
}

Task<Result<Instance>> Walk::done(OperationId id)
{
    Follower follower(m_engine.operations(), m_report);
    const auto last = co_await follower.end(id);
    if (last.error)
        co_return std::unexpected(*last.error);
    const auto *now = m_engine.store().find(last.instance);
    co_return now ? *now : Instance{.id = last.instance, .name = last.name};
}

Task<Result<void>> Walk::logIn(Instance instance)
{
    const auto password = co_await m_engine.tokens().read(Operations::passwordKey(instance.id));
    if (!password)
        co_return std::unexpected(password.error());
    HttpRequest request{.verb = "POST"_ba,
                        .url = instance.url.resolved(QUrl(u"/login"_s)),
                        .headers = {{"Content-Type"_ba, "application/x-www-form-urlencoded"_ba}},
                        .body = "password="_ba + QUrl::toPercentEncoding(*password),
                        .followsRedirects = false};
    const auto reply = co_await m_browser.send(std::move(request));
    if (!reply)
        co_return std::unexpected(reply.error());
    m_cookie = reply->header("set-cookie"_ba).split(';').value(0);
    if (m_cookie.isEmpty())
        co_return unexpectedAnswer(u"the editor refused our password"_s);
    co_return Result<void>();
}

Task<Result<QByteArray>> Walk::visit(QByteArray verb, QUrl url, QByteArray body)
{
    HttpRequest request{.verb = verb, .url = url, .headers = {{"Cookie"_ba, m_cookie}}, .body = body};
    const auto reply = co_await m_browser.send(std::move(request));
    if (!reply)
        co_return std::unexpected(reply.error());
    if (reply->status / 100 != 2)
        co_return unexpectedAnswer(
            u"%1 %2 answered %3"_s.arg(QString::fromLatin1(verb), url.path()).arg(reply->status));
    co_return reply->body;
}

} // namespace swarm::ctl
