#pragma once

#include "model/async/taskscope.h"
#include "model/copies.h"
#include "model/error.h"
#include "model/instance.h"
#include "ui/services.h"

#include <QComboBox>

namespace swarm {

//! A snapshot of an instance's disk to choose, newest first; or, where that makes sense, the disk as it is now.
class SnapshotBox : public QComboBox
{
    Q_OBJECT

public:
    enum class Now { Offered, NotOffered };

    SnapshotBox(const Services &services, const Instance &instance, Now now, QWidget *parent = nullptr);

    //! Chooses this one, as soon as it is known that it is there.
    void prefer(const QString &snapshot);
    //! Empty: the disk as it is now, or nothing yet.
    [[nodiscard]] QString snapshot() const { return currentData().toString(); }
    //! Why there is nothing to choose; empty when there is.
    [[nodiscard]] const QString &problem() const { return m_problem; }

Q_SIGNALS:
    void changed();

private:
    void choosePreferred();
    void fill(const Result<std::vector<DiskSnapshot>> &snapshots);

    Now m_now;
    QString m_preferred;
    QString m_problem;
    TaskScope m_tasks; // last, so that its tasks go before anything they use
};

} // namespace swarm
