#pragma once

#include "fly/flyendpoints.h"

#include <QObject>
#include <QTemporaryDir>
#include <QThread>

#include <memory>

namespace swarm {

namespace simulator {
class Simulator;
}

//! Our own Fly.io inside the program, on a thread of its own, with a few instances to look at.
//!
//! Everything it and the program write meanwhile lies in a temporary folder that goes with it.
class Demo : public QObject
{
    Q_OBJECT

public:
    struct Options {
        QString editor = QStringLiteral("auto");
        double timeScale = 1;
        bool isPopulated = true;
    };

    explicit Demo(Options options);
    ~Demo() override;

    //! Answers with ready() or failed().
    void start();
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] static QString token() { return QStringLiteral("fo1_demo"); }
    //! What the demo's own instances were given; the ones that a user creates get random ones.
    [[nodiscard]] static QString passwordOf(const QString &app) { return QStringLiteral("demo-") + app; }

Q_SIGNALS:
    void ready(const swarm::FlyEndpoints &endpoints);
    void failed(const QString &reason);

private:
    void run();

    Options m_options;
    QTemporaryDir m_folder;
    QThread m_thread;
    std::unique_ptr<QObject> m_there; //!< lives on the thread; what runs there runs in its context
    simulator::Simulator *m_simulator = nullptr;
};

} // namespace swarm
