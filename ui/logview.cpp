#include "ui/logview.h"

#include "model/provider.h"
#include "ui/errorcard.h"
#include "ui/logdelegate.h"
#include "ui/widgets.h"

#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QSaveFile>
#include <QScrollBar>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr auto betweenFlushes = 100ms; // lines that come one by one are shown together
constexpr auto untilTyped = 200ms;

} // namespace

LogView::LogView(const Services &services, QWidget *parent)
    : InstancePage(parent)
    , m_services(services)
    , m_shown(m_lines)
    , m_view(new QListView)
    , m_pattern(new QLineEdit)
    , m_source(new QComboBox)
    , m_pause(new QToolButton)
    , m_save(new LinkButton(tr("Save…")))
    , m_state(new SecondaryLabel)
    , m_problem(new ErrorCard)
{
    setObjectName(u"logView"_s);
    m_view->setObjectName(u"log"_s);
    m_view->setAccessibleName(tr("Log"));
    m_view->setModel(&m_shown);
    connect(&m_shown, &QAbstractItemModel::rowsInserted, this, &LogView::followSearch);
    connect(&m_shown, &ShownLog::searched, this, [this] { m_isSearching = false; });
    m_view->setItemDelegate(new LogDelegate(m_shown, m_view));
    m_view->setUniformItemSizes(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_state->setObjectName(u"logState"_s);
    m_problem->setObjectName(u"logProblem"_s);
    m_problem->hide();

    const auto em = fontMetrics().height();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(em / 2, em / 2, em / 2, em / 2);
    layout->setSpacing(em / 3);
    layout->addWidget(tools());
    layout->addWidget(m_problem);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_state);

    m_flush.setSingleShot(true);
    m_flush.setInterval(betweenFlushes);
    connect(&m_flush, &QTimer::timeout, this, &LogView::flush);
    m_typed.setSingleShot(true);
    m_typed.setInterval(untilTyped);
    connect(&m_typed, &QTimer::timeout, this, &LogView::filter);
    connect(m_problem, &ErrorCard::actionClicked, this, &LogView::follow);
    auto *copy = new QShortcut(QKeySequence::Copy, m_view, this, &LogView::copy, Qt::WidgetShortcut);
    copy->setObjectName(u"copyLines"_s);
    updateState();
}

LogView::~LogView() = default;

QWidget *LogView::tools()
{
    m_pattern->setObjectName(u"logPattern"_s);
    m_pattern->setAccessibleName(tr("Show only lines that match"));
    m_pattern->setPlaceholderText(tr("Filter, as a regular expression"));
    m_pattern->setClearButtonEnabled(true);
    connect(m_pattern, &QLineEdit::textChanged, &m_typed, qOverload<>(&QTimer::start));
    connect(m_pattern, &QLineEdit::returnPressed, this, &LogView::filter);
    m_source->setObjectName(u"logSource"_s);
    m_source->setAccessibleName(tr("Source of the lines"));
    m_source->addItem(tr("All"), -1);
    m_source->addItem(tr("Editor"), static_cast<int>(LogLine::Source::Editor));
    m_source->addItem(tr("Machine"), static_cast<int>(LogLine::Source::Machine));
    m_source->addItem(tr("Proxy"), static_cast<int>(LogLine::Source::Proxy));
    connect(m_source, &QComboBox::currentIndexChanged, this, &LogView::filter);
    m_pause->setObjectName(u"logPause"_s);
    m_pause->setText(tr("Pause"));
    m_pause->setCheckable(true);
    connect(m_pause, &QToolButton::toggled, this, &LogView::setPaused);
    m_save->setObjectName(u"logSave"_s);
    connect(m_save, &QToolButton::clicked, this, &LogView::save);

    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(m_pattern, 1);
    layout->addWidget(m_source);
    layout->addWidget(m_pause);
    layout->addWidget(m_save);
    return row;
}

void LogView::setInstance(const Instance &instance, const QDateTime &)
{
    const bool isOther = instance.id != m_instance.id || instance.machine != m_instance.machine;
    m_instance = instance;
    if (!isOther)
        return;
    stopFollowing();
    m_lines.clear();
    m_waiting.clear();
    m_hasAnswered = false;
    m_pause->setChecked(false);
    if (isVisible())
        follow();
    updateState();
}

void LogView::showEvent(QShowEvent *event)
{
    InstancePage::showEvent(event);
    if (!m_tasks && !m_instance.id.isEmpty())
        follow();
}

void LogView::hideEvent(QHideEvent *event)
{
    InstancePage::hideEvent(event);
    stopFollowing();
}

