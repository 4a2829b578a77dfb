#include "ui/signoutquestion.h"

#include "model/instancestore.h"
#include "model/operations.h"
#include "model/receipts.h"
#include "model/signin.h"
#include "ui/lossquestion.h"

#include <QCoreApplication>
#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

struct SignOutWords {
    Q_DECLARE_TR_FUNCTIONS(swarm::SignOutQuestion)
};

//! Some names, and that there are more.
QString listText(QStringList names)
{
    constexpr qsizetype most = 5;
    names.sort();
    if (names.size() > most) {
        names.resize(most);
        names << u"…"_s;
    }
    return names.join(u", "_s);
}

//! What goes, what does not, and what cannot be done from here any more.
QString lossText(const Services &services, bool isPresent)
{
    QStringList lines{SignOutWords::tr("This computer forgets its token, the passwords of its editors, the list, what "
                                       "ran when, and its log.")};
    if (!isPresent)
        return lines.constFirst();
    QStringList running;
    for (const auto &instance : services.store.instances()) {
        if (instance.status == Status::Running)
            running << instance.name;
    }
    if (!running.isEmpty())
        //: %1 is a list of names
        lines << SignOutWords::tr("Goes on running, and costs what it costs: %1.").arg(listText(running));
    QStringList restorable;
    if (const auto *receipts = services.receipts()) {
        for (const auto &keepsake : receipts->all())
            restorable << keepsake.name;
    }
    if (!restorable.isEmpty())
        //: %1 is a list of names
        lines << SignOutWords::tr("Deleted, and can no longer be restored or erased from here while the last snapshot "
                                  "goes on billing: %1.")
                     .arg(listText(restorable));
    if (!services.operations.isIdle())
        lines << SignOutWords::tr("What is under way is brought to its end first.");
    return lines.join(u"\n\n"_s);
}

} // namespace

void askBeforeSignOut(const Services &services, const QString &account, QWidget &parent)
{
    const bool isPresent = account == services.signIn.account().name;
    askBeforeLoss(parent,
                  {.objectName = u"signOutQuestion"_s,
                   .title = SignOutWords::tr("Sign out"),
                   //: %1 is an account
                   .text = SignOutWords::tr("Sign out %1?").arg(account) + u"\n\n"_s + lossText(services, isPresent),
                   .verb = SignOutWords::tr("Sign out"),
                   .buttonName = u"confirmSignOut"_s},
                  [&signIn = services.signIn, account] { signIn.signOut(account); });
}

} // namespace swarm
