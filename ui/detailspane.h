#pragma once

#include "model/instancestore.h"
#include "model/operationmodel.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QTabWidget;

namespace swarm {

class Clock;
class MarkLabel;
class OperationList;
class OverviewPage;
class SecondaryLabel;
class TokenStore;

//! Everything about the selected instance, or a summary of several.
class DetailsPane : public QWidget
{
    Q_OBJECT

public:
    DetailsPane(const InstanceStore &store, OperationModel &operationModel, Operations &operations,
                TokenStore &passwords, const Clock &clock, QWidget *parent = nullptr);

    void setSelection(const QList<InstanceId> &selection);
    //! Brings words and ages up to date.
    void refresh();

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *instancePage();
    void showInstance(const Instance &instance);
    void showSummary();
    void updateActivity();

    const InstanceStore &m_store;
    const Clock &m_clock;
    QList<InstanceId> m_selection;
    QStackedWidget *m_pages;
    QLabel *m_summaryTitle;
    SecondaryLabel *m_summary;
    QLabel *m_name;
    MarkLabel *m_mark;
    QLabel *m_state;
    SecondaryLabel *m_why;
    SecondaryLabel *m_readOnly;
    QTabWidget *m_tabs;
    OverviewPage *m_overview;
    OperationList *m_activity;
    SecondaryLabel *m_noActivity;
};

} // namespace swarm
