#pragma once

#include "model/instancestore.h"

#include <QAbstractTableModel>
#include <QHash>

namespace swarm {

//! The swarm as rows and columns of raw values. Applies differences and never resets; words come from ui.
class InstanceModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, State, Region, Size, Disk, Uptime, HourlyPrice, Month, Action, ColumnCount };
    //! ValueRole: the raw value of the cell, for sorting and formatting. InstanceRole: the whole swarm::Instance.
    enum Role { ValueRole = Qt::UserRole + 1, IdRole, InstanceRole };

    explicit InstanceModel(const InstanceStore &store, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    //! Dollars of each so far this month; what is not in it is not known.
    void setMonth(const QHash<InstanceId, double> &costs);
    [[nodiscard]] const Instance &instanceAt(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

private:
    void apply(const InstanceDelta &delta);

    Instances m_rows;
    QHash<InstanceId, double> m_month;
};

} // namespace swarm
