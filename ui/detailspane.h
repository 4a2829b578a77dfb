#pragma once

#include "model/instancestore.h"
#include "model/operationmodel.h"
#include "ui/services.h"

#include <QStackedWidget>

class QLabel;

namespace swarm {

class InstanceDetails;
class SecondaryLabel;

//! Everything about the selected instance, or a summary of several.
class DetailsPane : public QStackedWidget
{
    Q_OBJECT

public:
    DetailsPane(const Services &services, OperationModel &operationModel, QWidget *parent = nullptr);

    void setSelection(const QList<InstanceId> &selection);
    //! Brings words and ages up to date.
    void refresh();
    //! As wide from the first as an instance needs: the list does not jump when one is selected.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void changeRequested(swarm::Verb verb, const swarm::InstanceId &instance);
    void snapshotChangeRequested(swarm::Verb verb, const swarm::InstanceId &instance, const QString &snapshot);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *summaryPage();
    [[nodiscard]] InstanceDetails &details();
    void showSummary();

    Services m_services;
    const InstanceStore &m_store;
    OperationModel &m_operationModel;
    QList<InstanceId> m_selection;
    QLabel *m_summaryTitle;
    SecondaryLabel *m_summary;
    InstanceDetails *m_details = nullptr; //!< made when one is first selected: the window is to be there at once
};

} // namespace swarm
