#pragma once

#include "model/async/taskscope.h"
#include "ui/services.h"

#include <QComboBox>

namespace swarm {

//! A region to choose, by city: the live list as soon as it is there, the well-known ones until then.
class RegionBox : public QComboBox
{
    Q_OBJECT

public:
    //! Begins at `wanted`.
    RegionBox(const Services &services, const QString &wanted, QWidget *parent = nullptr);

    [[nodiscard]] QString code() const { return currentData().toString(); }

Q_SIGNALS:
    void changed();

private:
    void fill(const QStringList &codes);

    QString m_wanted;
    TaskScope m_tasks; // last, so that its tasks go before anything they use
};

} // namespace swarm
