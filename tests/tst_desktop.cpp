// The desktop around the program, played on a bus of its own: notifications, sleep, lock, autostart.
#include "app/autostart.h"
#include "app/desktopnotices.h"
#include "app/desktoppresence.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>
#include <QFile>
#include <QSignalSpy>
#include <QSocketNotifier>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace swarm;

namespace {

const auto notifications = u"org.freedesktop.Notifications"_s;
const auto login = u"org.freedesktop.login1"_s;
const auto sessionPath = u"/org/freedesktop/login1/session/_31"_s;

QDBusConnection stage()
{
    static const auto bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"stage"_s);
    return bus;
}

void say(const QString &path, const QString &interface, const QString &name, const QVariantList &arguments)
{
    auto signal = QDBusMessage::createSignal(path, interface, name);
    signal.setArguments(arguments);
    QVERIFY(stage().send(signal));
}

} // namespace

//! What desktops have.
class NotificationService : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown {
        uint replaces;
        QString title;
        QString text;
        QStringList actions;
    };
    QStringList capabilities{u"actions"_s, u"body"_s, u"body-markup"_s};
    std::vector<Shown> shown;
    QList<uint> closed;

public Q_SLOTS:
    Q_SCRIPTABLE QStringList GetCapabilities() { return capabilities; }
    Q_SCRIPTABLE uint Notify(const QString &, uint replaces, const QString &, const QString &title, const QString &text,
                             const QStringList &actions, const QVariantMap &, int)
    {
        shown.push_back({replaces, title, text, actions});
        return replaces != 0 ? replaces : static_cast<uint>(100 + shown.size());
    }
    Q_SCRIPTABLE void CloseNotification(uint id) { closed += id; }
};

class LoginService : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    std::array<int, 2> pipe{-1, -1}; //!< its writing end goes to whoever delays sleep
    QStringList inhibitions;

public Q_SLOTS:
    Q_SCRIPTABLE QDBusUnixFileDescriptor Inhibit(const QString &what, const QString &, const QString &,
                                                 const QString &mode)
    {
        inhibitions += what + u' ' + mode;
        if (::pipe(pipe.data()) != 0)
            qFatal("no pipe");
        const QDBusUnixFileDescriptor given(pipe[1]); // a copy
        ::close(pipe[1]);
        return given;
    }
    Q_SCRIPTABLE QDBusObjectPath GetSessionByPID(uint) { return QDBusObjectPath(sessionPath); }
    Q_SCRIPTABLE QDBusObjectPath GetSession(const QString &) { return QDBusObjectPath(sessionPath); }
};

class DesktopTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysWhereNobodyShowsAnything();
    void showsWithButtons();
    void replacesWhatIsAboutTheSame();
    void takesBackWhatIsOver();
    void escapesWhereMarkupIsRead();
    void hearsOnlyItsOwnButtons();
    void delaysSleepUntilEverythingIsSent();
    void delaysNothingWithoutReason();
    void hearsOfLocksAndLongAbsence();
    void startsAtLoginOnlyWhileSwitchedOn();
    void namesOddProgramsCorrectly();

private:
    [[nodiscard]] bool isSleepDelayed() const;

    NotificationService m_notifications;
    LoginService m_login;
};

void DesktopTest::initTestCase()
{
    QVERIFY(stage().isConnected());
    QVERIFY(stage().registerObject(u"/org/freedesktop/login1"_s, &m_login, QDBusConnection::ExportScriptableSlots));
    QVERIFY(stage().registerService(login));
}

void DesktopTest::saysWhereNobodyShowsAnything()
{
    DesktopNotices notices;
    QSignalSpy unavailable(&notices, &DesktopNotices::unavailable);
    notices.show({.key = u"a"_s, .title = u"thesis is ready"_s});
    QTRY_COMPARE(unavailable.size(), 1);
    QCOMPARE(unavailable.front().at(0).toString(), u"thesis is ready"_s);

    QVERIFY(stage().registerObject(u"/org/freedesktop/Notifications"_s, &m_notifications,
                                   QDBusConnection::ExportScriptableSlots));
    QVERIFY(stage().registerService(notifications));
    notices.show({.key = u"a"_s, .title = u"thesis is ready"_s}); // it has come meanwhile
    QTRY_COMPARE(m_notifications.shown.size(), 1u);
}

