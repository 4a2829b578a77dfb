#include "fly/simulator/guestsink.h"

#include <algorithm>
#include <utility>

namespace swarm::simulator {

MemorySink::MemorySink(qsizetype most, WhenFull whenFull)
    : m_most(most)
    , m_whenFull(whenFull)
{
}

bool MemorySink::write(const QByteArray &text)
{
    const auto fitting = std::min(text.size(), m_most - m_text.size());
    m_text += text.first(fitting);
    return fitting == text.size() || m_whenFull == WhenFull::Ignores;
}

FileSink::FileSink(std::unique_ptr<QFile> file, qint64 room)
    : m_file(std::move(file))
    , m_room(room)
{
}

bool FileSink::write(const QByteArray &text)
{
    const auto fitting = std::min<qint64>(text.size(), m_room);
    m_room -= fitting;
    return m_file->write(text.constData(), fitting) == text.size() && m_file->flush();
}

} // namespace swarm::simulator
