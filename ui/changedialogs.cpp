#include "ui/changedialogs.h"

#include "ui/renamedialog.h"

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
        },
    };
}

} // namespace swarm
