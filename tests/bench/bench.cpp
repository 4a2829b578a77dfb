// Prints figures and asserts the bars that are ours.
#include "tests/bench/figures.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <cstdio>

namespace {

struct Comparison {
    const char *name;
    bool (*compare)();
};

constexpr Comparison comparisons[]{{"listings", compareListings},     {"creates", compareCreates},
                                   {"lifecycles", compareLifecycles}, {"commands", compareCommands},
                                   {"starts", compareStarts},         {"cachedstarts", compareCachedStarts},
                                   {"idling", compareIdling}};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    // The bare chain of a create asks where it knows that it is too early.
    QLoggingCategory::setFilterRules(QStringLiteral("remoteswarm.*=false"));
    const auto wanted = QCoreApplication::arguments().mid(1);
    bool isWithinBars = true;
    for (const auto &[name, compare] : comparisons) {
        if (!wanted.isEmpty() && !wanted.contains(QLatin1StringView(name)))
            continue;
        isWithinBars = compare() && isWithinBars;
        std::fflush(stdout);
    }
    return isWithinBars ? 0 : 1;
}
