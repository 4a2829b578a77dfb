#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace swarm {

//! Ctrl+C and SIGTERM as signals of ours, delivered by the event loop.
class Interrupts : public QObject
{
    Q_OBJECT

public:
    Interrupts();
    ~Interrupts() override;

    //! One has come.
    void count();

Q_SIGNALS:
    void first();
    void second();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
    int m_count = 0;
};

} // namespace swarm
