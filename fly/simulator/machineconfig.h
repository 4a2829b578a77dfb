#pragma once

#include "fly/simulator/response.h"

#include <QJsonObject>

#include <optional>

namespace swarm::simulator {

//! What is wrong with a machine's config in itself, as the answer that Fly gives; nothing when it is fine.
std::optional<Response> configProblem(const QJsonObject &config);
std::optional<Response> guestProblem(const QJsonObject &guest);

//! The config as Fly hands it back: with defaults added and a few members rewritten.
QJsonObject storedConfig(QJsonObject config);

//! `registry, repository, tag, digest` of an image reference.
QJsonObject imageRef(const QString &image);

} // namespace swarm::simulator
