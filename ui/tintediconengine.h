#pragma once

#include <QIconEngine>
#include <QSvgRenderer>

#include <memory>

namespace swarm {

//! Draws a one-coloured SVG in the colour that text has at the time of painting, so that it follows the palette.
class TintedIconEngine : public QIconEngine
{
public:
    //! Without a colour, the palette's.
    explicit TintedIconEngine(const QString &file, const QColor &color = {});

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QIconEngine *clone() const override;
    bool isNull() override { return !m_drawing->isValid(); }

private:
    [[nodiscard]] QColor colorFor(QIcon::Mode mode) const;

    std::shared_ptr<QSvgRenderer> m_drawing;
    QString m_file;
    QColor m_color;
};

} // namespace swarm
