#include "app/ctl/terminal.h"

#include <QScopeGuard>

#include <cstdio>
#include <iostream>
#include <string>

#include <termios.h>
#include <unistd.h>

namespace swarm::ctl {

QString readLine()
{
    std::string line;
    std::getline(std::cin, line);
    return QString::fromStdString(line).trimmed();
}

bool isInteractive()
{
    return isatty(STDIN_FILENO) == 1;
}

QString readSecret(const QString &prompt)
{
    termios before{};
    if (!isInteractive() || tcgetattr(STDIN_FILENO, &before) != 0)
        return readLine();
    auto silent = before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    std::fputs(prompt.toUtf8().constData(), stderr);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    const auto restore = qScopeGuard([&before] {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
        std::fputc('\n', stderr);
    });
    return readLine();
}

} // namespace swarm::ctl
