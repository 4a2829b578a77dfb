#pragma once

#include "model/operation.h"

#include <QWidget>

class QProgressBar;

namespace swarm {

class DetailsFold;
class ElidedLabel;
class FoldButton;
class LinkButton;
class MarkLabel;
class SecondaryLabel;

//! One operation in a line: what, how far, and what can be done about it. A failed one has a second line.
class OperationRow : public QWidget
{
    Q_OBJECT

public:
    explicit OperationRow(const Operation &operation, QWidget *parent = nullptr);

    void setOperation(const Operation &operation);
    [[nodiscard]] OperationId id() const { return m_id; }
    [[nodiscard]] const InstanceId &instance() const { return m_instance; }

Q_SIGNALS:
    void cancelRequested(int operation);
    void retryRequested(int operation);
    void dismissRequested(int operation);

private:
    void showError(const Operation &operation);

    OperationId m_id;
    InstanceId m_instance;
    MarkLabel *m_mark;
    ElidedLabel *m_title;
    ElidedLabel *m_text;
    QProgressBar *m_progress;
    FoldButton *m_fold;
    LinkButton *m_cancel;
    LinkButton *m_retry;
    LinkButton *m_dismiss;
    SecondaryLabel *m_advice;
    DetailsFold *m_details;
};

} // namespace swarm
