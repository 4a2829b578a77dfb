// Loaded into a program by LD_PRELOAD: kills it without a word before or after a write to its journal.
//
// SWARM_KILL_COUNT names a file that gets one character for each write. SWARM_KILL_AT says which write is the last one,
// from 1 on, and SWARM_KILL_WHEN whether the kill comes `before` or `after` it.
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <cstring>

#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

namespace {

std::atomic<int> writes;

bool isJournal(const char *path)
{
    return path && std::strstr(path, "/journal/");
}

//! A file gets its name by a link when it is new, by a rename when it replaces another.
bool isNewJournal(const char *path)
{
    constexpr char suffix[] = ".json";
    constexpr auto length = sizeof suffix - 1;
    if (!isJournal(path) || std::strlen(path) < length)
        return false;
    return std::strcmp(path + std::strlen(path) - length, suffix) == 0 && access(path, F_OK) != 0;
}

void note()
{
    const char *path = std::getenv("SWARM_KILL_COUNT");
    const int file = path ? open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
    if (file < 0)
        return;
    [[maybe_unused]] const auto written = write(file, ".", 1);
    close(file);
}

void killIf(bool isIt, const char *when)
{
    const char *wanted = std::getenv("SWARM_KILL_WHEN");
    if (isIt && wanted && std::strcmp(wanted, when) == 0)
        raise(SIGKILL);
}

template <typename Function, typename... Arguments>
int counted(bool counts, const char *name, Function, Arguments... arguments)
{
    const auto real = reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
    if (!counts)
        return real(arguments...);
    const char *at = std::getenv("SWARM_KILL_AT");
    const bool isIt = ++writes == (at ? std::atoi(at) : 0);
    killIf(isIt, "before");
    const int result = real(arguments...);
    note();
    killIf(isIt, "after");
    return result;
}

} // namespace

extern "C" {

int rename(const char *from, const char *to) noexcept
{
    return counted(isJournal(to), "rename", &rename, from, to);
}

int renameat2(int fromFolder, const char *from, int toFolder, const char *to, unsigned flags) noexcept
{
    return counted(isJournal(to), "renameat2", &renameat2, fromFolder, from, toFolder, to, flags);
}

int linkat(int fromFolder, const char *from, int toFolder, const char *to, int flags) noexcept
{
    return counted(isNewJournal(to), "linkat", &linkat, fromFolder, from, toFolder, to, flags);
}

int unlink(const char *path) noexcept
{
    return counted(isJournal(path), "unlink", &unlink, path);
}

} // extern "C"
