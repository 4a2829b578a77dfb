// Pictures of the window in its states, for looking at: gallery FOLDER [LANGUAGE]. tests/screenshots calls it for each
// scale.
#include "app/commonoptions.h"
#include "app/demo.h"
#include "app/shell.h"
#include "tests/windowworld.h"
#include "ui/changedialogs.h"
#include "ui/commandpalette.h"
#include "ui/createdialog.h"
#include "ui/deletedialog.h"
#include "ui/settingsdialog.h"
#include "ui/languages.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QMenu>
#include <QPlainTextEdit>
#include <QMessageBox>
#include <QTabWidget>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace swarm;
using namespace swarm::windowtest;

namespace {

//! Where pictures go, and what their names end in.
class Album
{
public:
    Album(QString folder, QString ending)
        : m_folder(std::move(folder))
        , m_ending(std::move(ending))
    {
    }

    //! Until nothing is painted any more, so that late answers are in the picture.
    void take(QWidget &widget, const QString &name)
    {
        QTest::qWait(300);
        const auto path = u"%1/%2-%3.png"_s.arg(m_folder, name, m_ending);
        if (!widget.grab().save(path))
            qFatal("%s cannot be written", qPrintable(path));
        ++m_count;
    }
    [[nodiscard]] int count() const { return m_count; }

private:
    QString m_folder;
    QString m_ending;
    int m_count = 0;
};

//! Of which something can be said in each column.
Instances swarmOf(int count)
{
    const QStringList names{u"thesis"_s, u"api-server"_s, u"old-blog"_s, u"sketches"_s,
                            u"a-rather-long-name-for-an-editor"_s};
    const QStringList regions{u"ams"_s, u"fra"_s, u"syd"_s, u"ord"_s};
    const QList<Status> states{Status::Running, Status::Stopped, Status::Suspended, Status::Starting, Status::Failed};
    Instances all;
    for (int number = 0; number < count; ++number) {
        auto name = names.value(number % names.size());
        if (number >= names.size())
            name += u"-%1"_s.arg(number);
        auto instance = instanceNamed(name, states[number % states.size()]);
        instance.region = regions[number % regions.size()];
        instance.startedAt = QDateTime::currentDateTimeUtc().addSecs(-number * 4000 - 500);
        instance.ending.at = instance.startedAt;
        instance.isIdleRuleKnown = true;
        all.push_back(instance);
    }
    return all;
}

void showEmptyStates(Album &album)
{
    {
        World world;
        world.window.show();
        world.signIn.resume();
        album.take(world.window, u"signed-out"_s);
    }
    {
        World world;
        world.checker.error = Error{.code = ErrorCode::AuthInvalidToken, .httpStatus = 401};
        world.window.show();
        world.signIn.submit(u"token"_s);
        album.take(world.window, u"token-refused"_s);
    }
    {
        World world;
        world.tokens.absence = ErrorCode::KeychainLocked;
        world.settings.rememberAccount(u"api.example.org"_s, u"ada@example.org"_s, u"personal"_s);
        world.window.show();
        world.signIn.resume();
        album.take(world.window, u"keychain-locked"_s);
    }
    {
        World world;
        world.signInAndShow();
        album.take(world.window, u"no-instances"_s);
    }
    {
        World world;
        world.provider.listError = offline();
        world.signInAndShow();
        album.take(world.window, u"unreachable"_s);
    }
    {
        World world(swarmOf(3));
        world.signInAndShow();
        QTest::keyClicks(world.find(u"search"_s), u"nothing of that name"_s);
        album.take(world.window, u"nothing-matches"_s);
    }
}

void showSwarms(Album &album)
{
    {
        World world(swarmOf(3));
        world.signInAndShow();
        world.window.selectInstance(u"id-thesis"_s);
        album.take(world.window, u"three"_s);
        world.provider.listError = offline();
        world.fleet.refresh();
        QTest::qWait(100);
        album.take(world.window, u"stale"_s);
        world.provider.listError.reset();
    }
    {
        World world(swarmOf(1000));
        world.signInAndShow();
        album.take(world.window, u"thousand"_s);
        world.window.resize(world.window.minimumSizeHint());
        album.take(world.window, u"thousand-small"_s);
        world.table()->selectAll();
        album.take(world.window, u"thousand-selected"_s);
    }
    {
        World world(swarmOf(5));
        world.provider.commandError = Error{
            .code = ErrorCode::CapacityRegion, .httpStatus = 503, .detail = u"no room"_s, .requestId = u"01HX5"_s};
        world.signInAndShow();
        world.operations.start(u"id-api-server"_s);
        QTest::qWait(200);
        world.window.selectInstance(u"id-api-server"_s);
        album.take(world.window, u"failed"_s);
    }
}

//! Money that Fly.io wants first, and leaving an account.
void showAccounts(Album &album)
{
    World world(swarmOf(5));
    world.provider.commandError =
        Error{.code = ErrorCode::ResourceLimitExceeded, .httpStatus = 403, .detail = u"trial accounts may not"_s};
    world.signInAndShow();
    world.operations.start(u"id-api-server"_s);
    QTest::qWait(200);
    album.take(world.window, u"billing"_s);
    world.window.findChild<QAction *>(u"signOutAction"_s)->trigger();
    album.take(*world.window.findChild<QMessageBox *>(u"signOutQuestion"_s), u"sign-out"_s);
}

void showDialogs(Album &album)
{
    World world(swarmOf(5));
    const auto now = QDateTime::currentDateTimeUtc();
    for (int day = 0; day < 4; ++day)
        world.provider.kept.push_back({.id = u"vs_%1"_s.arg(day),
                                       .state = DiskSnapshot::State::Ready,
                                       .bytes = 1'234'000'000 + day * 50'000'000,
                                       .sizeGb = 10,
                                       .createdAt = now.addDays(-day)});
    world.provider.copies = {
        {.machine = u"m"_s, .volume = u"v"_s, .region = u"fra"_s, .diskGb = 10, .since = now.addSecs(-9000)}};
    world.provider.variables = {{u"EDITOR_THEME"_s, u"dark"_s}, {u"LANG"_s, u"en_GB.UTF-8"_s}};
    world.provider.versions = {{.version = u"01HX"_s, .image = {.tag = u"4.99.1"_s}, .at = now.addDays(-2)}};
    world.signInAndShow();
    CreateDialog create(world.provider, world.store, world.configuration, &world.window);
    create.open();
    album.take(create, u"dialog-create"_s);
    create.close();
    DeleteDialog remove({*world.store.find(u"id-thesis"_s)}, world.clock.now(), &world.window);
    remove.open();
    album.take(remove, u"dialog-delete"_s);
    remove.close();
    SettingsDialog settings(world.services, true, &world.window);
    settings.setAttribute(Qt::WA_DeleteOnClose, false);
    settings.open();
    auto *tabs = settings.findChild<QTabWidget *>();
    for (int page = 0; page < tabs->count(); ++page) {
        tabs->setCurrentIndex(page);
        album.take(settings, u"dialog-settings-%1"_s.arg(page));
    }
    settings.close();
    world.window.selectInstance(u"id-thesis"_s);
    world.window.findChild<QAction *>(u"paletteAction"_s)->trigger();
    QTest::keyClicks(world.find(u"commandLine"_s), u"st"_s);
    album.take(*world.dialog<CommandPalette>(), u"palette"_s);
    world.dialog<CommandPalette>()->close();
    for (const auto *name : {"shortcutsAction", "documentationAction", "aboutAction"}) {
        world.window.findChild<QAction *>(QString::fromLatin1(name))->trigger();
        auto *dialog = world.window.findChildren<QDialog *>().constLast();
        album.take(*dialog, QString::fromLatin1(name));
        dialog->close();
        QTest::qWait(50);
    }
    for (const auto &group : changeDialogs()) {
        for (const auto &entry : group) {
            auto *dialog = entry.make(world.services, *world.store.find(u"id-thesis"_s), &world.window);
            dialog->open();
            album.take(*dialog, u"dialog-"_s + verbName(entry.verb));
            dialog->close();
        }
    }
}

//! What needs a server to be seen: the demo's.
void showDemo(Album &album)
{
    auto *demo = new Demo({.editor = u"built-in"_s});
    CommonOptions options;
    bool isReady = false;
    QObject::connect(demo, &Demo::ready, demo, [&](const FlyEndpoints &endpoints) {
        options.endpoints = endpoints;
        isReady = true;
    });
    demo->start();
    if (!QTest::qWaitFor([&] { return isReady; }, 10'000))
        qFatal("the demo did not start");
    Shell shell(options, std::unique_ptr<Demo>(demo));
    shell.show();
    auto &window = shell.window();
    auto *table = window.findChild<QTreeView *>(u"instances"_s);
    if (!QTest::qWaitFor([&] { return table->model()->rowCount() >= 7; }, 10'000))
        qFatal("the demo shows nothing");
    table->setCurrentIndex(table->model()->index(0, 0));
    auto *tabs = window.findChild<QTabWidget *>(u"tabs"_s);
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        QTest::qWait(2500);
        album.take(window, u"demo-tab-%1"_s.arg(tab + 1));
    }
    auto &menu = shell.tray().menu();
    menu.popup({});
    album.take(menu, u"tray"_s);
    menu.close();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    if (argc < 2) {
        std::fputs("Usage: gallery FOLDER [LANGUAGE]\n", stderr);
        return 2;
    }
    const auto language = argc > 2 ? QString::fromLocal8Bit(argv[2]) : u"en"_s;
    useLanguage(app, language);
    const auto folder = QString::fromLocal8Bit(argv[1]);
    QDir().mkpath(folder);
    const auto scale = QString::number(app.devicePixelRatio());
    int count = 0;
    for (const bool dark : {false, true}) {
        applyTheme(app, dark);
        Album album(folder, u"%1-%2@%3"_s.arg(language, dark ? u"dark"_s : u"light"_s, scale));
        showEmptyStates(album);
        showSwarms(album);
        showAccounts(album);
        showDialogs(album);
        showDemo(album);
        count += album.count();
    }
    std::printf("%d pictures in %s\n", count, argv[1]);
    return 0;
}
