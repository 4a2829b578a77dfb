#include "ui/wording/commandwords.h"

#include "model/imagereference.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

QString quoted(const QString &word)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_@%+=:,./-]+$"_s);
    if (plain.match(word).hasMatch())
        return word;
    auto escaped = word;
    escaped.replace(u'\'', "'\\''"_L1);
    return u'\'' + escaped + u'\'';
}

} // namespace

QString sizeWord(const Size &size)
{
    const auto kind = size.cpuKind == CpuKind::Shared ? "shared"_L1 : "performance"_L1;
    return u"%1:%2:%3"_s.arg(kind).arg(size.cpus).arg(size.memoryMb);
}

QString idleWord(const IdleRule &idle)
{
    switch (idle.action) {
    case IdleRule::Action::Never:
        return u"never"_s;
    case IdleRule::Action::Suspend:
        return u"suspend"_s;
    case IdleRule::Action::Stop:
        return u"stop"_s;
    case IdleRule::Action::StopAfter:
        return QString::number(idle.after.count());
    }
    Q_UNREACHABLE();
}

std::optional<Size> sizeFrom(const QString &word)
{
    static const QStringList presets{u"small"_s, u"standard"_s, u"large"_s, u"extra"_s};
    static_assert(sizePresets.size() == 4);
    if (presets.contains(word))
        return sizePresets[static_cast<std::size_t>(presets.indexOf(word))];
    static const QRegularExpression exact(u"^(shared|performance):(\\d{1,2}):(\\d{1,6})$"_s);
    const auto match = exact.match(word);
    if (!match.hasMatch())
        return {};
    return Size{.cpuKind = match.captured(1) == "shared"_L1 ? CpuKind::Shared : CpuKind::Performance,
                .cpus = match.captured(2).toInt(),
                .memoryMb = match.captured(3).toInt()};
}

std::optional<IdleRule> idleFrom(const QString &word, const Size &size)
{
    if (word.isEmpty())
        return defaultIdleRule(size);
    if (word == "never"_L1)
        return IdleRule{.action = IdleRule::Action::Never};
    if (word == "suspend"_L1)
        return IdleRule{.action = IdleRule::Action::Suspend};
    if (word == "stop"_L1)
        return IdleRule{.action = IdleRule::Action::Stop};
    bool isNumber = false;
    const int minutes = word.toInt(&isNumber);
    if (!isNumber)
        return {};
    return IdleRule{.action = IdleRule::Action::StopAfter, .after = std::chrono::minutes(minutes)};
}

QString addressWord(AddressKind kind)
{
    switch (kind) {
    case AddressKind::Shared:
        return u"shared"_s;
    case AddressKind::DedicatedV4:
        return u"v4"_s;
    case AddressKind::Private:
        return u"private"_s;
    }
    Q_UNREACHABLE();
}

std::optional<AddressKind> addressFrom(const QString &word)
{
    for (const auto kind : {AddressKind::Shared, AddressKind::DedicatedV4, AddressKind::Private}) {
        if (word == addressWord(kind))
            return kind;
    }
    return {};
}

QString createCommand(const InstanceSpec &spec, const Image &usual)
{
    QStringList words{u"swarmctl"_s, u"create"_s, spec.name};
    const auto add = [&words](const QString &option, const QString &value) { words << option << quoted(value); };
    add(u"--region"_s, spec.region);
    add(u"--size"_s, sizeWord(spec.size));
    add(u"--disk"_s, QString::number(spec.diskGb));
    add(u"--idle"_s, idleWord(spec.idle));
    if (spec.image != Image() || usual != Image())
        add(u"--image"_s, imageReference(spec.image));
    for (auto variable = spec.env.cbegin(); variable != spec.env.cend(); ++variable)
        add(u"--env"_s, variable.key() + u'=' + variable.value());
    if (!spec.repository.isEmpty())
        add(u"--repository"_s, spec.repository);
    if (spec.address == AddressKind::DedicatedV4)
        add(u"--address"_s, u"v4"_s);
    if (spec.address == AddressKind::Private)
        add(u"--address"_s, u"private"_s);
    for (const auto &port : spec.services)
        add(u"--port"_s, portWord(port));
    for (const auto &argument : spec.arguments)
        words << u"--argument=%1"_s.arg(quoted(argument)); // may begin with dashes itself
    return words.join(u' ');
}

QString shellCommand(const QStringList &words)
{
    QString line = u"swarmctl"_s;
    for (const auto &word : words)
        line += u' ' + quoted(word);
    return line;
}

} // namespace swarm
