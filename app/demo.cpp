#include "app/demo.h"

#include "fly/simulator/simulator.h"

using namespace Qt::StringLiterals;

namespace swarm {

Demo::Demo(Options options)
    : m_options(std::move(options))
    , m_there(std::make_unique<QObject>())
{
    m_thread.setObjectName(u"simulator"_s);
    m_there->moveToThread(&m_thread);
}

Demo::~Demo()
{
    // The simulator ends on its own thread, after which the thread ends.
    connect(
        &m_thread, &QThread::finished, m_there.get(), [this] { delete std::exchange(m_simulator, nullptr); },
        Qt::DirectConnection);
    m_thread.quit();
    m_thread.wait();
}

void Demo::start()
{
    m_thread.start();
    QMetaObject::invokeMethod(m_there.get(), [this] { run(); }, Qt::QueuedConnection);
}

void Demo::run()
{
    m_simulator = new simulator::Simulator(
        {.timeScale = m_options.timeScale, .editor = m_options.editor, .folder = m_folder.filePath(u"simulator"_s)});
    if (!m_simulator->listen()) {
        Q_EMIT failed(m_simulator->errorString());
        return;
    }
    if (m_options.isPopulated)
        m_simulator->populateDemo();
    Q_EMIT ready({.api = m_simulator->apiUrl(),
                  .graphql = m_simulator->graphqlUrl(),
                  .appTemplate = m_simulator->appUrlTemplate()});
}

} // namespace swarm
