#pragma once

#include "model/configuration.h"
#include "model/fleet.h"
#include "model/instancemodel.h"
#include "model/operationmodel.h"
#include "model/signin.h"
#include "ui/instanceactions.h"
#include "ui/listpane.h"
#include "ui/services.h"
#include "ui/showninstances.h"
#include "ui/windowcommands.h"

#include <QMainWindow>
#include <QTimer>

class QLineEdit;
class QSplitter;
class QStackedWidget;

namespace swarm {

class AccountButton;
class ActivityBar;
class DetailsPane;
class Settings;
class SignInCard;
class StatusLine;
class ToolBar;

//! The window: the swarm as a table, the selected instance beside it, what runs below it.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const Services &services, QWidget *parent = nullptr);
    ~MainWindow() override;

    //! With a tray, closing may leave the program there; without one, closing quits.
    void setHasTray(bool hasTray);
    void selectInstance(const InstanceId &id);
    //! Empty: none, or several.
    [[nodiscard]] InstanceId selectedInstance() const;
    //! Opens the dialog for a new instance, if somebody is signed in.
    void createInstance();
    void openSettings();
    //! Something to know that is no failure; stays above the list until it is dismissed.
    void addNotice(const QString &sentence, const QString &details);
    //! There is a newer version, and this page tells of it.
    void addUpdateNotice(const QString &version, const QUrl &page);
    //! Shows the window and brings it to the front, wherever it was.
    void present();

Q_SIGNALS:
    void demoRequested();
    void quitRequested();
    //! Whether anybody can see the window.
    void hidden(bool isHidden);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildActions();
    void buildBody();
    void connectModels();
    void addWindowAction(QAction &action, const QKeySequence &key, const QString &objectName);
    void selectionChanged();
    void updateFace();
    [[nodiscard]] QWidget *signInCard();
    //! Why nothing new can be made; empty when it can.
    [[nodiscard]] QString creationRefusal() const;
    [[nodiscard]] ListPane::Face listFace() const;
    [[nodiscard]] QString staleNote() const;
    void openChange(Verb verb, const InstanceId &id);
    void openWithSnapshot(Verb verb, const InstanceId &id, const QString &snapshot);
    void buildHelp();
    void openPalette();
    void confirmRemoval(const QList<InstanceId> &ids);
    void beginCreate(const InstanceSpec &spec);
    void selectCreated();
    //! Money that the provider wants first: a card with the way to the page where it is given.
    void offerRemedyPage(const Operation &operation);
    void showMenu(const QPoint &where);
    void retry();
    void tick();
    void updateHidden();
    void explainTray();
    void restoreLayout();
    void saveLayout();

    Services m_services;
    InstanceStore &m_store;
    Operations &m_operations;
    Fleet &m_fleet;
    SignIn &m_signIn;
    Settings &m_settings;
    InstanceModel m_instances;
    OperationModel m_operationModel;
    ShownInstances m_shown;
    InstanceActions m_actions;
    WindowCommands m_commands;
    QAction m_create;
    QAction m_refresh;
    QAction m_find;
    QAction m_orphans;
    QAction m_adopt;
    QAction m_columns;
    QAction m_preferences;
    QAction m_palette;
    QAction m_shortcuts;
    QAction m_documentation;
    QAction m_about;
    AccountButton *m_account;
    ToolBar *m_tools;
    QLineEdit *m_search;
    SignInCard *m_signInCard = nullptr; //!< made when somebody has to sign in
    ListPane *m_list;
    DetailsPane *m_details;
    QSplitter *m_splitter;
    ActivityBar *m_activity;
    QStackedWidget *m_pages;
    StatusLine *m_status;
    QTimer m_ticker;
    int m_ticks = 0;
    InstanceId m_awaited; //!< created, and to be selected as soon as its row is there
    bool m_hasTray = false;
    bool m_isHidden = true;
};

} // namespace swarm
