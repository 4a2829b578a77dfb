#pragma once

#include "fly/simulator/response.h"
#include "fly/simulator/token.h"
#include "fly/simulator/world.h"

namespace swarm::simulator {

//! A request on its way to the function that serves it: matched, admitted, with the things it names already found.
//! The pointers hold during the call only; who answers later keeps ids.
struct Call {
    Request request = {};
    QString route = {};
    QMap<QString, QString> names = {}; //!< what stood at `{app}`, `{id}`, `{key}` …
    QJsonObject json = {};
    Token token = {};
    App *app = nullptr;
    Machine *machine = nullptr;
    Volume *volume = nullptr;

    QString name(const QString &key) const { return names.value(key); }
};

} // namespace swarm::simulator
