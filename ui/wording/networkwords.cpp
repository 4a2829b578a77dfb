#include "ui/wording/networkwords.h"

#include "model/prices.h"
#include "ui/wording/instancewords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

using Purpose = Domain::Record::Purpose;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(swarm::Network)
};

QString priceText(double perMonth)
{
    //: %1 is an amount such as $2.00
    return perMonth > 0 ? Words::tr("about %1 a month").arg(moneyText(perMonth)) : Words::tr("free");
}

QString linesOf(const Domain &domain, Purpose purpose)
{
    QString lines;
    for (const auto &record : domain.records) {
        if (record.purpose == purpose)
            lines += u"\n    "_s + recordText(record);
    }
    return lines;
}

} // namespace

QString addressKindText(Address::Kind kind)
{
    switch (kind) {
    case Address::Kind::SharedV4:
        return Words::tr("Shared IPv4");
    case Address::Kind::V4:
        return Words::tr("Dedicated IPv4");
    case Address::Kind::V6:
        return Words::tr("IPv6");
    case Address::Kind::Private:
        return Words::tr("Private IPv6");
    case Address::Kind::EgressV4:
        return Words::tr("Outgoing IPv4");
    case Address::Kind::EgressV6:
        return Words::tr("Outgoing IPv6");
    case Address::Kind::Unknown:
        return Words::tr("Other address");
    }
    Q_UNREACHABLE();
}

QString addressPriceText(const Address &address)
{
    if (address.kind == Address::Kind::EgressV6)
        return Words::tr("with its IPv4");
    return priceText(address.perMonth);
}

QString addressOfferText(AddressRequest::Kind kind)
{
    const auto price = priceText(perMonth(kind));
    switch (kind) {
    case AddressRequest::Kind::SharedV4:
        //: %1 is a price such as "free", here and in what follows
        return Words::tr("Shared IPv4, %1: for the editor, and for ports with HTTP or TLS.").arg(price);
    case AddressRequest::Kind::V4:
        return Words::tr("Dedicated IPv4, %1, also while the instance is stopped: for any port.").arg(price);
    case AddressRequest::Kind::V6:
        return Words::tr("IPv6, %1: for any port, where visitors have IPv6.").arg(price);
    case AddressRequest::Kind::Private:
        return Words::tr("Private IPv6, %1: for visitors on a private network only.").arg(price);
    case AddressRequest::Kind::Egress:
        return Words::tr("Outgoing IPv4 and IPv6, %1, also while the instance is stopped: it always calls from the "
                         "same addresses.")
            .arg(price);
    }
    Q_UNREACHABLE();
}

QString lastAddressText(const QString &ip)
{
    return Words::tr("%1 is the last address of this instance. Without it nobody can reach the editor.").arg(ip);
}

QString domainStateText(const Domain &domain, const QDateTime &now)
{
    switch (domain.state) {
    case Domain::State::AwaitingDns:
        return Words::tr("Waiting for the DNS");
    case Domain::State::Issuing:
        return Words::tr("Getting the certificate");
    case Domain::State::Ready:
        if (!domain.expiresAt.isValid())
            return Words::tr("Ready");
        return domain.expiresAt <= now ? Words::tr("Expired on %1").arg(dateText(domain.expiresAt.date()))
                                       : Words::tr("Ready until %1").arg(dateText(domain.expiresAt.date()));
    case Domain::State::Failed:
        return Words::tr("No certificate");
    case Domain::State::Unknown:
        return domain.word.isEmpty() ? Words::tr("Unknown") : domain.word;
    }
    Q_UNREACHABLE();
}

QString recordText(const Domain::Record &record)
{
    return u"%1 %2 → %3"_s.arg(record.type, record.name, record.value);
}

QString recordsText(const Domain &domain)
{
    const auto alias = linesOf(domain, Purpose::Alias);
    const auto addresses = linesOf(domain, Purpose::Address);
    const auto challenge = linesOf(domain, Purpose::Challenge);
    const auto ownership = linesOf(domain, Purpose::Ownership);
    QStringList parts;
    if (!alias.isEmpty() && !addresses.isEmpty()) {
        parts << Words::tr("Set this record where the DNS of %1 is kept:").arg(domain.hostname) + alias;
        parts << Words::tr("Or, where an alias is not possible, these:") + addresses;
    } else if (!alias.isEmpty() || !addresses.isEmpty()) {
        parts << Words::tr("Set this where the DNS of %1 is kept:").arg(domain.hostname) + alias + addresses;
    }
    if (!challenge.isEmpty()) {
        const auto why = domain.isForAllNamesBelow()
            ? Words::tr("This one is needed too, for a certificate with *:")
            : Words::tr("With this one the certificate is ready before visitors are sent here:");
        parts << why + challenge;
    }
    if (!ownership.isEmpty())
        parts << Words::tr("Only when a proxy stands in front of it, this shows that the name is yours:") + ownership;
    return parts.join(u'\n');
}

