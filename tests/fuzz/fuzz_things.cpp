// Apps, addresses, certificates and secrets.
#include "fly/flyparser.h"
#include "tests/fuzz/fuzz.h"

using namespace swarm;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto body = bytesFrom(data, size);

    if (const auto app = appFrom(body); isRead(app))
        require(!app->name.isEmpty());
    if (const auto apps = appsFrom(body); isRead(apps))
        require(std::ranges::none_of(*apps, &QString::isEmpty, &FlyApp::name));
    if (const auto token = deployTokenFrom(body); isRead(token))
        require(!token->isEmpty());
    for (auto *parse : {addressesFrom, newAddressesFrom}) {
        if (const auto addresses = parse(body); isRead(addresses))
            require(std::ranges::none_of(*addresses, &QString::isEmpty, &IpAssignment::ip));
    }
    if (const auto certificate = certificateFrom(body); isRead(certificate))
        require(!certificate->hostname.isEmpty());
    if (const auto page = certificatePageFrom(body); isRead(page))
        require(std::ranges::none_of(page->certificates, &QString::isEmpty, &Certificate::hostname));
    if (const auto secret = secretFrom(body); isRead(secret))
        require(!secret->name.isEmpty());
    if (const auto secrets = secretsFrom(body); isRead(secrets))
        require(std::ranges::none_of(*secrets, &QString::isEmpty, &AppSecret::name));
    isRead(secretsVersionFrom(body));
    return 0;
}
