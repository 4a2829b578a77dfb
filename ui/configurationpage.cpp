#include "ui/configurationpage.h"

#include "model/imagereference.h"
#include "model/provider.h"
#include "ui/copybutton.h"
#include "ui/widgets.h"
#include "ui/wording/errorwords.h"
#include "ui/wording/instancewords.h"

#include <QFontDatabase>
#include <QGridLayout>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace swarm {

ConfigurationPage::ConfigurationPage(const Services &services, QWidget *parent)
    : InstancePage(parent)
    , m_services(services)
    , m_size(valueLabel(u"configSize"_s))
    , m_image(valueLabel(u"configImage"_s))
    , m_idle(valueLabel(u"configIdle"_s))
    , m_environment(valueLabel(u"configEnvironment"_s))
    , m_raw(new QPlainTextEdit)
    , m_copy(new CopyButton)
    , m_state(new SecondaryLabel)
{
    setObjectName(u"configurationPage"_s);
    const auto em = fontMetrics().height();
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(em * 2 / 3);
    grid->setVerticalSpacing(em / 4);
    grid->setColumnStretch(1, 1);
    addRow(*grid, tr("Size"), m_size, u"changeSize"_s, Verb::Resize);
    addRow(*grid, tr("Image"), m_image, u"changeImage"_s, Verb::ChangeImage);
    addRow(*grid, tr("Idle rule"), m_idle, u"changeIdle"_s, Verb::ChangeIdleRule);
    addRow(*grid, tr("Environment"), m_environment, u"changeEnvironment"_s, Verb::ChangeEnvironment);

    auto *heading = new QLabel(tr("As Fly.io has it"));
    makeHeading(*heading, 1);
    m_copy->setObjectName(u"copyConfiguration"_s);
    m_copy->setAccessibleName(tr("Copy the configuration"));
    m_raw->setObjectName(u"rawConfiguration"_s);
    m_raw->setAccessibleName(tr("Configuration of the machine, as JSON"));
    m_raw->setReadOnly(true);
    m_raw->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_raw->setTabChangesFocus(true);
    m_raw->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_state->setObjectName(u"configurationState"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(heading, 1);
    row->addWidget(m_copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(em, em * 2 / 3, em, em * 2 / 3);
    layout->setSpacing(em / 2);
    layout->addLayout(grid);
    layout->addSpacing(em / 2);
    layout->addLayout(row);
    layout->addWidget(m_raw, 1);
    layout->addWidget(m_state);
}

ConfigurationPage::~ConfigurationPage() = default;

void ConfigurationPage::addRow(QGridLayout &grid, const QString &label, QLabel *value, const QString &name, Verb verb)
{
    const int row = grid.rowCount();
    auto *title = new SecondaryLabel(label);
    title->setWordWrap(false);
    auto *change = new LinkButton(tr("Change…"));
    change->setObjectName(name);
    //: %1 is a part of a configuration, such as "Size"
    change->setAccessibleName(tr("Change: %1").arg(label));
    connect(change, &QToolButton::clicked, this, [this, verb] { Q_EMIT changeRequested(verb, m_instance.id); });
    grid.addWidget(title, row, 0, Qt::AlignTop);
    grid.addWidget(value, row, 1, Qt::AlignTop);
    grid.addWidget(change, row, 2, Qt::AlignTop);
    title->setMinimumHeight(change->sizeHint().height());
    value->setMinimumHeight(change->sizeHint().height());
}

void ConfigurationPage::setInstance(const Instance &instance, const QDateTime &)
{
    const bool isOther = instance.id != m_instance.id || instance.version != m_instance.version
        || instance.machine != m_instance.machine;
    m_instance = instance;
    m_size->setText(sizeText(instance.size));
    m_image->setText(exactImageText(instance.image));
    m_image->setToolTip(imageReference(instance.image));
    m_idle->setText(idleRuleText(instance));
    if (!isOther)
        return;
    m_isKnown = false;
    m_tasks.reset();
    m_environment->setText(u"–"_s);
    m_raw->clear();
    m_copy->setEnabled(false);
    if (isVisible())
        ask();
}

void ConfigurationPage::showEvent(QShowEvent *event)
{
    InstancePage::showEvent(event);
    if (!m_isKnown && !m_instance.id.isEmpty())
        ask();
}

void ConfigurationPage::ask()
{
    m_isKnown = true;
    m_state->setAlarming(false);
    m_state->setText(tr("Asking Fly.io…"));
    m_tasks = std::make_unique<TaskScope>(); // an answer about another one is not waited for
    m_tasks->launch(m_services.provider.configuration(m_instance),
                    [this](const Result<QJsonObject> &config) { showConfiguration(config); });
}

void ConfigurationPage::showConfiguration(const Result<QJsonObject> &config)
{
    m_state->setAlarming(!config);
    if (!config) {
        m_isKnown = false; // it is asked again when somebody comes back to it
        m_state->setText(sentence(config.error()) + u' ' + remedy(config.error()));
        return;
    }
    const auto names = config->value("env"_L1).toObject().keys();
    m_environment->setText(names.isEmpty() ? tr("No variables") : names.join(u", "_s));
    const auto text = QString::fromUtf8(QJsonDocument(*config).toJson());
    m_raw->setPlainText(text);
    m_copy->setContent(text);
    m_copy->setEnabled(true);
    m_state->setText(tr("What looks like a secret is blanked."));
}

} // namespace swarm
