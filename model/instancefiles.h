#pragma once

#include "model/async/task.h"
#include "model/async/worker.h"
#include "model/delta.h"
#include "model/fileproblem.h"

#include <QObject>

#include <vector>

namespace swarm {

class InstanceStore;

//! The records of instances on disk: one JSON file each, written whole or not at all, and a list of them all beside
//! their folder, for a fast start.
//!
//! Writing happens on a thread of its own, in order; the destructor waits for it.
class InstanceFiles : public QObject
{
    Q_OBJECT

public:
    using Problem = FileProblem;
    struct Loaded {
        Instances instances = {};
        FileProblems problems = {};
    };

    explicit InstanceFiles(QString folder, QObject *parent = nullptr);
    ~InstanceFiles() override;

    //! What a folder holds, in no order. Waits for the disk. From any thread.
    [[nodiscard]] static Loaded read(const QString &folder);
    //! Brings the list of a folder up to date. Waits for the disk. From any thread.
    static void renewList(const QString &folder);

    void save(Instances instances);
    void remove(const InstanceId &id);
    //! Keeps the files like the store from now on.
    void follow(const InstanceStore &store);
    //! Waits until everything is written.
    void flush();
    //! Returns when all that was asked for so far has been written or removed.
    [[nodiscard]] Task<> written() { return m_writer.caughtUp(); }

Q_SIGNALS:
    void failed(const QString &file, const QString &reason);

private:
    [[nodiscard]] QString pathOf(const InstanceId &id) const;
    void write(const Instance &instance); // on the writer's thread
    void apply(const InstanceDelta &delta);

    QString m_folder;
    Worker m_writer;
};

} // namespace swarm
