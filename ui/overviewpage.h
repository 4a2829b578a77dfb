#pragma once

#include "model/instance.h"
#include "model/verb.h"
#include "ui/services.h"

#include <QScrollArea>

class QGridLayout;
class QLabel;

namespace swarm {

class CopyButton;
class LinkButton;
class PasswordField;
class SecondaryLabel;

//! What there is to know about one instance, in words, and beside them what can be changed.
class OverviewPage : public QScrollArea
{
    Q_OBJECT

public:
    explicit OverviewPage(const Services &services, QWidget *parent = nullptr);

    void setInstance(const Instance &instance, const QDateTime &now);
    //! Never narrower than its words.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void changeRequested(swarm::Verb verb, const swarm::InstanceId &instance);

private:
    //! `heard`: what screen readers say, who do not see the line it stands in.
    [[nodiscard]] LinkButton *changeButton(const QString &text, const QString &heard, Verb verb);
    void addRow(const QString &label, QWidget *value, QWidget *action = nullptr);
    void showCost(const Instance &instance);

    Services m_services;
    InstanceId m_instance;
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
    QList<LinkButton *> m_changes;
    QLabel *m_cost;
    SecondaryLabel *m_restingCost;
};

} // namespace swarm
