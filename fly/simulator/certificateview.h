#pragma once

#include "fly/simulator/app.h"

namespace swarm::simulator {

// How the interface shows an app's own host names.
QJsonObject certificateSummary(const HostCertificate &certificate);
QJsonObject certificateDetail(const App &app, const HostCertificate &certificate);
//! The detail, with the records that a look at the DNS gave.
QJsonObject certificateCheck(const App &app, const HostCertificate &certificate);

} // namespace swarm::simulator
