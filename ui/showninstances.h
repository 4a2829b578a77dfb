#pragma once

#include "model/clock.h"
#include "model/instancemodel.h"
#include "model/monthcosts.h"
#include "model/operations.h"
#include "ui/permissions.h"

#include <QSortFilterProxyModel>
#include <QStringList>

namespace swarm {

//! The swarm as people read it: words for the raw values, sorted and searched.
class ShownInstances : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    ShownInstances(InstanceModel &instances, const Operations &operations, const MonthCosts &months, const Clock &clock,
                   QObject *parent = nullptr);

    [[nodiscard]] const Instance &instanceAt(const QModelIndex &shown) const;
    //! Invalid when it is not there or filtered out.
    [[nodiscard]] QModelIndex indexOf(const InstanceId &id) const;
    [[nodiscard]] RowAction actionAt(const QModelIndex &shown) const;

    //! Shows rows in which each of the words occurs.
    void setSearch(const QString &words);
    [[nodiscard]] bool isSearching() const { return !m_words.isEmpty(); }
    //! What is shown may be out of date: grey.
    void setStale(bool stale);
    [[nodiscard]] bool isStale(const QModelIndex &shown) const { return m_isStale || instanceAt(shown).isSilent; }
    //! Time has passed: brings ages up to date.
    void refreshTimes();

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    [[nodiscard]] QString textAt(const QModelIndex &shown) const;
    [[nodiscard]] QString toolTipAt(const QModelIndex &shown) const;
    [[nodiscard]] QString monthText(const InstanceId &id) const;
    [[nodiscard]] QString monthToolTip(const InstanceId &id) const;
    void takeMonth();
    void operationChanged(const Operation &operation);
    void announce(int firstColumn, int lastColumn);

    InstanceModel &m_instances;
    const Operations &m_operations;
    const MonthCosts &m_months;
    const Clock &m_clock;
    QStringList m_words;
    bool m_isStale = false;
};

} // namespace swarm
