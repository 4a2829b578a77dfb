#include "app/ctl/optionvalues.h"

#include "model/imagereference.h"
#include "ui/wording/commandwords.h"

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

Size sizeOption(const QString &word)
{
    const auto size = sizeFrom(word);
    if (!size)
        complain(
            u"--size %1: use small, standard, large, extra, or KIND:CPUS:MEMORY_MB such as shared:2:4096"_s.arg(word));
    return *size;
}

IdleRule idleOption(const QString &word, const Size &size)
{
    const auto idle = idleFrom(word, size);
    if (!idle)
        complain(u"--idle %1: use never, suspend, stop, or a number of minutes"_s.arg(word));
    return *idle;
}

AddressKind addressOption(const QString &word)
{
    return addressFrom(word).value_or(AddressKind::Shared); // CLI11 lets no other word through
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

ServicePort portOption(const QString &word)
{
    const auto port = portFrom(word);
    if (!port)
        complain(u"--port %1: use [tcp:|udp:]PORT:INTERNAL_PORT[:HANDLER,…] such as 3000:3000:tls,http"_s.arg(word));
    return *port;
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
