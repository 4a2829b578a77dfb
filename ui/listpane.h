#pragma once

#include "model/error.h"
#include "model/instance.h"
#include "ui/noticebar.h"

#include <QWidget>

#include <optional>

class QStackedWidget;
class QTreeView;

namespace swarm {

class Clock;
class EmptyPage;
class ErrorCard;
class InstanceTable;
class ShownInstances;

//! The table of instances, or the words and the next step that stand in its place.
class ListPane : public QWidget
{
    Q_OBJECT

public:
    enum class Face { Table, Loading, NoInstances, NothingMatches, Unreachable };

    ListPane(ShownInstances &shown, const Clock &clock, QWidget *parent = nullptr);

    [[nodiscard]] QTreeView *table() const;
    void setFace(Face face);
    //! What the newest poll said; `note` tells how old the rows are.
    void setProblem(const std::optional<Error> &error, const QString &note);
    //! Something to know; stays until it is dismissed.
    void addNotice(const NoticeBar::Notice &notice);
    void setDefaultCost(const QString &text);

    [[nodiscard]] QList<InstanceId> selection() const;
    void select(const InstanceId &id);
    //! What a click with the right button on the header opens.
    void openColumnMenu();
    //! As wide as its words need, for a window that has never been opened before.
    void setDefaultWidths();

Q_SIGNALS:
    void selectionChanged();
    //! The row's own word was clicked.
    void actionRequested(const QString &instance);
    //! Enter or a double click.
    void chosen(const QString &instance);
    void menuRequested(const QPoint &where);
    void createRequested();
    void clearRequested();
    void retryRequested();
    void pageRequested(const QUrl &page);

private:
    void buildTable(const Clock &clock);
    void showColumnMenu(const QPoint &where);
    void resetColumns();

    ShownInstances &m_shown;
    InstanceTable *m_table;
    NoticeBar *m_notice;
    ErrorCard *m_problem;
    EmptyPage *m_loading;
    EmptyPage *m_none;
    EmptyPage *m_noMatch;
    ErrorCard *m_unreachable;
    QStackedWidget *m_pages;
};

} // namespace swarm
