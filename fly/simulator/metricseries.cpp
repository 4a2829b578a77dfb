#include "fly/simulator/metricseries.h"

#include "fly/simulator/metriccurve.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

constexpr double mebibyte = 1024 * 1024;
constexpr qint64 scrapedEachMs = 15'000;

double Moment::since(const std::function<double(qint64, qint64)> &rate) const
{
    double sum = rate(what().from, at);
    for (auto i = run; i > 0 && past.runs[i].isResumed; --i)
        sum += rate(past.runs[i - 1].from, past.runs[i - 1].to);
    return sum;
}

promql::Labels labelsOf(const PastOfMachine &past, const QString &name)
{
    return {{u"__name__"_s, name},
            {u"app"_s, past.app},
            {u"region"_s, past.region},
            {u"host"_s, QString::number(numberOf(u"host/"_s + past.machine) % 0x10000, 16)},
            {u"instance"_s, past.machine}};
}

namespace {

//! Collects the series of one machine.
class Collector
{
public:
    explicit Collector(const PastOfMachine &past)
        : m_past(past)
    {
    }

    void add(const QString &name, MetricSeries::ValueAt valueAt, const promql::Labels &more = {})
    {
        auto labels = labelsOf(m_past, name);
        labels.insert(more.begin(), more.end());
        m_series.append({.labels = labels, .valueAt = std::move(valueAt)});
    }
    void addGauge(const QString &name, double mean, const promql::Labels &more = {})
    {
        add(name, [curve = curve(name, mean, more)](const Moment &moment) { return curve.at(moment.at); }, more);
    }
    void addCounter(const QString &name, double aSecond, const promql::Labels &more = {})
    {
        add(
            name,
            [curve = curve(name, aSecond, more)](const Moment &moment) {
                return std::floor(moment.since([&curve](qint64 from, qint64 to) { return curve.between(from, to); }));
            },
            more);
    }
    MetricCurve curve(const QString &name, double mean, const promql::Labels &more = {}) const
    {
        auto seed = m_past.machine + name;
        for (const auto &[label, value] : more)
            seed += u'/' + value;
        return MetricCurve(seed, mean);
    }

