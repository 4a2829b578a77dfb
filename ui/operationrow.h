#pragma once

#include "model/operation.h"

#include <QWidget>

class QGridLayout;

namespace swarm {

class DetailsFold;
class ElidedLabel;
class FoldButton;
class LinkButton;
class MarkLabel;
class SecondaryLabel;
class StepBar;

//! One operation in a line: what, how far, and what can be done about it. A failed one has a second line.
class OperationRow : public QWidget
{
    Q_OBJECT

public:
    //! Wide: everything in one line, in columns. Narrow: the text below the title.
    enum class Form { Wide, Narrow };

    OperationRow(const Operation &operation, Form form, QWidget *parent = nullptr);

    void setOperation(const Operation &operation);
    [[nodiscard]] OperationId id() const { return m_id; }
    [[nodiscard]] const InstanceId &instance() const { return m_instance; }

Q_SIGNALS:
    void cancelRequested(int operation);
    void retryRequested(int operation);
    void dismissRequested(int operation);
    //! Takes it back, or begins to.
    void followUpRequested(int operation);

private:
    void arrange(Form form);
    void showError(const Operation &operation);

    OperationId m_id;
    InstanceId m_instance;
    bool m_isEnded; //!< and that was said, or was so from the beginning
    bool m_isWide = true; //!< only then there is room for the progress
    MarkLabel *m_mark;
    ElidedLabel *m_title;
    ElidedLabel *m_text;
    StepBar *m_progress;
    FoldButton *m_fold;
    LinkButton *m_cancel;
    LinkButton *m_retry;
    LinkButton *m_followUp;
    LinkButton *m_dismiss;
    SecondaryLabel *m_advice;
    DetailsFold *m_details;
};

} // namespace swarm
