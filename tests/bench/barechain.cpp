#include "tests/bench/barechain.h"

#include "fly/machineconfig.h"
#include "model/async/both.h"
#include "tests/waitfor.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace swarm;

namespace {

const QString box = u"box"_s;

} // namespace

BareChain::BareChain(FlyFixture &fly)
    : m_fly(fly)
    , m_http(fly.clock)
{
}

double BareChain::create()
{
    auto &client = *m_fly.client;
    const auto spec = FlyFixture::spec(box);
    QElapsedTimer timer;
    timer.start();
    const auto app = waitFor(client.apps.create(box, u"personal"_s, box, {}));
    until(api(u"/v1/apps/box"_s), 200, "box"_ba);
    auto addresses = both(client.addresses.assign(box, AddressType::SharedV4, {}, {}),
                          client.addresses.assign(box, AddressType::V6, {}, {}));
    auto disk = client.volumes.create(
        box, {.name = u"box_data"_s, .region = u"ams"_s, .sizeGb = 10, .guest = guestOf(spec.size)}, {});
    auto secret = client.secrets.set(box, {{u"PASSWORD"_s, spec.password}}, {});
    const auto [furnished, ips] = waitFor(both(both(std::move(secret), std::move(disk)), std::move(addresses)));
    const auto &[secrets, volume] = furnished;
    m_volume = volume->id;
    m_machine = waitFor(client.machines.create(box, machineBody(spec, m_volume, *secrets), {}))->id;
    untilState("started"_ba);
    until(m_fly.simulator.appUrl(box).resolved(QUrl(u"/healthz"_s)), 200, "lastHeartbeat"_ba);
    return static_cast<double>(timer.elapsed());
}

double BareChain::stop()
{
    QElapsedTimer timer;
    timer.start();
    insist("POST", machinePath() + u"/stop"_s);
    untilState("stopped"_ba);
    return static_cast<double>(timer.elapsed());
}

double BareChain::start()
{
    QElapsedTimer timer;
    timer.start();
    insist("POST", machinePath() + u"/start"_s);
    untilState("started"_ba);
    return static_cast<double>(timer.elapsed());
}

double BareChain::remove()
{
    QElapsedTimer timer;
    timer.start();
    insist("POST", machinePath() + u"/stop"_s);
    untilState("stopped"_ba);
    insist("DELETE", machinePath());
    untilState("destroyed"_ba);
    insist("DELETE", u"/v1/apps/box/volumes/"_s + m_volume);
    insist("DELETE", u"/v1/apps/box"_s);
    until(api(u"/v1/apps/box"_s), 404);
    return static_cast<double>(timer.elapsed());
}

void BareChain::until(const QUrl &url, int status, const QByteArray &word)
{
    const HttpRequest request{.url = url, .headers = {{"Authorization"_ba, "Bearer fo1_test"_ba}}};
    while (true) {
        const auto reply = waitFor(m_http.send(request));
        if (reply && reply->status == status && reply->body.contains(word))
            return;
    }
}

void BareChain::insist(const QByteArray &verb, const QString &path)
{
    const HttpRequest request{.verb = verb, .url = api(path), .headers = {{"Authorization"_ba, "Bearer fo1_test"_ba}}};
    while (true) {
        const auto reply = waitFor(m_http.send(request));
        if (reply && (reply->status / 100 == 2 || reply->status == 404))
            return;
    }
}

QString BareChain::machinePath() const
{
    return u"/v1/apps/box/machines/"_s + m_machine;
}

QUrl BareChain::api(const QString &path) const
{
    return m_fly.simulator.apiUrl().resolved(QUrl(path));
}

void BareChain::untilState(const QByteArray &state)
{
    until(api(machinePath()), 200, R"("state":")"_ba + state + '"');
}
