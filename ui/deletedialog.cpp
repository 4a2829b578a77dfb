#include "ui/deletedialog.h"

#include "model/prices.h"
#include "ui/widgets.h"
#include "ui/wording/commandwords.h"
#include "ui/wording/instancewords.h"

#include <QCheckBox>
#include <QClipboard>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

constexpr int usualDays = 5;

struct DeleteWords {
    Q_DECLARE_TR_FUNCTIONS(swarm::DeleteDialog)

public:
    //! "running now" or "last ran 3 d ago": whether somebody may be in the middle of something.
    static QString activity(const Instance &instance, const QDateTime &now)
    {
        if (instance.status == Status::Running || isChanging(instance.status))
            return tr("running now");
        if (instance.ending.at.isValid())
            return tr("last ran %1 ago").arg(spanText(instance.ending.at.secsTo(now)));
        return tr("not running");
    }

    static QString machine(const Instance &instance, const QDateTime &now)
    {
        return tr("The machine in %1, %2").arg(regionText(instance.region), activity(instance, now));
    }

    static QString disk(const Instance &instance)
    {
        return instance.diskGb > 0 ? tr("The disk of %1 GB with everything in /home/coder").arg(instance.diskGb)
                                   : tr("The disk with everything in /home/coder");
    }

    static QString address(const Instance &instance)
    {
        return instance.url.isEmpty() ? tr("Its addresses") : tr("The address %1").arg(instance.url.host());
    }
};

QString bulleted(const QString &text)
{
    return u"•  "_s + text;
}

} // namespace

DeleteDialog::DeleteDialog(Instances instances, const QDateTime &now, QWidget *parent)
    : GrowingDialog(parent)
    , m_instances(std::move(instances))
    , m_now(now)
    , m_keeps(new QCheckBox)
    , m_days(new QSpinBox)
    , m_warning(new QLabel)
    , m_prompt(new QLabel)
    , m_typed(new QLineEdit)
    , m_copy(new LinkButton(tr("Copy as command")))
{
    Q_ASSERT(!m_instances.empty());
    setObjectName(u"deleteDialog"_s);
    const bool isOne = m_instances.size() == 1;
    const int count = static_cast<int>(m_instances.size());
    setWindowTitle(isOne ? tr("Delete instance") : tr("Delete instances"));
    const auto em = fontMetrics().height();

    auto *question =
        new QLabel(isOne ? tr("Delete %1?").arg(m_instances.front().name) : tr("Delete %n instances?", nullptr, count));
    makeHeading(*question, 1.2);
    question->setWordWrap(true);
    auto *list = new QLabel(losses(now));
    list->setObjectName(u"losses"_s);
    list->setTextFormat(Qt::PlainText);
    list->setWordWrap(true);
    list->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *area = new QScrollArea;
    area->setWidget(list);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setAutoFillBackground(false);
    list->setAutoFillBackground(false);
    area->setMinimumHeight(std::min(em * 14, list->heightForWidth(fontMetrics().averageCharWidth() * 66) + em));

    m_warning->setObjectName(u"noUndo"_s);
    m_warning->setWordWrap(true);

    //: %1 is what has to be typed, such as the name of the instance
    m_prompt->setText(tr("Type %1 to confirm:").arg(wantedWord()));
    m_prompt->setTextFormat(Qt::PlainText);
    m_prompt->setWordWrap(true);
    m_prompt->setBuddy(m_typed);
    m_typed->setObjectName(u"typedName"_s);
    m_typed->setAccessibleName(m_prompt->text());
    connect(m_typed, &QLineEdit::textChanged, this, &DeleteDialog::check);

    m_copy->setObjectName(u"copyCommand"_s);
    connect(m_copy, &QToolButton::clicked, this, &DeleteDialog::copyCommand);
    auto *buttons = new QDialogButtonBox;
    m_delete = buttons->addButton(tr("Delete"), QDialogButtonBox::DestructiveRole);
    m_delete->setObjectName(u"confirmDelete"_s);
    m_delete->setAutoDefault(true); // Enter works once the name stands there
    auto *cancel = buttons->addButton(QDialogButtonBox::Cancel);
    cancel->setObjectName(u"cancelDelete"_s);
    cancel->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_delete, &QPushButton::clicked, this, &DeleteDialog::confirm);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(em * 3 / 2, em * 3 / 2, em * 3 / 2, em);
    layout->setSpacing(em * 2 / 3);
    layout->addWidget(question);
    layout->addWidget(area, 1);
    layout->addWidget(keepRow());
    layout->addWidget(m_warning);
    layout->addWidget(m_prompt);
    layout->addWidget(m_typed);
    layout->addSpacing(em / 3);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_copy);
    bottom->addStretch();
    bottom->addWidget(buttons);
    layout->addLayout(bottom);
    setMinimumWidth(fontMetrics().averageCharWidth() * 72);
    cancel->setFocus();
    check();
}

