#include "ui/metricplot.h"

#include "ui/theme.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOptionFocusRect>

#include <algorithm>
#include <cmath>
#include <map>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

constexpr int lines = 4; //!< of the grid
constexpr double gapInSteps = 2.5;

//! The next "round" number: 1, 2, 2.5 or 5 times a power of ten.
double roundedUp(double value, double thousand)
{
    if (value <= 0)
        return 1;
    if (value >= thousand && thousand > 1000) // bytes have thousands of their own
        return thousand * roundedUp(value / thousand, thousand);
    const double power = std::pow(10, std::floor(std::log10(value)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0, 10.0}) {
        if (factor * power >= value)
            return factor * power;
    }
    return 10 * power;
}

QString timeText(const QDateTime &at, qint64 span)
{
    constexpr qint64 day = 24 * 3600;
    const auto local = at.toLocalTime();
    return span > day ? QLocale().toString(local, u"ddd d"_s) : QLocale().toString(local.time(), u"hh:mm"_s);
}

} // namespace

MetricPlot::MetricPlot(const QString &name, Format format, double thousand, QWidget *parent)
    : QWidget(parent)
    , m_format(std::move(format))
    , m_thousand(thousand)
{
    setAccessibleName(name);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumHeight(fontMetrics().height() * 6);
}

QSize MetricPlot::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 50, fontMetrics().height() * 8};
}

void MetricPlot::setCurves(std::vector<Curve> curves, const TimeRange &range)
{
    m_curves = std::move(curves);
    m_range = range;
    double most = 0;
    for (const auto &curve : m_curves) {
        for (const auto &sample : curve.samples)
            most = std::max(most, sample.value);
    }
    m_top = roundedUp(most, m_thousand);
    update();
    tell();
}

bool MetricPlot::isEmpty() const
{
    return std::ranges::all_of(m_curves, [](const Curve &curve) { return curve.samples.empty(); });
}

QString MetricPlot::reading() const
{
    if (isEmpty())
        return {};
    const auto at = m_at.value_or(m_range.to);
    QStringList words;
    for (const auto &curve : m_curves) {
        auto value = valueAt(curve.samples, at, m_range.step);
        if (!value && !m_at && !curve.samples.empty())
            value = curve.samples.back().value;
        const auto text = value ? m_format(*value) : u"–"_s;
        words << (curve.name.isEmpty() ? text : curve.name + u' ' + text);
    }
    const auto when = m_at ? QLocale().toString(m_at->toLocalTime(), u"ddd hh:mm"_s) + u": "_s : QString();
    return when + words.join(u" · "_s);
}

QRectF MetricPlot::area() const
{
    const auto metrics = fontMetrics();
    // The same for all, so that plots below each other share their times.
    const auto words = metrics.horizontalAdvance(u"100.0 MB/s"_s) + metrics.averageCharWidth();
    return QRectF(rect()).adjusted(words, metrics.height() / 2.0, -metrics.averageCharWidth(), -metrics.height() * 1.3);
}

double MetricPlot::xOf(const QDateTime &at) const
{
    const auto span = std::max<qint64>(1, m_range.from.msecsTo(m_range.to));
    const auto inside = area();
    return inside.left() + inside.width() * static_cast<double>(m_range.from.msecsTo(at)) / static_cast<double>(span);
}

double MetricPlot::yOf(double value) const
{
    const auto inside = area();
    return inside.bottom() - inside.height() * value / m_top;
}

QColor MetricPlot::colourOf(std::size_t curve) const
{
    if (m_curves[curve].isLimit)
        return secondaryText(palette());
    return curve == 0 ? palette().color(QPalette::Link) : hueColor(Hue::Changing, palette());
}

void MetricPlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(area(), palette().color(QPalette::Base));
    if (m_range.from.isValid())
        paintAxes(&painter);
    for (std::size_t index = 0; index < m_curves.size(); ++index)
        paintCurve(&painter, index);
    paintCursor(&painter);
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

void MetricPlot::paintAxes(QPainter *painter) const
{
    const auto inside = area();
    const auto metrics = fontMetrics();
    const auto grid = hairline(palette(), palette().color(QPalette::Base));
    const auto words = secondaryText(palette());
    for (int line = 0; line <= lines; line += 2) {
        const double value = m_top * line / lines;
        const double y = yOf(value);
        painter->setPen(grid);
        painter->drawLine(QPointF(inside.left(), y), QPointF(inside.right(), y));
        painter->setPen(words);
        painter->drawText(
            QRectF(0, y - metrics.height() / 2.0, inside.left() - metrics.averageCharWidth() / 2.0, metrics.height()),
            Qt::AlignRight | Qt::AlignVCenter, line == 0 ? u"0"_s : m_format(value));
    }
    const auto span = m_range.from.secsTo(m_range.to);
    for (int mark = 0; mark <= lines; ++mark) {
        const auto at = m_range.from.addSecs(span * mark / lines);
        const auto text = timeText(at, span);
        const auto width = metrics.horizontalAdvance(text) + 2;
        const double x = std::clamp(xOf(at) - width / 2.0, 0.0, rect().width() - double(width));
        painter->setPen(words);
        painter->drawText(QRectF(x, inside.bottom() + 2, width, metrics.height()), Qt::AlignCenter, text);
    }
}

