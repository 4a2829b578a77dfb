#pragma once

#include <QFile>
#include <QMutex>
#include <QString>
#include <QStringList>

namespace swarm {

//! Writes what is logged into a file, at most 5 of 2 MB each, and blanks every secret that it is told of as well as
//! what looks like one.
//!
//! There is one at a time: Qt has one message handler.
class Log
{
public:
    explicit Log(const QString &folder, const QString &name);
    Log(const Log &) = delete;
    Log &operator=(const Log &) = delete;
    ~Log();

    //! From now on this text never gets into the file. Safe from any thread.
    static void hide(const QString &secret);
    //! Begins anew: what was logged so far, by whichever program of ours, is gone.
    static void forget();

private:
    static void handle(QtMsgType type, const QMessageLogContext &context, const QString &message);
    void write(const QString &line);
    void rotate();
    void removeAll();

    QString m_path;
    QFile m_file;
    QMutex m_mutex;
    QtMessageHandler m_before;
};

} // namespace swarm
