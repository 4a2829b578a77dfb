#pragma once

#include "model/instance.h"
#include "model/verb.h"

#include <QWidget>

namespace swarm {

//! A tab of the details pane. One that has to ask the provider does so only while somebody sees it.
class InstancePage : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    //! Comes with every change of the instance, and now and then for the sake of ages.
    virtual void setInstance(const Instance &instance, const QDateTime &now) = 0;

Q_SIGNALS:
    //! A dialog for it is wanted.
    void changeRequested(swarm::Verb verb, const swarm::InstanceId &instance);
    //! The same, about a snapshot.
    void snapshotChangeRequested(swarm::Verb verb, const swarm::InstanceId &instance, const QString &snapshot);
};

} // namespace swarm
