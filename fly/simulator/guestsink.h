#pragma once

#include <QByteArray>
#include <QFile>

#include <memory>

namespace swarm::simulator {

//! Where what a command prints goes.
class GuestSink
{
public:
    GuestSink() = default;
    GuestSink(const GuestSink &) = delete;
    GuestSink &operator=(const GuestSink &) = delete;
    virtual ~GuestSink() = default;

    //! False when not all of it could be taken.
    virtual bool write(const QByteArray &text) = 0;
};

//! `/dev/null`.
class NoSink : public GuestSink
{
public:
    bool write(const QByteArray &) override { return true; }
};

//! Keeps the beginning of what is printed.
class MemorySink : public GuestSink
{
public:
    enum class WhenFull { Ignores, Refuses };

    MemorySink(qsizetype most, WhenFull whenFull);

    bool write(const QByteArray &text) override;
    const QByteArray &text() const { return m_text; }

private:
    qsizetype m_most;
    WhenFull m_whenFull;
    QByteArray m_text;
};

//! A file on a disk with so much room left.
class FileSink : public GuestSink
{
public:
    FileSink(std::unique_ptr<QFile> file, qint64 room);

    bool write(const QByteArray &text) override;

private:
    std::unique_ptr<QFile> m_file;
    qint64 m_room;
};

} // namespace swarm::simulator
