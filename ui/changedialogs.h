#pragma once

#include "model/instance.h"
#include "model/verb.h"
#include "ui/services.h"

#include <QDialog>

#include <vector>

namespace swarm {

using ChangeDialogMaker = QDialog *(*)(const Services &services, const Instance &instance, QWidget *parent);

//! A change that somebody can ask for in a dialog of its own.
struct ChangeDialogEntry {
    Verb verb = Verb::Rename;
    QString text = {}; //!< as menus say it
    ChangeDialogMaker make = nullptr;
};

//! All of them, in the order of the menu; where the group changes, the menu has a line.
[[nodiscard]] std::vector<std::vector<ChangeDialogEntry>> changeDialogs();
//! Null: the verb has none.
[[nodiscard]] ChangeDialogMaker changeDialogFor(Verb verb);

} // namespace swarm
