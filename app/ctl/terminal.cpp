#include "app/ctl/terminal.h"

#include <QScopeGuard>

#include <cstdio>
#include <iostream>
#include <string>

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <termios.h>
#include <unistd.h>
#endif

namespace swarm::ctl {
namespace {

//! What is typed from now on is not shown, until silence() is taken back; false where nobody types.
#ifdef Q_OS_WIN
bool silence(DWORD *before)
{
    const auto input = GetStdHandle(STD_INPUT_HANDLE);
    return GetConsoleMode(input, before) && SetConsoleMode(input, *before & ~static_cast<DWORD>(ENABLE_ECHO_INPUT));
}

void speakAgain(DWORD before)
{
    SetConsoleMode(GetStdHandle(STD_INPUT_HANDLE), before);
}
#else
bool silence(termios *before)
{
    if (tcgetattr(STDIN_FILENO, before) != 0)
        return false;
    auto silent = *before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    return tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0;
}

void speakAgain(const termios &before)
{
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
}
#endif

} // namespace

QString readLine()
{
    std::string line;
    std::getline(std::cin, line);
    return QString::fromStdString(line).trimmed();
}

bool isInteractive()
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stdin)) != 0;
#else
    return isatty(STDIN_FILENO) == 1;
#endif
}

QString readSecret(const QString &prompt)
{
#ifdef Q_OS_WIN
    DWORD before = 0;
#else
    termios before{};
#endif
    if (!isInteractive() || !silence(&before))
        return readLine();
    std::fputs(prompt.toUtf8().constData(), stderr);
    const auto restore = qScopeGuard([&before] {
        speakAgain(before);
        std::fputc('\n', stderr);
    });
    return readLine();
}

} // namespace swarm::ctl
