// The wall time of a create beside the least that its chain of dependent requests can take.
#include "fly/machineconfig.h"
#include "tests/bench/figures.h"
#include "tests/flyfixture.h"
#include "tests/waitfor.h"

#include <QElapsedTimer>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace swarm;

namespace {

constexpr double createBar = 1.1; //!< times the longest chain of dependent calls

//! Asks again without a moment's pause, past all limits, until the answer holds `word`.
void until(HttpClient &http, const QUrl &url, const QByteArray &word)
{
    const HttpRequest request{.url = url, .headers = {{"Authorization"_ba, "Bearer fo1_test"_ba}}};
    while (true) {
        const auto reply = waitFor(http.send(request));
        if (reply && reply->status == 200 && reply->body.contains(word))
            return;
    }
}

//! The longest chain of dependent calls of a create, made by hand without a moment's pause.
double bareChain()
{
    FlyFixture fly({.timeScale = 1, .rateLimits = false});
    HttpClient http(fly.clock);
    const auto api = [&](const QString &path) { return fly.simulator.apiUrl().resolved(QUrl(path)); };
    const auto spec = FlyFixture::spec(u"box"_s);
    QElapsedTimer timer;
    timer.start();
    auto app = waitFor(fly.client->apps.create(u"box"_s, u"personal"_s, u"box"_s, {}));
    until(http, api(u"/v1/apps/box"_s), "box"_ba);
    auto secrets = waitFor(fly.client->secrets.set(u"box"_s, {{u"PASSWORD"_s, spec.password}}, {}));
    const auto v4 = waitFor(fly.client->addresses.assign(u"box"_s, AddressType::SharedV4, {}, {}));
    const auto volume = waitFor(fly.client->volumes.create(
        u"box"_s, {.name = u"box_data"_s, .region = u"ams"_s, .sizeGb = 10, .guest = guestOf(spec.size)}, {}));
    const auto machine = waitFor(fly.client->machines.create(u"box"_s, machineBody(spec, volume->id, *secrets), {}));
    until(http, api(u"/v1/apps/box/machines/"_s + machine->id), R"("state":"started")"_ba);
    until(http, fly.simulator.appUrl(u"box"_s).resolved(QUrl(u"/healthz"_s)), "lastHeartbeat"_ba);
    return static_cast<double>(timer.elapsed());
}

double ourCreate()
{
    FlyFixture fly({.timeScale = 1});
    QElapsedTimer timer;
    timer.start();
    const auto made = waitFor(fly.provider->create(FlyFixture::spec(u"box"_s), {}));
    return made ? static_cast<double>(timer.elapsed()) : 0;
}

} // namespace

bool compareCreates()
{
    constexpr int creates = 3;
    std::vector<double> bare;
    std::vector<double> ours;
    for (int run = 0; run < creates; ++run) {
        bare.push_back(bareChain());
        ours.push_back(ourCreate());
    }
    const double ratio = median(ours) / median(bare);
    std::printf(
        "create, median of %d: the longest chain of dependent calls %.0f ms, ours %.0f ms, ratio %.2f (bar %.1f)\n",
        creates, median(bare), median(ours), ratio, createBar);
    return median(ours) > 0 && ratio <= createBar;
}
