#pragma once

#include "model/instance.h"
#include "model/instancespec.h"

#include <QDateTime>
#include <QString>

namespace swarm {

//! "Running", "Starting · editor", "Stopped: out of memory", or Fly.io's own word when we do not know it.
[[nodiscard]] QString stateText(const Instance &instance);
//! The same, but an editor that has just been started and does not answer yet is "Starting · editor".
[[nodiscard]] QString stateText(const Instance &instance, const QDateTime &now);
//! Why it is where it is, such as "out of memory"; empty when there is nothing to say.
[[nodiscard]] QString whyText(const Instance &instance);
//! "Running for 2 h 14 min", "Stopped 3 d ago".
[[nodiscard]] QString sinceText(const Instance &instance, const QDateTime &now);
[[nodiscard]] QString healthText(const Instance &instance, const QDateTime &now);
//! "1 shared CPU · 2 GB".
[[nodiscard]] QString sizeText(const Size &size);
//! "1 shared · 2 GB", for a narrow column.
[[nodiscard]] QString shortSizeText(const Size &size);
//! "2 GB", "256 MB".
[[nodiscard]] QString memoryText(int megabytes);
//! "Amsterdam"; the code itself when we do not know it.
[[nodiscard]] QString regionCity(const QString &code);
//! "Amsterdam (ams)".
[[nodiscard]] QString regionText(const QString &code);
//! "code-server latest".
[[nodiscard]] QString imageText(const Image &image);
//! "code-server latest · 8aa9771ebee1", with as many digits of the digest as people compare.
[[nodiscard]] QString exactImageText(const Image &image);
//! "Armed: suspends within minutes of the last tab closing".
[[nodiscard]] QString idleRuleText(const Instance &instance);
[[nodiscard]] QString idleActionText(IdleRule::Action action);
//! "10 GB"; "–" when not known.
[[nodiscard]] QString diskText(int gigabytes);
//! "2 h", "42 min", "now", "9 d".
[[nodiscard]] QString durationText(qint64 seconds);
//! "2 h 14 min", "3 d 4 h", "12 s": more exact, for sentences.
[[nodiscard]] QString spanText(qint64 seconds);
//! How long it has been running or asleep: "2 h"; "–" when neither, or not known.
[[nodiscard]] QString ageText(const Instance &instance, const QDateTime &now);
//! "1.2 GB", "340 kB".
[[nodiscard]] QString bytesText(double bytes);
//! "$0.018"; "–" for nothing.
[[nodiscard]] QString hourlyText(double dollars);
//! "1 October 2026".
[[nodiscard]] QString dateText(QDate date);
//! "$1.50".
[[nodiscard]] QString moneyText(double dollars);

} // namespace swarm
