#pragma once

#include "model/logline.h"
#include "ui/linefinder.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QToolButton;

namespace swarm {

class LinkButton;

//! What stands above a log: what to look for, which lines to show, pause, save.
class LogTools : public QWidget
{
    Q_OBJECT

public:
    explicit LogTools(QWidget *parent = nullptr);

    //! As it was typed; not always a regular expression.
    [[nodiscard]] QString pattern() const;
    //! Whether lines that do not match are left out; else they stay, and matches are only marked and gone to.
    [[nodiscard]] bool showsMatchesOnly() const;
    [[nodiscard]] std::optional<LogLine::Source> source() const;
    [[nodiscard]] LogLine::Severity leastSeverity() const;
    void setPaused(bool isPaused);
    void setCanSave(bool canSave);

Q_SIGNALS:
    //! What is shown or marked is to be another.
    void changed();
    void findRequested(swarm::LineFinder::Direction direction);
    void pauseToggled(bool isPaused);
    void saveRequested();

private:
    void buildSearch();
    void buildFilters();
    void typed();

    QLineEdit *m_pattern;
    QToolButton *m_previous;
    QToolButton *m_next;
    QCheckBox *m_matchesOnly;
    QComboBox *m_source;
    QComboBox *m_level;
    QToolButton *m_pause;
    LinkButton *m_save;
    QTimer m_typed;
};

} // namespace swarm