QString domainPriceText(const QString &hostname)
{
    const auto &prices = PriceTable::current();
    if (hostname.startsWith("*."_L1))
        return Words::tr("A name with * costs %1.").arg(priceText(prices.wildcardPerMonth));
    return Words::tr("The first %1 host names of an organization are free, then each costs %2.")
        .arg(prices.freeCertificates)
        .arg(priceText(prices.certificatePerMonth));
}

QString hostnameProblemText(HostnameProblem problem)
{
    switch (problem) {
    case HostnameProblem::Empty:
        return Words::tr("Type a host name, such as code.example.com.");
    case HostnameProblem::HasScheme:
        return Words::tr("Type the host name alone, without https://.");
    case HostnameProblem::HasPath:
        return Words::tr("Type the host name alone, without what follows a slash.");
    case HostnameProblem::HasPort:
        return Words::tr("Type the host name alone, without a port.");
    case HostnameProblem::IpAddress:
        return Words::tr("Type a host name, not an IP address.");
    case HostnameProblem::Characters:
        return Words::tr("Host names have letters, digits and dashes, with dots between.");
    case HostnameProblem::TooLong:
        return Words::tr("Host names have at most 63 characters between dots, and 253 in all.");
    case HostnameProblem::NoDomain:
        return Words::tr("Type the whole host name, such as code.example.com.");
    case HostnameProblem::FlyOwn:
        return Words::tr("Names below fly.dev belong to Fly.io. Use a host name of your own.");
    }
    Q_UNREACHABLE();
}

QString portText(const ServicePort &port)
{
    const auto text = u"%1/%2 → %3"_s.arg(port.port).arg(port.protocol).arg(port.internalPort);
    return port.handlers.isEmpty() ? text : u"%1 (%2)"_s.arg(text, port.handlers.join(u", "_s));
}

QString portRefusalText(const PortRefusal &refusal)
{
    const auto &port = refusal.port;
    switch (refusal.problem) {
    case PortProblem::PortRange:
        return Words::tr("%1 is not a port: use a number from 1 to 65535.").arg(port.port);
    case PortProblem::InternalPortRange:
        return Words::tr("%1 is not a port of the instance: use a number from 1 to 65535.").arg(port.internalPort);
    case PortProblem::Protocol:
        return Words::tr("Use tcp or udp, not \"%1\".").arg(port.protocol);
    case PortProblem::EditorsPort:
        return Words::tr("Port %1 leads to the editor. Use another one.").arg(port.port);
    case PortProblem::EditorInside:
        return Words::tr("Port %1 inside the instance is the editor's own: it is reached by https only.")
            .arg(port.internalPort);
    case PortProblem::Handler:
        return Words::tr("Port %1: the handlers are http, tls, pg_tls and proxy_proto.").arg(port.port);
    case PortProblem::UdpHandlers:
        return Words::tr("Port %1: udp has no handlers.").arg(port.port);
    case PortProblem::Duplicate:
        return Words::tr("Port %1 is open already.").arg(port.port);
    }
    Q_UNREACHABLE();
}

QString unheardPortsText(const std::vector<ServicePort> &ports)
{
    if (ports.empty())
        return {};
    QStringList numbers;
    for (const auto &port : ports)
        numbers << u"%1/%2"_s.arg(port.port).arg(port.protocol);
    const auto text = ports.size() == 1
        ? Words::tr("The shared IPv4 carries HTTP and TLS only: %1 does not work over it. Add a dedicated IPv4, %2.")
        : Words::tr("The shared IPv4 carries HTTP and TLS only: %1 do not work over it. Add a dedicated IPv4, %2.");
    return text.arg(numbers.join(u", "_s), priceText(dedicatedV4PerMonth()));
}

} // namespace swarm
