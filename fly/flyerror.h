#pragma once

#include "fly/httpclient.h"
#include "model/error.h"

#include <QJsonArray>

namespace swarm {

//! What an answer outside 2xx means, judged by status, status word and text together: Fly.io has three kinds of 409,
//! four of 412 and two of 403. `hasWorked`: the same token had been accepted before, so a 401 says that it has ended.
//! What the table does not know keeps the server's text and gets the plainest code of its status.
[[nodiscard]] Error errorFrom(const HttpReply &reply, bool hasWorked);
//! What the `errors` of a GraphQL answer mean; they come with HTTP 200.
[[nodiscard]] Error errorFromGraphQl(const QJsonArray &errors, const QString &requestId, bool hasWorked);
//! Whether a request that ended like this may have been carried out all the same.
[[nodiscard]] bool mayHaveHappened(const Error &error);

//! Fly.io's id of the request, for its support; empty when it gave none.
[[nodiscard]] QString requestIdOf(const HttpReply &reply);
//! An error about an answer that came, so that it can be found in Fly.io's own logs.
[[nodiscard]] Error withRequest(Error error, const HttpReply &reply);

} // namespace swarm
