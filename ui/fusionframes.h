#pragma once

#include <QProxyStyle>

namespace swarm {

//! Qt's Fusion style with three things put right: frames, which it draws darker than the window and nobody sees on a dark
//! one; the room around the words on wide push buttons, of which there is none; the one button that is chosen among
//! several, which is hard to tell from the others.
class FusionFrames : public QProxyStyle
{
    Q_OBJECT

public:
    FusionFrames();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                         const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
};

} // namespace swarm
