#include "app/recordsahead.h"

#include "app/paths.h"
#include "model/settings.h"
#include "model/signin.h"

#include <utility>

namespace swarm {

RecordsAhead::RecordsAhead(const CommonOptions &options)
{
    const Paths paths;
    const Settings settings(paths.settings());
    const auto host = hostKey(options.endpoints.api);
    const auto account = options.account.isEmpty() ? settings.currentAccount(host) : options.account;
    const auto organization = SignIn::lastOrganization(settings, host, account, options.configuration.organization);
    if (account.isEmpty() || organization.isEmpty())
        return;
    m_folder = Paths::instances(paths.place(host, account, organization));
    m_worker = std::make_unique<Worker>();
    m_loaded = m_worker->run([folder = m_folder] { return InstanceFiles::read(folder); });
}

std::optional<QFuture<InstanceFiles::Loaded>> RecordsAhead::take(const QString &folder)
{
    if (m_folder.isEmpty() || std::exchange(m_folder, {}) != folder)
        return std::nullopt;
    return m_loaded;
}

} // namespace swarm
