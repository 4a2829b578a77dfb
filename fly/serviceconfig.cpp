#include "fly/serviceconfig.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

constexpr int largestPort = 65535;

QString protocolOf(const QJsonObject &service)
{
    return service["protocol"_L1].toString(u"tcp"_s);
}

int internalPortOf(const QJsonObject &service)
{
    return service["internal_port"_L1].toInt();
}

//! The first service that leads there: others may have been added by other tools.
qsizetype editorsServiceIn(const QJsonArray &services)
{
    const auto isEditors = [](const QJsonValue &value) {
        const auto service = value.toObject();
        return internalPortOf(service) == editorPort && protocolOf(service) == "tcp"_L1;
    };
    const auto found = std::ranges::find_if(services, isEditors);
    return found == services.end() ? -1 : found - services.begin();
}

bool isPort(int number)
{
    return number >= 1 && number <= largestPort;
}

bool covers(const QJsonObject &entry, int number)
{
    const auto single = entry["port"_L1].toInt();
    return single == number
        || (single == 0 && entry["start_port"_L1].toInt() <= number && number <= entry["end_port"_L1].toInt());
}

bool isTaken(const QJsonArray &services, const ServicePort &port)
{
    return std::ranges::any_of(services, [&port](const QJsonValue &value) {
        const auto service = value.toObject();
        const auto ports = service["ports"_L1].toArray();
        return protocolOf(service) == port.protocol && std::ranges::any_of(ports, [&port](const QJsonValue &entry) {
                   return covers(entry.toObject(), port.port);
               });
    });
}

void openPort(QJsonArray *services, const ServicePort &port)
{
    QJsonObject entry{{u"port"_s, port.port}};
    if (!port.handlers.isEmpty())
        entry.insert(u"handlers"_s, QJsonArray::fromStringList(port.handlers));
    // One service for each port inside, however many lead to it.
    for (auto &&value : *services) {
        auto service = value.toObject();
        if (protocolOf(service) != port.protocol || internalPortOf(service) != port.internalPort)
            continue;
        auto ports = service["ports"_L1].toArray();
        ports.append(entry);
        service.insert(u"ports"_s, ports);
        value = service;
        return;
    }
    services->append(QJsonObject{
        {u"protocol"_s, port.protocol}, {u"internal_port"_s, port.internalPort}, {u"ports"_s, QJsonArray{entry}}});
}

void closePort(QJsonArray *services, const ServicePort &port)
{
    const auto editors = editorsServiceIn(*services);
    for (qsizetype i = services->size() - 1; i >= 0; --i) {
        auto service = services->at(i).toObject();
        auto ports = service["ports"_L1].toArray();
        const auto before = ports.size();
        if (i == editors || protocolOf(service) != port.protocol)
            continue;
        for (qsizetype j = before - 1; j >= 0; --j) {
            if (ports.at(j)["port"_L1].toInt() == port.port)
                ports.removeAt(j);
        }
        if (ports.size() == before)
            continue;
        if (ports.isEmpty()) {
            services->removeAt(i);
            continue;
        }
        service.insert(u"ports"_s, ports);
        services->replace(i, service);
    }
}

//! By name or server name, as the shared address tells visitors apart.
bool isToldApart(const ServicePort &port)
{
    return port.handlers.contains(u"http"_s) || port.handlers.contains(u"tls"_s);
}

} // namespace

std::vector<ServicePort> extraPorts(const QJsonObject &config)
{
    std::vector<ServicePort> ports;
    const auto services = config["services"_L1].toArray();
    const auto editors = editorsServiceIn(services);
    for (qsizetype i = 0; i < services.size(); ++i) {
        if (i == editors)
            continue;
        const auto service = services.at(i).toObject();
        for (const auto &entry : service["ports"_L1].toArray()) {
            const auto number = entry[u"port"_s].toInt();
            if (!isPort(number))
                continue;
            ServicePort port{.protocol = protocolOf(service), .port = number, .internalPort = internalPortOf(service)};
            for (const auto &handler : entry[u"handlers"_s].toArray())
                port.handlers << handler.toString();
            ports.push_back(port);
        }
    }
    return ports;
}

std::expected<QJsonObject, PortRefusal> withPorts(QJsonObject config, const std::vector<ServicePort> &added)
{
    auto services = config["services"_L1].toArray();
    for (const auto &port : added) {
        if (const auto problem = problemOfPort(port))
            return std::unexpected(PortRefusal{.problem = *problem, .port = port});
        if (isTaken(services, port))
            return std::unexpected(PortRefusal{.problem = PortProblem::Duplicate, .port = port});
        openPort(&services, port);
    }
    if (!added.empty())
        config.insert(u"services"_s, services);
    return config;
}

std::expected<QJsonObject, PortRefusal> withoutPorts(QJsonObject config, const std::vector<ServicePort> &removed)
{
    if (!config.contains("services"_L1))
        return config;
    auto services = config["services"_L1].toArray();
    for (const auto &port : removed) {
        if (isEditorsPort(port.port))
            return std::unexpected(PortRefusal{.problem = PortProblem::EditorsPort, .port = port});
        closePort(&services, port);
    }
    config.insert(u"services"_s, services);
    return config;
}

std::vector<ServicePort> portsUnheard(const std::vector<ServicePort> &ports, const std::vector<Address> &addresses)
{
    const auto has = [&addresses](Address::Kind kind) {
        return std::ranges::find(addresses, kind, &Address::kind) != addresses.end();
    };
    std::vector<ServicePort> unheard;
    if (has(Address::Kind::SharedV4) && !has(Address::Kind::V4))
        std::ranges::remove_copy_if(ports, std::back_inserter(unheard), isToldApart);
    return unheard;
}

} // namespace swarm
