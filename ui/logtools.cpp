#include "ui/logtools.h"

#include "ui/widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

constexpr auto untilTyped = std::chrono::milliseconds(200);

} // namespace

LogTools::LogTools(QWidget *parent)
    : QWidget(parent)
    , m_pattern(new QLineEdit)
    , m_previous(new QToolButton)
    , m_next(new QToolButton)
    , m_matchesOnly(new QCheckBox(tr("Only what matches")))
    , m_source(new QComboBox)
    , m_level(new QComboBox)
    , m_pause(new QToolButton)
    , m_save(new LinkButton(tr("Save…")))
{
    setObjectName(u"logTools"_s);
    buildSearch();
    buildFilters();
    m_pause->setObjectName(u"logPause"_s);
    m_pause->setText(tr("Pause"));
    m_pause->setCheckable(true);
    connect(m_pause, &QToolButton::toggled, this, [this](bool isPaused) {
        m_pause->setText(isPaused ? tr("Resume") : tr("Pause"));
        Q_EMIT pauseToggled(isPaused);
    });
    m_save->setObjectName(u"logSave"_s);
    connect(m_save, &QToolButton::clicked, this, &LogTools::saveRequested);

    auto *search = new QHBoxLayout;
    search->addWidget(m_pattern, 1);
    search->addWidget(m_previous);
    search->addWidget(m_next);
    search->addWidget(m_pause);
    auto *filters = new QHBoxLayout;
    filters->addWidget(m_matchesOnly);
    filters->addStretch();
    filters->addWidget(m_source);
    filters->addWidget(m_level);
    filters->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(fontMetrics().height() / 3);
    layout->addLayout(search);
    layout->addLayout(filters);
}

void LogTools::buildSearch()
{
    m_pattern->setObjectName(u"logPattern"_s);
    m_pattern->setAccessibleName(tr("Look for a regular expression"));
    m_pattern->setPlaceholderText(tr("Look for, as a regular expression"));
    m_pattern->setClearButtonEnabled(true);
    m_typed.setSingleShot(true);
    m_typed.setInterval(untilTyped);
    connect(m_pattern, &QLineEdit::textChanged, &m_typed, qOverload<>(&QTimer::start));
    connect(&m_typed, &QTimer::timeout, this, &LogTools::typed);
    connect(m_pattern, &QLineEdit::returnPressed, this, [this] {
        if (m_typed.isActive())
            typed();
        if (!showsMatchesOnly())
            Q_EMIT findRequested(LineFinder::Direction::Next);
    });
    const auto arrow = [this](QToolButton *button, Qt::ArrowType type, const QString &name, const QString &text,
                              const QKeySequence &key, LineFinder::Direction direction) {
        button->setObjectName(name);
        button->setArrowType(type);
        button->setAccessibleName(text);
        button->setShortcut(key);
        button->setToolTip(u"%1 (%2)"_s.arg(text, key.toString(QKeySequence::NativeText)));
        connect(button, &QToolButton::clicked, this, [this, direction] { Q_EMIT findRequested(direction); });
    };
    arrow(m_previous, Qt::UpArrow, u"findPrevious"_s, tr("Match before"), QKeySequence(Qt::SHIFT | Qt::Key_F3),
          LineFinder::Direction::Previous);
    arrow(m_next, Qt::DownArrow, u"findNext"_s, tr("Next match"), QKeySequence(Qt::Key_F3),
          LineFinder::Direction::Next);
    m_previous->setEnabled(false);
    m_next->setEnabled(false);
}

void LogTools::buildFilters()
{
    m_matchesOnly->setObjectName(u"matchesOnly"_s);
    m_matchesOnly->setChecked(true);
    connect(m_matchesOnly, &QCheckBox::toggled, this, &LogTools::changed);
    m_source->setObjectName(u"logSource"_s);
    m_source->setAccessibleName(tr("Source of the lines"));
    m_source->addItem(tr("All sources"), -1);
    m_source->addItem(tr("Editor"), static_cast<int>(LogLine::Source::Editor));
    m_source->addItem(tr("Machine"), static_cast<int>(LogLine::Source::Machine));
    m_source->addItem(tr("Proxy"), static_cast<int>(LogLine::Source::Proxy));
    connect(m_source, &QComboBox::currentIndexChanged, this, &LogTools::changed);
    m_level->setObjectName(u"logLevels"_s);
    m_level->setAccessibleName(tr("Level of the lines"));
    m_level->addItem(tr("All levels"), static_cast<int>(LogLine::Severity::Usual));
    m_level->addItem(tr("Warnings, errors"), static_cast<int>(LogLine::Severity::Warning));
    m_level->addItem(tr("Errors"), static_cast<int>(LogLine::Severity::Error));
    connect(m_level, &QComboBox::currentIndexChanged, this, &LogTools::changed);
}

void LogTools::typed()
{
    m_typed.stop();
    const bool hasPattern = !m_pattern->text().isEmpty();
    m_previous->setEnabled(hasPattern);
    m_next->setEnabled(hasPattern);
    Q_EMIT changed();
}

QString LogTools::pattern() const
{
    return m_pattern->text();
}

bool LogTools::showsMatchesOnly() const
{
    return m_matchesOnly->isChecked();
}

std::optional<LogLine::Source> LogTools::source() const
{
    const int source = m_source->currentData().toInt();
    return source < 0 ? std::optional<LogLine::Source>() : std::optional(static_cast<LogLine::Source>(source));
}

LogLine::Severity LogTools::leastSeverity() const
{
    return static_cast<LogLine::Severity>(m_level->currentData().toInt());
}

void LogTools::setPaused(bool isPaused)
{
    m_pause->setChecked(isPaused);
}

void LogTools::setCanSave(bool canSave)
{
    m_save->setEnabled(canSave);
}

} // namespace swarm
