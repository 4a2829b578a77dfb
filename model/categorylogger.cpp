#include "model/categorylogger.h"

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

QtMsgType messageType(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return QtDebugMsg;
    case LogLevel::Info:
        return QtInfoMsg;
    case LogLevel::Warning:
        return QtWarningMsg;
    case LogLevel::Error:
        return QtCriticalMsg;
    }
    Q_UNREACHABLE();
}

} // namespace

bool CategoryLogger::isEnabled(LogLevel level) const
{
    return m_category.isEnabled(messageType(level));
}

void CategoryLogger::write(LogLevel level, const LogEntry &entry)
{
    const QMessageLogger logger(nullptr, 0, nullptr, m_category.categoryName());
    const auto line = logLine(entry);
    switch (level) {
    case LogLevel::Debug:
        logger.debug().noquote() << line;
        break;
    case LogLevel::Info:
        logger.info().noquote() << line;
        break;
    case LogLevel::Warning:
        logger.warning().noquote() << line;
        break;
    case LogLevel::Error:
        logger.critical().noquote() << line;
        break;
    }
}

void setLogLevel(LogLevel level)
{
    const auto rule = [level](QLatin1StringView name, LogLevel least) {
        return u"remoteswarm.*.%1=%2\n"_s.arg(name, least >= level ? "true"_L1 : "false"_L1);
    };
    QLoggingCategory::setFilterRules(rule("debug"_L1, LogLevel::Debug) + rule("info"_L1, LogLevel::Info)
                                     + rule("warning"_L1, LogLevel::Warning) + rule("critical"_L1, LogLevel::Error));
}

} // namespace swarm
