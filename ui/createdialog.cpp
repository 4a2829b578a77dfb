#include "ui/createdialog.h"

#include "model/instancestore.h"
#include "model/prices.h"
#include "ui/roomhint.h"
#include "ui/sizechooser.h"
#include "ui/widgets.h"
#include "ui/wording/commandwords.h"
#include "ui/wording/errorwords.h"
#include "ui/wording/instancewords.h"
#include "ui/wording/networkwords.h"
#include "ui/wording/regionnames.h"

#include <QClipboard>
#include <QComboBox>
#include <QFrame>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTimer>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

//! `height` is that of a field of one line, so that the words stand in line with those in the field.
SecondaryLabel *rowLabel(const QString &text, QWidget *field, int height)
{
    auto *label = new SecondaryLabel(text);
    label->setTextFormat(Qt::AutoText); // for the letter under Alt
    label->setWordWrap(false);
    label->setBuddy(field);
    label->setMinimumHeight(height);
    return label;
}

QString cityOf(const QString &code)
{
    return regionCity(code);
}

//! KEY=VALUE, one on a line. What has no "=" becomes a name without a value.
QMap<QString, QString> variablesIn(const QString &text)
{
    QMap<QString, QString> variables;
    const auto lines = text.split(u'\n', Qt::SkipEmptyParts);
    for (const auto &line : lines) {
        const auto name = line.section(u'=', 0, 0).trimmed();
        if (!name.isEmpty())
            variables.insert(name, line.section(u'=', 1));
    }
    return variables;
}

//! One on a line; what is none is complained about elsewhere.
std::vector<ServicePort> portsIn(const QString &text)
{
    std::vector<ServicePort> ports;
    const auto lines = text.split(u'\n', Qt::SkipEmptyParts);
    for (const auto &line : lines) {
        if (const auto port = portFrom(line.trimmed()))
            ports.push_back(*port);
    }
    return ports;
}

} // namespace

CreateDialog::CreateDialog(Provider &provider, const InstanceStore &store, Configuration configuration, QWidget *parent)
    : GrowingDialog(parent)
    , m_provider(provider)
    , m_store(store)
    , m_configuration(std::move(configuration))
    , m_name(new QLineEdit(proposedName()))
    , m_nameHint(new SecondaryLabel)
    , m_region(new QComboBox)
    , m_room(new RoomHint(provider))
    , m_size(new SizeChooser)
    , m_disk(new QSpinBox)
    , m_idle(new QComboBox)
    , m_idleMinutes(new QSpinBox)
    , m_repository(new QLineEdit(m_configuration.image.repository))
    , m_tag(new QLineEdit(m_configuration.image.tag))
    , m_env(new QPlainTextEdit)
    , m_clone(new QLineEdit)
    , m_address(new QComboBox)
    , m_arguments(new QPlainTextEdit)
    , m_ports(new QPlainTextEdit)
    , m_running(new QLabel)
    , m_always(new QLabel)
    , m_priceNote(new SecondaryLabel)
    , m_problem(new SecondaryLabel)
    , m_copy(new LinkButton(tr("Copy as command")))
    , m_create(new QPushButton(tr("Create")))
{
    setObjectName(u"createDialog"_s);
    setWindowTitle(tr("New instance"));
    const auto em = fontMetrics().height();
    buildRegion();
    buildIdle();

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(em);
    grid->setVerticalSpacing(em * 2 / 3);
    grid->setColumnMinimumWidth(0, labelWidth());
    grid->setColumnStretch(1, 1);
    buildRows(*grid);

    m_problem->setObjectName(u"specProblem"_s);
    m_problem->setAlarming(true);
    m_copy->setObjectName(u"copyCommand"_s);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(u"cancelCreate"_s);
    cancel->setAutoDefault(false);
    m_create->setObjectName(u"createButton"_s);
    m_create->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_copy);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_create);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(em * 3 / 2, em * 3 / 2, em * 3 / 2, em);
    layout->setSpacing(em * 2 / 3);
    layout->addLayout(grid);
    layout->addStretch();
    layout->addWidget(priceBox());
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 92);

    connect(m_name, &QLineEdit::textChanged, this, &CreateDialog::update);
    connect(m_region, &QComboBox::currentIndexChanged, this, &CreateDialog::update);
    connect(m_region, &QComboBox::activated, this, [this] { m_hasChosenRegion = true; });
    connect(m_size, &SizeChooser::changed, this, &CreateDialog::offerIdleRules);
    connect(m_disk, &QSpinBox::valueChanged, this, &CreateDialog::update);
    connect(m_idle, &QComboBox::currentIndexChanged, this, &CreateDialog::update);
    connect(m_idle, &QComboBox::activated, this, [this] { m_hasChosenIdle = true; });
    connect(m_idleMinutes, &QSpinBox::valueChanged, this, &CreateDialog::update);
    connect(m_repository, &QLineEdit::textChanged, this, &CreateDialog::update);
    connect(m_tag, &QLineEdit::textChanged, this, &CreateDialog::update);
    connect(m_env, &QPlainTextEdit::textChanged, this, &CreateDialog::update);
    connect(m_ports, &QPlainTextEdit::textChanged, this, &CreateDialog::update);
    connect(m_room, &RoomHint::changed, this, &CreateDialog::growToFit);
    connect(m_address, &QComboBox::currentIndexChanged, this, &CreateDialog::update);
    connect(m_copy, &QToolButton::clicked, this, &CreateDialog::copyCommand);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_create, &QPushButton::clicked, this, &CreateDialog::create);

    m_name->setFocus();
    m_name->selectAll();
    offerIdleRules();
    m_tasks.launch(m_provider.regions(), [this](const Result<RegionList> &list) { showRegions(list); });
}

