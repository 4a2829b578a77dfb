#include "ui/rollbackdialog.h"

#include "model/provider.h"
#include "ui/wording/errorwords.h"
#include "ui/wording/instancewords.h"
#include "ui/wording/operationwords.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLocale>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

//! Of one that was never resolved the digest says nothing.
bool isSame(const Image &one, const Image &other)
{
    const bool areResolved = !one.digest.isEmpty() && !other.digest.isEmpty();
    return one.repository == other.repository && one.tag == other.tag && (!areResolved || one.digest == other.digest);
}

} // namespace

RollBackDialog::RollBackDialog(const Services &services, const Instance &instance, QWidget *parent)
    : ChangeDialog(services, instance, u"rollBackDialog"_s, tr("Earlier versions of %1").arg(instance.name),
                   tr("Go back"), parent)
    , m_versions(new QComboBox)
    , m_isWhole(new QCheckBox(tr("&Size, environment and idle rule too")))
    , m_trouble(tr("Looking for earlier versions…"))
{
    m_versions->setObjectName(u"versions"_s);
    m_isWhole->setObjectName(u"isWhole"_s);
    FieldGrid grid(body());
    grid.add(tr("&Version"), m_versions);
    grid.addHint(m_isWhole);
    connect(m_versions, &QComboBox::currentIndexChanged, this, [this] {
        suggestExtent();
        update();
    });
    connect(m_isWhole, &QCheckBox::toggled, this, &RollBackDialog::update);
    m_tasks.launch(services.provider.earlierVersions(instance),
                   [this](const Result<std::vector<EarlierVersion>> &versions) { showVersions(versions); });
    update();
}

void RollBackDialog::showVersions(const Result<std::vector<EarlierVersion>> &versions)
{
    m_trouble = versions ? QString() : sentence(versions.error()) + u' ' + remedy(versions.error());
    if (versions) {
        m_found = *versions;
        const QSignalBlocker blocker(m_versions);
        for (const auto &version : *versions) {
            const auto what = imageText(version.image) + u" · "_s + sizeText(version.size);
            m_versions->addItem(version.at.isValid() ? what + u" · "_s
                                        + QLocale().toString(version.at.toLocalTime(), QLocale::ShortFormat)
                                                     : what,
                                version.version);
        }
        if (versions->empty())
            m_trouble = tr("There is no earlier version: nothing has been changed yet.");
    }
    suggestExtent();
    update();
}

void RollBackDialog::suggestExtent()
{
    const int row = m_versions->currentIndex();
    if (row >= 0)
        m_isWhole->setChecked(isSame(m_found[static_cast<std::size_t>(row)].image, instance().image));
}

OperationRequest RollBackDialog::request() const
{
    return {.verb = Verb::RollBack,
            .instance = instance().id,
            .rollBack = m_isWhole->isChecked() ? RollBackManner::Configuration : RollBackManner::Image,
            .version = m_versions->currentData().toString()};
}

QString RollBackDialog::problem() const
{
    return m_trouble;
}

QString RollBackDialog::consequence() const
{
    const auto lines = QStringList{m_isWhole->isChecked()
                                       ? tr("The machine gets the whole configuration of that version.")
                                       : tr("The machine gets the image of that version and keeps everything else."),
                                   tr("The files stay as they are."), restartWarning(instance())};
    return lines.join(u'\n').trimmed();
}

QStringList RollBackDialog::command() const
{
    QStringList words{u"rollback"_s, instance().name, u"--to"_s, m_versions->currentData().toString()};
    if (m_isWhole->isChecked())
        words << u"--all"_s;
    return words;
}

} // namespace swarm
