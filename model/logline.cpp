#include "model/logline.h"

using namespace Qt::StringLiterals;

namespace swarm {

LogLine::Severity LogLine::severity() const
{
    const auto word = level.toLower();
    if (word.startsWith("err"_L1) || word == "fatal"_L1 || word == "panic"_L1 || word.startsWith("crit"_L1))
        return Severity::Error;
    return word.startsWith("warn"_L1) ? Severity::Warning : Severity::Usual;
}

QString LogLine::sourceWord() const
{
    switch (source) {
    case Source::Editor:
        return u"editor"_s;
    case Source::Machine:
        return u"machine"_s;
    case Source::Proxy:
        return u"proxy"_s;
    case Source::Other:
        return u"other"_s;
    }
    Q_UNREACHABLE();
}

} // namespace swarm
