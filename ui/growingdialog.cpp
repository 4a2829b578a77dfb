#include "ui/growingdialog.h"

#include <QLayout>

#include <algorithm>

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
    // A minimum of its own would let a dialog be narrower than its words in another language.
    setMinimumWidth(std::max(minimumWidth(), layout()->totalMinimumSize().width()));
    resize(width(), layout()->totalHeightForWidth(width()));
}

} // namespace swarm