    const QList<MetricSeries> &series() const { return m_series; }

private:
    const PastOfMachine &m_past;
    QList<MetricSeries> m_series;
};

void addCpu(Collector &all, int cpu)
{
    const auto name = u"fly_instance_cpu"_s;
    const auto id = QString::number(cpu);
    QList<MetricCurve> busy;
    static const QList<std::pair<QString, double>> modes{
        {u"user"_s, 6}, {u"system"_s, 2}, {u"iowait"_s, 0.5}, {u"steal"_s, 0.2}};
    for (const auto &[mode, centiseconds] : modes) {
        const promql::Labels labels{{u"cpu_id"_s, id}, {u"mode"_s, mode}};
        const auto curve = all.curve(name, centiseconds, labels);
        busy.append(curve);
        all.add(
            name,
            [curve, cpu](const Moment &moment) -> std::optional<double> {
                if (cpu >= moment.what().cpus)
                    return {};
                return std::floor(moment.since([&curve](qint64 from, qint64 to) { return curve.between(from, to); }));
            },
            labels);
    }
    all.add(name,
            [busy, cpu](const Moment &moment) -> std::optional<double> {
                if (cpu >= moment.what().cpus)
                    return {};
                return std::floor(moment.since([&busy](qint64 from, qint64 to) {
                    double idle = static_cast<double>(to - from) / 10;
                    for (const auto &curve : busy)
                        idle -= curve.between(from, to);
                    return idle;
                }));
            },
            {{u"cpu_id"_s, id}, {u"mode"_s, u"idle"_s}});
}

void addProcessors(Collector &all, const PastOfMachine &past)
{
    int most = 0;
    for (const auto &run : past.runs)
        most = std::max(most, run.cpus);
    for (int cpu = 0; cpu < most; ++cpu)
        addCpu(all, cpu);
    all.add(u"fly_instance_cpu_baseline"_s, [](const Moment &moment) {
        const auto &run = moment.what();
        return run.isShared ? run.cpus / 16.0 : run.cpus;
    });
    all.addGauge(u"fly_instance_cpu_balance"_s, 25'000);
    all.addCounter(u"fly_instance_cpu_throttle"_s, 0.1);
    for (const auto *minutes : {u"1", u"5", u"15"})
        all.addGauge(u"fly_instance_load_average"_s, 0.2, {{u"minutes"_s, QString::fromUtf16(minutes)}});
}

void addMemory(Collector &all)
{
    const auto total = [](const Moment &moment) { return std::floor(moment.what().memoryMb * mebibyte * 0.96); };
    // It fills up in the first minutes, to between a tenth and six tenths of what there is.
    const auto available = [total, curve = all.curve(u"memory"_s, 0.33)](const Moment &moment) {
        const auto age = moment.since([](qint64 from, qint64 to) { return static_cast<double>(to - from) / 1000; });
        const auto used = curve.at(moment.at) * (1 - std::exp(-(age + 30) / 120));
        return std::floor(total(moment) * (1 - used));
    };
    all.add(u"fly_instance_memory_mem_total"_s, total);
    all.add(u"fly_instance_memory_mem_available"_s, available);
    all.add(u"fly_instance_memory_mem_free"_s,
            [available](const Moment &moment) { return std::floor(available(moment) * 0.6); });
}

void addFileSystem(Collector &all, const QString &mount, const std::function<QJsonObject(const Moment &)> &figures)
{
    static const QList<std::pair<QString, QString>> names{
        {u"fly_instance_filesystem_blocks"_s, u"blocks"_s},
        {u"fly_instance_filesystem_blocks_free"_s, u"blocks_free"_s},
        {u"fly_instance_filesystem_blocks_avail"_s, u"blocks_avail"_s},
        {u"fly_instance_filesystem_block_size"_s, u"block_size"_s}};
    for (const auto &[name, key] : names) {
        all.add(name,
                [figures, mount, key](const Moment &moment) -> std::optional<double> {
                    if (mount != "/"_L1 && moment.what().mount != mount)
                        return {};
                    return figures(moment)[key].toDouble();
                },
                {{u"mount"_s, mount}});
    }
}

//! The figures that the volume shows, or would show when it is gone meanwhile.
QJsonObject figuresOf(const World &world, const Moment &moment)
{
    const auto &run = moment.what();
    const auto found = world.volumes().find(run.volume);
    if (found != world.volumes().end())
        return found->second.shown();
    return Volume{.sizeGb = run.diskGb, .wasMounted = true}.shown();
}

void addDisks(Collector &all, const PastOfMachine &past, const World &world)
{
    addFileSystem(all, u"/"_s, [](const Moment &) {
        return QJsonObject{{u"blocks"_s, 2'064'208},
                           {u"blocks_free"_s, 1'300'000},
                           {u"blocks_avail"_s, 1'200'000},
                           {u"block_size"_s, 4096}};
    });
    QMap<QString, QString> mounts;
    for (const auto &run : past.runs) {
        if (!run.volume.isEmpty())
            mounts.insert(run.mount, run.volume);
    }
    const auto figures = [&world](const Moment &moment) { return figuresOf(world, moment); };
    for (const auto &mount : mounts.keys())
        addFileSystem(all, mount, figures);

    const QSet<QString> volumes(mounts.begin(), mounts.end());
    for (const auto &volume : volumes) {
        const promql::Labels id{{u"id"_s, volume}};
        const auto ofThis = [volume, figures](const QString &key) {
            return [volume, figures, key](const Moment &moment) -> std::optional<double> {
                if (moment.what().volume != volume)
                    return {};
                return figures(moment)[key].toDouble();
            };
        };
        all.add(u"fly_volume_size_bytes"_s, ofThis(u"bytes_total"_s), id);
        all.add(
            u"fly_volume_used_pct"_s,
            [used = ofThis(u"bytes_used"_s),
             size = ofThis(u"bytes_total"_s)](const Moment &moment) -> std::optional<double> {
                const auto bytes = size(moment).value_or(0);
                if (bytes <= 0)
                    return {};
                return *used(moment) / bytes * 100;
            },
            id);
    }
}

void addTraffic(Collector &all)
{
    const promql::Labels device{{u"device"_s, u"eth0"_s}};
    all.addCounter(u"fly_instance_net_recv_bytes"_s, 4000, device);
    all.addCounter(u"fly_instance_net_sent_bytes"_s, 9000, device);
    all.addCounter(u"fly_edge_data_out"_s, 8000);
    static const QList<std::pair<QString, double>> answers{{u"200"_s, 0.4}, {u"302"_s, 0.02}, {u"401"_s, 0.005}};
    for (const auto &[status, aSecond] : answers)
        all.addCounter(u"fly_app_http_responses_count"_s, aSecond, {{u"status"_s, status}});
    all.add(u"fly_app_concurrency"_s,
            [curve = all.curve(u"fly_app_concurrency"_s, 1.5)](const Moment &moment) -> std::optional<double> {
                if (const auto known = moment.past.mostOpen(moment.at - scrapedEachMs, moment.at))
                    return *known;
                return std::floor(curve.at(moment.at));
            });
}

} // namespace

QList<MetricSeries> seriesOf(const PastOfMachine &past, const World &world)
{
    Collector all(past);
    all.add(u"fly_instance_up"_s, [](const Moment &) { return 1.0; });
    addProcessors(all, past);
    addMemory(all);
    addDisks(all, past, world);
    addTraffic(all);
    return all.series();
}

} // namespace swarm::simulator
