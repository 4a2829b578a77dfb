// What answers outside 2xx mean.
#include "fly/flyerror.h"
#include "tests/fuzz/fuzz.h"

#include <QJsonDocument>

#include <array>

using namespace swarm;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr std::array statuses{400, 401, 402, 403, 404, 405, 408, 409, 412, 422, 429, 500, 502, 503, 302, 999};
    constexpr int longestRetryAfter = 24 * 60 * 60;
    const auto body = bytesFrom(data, size);
    for (const int status : statuses) {
        const HttpReply reply{.status = status,
                              .headers = {{"Retry-After", body.left(20)}, {"fly-request-id", body.left(40)}},
                              .body = body};
        const auto error = errorFrom(reply, size % 2 == 0);
        require(error.httpStatus == status && !error.detail.isEmpty() && error.code != ErrorCode::Cancelled);
        require(error.retryAfter.count() >= 0 && error.retryAfter.count() <= longestRetryAfter);
    }
    const auto errors = QJsonDocument::fromJson(body).array();
    if (!errors.isEmpty())
        require(!errorFromGraphQl(errors, {}, size % 2 == 0).detail.isEmpty());
    return 0;
}
