#pragma once

#include <QProxyStyle>

namespace swarm {

//! Qt's Fusion style with two things put right: frames, which it draws darker than the window and nobody sees on a dark
//! one, and the room around the words on wide push buttons, of which there is none.
class FusionFrames : public QProxyStyle
{
    Q_OBJECT

public:
    FusionFrames();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                         const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
};

} // namespace swarm
