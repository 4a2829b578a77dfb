#include "fly/simulator/metricsparameters.h"
#include "fly/simulator/metricstore.h"
#include "fly/simulator/promqlparser.h"
#include "fly/simulator/routes.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

using promql::Evaluator;
using promql::Problem;

constexpr qint64 mostPoints = 11'000;

static Response failure(const Problem &problem)
{
    const bool isBad = problem.kind == Problem::Kind::BadData;
    return jsonAnswer(QJsonObject{{u"status"_s, u"error"_s},
                                  {u"errorType"_s, isBad ? u"bad_data"_s : u"execution"_s},
                                  {u"error"_s, problem.text}},
                      isBad ? 400 : 422);
}

static Response success(const QJsonValue &data)
{
    return jsonAnswer(QJsonObject{{u"status"_s, u"success"_s}, {u"data"_s, data}});
}

static QJsonArray pointOf(qint64 time, double value)
{
    const auto text = std::isnan(value) ? u"NaN"_s
        : std::isinf(value)             ? (value > 0 ? u"+Inf"_s : u"-Inf"_s)
                                        : QString::number(value, 'f', QLocale::FloatingPointShortest);
    return {static_cast<double>(time) / 1000, text};
}

static QJsonObject labelsView(const promql::Labels &labels)
{
    QJsonObject view;
    for (const auto &[name, value] : labels)
        view.insert(name, value);
    return view;
}

static QJsonObject seriesView(const promql::Labels &labels, const QJsonArray &values)
{
    return {{u"metric"_s, labelsView(labels)}, {u"values"_s, values}};
}

static promql::Parser::Parsed queryOf(const MetricsParameters &parameters)
{
    auto parsed = promql::Parser::parse(parameters.value(u"query"_s));
    if (!parsed)
        return std::unexpected(Problem{.text = u"invalid parameter \"query\": "_s + parsed.error().text});
    return parsed;
}

static Response instant(const MetricStore &store, const MetricsParameters &parameters, qint64 now)
{
    const auto time = parameters.timeOr(u"time"_s, now);
    if (!time)
        return failure(time.error());
    const auto query = queryOf(parameters);
    if (!query)
        return failure(query.error());
    Evaluator evaluator(store, *time, *time);
    if ((*query)->kind == promql::Expression::Kind::Range) {
        QJsonArray result;
        for (const auto &series : evaluator.samplesAt(**query, *time)) {
            QJsonArray values;
            for (const auto &sample : series.samples)
                values.append(pointOf(sample.at, sample.value));
            result.append(seriesView(series.labels, values));
        }
        return success(QJsonObject{{u"resultType"_s, u"matrix"_s}, {u"result"_s, result}});
    }
    const auto values = evaluator.at(**query, *time);
    if (!values)
        return failure(values.error());
    if ((*query)->isScalar()) {
        return success(
            QJsonObject{{u"resultType"_s, u"scalar"_s}, {u"result"_s, pointOf(*time, values->front().value)}});
    }
    QJsonArray result;
    for (const auto &[labels, value] : *values)
        result.append(QJsonObject{{u"metric"_s, labelsView(labels)}, {u"value"_s, pointOf(*time, value)}});
    return success(QJsonObject{{u"resultType"_s, u"vector"_s}, {u"result"_s, result}});
}

static Response range(const MetricStore &store, const MetricsParameters &parameters)
{
    const auto start = parameters.time(u"start"_s);
    if (!start)
        return failure(start.error());
    const auto end = parameters.time(u"end"_s);
    if (!end)
        return failure(end.error());
    if (*end < *start)
        return failure({.text = u"invalid parameter \"end\": end timestamp must not be before start time"_s});
    const auto step = parameters.step();
    if (!step)
        return failure(step.error());
    if ((*end - *start) / *step > mostPoints) {
        return failure({.text =
                            u"exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query "
                            "resolution (?step=XX)"_s});
    }
    const auto query = queryOf(parameters);
    if (!query)
        return failure(query.error());
    if ((*query)->kind == promql::Expression::Kind::Range) {
        return failure({.text = u"invalid parameter \"query\": invalid expression type \"range vector\" for range "
                                "query, must be Scalar or instant Vector"_s});
    }
    Evaluator evaluator(store, *start, *end);
    std::map<promql::Labels, QJsonArray> rows;
    for (auto time = *start; time <= *end; time += *step) {
        const auto values = evaluator.at(**query, time);
        if (!values)
            return failure(values.error());
        for (const auto &[labels, value] : *values)
            rows[labels].append(pointOf(time, value));
    }
    QJsonArray result;
    for (const auto &[labels, values] : rows)
        result.append(seriesView(labels, values));
    return success(QJsonObject{{u"resultType"_s, u"matrix"_s}, {u"result"_s, result}});
}

