#include "ui/changedialogs.h"

#include "ui/backupdialog.h"
#include "ui/clonedialog.h"
#include "ui/datarollbackdialog.h"
#include "ui/dropdialog.h"
#include "ui/environmentdialog.h"
#include "ui/extenddialog.h"
#include "ui/gobackdialog.h"
#include "ui/idledialog.h"
#include "ui/imagedialog.h"
#include "ui/movedialog.h"
#include "ui/recreatedialog.h"
#include "ui/renamedialog.h"
#include "ui/resizedialog.h"
#include "ui/rollbackdialog.h"
#include "ui/rotatedialog.h"
#include "ui/snapshotdialog.h"

#include <QCoreApplication>

namespace swarm {
namespace {

struct ChangeWords {
    Q_DECLARE_TR_FUNCTIONS(swarm::ChangeDialogs)
};

template <typename Dialog> QDialog *make(const Services &services, const Instance &instance, QWidget *parent)
{
    return new Dialog(services, instance, parent);
}

} // namespace

std::vector<std::vector<ChangeDialogEntry>> changeDialogs()
{
    using W = ChangeWords;
    return {
        {
            {Verb::Rename, W::tr("Re&name…"), &make<RenameDialog>},
            {Verb::Resize, W::tr("Resi&ze…"), &make<ResizeDialog>},
            {Verb::Extend, W::tr("E&xtend the disk…"), &make<ExtendDialog>},
            {Verb::ChangeImage, W::tr("&Image…"), &make<ImageDialog>},
            {Verb::ChangeEnvironment, W::tr("&Environment…"), &make<EnvironmentDialog>},
            {Verb::ChangeIdleRule, W::tr("I&dle rule…"), &make<IdleDialog>},
            {Verb::RotatePassword, W::tr("&Password…"), &make<RotateDialog>},
        },
        {
            {Verb::Snapshot, W::tr("Take a &snapshot…"), &make<SnapshotDialog>},
            {Verb::RollBackData, W::tr("Res&tore a snapshot…"), &make<DataRollBackDialog>},
            {Verb::RollBack, W::tr("Earlier &versions…"), &make<RollBackDialog>},
            {Verb::BackUp, W::tr("&Back up…"), &make<BackupDialog>},
        },
        {
            {Verb::Clone, W::tr("&Clone…"), &make<CloneDialog>},
            {Verb::Move, W::tr("&Move…"), &make<MoveDialog>},
            {Verb::GoBack, W::tr("&Go back to the earlier copy…"), &make<GoBackDialog>},
            {Verb::DropPrevious, W::tr("Remove earlier c&opies…"), &make<DropDialog>},
            {Verb::Recreate, W::tr("Recreate the mac&hine…"), &make<RecreateDialog>},
        },
    };
}

} // namespace swarm
