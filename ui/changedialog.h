#pragma once

#include "model/instance.h"
#include "model/operationrequest.h"
#include "ui/growingdialog.h"
#include "ui/services.h"

class QGridLayout;
class QPushButton;
class QVBoxLayout;

namespace swarm {

class LinkButton;
class SecondaryLabel;

//! Asks what is to become of one instance, and begins it as an operation when it is confirmed.
//!
//! A dialog of its kind fills body(), says what it wants by request(), and calls update() whenever that changes. It
//! closes at once: the operation shows how it goes.
class ChangeDialog : public GrowingDialog
{
    Q_OBJECT

public:
    //! `name` becomes the object's name, and is for tests and screen readers' scripts; `verb` stands on the button.
    ChangeDialog(const Services &services, Instance instance, const QString &name, const QString &title,
                 const QString &verb, QWidget *parent);

    [[nodiscard]] virtual OperationRequest request() const = 0;
    //! Why that can't be done, in a sentence; empty when it can.
    [[nodiscard]] virtual QString problem() const { return {}; }
    //! Whether confirming would change anything at all.
    [[nodiscard]] virtual bool isChange() const { return true; }
    //! What it means: what restarts, what it costs, what stays. May change with every update.
    [[nodiscard]] virtual QString consequence() const { return {}; }
    //! The words after `swarmctl` that do the same; empty: there are none.
    [[nodiscard]] virtual QStringList command() const { return {}; }

protected:
    [[nodiscard]] const Services &services() const { return m_services; }
    //! As it was when the dialog opened.
    [[nodiscard]] const Instance &instance() const { return m_instance; }
    [[nodiscard]] QVBoxLayout &body() { return *m_body; }
    //! For what takes something away: Enter cancels, and the button says so in its own place.
    void makeDestructive();
    //! Brings problem, consequence and buttons up to date.
    void update();

private:
    void confirm();
    void copyCommand();

    Services m_services;
    Instance m_instance;
    QVBoxLayout *m_body;
    SecondaryLabel *m_consequence;
    SecondaryLabel *m_problem;
    LinkButton *m_copy;
    QPushButton *m_cancel;
    QPushButton *m_confirm;
};

//! A grid of labelled fields, as in all dialogs. Each label is its field's buddy and gives it its accessible name.
class FieldGrid
{
public:
    explicit FieldGrid(QVBoxLayout &body);

    void add(const QString &label, QWidget *field);
    //! Text below the field that was added last.
    void addHint(QWidget *hint);

private:
    QGridLayout *m_grid;
};

} // namespace swarm
