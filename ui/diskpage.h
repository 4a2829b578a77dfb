#pragma once

#include "model/async/taskscope.h"
#include "model/copies.h"
#include "model/error.h"
#include "model/series.h"
#include "ui/instancepage.h"
#include "ui/services.h"

class QLabel;
class QProgressBar;
class QTreeWidget;
class QVBoxLayout;

namespace swarm {

class ErrorCard;
class LinkButton;
class SecondaryLabel;

//! The disk of an instance: how full it is, its snapshots, and what a move or a rollback left beside it. Asks only
//! while somebody sees it, and again when something was done with the instance.
class DiskPage : public InstancePage
{
    Q_OBJECT

public:
    explicit DiskPage(const Services &services, QWidget *parent = nullptr);
    ~DiskPage() override;

    void setInstance(const Instance &instance, const QDateTime &now) override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildDisk(QVBoxLayout &layout);
    void buildSnapshots(QVBoxLayout &layout);
    void buildCopies(QVBoxLayout &layout);
    [[nodiscard]] LinkButton *action(const QString &text, const QString &name, Verb verb);
    //! About the snapshot that is selected, if any.
    [[nodiscard]] LinkButton *snapshotAction(const QString &text, const QString &name, Verb verb);
    void ask();
    void showUse(const Result<std::vector<Series>> &used);
    void showSnapshots(const Result<std::vector<DiskSnapshot>> &snapshots);
    void showProblem(const Error &error);
    void showCopies(const Result<std::vector<PreviousCopy>> &copies);

    Services m_services;
    Instance m_instance;
    QDateTime m_now;
    QLabel *m_size;
    QProgressBar *m_bar;
    SecondaryLabel *m_use;
    QTreeWidget *m_snapshots;
    SecondaryLabel *m_snapshotState;
    ErrorCard *m_problem;
    QWidget *m_copies;
    SecondaryLabel *m_copyWords;
    QList<LinkButton *> m_restoring; //!< need a snapshot
    bool m_isKnown = false;
    std::unique_ptr<TaskScope> m_tasks; // last, so that its tasks go before anything they use
};

} // namespace swarm
