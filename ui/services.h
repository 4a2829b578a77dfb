#pragma once

#include "ui/desktop.h"

#include <functional>

namespace swarm {

class Clock;
class Fleet;
class InstanceStore;
class MonthCosts;
class Operations;
class Provider;
class Receipts;
class Settings;
class SignIn;
class TokenStore;
struct Configuration;

//! What windows work with. All of it outlives them.
struct Services {
    Provider &provider;
    InstanceStore &store;
    Operations &operations;
    Fleet &fleet;
    SignIn &signIn;
    TokenStore &passwords;
    Settings &settings;
    MonthCosts &months;
    const Configuration &configuration;
    const Clock &clock;
    std::function<Receipts *()> receipts = [] -> Receipts * { return nullptr; }; //!< of the open account; null: none
    Desktop desktop = {};
    bool isDemo = false;
};

} // namespace swarm
