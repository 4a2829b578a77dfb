#pragma once

#include "model/instance.h"
#include "model/verb.h"
#include "ui/services.h"

#include <QDialog>

#include <vector>

namespace swarm {

//! A change that somebody can ask for in a dialog of its own.
struct ChangeDialogEntry {
    Verb verb = Verb::Rename;
    QString text = {}; //!< as menus say it
    QDialog *(*make)(const Services &services, const Instance &instance, QWidget *parent) = nullptr;
};

//! All of them, in the order of the menu; where the group changes, the menu has a line.
[[nodiscard]] std::vector<std::vector<ChangeDialogEntry>> changeDialogs();

} // namespace swarm
