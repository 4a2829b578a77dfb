#pragma once

#include "ui/services.h"

class QWidget;

namespace swarm {

//! Asks before an account is signed out, and says what this computer then no longer knows. `account` need not be the
//! one in use.
void askBeforeSignOut(const Services &services, const QString &account, QWidget &parent);

} // namespace swarm
