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

void FusionFrames::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                      const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_SpinBox)
        outline(*option, *painter);
}

} // namespace swarm
