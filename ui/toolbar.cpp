#include "ui/toolbar.h"

#include "ui/accountbutton.h"
#include "ui/icons.h"
#include "ui/instanceactions.h"
#include "ui/widgets.h"

#include <QLayout>
#include <QLineEdit>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace swarm {

ToolBar::ToolBar(QAction &create, InstanceActions &actions, AccountButton *account, QWidget *parent)
    : QToolBar(tr("Tools"), parent)
    , m_search(new QLineEdit)
{
    setObjectName(u"toolBar"_s);
    setMovable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIconSize(QSize(1, 1) * fontMetrics().height());

    auto *newButton = new PrimaryButton;
    newButton->setDefaultAction(&create);
    newButton->setObjectName(u"newButton"_s);
    buildSearch();
    auto *space = new QWidget;
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addWidget(newButton);
    addActions({&actions.open, &actions.start});
    addWidget(menuButton(u"stop"_s, actions.stop, QToolButton::MenuButtonPopup, {&actions.suspend, &actions.restart}));
    addWidget(menuButton(u"change"_s, actions.change, QToolButton::InstantPopup, actions.changes()));
    addAction(&actions.remove);
    addWidget(space);
    addWidget(m_search);
    addWidget(account);
    nameButtons(actions);
    setMeasures();
}

void ToolBar::buildSearch()
{
    m_search->setObjectName(u"search"_s);
    m_search->setAccessibleName(tr("Search instances"));
    m_search->setPlaceholderText(tr("Search name, state, region…"));
    // Not the one of QLineEdit: for its sake alone a start would look through the desktop's icons.
    auto *clear = m_search->addAction(icon(u"window-close"_s), QLineEdit::TrailingPosition);
    clear->setObjectName(u"clearSearch"_s);
    clear->setText(tr("Clear search"));
    clear->setVisible(false);
    connect(clear, &QAction::triggered, m_search, &QLineEdit::clear);
    connect(m_search, &QLineEdit::textChanged, clear,
            [clear](const QString &words) { clear->setVisible(!words.isEmpty()); });
    m_search->addAction(icon(u"edit-find"_s), QLineEdit::LeadingPosition)->setText(tr("Search"));
    m_search->setMinimumWidth(fontMetrics().averageCharWidth() * 14);
    m_search->setMaximumWidth(fontMetrics().averageCharWidth() * 34);
}

QToolButton *ToolBar::menuButton(const QString &name, QAction &action, QToolButton::ToolButtonPopupMode mode,
                                 const QList<QAction *> &entries)
{
    auto *button = new QToolButton;
    button->setObjectName(name + u"Button"_s);
    button->setDefaultAction(&action);
    button->setPopupMode(mode);
    auto *menu = new QMenu(button);
    menu->setObjectName(name + u"Menu"_s);
    menu->addActions(entries);
    button->setMenu(menu);
    return button;
}

void ToolBar::nameButtons(InstanceActions &actions)
{
    widgetForAction(&actions.open)->setObjectName(u"openButton"_s);
    widgetForAction(&actions.start)->setObjectName(u"startButton"_s);
    widgetForAction(&actions.remove)->setObjectName(u"deleteButton"_s);
}

void ToolBar::setMeasures()
{
    const auto em = fontMetrics().height();
    layout()->setSpacing(em / 3);
    setContentsMargins(em / 4, em / 4, em / 4, 0);
    m_search->setMinimumHeight(em * 7 / 4);
    const auto buttons = findChildren<QToolButton *>(Qt::FindDirectChildrenOnly);
    for (auto *button : buttons) {
        button->setAutoRaise(false);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setMinimumHeight(em * 7 / 4);
        button->setFocusPolicy(Qt::TabFocus);
    }
}

} // namespace swarm
