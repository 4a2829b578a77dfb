#include "app/interrupts.h"

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <array>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>
#endif

namespace swarm {

void Interrupts::count()
{
    if (++m_count == 1)
        Q_EMIT first();
    else
        Q_EMIT second();
}

#ifdef Q_OS_WIN

namespace {

Interrupts *s_interrupts = nullptr;

//! Comes on a thread of the system's.
BOOL WINAPI onConsoleEvent(DWORD event)
{
    if (event != CTRL_C_EVENT && event != CTRL_BREAK_EVENT && event != CTRL_CLOSE_EVENT)
        return FALSE;
    QMetaObject::invokeMethod(s_interrupts, &Interrupts::count, Qt::QueuedConnection);
    return TRUE;
}

} // namespace

Interrupts::Interrupts()
{
    s_interrupts = this;
    SetConsoleCtrlHandler(onConsoleEvent, TRUE);
}

Interrupts::~Interrupts()
{
    SetConsoleCtrlHandler(onConsoleEvent, FALSE);
    s_interrupts = nullptr;
}

#else

namespace {

// A signal handler reaches nothing but globals, and may do little but write().
std::array<int, 2> s_pipe{-1, -1};

void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = write(s_pipe[1], &byte, 1);
}

//! Neither end is for processes that we start, and neither ever blocks. (pipe2() does it at once, but not everywhere.)
bool openPipe()
{
    if (pipe(s_pipe.data()) != 0)
        return false;
    for (const auto end : s_pipe) {
        if (fcntl(end, F_SETFD, FD_CLOEXEC) != 0 || fcntl(end, F_SETFL, O_NONBLOCK) != 0)
            return false;
    }
    return true;
}

} // namespace

Interrupts::Interrupts()
{
    if (!openPipe())
        return; // then the default applies: the program ends at once
    m_notifier = std::make_unique<QSocketNotifier>(s_pipe[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        while (read(s_pipe[0], &byte, 1) == 1)
            count();
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

#endif

} // namespace swarm
