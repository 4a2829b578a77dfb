#pragma once

#include "fly/flypart.h"
#include "fly/flytypes.h"

namespace swarm {

//! App secrets: given to machines when a version of them is made, and never shown again.
class FlySecrets : public FlyPart
{
public:
    using FlyPart::FlyPart;

    //! GET /v1/apps/{app}/secrets. Whether values really come with `showsValues` is not known.
    [[nodiscard]] Task<Result<std::vector<AppSecret>>> list(QString app, bool showsValues, std::stop_token stop);
    //! POST /v1/apps/{app}/secrets; returns the version from which machines see them, 0 when not told. Not repeated
    //! when its answer is lost; harmless to repeat after a look.
    [[nodiscard]] Task<Result<qint64>> set(QString app, QMap<QString, QString> values, std::stop_token stop);
    //! GET /v1/apps/{app}/secrets/{name}
    [[nodiscard]] Task<Result<AppSecret>> get(QString app, QString name, std::stop_token stop);
    //! DELETE /v1/apps/{app}/secrets/{name}; returns the version from which machines no longer see it
    [[nodiscard]] Task<Result<qint64>> remove(QString app, QString name, std::stop_token stop);
};

} // namespace swarm