void CreateDialog::buildRows(QGridLayout &grid)
{
    m_name->setObjectName(u"name"_s);
    m_name->setMaxLength(longestName + 10); // enough to see that it is too long
    m_nameHint->setObjectName(u"nameHint"_s);
    m_disk->setObjectName(u"disk"_s);
    m_disk->setRange(smallestDiskGb, largestDiskGb);
    m_disk->setValue(InstanceSpec().diskGb);
    m_disk->setSuffix(tr(" GB"));
    m_repository->setObjectName(u"imageRepository"_s);
    m_repository->setAccessibleName(tr("Image repository"));
    m_tag->setObjectName(u"imageTag"_s);
    m_tag->setAccessibleName(tr("Image tag"));

    const auto em = fontMetrics().height();
    const auto withHint = [em](QWidget *field, QWidget *hint) {
        auto *box = new QVBoxLayout;
        box->setSpacing(em / 4);
        box->addWidget(field);
        box->addWidget(hint);
        return box;
    };
    auto *diskHint =
        new SecondaryLabel(tr("Holds /home/coder: projects, extensions, settings. Can grow later, never shrink."));
    const auto line = [em] {
        auto *layout = new QHBoxLayout;
        layout->setSpacing(em / 2);
        return layout;
    };
    auto *diskLine = line();
    diskLine->addWidget(m_disk);
    diskLine->addWidget(diskHint, 1);
    auto *idleLine = line();
    idleLine->addWidget(m_idle, 1);
    idleLine->addWidget(m_idleMinutes);
    auto *imageLine = line();
    imageLine->addWidget(m_repository, 3);
    imageLine->addWidget(m_tag, 1);

    int row = 0;
    const auto add = [this, &grid, &row](const QString &label, QWidget *field, QLayout *fields) {
        grid.addWidget(rowLabel(label, field, m_name->sizeHint().height()), row, 0, Qt::AlignTop);
        grid.addLayout(fields, row++, 1);
    };
    auto *sizeLine = line();
    sizeLine->addWidget(m_size);
    add(tr("&Name"), m_name, withHint(m_name, m_nameHint));
    add(tr("&Region"), m_region, withHint(m_region, m_room));
    add(tr("Size"), m_size, sizeLine);
    add(tr("&Disk"), m_disk, diskLine);
    add(tr("When &idle"), m_idle, idleLine);
    add(tr("I&mage"), m_repository, imageLine);

    auto *more = new FoldButton(tr("More: repository to clone, environment, address, ports, arguments"));
    more->setObjectName(u"more"_s);
    auto *fields = moreFields();
    connect(more, &QToolButton::toggled, this, [this, fields](bool isOpen) {
        fields->setVisible(isOpen);
        fitHeight();
    });
    grid.addWidget(more, row++, 1, Qt::AlignLeft);
    grid.addWidget(fields, row, 0, 1, 2);
}

