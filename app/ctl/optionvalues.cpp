#include "app/ctl/optionvalues.h"

#include "model/imagereference.h"

#include <CLI/CLI.hpp>

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace swarm::ctl {

QString text(const std::string &raw)
{
    return QString::fromStdString(raw);
}

void complain(const QString &message)
{
    throw CLI::ValidationError(message.toStdString());
}

Size sizeFrom(const QString &word)
{
    if (word == "small"_L1)
        return sizePresets[0];
    if (word == "standard"_L1)
        return sizePresets[1];
    if (word == "large"_L1)
        return sizePresets[2];
    if (word == "extra"_L1)
        return sizePresets[3];
    static const QRegularExpression exact(u"^(shared|performance):(\\d{1,2}):(\\d{1,6})$"_s);
    const auto match = exact.match(word);
    if (!match.hasMatch())
        complain(
            u"--size %1: use small, standard, large, extra, or KIND:CPUS:MEMORY_MB such as shared:2:4096"_s.arg(word));
    return {.cpuKind = match.captured(1) == "shared"_L1 ? CpuKind::Shared : CpuKind::Performance,
            .cpus = match.captured(2).toInt(),
            .memoryMb = match.captured(3).toInt()};
}

IdleRule idleFrom(const QString &word, const Size &size)
{
    if (word.isEmpty())
        return defaultIdleRule(size);
    if (word == "never"_L1)
        return {.action = IdleRule::Action::Never};
    if (word == "suspend"_L1)
        return {.action = IdleRule::Action::Suspend};
    if (word == "stop"_L1)
        return {.action = IdleRule::Action::Stop};
    bool isNumber = false;
    const int minutes = word.toInt(&isNumber);
    if (!isNumber)
        complain(u"--idle %1: use never, suspend, stop, or a number of minutes"_s.arg(word));
    return {.action = IdleRule::Action::StopAfter, .after = std::chrono::minutes(minutes)};
}

AddressKind addressFrom(const QString &word)
{
    if (word == "v4"_L1)
        return AddressKind::DedicatedV4;
    return word == "private"_L1 ? AddressKind::Private : AddressKind::Shared;
}

QMap<QString, QString> variablesFrom(const std::vector<std::string> &raw)
{
    QMap<QString, QString> variables;
    for (const auto &variable : raw) {
        const auto pair = text(variable);
        const auto equals = pair.indexOf(u'=');
        if (equals <= 0)
            complain(u"%1: use NAME=VALUE"_s.arg(pair));
        variables.insert(pair.left(equals), pair.mid(equals + 1));
    }
    return variables;
}

ServicePort portFrom(const QString &word)
{
    static const QRegularExpression shape(u"^(?:(tcp|udp):)?(\\d{1,5}):(\\d{1,5})(?::([a-z_,]+))?$"_s);
    const auto match = shape.match(word);
    if (!match.hasMatch())
        complain(u"--port %1: use [tcp:|udp:]PORT:INTERNAL_PORT[:HANDLER,…] such as 3000:3000:tls,http"_s.arg(word));
    ServicePort port{.port = match.captured(2).toInt(), .internalPort = match.captured(3).toInt()};
    if (!match.captured(1).isEmpty())
        port.protocol = match.captured(1);
    if (!match.captured(4).isEmpty())
        port.handlers = match.captured(4).split(u',');
    return port;
}

int daysFrom(const QString &word)
{
    static const QRegularExpression shape(u"^(\\d{1,2})d?$"_s);
    const auto match = shape.match(word);
    const int days = match.hasMatch() ? match.captured(1).toInt() : 0;
    if (days < 1 || days > 60)
        complain(u"--keep %1: use a number of days from 1d to 60d"_s.arg(word));
    return days;
}

Image imageOption(const QString &word)
{
    const auto image = imageFrom(word);
    if (!image)
        complain(u"%1 is no image; use REPOSITORY[:TAG][@DIGEST]"_s.arg(word));
    return *image;
}

} // namespace swarm::ctl