void DesktopTest::showsWithButtons()
{
    DesktopNotices notices;
    m_notifications.shown.clear();
    notices.show({.key = u"a"_s, .title = u"One"_s, .text = u"Text"_s, .actions = {{u"open"_s, u"Open"_s}}});
    QTRY_COMPARE(m_notifications.shown.size(), 1u);
    QCOMPARE(m_notifications.shown[0].title, u"One"_s);
    QCOMPARE(m_notifications.shown[0].actions, (QStringList{u"open"_s, u"Open"_s}));
}

void DesktopTest::replacesWhatIsAboutTheSame()
{
    DesktopNotices notices;
    m_notifications.shown.clear();
    notices.show({.key = u"a"_s, .title = u"One"_s});
    QTRY_COMPARE(m_notifications.shown.size(), 1u);
    QTest::qWait(50); // its id is on the way
    notices.show({.key = u"a"_s, .title = u"Two"_s});
    notices.show({.key = u"b"_s, .title = u"Other"_s});
    QTRY_COMPARE(m_notifications.shown.size(), 3u);
    QCOMPARE(m_notifications.shown[1].replaces, 101u);
    QCOMPARE(m_notifications.shown[2].replaces, 0u);
}

void DesktopTest::takesBackWhatIsOver()
{
    DesktopNotices notices;
    m_notifications.shown.clear();
    m_notifications.closed.clear();
    notices.show({.key = u"a"_s, .title = u"One"_s});
    notices.withdraw(u"a"_s); // before the service has answered
    QTRY_COMPARE(m_notifications.closed, QList<uint>{101});
}

void DesktopTest::escapesWhereMarkupIsRead()
{
    m_notifications.shown.clear();
    DesktopNotices notices;
    notices.show({.key = u"a"_s, .title = u"T"_s, .text = u"a <b> & c"_s});
    QTRY_COMPARE(m_notifications.shown.size(), 1u);
    QCOMPARE(m_notifications.shown[0].text, u"a &lt;b&gt; &amp; c"_s);

    m_notifications.capabilities = {u"body"_s};
    DesktopNotices plain;
    plain.show({.key = u"a"_s, .title = u"T"_s, .text = u"a <b> & c"_s, .actions = {{u"x"_s, u"X"_s}}});
    QTRY_COMPARE(m_notifications.shown.size(), 2u);
    QCOMPARE(m_notifications.shown[1].text, u"a <b> & c"_s);
    QVERIFY(m_notifications.shown[1].actions.isEmpty());
    m_notifications.capabilities = {u"actions"_s, u"body"_s, u"body-markup"_s};
}

void DesktopTest::hearsOnlyItsOwnButtons()
{
    m_notifications.shown.clear();
    DesktopNotices notices;
    QSignalSpy invoked(&notices, &DesktopNotices::invoked);
    notices.show({.key = u"a"_s, .title = u"One"_s, .actions = {{u"open"_s, u"Open"_s}}});
    QTRY_COMPARE(m_notifications.shown.size(), 1u);
    QTest::qWait(50);
    const auto path = u"/org/freedesktop/Notifications"_s;
    say(path, notifications, u"ActionInvoked"_s, {7U, u"open"_s}); // of another program
    say(path, notifications, u"ActionInvoked"_s, {101U, u"open"_s});
    QTRY_COMPARE(invoked.size(), 1);
    QCOMPARE(invoked.front(), (QVariantList{u"a"_s, u"open"_s}));
    say(path, notifications, u"NotificationClosed"_s, {101U, 2U});
    say(path, notifications, u"ActionInvoked"_s, {101U, u"open"_s});
    QTest::qWait(50);
    QCOMPARE(invoked.size(), 1);
}

bool DesktopTest::isSleepDelayed() const
{
    char byte = 0;
    QTest::qWait(20);
    const int flags = ::fcntl(m_login.pipe[0], F_GETFL);
    ::fcntl(m_login.pipe[0], F_SETFL, flags | O_NONBLOCK);
    return ::read(m_login.pipe[0], &byte, 1) != 0; // 0: nobody holds the other end any more
}

