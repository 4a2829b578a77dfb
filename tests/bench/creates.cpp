// The wall time of a create beside the least that its chain of dependent requests can take.
#include "tests/bench/barechain.h"
#include "tests/bench/figures.h"
#include "tests/waitfor.h"

#include <QElapsedTimer>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace swarm;

namespace {

constexpr double createBar = 1.1; //!< times the longest chain of dependent calls

//! The longest chain of dependent calls of a create.
double bareCreate()
{
    FlyFixture fly({.timeScale = 1, .rateLimits = false});
    BareChain chain(fly);
    return chain.create();
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
        bare.push_back(bareCreate());
        ours.push_back(ourCreate());
    }
    const double ratio = median(ours) / median(bare);
    std::printf(
        "create, median of %d: the longest chain of dependent calls %.0f ms, ours %.0f ms, ratio %.2f (bar %.1f)\n",
        creates, median(bare), median(ours), ratio, createBar);
    return median(ours) > 0 && ratio <= createBar;
}
