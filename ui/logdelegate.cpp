#include "ui/logdelegate.h"

#include "ui/ansitext.h"
#include "ui/shownlog.h"
#include "ui/theme.h"

#include <QApplication>
#include <QPainter>

#include <array>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

//! What terminals call black to white; the bright ones are the same here. Each has to be read on the ground it is on.
QColor terminalColour(int number, const QPalette &palette, const QColor &ground, const QColor &usual)
{
    static constexpr std::array light{0x3a3a3a, 0xb3261e, 0x1e6b34, 0x7a5600, 0x1f4fa8, 0x7b3294, 0x0b6b74, 0x5c5c5c};
    static constexpr std::array dark{0xa8a8a8, 0xff8a80, 0x7bd88f, 0xe6c35c, 0x8ab4f8, 0xd7a6f0, 0x6fd3dd, 0xe8e8e8};
    const auto index = static_cast<std::size_t>(number % 8);
    const auto value = isDark(palette) ? dark[index] : light[index];
    return readable(QColor::fromRgb(static_cast<QRgb>(value)), ground, usual);
}

std::optional<Hue> hueOf(LogLine::Severity severity)
{
    switch (severity) {
    case LogLine::Severity::Error:
        return Hue::Bad;
    case LogLine::Severity::Warning:
        return Hue::Changing;
    case LogLine::Severity::Usual:
        return {};
    }
    Q_UNREACHABLE();
}

//! Behind what is looked for: as strong as can be read through.
QColor markColour(const QPalette &palette)
{
    auto colour = hueColor(Hue::Changing, palette);
    colour.setAlphaF(0.3F);
    return colour;
}

} // namespace

LogDelegate::LogDelegate(const ShownLog &lines, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_lines(lines)
{
}

void LogDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto &line = m_lines.lineAt(index);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const auto ground = option.palette.color(isSelected ? QPalette::Highlight : QPalette::Base);
    const auto usual = option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
    painter->save();
    if (isSelected)
        painter->fillRect(option.rect, ground);
    const auto metrics = option.fontMetrics;
    const int baseline = option.rect.top() + (option.rect.height() + metrics.ascent() - metrics.descent()) / 2;
    int x = option.rect.left() + metrics.averageCharWidth() / 2;
    const auto write = [&](const QString &text, const QColor &colour, bool isBold) {
        auto font = option.font;
        font.setBold(isBold);
        painter->setFont(font);
        painter->setPen(colour);
        painter->drawText(x, baseline, text);
        x += QFontMetrics(font).horizontalAdvance(text);
    };
    write(line.at.toLocalTime().toString(u"hh:mm:ss "_s),
          isSelected ? usual : readable(secondaryText(option.palette), ground, usual), false);
    const auto hue = hueOf(line.severity());
    if (hue) // what is usual needs no word
        write(line.level + u' ', isSelected ? usual : hueColor(*hue, option.palette), true);
    if (!m_lines.mark().pattern().isEmpty())
        paintMarks(*painter, option, plainText(line.text), x);
    for (const auto &run : ansiRuns(line.text)) {
        if (x > option.rect.right())
            break; // nobody sees the rest
        const auto colour =
            run.colour && !isSelected ? terminalColour(*run.colour, option.palette, ground, usual) : usual;
        write(run.text, colour, run.isBold);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(option);
        QApplication::style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter);
    }
    painter->restore();
}

void LogDelegate::paintMarks(QPainter &painter, const QStyleOptionViewItem &option, const QString &words, int x) const
{
    auto matches = m_lines.mark().globalMatch(words);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const int left = x + option.fontMetrics.horizontalAdvance(words.left(match.capturedStart()));
        if (match.capturedLength() == 0 || left > option.rect.right())
            continue;
        const int width = option.fontMetrics.horizontalAdvance(match.captured());
        painter.fillRect(QRect(left, option.rect.top(), width, option.rect.height()), markColour(option.palette));
    }
}

QSize LogDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    // The same for all; as wide as most lines are, beyond that the tool tip and the copy have it.
    Q_UNUSED(index)
    constexpr int usualWidth = 240;
    return {option.fontMetrics.averageCharWidth() * usualWidth, option.fontMetrics.height() + 2};
}

} // namespace swarm
