#pragma once

#include <QToolBar>
#include <QToolButton>

class QLineEdit;

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
    //! Parts are called after `name`.
    [[nodiscard]] static QToolButton *menuButton(const QString &name, QAction &action,
                                                 QToolButton::ToolButtonPopupMode mode,
                                                 const QList<QAction *> &entries);
    void nameButtons(InstanceActions &actions);
    void setMeasures();

    QLineEdit *m_search;
};

} // namespace swarm
