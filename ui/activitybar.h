#pragma once

#include "model/instance.h"
#include "model/verb.h"

#include <QWidget>

class QLabel;
class QScrollArea;

namespace swarm {

class FoldButton;
class LinkButton;
class OperationList;
class OperationModel;
class Operations;

//! What runs and what has just ended, at the bottom of the window. Not there while there is nothing to say.
class ActivityBar : public QWidget
{
    Q_OBJECT

public:
    ActivityBar(OperationModel &model, Operations &operations, QWidget *parent = nullptr);

    [[nodiscard]] bool isOpen() const;
    void setOpen(bool open);
    //! Takes as much height as it needs, but leaves most of the window to the list.
    void fit();

Q_SIGNALS:
    void changeRequested(swarm::Verb verb, const swarm::InstanceId &instance);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void update();
    void clear();

    OperationModel &m_model;
    Operations &m_operations;
    FoldButton *m_fold;
    QLabel *m_summary;
    LinkButton *m_clear;
    QScrollArea *m_area;
    OperationList *m_list;
};

} // namespace swarm