QString DeleteDialog::wantedWord() const
{
    return m_instances.size() == 1 ? m_instances.front().name
                                   //: %1 is how many instances; this has to be typed
                                   : tr("delete %1").arg(m_instances.size());
}

QString DeleteDialog::losses(const QDateTime &now) const
{
    int disk = 0;
    for (const auto &instance : m_instances)
        disk += instance.diskGb;
    const auto saving = tr("This saves about %1 a month for disk.").arg(moneyText(diskPerMonth(disk)));

    QStringList lines;
    if (m_instances.size() == 1) {
        const auto &instance = m_instances.front();
        lines << tr("These go now:") << bulleted(DeleteWords::machine(instance, now))
              << bulleted(DeleteWords::disk(instance)) << bulleted(DeleteWords::address(instance));
    } else {
        lines << tr("Machines, disks (%1 GB together) and addresses of these go now:").arg(disk);
        for (const auto &instance : m_instances)
            lines << bulleted(
                u"%1 · %2 · %3"_s.arg(instance.name, diskText(instance.diskGb), DeleteWords::activity(instance, now)));
    }
    if (disk > 0)
        lines << QString() << saving;
    return lines.join(u'\n');
}

QWidget *DeleteDialog::keepRow()
{
    constexpr int mostDays = 60;
    m_keeps->setObjectName(u"keeps"_s);
    m_keeps->setText(tr("&Keep a last snapshot for"));
    m_keeps->setChecked(true);
    m_days->setObjectName(u"keepDays"_s);
    m_days->setAccessibleName(tr("Days to keep the snapshot"));
    m_days->setRange(1, mostDays);
    m_days->setValue(usualDays);
    m_days->setSuffix(tr(" days"));
    connect(m_keeps, &QCheckBox::toggled, this, &DeleteDialog::check);
    connect(m_days, &QSpinBox::valueChanged, this, &DeleteDialog::check);
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(m_keeps);
    layout->addWidget(m_days);
    layout->addStretch();
    return row;
}

int DeleteDialog::keepDays() const
{
    return m_keeps->isChecked() ? m_days->value() : 0;
}

void DeleteDialog::check()
{
    const int days = keepDays();
    const bool isKept = days > 0;
    const bool isConfirmed = isKept || m_typed->text().trimmed() == wantedWord();
    m_days->setEnabled(isKept);
    m_prompt->setVisible(!isKept);
    m_typed->setVisible(!isKept);
    auto font = this->font();
    font.setBold(!isKept);
    m_warning->setFont(font);
    const auto &prices = PriceTable::current();
    m_warning->setText(
        isKept ? //: %1 is a date, %2 money, %3 an amount in GB
            tr("Can be restored until %1. It is stopped, the snapshot is taken, and only then the rest goes. What is "
               "stored costs about %2 per GB and month; the first %3 GB of all snapshots together are free.")
                .arg(dateText(m_now.toLocalTime().date().addDays(days)), moneyText(prices.snapshotPerGbMonth))
                .arg(prices.freeSnapshotGb)
               : tr("There is no undo, and no snapshot is kept."));
    m_delete->setEnabled(isConfirmed);
    // Enter deletes once the name stands there; what was only clicked is cancelled by it.
    m_delete->setDefault(isConfirmed && !isKept);
    growToFit();
}

void DeleteDialog::copyCommand()
{
    QStringList lines;
    for (const auto &instance : m_instances) {
        QStringList words{u"delete"_s, instance.name, u"--yes"_s};
        if (keepDays() > 0)
            words << u"--keep"_s << u"%1d"_s.arg(keepDays());
        lines << shellCommand(words);
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void DeleteDialog::confirm()
{
    QList<InstanceId> ids;
    for (const auto &instance : m_instances)
        ids += instance.id;
    const int days = keepDays();
    accept();
    Q_EMIT confirmed(ids, days);
}

} // namespace swarm
