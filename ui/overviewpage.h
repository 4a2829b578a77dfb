#pragma once

#include "model/instance.h"

#include <QScrollArea>

class QGridLayout;
class QLabel;

namespace swarm {

class CopyButton;
class PasswordField;
class SecondaryLabel;
class TokenStore;

//! What there is to know about one instance, in words.
class OverviewPage : public QScrollArea
{
    Q_OBJECT

public:
    explicit OverviewPage(TokenStore &passwords, QWidget *parent = nullptr);

    void setInstance(const Instance &instance, const QDateTime &now);
    //! Never narrower than its words.
    [[nodiscard]] QSize minimumSizeHint() const override;

private:
    void addRow(const QString &label, QWidget *value, QWidget *action = nullptr);
    void showCost(const Instance &instance);

    QGridLayout *m_grid;
    QLabel *m_address;
    CopyButton *m_copyAddress;
    PasswordField *m_password;
    QLabel *m_health;
    QLabel *m_idle;
    QLabel *m_size;
    QLabel *m_disk;
    QLabel *m_region;
    QLabel *m_image;
    QLabel *m_machine;
    QLabel *m_cost;
    SecondaryLabel *m_restingCost;
};

} // namespace swarm
