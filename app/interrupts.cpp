#include "app/interrupts.h"

#include <array>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace swarm {
namespace {

// A signal handler reaches nothing but globals, and may do little but write().
std::array<int, 2> s_pipe{-1, -1};

void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = write(s_pipe[1], &byte, 1);
}

} // namespace

Interrupts::Interrupts()
{
    if (pipe2(s_pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return; // then the default applies: the program ends at once
    m_notifier = std::make_unique<QSocketNotifier>(s_pipe[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        while (read(s_pipe[0], &byte, 1) == 1) {
            if (++m_count == 1)
                Q_EMIT first();
            else
                Q_EMIT second();
        }
    });
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
}

Interrupts::~Interrupts()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    m_notifier.reset();
    for (auto &end : s_pipe) {
        if (end >= 0)
            close(end);
        end = -1;
    }
}

} // namespace swarm
