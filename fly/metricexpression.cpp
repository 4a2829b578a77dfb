#include "fly/metricexpression.h"

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

QString quoted(QString text)
{
    return u'"' + text.replace(u'\\', "\\\\"_L1).replace(u'"', "\\\""_L1).replace(u'\n', "\\n"_L1) + u'"';
}

//! With %1 for the labels that choose the app.
QString patternOf(Metric metric)
{
    switch (metric) {
    case Metric::CpuBusy: // centiseconds, counted for each processor and mode
        return u"sum by (instance)(rate(fly_instance_cpu{%1,mode!=\"idle\"}[60s]))/100"_s;
    case Metric::CpuBaseline:
        return u"sum by (instance)(fly_instance_cpu_baseline{%1})"_s;
    case Metric::CpuThrottled:
        return u"max by (instance)(rate(fly_instance_cpu_throttle{%1}[60s]))/100"_s;
    case Metric::MemoryUsed:
        return u"fly_instance_memory_mem_total{%1} - fly_instance_memory_mem_available{%1}"_s;
    case Metric::MemoryTotal:
        return u"fly_instance_memory_mem_total{%1}"_s;
    case Metric::DiskUsed:
        return u"(fly_instance_filesystem_blocks{%1,mount=\"/home/coder\"} - "
               "fly_instance_filesystem_blocks_avail{%1,mount=\"/home/coder\"}) * "
               "fly_instance_filesystem_block_size{%1,mount=\"/home/coder\"}"_s;
    case Metric::DiskTotal:
        return u"fly_instance_filesystem_blocks{%1,mount=\"/home/coder\"} * "
               "fly_instance_filesystem_block_size{%1,mount=\"/home/coder\"}"_s;
    case Metric::NetworkReceived:
        return u"sum by (instance)(rate(fly_instance_net_recv_bytes{%1,device=\"eth0\"}[60s]))"_s;
    case Metric::NetworkSent:
        return u"sum by (instance)(rate(fly_instance_net_sent_bytes{%1,device=\"eth0\"}[60s]))"_s;
    case Metric::Load:
        return u"fly_instance_load_average{%1,minutes=\"1\"}"_s;
    case Metric::Up:
        return u"fly_instance_up{%1}"_s;
    case Metric::Connections:
        return u"sum(fly_app_concurrency{%1})"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

QString metricExpression(Metric metric, const QString &app)
{
    return patternOf(metric).replace("%1"_L1, u"app="_s + quoted(app));
}

} // namespace swarm