void LogView::follow()
{
    stopFollowing();
    // Read from the beginning of what is kept: the lines that are shown are the same ones.
    m_lines.clear();
    m_waiting.clear();
    m_problem->hide();
    m_following = {};
    m_tasks = std::make_unique<TaskScope>();
    const auto deliver = [this](const std::vector<LogLine> &lines) { receive(lines); };
    m_tasks->launch(m_services.provider.followLog(m_instance, deliver, m_following.get_token()),
                    [this](const Result<void> &ended) {
                        if (ended || ended.error().code == ErrorCode::Cancelled)
                            return;
                        m_problem->setError(ended.error(), {}, tr("Retry"));
                        m_problem->show();
                        updateState();
                    });
    updateState();
}

void LogView::stopFollowing()
{
    m_following.request_stop();
    m_tasks.reset();
}

void LogView::receive(const std::vector<LogLine> &lines)
{
    m_hasAnswered = true;
    m_waiting.insert(m_waiting.end(), lines.begin(), lines.end());
    if (m_waiting.size() > static_cast<std::size_t>(LogModel::mostLines))
        m_waiting.erase(m_waiting.begin(), m_waiting.end() - LogModel::mostLines);
    if (m_isPaused)
        updateState();
    else if (!m_flush.isActive())
        m_flush.start();
}

void LogView::flush()
{
    const auto *bar = m_view->verticalScrollBar();
    const bool isAtEnd = bar->value() >= bar->maximum();
    m_lines.append(std::exchange(m_waiting, {}));
    if (isAtEnd)
        m_view->scrollToBottom();
    updateState();
}

void LogView::filter()
{
    m_typed.stop();
    const QRegularExpression pattern(m_pattern->text(), QRegularExpression::CaseInsensitiveOption);
    m_trouble = pattern.isValid() ? QString()
                                  //: %1 is what is wrong, in English
                                  : tr("That is no regular expression: %1.").arg(pattern.errorString());
    if (pattern.isValid())
        m_shown.setPattern(pattern);
    const int source = m_source->currentData().toInt();
    m_shown.setSource(source < 0 ? std::optional<LogLine::Source>()
                                 : std::optional(static_cast<LogLine::Source>(source)));
    m_isSearching = m_shown.isSearching();
    m_view->scrollToBottom();
    updateState();
}

void LogView::followSearch()
{
    if (m_isSearching) // begun by the filter: it ends at the newest line
        m_view->scrollToBottom();
    updateState();
}

void LogView::setPaused(bool paused)
{
    m_isPaused = paused;
    m_pause->setText(paused ? tr("Resume") : tr("Pause"));
    if (!paused)
        flush();
    updateState();
}

void LogView::updateState()
{
    const int all = m_lines.rowCount();
    const int shown = m_shown.rowCount();
    m_state->setAlarming(!m_trouble.isEmpty());
    m_save->setEnabled(shown > 0);
    if (!m_trouble.isEmpty())
        m_state->setText(m_trouble);
    else if (m_isPaused)
        m_state->setText(tr("Paused. New lines that wait: %1").arg(m_waiting.size()));
    else if (all == 0)
        m_state->setText(m_tasks ? tr("Waiting for lines…") : tr("Nothing was logged yet."));
    else if (shown < all)
        //: how many lines match, and how many there are
        m_state->setText(tr("Lines that match: %1 of %2").arg(shown).arg(all));
    else
        m_state->setText(tr("Lines: %1").arg(all));
}

void LogView::copy()
{
    auto rows = m_view->selectionModel()->selectedIndexes();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList lines;
    for (const auto &row : std::as_const(rows))
        lines << ShownLog::lineText(m_shown.lineAt(row));
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void LogView::save()
{
    auto *dialog = new QFileDialog(this, tr("Save the lines that are shown"), m_instance.name + ".log"_L1);
    dialog->setObjectName(u"logFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, &LogView::write);
    dialog->open();
}

void LogView::write(const QString &path)
{
    QSaveFile file(path);
    bool isWritten = file.open(QIODevice::WriteOnly | QIODevice::Text);
    for (int row = 0; isWritten && row < m_shown.rowCount(); ++row)
        isWritten = file.write((ShownLog::lineText(m_shown.lineAt(m_shown.index(row, 0))) + u'\n').toUtf8()) > 0;
    m_trouble =
        isWritten && file.commit() ? QString() : tr("%1 could not be written: %2.").arg(path, file.errorString());
    updateState();
}

} // namespace swarm
