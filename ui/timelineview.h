#pragma once

#include "model/operationmemory.h"
#include "model/timeline.h"
#include "ui/services.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace swarm {

class MarkLabel;
class SecondaryLabel;

//! What happened to one instance and why, newest first, under the days on which it did.
class TimelineView : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineView(const Services &services, QWidget *parent = nullptr);

    void setInstance(const Instance &instance, const QDateTime &now);

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Row {
        QLabel *day;
        SecondaryLabel *time;
        MarkLabel *mark;
        QLabel *text;
    };

    void update();
    [[nodiscard]] Row &rowAt(std::size_t index);
    void fill(Row &row, const Happening &happening, const QString &day);

    OperationMemory m_operations;
    Instance m_instance;
    QDate m_today;
    bool m_isDue = false; //!< changed while nobody saw it
    QGridLayout *m_grid;
    SecondaryLabel *m_nothing;
    std::vector<Row> m_rows; //!< kept and used again
};

} // namespace swarm
