#pragma once

#include "model/async/taskscope.h"
#include "model/provider.h"
#include "ui/widgets.h"

#include <QTimer>

#include <memory>

namespace swarm {

//! Says when a region has no room for what is wanted, and which one near it has. It asks a moment after the last
//! change, and says nothing when all is well or nobody answers: Fly.io has the last word anyway.
class RoomHint : public SecondaryLabel
{
    Q_OBJECT

public:
    explicit RoomHint(Provider &provider, QWidget *parent = nullptr);

    void setWanted(const RoomRequest &wanted);

Q_SIGNALS:
    void changed();

private:
    void ask();
    void show(const QString &text);

    Provider &m_provider;
    RoomRequest m_wanted;
    QTimer m_calm;
    std::unique_ptr<TaskScope> m_tasks; // last, so that its tasks go before anything they use
};

} // namespace swarm
