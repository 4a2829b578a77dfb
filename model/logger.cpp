#include "model/logger.h"

#include "model/scrubbed.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

//! On one line, so that nobody can forge a second one.
QString onOneLine(QString text)
{
    text.replace(u'\n', "\\n"_L1);
    text.replace(u'\r', "\\r"_L1);
    return text;
}

QString quotedIfNeeded(const QString &value)
{
    const bool isPlain = !value.isEmpty() && std::ranges::none_of(value, [](QChar letter) {
        return letter.isSpace() || letter == u'"' || letter == u'=';
    });
    if (isPlain)
        return value;
    auto escaped = value;
    escaped.replace(u'"', "\\\""_L1);
    return u'"' + onOneLine(escaped) + u'"';
}

} // namespace

LogField::LogField(QString name, const Secret &)
    : LogField(std::move(name), secretMark())
{
}

LogField::LogField(QString name, bool answer)
    : LogField(std::move(name), answer ? u"true"_s : u"false"_s)
{
}

void Logger::error(const QString &message, const Error &cause, const LogContext &context)
{
    if (!isEnabled(LogLevel::Error))
        return;
    auto fields = context;
    fields.emplace_back(u"code"_s, codeName(cause.code));
    if (cause.httpStatus != 0)
        fields.emplace_back(u"status"_s, cause.httpStatus);
    if (!cause.requestId.isEmpty())
        fields.emplace_back(u"request"_s, cause.requestId);
    if (!cause.detail.isEmpty())
        fields.emplace_back(u"detail"_s, cause.detail);
    error(message, fields);
}

void Logger::log(LogLevel level, const LogEntry &entry)
{
    if (!isEnabled(level))
        return;
    LogEntry clean{.message = scrubbed(entry.message)};
    clean.context.reserve(entry.context.size());
    for (const auto &[key, value] : entry.context)
        clean.context.emplace_back(key, namesSecret(key) ? secretMark() : scrubbed(value));
    write(level, clean);
}

QString logLine(const LogEntry &entry)
{
    auto line = onOneLine(entry.message);
    for (const auto &[key, value] : entry.context)
        line += u' ' + key + u'=' + quotedIfNeeded(value);
    return line;
}

} // namespace swarm
