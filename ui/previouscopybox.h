#pragma once

#include "model/async/taskscope.h"
#include "model/copies.h"
#include "model/error.h"
#include "model/instance.h"
#include "ui/services.h"
#include "ui/widgets.h"

namespace swarm {

//! What a move or a rollback of data left standing, in words.
class PreviousCopyBox : public SecondaryLabel
{
    Q_OBJECT

public:
    PreviousCopyBox(const Services &services, const Instance &instance, QWidget *parent = nullptr);

    [[nodiscard]] const std::vector<PreviousCopy> &copies() const { return m_copies; }
    //! Why there is none; empty when there is one.
    [[nodiscard]] const QString &problem() const { return m_problem; }

Q_SIGNALS:
    void changed();

private:
    void showCopies(const Result<std::vector<PreviousCopy>> &copies, const QDateTime &now);

    std::vector<PreviousCopy> m_copies;
    QString m_problem;
    TaskScope m_tasks; // last, so that its tasks go before anything they use
};

} // namespace swarm
