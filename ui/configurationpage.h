#pragma once

#include "model/async/taskscope.h"
#include "model/error.h"
#include "ui/instancepage.h"
#include "ui/services.h"

#include <QJsonObject>

class QGridLayout;
class QLabel;
class QPlainTextEdit;

namespace swarm {

class CopyButton;
class SecondaryLabel;

//! What the machine is configured to be, with a way to change each part, and the whole of it as the provider has it.
class ConfigurationPage : public InstancePage
{
    Q_OBJECT

public:
    explicit ConfigurationPage(const Services &services, QWidget *parent = nullptr);
    ~ConfigurationPage() override;

    void setInstance(const Instance &instance, const QDateTime &now) override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void addRow(QGridLayout &grid, const QString &label, QLabel *value, const QString &name, Verb verb);
    void ask();
    void showConfiguration(const Result<QJsonObject> &config);

    Services m_services;
    Instance m_instance;
    QLabel *m_size;
    QLabel *m_image;
    QLabel *m_idle;
    QLabel *m_environment;
    QPlainTextEdit *m_raw;
    CopyButton *m_copy;
    SecondaryLabel *m_state;
    bool m_isKnown = false;
    std::unique_ptr<TaskScope> m_tasks; // last, so that its tasks go before anything they use
};

} // namespace swarm
