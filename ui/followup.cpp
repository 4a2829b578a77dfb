#include "ui/followup.h"

#include <QCoreApplication>

namespace swarm {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(swarm::FollowUp)
};

} // namespace

std::optional<FollowUp> followUpOf(const Operation &operation)
{
    if (operation.state != Operation::State::Succeeded || operation.wasAlreadySo)
        return {};
    const auto &id = operation.instance;
    switch (operation.verb) {
    case Verb::Stop:
    case Verb::Suspend:
        return FollowUp{.word = Words::tr("Undo"), .request = {.verb = Verb::Start, .instance = id}};
    case Verb::Rename: // the operation was named when the old name still held
        return FollowUp{.word = Words::tr("Undo"),
                        .request = {.verb = Verb::Rename, .instance = id, .name = operation.name}};
    case Verb::Delete:
        if (!operation.keepsake)
            return {}; // gone for good
        return FollowUp{.word = Words::tr("Restore"), .request = {.verb = Verb::Restore, .instance = id}};
    case Verb::Resize:
    case Verb::ChangeImage:
    case Verb::ChangeEnvironment:
    case Verb::ChangeIdleRule:
    case Verb::ChangePorts:
    case Verb::Configure:
        return FollowUp{
            .word = Words::tr("Undo…"), .request = {.verb = Verb::RollBack, .instance = id}, .asksFirst = true};
    case Verb::Move:
    case Verb::RollBackData:
        return FollowUp{
            .word = Words::tr("Go back…"), .request = {.verb = Verb::GoBack, .instance = id}, .asksFirst = true};
    default:
        return {};
    }
}

} // namespace swarm
