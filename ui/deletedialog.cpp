#include "ui/deletedialog.h"

#include "model/prices.h"
#include "ui/widgets.h"
#include "ui/wording/instancewords.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

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
    : QDialog(parent)
    , m_instances(std::move(instances))
    , m_typed(new QLineEdit)
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

    auto *warning = new QLabel(tr("There is no undo, and no snapshot is kept."));
    warning->setObjectName(u"noUndo"_s);
    auto bold = warning->font();
    bold.setBold(true);
    warning->setFont(bold);
    warning->setWordWrap(true);

    //: %1 is what has to be typed, such as the name of the instance
    auto *prompt = new QLabel(tr("Type %1 to confirm:").arg(wantedWord()));
    prompt->setTextFormat(Qt::PlainText);
    prompt->setWordWrap(true);
    prompt->setBuddy(m_typed);
    m_typed->setObjectName(u"typedName"_s);
    m_typed->setAccessibleName(prompt->text());
    connect(m_typed, &QLineEdit::textChanged, this, &DeleteDialog::check);

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
    layout->addWidget(warning);
    layout->addWidget(prompt);
    layout->addWidget(m_typed);
    layout->addSpacing(em / 3);
    layout->addWidget(buttons);
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
    using W = DeleteWords;
    int disk = 0;
    for (const auto &instance : m_instances)
        disk += instance.diskGb;
    const auto saving = tr("This saves about %1 a month for disk.").arg(moneyText(diskPerMonth(disk)));

    QStringList lines;
    if (m_instances.size() == 1) {
        const auto &instance = m_instances.front();
        lines << tr("These go now:") << bulleted(W::machine(instance, now)) << bulleted(W::disk(instance))
              << bulleted(W::address(instance));
    } else {
        lines << tr("Machines, disks (%1 GB together) and addresses of these go now:").arg(disk);
        for (const auto &instance : m_instances)
            lines << bulleted(
                u"%1 · %2 · %3"_s.arg(instance.name, diskText(instance.diskGb), W::activity(instance, now)));
    }
    if (disk > 0)
        lines << QString() << saving;
    return lines.join(u'\n');
}

void DeleteDialog::check()
{
    const bool isConfirmed = m_typed->text().trimmed() == wantedWord();
    m_delete->setEnabled(isConfirmed);
    m_delete->setDefault(isConfirmed);
}

void DeleteDialog::confirm()
{
    QList<InstanceId> ids;
    for (const auto &instance : m_instances)
        ids += instance.id;
    accept();
    Q_EMIT confirmed(ids);
}

} // namespace swarm
