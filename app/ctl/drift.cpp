#include "app/ctl/drift.h"

#include "model/imagereference.h"
#include "ui/wording/commandwords.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace swarm::ctl {
namespace {

using Key = InstanceFile::Key;
using Cure = Drift::Cure;

//! A file that names no digest means whatever stands behind the tag: what runs stays.
bool isSameImage(const Image &is, const Image &wanted)
{
    return is.repository == wanted.repository && is.tag == wanted.tag
        && (wanted.digest.isEmpty() || is.digest == wanted.digest);
}

QString pairsText(const QMap<QString, QString> &values)
{
    QStringList words;
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        words << value.key() + u'=' + value.value();
    return words.isEmpty() ? u"none"_s : words.join(u' ');
}

QStringList portWords(std::vector<ServicePort> ports)
{
    QStringList words;
    for (const auto &port : ports)
        words << portWord(port);
    words.sort();
    return words;
}

QString listText(const QStringList &words)
{
    return words.isEmpty() ? u"none"_s : words.join(u' ');
}

//! All variables that the instance is to have.
QMap<QString, QString> wantedVariables(const InstanceSpec &living, const InstanceFile &file)
{
    if (file.says(Key::Environment))
        return file.spec.env;
    auto all = living.env;
    all.insert(file.spec.env);
    return all;
}

//! Looks at one thing after the other, in the order of the file.
class Comparison
{
public:
    Comparison(const InstanceSpec &living, const InstanceFile &file)
        : m_living(living)
        , m_file(file)
    {
    }

    [[nodiscard]] std::vector<Drift> run() &&
    {
        const auto &is = m_living;
        const auto &wanted = m_file.spec;
        note(Key::Region, is.region == wanted.region, is.region, wanted.region, Cure::ByHand,
             shellCommand({u"move"_s, is.name, u"--region"_s, wanted.region}));
        note(Key::Size, is.size == wanted.size, sizeWord(is.size), sizeWord(wanted.size), Cure::Change);
        noteDisk();
        note(Key::Image, isSameImage(is.image, wanted.image), imageReference(is.image), imageReference(wanted.image),
             Cure::Change);
        note(Key::Idle, is.idle == wanted.idle, idleWord(is.idle), idleWord(wanted.idle), Cure::Change);
        noteAddress();
        note(Key::Arguments, is.arguments == wanted.arguments, listText(is.arguments), listText(wanted.arguments),
             Cure::Change);
        note(Key::Ports, portWords(is.services) == portWords(wanted.services), listText(portWords(is.services)),
             listText(portWords(wanted.services)), Cure::Change);
        noteVariables();
        note(Key::Metadata, is.metadata == wanted.metadata, pairsText(is.metadata), pairsText(wanted.metadata),
             Cure::Change);
        return std::move(m_drifts);
    }

private:
    void note(Key key, bool isSame, const QString &is, const QString &wanted, Cure cure, const QString &advice = {})
    {
        if (!isSame && m_file.says(key))
            m_drifts.push_back({.key = key, .is = is, .wanted = wanted, .cure = cure, .advice = advice});
    }

    void noteVariables()
    {
        const auto wanted = wantedVariables(m_living, m_file);
        if (m_living.env != wanted)
            m_drifts.push_back({.key = Key::Environment, .is = pairsText(m_living.env), .wanted = pairsText(wanted)});
    }

    void noteDisk()
    {
        const int is = m_living.diskGb;
        const int wanted = m_file.spec.diskGb;
        note(Key::Disk, is == wanted, QString::number(is), QString::number(wanted),
             wanted > is ? Cure::Extend : Cure::ByHand, u"a disk never shrinks: say disk_gb = %1"_s.arg(is));
    }

    void noteAddress()
    {
        const auto is = m_living.address;
        const auto wanted = m_file.spec.address;
        const bool isMore = wanted == AddressKind::DedicatedV4 || (is == AddressKind::Private && wanted != is);
        note(Key::Address, is == wanted, addressWord(is), addressWord(wanted), isMore ? Cure::Address : Cure::ByHand,
             u"see what there is: "_s + shellCommand({u"address"_s, m_living.name}));
    }

    const InstanceSpec &m_living;
    const InstanceFile &m_file;
    std::vector<Drift> m_drifts;
};

//! What has to be set and what has to go, to make `is` like `wanted`.
void difference(const QMap<QString, QString> &is, const QMap<QString, QString> &wanted, QMap<QString, QString> *set,
                QStringList *unset)
{
    for (auto value = wanted.cbegin(); value != wanted.cend(); ++value) {
        if (!is.contains(value.key()) || is.value(value.key()) != value.value())
            set->insert(value.key(), value.value());
    }
    for (auto value = is.cbegin(); value != is.cend(); ++value) {
        if (!wanted.contains(value.key()))
            *unset << value.key();
    }
}

} // namespace

std::vector<Drift> driftBetween(const InstanceSpec &living, const InstanceFile &file)
{
    return Comparison(living, file).run();
}

InstanceChange changeFor(const InstanceSpec &living, const InstanceFile &file)
{
    InstanceChange change;
    const auto &wanted = file.spec;
    if (file.says(Key::Size) && living.size != wanted.size)
        change.size = wanted.size;
    if (file.says(Key::Image) && !isSameImage(living.image, wanted.image))
        change.image = wanted.image;
    if (file.says(Key::Idle) && living.idle != wanted.idle)
        change.idle = wanted.idle;
    if (file.says(Key::Arguments) && living.arguments != wanted.arguments)
        change.arguments = wanted.arguments;
    difference(living.env, wantedVariables(living, file), &change.setEnv, &change.unsetEnv);
    if (file.says(Key::Metadata))
        difference(living.metadata, wanted.metadata, &change.setMetadata, &change.unsetMetadata);
    if (file.says(Key::Ports)) {
        const auto lacks = [](const std::vector<ServicePort> &all) {
            return [&all](const ServicePort &port) { return std::ranges::find(all, port) == all.end(); };
        };
        std::ranges::copy_if(wanted.services, std::back_inserter(change.openPorts), lacks(living.services));
        std::ranges::copy_if(living.services, std::back_inserter(change.closePorts), lacks(wanted.services));
    }
    return change;
}

QString keyName(InstanceFile::Key key)
{
    switch (key) {
    case Key::Name:
        return u"name"_s;
    case Key::Region:
        return u"region"_s;
    case Key::Size:
        return u"size"_s;
    case Key::Disk:
        return u"disk_gb"_s;
    case Key::Image:
        return u"image"_s;
    case Key::Idle:
        return u"idle"_s;
    case Key::Repository:
        return u"repository"_s;
    case Key::Address:
        return u"address"_s;
    case Key::Arguments:
        return u"arguments"_s;
    case Key::Environment:
        return u"env"_s;
    case Key::Metadata:
        return u"metadata"_s;
    case Key::Ports:
        return u"ports"_s;
    }
    Q_UNREACHABLE();
}

QString driftText(const Drift &drift)
{
    return u"%1: %2 → %3"_s.arg(keyName(drift.key), drift.is, drift.wanted);
}

} // namespace swarm::ctl
