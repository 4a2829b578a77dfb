#include "ui/logview.h"

#include "model/provider.h"
#include "ui/errorcard.h"
#include "ui/logdelegate.h"
#include "ui/logtools.h"
#include "ui/widgets.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QListView>
#include <QSaveFile>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr auto betweenFlushes = 100ms; // lines that come one by one are shown together

} // namespace

LogView::LogView(const Services &services, QWidget *parent)
    : InstancePage(parent)
    , m_services(services)
    , m_shown(m_lines)
    , m_view(new QListView)
    , m_tools(new LogTools)
    , m_state(new SecondaryLabel)
    , m_problem(new ErrorCard)
    , m_finder(m_shown)
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
    layout->addWidget(m_tools);
    layout->addWidget(m_problem);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_state);

    m_flush.setSingleShot(true);
    m_flush.setInterval(betweenFlushes);
    connect(&m_flush, &QTimer::timeout, this, &LogView::flush);
    connect(m_tools, &LogTools::changed, this, &LogView::filter);
    connect(m_tools, &LogTools::findRequested, this, &LogView::find);
    connect(m_tools, &LogTools::pauseToggled, this, &LogView::setPaused);
    connect(m_tools, &LogTools::saveRequested, this, &LogView::save);
    connect(&m_finder, &LineFinder::found, this, &LogView::goTo);
    connect(&m_finder, &LineFinder::nothingFound, this, [this] {
        m_outcome = tr("No line matches.");
        updateState();
    });
    connect(m_problem, &ErrorCard::actionClicked, this, &LogView::follow);
    auto *copy = new QShortcut(QKeySequence::Copy, m_view, this, &LogView::copy, Qt::WidgetShortcut);
    copy->setObjectName(u"copyLines"_s);
    updateState();
}

LogView::~LogView() = default;

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
    m_tools->setPaused(false);
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
    const QRegularExpression pattern(m_tools->pattern(), QRegularExpression::CaseInsensitiveOption);
    m_trouble = pattern.isValid() ? QString()
                                  //: %1 is what is wrong, in English
                                  : tr("That is no regular expression: %1.").arg(pattern.errorString());
    m_outcome.clear();
    m_finder.cancel();
    if (pattern.isValid()) {
        m_shown.setPattern(m_tools->showsMatchesOnly() ? pattern : QRegularExpression());
        m_shown.setMark(pattern);
        m_view->viewport()->update();
    }
    m_shown.setSource(m_tools->source());
    m_shown.setLeastSeverity(m_tools->leastSeverity());
    m_isSearching = m_shown.isSearching();
    m_view->scrollToBottom();
    updateState();
}

void LogView::find(LineFinder::Direction direction)
{
    if (!m_trouble.isEmpty() || m_shown.mark().pattern().isEmpty())
        return;
    m_finder.find(m_shown.mark(), m_view->currentIndex().row(), direction);
}

void LogView::goTo(int row)
{
    const auto index = m_shown.index(row, 0);
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index, QAbstractItemView::PositionAtCenter);
    //: %1 is the number of a line, %2 how many there are
    m_outcome = tr("Match in line %1 of %2").arg(row + 1).arg(m_shown.rowCount());
    updateState();
    announce(*m_state, m_outcome + u": "_s + ShownLog::lineText(m_shown.lineAt(index)));
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
    if (!paused)
        flush();
    updateState();
}

void LogView::updateState()
{
    const int all = m_lines.rowCount();
    const int shown = m_shown.rowCount();
    m_state->setAlarming(!m_trouble.isEmpty());
    m_tools->setCanSave(shown > 0);
    if (!m_trouble.isEmpty())
        m_state->setText(m_trouble);
    else if (!m_outcome.isEmpty())
        m_state->setText(m_outcome);
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
