#include "fly/simulator/execjob.h"

#include <QBuffer>

#include <utility>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

ExecJob::Output::~Output()
{
    if (!job)
        return;
    const auto finish = [job = job.data(), printed = out.text(), errors = err.text()] { job->finish(printed, errors); };
    QMetaObject::invokeMethod(job, finish, Qt::QueuedConnection);
}

ExecJob::ExecJob(World &world, const Machine &machine, std::chrono::milliseconds timeout, Answer answer)
    : QObject(&world)
    , m_answer(std::move(answer))
{
    auto output = std::make_shared<Output>();
    output->job = this;
    m_output = output;
    auto nothing = std::make_shared<QBuffer>();
    nothing->open(QIODevice::ReadOnly);
    m_process = new GuestProcess(world, machine,
                                 {.in = nothing,
                                  .out = std::shared_ptr<GuestSink>(output, &output->out),
                                  .err = std::shared_ptr<GuestSink>(output, &output->err)});
    connect(m_process, &GuestProcess::ended, this, [this](int exitCode, int exitSignal) {
        m_exitCode = exitCode;
        m_exitSignal = exitSignal;
    });
    world.clock().after(timeout, this, [this] { timeOut(); });
}

void ExecJob::start(const QStringList &words)
{
    m_process->start({stepOf(words)});
}

void ExecJob::timeOut()
{
    if (m_process)
        m_process->kill();
    m_exitSignal = 9;
    if (const auto output = m_output.lock()) {
        output->job.clear();
        finish(output->out.text(), output->err.text());
    }
}

void ExecJob::finish(const QByteArray &out, const QByteArray &err)
{
    if (!m_answer)
        return;
    const auto answer = std::exchange(m_answer, {});
    answer(jsonAnswer(QJsonObject{{u"exit_code"_s, m_exitCode},
                                  {u"exit_signal"_s, m_exitSignal},
                                  {u"stdout"_s, QString::fromUtf8(out)},
                                  {u"stderr"_s, QString::fromUtf8(err)}}));
    deleteLater();
}

} // namespace swarm::simulator
