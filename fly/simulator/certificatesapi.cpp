#include "fly/simulator/certificateview.h"
#include "fly/simulator/routes.h"

#include <QJsonArray>
#include <QSslCertificate>
#include <QSslKey>

#include <algorithm>
#include <expected>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

using Uploaded = std::expected<CustomCertificate, QString>;

static Response noCertificate()
{
    return errorAnswer(404, u"certificate not found"_s);
}

static QString hostnameOf(const Call &call)
{
    const auto inPath = call.name(u"hostname"_s);
    return (inPath.isEmpty() ? call.json[u"hostname"].toString() : inPath).toLower();
}

static HostCertificate *find(World &world, const Call &call, bool isCheck = false)
{
    const auto found = call.app->certificates.find(hostnameOf(call));
    if (found == call.app->certificates.end())
        return nullptr;
    found->look(world.pointsHereSince(found->hostname), world.clock().now(), isCheck);
    return &*found;
}

static std::optional<Response> hostnameProblem(const World &world, const Call &call)
{
    const auto hostname = hostnameOf(call);
    if (!isHostname(hostname))
        return errorAnswer(422, u"Hostname \"%1\" is invalid"_s.arg(hostname));
    for (const auto &[name, app] : world.apps()) {
        if (app.number != call.app->number && app.certificates.contains(hostname))
            return errorAnswer(422, u"Hostname already exists on another app"_s);
    }
    return {};
}

//! The host name's entry in the app, new or the one it has.
static HostCertificate &provide(World &world, const Call &call)
{
    auto &certificate = call.app->certificates[hostnameOf(call)];
    if (certificate.hostname.isEmpty()) {
        certificate.hostname = hostnameOf(call);
        certificate.createdAt = world.clock().stamp();
    }
    return certificate;
}

static Response created(World &world, const Call &call)
{
    return jsonAnswer(certificateDetail(*call.app, *find(world, call)), 201);
}

static Response addAcme(World &world, const Call &call)
{
    if (auto problem = hostnameProblem(world, call))
        return *problem;
    if (const auto *known = find(world, call); known && known->isAcmeRequested)
        return errorAnswer(422, u"Hostname already exists on app"_s);
    provide(world, call).requestAcme(world.clock().stamp());
    return created(world, call);
}

static bool isKey(const QByteArray &pem)
{
    return !QSslKey(pem, QSsl::Rsa).isNull() || !QSslKey(pem, QSsl::Ec).isNull();
}

static Uploaded readUpload(const QJsonObject &json, qint64 now)
{
    const auto chain = QSslCertificate::fromData(json[u"fullchain"].toString().toUtf8(), QSsl::Pem);
    if (chain.isEmpty() || chain.first().isNull())
        return std::unexpected(u"fullchain is not a PEM encoded certificate"_s);
    if (!isKey(json[u"private_key"].toString().toUtf8()))
        return std::unexpected(u"private_key is not a PEM encoded private key"_s);
    const auto &leaf = chain.first();
    const auto expiresAt = leaf.expiryDate().toMSecsSinceEpoch();
    if (expiresAt <= now)
        return std::unexpected(u"certificate has expired"_s);
    const auto organization = leaf.issuerInfo(QSslCertificate::Organization);
    return CustomCertificate{.issuer = organization.isEmpty() ? leaf.issuerDisplayName() : organization.first(),
                             .type = leaf.publicKey().algorithm() == QSsl::Ec ? u"ecdsa"_s : u"rsa"_s,
                             .createdAt = now,
                             .expiresAt = expiresAt};
}

static Response addCustom(World &world, const Call &call)
{
    if (auto problem = hostnameProblem(world, call))
        return *problem;
    const auto uploaded = readUpload(call.json, world.clock().stamp());
    if (!uploaded)
        return errorAnswer(422, uploaded.error());
    provide(world, call).upload(*uploaded);
    return created(world, call);
}

static Response list(World &world, const Call &call)
{
    constexpr int usualRows = 25;
    constexpr int mostRows = 500;
    const auto filter = call.request.queryValue(u"filter"_s).toLower();
    const auto after = call.request.queryValue(u"cursor"_s);
    const int wish = call.request.queryValue(u"limit"_s).toInt();
    const int rows = wish > 0 ? std::min(wish, mostRows) : usualRows;

    int total = 0;
    QJsonArray page;
    QString last;
    QString next;
    for (auto &certificate : call.app->certificates) {
        if (!certificate.hostname.contains(filter))
            continue;
        ++total;
        if (certificate.hostname <= after)
            continue;
        if (page.size() == rows) {
            next = last;
            continue;
        }
        certificate.look(world.pointsHereSince(certificate.hostname), world.clock().now(), false);
        page.append(certificateSummary(certificate));
        last = certificate.hostname;
    }
    return jsonAnswer(QJsonObject{{u"certificates"_s, page}, {u"next_cursor"_s, next}, {u"total_count"_s, total}});
}

static Response removeAll(const Call &call)
{
    return call.app->certificates.remove(hostnameOf(call)) > 0 ? Response{.status = 204} : noCertificate();
}

static Response removeAcme(World &world, const Call &call)
{
    auto *certificate = find(world, call);
    if (!certificate || !certificate->isAcmeRequested)
        return noCertificate();
    certificate->removeAcme(world.clock().stamp());
    return jsonAnswer(certificateDetail(*call.app, *certificate));
}

static Response removeCustom(World &world, const Call &call)
{
    auto *certificate = find(world, call);
    if (!certificate || !certificate->custom)
        return noCertificate();
    certificate->removeCustom(world.clock().stamp());
    auto view = certificateDetail(*call.app, *certificate);
    if (!certificate->isAcmeRequested)
        view.insert(u"warning"_s, u"%1 has no certificate left"_s.arg(certificate->hostname));
    return jsonAnswer(view);
}

void addCertificateRoutes(Router &router, World &world)
{
    using Kind = Router::Kind;
    const auto all = u"/v1/apps/{app}/certificates"_s;
    const auto one = all + u"/{hostname}"_s;
    router.add("GET"_ba, all, Kind::Listing, [&world](const Call &call) { return list(world, call); });
    router.add("POST"_ba, all + u"/acme"_s, Kind::Write, [&world](const Call &call) { return addAcme(world, call); });
    router.add("POST"_ba, all + u"/custom"_s, Kind::Write,
               [&world](const Call &call) { return addCustom(world, call); });
    router.add("GET"_ba, one, Kind::Read, [&world](const Call &call) {
        const auto *certificate = find(world, call);
        return certificate ? jsonAnswer(certificateDetail(*call.app, *certificate)) : noCertificate();
    });
    router.add("DELETE"_ba, one, Kind::Write, [](const Call &call) { return removeAll(call); });
    router.add("DELETE"_ba, one + u"/acme"_s, Kind::Write,
               [&world](const Call &call) { return removeAcme(world, call); });
    router.add("DELETE"_ba, one + u"/custom"_s, Kind::Write,
               [&world](const Call &call) { return removeCustom(world, call); });
    router.add("POST"_ba, one + u"/check"_s, Kind::Write, [&world](const Call &call) {
        const auto *certificate = find(world, call, true);
        return certificate ? jsonAnswer(certificateCheck(*call.app, *certificate)) : noCertificate();
    });
}

} // namespace swarm::simulator
