#include "ui/networkpage.h"

#include "model/clock.h"
#include "model/hostname.h"
#include "model/operations.h"
#include "model/provider.h"
#include "ui/copybutton.h"
#include "ui/errorcard.h"
#include "ui/lossquestion.h"
#include "ui/widgets.h"
#include "ui/wording/networkwords.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

QTreeWidget *table(const QString &name, const QString &title, const QStringList &columns)
{
    auto *list = new QTreeWidget;
    list->setObjectName(name);
    list->setAccessibleName(title);
    list->setHeaderLabels(columns);
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setFixedHeight(list->fontMetrics().height() * 8);
    list->setColumnWidth(0, list->fontMetrics().averageCharWidth() * 26);
    return list;
}

int currentRow(const QTreeWidget &list)
{
    return list.indexOfTopLevelItem(list.currentItem());
}

} // namespace

NetworkPage::NetworkPage(const Services &services, QWidget *parent)
    : InstancePage(parent)
    , m_services(services)
    , m_addressList(table(u"addresses"_s, tr("Addresses"), {tr("Address"), tr("Kind"), tr("Price")}))
    , m_copyAddress(new CopyButton)
    , m_removeAddress(new LinkButton(tr("Remove…")))
    , m_domainList(table(u"domains"_s, tr("Host names"), {tr("Host name"), tr("State")}))
    , m_noDomains(new SecondaryLabel)
    , m_hostname(new QLineEdit)
    , m_addDomain(new QPushButton(tr("Add")))
    , m_hostnameHint(new SecondaryLabel)
    , m_checkDomain(new LinkButton(tr("Check now")))
    , m_removeDomain(new LinkButton(tr("Remove…")))
    , m_records(valueLabel(u"dnsRecords"_s))
    , m_copyRecords(new CopyButton)
    , m_problem(new ErrorCard)
{
    setObjectName(u"networkPage"_s);
    m_problem->setObjectName(u"networkProblem"_s);
    m_problem->hide();
    connect(m_problem, &ErrorCard::actionClicked, this, &NetworkPage::ask);
    auto *isolation =
        new SecondaryLabel(tr("Each instance has a private network of its own: none can reach a port of another one."));
    const auto em = fontMetrics().height();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(em, em * 2 / 3, em, em * 2 / 3);
    layout->setSpacing(em / 2);
    layout->addWidget(m_problem);
    buildAddresses(*layout);
    layout->addSpacing(em / 2);
    buildDomains(*layout);
    layout->addStretch(1);
    layout->addWidget(isolation);
    connect(&services.operations, &Operations::finished, this, [this](const Operation &operation) {
        if (operation.instance != m_instance.id)
            return;
        m_isKnown = false;
        if (isVisible())
            ask();
        if (operation.domain)
            showRecords(*operation.domain);
        else if (operation.verb == Verb::RemoveDomain && !operation.error)
            showRecords({}); // they were about a name that is gone
    });
    update();
}

NetworkPage::~NetworkPage() = default;

void NetworkPage::buildAddresses(QVBoxLayout &layout)
{
    auto *heading = new QLabel(tr("Addresses"));
    makeHeading(*heading, 1);
    auto *add = new LinkButton(tr("Add"));
    add->setObjectName(u"addAddress"_s);
    add->setPopupMode(QToolButton::InstantPopup);
    add->setMenu(kindsMenu());
    m_copyAddress->setObjectName(u"copySelectedAddress"_s);
    m_copyAddress->setAccessibleName(tr("Copy the address"));
    m_removeAddress->setObjectName(u"removeAddress"_s);
    auto *ports = new LinkButton(tr("Ports…"));
    ports->setObjectName(u"changePorts"_s);
    connect(ports, &QToolButton::clicked, this, [this] { Q_EMIT changeRequested(Verb::ChangePorts, m_instance.id); });
    auto *row = new QHBoxLayout;
    row->addWidget(heading, 1);
    row->addWidget(ports);
    row->addWidget(add);
    row->addWidget(m_copyAddress);
    row->addWidget(m_removeAddress);
    layout.addLayout(row);
    layout.addWidget(m_addressList);
    connect(m_addressList, &QTreeWidget::currentItemChanged, this, &NetworkPage::update);
    connect(m_removeAddress, &QToolButton::clicked, this, &NetworkPage::confirmAddressRemoval);
}

QMenu *NetworkPage::kindsMenu()
{
    using Kind = AddressRequest::Kind;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"addressKinds"_s);
    for (const auto kind : {Kind::SharedV4, Kind::V4, Kind::V6, Kind::Private, Kind::Egress}) {
        auto *action = menu->addAction(addressOfferText(kind));
        connect(action, &QAction::triggered, this, [this, kind] {
            const auto region = kind == Kind::Egress ? m_instance.region : QString();
            m_services.operations.begin(
                {.verb = Verb::AddAddress, .instance = m_instance.id, .address = {.kind = kind, .region = region}});
        });
    }
    return menu;
}