void MetricPlot::paintCurve(QPainter *painter, std::size_t index) const
{
    const auto &curve = m_curves[index];
    const auto gap = static_cast<qint64>(gapInSteps * static_cast<double>(m_range.step.count()) * 1000);
    QPainterPath path;
    const Sample *before = nullptr;
    for (const auto &sample : curve.samples) {
        const QPointF point(xOf(sample.at), yOf(sample.value));
        if (!before || before->at.msecsTo(sample.at) > gap) // the machine was off
            path.moveTo(point);
        else
            path.lineTo(point);
        before = &sample;
    }
    QPen pen(colourOf(index), curve.isLimit ? 1 : 1.5);
    if (curve.isLimit)
        pen.setStyle(Qt::DashLine);
    else if (index > 0)
        pen.setStyle(Qt::DashDotLine); // told apart without colours, too
    painter->setClipRect(area().adjusted(0, -1, 1, 1));
    painter->strokePath(path, pen);
    painter->setClipping(false);
}

void MetricPlot::paintCursor(QPainter *painter) const
{
    if (!m_at || isEmpty())
        return;
    const double x = xOf(*m_at);
    painter->setPen(palette().color(QPalette::Text));
    painter->drawLine(QPointF(x, area().top()), QPointF(x, area().bottom()));
}

void MetricPlot::setCursorAt(std::optional<QDateTime> at)
{
    if (at)
        at = std::clamp(*at, m_range.from, m_range.to);
    if (at == m_at)
        return;
    m_at = at;
    update();
    tell();
}

void MetricPlot::tell()
{
    const auto words = reading();
    setAccessibleDescription(words);
    if (hasFocus()) { // what is read by keyboard is said aloud
        QAccessibleEvent event(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
    }
    Q_EMIT readingChanged(words);
}

void MetricPlot::mouseMoveEvent(QMouseEvent *event)
{
    const auto inside = area();
    const double part = (event->position().x() - inside.left()) / std::max(1.0, inside.width());
    const auto span = static_cast<double>(m_range.from.msecsTo(m_range.to));
    setCursorAt(m_range.from.addMSecs(static_cast<qint64>(part * span)));
}

void MetricPlot::leaveEvent(QEvent *)
{
    if (!hasFocus())
        setCursorAt({});
}

void MetricPlot::keyPressEvent(QKeyEvent *event)
{
    constexpr int stepsAcross = 60;
    const auto step = std::max<qint64>(m_range.step.count(), m_range.from.secsTo(m_range.to) / stepsAcross);
    const auto at = m_at.value_or(m_range.to);
    switch (event->key()) {
    case Qt::Key_Left:
        return setCursorAt(at.addSecs(-step));
    case Qt::Key_Right:
        return setCursorAt(at.addSecs(step));
    case Qt::Key_Home:
        return setCursorAt(m_range.from);
    case Qt::Key_End:
        return setCursorAt(m_range.to);
    default:
        QWidget::keyPressEvent(event);
    }
}

void MetricPlot::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void MetricPlot::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    setCursorAt({});
    update();
}

std::vector<Sample> joined(const std::vector<Series> &series)
{
    std::map<QDateTime, double> all;
    for (const auto &one : series) {
        for (const auto &sample : one.samples)
            all[sample.at] = sample.value;
    }
    std::vector<Sample> samples;
    samples.reserve(all.size());
    for (const auto &[at, value] : all)
        samples.push_back({.at = at, .value = value});
    return samples;
}

std::optional<double> valueAt(const std::vector<Sample> &samples, const QDateTime &at, std::chrono::seconds step)
{
    const auto next = std::ranges::lower_bound(samples, at, {}, &Sample::at);
    const Sample *nearest = next == samples.end() ? nullptr : &*next;
    if (next != samples.begin()) {
        const auto &before = *std::prev(next);
        if (!nearest || before.at.msecsTo(at) < at.msecsTo(nearest->at))
            nearest = &before;
    }
    if (!nearest || std::abs(nearest->at.msecsTo(at)) > 2 * step.count() * 1000)
        return {};
    return nearest->value;
}

} // namespace swarm
