#pragma once

#include "model/error.h"

#include <QByteArray>

#include <cstdint>
#include <cstdlib>

//! What the fuzzer gives each of our targets.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

//! A deep copy: reading beyond its end is seen by the sanitizer.
inline QByteArray bytesFrom(const std::uint8_t *data, std::size_t size)
{
    return {reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
}

//! What must hold whatever came in; ends the run as a crash does.
inline void require(bool holds)
{
    if (!holds)
        std::abort();
}

//! Bytes that are no answer are refused in words.
template <typename T> bool isRead(const swarm::Result<T> &result)
{
    require(result || (result.error().code == swarm::ErrorCode::BadReply && !result.error().detail.isEmpty()));
    return result.has_value();
}