//! The label sets that the `match[]` selectors choose; without any, all there are.
static std::expected<QList<promql::Labels>, Problem> matched(const MetricStore &store,
                                                             const MetricsParameters &parameters, qint64 now)
{
    const auto start = parameters.timeOr(u"start"_s, now - MachineHistory::keptMs);
    if (!start)
        return std::unexpected(start.error());
    const auto end = parameters.timeOr(u"end"_s, now);
    if (!end)
        return std::unexpected(end.error());
    const auto texts = parameters.values(u"match[]"_s);
    QList<QList<promql::Matcher>> choices;
    for (const auto &text : texts) {
        const auto parsed = promql::Parser::parse(text);
        const bool isSelector = parsed && (*parsed)->kind == promql::Expression::Kind::Selector;
        if (!isSelector) {
            const auto why = parsed ? u"a series selector is expected"_s : parsed.error().text;
            return std::unexpected(Problem{.text = u"invalid parameter \"match[]\": "_s + why});
        }
        choices.append((*parsed)->matchers);
    }
    if (texts.isEmpty())
        choices.append(QList<promql::Matcher>());
    QList<promql::Labels> found;
    for (const auto &matchers : choices) {
        for (const auto &series : store.select(matchers, *start, *end)) {
            if (!found.contains(series.labels))
                found.append(series.labels);
        }
    }
    return found;
}

static Response seriesAnswer(const MetricStore &store, const MetricsParameters &parameters, qint64 now)
{
    if (!parameters.has(u"match[]"_s))
        return failure({.text = u"no match[] parameter provided"_s});
    const auto found = matched(store, parameters, now);
    if (!found)
        return failure(found.error());
    QJsonArray list;
    for (const auto &labels : *found)
        list.append(labelsView(labels));
    return success(list);
}

//! The names of all labels, or the values of one.
static Response labelsAnswer(const MetricStore &store, const MetricsParameters &parameters, qint64 now,
                             const QString &name)
{
    static const QRegularExpression shape(u"^[a-zA-Z_][a-zA-Z0-9_]*$"_s);
    if (!name.isEmpty() && !shape.match(name).hasMatch())
        return failure({.text = u"invalid label name: \"%1\""_s.arg(name)});
    const auto found = matched(store, parameters, now);
    if (!found)
        return failure(found.error());
    QSet<QString> words;
    for (const auto &labels : *found) {
        for (const auto &[label, value] : labels) {
            if (name.isEmpty())
                words.insert(label);
            else if (label == name)
                words.insert(value);
        }
    }
    auto sorted = QStringList(words.begin(), words.end());
    sorted.sort();
    return success(QJsonArray::fromStringList(sorted));
}

static QString timeText(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toDouble(), 'f', 3) : value.toString();
}

static Response addOverride(const World &world, MetricStore &store, const Call &call)
{
    const auto &json = call.json;
    MetricStore::Override made{.machine = json[u"instance"].toString()};
    if (!world.machines().contains(made.machine))
        return errorAnswer(404, u"machine not found"_s);
    if (json[u"name"].toString().isEmpty())
        return errorAnswer(400, u"name is missing"_s);
    const auto labels = json[u"labels"].toObject();
    for (auto label = labels.begin(); label != labels.end(); ++label)
        made.labels[label.key()] = label->toString();
    made.labels[u"__name__"_s] = json[u"name"].toString();
    const auto from = metricsTime(timeText(json[u"from"]));
    const auto to = metricsTime(timeText(json[u"to"]));
    if (!from || !to || *to < *from)
        return errorAnswer(400, u"from and to are times, in unix seconds or RFC 3339, in this order"_s);
    made.from = *from;
    made.to = *to;
    if (json[u"value"].isDouble())
        made.value = json[u"value"].toDouble();
    else if (!json[u"value"].isNull())
        return errorAnswer(400, u"value is a number, or null for a gap"_s);
    store.add(made);
    return okAnswer();
}

void addMetricRoutes(Router &router, World &world, MetricStore &store)
{
    using Serve = std::function<Response(const Call &, const MetricsParameters &, qint64 now)>;
    const auto add = [&router, &world](const QString &path, const Serve &serve) {
        for (const auto &method : {"GET"_ba, "POST"_ba}) {
            router.addForm(method, u"/prometheus/{slug}/api/v1/"_s + path, Router::Kind::Read,
                           [&world, serve](const Call &call) {
                               const auto organization = call.name(u"slug"_s);
                               if (organization != World::organization())
                                   return errorAnswer(404, u"Could not find Organization \"%1\""_s.arg(organization));
                               return serve(call, MetricsParameters(call.request), world.clock().now());
                           });
        }
    };
    add(u"query"_s, [&store](const Call &, const MetricsParameters &parameters, qint64 now) {
        return instant(store, parameters, now);
    });
    add(u"query_range"_s,
        [&store](const Call &, const MetricsParameters &parameters, qint64) { return range(store, parameters); });
    add(u"series"_s, [&store](const Call &, const MetricsParameters &parameters, qint64 now) {
        return seriesAnswer(store, parameters, now);
    });
    add(u"labels"_s, [&store](const Call &, const MetricsParameters &parameters, qint64 now) {
        return labelsAnswer(store, parameters, now, {});
    });
    add(u"label/{name}/values"_s, [&store](const Call &call, const MetricsParameters &parameters, qint64 now) {
        return labelsAnswer(store, parameters, now, call.name(u"name"_s));
    });
    router.add("POST"_ba, u"/_sim/metrics"_s, Router::Kind::Open,
               [&](const Call &call) { return addOverride(world, store, call); });
}

} // namespace swarm::simulator
