#include "ui/settingsdialog.h"

#include "model/settings.h"
#include "ui/accountspage.h"
#include "ui/desktop.h"
#include "ui/languages.h"
#include "ui/widgets.h"
#include "ui/wording/noticewords.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

constexpr double largestBudget = 100'000;

template <typename T> T *named(T *widget, const QString &objectName)
{
    widget->setObjectName(objectName);
    return widget;
}

QSpinBox *spinBox(const QString &objectName, PreferenceRange range, const QString &suffix)
{
    auto *box = named(new QSpinBox, objectName);
    box->setRange(range.least, range.most);
    box->setSuffix(suffix);
    return box;
}

//! A page of a form, with air at its edges and the rest of its height below.
QFormLayout *formOn(QWidget &page)
{
    const auto em = page.fontMetrics().height();
    auto *layout = new QVBoxLayout(&page);
    layout->setContentsMargins(em, em, em, em);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(em / 2);
    form->setHorizontalSpacing(em);
    layout->addLayout(form);
    layout->addStretch();
    return form;
}

template <typename T> T chosenIn(const QComboBox &box)
{
    return static_cast<T>(box.currentData().toInt());
}

template <typename T> void choose(QComboBox &box, T value)
{
    box.setCurrentIndex(box.findData(static_cast<int>(value)));
}

} // namespace

