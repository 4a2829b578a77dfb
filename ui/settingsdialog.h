#pragma once

#include "model/preferences.h"
#include "ui/services.h"

#include <QDialog>
#include <QHash>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSpinBox;
class QTabWidget;

namespace swarm {

class SecondaryLabel;

//! How the window, the tray and the watching behave. What is about new instances stands in the create dialog.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    //! `hasTray`: without one there is nothing to choose about it.
    SettingsDialog(const Services &services, bool hasTray, QWidget *parent = nullptr);

    void accept() override;

private:
    [[nodiscard]] QWidget *generalPage(bool hasTray);
    [[nodiscard]] QWidget *noticesPage();
    [[nodiscard]] QWidget *leavingPage();
    [[nodiscard]] QWidget *appearancePage();
    [[nodiscard]] QWidget *advancedPage();
    void fill(const Preferences &preferences);
    [[nodiscard]] Preferences chosen() const;
    void updateLongIdle();
    void saveReport();

    const Services m_services;
    QTabWidget *m_tabs;
    QCheckBox *m_closesToTray;
    QCheckBox *m_startsAtLogin;
    QCheckBox *m_startsHidden;
    QSpinBox *m_poll;
    QSpinBox *m_hiddenPoll;
    QDoubleSpinBox *m_budget;
    QHash<NoticeKind, QCheckBox *> m_notices;
    QSpinBox *m_longRun;
    QHash<Occasion, QComboBox *> m_leaving;
    QSpinBox *m_longIdle;
    QComboBox *m_appearance;
    QComboBox *m_language;
    QComboBox *m_logLevel;
    QCheckBox *m_looksForUpdates;
    SecondaryLabel *m_outcome; //!< of what was saved or could not be done
};

} // namespace swarm
