#pragma once

#include "model/async/taskscope.h"
#include "model/instance.h"
#include "model/tokenstore.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace swarm {

class LinkButton;

//! The password of an instance: dots, until asked to show or copy it. Asks the keychain only then.
class PasswordField : public QWidget
{
    Q_OBJECT

public:
    explicit PasswordField(TokenStore &passwords, QWidget *parent = nullptr);

    //! Forgets what was shown.
    void setInstance(const InstanceId &id);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void fetch(bool isForClipboard);
    void receive(const Result<QString> &password, bool isForClipboard);
    void copy(const QString &password);
    void mask();

    TokenStore &m_passwords;
    InstanceId m_instance;
    bool m_isShown = false;
    QLabel *m_text;
    LinkButton *m_show;
    LinkButton *m_copy;
    QTimer m_calm;
    TaskScope m_tasks; // last, so that its tasks go before anything they use
};

} // namespace swarm
