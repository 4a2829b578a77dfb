#include "ui/tintediconengine.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>

using namespace Qt::StringLiterals;

namespace swarm {

TintedIconEngine::TintedIconEngine(const QString &file, const QColor &color)
    : m_drawing(std::make_shared<QSvgRenderer>(file))
    , m_file(file)
    , m_color(color)
{
}

void TintedIconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    const auto ratio = painter->device()->devicePixelRatioF();
    auto tinted = pixmap((QSizeF(rect.size()) * ratio).toSize(), mode, state);
    tinted.setDevicePixelRatio(ratio);
    painter->drawPixmap(rect, tinted);
}

QPixmap TintedIconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State)
{
    const auto color = colorFor(mode);
    const auto key = u"swarm:%1:%2:%3x%4"_s.arg(m_file, color.name()).arg(size.width()).arg(size.height());
    QPixmap tinted;
    if (QPixmapCache::find(key, &tinted))
        return tinted;
    tinted = QPixmap(size);
    tinted.fill(Qt::transparent);
    QPainter painter(&tinted);
    m_drawing->render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(tinted.rect(), color);
    painter.end();
    QPixmapCache::insert(key, tinted);
    return tinted;
}

QIconEngine *TintedIconEngine::clone() const
{
    return new TintedIconEngine(*this);
}

QColor TintedIconEngine::colorFor(QIcon::Mode mode) const
{
    if (m_color.isValid())
        return m_color;
    const auto palette = QGuiApplication::palette();
    switch (mode) {
    case QIcon::Disabled:
        return palette.color(QPalette::Disabled, QPalette::ButtonText);
    case QIcon::Selected:
        return palette.color(QPalette::Active, QPalette::HighlightedText);
    default:
        return palette.color(QPalette::Active, QPalette::ButtonText);
    }
}

} // namespace swarm
