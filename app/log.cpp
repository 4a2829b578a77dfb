#include "app/log.h"

#include "model/categorylogger.h"
#include "model/scrubbed.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

constexpr qint64 largestFile = qint64{2} * 1024 * 1024;
constexpr int mostFiles = 5;

// Qt's message handler is a plain function: what it needs has to be reachable from one.
Log *s_log = nullptr;
QMutex s_secretsMutex;

QStringList &secrets()
{
    static QStringList list;
    return list;
}

//! Without the secrets that we know, and without what looks like one.
QString cleaned(QString text)
{
    {
        const QMutexLocker lock(&s_secretsMutex);
        for (const auto &secret : std::as_const(secrets()))
            text.replace(secret, secretMark());
    }
    return scrubbed(std::move(text));
}

//! What goes wrong on the way to Fly.io is told by the command or the window that wanted it; and what libraries mumble
//! is for the file.
bool isForPeople(QtMsgType type, QByteArrayView category)
{
    if (category == logcategory::app || category == logcategory::ui)
        return type != QtDebugMsg && type != QtInfoMsg;
    const bool isOurs = category.startsWith("remoteswarm.");
    return type == QtFatalMsg || (type == QtCriticalMsg && !isOurs);
}

QString wordOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return u"debug"_s;
    case QtInfoMsg:
        return u"info"_s;
    case QtWarningMsg:
        return u"warning"_s;
    case QtCriticalMsg:
        return u"error"_s;
    case QtFatalMsg:
        return u"fatal"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

Log::Log(const QString &folder, const QString &name)
    : m_path(QDir(folder).filePath(name + u".log"_s))
{
    QDir().mkpath(folder);
    m_file.setFileName(m_path);
    m_file.open(QIODevice::WriteOnly | QIODevice::Append);
    s_log = this;
    m_before = qInstallMessageHandler(&Log::handle);
}

Log::~Log()
{
    qInstallMessageHandler(m_before);
    s_log = nullptr;
}

void Log::hide(const QString &secret)
{
    if (secret.size() < 4) // blanking every "a" would hide nothing and make the log unreadable
        return;
    const QMutexLocker lock(&s_secretsMutex);
    if (!secrets().contains(secret))
        secrets() << secret;
}

void Log::forget()
{
    if (s_log)
        s_log->removeAll();
}

void Log::removeAll()
{
    const QMutexLocker lock(&m_mutex);
    const QDir folder = QFileInfo(m_path).dir();
    const auto names = folder.entryList({u"*.log"_s, u"*.log.*"_s}, QDir::Files);
    for (const auto &name : names) {
        const auto path = folder.filePath(name);
        if (path == m_path)
            m_file.resize(0);
        else
            QFile::remove(path);
    }
}

void Log::handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const auto text = cleaned(message);
    s_log->write(u"%1 %2 %3: %4\n"_s.arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs), wordOf(type),
                                         QString::fromUtf8(context.category), text));
    if (isForPeople(type, context.category) && s_log->m_before)
        s_log->m_before(type, context, text);
}

void Log::write(const QString &line)
{
    const QMutexLocker lock(&m_mutex);
    if (m_file.size() > largestFile)
        rotate();
    m_file.write(line.toUtf8());
    m_file.flush();
}

void Log::rotate()
{
    m_file.close();
    QFile::remove(u"%1.%2"_s.arg(m_path).arg(mostFiles - 1));
    for (int i = mostFiles - 2; i >= 1; --i)
        QFile::rename(u"%1.%2"_s.arg(m_path).arg(i), u"%1.%2"_s.arg(m_path).arg(i + 1));
    QFile::rename(m_path, m_path + u".1"_s);
    m_file.open(QIODevice::WriteOnly | QIODevice::Append);
}

} // namespace swarm