int CreateDialog::labelWidth() const
{
    return fontMetrics().horizontalAdvance(tr("&Environment")); // the widest of both grids
}

void CreateDialog::buildRegion()
{
    m_region->setObjectName(u"region"_s);
    m_region->setMaxVisibleItems(20);
    auto codes = m_configuration.regions.isEmpty() ? fallbackRegions() : m_configuration.regions;
    const auto wanted = m_configuration.region();
    if (!codes.contains(wanted))
        codes.append(wanted);
    fillRegions(codes, {}, wanted);
}

void CreateDialog::buildIdle()
{
    m_idle->setObjectName(u"idle"_s);
    for (const auto action :
         {IdleRule::Action::Suspend, IdleRule::Action::Stop, IdleRule::Action::StopAfter, IdleRule::Action::Never})
        m_idle->addItem(idleActionText(action), static_cast<int>(action));
    m_idleMinutes->setObjectName(u"idleMinutes"_s);
    m_idleMinutes->setAccessibleName(tr("Minutes until it stops"));
    m_idleMinutes->setRange(2, 24 * 60);
    m_idleMinutes->setValue(30);
    m_idleMinutes->setSuffix(tr(" min"));
}

QWidget *CreateDialog::moreFields()
{
    m_clone->setObjectName(u"clone"_s);
    m_clone->setPlaceholderText(u"https://example.org/project.git"_s);
    m_env->setObjectName(u"environment"_s);
    m_env->setPlaceholderText(tr("KEY=VALUE, one on a line"));
    m_arguments->setObjectName(u"arguments"_s);
    m_arguments->setPlaceholderText(tr("For code-server, one on a line"));
    m_ports->setObjectName(u"extraPorts"_s);
    //: an example; the words in it stay as they are
    m_ports->setPlaceholderText(tr("Outside:inside:handlers, such as 3000:3000:tls,http; one on a line"));
    for (auto *edit : {m_env, m_arguments, m_ports}) {
        edit->setTabChangesFocus(true);
        edit->setFixedHeight(fontMetrics().lineSpacing() * 3 + fontMetrics().height());
    }
    m_address->setObjectName(u"addressKind"_s);
    m_address->addItem(tr("Shared IPv4 and IPv6, free"), static_cast<int>(AddressKind::Shared));
    m_address->addItem(tr("Dedicated IPv4, about %1 a month").arg(moneyText(dedicatedV4PerMonth())),
                       static_cast<int>(AddressKind::DedicatedV4));
    m_address->addItem(tr("Private network only"), static_cast<int>(AddressKind::Private));

    const auto em = fontMetrics().height();
    auto *fields = new QWidget;
    fields->setObjectName(u"moreFields"_s);
    auto *grid = new QGridLayout(fields);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(em);
    grid->setVerticalSpacing(em / 2);
    grid->setColumnMinimumWidth(0, labelWidth());
    grid->setColumnStretch(1, 1);
    int row = 0;
    const auto add = [this, grid, &row](const QString &label, QWidget *field) {
        grid->addWidget(rowLabel(label, field, m_name->sizeHint().height()), row, 0, Qt::AlignTop);
        grid->addWidget(field, row++, 1);
    };
    add(tr("Re&pository"), m_clone);
    add(tr("&Environment"), m_env);
    add(tr("&Address"), m_address);
    add(tr("P&orts"), m_ports);
    add(tr("Ar&guments"), m_arguments);
    fields->hide();
    return fields;
}

