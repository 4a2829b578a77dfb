#pragma once

#include <QString>

namespace swarm {

//! Starts the program when its user logs in: an entry in the desktop's own folder for that, there only while it is
//! switched on. Elsewhere than on freedesktop systems there is none yet.
class Autostart
{
public:
    //! `folder`: where desktops look, usually ~/.config/autostart.
    Autostart(QString folder, QString program);

    [[nodiscard]] static QString defaultFolder();
    [[nodiscard]] bool isOn() const;
    //! Returns what the system says when it could not be done; empty when it was.
    [[nodiscard]] QString set(bool isOn) const;

private:
    [[nodiscard]] QString path() const;

    QString m_folder;
    QString m_program;
};

} // namespace swarm