SettingsDialog::SettingsDialog(const Services &services, bool hasTray, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_tabs(named(new QTabWidget, u"settingsTabs"_s))
    , m_closesToTray(named(new QCheckBox(tr("Closing the window leaves it in the &tray")), u"closesToTray"_s))
    , m_startsAtLogin(named(new QCheckBox(tr("Start when I &log in")), u"startsAtLogin"_s))
    , m_startsHidden(named(new QCheckBox(tr("Start &hidden in the tray")), u"startsHidden"_s))
    //: seconds, after a number
    , m_poll(spinBox(u"pollSeconds"_s, pollRange, tr(" s")))
    , m_hiddenPoll(spinBox(u"hiddenPollSeconds"_s, hiddenPollRange, tr(" s")))
    , m_budget(named(new QDoubleSpinBox, u"monthlyBudget"_s))
    //: hours, after a number
    , m_longRun(spinBox(u"longRunHours"_s, longRunRange, tr(" h")))
    //: minutes, after a number
    , m_longIdle(spinBox(u"longIdleMinutes"_s, longIdleRange, tr(" min")))
    , m_appearance(named(new QComboBox, u"appearance"_s))
    , m_language(named(new QComboBox, u"language"_s))
    , m_logLevel(named(new QComboBox, u"logLevel"_s))
    , m_looksForUpdates(named(new QCheckBox(tr("&Look for a new version once a day")), u"looksForUpdates"_s))
    , m_outcome(named(new SecondaryLabel, u"settingsOutcome"_s))
{
    setObjectName(u"settingsDialog"_s);
    setWindowTitle(tr("Settings"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_tabs->setAccessibleName(tr("Settings"));
    m_tabs->addTab(generalPage(hasTray), tr("General"));
    m_tabs->addTab(noticesPage(), tr("Notifications"));
    m_tabs->addTab(leavingPage(), tr("When you leave"));
    m_tabs->addTab(appearancePage(), tr("Appearance"));
    if (!m_services.isDemo) {
        auto *accounts = new AccountsPage(m_services);
        connect(accounts, &AccountsPage::signInRequested, this, &SettingsDialog::reject);
        m_tabs->addTab(accounts, tr("Accounts"));
    }
    m_tabs->addTab(advancedPage(), tr("Advanced"));

    m_tabs->setUsesScrollButtons(false); // all of them fit, in every language
    m_tabs->setMinimumWidth(m_tabs->tabBar()->sizeHint().width());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setObjectName(u"ok"_s);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"cancel"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &SettingsDialog::reject);
    m_outcome->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(fontMetrics().height() * 2 / 3);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_outcome);
    layout->addWidget(buttons);
    fill(m_services.settings.preferences());
}

QWidget *SettingsDialog::generalPage(bool hasTray)
{
    auto *page = new QWidget;
    auto *form = formOn(*page);
    m_closesToTray->setVisible(hasTray);
    m_startsHidden->setVisible(hasTray);
    m_startsAtLogin->setVisible(bool(m_services.desktop.setStartsAtLogin));
    for (auto *box : {m_closesToTray, m_startsAtLogin, m_startsHidden})
        form->addRow(box);
    if (!hasTray)
        form->addRow(new SecondaryLabel(tr("This desktop has no tray: closing the window quits.")));
    form->addRow(tr("&Ask Fly.io every"), m_poll);
    form->addRow(tr("While the window is &closed"), m_hiddenPoll);
    form->addRow(new SecondaryLabel(tr("While something changes, it asks every 2 seconds.")));
    m_budget->setRange(0, largestBudget);
    m_budget->setDecimals(0);
    m_budget->setPrefix(u"$"_s);
    m_budget->setSpecialValueText(tr("None"));
    form->addRow(tr("&Budget for a month"), m_budget);
    form->addRow(new SecondaryLabel(tr("You are told when 80 % and 100 % of it are used. Nothing is stopped.")));
    return page;
}

QWidget *SettingsDialog::noticesPage()
{
    auto *page = new QWidget;
    auto *form = formOn(*page);
    form->addRow(new SecondaryLabel(tr("What the desktop tells you of while you look elsewhere:")));
    for (const auto kind : allNoticeKinds) {
        auto *box = named(new QCheckBox(noticeKindText(kind)), u"notice%1"_s.arg(static_cast<int>(kind)));
        m_notices.insert(kind, box);
        form->addRow(box);
    }
    form->addRow(tr("Long is more &than"), m_longRun);
    connect(m_notices.value(NoticeKind::LongRun), &QCheckBox::toggled, m_longRun, &QWidget::setEnabled);
    return page;
}

QWidget *SettingsDialog::leavingPage()
{
    auto *page = new QWidget;
    auto *form = formOn(*page);
    form->addRow(new SecondaryLabel(tr("What happens to the instances that you opened from this computer:")));
    for (const auto occasion : allOccasions) {
        auto *box = named(new QComboBox, u"leaving%1"_s.arg(static_cast<int>(occasion)));
        for (const auto action : {LeaveAction::Nothing, LeaveAction::Suspend, LeaveAction::Stop})
            box->addItem(leaveActionText(action), static_cast<int>(action));
        m_leaving.insert(occasion, box);
        connect(box, &QComboBox::currentIndexChanged, this, &SettingsDialog::updateLongIdle);
        form->addRow(occasionText(occasion), box);
    }
    form->addRow(tr("&Long is more than"), m_longIdle);
    form->addRow(new SecondaryLabel(
        tr("Before a lock or a long absence takes effect there is a minute to say no. An instance with more than 2 GB "
           "cannot be suspended: it is left alone, and you are told. Each instance's own idle rule works in any "
           "case.")));
    return page;
}

QWidget *SettingsDialog::appearancePage()
{
    auto *page = new QWidget;
    auto *form = formOn(*page);
    using Appearance = Preferences::Appearance;
    m_appearance->addItem(tr("As the desktop"), static_cast<int>(Appearance::System));
    m_appearance->addItem(tr("Light"), static_cast<int>(Appearance::Light));
    m_appearance->addItem(tr("Dark"), static_cast<int>(Appearance::Dark));
    form->addRow(tr("&Colours"), m_appearance);
    m_language->addItem(tr("As the desktop"), QString());
    for (const auto &[code, name] : languages()) // each in its own words, for who cannot read this one
        m_language->addItem(name, code);
    form->addRow(tr("&Language"), m_language);
    return page;
}

QWidget *SettingsDialog::advancedPage()
{
    auto *page = new QWidget;
    auto *form = formOn(*page);
    const auto &desktop = m_services.desktop;
    if (!desktop.apiAddress.isEmpty()) {
        auto *address = valueLabel(u"apiAddress"_s);
        address->setText(desktop.apiAddress);
        form->addRow(tr("Fly.io's API"), address);
    }
    auto *file = valueLabel(u"settingsFile"_s);
    file->setText(m_services.settings.file());
    form->addRow(tr("Settings file"), file);
    m_logLevel->addItem(tr("Errors only"), static_cast<int>(LogLevel::Error));
    m_logLevel->addItem(tr("Warnings too"), static_cast<int>(LogLevel::Warning));
    m_logLevel->addItem(tr("What is done"), static_cast<int>(LogLevel::Info));
    m_logLevel->addItem(tr("Everything, for a report"), static_cast<int>(LogLevel::Debug));
    form->addRow(tr("What is lo&gged"), m_logLevel);
    const auto feed = m_services.settings.releaseFeed();
    m_looksForUpdates->setVisible(!feed.isEmpty());
    //: %1 is an address
    m_looksForUpdates->setToolTip(tr("Asks %1. Nothing is said about you.").arg(feed.host()));
    form->addRow(m_looksForUpdates);
    auto *buttons = new QHBoxLayout;
    if (desktop.show && !desktop.logFolder.isEmpty()) {
        auto *logs = named(new QPushButton(tr("Open the folder of &logs")), u"openLogs"_s);
        connect(logs, &QPushButton::clicked, this, [this] { m_services.desktop.show(m_services.desktop.logFolder); });
        buttons->addWidget(logs);
    }
    if (desktop.saveReport) {
        auto *report = named(new QPushButton(tr("Save a &report…")), u"saveReport"_s);
        connect(report, &QPushButton::clicked, this, &SettingsDialog::saveReport);
        buttons->addWidget(report);
    }
    buttons->addStretch();
    form->addRow(buttons);
    form->addRow(new SecondaryLabel(
        tr("A report holds versions, settings, the states of instances and the newest log. No token or password is in "
           "it, but names and addresses are.")));
    return page;
}

void SettingsDialog::fill(const Preferences &preferences)
{
    m_closesToTray->setChecked(preferences.closesToTray);
    m_startsHidden->setChecked(preferences.startsHidden);
    m_startsAtLogin->setChecked(m_services.desktop.startsAtLogin && m_services.desktop.startsAtLogin());
    m_poll->setValue(preferences.pollSeconds);
    m_hiddenPoll->setValue(preferences.hiddenPollSeconds);
    m_budget->setValue(preferences.monthlyBudget);
    for (auto box = m_notices.cbegin(); box != m_notices.cend(); ++box)
        box.value()->setChecked(!preferences.muted.contains(box.key()));
    m_longRun->setValue(preferences.longRunHours);
    for (auto box = m_leaving.cbegin(); box != m_leaving.cend(); ++box)
        choose(*box.value(), preferences.actionOn(box.key()));
    m_longIdle->setValue(preferences.longIdleMinutes);
    choose(*m_appearance, preferences.appearance);
    m_language->setCurrentIndex(std::max(0, m_language->findData(preferences.language)));
    choose(*m_logLevel, preferences.logLevel);
    m_looksForUpdates->setChecked(preferences.looksForUpdates);
    updateLongIdle();
}

Preferences SettingsDialog::chosen() const
{
    auto preferences = m_services.settings.preferences();
    preferences.closesToTray = m_closesToTray->isChecked();
    preferences.startsHidden = m_startsHidden->isChecked();
    preferences.pollSeconds = m_poll->value();
    preferences.hiddenPollSeconds = m_hiddenPoll->value();
    preferences.monthlyBudget = m_budget->value();
    preferences.muted.clear();
    for (auto box = m_notices.cbegin(); box != m_notices.cend(); ++box) {
        if (!box.value()->isChecked())
            preferences.muted.insert(box.key());
    }
    preferences.longRunHours = m_longRun->value();
    for (auto box = m_leaving.cbegin(); box != m_leaving.cend(); ++box)
        preferences.setAction(box.key(), chosenIn<LeaveAction>(*box.value()));
    preferences.longIdleMinutes = m_longIdle->value();
    preferences.language = m_language->currentData().toString();
    preferences.looksForUpdates = m_looksForUpdates->isChecked();
    preferences.logLevel = chosenIn<LogLevel>(*m_logLevel);
    preferences.appearance = chosenIn<Preferences::Appearance>(*m_appearance);
    return preferences;
}

void SettingsDialog::updateLongIdle()
{
    const auto *box = m_leaving.value(Occasion::LongIdle);
    m_longIdle->setEnabled(box && chosenIn<LeaveAction>(*box) != LeaveAction::Nothing);
}

void SettingsDialog::accept()
{
    const auto &desktop = m_services.desktop;
    if (desktop.setStartsAtLogin && desktop.startsAtLogin() != m_startsAtLogin->isChecked()) {
        const auto problem = desktop.setStartsAtLogin(m_startsAtLogin->isChecked());
        if (!problem.isEmpty()) {
            m_outcome->setText(problem);
            m_outcome->setAlarming(true);
            m_outcome->show();
            return;
        }
    }
    m_services.settings.setPreferences(chosen());
    QDialog::accept();
}

void SettingsDialog::saveReport()
{
    auto *dialog = new QFileDialog(this, tr("Save a report"), {}, tr("Text (*.txt)"));
    dialog->setObjectName(u"reportFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"txt"_s);
    dialog->selectFile(u"remote-swarm-report.txt"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        const auto problem = m_services.desktop.saveReport(file);
        m_outcome->setAlarming(!problem.isEmpty());
        m_outcome->setText(problem.isEmpty() ? tr("Saved to %1.").arg(file) : problem);
        m_outcome->show();
    });
    dialog->open();
}

} // namespace swarm