QWidget *CreateDialog::priceBox()
{
    m_running->setObjectName(u"priceRunning"_s);
    m_always->setObjectName(u"priceAlways"_s);
    m_priceNote->setObjectName(u"priceNote"_s);
    auto *box = new QFrame;
    box->setFrameShape(QFrame::StyledPanel);
    box->setAutoFillBackground(true);
    box->setBackgroundRole(QPalette::Base);
    auto *grid = new QGridLayout(box);
    grid->setVerticalSpacing(fontMetrics().height() / 4);
    grid->addWidget(m_running, 0, 0);
    grid->addWidget(m_always, 0, 1, Qt::AlignRight);
    grid->addWidget(m_priceNote, 1, 0, 1, 2);
    return box;
}

void CreateDialog::showRegions(const Result<RegionList> &list)
{
    if (!list)
        return; // the plan's own codes stay on offer
    QStringList codes;
    for (const auto &region : list->regions) {
        if (!region.isDeprecated)
            codes += region.code;
    }
    if (codes.isEmpty())
        return;
    codes = allowed(codes);
    auto wanted = m_region->currentData().toString();
    if (!m_hasChosenRegion && m_configuration.defaultRegion.isEmpty() && codes.contains(list->nearest))
        wanted = list->nearest;
    fillRegions(codes, list->nearest, wanted);
}

QStringList CreateDialog::allowed(const QStringList &codes) const
{
    QStringList some;
    std::ranges::copy_if(codes, std::back_inserter(some),
                         [this](const QString &code) { return m_configuration.allows(code); });
    return some.isEmpty() ? m_configuration.regions : some; // Fly.io will say what it thinks of them
}

void CreateDialog::fillRegions(const QStringList &codes, const QString &nearest, const QString &wanted)
{
    auto sorted = codes;
    std::ranges::sort(sorted, {}, cityOf);
    if (sorted.removeOne(nearest))
        sorted.prepend(nearest);
    {
        const QSignalBlocker blocker(m_region);
        m_region->clear();
        for (const auto &code : std::as_const(sorted))
            //: %1 is a place, such as "Amsterdam (ams)"
            m_region->addItem(code == nearest ? tr("%1 · nearest").arg(regionText(code)) : regionText(code), code);
        m_region->setCurrentIndex(std::max(0, m_region->findData(wanted)));
    }
    update();
}

void CreateDialog::offerIdleRules()
{
    const bool suspends = canSuspend(m_size->size());
    const int suspendRow = m_idle->findData(static_cast<int>(IdleRule::Action::Suspend));
    const int stopRow = m_idle->findData(static_cast<int>(IdleRule::Action::Stop));
    auto *item = static_cast<QStandardItemModel *>(m_idle->model())->item(suspendRow); // what a combo box has
    item->setEnabled(suspends);
    item->setText(suspends ? idleActionText(IdleRule::Action::Suspend) : tr("Suspend (only up to 2 GB of memory)"));
    if (!suspends && m_idle->currentIndex() == suspendRow)
        m_idle->setCurrentIndex(stopRow);
    else if (suspends && !m_hasChosenIdle)
        m_idle->setCurrentIndex(suspendRow);
    update();
}

InstanceSpec CreateDialog::spec() const
{
    InstanceSpec spec{.name = m_name->text().trimmed(),
                      .region = m_region->currentData().toString(),
                      .size = m_size->size(),
                      .diskGb = m_disk->value(),
                      .image = image(),
                      .idle = {.action = static_cast<IdleRule::Action>(m_idle->currentData().toInt())},
                      .env = variablesIn(m_env->toPlainText()),
                      .repository = m_clone->text().trimmed(),
                      .address = static_cast<AddressKind>(m_address->currentData().toInt()),
                      .services = portsIn(m_ports->toPlainText()),
                      .arguments = m_arguments->toPlainText().split(u'\n', Qt::SkipEmptyParts)};
    if (spec.idle.action == IdleRule::Action::StopAfter)
        spec.idle.after = std::chrono::minutes(m_idleMinutes->value());
    return spec;
}

