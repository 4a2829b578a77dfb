#pragma once

#include "ui/theme.h"

#include <QLabel>
#include <QToolButton>

namespace swarm {

//! Text of second rank that wraps.
class SecondaryLabel : public QLabel
{
    Q_OBJECT

public:
    explicit SecondaryLabel(const QString &text = {}, QWidget *parent = nullptr);

    //! In the colour of what is wrong, for as long as it says so.
    void setAlarming(bool alarming);

protected:
    void changeEvent(QEvent *event) override;

private:
    void tint();

    bool m_isAlarming = false;
};

//! A word that does something, where a framed button would be too loud.
class LinkButton : public QToolButton
{
    Q_OBJECT

public:
    explicit LinkButton(const QString &text, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void tint();
};

//! The one button that the eye should find first.
class PrimaryButton : public QToolButton
{
    Q_OBJECT

public:
    using QToolButton::QToolButton;

protected:
    void initStyleOption(QStyleOptionToolButton *option) const override;
};

//! A small arrow that opens and closes what is below it.
class FoldButton : public LinkButton
{
    Q_OBJECT

public:
    explicit FoldButton(const QString &text, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

//! Lets screen readers say now what `widget` is called, since it tells of something that has just happened. (The event
//! made for this is newer than Debian 12's Qt: a changed name and an alert say the same.)
void announce(QWidget &widget, const QString &text);
//! `label` in a larger size, as a heading.
void makeHeading(QLabel &label, double scale);
//! Text that can be selected and copied, wraps, and never shows markup.
[[nodiscard]] QLabel *valueLabel(const QString &objectName);

} // namespace swarm
