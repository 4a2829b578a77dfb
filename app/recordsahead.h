#pragma once

#include "app/commonoptions.h"
#include "model/async/worker.h"
#include "model/instancefiles.h"

#include <QFuture>

#include <memory>
#include <optional>

namespace swarm {

//! Reads what the list held the last time from the very start of the program on, while all the rest of it starts: by
//! the time there is a window, its rows are there.
class RecordsAhead
{
public:
    RecordsAhead() = default;
    //! Those of the account that will be signed in.
    explicit RecordsAhead(const CommonOptions &options);

    //! What this folder holds, unless it is another one that is being read. Once.
    [[nodiscard]] std::optional<QFuture<InstanceFiles::Loaded>> take(const QString &folder);

private:
    QString m_folder;
    QFuture<InstanceFiles::Loaded> m_loaded;
    std::unique_ptr<Worker> m_worker;
};

} // namespace swarm
