#include "ui/widgets.h"

#include "ui/icons.h"

#include <QAccessible>
#include <QEvent>
#include <QGuiApplication>
#include <QStyleOptionToolButton>
#include <QStylePainter>

using namespace Qt::StringLiterals;

namespace swarm {

SecondaryLabel::SecondaryLabel(const QString &text, QWidget *parent)
    : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setForegroundRole(QPalette::WindowText); // on whatever ground
    tint();
}

void SecondaryLabel::setAlarming(bool alarming)
{
    if (m_isAlarming == alarming)
        return;
    m_isAlarming = alarming;
    tint();
}

void SecondaryLabel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        tint();
    QLabel::changeEvent(event);
}

void SecondaryLabel::tint()
{
    QPalette own;
    const auto general = QGuiApplication::palette();
    own.setColor(QPalette::WindowText, hueColor(m_isAlarming ? Hue::Bad : Hue::Quiet, general));
    setPalette(own);
}

LinkButton::LinkButton(const QString &text, QWidget *parent)
    : QToolButton(parent)
{
    setText(text);
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    tint();
}

void LinkButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        tint();
    QToolButton::changeEvent(event);
}

void LinkButton::tint()
{
    const auto general = QGuiApplication::palette();
    QPalette own;
    own.setColor(QPalette::Active, QPalette::ButtonText, general.color(QPalette::Link));
    own.setColor(QPalette::Inactive, QPalette::ButtonText, general.color(QPalette::Link));
    setPalette(own);
}

void PrimaryButton::initStyleOption(QStyleOptionToolButton *option) const
{
    QToolButton::initStyleOption(option);
    if (!isEnabled())
        return;
    const bool onDark = isDark(palette());
    const auto link = palette().color(QPalette::Link);
    const auto ground = onDark ? link : link.darker(135); // styles lighten buttons; white must stay readable on it
    const auto ink = onDark ? palette().color(QPalette::Base) : QColor(Qt::white);
    option->palette.setColor(QPalette::Button, ground);
    option->palette.setColor(QPalette::ButtonText, ink);
    option->icon = swarm::icon(u"list-add"_s, ink);
}

FoldButton::FoldButton(const QString &text, QWidget *parent)
    : LinkButton(text, parent)
{
    setCheckable(true);
    setArrowType(Qt::RightArrow);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(this, &QToolButton::toggled, this,
            [this](bool isOpen) { setArrowType(isOpen ? Qt::DownArrow : Qt::RightArrow); });
}

void FoldButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.state &= ~QStyle::State_On; // the arrow says it
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
}

void announce(QWidget &widget, const QString &text)
{
    widget.setAccessibleName(text); // which tells that it has changed
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent alert(&widget, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void makeHeading(QLabel &label, double scale)
{
    auto font = label.font();
    font.setPointSizeF(font.pointSizeF() * scale);
    font.setBold(true);
    label.setFont(font);
    label.setTextFormat(Qt::PlainText);
}

QLabel *valueLabel(const QString &objectName)
{
    auto *label = new QLabel;
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace swarm
