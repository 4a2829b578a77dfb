#include "ui/timelineview.h"

#include "ui/marklabel.h"
#include "ui/widgets.h"
#include "ui/wording/eventwords.h"

#include <QGridLayout>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

constexpr std::size_t mostShown = 100;

StateMark markOf(const Happening &happening)
{
    using What = Happening::What;
    using Shape = StateMark::Shape;
    switch (happening.what) {
    case What::Created:
    case What::Started:
    case What::Woken:
    case What::Restarted:
        return {Shape::Dot, Hue::Good};
    case What::Stopped:
    case What::Quit:
        return {Shape::Square, Hue::Quiet};
    case What::Suspended:
        return {Shape::Bars, Hue::Quiet};
    case What::CouldNotStart:
    case What::OutOfMemory:
    case What::Crashed:
    case What::UpdateTakenBack:
        return {Shape::Triangle, Hue::Bad};
    case What::Updated:
    case What::Operation:
        if (happening.operation && happening.operation->state == Operation::State::Failed)
            return {Shape::Triangle, Hue::Bad};
        return {Shape::Check, Hue::Quiet};
    case What::Moved:
    case What::Removed:
    case What::Other:
        return {Shape::Dot, Hue::Quiet};
    }
    Q_UNREACHABLE();
}

} // namespace

TimelineView::TimelineView(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_operations(services.operations, services.clock)
    , m_grid(new QGridLayout)
    , m_nothing(new SecondaryLabel(tr("Fly.io has not told of its machine yet.")))
{
    setObjectName(u"timeline"_s);
    const auto em = fontMetrics().height();
    auto *heading = new QLabel(tr("What happened to it"));
    makeHeading(*heading, 1.0);
    m_nothing->setObjectName(u"noTimeline"_s);
    m_grid->setHorizontalSpacing(em / 2);
    m_grid->setVerticalSpacing(em / 4);
    m_grid->setColumnStretch(2, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(em / 4);
    layout->addWidget(heading);
    layout->addWidget(m_nothing);
    layout->addLayout(m_grid);
    connect(&m_operations, &OperationMemory::changed, this, [this](const QString &instance) {
        if (instance == m_instance.id)
            update();
    });
}

void TimelineView::setInstance(const Instance &instance, const QDateTime &now)
{
    const auto today = now.toLocalTime().date();
    if (instance.id == m_instance.id && instance.events == m_instance.events && instance.idle == m_instance.idle
        && today == m_today)
        return;
    m_instance = instance;
    m_today = today;
    update();
}

void TimelineView::showEvent(QShowEvent *event)
{
    if (m_isDue)
        update();
    QWidget::showEvent(event);
}

void TimelineView::update()
{
    m_isDue = !isVisibleTo(window()); // behind another tab
    if (m_isDue)
        return;
    const auto told = timelineOf(m_instance, m_operations.all(), m_operations.since());
    const auto count = std::min(told.size(), mostShown);
    QDate last;
    for (std::size_t i = 0; i < count; ++i) {
        const auto day = told[i].at.toLocalTime().date();
        fill(rowAt(i), told[i], day == last ? QString() : dayText(day, m_today));
        last = day;
    }
    for (auto i = count; i < m_rows.size(); ++i) {
        const auto &row = m_rows[i];
        for (auto *part : std::initializer_list<QWidget *>{row.day, row.time, row.mark, row.text})
            part->hide();
    }
    m_nothing->setVisible(count == 0);
}

TimelineView::Row &TimelineView::rowAt(std::size_t index)
{
    if (index < m_rows.size())
        return m_rows[index];
    Row row{.day = new SecondaryLabel, .time = new SecondaryLabel, .mark = new MarkLabel, .text = new QLabel};
    const int line = static_cast<int>(index) * 2;
    row.day->setObjectName(u"happeningDay"_s);
    row.day->setContentsMargins(0, fontMetrics().height() / 3, 0, 0);
    row.time->setObjectName(u"happeningTime"_s);
    row.time->setWordWrap(false);
    row.text->setObjectName(u"happeningText"_s);
    row.text->setTextFormat(Qt::PlainText);
    row.text->setWordWrap(true);
    m_grid->addWidget(row.day, line, 0, 1, 3);
    m_grid->addWidget(row.time, line + 1, 0, Qt::AlignTop | Qt::AlignRight);
    m_grid->addWidget(row.mark, line + 1, 1, Qt::AlignTop);
    m_grid->addWidget(row.text, line + 1, 2);
    m_rows.push_back(row);
    return m_rows.back();
}

void TimelineView::fill(Row &row, const Happening &happening, const QString &day)
{
    row.day->setText(day);
    row.day->setVisible(!day.isEmpty());
    row.time->setText(timeOfDayText(happening.at));
    row.time->setToolTip(QLocale().toString(happening.at.toLocalTime(), QLocale::LongFormat));
    row.time->show();
    row.mark->setMark(markOf(happening));
    row.mark->show();
    row.text->setText(happeningText(happening, m_instance.idle));
    row.text->show();
}

} // namespace swarm
