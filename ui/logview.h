#pragma once

#include "model/async/taskscope.h"
#include "model/error.h"
#include "model/logmodel.h"
#include "ui/instancepage.h"
#include "ui/linefinder.h"
#include "ui/services.h"
#include "ui/shownlog.h"

#include <QTimer>

#include <stop_token>

class QListView;

namespace swarm {

class ErrorCard;
class LogTools;
class SecondaryLabel;

//! The log of an instance, as it comes. It is read only while somebody sees it.
class LogView : public InstancePage
{
    Q_OBJECT

public:
    explicit LogView(const Services &services, QWidget *parent = nullptr);
    ~LogView() override;

    void setInstance(const Instance &instance, const QDateTime &now) override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void follow();
    void stopFollowing();
    void receive(const std::vector<LogLine> &lines);
    void flush();
    void filter();
    void followSearch();
    void find(LineFinder::Direction direction);
    void goTo(int row);
    void setPaused(bool paused);
    void updateState();
    void copy();
    void save();
    void write(const QString &path);

    Services m_services;
    Instance m_instance;
    LogModel m_lines;
    ShownLog m_shown;
    bool m_isSearching = false; //!< the filter has changed, and not all lines are looked through yet
    std::vector<LogLine> m_waiting; //!< come, and not shown yet
    QListView *m_view;
    LogTools *m_tools;
    SecondaryLabel *m_state;
    ErrorCard *m_problem;
    QTimer m_flush;
    LineFinder m_finder;
    QString m_trouble;
    QString m_outcome; //!< of looking for a line
    bool m_isPaused = false;
    bool m_hasAnswered = false;
    std::stop_source m_following;
    std::unique_ptr<TaskScope> m_tasks; // last, so that its tasks go before anything they use
};

} // namespace swarm
