#pragma once

#include "model/async/task.h"
#include "model/async/worker.h"
#include "model/copies.h"
#include "model/error.h"
#include "model/fileproblem.h"

#include <QObject>

#include <vector>

namespace swarm {

//! What was deleted with a last snapshot and can be brought back: one file each. Holds no secrets.
class Receipts : public QObject
{
    Q_OBJECT

public:
    explicit Receipts(QString folder, QObject *parent = nullptr);

    //! Reads what is there. Damaged files and those of newer versions are left alone, and told of.
    [[nodiscard]] Task<FileProblems> load();
    [[nodiscard]] const std::vector<Keepsake> &all() const { return m_all; }
    //! By the name or id of the instance, or its app.
    [[nodiscard]] const Keepsake *find(const QString &text) const;
    //! Whose days are over.
    [[nodiscard]] std::vector<Keepsake> expired(const QDateTime &now) const;

    //! Returns when it is safe on the disk.
    [[nodiscard]] Task<Result<void>> write(Keepsake keepsake);
    [[nodiscard]] Task<Result<void>> remove(InstanceId instance);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QString pathOf(const InstanceId &instance) const;

    QString m_folder;
    std::vector<Keepsake> m_all;
    Worker m_worker;
};

inline constexpr int receiptSchema = 1;

//! Without Keepsake::secrets.
[[nodiscard]] QJsonObject toJson(const Keepsake &keepsake);
[[nodiscard]] Result<Keepsake> keepsakeFromJson(const QJsonObject &json);

} // namespace swarm
