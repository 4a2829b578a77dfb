#pragma once

#include <QObject>

class QDBusVariant;

namespace swarm {

//! Whether the desktop prefers dark windows, and when that changes. Qt 6.4 cannot tell (QStyleHints::colorScheme() came
//! with 6.5), so the settings portal is asked over D-Bus; where there is none, the system's palette decides.
class ColourScheme : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! Answers with changed(), now and whenever the desktop's preference changes.
    void follow();

Q_SIGNALS:
    void changed(bool isDark);

private Q_SLOTS:
    void onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void take(uint preference);
};

} // namespace swarm
