#pragma once

#include <QString>

#include <functional>

class QMessageBox;
class QWidget;

namespace swarm {

//! What somebody is about to lose, and the words to ask by.
struct LossQuestion {
    QString objectName = {}; //!< of the box
    QString title = {};
    QString text = {};
    QString verb = {}; //!< on the button that does it
    QString buttonName = {};
};

//! Asks before something is taken away: Enter and Escape keep it. `then` runs on the one button that does not, as long
//! as `parent` lives.
QMessageBox *askBeforeLoss(QWidget &parent, const LossQuestion &question, const std::function<void()> &then);

} // namespace swarm
