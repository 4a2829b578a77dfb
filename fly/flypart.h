#pragma once

#include "fly/flyconnection.h"
#include "fly/flyerror.h"
#include "model/async/await.h"

#include <QtConcurrentRun>

namespace swarm {

//! What the parts of FlyClient have in common: one method per request, nothing clever, no state.
class FlyPart
{
public:
    FlyPart(FlyConnection &connection, Urgency urgency)
        : m_connection(connection)
        , m_urgency(urgency)
    {
    }

protected:
    //! Sends, and reads the answer. `parse` must be free of side effects: long answers are read on another thread.
    template <typename T> [[nodiscard]] Task<Result<T>> ask(FlyCall call, Result<T> (*parse)(const QByteArray &));
    //! Sends what is answered with no more than "done".
    [[nodiscard]] Task<Result<void>> command(FlyCall call);
    //! Asks GraphQL, and reads the data.
    template <typename T>
    [[nodiscard]] Task<Result<T>> query(GraphQlCall call, Result<T> (*parse)(const QJsonObject &));

    FlyConnection &m_connection;
    Urgency m_urgency;
};

template <typename T> Task<Result<T>> FlyPart::ask(FlyCall call, Result<T> (*parse)(const QByteArray &))
{
    constexpr qsizetype readAtOnce = 131'072; // reads in about a millisecond

    call.urgency = m_urgency;
    const auto reply = co_await m_connection.send(std::move(call));
    if (!reply)
        co_return std::unexpected(reply.error());
    if (reply->body.size() <= readAtOnce) {
        auto value = parse(reply->body);
        if (!value)
            co_return std::unexpected(withRequest(value.error(), *reply));
        co_return std::move(value);
    }
    auto value = co_await resultOf(QtConcurrent::run(parse, reply->body));
    if (!value)
        co_return std::unexpected(withRequest(value.error(), *reply));
    co_return std::move(value);
}

template <typename T> Task<Result<T>> FlyPart::query(GraphQlCall call, Result<T> (*parse)(const QJsonObject &))
{
    call.urgency = m_urgency;
    const auto data = co_await m_connection.graphql(std::move(call));
    if (!data)
        co_return std::unexpected(data.error());
    co_return parse(*data);
}

} // namespace swarm
