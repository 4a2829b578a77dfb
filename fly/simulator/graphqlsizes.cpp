#include "fly/simulator/graphqlschema.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

namespace {

// As from October 2026, US dollars, without region factor.
struct Kind {
    QString prefix;
    QList<int> cpus;
    int leastMb; //!< for each CPU
    int mostMb;
    double perCpuSecond; //!< with leastMb
};

double price(const Kind &kind, int cpus)
{
    return cpus * kind.perCpuSecond;
}

} // namespace

GraphQlNodes machineSizes()
{
    constexpr double monthSeconds = 2'592'000;
    const QList<Kind> kinds{{u"shared-cpu-"_s, {1, 2, 4, 6, 8}, 256, 2048, 0.0000008465},
                            {u"performance-"_s, {1, 2, 4, 6, 8, 10, 12, 14, 16}, 2048, 8192, 0.000012732}};
    GraphQlNodes nodes;
    for (const auto &kind : kinds) {
        for (const int cpus : kind.cpus) {
            auto node = std::make_shared<GraphQlNode>(u"VMSize"_s);
            QJsonArray steps;
            for (int mb = cpus * kind.leastMb; mb <= cpus * kind.mostMb; mb += kind.leastMb)
                steps.append(mb);
            // Fly counts a sixteenth of a core for each shared CPU.
            const double cores = kind.leastMb == 256 ? cpus / 16.0 : cpus;
            node->value(u"name"_s, u"%1%2x"_s.arg(kind.prefix).arg(cpus)).value(u"cpuCores"_s, cores);
            node->value(u"memoryMb"_s, cpus * kind.leastMb).value(u"memoryGb"_s, cpus * kind.leastMb / 1024.0);
            node->value(u"maxMemoryMb"_s, cpus * kind.mostMb).value(u"memoryIncrementsMb"_s, steps);
            node->value(u"priceSecond"_s, price(kind, cpus));
            node->value(u"priceMonth"_s, price(kind, cpus) * monthSeconds);
            nodes.append(node);
        }
    }
    return nodes;
}

} // namespace swarm::simulator
