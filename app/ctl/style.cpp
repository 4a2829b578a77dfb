#include "app/ctl/style.h"

#include <QByteArray>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace swarm::ctl {
namespace {

//! The sixteen colours that every terminal has, so that the user's own scheme holds.
int codeOf(Colour colour)
{
    switch (colour) {
    case Colour::Good:
        return 32;
    case Colour::Changing:
        return 33;
    case Colour::Bad:
        return 31;
    case Colour::Quiet:
        return 90;
    case Colour::None:
        break;
    }
    return 0;
}

} // namespace

bool isTerminal(std::FILE *stream)
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stream)) != 0;
#else
    return isatty(fileno(stream)) == 1 && qgetenv("TERM") != "dumb";
#endif
}

bool takesColour(std::FILE *stream)
{
    return qgetenv("NO_COLOR").isEmpty() && isTerminal(stream);
}

QString painted(const QString &text, Colour colour)
{
    return colour == Colour::None ? text : u"\x1b[%1m%2\x1b[0m"_s.arg(codeOf(colour)).arg(text);
}

} // namespace swarm::ctl
