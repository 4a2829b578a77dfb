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
#include "ui/portsdialog.h"
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
    return {
        {
            {Verb::Rename, ChangeWords::tr("Re&name…"), &make<RenameDialog>},
            {Verb::Resize, ChangeWords::tr("Resi&ze…"), &make<ResizeDialog>},
            {Verb::Extend, ChangeWords::tr("E&xtend the disk…"), &make<ExtendDialog>},
            {Verb::ChangeImage, ChangeWords::tr("&Image…"), &make<ImageDialog>},
            {Verb::ChangeEnvironment, ChangeWords::tr("&Environment…"), &make<EnvironmentDialog>},
            {Verb::ChangeIdleRule, ChangeWords::tr("I&dle rule…"), &make<IdleDialog>},
            {Verb::ChangePorts, ChangeWords::tr("Po&rts…"), &make<PortsDialog>},
            {Verb::RotatePassword, ChangeWords::tr("&Password…"), &make<RotateDialog>},
        },
        {
            {Verb::Snapshot, ChangeWords::tr("Take a &snapshot…"), &make<SnapshotDialog>},
            {Verb::RollBackData, ChangeWords::tr("Res&tore a snapshot…"), &make<DataRollBackDialog>},
            {Verb::RollBack, ChangeWords::tr("Earlier &versions…"), &make<RollBackDialog>},
            {Verb::BackUp, ChangeWords::tr("&Back up…"), &make<BackupDialog>},
        },
        {
            {Verb::Clone, ChangeWords::tr("&Clone…"), &make<CloneDialog>},
            {Verb::Move, ChangeWords::tr("&Move…"), &make<MoveDialog>},
            {Verb::GoBack, ChangeWords::tr("&Go back to the earlier copy…"), &make<GoBackDialog>},
            {Verb::DropPrevious, ChangeWords::tr("Remove earlier c&opies…"), &make<DropDialog>},
            {Verb::Recreate, ChangeWords::tr("Recreate the mac&hine…"), &make<RecreateDialog>},
        },
    };
}

ChangeDialogMaker changeDialogFor(Verb verb)
{
    for (const auto &group : changeDialogs()) {
        for (const auto &entry : group) {
            if (entry.verb == verb)
                return entry.make;
        }
    }
    return nullptr;
}

} // namespace swarm
