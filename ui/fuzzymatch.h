#pragma once

#include <QString>
#include <QStringList>

namespace swarm {

//! How well `text` answers to what somebody typed: each word has to be in it, letter by letter in order, but not
//! without gaps. 0: not at all. Words at the beginning of words, and letters side by side, count for more.
[[nodiscard]] int fuzzyScore(const QStringList &words, const QString &text);

} // namespace swarm
