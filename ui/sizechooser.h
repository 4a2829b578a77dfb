#pragma once

#include "model/size.h"

#include <QWidget>

class QButtonGroup;
class QComboBox;
class QLabel;
class QSpinBox;

namespace swarm {

class SecondaryLabel;

//! Four sizes with names, or an exact one.
class SizeChooser : public QWidget
{
    Q_OBJECT

public:
    explicit SizeChooser(QWidget *parent = nullptr);

    [[nodiscard]] Size size() const;
    void setSize(const Size &size);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QWidget *exactFields();
    void setExact(bool exact);
    void update();

    QButtonGroup *m_presets;
    QWidget *m_exact;
    QComboBox *m_kind;
    QComboBox *m_cpus;
    QComboBox *m_memory;
    SecondaryLabel *m_hint;
    Size m_size;
};

} // namespace swarm
