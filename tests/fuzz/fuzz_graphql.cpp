// The `data` of GraphQL answers.
#include "fly/flyparser.h"
#include "tests/fuzz/fuzz.h"

using namespace swarm;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto json = objectFrom(bytesFrom(data, size));
    if (!isRead(json))
        return 0;
    if (const auto organizations = organizationsFrom(*json); isRead(organizations))
        require(std::ranges::none_of(*organizations, &QString::isEmpty, &OrganizationRef::slug));
    if (const auto page = appPageFrom(*json); isRead(page))
        require(std::ranges::none_of(page->apps, &QString::isEmpty, &AppPage::Row::name));
    if (const auto url = appUrlFrom(*json); isRead(url))
        require(url->isValid() && !url->host().isEmpty());
    if (const auto time = appCreatedAtFrom(*json); isRead(time))
        require(time->isValid());
    if (const auto sizes = sizesFrom(*json); isRead(sizes))
        require(std::ranges::none_of(*sizes, &QString::isEmpty, &SizePrice::name));
    if (const auto token = newLimitedTokenFrom(*json); isRead(token))
        require(!token->header.isEmpty());
    isRead(viewerFrom(*json));
    isRead(limitedTokensFrom(*json));
    isRead(acknowledgedFrom(*json));
    return 0;
}
