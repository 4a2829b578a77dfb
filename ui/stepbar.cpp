#include "ui/stepbar.h"

#include <QEvent>
#include <QGuiApplication>

namespace swarm {

StepBar::StepBar(QWidget *parent)
    : QProgressBar(parent)
{
    setTextVisible(false);
    tint();
}

void StepBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        tint();
    QProgressBar::changeEvent(event);
}

void StepBar::tint()
{
    // Selections are pale, progress is not.
    QPalette own;
    own.setColor(QPalette::Highlight, QGuiApplication::palette().color(QPalette::Link));
    setPalette(own);
}

} // namespace swarm
