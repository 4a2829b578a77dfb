#pragma once

#include "model/loglevel.h"

#include <QSet>
#include <QString>

#include <array>

namespace swarm {

//! What the desktop is told of. Each kind can be switched off.
enum class NoticeKind { Ready, Stopped, Failed, Leaving, LongRun, Budget };
inline constexpr std::array allNoticeKinds{NoticeKind::Ready,   NoticeKind::Stopped, NoticeKind::Failed,
                                           NoticeKind::Leaving, NoticeKind::LongRun, NoticeKind::Budget};

//! When a user leaves. Only a program on the user's own desktop can know.
enum class Occasion { Sleep, Lock, LongIdle, Quit };
inline constexpr std::array allOccasions{Occasion::Sleep, Occasion::Lock, Occasion::LongIdle, Occasion::Quit};
//! What then happens to the instances that were opened from here.
enum class LeaveAction { Nothing, Suspend, Stop };

//! What a user chooses about how the window, the tray and the watching behave.
struct Preferences {
    enum class Appearance { System, Light, Dark };

    Appearance appearance = Appearance::System;
    QString language = {}; //!< code, such as "de"; empty: as the desktop
    bool closesToTray = true;
    bool startsHidden = false; //!< in the tray, where there is one
    int pollSeconds = 5; //!< between two looks while a window shows, 2 to 300
    int hiddenPollSeconds = 30; //!< and while none shows, 10 to 3600
    QSet<NoticeKind> muted = {};
    int longRunHours = 12; //!< one that runs longer is told of, 1 to 720
    double monthlyBudget = 0; //!< dollars; 0: none
    std::array<LeaveAction, allOccasions.size()> leaving = {LeaveAction::Suspend}; //!< by occasion
    int longIdleMinutes = 30; //!< 5 to 480
    bool looksForUpdates = false; //!< asks the release feed, where there is one
    LogLevel logLevel = LogLevel::Info; //!< the same setting as that of the configuration

    bool operator==(const Preferences &) const = default;

    [[nodiscard]] LeaveAction actionOn(Occasion occasion) const { return leaving[static_cast<std::size_t>(occasion)]; }
    void setAction(Occasion occasion, LeaveAction action) { leaving[static_cast<std::size_t>(occasion)] = action; }
};

//! Bounds of what is a number; what stands outside is brought inside.
struct PreferenceRange {
    int least;
    int most;
};
inline constexpr PreferenceRange pollRange{2, 300};
inline constexpr PreferenceRange hiddenPollRange{10, 3600};
inline constexpr PreferenceRange longRunRange{1, 720};
inline constexpr PreferenceRange longIdleRange{5, 480};

} // namespace swarm