Image CreateDialog::image() const
{
    Image image{.repository = m_repository->text().trimmed(), .tag = m_tag->text().trimmed()};
    const auto &usual = m_configuration.image;
    if (image.repository == usual.repository && image.tag == usual.tag)
        image.digest = usual.digest; // has no field
    return image;
}

QString CreateDialog::portProblem() const
{
    const auto lines = m_ports->toPlainText().split(u'\n', Qt::SkipEmptyParts);
    for (const auto &line : lines) {
        const auto port = portFrom(line.trimmed());
        if (!port)
            //: %1 is what somebody typed; the example stays as it is
            return tr("%1 is no port: write it like 3000:3000:tls,http.").arg(line.trimmed());
        if (const auto problem = problemOfPort(*port))
            return portRefusalText({.problem = *problem, .port = *port});
    }
    return {};
}

std::optional<SpecProblem> CreateDialog::problem(const InstanceSpec &spec) const
{
    const bool isTaken =
        std::ranges::any_of(m_store.instances(), [&spec](const Instance &known) { return known.name == spec.name; });
    if (isTaken)
        return SpecProblem::NameTaken;
    return problemOf(spec);
}

void CreateDialog::update()
{
    const auto wanted = spec();
    const auto wrong = problem(wanted);
    const bool isNameWrong = wrong
        && (*wrong == SpecProblem::NameEmpty || *wrong == SpecProblem::NameTooLong
            || *wrong == SpecProblem::NameCharacters || *wrong == SpecProblem::NameTaken);
    if (isNameWrong)
        m_nameHint->setText(sentence(*wrong, wanted));
    else if (wanted.address == AddressKind::Private)
        m_nameHint->setText(tr("Will have no public address."));
    else
        m_nameHint->setText(
            //: %1 is the address, such as thesis.fly.dev
            tr("Will answer at %1, or with four more characters where that is taken.")
                .arg(wanted.name + ".fly.dev"_L1));
    m_nameHint->setAlarming(isNameWrong);
    const auto rest = wrong && !isNameWrong ? sentence(*wrong, wanted) : portProblem();
    const bool isGood = !wrong && rest.isEmpty();
    m_problem->setText(rest);
    m_problem->setVisible(!rest.isEmpty());
    m_create->setEnabled(isGood);
    m_copy->setEnabled(isGood);
    m_room->setWanted({.near = wanted.region, .size = wanted.size, .diskGb = wanted.diskGb});
    m_idleMinutes->setVisible(wanted.idle.action == IdleRule::Action::StopAfter);
    showPrice(wanted);
    growToFit();
}

void CreateDialog::showPrice(const InstanceSpec &spec)
{
    const bool hasOwnAddress = spec.address == AddressKind::DedicatedV4;
    const auto monthly = diskPerMonth(spec.diskGb) + (hasOwnAddress ? dedicatedV4PerMonth() : 0);
    m_running->setText(tr("About %1 an hour while running").arg(hourlyText(computePerHour(spec.size, spec.region))));
    m_always->setText(hasOwnAddress ? tr("%1 a month for disk and address, always").arg(moneyText(monthly))
                                    : tr("%1 a month for the disk, always").arg(moneyText(monthly)));
    constexpr int hours = 40;
    const auto example = monthly + hours * computePerHour(spec.size, spec.region);
    //: %1 hours, %2 money, %3 a date, %4 a place
    m_priceNote->setText(tr("%1 hours a month: about %2. Prices of %3 for %4, before tax.")
                             .arg(hours)
                             .arg(moneyText(example), dateText(pricesValidFrom()), regionCity(spec.region)));
}

void CreateDialog::create()
{
    const auto wanted = spec();
    if (problem(wanted) || !portProblem().isEmpty())
        return;
    accept();
    Q_EMIT createRequested(wanted);
}

void CreateDialog::copyCommand()
{
    QGuiApplication::clipboard()->setText(createCommand(spec(), m_configuration.image));
    m_copy->setText(tr("Copied"));
    QTimer::singleShot(std::chrono::milliseconds(1500), this, [this] { m_copy->setText(tr("Copy as command")); });
}

} // namespace swarm
