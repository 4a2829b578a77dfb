#include "app/colourscheme.h"
#include "app/commonoptions.h"
#include "app/interrupts.h"
#include "app/shell.h"
#include "app/singleinstance.h"
#include "app/systemproxy.h"
#include "app/version.h"
#include "ui/accessibleparts.h"
#include "ui/icons.h"
#include "ui/languages.h"
#include "ui/theme.h"

#include <CLI/CLI.hpp>

#include <QAbstractItemView>
#include <QApplication>
#include <QTimer>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

struct StartOptions {
    bool isHidden = false;
    bool isLogin = false; //!< the desktop started it, not the user
    bool reportsPaint = false;
};

//! The program as a whole: one shell at a time, and the way from one to the next.
class Program : public QObject
{
public:
    Program(QApplication &app, CommonOptions options, StartOptions start, std::shared_ptr<RecordsAhead> ahead)
        : m_app(app)
        , m_options(std::move(options))
        , m_start(start)
        , m_ahead(std::move(ahead))
        , m_single(Paths(m_options.isDemo ? u"demo"_s : QString()).runtime())
    {
    }

    void start()
    {
        if (!m_single.claim()) {
            connect(&m_single, &SingleInstance::asked, this, [] { QCoreApplication::exit(0); });
            m_single.askToShow();
            return;
        }
        connect(&m_single, &SingleInstance::showRequested, this, [this] {
            if (m_shell)
                m_shell->window().present();
        });
        connect(&m_colours, &ColourScheme::changed, this, [this](bool isDark) {
            m_isSystemDark = isDark;
            dress();
        });
        m_colours.follow();
        if (m_options.isDemo)
            startDemo();
        else
            enter(m_options, nullptr);
    }

    void quit()
    {
        if (m_shell)
            m_shell->windUp();
        else
            QCoreApplication::exit(0);
    }

private:
    //! Light or dark, as the user set it, else as the desktop prefers.
    void dress()
    {
        using Appearance = Preferences::Appearance;
        const auto wish = m_shell ? m_shell->settings().preferences().appearance : Appearance::System;
        const bool isDark = wish == Appearance::Dark || (wish == Appearance::System && m_isSystemDark);
        applyTheme(m_app, isDark);
    }

    void speak()
    {
        const auto wish = m_shell ? m_shell->settings().preferences().language : m_language;
        if (std::exchange(m_language, wish) == wish)
            return;
        useLanguage(m_app, wish);
        m_shell->retranslate();
    }

    void startDemo()
    {
        m_demo = std::make_unique<Demo>(Demo::Options{.timeScale = m_options.timeScale});
        connect(m_demo.get(), &Demo::failed, this, [](const QString &reason) {
            std::fputs(qPrintable(u"The demo could not start: %1\n"_s.arg(reason)), stderr);
            QCoreApplication::exit(1);
        });
        connect(m_demo.get(), &Demo::ready, this, [this](const FlyEndpoints &endpoints) {
            auto options = m_options;
            options.endpoints = endpoints;
            if (!m_options.isDemo) // the user's own means nothing to the simulator
                options.configuration.organization.clear();
            enter(options, std::move(m_demo));
        });
        m_demo->start();
    }

    void enter(const CommonOptions &options, std::unique_ptr<Demo> demo)
    {
        m_shell.reset(); // before the next one: both would write the same log
        m_shell = std::make_unique<Shell>(options, std::move(demo), std::exchange(m_ahead, nullptr));
        connect(m_shell.get(), &Shell::demoRequested, this, &Program::startDemo, Qt::QueuedConnection);
        connect(m_shell.get(), &Shell::quitRequested, this, &Program::quit, Qt::QueuedConnection);
        // Not quit(): it asks the windows first, and one that closes into the tray would refuse.
        connect(m_shell.get(), &Shell::done, this, [] { QCoreApplication::exit(0); }, Qt::QueuedConnection);
        dress();
        if (m_start.reportsPaint)
            m_shell->window().installEventFilter(this);
        connect(&m_shell->settings(), &Settings::preferencesChanged, this, &Program::dress);
        m_language = m_shell->settings().preferences().language;
        // Later: whoever has chosen it still stands in a dialog of the window that goes.
        connect(&m_shell->settings(), &Settings::preferencesChanged, this, &Program::speak, Qt::QueuedConnection);
        const bool startsHidden = m_start.isLogin && m_shell->settings().preferences().startsHidden;
        m_shell->show(m_start.isHidden || startsHidden);
        m_start.isHidden = m_start.isLogin = false; // whoever goes on to the demo wants to see it
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && std::exchange(m_start.reportsPaint, false)) {
            QTimer::singleShot(0, this, [this] { // after the paint has been done
                const auto *list = m_shell->window().findChild<QAbstractItemView *>(u"instances"_s);
                std::printf("painted\nrows %d\n", list->model()->rowCount());
                std::fflush(stdout);
            });
        }
        return QObject::eventFilter(watched, event);
    }

    QApplication &m_app;
    CommonOptions m_options;
    StartOptions m_start;
    std::shared_ptr<RecordsAhead> m_ahead; //!< of the first account
    bool m_isSystemDark = false;
    QString m_language;
    SingleInstance m_single;
    ColourScheme m_colours;
    std::unique_ptr<Demo> m_demo; //!< while it starts
    std::unique_ptr<Shell> m_shell;
};

int run(int argc, char **argv)
{
    CLI::App line("Keeps your VS Code editors on Fly.io: create, open, stop and watch them.", "remote-swarm");
    line.set_version_flag("--version", "remote-swarm " + versionText().toStdString());
    const CommonOptionsReader common(line);
    bool isHidden = false;
    line.add_flag("--hidden", isHidden, "Start in the tray, without a window (minimized where there is no tray)");
    bool isLogin = false;
    line.add_flag("--login", isLogin, "Started with the desktop: hidden, if the settings say so")->group("");
    bool reportsPaint = false;
    line.add_flag("--report-paint", reportsPaint, "Print a line when the window is painted (for measuring)")->group("");
    CommonOptions options;
    try {
        line.parse(argc, argv);
        options = common.result();
    } catch (const CLI::ParseError &problem) {
        return line.exit(problem) == 0 ? 0 : 2;
    }

    Thrift::prepare();
    auto ahead = options.isDemo ? nullptr : std::make_shared<RecordsAhead>(options);
    qunsetenv("FLY_API_TOKEN"); // it is for swarmctl; the browser that we start must not inherit it
    int qtArguments = 1; // the rest is ours
    QApplication app(qtArguments, argv);
    QApplication::setApplicationName(u"remote-swarm"_s);
    QApplication::setApplicationVersion(QLatin1StringView(SWARM_VERSION));
    QApplication::setDesktopFileName(u"remote-swarm"_s);
    QApplication::setQuitOnLastWindowClosed(false); // the window decides: it may live on in the tray
    installAccessibleParts();
    useSystemProxy();
    useLanguage(app, Settings(Paths().settings()).preferences().language);
    Program program(app, options, {.isHidden = isHidden, .isLogin = isLogin, .reportsPaint = reportsPaint},
                    std::move(ahead));
    Interrupts interrupts;
    QObject::connect(&interrupts, &Interrupts::first, &program, &Program::quit);
    QObject::connect(&interrupts, &Interrupts::second, &program, [] { std::_Exit(130); });
    QTimer::singleShot(0, &program, &Program::start);
    return QApplication::exec();
}

} // namespace
} // namespace swarm

int main(int argc, char **argv)
{
    return swarm::run(argc, argv);
}
