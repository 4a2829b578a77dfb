#include "ui/metricspage.h"

#include "model/clock.h"
#include "model/provider.h"
#include "ui/errorcard.h"
#include "ui/widgets.h"
#include "ui/wording/instancewords.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

struct Span {
    std::chrono::seconds length;
    std::chrono::seconds step;
    std::chrono::milliseconds again; //!< how often it is asked anew
};

constexpr std::array spans{Span{15min, 15s, 15s}, Span{6h, 2min, 1min}, Span{24h * 7, 1h, 10min}};

} // namespace

MetricsPage::MetricsPage(const Services &services, QWidget *parent)
    : InstancePage(parent)
    , m_services(services)
    , m_ranges(new QButtonGroup(this))
    , m_state(new SecondaryLabel)
    , m_problem(new ErrorCard)
{
    setObjectName(u"metricsPage"_s);
    const auto em = fontMetrics().height();
    m_state->setObjectName(u"metricsState"_s);
    m_problem->setObjectName(u"metricsProblem"_s);
    m_problem->hide();
    connect(m_problem, &ErrorCard::actionClicked, this, &MetricsPage::ask);

    auto *plots = new QWidget;
    auto *inPlots = new QVBoxLayout(plots);
    inPlots->setContentsMargins(em, 0, em, em / 2);
    inPlots->setSpacing(em / 4);
    const auto cores = [](double value) { return QLocale().toString(value, 'g', 2); };
    const auto rate = [](double value) { return tr("%1/s").arg(bytesText(value)); };
    addGraph(*inPlots, tr("CPU, in cores"), u"cpuPlot"_s, cores, {{Metric::CpuBusy, {}, false}});
    addGraph(*inPlots, tr("Memory"), u"memoryPlot"_s, &bytesText,
             {{Metric::MemoryUsed, tr("used"), false}, {Metric::MemoryTotal, tr("of"), true}});
    addGraph(*inPlots, tr("Disk"), u"diskPlot"_s, &bytesText,
             {{Metric::DiskUsed, tr("used"), false}, {Metric::DiskTotal, tr("of"), true}});
    addGraph(*inPlots, tr("Network"), u"networkPlot"_s, rate,
             {{Metric::NetworkReceived, tr("in"), false}, {Metric::NetworkSent, tr("out"), false}});
    auto *area = new QScrollArea;
    area->setObjectName(u"metricsArea"_s);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(plots);
    area->setBackgroundRole(QPalette::Window);
    area->viewport()->setAutoFillBackground(false);
    plots->setAutoFillBackground(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, em / 2, 0, 0);
    layout->setSpacing(em / 3);
    layout->addWidget(rangeButtons());
    layout->addWidget(m_problem);
    layout->addWidget(area, 1);
    connect(&m_again, &QTimer::timeout, this, &MetricsPage::ask);
}

MetricsPage::~MetricsPage() = default;

QWidget *MetricsPage::rangeButtons()
{
    const QStringList words{tr("15 min"), tr("6 h"), tr("7 d")};
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(fontMetrics().height(), 0, fontMetrics().height(), 0);
    for (int id = 0; id < static_cast<int>(spans.size()); ++id) {
        auto *button = new QToolButton;
        button->setObjectName(u"range%1"_s.arg(id));
        button->setText(words[id]);
        //: %1 is a time, such as "6 h"
        button->setAccessibleName(tr("The last %1").arg(words[id]));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        m_ranges->addButton(button, id);
        layout->addWidget(button);
    }
    m_ranges->button(0)->setChecked(true);
    connect(m_ranges, &QButtonGroup::idClicked, this, &MetricsPage::ask);
    layout->addWidget(m_state, 1);
    return row;
}

void MetricsPage::addGraph(QVBoxLayout &layout, const QString &title, const QString &name, MetricPlot::Format format,
                           const QList<Wanted> &wanted)
{
    auto *heading = new QLabel(title);
    makeHeading(*heading, 1);
    auto *reading = new SecondaryLabel;
    reading->setObjectName(name + u"Reading"_s);
    reading->setWordWrap(false);
    reading->setAlignment(Qt::AlignRight);
    const bool isBytes = wanted.constFirst().metric != Metric::CpuBusy;
    auto *plot = new MetricPlot(title, std::move(format), isBytes ? 1024 : 1000);
    plot->setObjectName(name);
    connect(plot, &MetricPlot::readingChanged, reading, &QLabel::setText);
    auto *row = new QHBoxLayout;
    row->addWidget(heading);
    row->addWidget(reading, 1);
    layout.addLayout(row);
    layout.addWidget(plot, 1);
    m_graphs.push_back({.plot = plot, .reading = reading, .wanted = wanted});
}

void MetricsPage::setInstance(const Instance &instance, const QDateTime &)
{
    const bool isOther = instance.id != m_instance.id;
    m_instance = instance;
    if (!isOther)
        return;
    m_tasks.reset();
    for (auto &graph : m_graphs)
        graph.plot->setCurves({}, {});
    if (isVisible())
        ask();
}

void MetricsPage::showEvent(QShowEvent *event)
{
    InstancePage::showEvent(event);
    if (!m_instance.id.isEmpty())
        ask();
}

void MetricsPage::hideEvent(QHideEvent *event)
{
    InstancePage::hideEvent(event);
    m_again.stop();
    m_tasks.reset();
}

void MetricsPage::ask()
{
    const auto &span = spans[static_cast<std::size_t>(m_ranges->checkedId())];
    const auto now = m_services.clock.now();
    const TimeRange range{.from = now.addSecs(-span.length.count()), .to = now, .step = span.step};
    m_again.start(m_services.clock.scaled(span.again));
    m_error.reset();
    m_tasks = std::make_unique<TaskScope>(); // answers for another time or instance are not waited for
    for (std::size_t index = 0; index < m_graphs.size(); ++index) {
        auto &graph = m_graphs[index];
        graph.missing = static_cast<int>(graph.wanted.size());
        graph.curves.assign(static_cast<std::size_t>(graph.wanted.size()), {});
        for (qsizetype curve = 0; curve < graph.wanted.size(); ++curve)
            m_tasks->launch(m_services.provider.measure(m_instance, graph.wanted[curve].metric, range),
                            [this, index, curve, range](const Result<std::vector<Series>> &series) {
                                receive(index, curve, range, series);
                            });
    }
    updateState();
}

void MetricsPage::receive(std::size_t index, qsizetype curve, const TimeRange &range,
                          const Result<std::vector<Series>> &series)
{
    auto &graph = m_graphs[index];
    if (series) {
        const auto &wanted = graph.wanted[curve];
        graph.curves[static_cast<std::size_t>(curve)] = {
            .name = wanted.name, .samples = joined(*series), .isLimit = wanted.isLimit};
    } else {
        m_error = series.error();
    }
    if (--graph.missing == 0) // all of its lines at once
        graph.plot->setCurves(std::exchange(graph.curves, {}), range);
    updateState();
}

void MetricsPage::updateState()
{
    const bool isComing = std::ranges::any_of(m_graphs, [](const Graph &graph) { return graph.missing > 0; });
    const bool isEmpty = std::ranges::all_of(m_graphs, [](const Graph &graph) { return graph.plot->isEmpty(); });
    m_problem->setVisible(m_error.has_value());
    if (m_error)
        m_problem->setError(*m_error, {}, tr("Retry"));
    if (isEmpty && isComing)
        m_state->setText(tr("Asking Fly.io…"));
    else if (isEmpty && !m_error)
        m_state->setText(tr("Nothing was measured in this time: the machine was off."));
    else
        m_state->clear();
}

} // namespace swarm