void DesktopTest::delaysSleepUntilEverythingIsSent()
{
    m_login.inhibitions.clear();
    DesktopPresence presence;
    QSignalSpy going(&presence, &DesktopPresence::goesToSleep);
    QSignalSpy woke(&presence, &DesktopPresence::woke);
    presence.start(true);
    QTRY_COMPARE(m_login.inhibitions, QStringList{u"sleep delay"_s});
    QTRY_VERIFY(isSleepDelayed());

    const auto path = u"/org/freedesktop/login1"_s;
    say(path, u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s, {true});
    QTRY_COMPARE(going.size(), 1);
    QVERIFY(isSleepDelayed()); // until told that all is sent
    presence.releaseSleep();
    QTRY_VERIFY(!isSleepDelayed());

    say(path, u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s, {false});
    QTRY_COMPARE(woke.size(), 1);
    QTRY_COMPARE(m_login.inhibitions.size(), 2); // for the next time
}

void DesktopTest::delaysNothingWithoutReason()
{
    m_login.inhibitions.clear();
    DesktopPresence presence;
    presence.start(false);
    QTest::qWait(100);
    QVERIFY(m_login.inhibitions.isEmpty());
    presence.setDelaysSleep(true);
    QTRY_COMPARE(m_login.inhibitions.size(), 1);
    QTRY_VERIFY(isSleepDelayed());
    presence.setDelaysSleep(false);
    QTRY_VERIFY(!isSleepDelayed());
}

void DesktopTest::hearsOfLocksAndLongAbsence()
{
    DesktopPresence presence;
    QSignalSpy locked(&presence, &DesktopPresence::locked);
    QSignalSpy unlocked(&presence, &DesktopPresence::unlocked);
    QSignalSpy idle(&presence, &DesktopPresence::becameIdle);
    QSignalSpy active(&presence, &DesktopPresence::becameActive);
    presence.start(false);
    QTest::qWait(100); // it asks for its session
    say(u"/org/freedesktop/ScreenSaver"_s, u"org.freedesktop.ScreenSaver"_s, u"ActiveChanged"_s, {true});
    QTRY_COMPARE(locked.size(), 1);
    say(u"/org/gnome/ScreenSaver"_s, u"org.gnome.ScreenSaver"_s, u"ActiveChanged"_s, {false});
    QTRY_COMPARE(unlocked.size(), 1);
    say(sessionPath, u"org.freedesktop.login1.Session"_s, u"Lock"_s, {});
    QTRY_COMPARE(locked.size(), 2);

    const auto hint = [](bool isIdle) {
        return QVariantList{u"org.freedesktop.login1.Session"_s, QVariantMap{{u"IdleHint"_s, isIdle}}, QStringList()};
    };
    say(sessionPath, u"org.freedesktop.DBus.Properties"_s, u"PropertiesChanged"_s, hint(true));
    QTRY_COMPARE(idle.size(), 1);
    say(sessionPath, u"org.freedesktop.DBus.Properties"_s, u"PropertiesChanged"_s, hint(false));
    QTRY_COMPARE(active.size(), 1);
}

void DesktopTest::startsAtLoginOnlyWhileSwitchedOn()
{
    QTemporaryDir folder;
    const Autostart autostart(folder.filePath(u"not/yet/there"_s), u"/opt/remote swarm/bin/remote-swarm"_s);
    QVERIFY(!autostart.isOn());
    QCOMPARE(autostart.set(false), QString());
    QCOMPARE(autostart.set(true), QString());
    QVERIFY(autostart.isOn());
    QFile entry(folder.filePath(u"not/yet/there/remote-swarm.desktop"_s));
    QVERIFY(entry.open(QIODevice::ReadOnly));
    QVERIFY(entry.readAll().contains("Exec=\"/opt/remote swarm/bin/remote-swarm\" --login\n"));
    QCOMPARE(autostart.set(false), QString());
    QVERIFY(!autostart.isOn());
    const Autostart nowhere(u"/proc/nowhere"_s, u"/bin/true"_s);
    QVERIFY(!nowhere.set(true).isEmpty());
}

void DesktopTest::namesOddProgramsCorrectly()
{
    QTemporaryDir folder;
    const Autostart autostart(folder.path(), u"/a\"b$c%d"_s);
    QCOMPARE(autostart.set(true), QString());
    QFile entry(folder.filePath(u"remote-swarm.desktop"_s));
    QVERIFY(entry.open(QIODevice::ReadOnly));
    QVERIFY(entry.readAll().contains("Exec=\"/a\\\\\"b\\\\$c%%d\" --login\n"));
}

int main(int argc, char **argv)
{
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", qgetenv("DBUS_SESSION_BUS_ADDRESS")); // one bus plays both
    QCoreApplication app(argc, argv);
    DesktopTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_desktop.moc"
