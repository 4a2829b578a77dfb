#pragma once

#include <QDialog>
#include <QIcon>
#include <QKeySequence>

#include <functional>
#include <vector>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace swarm {

class SecondaryLabel;

//! Something that can be done, by name.
struct Command {
    QString text = {};
    QIcon icon = {};
    QKeySequence shortcut = {};
    std::function<void()> run = {};
};

//! Type a few letters of what you want, press Enter: it is done. Where the mouse is far away.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    //! What there is to choose from for these words; asked anew with each letter. The order is that of equals.
    using Source = std::function<std::vector<Command>(const QStringList &words)>;

    CommandPalette(Source source, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void runCurrent();

    Source m_source;
    std::vector<Command> m_found;
    QLineEdit *m_line;
    QListView *m_list;
    QStandardItemModel *m_model;
    SecondaryLabel *m_nothing;
    QIcon m_noIcon; //!< as wide as the others, so that all words begin on one line
};

} // namespace swarm
