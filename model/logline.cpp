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

} // namespace swarm
