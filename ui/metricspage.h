#pragma once

#include "model/async/taskscope.h"
#include "model/error.h"
#include "model/metric.h"
#include "ui/instancepage.h"
#include "ui/metricplot.h"
#include "ui/services.h"

#include <QTimer>

class QButtonGroup;
class QLabel;
class QVBoxLayout;

namespace swarm {

class ErrorCard;
class SecondaryLabel;

//! Processor, memory, disk and network of an instance over time. Asks only while somebody sees it.
class MetricsPage : public InstancePage
{
    Q_OBJECT

public:
    explicit MetricsPage(const Services &services, QWidget *parent = nullptr);
    ~MetricsPage() override;

    void setInstance(const Instance &instance, const QDateTime &now) override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Wanted {
        Metric metric = Metric::CpuBusy;
        QString name = {};
        bool isLimit = false;
    };
    struct Graph {
        MetricPlot *plot = nullptr;
        QLabel *reading = nullptr;
        QList<Wanted> wanted = {};
        std::vector<MetricPlot::Curve> curves = {};
        int missing = 0; //!< answers that are still to come
    };

    [[nodiscard]] QWidget *rangeButtons();
    void addGraph(QVBoxLayout &layout, const QString &title, const QString &name, MetricPlot::Format format,
                  const QList<Wanted> &wanted);
    void ask();
    void receive(std::size_t graph, qsizetype curve, const TimeRange &range, const Result<std::vector<Series>> &series);
    void updateState();

    Services m_services;
    Instance m_instance;
    QButtonGroup *m_ranges;
    std::vector<Graph> m_graphs;
    SecondaryLabel *m_state;
    ErrorCard *m_problem;
    std::optional<Error> m_error;
    QTimer m_again;
    std::unique_ptr<TaskScope> m_tasks; // last, so that its tasks go before anything they use
};

} // namespace swarm
