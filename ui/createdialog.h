#pragma once

#include "model/async/taskscope.h"
#include "model/configuration.h"
#include "model/instancespec.h"
#include "model/provider.h"
#include "ui/growingdialog.h"

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace swarm {

class InstanceStore;
class LinkButton;
class RoomHint;
class SecondaryLabel;
class SizeChooser;

//! Asks what a new instance should be. Every default is good enough to press Enter.
class CreateDialog : public GrowingDialog
{
    Q_OBJECT

public:
    CreateDialog(Provider &provider, const InstanceStore &store, Configuration configuration,
                 QWidget *parent = nullptr);

    [[nodiscard]] InstanceSpec spec() const;

Q_SIGNALS:
    void createRequested(const swarm::InstanceSpec &spec);

private:
    void buildRows(QGridLayout &grid);
    [[nodiscard]] int labelWidth() const;
    void buildRegion();
    void buildIdle();
    [[nodiscard]] QWidget *moreFields();
    [[nodiscard]] QWidget *priceBox();
    void showRegions(const Result<RegionList> &list);
    //! Those of the codes where the configuration allows new instances.
    [[nodiscard]] QStringList allowed(const QStringList &codes) const;
    void fillRegions(const QStringList &codes, const QString &nearest, const QString &wanted);
    void offerIdleRules();
    [[nodiscard]] Image image() const;
    //! What somebody typed that is no port; empty: all of it is.
    [[nodiscard]] QString portProblem() const;
    [[nodiscard]] std::optional<SpecProblem> problem(const InstanceSpec &spec) const;
    void update();
    void showPrice(const InstanceSpec &spec);
    void create();
    void copyCommand();

    Provider &m_provider;
    const InstanceStore &m_store;
    Configuration m_configuration;
    QLineEdit *m_name;
    SecondaryLabel *m_nameHint;
    QComboBox *m_region;
    RoomHint *m_room;
    SizeChooser *m_size;
    QSpinBox *m_disk;
    QComboBox *m_idle;
    QSpinBox *m_idleMinutes;
    QLineEdit *m_repository;
    QLineEdit *m_tag;
    QPlainTextEdit *m_env;
    QLineEdit *m_clone;
    QComboBox *m_address;
    QPlainTextEdit *m_arguments;
    QPlainTextEdit *m_ports;
    QLabel *m_running;
    QLabel *m_always;
    SecondaryLabel *m_priceNote;
    SecondaryLabel *m_problem;
    LinkButton *m_copy;
    QPushButton *m_create;
    bool m_hasChosenRegion = false;
    bool m_hasChosenIdle = false;
    TaskScope m_tasks; // last, so that its tasks go before anything they use
};

} // namespace swarm
