#pragma once

#include <QToolBar>

class QLineEdit;
class QToolButton;

namespace swarm {

class AccountButton;
class InstanceActions;

//! What stands above the list: what can be done with the selection, the search, the account.
class ToolBar : public QToolBar
{
    Q_OBJECT

public:
    ToolBar(QAction &create, InstanceActions &actions, AccountButton *account, QWidget *parent = nullptr);

    [[nodiscard]] QLineEdit *search() const { return m_search; }

private:
    void buildSearch();
    [[nodiscard]] QToolButton *stopButton(InstanceActions &actions) const;
    [[nodiscard]] QToolButton *changeButton(InstanceActions &actions) const;
    void nameButtons(InstanceActions &actions);
    void setMeasures();

    QLineEdit *m_search;
};

} // namespace swarm
