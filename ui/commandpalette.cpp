#include "ui/commandpalette.h"

#include "ui/fuzzymatch.h"
#include "ui/theme.h"
#include "ui/widgets.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

constexpr std::size_t mostShown = 12;
constexpr int shortcutRole = Qt::UserRole + 1;

//! The command, and at the right edge the keys that do the same.
class CommandDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const auto keys = index.data(shortcutRole).toString();
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        painter->setPen(isSelected ? option.palette.color(QPalette::HighlightedText) : secondaryText(option.palette));
        const int room = option.fontMetrics.averageCharWidth();
        painter->drawText(option.rect.adjusted(0, 0, -room, 0), Qt::AlignRight | Qt::AlignVCenter, keys);
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), option.fontMetrics.height() * 7 / 4};
    }
};

} // namespace

CommandPalette::CommandPalette(Source source, QWidget *parent)
    : QDialog(parent)
    , m_source(std::move(source))
    , m_line(new QLineEdit)
    , m_list(new QListView)
    , m_model(new QStandardItemModel(this))
    , m_nothing(new SecondaryLabel(tr("Nothing of that name can be done now.")))
{
    setObjectName(u"commandPalette"_s);
    setWindowTitle(tr("Do something"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_line->setObjectName(u"commandLine"_s);
    m_line->setAccessibleName(tr("What to do"));
    m_line->setPlaceholderText(tr("Type what to do, or the name of an instance"));
    m_line->setClearButtonEnabled(true);
    m_line->installEventFilter(this);
    m_list->setObjectName(u"commands"_s);
    m_list->setAccessibleName(tr("What can be done"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFocusPolicy(Qt::NoFocus); // the line keeps it, and moves the selection
    m_list->setFrameShape(QFrame::NoFrame);
    const int side = fontMetrics().height();
    m_list->setIconSize({side, side});
    QPixmap empty(side, side);
    empty.fill(Qt::transparent);
    m_noIcon.addPixmap(empty);
    m_nothing->setObjectName(u"noCommand"_s);
    m_nothing->hide();

    const auto em = fontMetrics().height();
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_line);
    layout->addWidget(m_nothing);
    layout->addWidget(m_list, 1);
    resize(fontMetrics().averageCharWidth() * 72, em * 26);
    connect(m_line, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_line, &QLineEdit::returnPressed, this, &CommandPalette::runCurrent);
    connect(m_list, &QListView::clicked, this, &CommandPalette::runCurrent);
    search();
}

void CommandPalette::search()
{
    const auto words = m_line->text().split(u' ', Qt::SkipEmptyParts);
    auto all = m_source(words);
    std::vector<std::pair<int, std::size_t>> ranked;
    for (std::size_t place = 0; place < all.size(); ++place) {
        const int score = words.isEmpty() ? 1 : fuzzyScore(words, all[place].text);
        if (score > 0)
            ranked.emplace_back(score, place);
    }
    std::ranges::sort(ranked, [](const auto &one, const auto &other) {
        return one.first != other.first ? one.first > other.first : one.second < other.second;
    });
    // What answers by far worse than the best is there by chance.
    if (!ranked.empty())
        std::erase_if(ranked, [best = ranked.front().first](const auto &one) { return one.first * 2 < best; });
    ranked.resize(std::min(ranked.size(), mostShown));

    m_found.clear();
    m_model->clear();
    for (const auto &[score, place] : ranked) {
        auto &command = all[place];
        auto *item = new QStandardItem(command.icon.isNull() ? m_noIcon : command.icon, command.text);
        item->setData(command.shortcut.toString(QKeySequence::NativeText), shortcutRole);
        m_model->appendRow(item);
        m_found.push_back(std::move(command));
    }
    m_list->setCurrentIndex(m_model->index(0, 0));
    m_nothing->setVisible(m_found.empty());
}

void CommandPalette::runCurrent()
{
    const int row = m_list->currentIndex().row();
    if (row < 0)
        return;
    // After this dialog has gone: what comes next may be one itself.
    QTimer::singleShot(0, parent(), m_found[static_cast<std::size_t>(row)].run);
    accept();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_line || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key(); // the type says so
    if (key != Qt::Key_Up && key != Qt::Key_Down)
        return false;
    const int count = m_model->rowCount();
    if (count > 0) {
        const int step = key == Qt::Key_Down ? 1 : count - 1;
        m_list->setCurrentIndex(m_model->index((m_list->currentIndex().row() + step) % count, 0));
    }
    return true;
}

} // namespace swarm
