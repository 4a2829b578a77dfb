#pragma once

#include <QStyledItemDelegate>

namespace swarm {

class ShownInstances;

//! Draws a row's primary action as a link, and says when it is clicked.
class ActionDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ActionDelegate(const ShownInstances &shown, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

Q_SIGNALS:
    void clicked(const QModelIndex &index);

private:
    const ShownInstances &m_shown;
};

} // namespace swarm
