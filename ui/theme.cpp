#include "ui/theme.h"

#include "ui/fusionframes.h"

#include <QApplication>
#include <QStyle>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

struct Tones {
    QRgb window, base, alternate, text, button, highlight, highlightedText, link, disabled, placeholder, tip;
};
constexpr Tones light{.window = 0xfff6f6f7,
                      .base = 0xffffffff,
                      .alternate = 0xfffafafb,
                      .text = 0xff1d2024,
                      .button = 0xfffdfdfd,
                      .highlight = 0xffd6e4fb,
                      .highlightedText = 0xff14171a,
                      .link = 0xff1a5fc4,
                      .disabled = 0xff8b9097,
                      .placeholder = 0xff6b7178,
                      .tip = 0xffffffff};
constexpr Tones dark{.window = 0xff202225,
                     .base = 0xff282b2f,
                     .alternate = 0xff2c2f34,
                     .text = 0xffeceef0,
                     .button = 0xff363a40,
                     .highlight = 0xff2f4a75,
                     .highlightedText = 0xffffffff,
                     .link = 0xff82b4ff,
                     .disabled = 0xff7c828a,
                     .placeholder = 0xff9ba1a9,
                     .tip = 0xff363a40};

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QColor mixed(const QColor &one, const QColor &other, double shareOfOne)
{
    const auto mix = [shareOfOne](int a, int b) {
        return static_cast<int>(std::lround(a * shareOfOne + b * (1 - shareOfOne)));
    };
    return {mix(one.red(), other.red()), mix(one.green(), other.green()), mix(one.blue(), other.blue())};
}

} // namespace

QPalette themePalette(bool isDarkOne)
{
    const auto &tones = isDarkOne ? dark : light;
    QPalette palette(QColor(tones.button), QColor(tones.window));
    palette.setColor(QPalette::WindowText, tones.text);
    palette.setColor(QPalette::Base, tones.base);
    palette.setColor(QPalette::AlternateBase, tones.alternate);
    palette.setColor(QPalette::Text, tones.text);
    palette.setColor(QPalette::Button, tones.button);
    palette.setColor(QPalette::ButtonText, tones.text);
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::Highlight, tones.highlight);
    palette.setColor(QPalette::HighlightedText, tones.highlightedText);
    palette.setColor(QPalette::Link, tones.link);
    palette.setColor(QPalette::LinkVisited, tones.link);
    palette.setColor(QPalette::PlaceholderText, tones.placeholder);
    palette.setColor(QPalette::ToolTipBase, tones.tip);
    palette.setColor(QPalette::ToolTipText, tones.text);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, tones.disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, mixed(tones.highlight, tones.base, 0.5));
    return palette;
}

void applyTheme(QApplication &application, bool isDarkOne)
{
    const bool isFusion = application.style()->name().compare("fusion"_L1, Qt::CaseInsensitive) == 0;
    if (isFusion && !qobject_cast<FusionFrames *>(application.style()))
        application.setStyle(new FusionFrames);
    application.setPalette(themePalette(isDarkOne));
}

bool isDark(const QPalette &palette)
{
    return luminance(palette.color(QPalette::Window)) < luminance(palette.color(QPalette::WindowText));
}

QColor hueColor(Hue hue, const QPalette &palette)
{
    const bool onDark = isDark(palette);
    switch (hue) {
    case Hue::Good:
        return onDark ? QColor(0x63c584) : QColor(0x17683a);
    case Hue::Changing:
        return onDark ? QColor(0xe9a83f) : QColor(0x825000);
    case Hue::Bad:
        return onDark ? QColor(0xff8a7d) : QColor(0xb3261e);
    case Hue::Quiet:
        return secondaryText(palette);
    }
    Q_UNREACHABLE();
}

QColor secondaryText(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Active, QPalette::WindowText), palette.color(QPalette::Window), 0.68);
}

QColor hairline(const QPalette &palette, const QColor &ground)
{
    return mixed(palette.color(QPalette::Active, QPalette::WindowText), ground, 0.08);
}

QColor frameColor(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Active, QPalette::WindowText), palette.color(QPalette::Window), 0.35);
}

QColor readable(const QColor &wanted, const QColor &background, const QColor &otherwise)
{
    return contrast(wanted, background) >= 3 ? wanted : otherwise;
}

double contrast(const QColor &one, const QColor &other)
{
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace swarm
