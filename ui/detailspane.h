#pragma once

#include "model/instancestore.h"
#include "model/operationmodel.h"
#include "ui/services.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QTabWidget;

namespace swarm {

class InstancePage;
class MarkLabel;
class OperationList;
class OverviewPage;
class SecondaryLabel;
class TimelineView;

//! Everything about the selected instance, or a summary of several.
class DetailsPane : public QWidget
{
    Q_OBJECT

public:
    DetailsPane(const Services &services, OperationModel &operationModel, QWidget *parent = nullptr);

    void setSelection(const QList<InstanceId> &selection);
    //! Brings words and ages up to date.
    void refresh();

Q_SIGNALS:
    void changeRequested(swarm::Verb verb, const swarm::InstanceId &instance);
    void snapshotChangeRequested(swarm::Verb verb, const swarm::InstanceId &instance, const QString &snapshot);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *instancePage();
    template <typename Page> void addPage(const QString &title);
    void showInstance(const Instance &instance);
    void showSummary();
    void updateActivity();

    Services m_services;
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
    QList<InstancePage *> m_asking; //!< the tabs after the first two that somebody has looked at
    OperationList *m_activity;
    SecondaryLabel *m_noActivity;
    TimelineView *m_timeline;
};

} // namespace swarm
