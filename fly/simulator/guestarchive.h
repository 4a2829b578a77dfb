#pragma once

#include "fly/simulator/guestsink.h"

#include <QFileInfo>

namespace swarm::simulator {

//! Writes what GNU tar writes, with `-z` through gzip, without starting either.
//! Links are kept as links; sockets are left out, as tar leaves them out.
class GuestArchive
{
public:
    GuestArchive(GuestSink &out, bool isCompressed);

    //! A file, a link, or a folder with all that lies in it, under that name.
    void add(const QFileInfo &info, const QByteArray &name);
    void finish();

    //! Tar's own: 0 good, 1 something changed meanwhile, 2 something could not be read or written.
    int exitCode() const { return m_exitCode; }
    //! A line for each thing that is not as it should be.
    const QByteArray &complaints() const { return m_complaints; }

private:
    void addFile(const QFileInfo &info, const QByteArray &name);
    void addHeader(const QFileInfo &info, const QByteArray &name, char type, qint64 size, const QByteArray &link);
    //! What does not fit into a header goes before it, as GNU tar does it.
    void addLongName(const QByteArray &text, char type);
    void append(const QByteArray &bytes);
    void pad(qint64 size, qint64 blockSize);
    void flush();
    void complain(int exitCode, const QByteArray &text);

    GuestSink &m_out;
    bool m_isCompressed;
    bool m_isBroken = false; //!< nothing more can be written
    qint64 m_size = 0;
    QByteArray m_waiting;
    int m_exitCode = 0;
    QByteArray m_complaints;
};

} // namespace swarm::simulator
