#include "ui/fusionframes.h"

#include "ui/theme.h"

#include <QPainter>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

void outline(const QStyleOption &option, QPainter &painter)
{
    if (!isDark(option.palette))
        return;
    const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(hasFocus ? option.palette.color(QPalette::Link) : frameColor(option.palette));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter.restore();
}

//! Pressed alone is too faint a sign for the one that is chosen.
void highlightIfChosen(QStyleOption &option)
{
    if (!option.state.testFlag(QStyle::State_On))
        return;
    option.palette.setColor(QPalette::Button, option.palette.color(QPalette::Highlight));
    option.palette.setColor(QPalette::ButtonText, option.palette.color(QPalette::HighlightedText));
}

} // namespace

FusionFrames::FusionFrames()
    : QProxyStyle(u"fusion"_s)
{
}

void FusionFrames::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element == PE_FrameLineEdit || element == PE_IndicatorCheckBox || element == PE_Frame)
        outline(*option, *painter);
}

QSize FusionFrames::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                     const QWidget *widget) const
{
    const auto size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    if (type != CT_PushButton)
        return size;
    return size.expandedTo({contents.width() + 2 * option->fontMetrics.height(), size.height()});
}

void FusionFrames::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    const auto *button = element == CE_PushButton ? qstyleoption_cast<const QStyleOptionButton *>(option) : nullptr;
    if (!button) {
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    }
    QStyleOptionButton shown(*button);
    highlightIfChosen(shown);
    QProxyStyle::drawControl(element, &shown, painter, widget);
}

void FusionFrames::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                      const QWidget *widget) const
{
    if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
        QStyleOptionToolButton shown(*button);
        highlightIfChosen(shown);
        QProxyStyle::drawComplexControl(control, &shown, painter, widget);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_SpinBox)
        outline(*option, *painter);
}

} // namespace swarm
