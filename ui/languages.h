#pragma once

#include <QString>

#include <utility>
#include <vector>

class QCoreApplication;

namespace swarm {

//! Languages that everything is said in: code and own name.
[[nodiscard]] std::vector<std::pair<QString, QString>> languages();

//! Uses this language from now on, for words, dates, numbers and plurals; empty: what the desktop prefers, else
//! English. Before the first window: what is shown already stays as it is.
void useLanguage(QCoreApplication &app, const QString &code);

} // namespace swarm
