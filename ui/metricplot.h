#pragma once

#include "model/series.h"

#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

namespace swarm {

//! How measurements went over a stretch of time, with gaps where there are none, and a cursor that reads their values:
//! by the mouse, or by Left, Right, Home and End. Painted here and not by Qt Charts, which brings OpenGL into every
//! start of the program, and can neither leave gaps nor be read by keyboard.
class MetricPlot : public QWidget
{
    Q_OBJECT

public:
    struct Curve {
        QString name = {};
        std::vector<Sample> samples = {}; //!< oldest first
        bool isLimit = false; //!< what there is at most: dashed, and quiet
    };
    using Format = std::function<QString(double)>;

    //! `name` is what is measured; `format` puts a value into words. `thousand` is 1024 for bytes.
    MetricPlot(const QString &name, Format format, double thousand, QWidget *parent = nullptr);

    void setCurves(std::vector<Curve> curves, const TimeRange &range);
    [[nodiscard]] bool isEmpty() const;
    //! The values under the cursor, or the newest ones, in words.
    [[nodiscard]] QString reading() const;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void readingChanged(const QString &reading);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] QRectF area() const;
    [[nodiscard]] double xOf(const QDateTime &at) const;
    [[nodiscard]] double yOf(double value) const;
    [[nodiscard]] QColor colourOf(std::size_t curve) const;
    void paintAxes(QPainter *painter) const;
    void paintCurve(QPainter *painter, std::size_t index) const;
    void paintCursor(QPainter *painter) const;
    void setCursorAt(std::optional<QDateTime> at);
    void tell();

    Format m_format;
    double m_thousand;
    std::vector<Curve> m_curves;
    TimeRange m_range;
    double m_top = 1; //!< value at the upper edge
    std::optional<QDateTime> m_at; //!< where the cursor is
};

//! The same values by time, joined over the machines that an instance has had; where two overlap the later one counts.
[[nodiscard]] std::vector<Sample> joined(const std::vector<Series> &series);
//! The value at a time; nothing where none was measured within two steps.
[[nodiscard]] std::optional<double> valueAt(const std::vector<Sample> &samples, const QDateTime &at,
                                            std::chrono::seconds step);

} // namespace swarm
