#include "ui/growingdialog.h"

#include <QLayout>

namespace swarm {

void GrowingDialog::showEvent(QShowEvent *event)
{
    fitHeight();
    QDialog::showEvent(event);
}

void GrowingDialog::growToFit()
{
    if (!isVisible())
        return;
    layout()->activate();
    if (height() < layout()->totalHeightForWidth(width()))
        fitHeight();
}

void GrowingDialog::fitHeight()
{
    layout()->activate();
    resize(width(), layout()->totalHeightForWidth(width()));
}

} // namespace swarm
