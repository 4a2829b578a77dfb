#include "ui/lossquestion.h"

#include <QMessageBox>
#include <QPushButton>

namespace swarm {

QMessageBox *askBeforeLoss(QWidget &parent, const LossQuestion &question, const std::function<void()> &then)
{
    auto *box = new QMessageBox(QMessageBox::Warning, question.title, question.text, QMessageBox::NoButton, &parent);
    box->setObjectName(question.objectName);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText); // names come from others
    auto *button = box->addButton(question.verb, QMessageBox::DestructiveRole);
    button->setObjectName(question.buttonName);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    QObject::connect(button, &QPushButton::clicked, &parent, then);
    box->open();
    return box;
}

} // namespace swarm
