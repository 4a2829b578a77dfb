#include "ui/backupdialog.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

QString proposedFile(const QString &name)
{
    const auto folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir(folder.isEmpty() || !QDir(folder).exists() ? QDir::homePath() : folder).filePath(name + ".tar.gz"_L1);
}

} // namespace

BackupDialog::BackupDialog(const Services &services, const Instance &instance, QWidget *parent)
    : ChangeDialog(services, instance, u"backupDialog"_s, tr("Back up %1").arg(instance.name), tr("Back up"), parent)
    , m_path(new QLineEdit(QDir::toNativeSeparators(proposedFile(instance.name))))
    , m_overwrites(new QCheckBox(tr("&Replace the file that is there")))
{
    m_path->setObjectName(u"backupFile"_s);
    m_path->setAccessibleName(tr("File"));
    m_overwrites->setObjectName(u"overwrites"_s);
    auto *choose = new QPushButton(tr("&Choose…"));
    choose->setObjectName(u"chooseFile"_s);
    choose->setAutoDefault(false);
    auto *row = new QWidget;
    auto *inRow = new QHBoxLayout(row);
    inRow->setContentsMargins({});
    inRow->addWidget(m_path, 1);
    inRow->addWidget(choose);
    row->setFocusProxy(m_path);
    FieldGrid grid(body());
    grid.add(tr("&File"), row);
    grid.addHint(m_overwrites);
    connect(choose, &QPushButton::clicked, this, &BackupDialog::browse);
    connect(m_path, &QLineEdit::textChanged, this, &BackupDialog::update);
    connect(m_overwrites, &QCheckBox::toggled, this, &BackupDialog::update);
    update();
}

void BackupDialog::browse()
{
    auto *dialog = new QFileDialog(this, tr("Back up to"), m_path->text(), tr("Archives (*.tar.gz)"));
    dialog->setObjectName(u"backupFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"tar.gz"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_path->setText(QDir::toNativeSeparators(file));
        m_overwrites->setChecked(QFileInfo::exists(file)); // the other dialog has asked already
    });
    dialog->open();
}

OperationRequest BackupDialog::request() const
{
    return {.verb = Verb::BackUp,
            .instance = instance().id,
            .backup = {.path = QDir::fromNativeSeparators(m_path->text().trimmed()),
                       .overwrites = m_overwrites->isChecked()}};
}

QString BackupDialog::problem() const
{
    const QFileInfo file(QDir::fromNativeSeparators(m_path->text().trimmed()));
    if (m_path->text().trimmed().isEmpty() || file.isDir())
        return tr("Name a file, such as %1.").arg(QDir::toNativeSeparators(proposedFile(instance().name)));
    if (file.isRelative())
        return tr("Name the folder as well.");
    if (!file.dir().exists())
        return tr("There is no folder %1.").arg(QDir::toNativeSeparators(file.path()));
    if (file.exists() && !m_overwrites->isChecked())
        return tr("%1 is there already.").arg(file.fileName());
    if (instance().status != Status::Running)
        return tr("%1 has to run for that: start it first.").arg(instance().name);
    return {};
}

QString BackupDialog::consequence() const
{
    return tr("Copies /home/coder into an archive on this computer, with about 40 MB a minute at most. What is written "
              "meanwhile may be in it or not.");
}

QStringList BackupDialog::command() const
{
    QStringList words{u"backup"_s, instance().name, u"--to"_s, m_path->text().trimmed()};
    if (m_overwrites->isChecked())
        words << u"--overwrite"_s;
    return words;
}

} // namespace swarm
