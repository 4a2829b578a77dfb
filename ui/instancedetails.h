#pragma once

#include "model/operationmodel.h"
#include "ui/services.h"

#include <QWidget>

class QLabel;
class QTabWidget;

namespace swarm {

class InstancePage;
class MarkLabel;
class OperationList;
class OverviewPage;
class SecondaryLabel;
class TimelineView;

//! Everything about one instance: what it is and does, and a tab for each of its sides.
class InstanceDetails : public QWidget
{
    Q_OBJECT

public:
    InstanceDetails(const Services &services, OperationModel &operationModel, QWidget *parent = nullptr);

    //! Comes with every change of the instance, and now and then for the sake of ages.
    void setInstance(const Instance &instance);

Q_SIGNALS:
    //! A tab has come to be, and does not know yet what it is about.
    void pageAdded();
    void changeRequested(swarm::Verb verb, const swarm::InstanceId &instance);
    void snapshotChangeRequested(swarm::Verb verb, const swarm::InstanceId &instance, const QString &snapshot);

private:
    [[nodiscard]] QWidget *activityPage();
    void buildTabs();
    template <typename Page> void addPage(const QString &title);
    void updateActivity();

    Services m_services;
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