void NetworkPage::buildDomains(QVBoxLayout &layout)
{
    auto *heading = new QLabel(tr("Host names of your own"));
    makeHeading(*heading, 1);
    m_noDomains->setObjectName(u"noDomains"_s);
    m_checkDomain->setObjectName(u"checkDomain"_s);
    m_removeDomain->setObjectName(u"removeDomain"_s);
    m_hostname->setObjectName(u"hostname"_s);
    m_hostname->setAccessibleName(tr("Host name to add"));
    m_hostname->setPlaceholderText(u"code.example.org"_s);
    m_addDomain->setObjectName(u"addDomain"_s);
    m_hostnameHint->setObjectName(u"hostnameHint"_s);
    m_copyRecords->setObjectName(u"copyRecords"_s);
    m_copyRecords->setAccessibleName(tr("Copy the DNS records"));
    m_records->hide();
    m_copyRecords->hide();

    auto *head = new QHBoxLayout;
    head->addWidget(heading, 1);
    head->addWidget(m_checkDomain);
    head->addWidget(m_removeDomain);
    auto *adding = new QHBoxLayout;
    adding->addWidget(m_hostname, 1);
    adding->addWidget(m_addDomain);
    auto *records = new QHBoxLayout;
    records->addWidget(m_records, 1);
    records->addWidget(m_copyRecords, 0, Qt::AlignTop);
    layout.addLayout(head);
    layout.addWidget(m_domainList);
    layout.addWidget(m_noDomains);
    layout.addLayout(adding);
    layout.addWidget(m_hostnameHint);
    layout.addLayout(records);
    connect(m_domainList, &QTreeWidget::currentItemChanged, this, &NetworkPage::update);
    connect(m_hostname, &QLineEdit::textChanged, this, &NetworkPage::update);
    connect(m_hostname, &QLineEdit::returnPressed, this, &NetworkPage::addDomain);
    connect(m_addDomain, &QPushButton::clicked, this, &NetworkPage::addDomain);
    connect(m_checkDomain, &QToolButton::clicked, this, &NetworkPage::checkDomain);
    connect(m_removeDomain, &QToolButton::clicked, this, &NetworkPage::confirmDomainRemoval);
}

void NetworkPage::setInstance(const Instance &instance, const QDateTime &)
{
    const bool isOther = instance.id != m_instance.id;
    m_instance = instance;
    if (!isOther)
        return;
    m_isKnown = false;
    m_tasks.reset();
    m_addresses.clear();
    m_domains.clear();
    m_addressList->clear();
    m_domainList->clear();
    m_hostname->clear();
    m_records->hide();
    m_copyRecords->hide();
    update();
    if (isVisible())
        ask();
}

void NetworkPage::showEvent(QShowEvent *event)
{
    InstancePage::showEvent(event);
    if (!m_isKnown && !m_instance.id.isEmpty())
        ask();
}

void NetworkPage::ask()
{
    m_isKnown = true;
    m_problem->hide();
    m_noDomains->setText(tr("Asking Fly.io…"));
    m_tasks = std::make_unique<TaskScope>(); // answers about another one are not waited for
    m_tasks->launch(m_services.provider.addresses(m_instance),
                    [this](const Result<std::vector<Address>> &addresses) { showAddresses(addresses); });
    m_tasks->launch(m_services.provider.domains(m_instance),
                    [this](const Result<std::vector<Domain>> &domains) { showDomains(domains); });
}

void NetworkPage::showAddresses(const Result<std::vector<Address>> &addresses)
{
    if (!addresses)
        return showProblem(addresses.error());
    const auto *selected = selectedAddress();
    const auto ip = selected ? selected->ip : QString();
    m_addressList->clear();
    m_addresses = *addresses;
    for (const auto &address : m_addresses) {
        auto *row =
            new QTreeWidgetItem(m_addressList, {address.ip, addressKindText(address.kind), addressPriceText(address)});
        if (address.ip == ip)
            m_addressList->setCurrentItem(row);
    }
    update();
}

void NetworkPage::showDomains(const Result<std::vector<Domain>> &domains)
{
    if (!domains)
        return showProblem(domains.error());
    const auto *selected = selectedDomain();
    const auto hostname = selected ? selected->hostname : QString();
    m_domainList->clear();
    m_domains = *domains;
    const auto now = m_services.clock.now();
    for (const auto &domain : m_domains) {
        auto *row = new QTreeWidgetItem(m_domainList, {domain.hostname, domainStateText(domain, now)});
        row->setToolTip(1, domain.problems.join(u'\n'));
        if (domain.hostname == hostname)
            m_domainList->setCurrentItem(row);
    }
    if (!m_domainList->currentItem())
        m_domainList->setCurrentItem(m_domainList->topLevelItem(0));
    //: %1 is an address such as box.fly.dev
    m_noDomains->setText(tr("It answers at %1 only.").arg(m_instance.url.host()));
    update();
}

