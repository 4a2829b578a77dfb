#include "model/holdings.h"

#include "model/journal.h"
#include "model/receipts.h"

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

void add(Holdings &held, const JournalEntry &entry)
{
    held.apps << entry.before.app << entry.fact(u"app"_s);
    held.volumes << entry.before.volume;
    held.machines << entry.before.machine;
    for (const auto *key : {"volume", "old_volume", "dropping_volume"})
        held.volumes << entry.fact(QString::fromLatin1(key));
    for (const auto *key : {"machine", "old_machine", "copy_machine", "switching_to"})
        held.machines << entry.fact(QString::fromLatin1(key));
}

} // namespace

Task<Holdings> holdings(Journal *journal, const Receipts *receipts)
{
    Holdings held;
    if (receipts) { // at once: another account may be open by the time the journals are read
        for (const auto &keepsake : receipts->all())
            held.apps << keepsake.app;
    }
    if (journal) {
        const auto entries = co_await journal->entries();
        for (const auto &entry : entries)
            add(held, entry);
    }
    for (auto *list : {&held.apps, &held.volumes, &held.machines})
        list->removeAll(QString());
    co_return held;
}

} // namespace swarm
