#pragma once

#include "fly/httpclient.h"
#include "model/error.h"

#include <QJsonArray>

namespace swarm {

//! What an answer outside 2xx means, judged by status and text together: Fly.io has three kinds of 409, four of 412
//! and two of 403. `hasWorked`: the same token had been accepted before, so a 401 says that it has ended.
[[nodiscard]] Error errorFrom(const HttpReply &reply, bool hasWorked);
//! What the `errors` of a GraphQL answer mean; they come with HTTP 200.
[[nodiscard]] Error errorFromGraphQl(const QJsonArray &errors, const QString &requestId, bool hasWorked);
//! Whether a request that ended like this may have been carried out all the same.
[[nodiscard]] bool mayHaveHappened(const Error &error);

} // namespace swarm