void NetworkPage::showProblem(const Error &error)
{
    m_isKnown = false; // it is asked again when somebody comes back to it
    m_noDomains->clear();
    m_problem->setError(error, {}, tr("Retry"));
    m_problem->show();
}

const Address *NetworkPage::selectedAddress() const
{
    const int row = currentRow(*m_addressList);
    return row < 0 ? nullptr : &m_addresses[static_cast<std::size_t>(row)];
}

const Domain *NetworkPage::selectedDomain() const
{
    const int row = currentRow(*m_domainList);
    return row < 0 ? nullptr : &m_domains[static_cast<std::size_t>(row)];
}

void NetworkPage::update()
{
    m_removeAddress->setEnabled(selectedAddress() != nullptr);
    m_copyAddress->setEnabled(selectedAddress() != nullptr);
    m_copyAddress->setContent(selectedAddress() ? selectedAddress()->ip : QString());
    m_checkDomain->setEnabled(selectedDomain() != nullptr);
    m_removeDomain->setEnabled(selectedDomain() != nullptr);
    m_domainList->setVisible(!m_domains.empty());
    m_noDomains->setVisible(m_domains.empty());
    const auto typed = m_hostname->text().trimmed();
    const auto hostname = hostnameFrom(typed);
    m_addDomain->setEnabled(hostname.has_value());
    m_hostnameHint->setAlarming(!typed.isEmpty() && !hostname);
    m_hostnameHint->setText(typed.isEmpty() ? QString()
                                : hostname  ? domainPriceText(*hostname)
                                            : hostnameProblemText(hostname.error()));
    m_hostnameHint->setVisible(!typed.isEmpty());
}

void NetworkPage::confirmAddressRemoval()
{
    const auto *address = selectedAddress();
    if (!address)
        return;
    const bool isLast = address->isWayIn() && std::ranges::count_if(m_addresses, &Address::isWayIn) == 1;
    //: %1 is an address
    const auto question = isLast ? lastAddressText(address->ip) : tr("Remove the address %1?").arg(address->ip);
    askBeforeLoss(*this,
                  {.objectName = u"addressQuestion"_s,
                   .title = tr("Remove an address"),
                   .text = question,
                   .verb = tr("Remove"),
                   .buttonName = u"confirmAddressRemoval"_s},
                  [this, ip = address->ip, isLast] {
                      m_services.operations.begin(
                          {.verb = Verb::RemoveAddress, .instance = m_instance.id, .isForced = isLast, .ip = ip});
                  });
}

void NetworkPage::addDomain()
{
    const auto hostname = hostnameFrom(m_hostname->text().trimmed());
    if (!hostname)
        return;
    m_services.operations.begin({.verb = Verb::AddDomain, .instance = m_instance.id, .hostname = *hostname});
    m_hostname->clear();
}

void NetworkPage::checkDomain()
{
    const auto *domain = selectedDomain();
    if (!domain || !m_tasks)
        return;
    m_checkDomain->setEnabled(false);
    m_tasks->launch(m_services.provider.checkDomain(m_instance, domain->hostname, {}),
                    [this](const Result<Domain> &checked) {
                        update();
                        if (!checked)
                            return showProblem(checked.error());
                        for (auto &known : m_domains) {
                            if (known.hostname == checked->hostname)
                                known = *checked;
                        }
                        showDomains(m_domains);
                        showRecords(*checked);
                    });
}

void NetworkPage::showRecords(const Domain &domain)
{
    const auto words = recordsText(domain);
    m_records->setText(words);
    m_records->setVisible(!words.isEmpty());
    m_copyRecords->setContent(words);
    m_copyRecords->setVisible(!words.isEmpty());
}

void NetworkPage::confirmDomainRemoval()
{
    const auto *domain = selectedDomain();
    if (!domain)
        return;
    askBeforeLoss(
        *this,
        {.objectName = u"domainQuestion"_s,
         .title = tr("Remove a host name"),
         //: %1 is a host name
         .text = tr("Remove %1 and its certificate? Nobody gets here by that name any more.").arg(domain->hostname),
         .verb = tr("Remove"),
         .buttonName = u"confirmDomainRemoval"_s},
        [this, hostname = domain->hostname] {
            m_services.operations.begin({.verb = Verb::RemoveDomain, .instance = m_instance.id, .hostname = hostname});
        });
}

} // namespace swarm
