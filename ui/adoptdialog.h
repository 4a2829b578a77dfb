#pragma once

#include "model/async/taskscope.h"
#include "model/error.h"
#include "model/orphan.h"
#include "ui/growingdialog.h"
#include "ui/services.h"

#include <vector>

class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace swarm {

class SecondaryLabel;

//! Editors that somebody else made, to be taken into the swarm.
class AdoptDialog : public GrowingDialog
{
    Q_OBJECT

public:
    explicit AdoptDialog(const Services &services, QWidget *parent = nullptr);

private:
    void showCandidates(const Result<std::vector<AdoptionCandidate>> &found);
    void choose();
    void update();
    [[nodiscard]] QString problem() const;
    void adopt();

    Services m_services;
    std::vector<AdoptionCandidate> m_candidates;
    SecondaryLabel *m_state;
    QTreeWidget *m_list;
    SecondaryLabel *m_caution;
    QLineEdit *m_name;
    SecondaryLabel *m_problem;
    QPushButton *m_adopt;
    TaskScope m_tasks; // last, so that its tasks go before anything they use
};

} // namespace swarm
