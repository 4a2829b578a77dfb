#pragma once

#include "model/async/taskscope.h"
#include "model/error.h"
#include "model/network.h"
#include "ui/instancepage.h"
#include "ui/services.h"

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QTreeWidget;
class QVBoxLayout;

namespace swarm {

class CopyButton;
class ErrorCard;
class LinkButton;
class SecondaryLabel;

//! How an instance is reached: its addresses and its host names. Asks only while somebody sees it, and again when
//! something was done with the instance.
class NetworkPage : public InstancePage
{
    Q_OBJECT

public:
    explicit NetworkPage(const Services &services, QWidget *parent = nullptr);
    ~NetworkPage() override;

    void setInstance(const Instance &instance, const QDateTime &now) override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildAddresses(QVBoxLayout &layout);
    void buildDomains(QVBoxLayout &layout);
    [[nodiscard]] QMenu *kindsMenu();
    void ask();
    void showAddresses(const Result<std::vector<Address>> &addresses);
    void showDomains(const Result<std::vector<Domain>> &domains);
    void showProblem(const Error &error);
    void update();

    [[nodiscard]] const Address *selectedAddress() const;
    [[nodiscard]] const Domain *selectedDomain() const;
    void confirmAddressRemoval();
    void addDomain();
    void checkDomain();
    void showRecords(const Domain &domain);
    void confirmDomainRemoval();

    Services m_services;
    Instance m_instance;
    std::vector<Address> m_addresses;
    std::vector<Domain> m_domains;
    QTreeWidget *m_addressList;
    CopyButton *m_copyAddress;
    LinkButton *m_removeAddress;
    QTreeWidget *m_domainList;
    SecondaryLabel *m_noDomains;
    QLineEdit *m_hostname;
    QPushButton *m_addDomain;
    SecondaryLabel *m_hostnameHint;
    LinkButton *m_checkDomain;
    LinkButton *m_removeDomain;
    QLabel *m_records;
    CopyButton *m_copyRecords;
    ErrorCard *m_problem;
    bool m_isKnown = false;
    std::unique_ptr<TaskScope> m_tasks; // last, so that its tasks go before anything they use
};

} // namespace swarm
