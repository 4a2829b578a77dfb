// German and Chinese, and whether windows bear texts that are longer than English ones.
#include "tests/windowworld.h"
#include "ui/changedialogs.h"
#include "ui/createdialog.h"
#include "ui/deletedialog.h"
#include "ui/helpdialogs.h"
#include "ui/languages.h"
#include "ui/settingsdialog.h"
#include "ui/wording/errorwords.h"
#include "ui/wording/instancewords.h"
#include "ui/wording/operationwords.h"

#include <QAbstractButton>
#include <QGlyphRun>
#include <QMenu>
#include <QPushButton>
#include <QTabWidget>
#include <QTextLayout>
#include <QToolButton>
#include <QTranslator>

using namespace swarm;
using namespace swarm::windowtest;

namespace {

//! Makes each text of ours two fifths longer, as other languages do.
class LongerTexts : public QTranslator
{
public:
    using QTranslator::QTranslator;

    QString translate(const char *context, const char *source, const char *, int) const override
    {
        if (!QByteArray(context).startsWith("swarm::"))
            return {};
        const auto text = QString::fromUtf8(source);
        constexpr double more = 0.4;
        QString tail;
        while (tail.size() < static_cast<qsizetype>(static_cast<double>(text.size()) * more))
            tail += tail.size() % 6 == 5 ? u' ' : u'x'; // words, so that lines can break
        return text.endsWith(u'…') ? text.chopped(1) + tail + u'…' : text + tail;
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

//! What is cut off in a window, in words; empty when nothing is.
QStringList cutTexts(const QWidget &window)
{
    QStringList cut;
    const auto labels = window.findChildren<QLabel *>();
    for (const auto *label : labels) {
        if (!label->isVisible() || label->text().isEmpty() || label->inherits("swarm::ElidedLabel"))
            continue;
        const bool isTooLow = label->wordWrap() && label->height() < label->heightForWidth(label->width());
        const bool isTooNarrow = !label->wordWrap() && label->width() < label->minimumSizeHint().width();
        if (isTooLow || isTooNarrow)
            cut += u"%1: %2"_s.arg(label->objectName(), label->text());
    }
    const auto buttons = window.findChildren<QAbstractButton *>();
    for (const auto *button : buttons) {
        const auto *tool = qobject_cast<const QToolButton *>(button);
        const bool showsText =
            !button->text().isEmpty() && (!tool || tool->toolButtonStyle() != Qt::ToolButtonIconOnly);
        if (button->isVisible() && showsText && button->width() < button->minimumSizeHint().width())
            cut += u"%1: %2"_s.arg(button->objectName(), button->text());
    }
    return cut;
}

} // namespace

class LanguagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { useLanguage(*qApp, u"en"_s); }

    void speaksEveryLanguageOfTheMenu_data();
    void speaksEveryLanguageOfTheMenu();
    void countsAsPeopleDo();
    void writesMoneyAndDatesAsPeopleDo();
    void staysEnglishForAnUnknownLanguage();
    void hasLettersForEverything();
    void bearsLongerTexts_data();
    void bearsLongerTexts();
};

void LanguagesTest::speaksEveryLanguageOfTheMenu_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("create");
    QTest::addColumn<QString>("running");
    QTest::addColumn<QString>("remedy");
    QTest::newRow("English") << u"en"_s << u"New instance"_s << u"Running"_s << u"Choose another name."_s;
    QTest::newRow("German") << u"de"_s << u"Neue Instanz"_s << u"Läuft"_s << u"Wählen Sie einen anderen Namen."_s;
    QTest::newRow("Chinese") << u"zh_CN"_s << u"新建实例"_s << u"运行中"_s << u"请选择另一个名称。"_s;
}

void LanguagesTest::speaksEveryLanguageOfTheMenu()
{
    QFETCH(QString, code);
    QFETCH(QString, create);
    QFETCH(QString, running);
    QFETCH(QString, remedy);
    useLanguage(*qApp, code);
    World world({instanceNamed(u"thesis"_s)});
    world.signInAndShow();
    auto text = world.window.findChild<QAction *>(u"newAction"_s)->text();
    text.remove(u"(&N)"_s).remove(u'&');
    QCOMPARE(text, create);
    QCOMPARE(world.cell(0, InstanceModel::State), running);
    QCOMPARE(swarm::remedy({.code = ErrorCode::ResourceAlreadyExists}), remedy);
    const auto all = languages();
    QVERIFY(std::ranges::find(all, code, &std::pair<QString, QString>::first) != all.end());
}

void LanguagesTest::countsAsPeopleDo()
{
    useLanguage(*qApp, u"de"_s);
    World world({instanceNamed(u"eins"_s), instanceNamed(u"zwei"_s)});
    world.signInAndShow();
    QCOMPARE(world.text(u"counts"_s), u"2 Instanzen, 2 laufen"_s);
    world.table()->selectAll();
    QTRY_COMPARE(world.text(u"summaryTitle"_s), u"2 Instanzen gewählt"_s);
}

void LanguagesTest::writesMoneyAndDatesAsPeopleDo()
{
    useLanguage(*qApp, u"en"_s);
    QCOMPARE(moneyText(1234.5), u"$1,234.50"_s);
    QCOMPARE(dateText(QDate(2026, 10, 1)), u"1 October 2026"_s);
    useLanguage(*qApp, u"de"_s);
    QCOMPARE(moneyText(1234.5), u"1.234,50\u00A0$"_s);
    QCOMPARE(dateText(QDate(2026, 10, 1)), u"1. Oktober 2026"_s);
    useLanguage(*qApp, u"zh_CN"_s);
    QCOMPARE(dateText(QDate(2026, 10, 1)), u"2026年10月1日"_s);
    QCOMPARE(moneyText(1234.5), u"$1,234.50"_s);
}

void LanguagesTest::staysEnglishForAnUnknownLanguage()
{
    useLanguage(*qApp, u"tlh"_s);
    QCOMPARE(stateText(instanceNamed(u"a"_s)), u"Running"_s);
}

void LanguagesTest::hasLettersForEverything()
{
    useLanguage(*qApp, u"zh_CN"_s);
    QTextLayout layout(stateText(instanceNamed(u"a"_s)) + u"实例磁盘环境变量"_s, QApplication::font());
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    const auto runs = layout.glyphRuns();
    QVERIFY(!runs.isEmpty());
    for (const auto &run : runs)
        QVERIFY2(!run.glyphIndexes().contains(0), qPrintable(run.rawFont().familyName())); // 0: the empty box
}

void LanguagesTest::bearsLongerTexts_data()
{
    QTest::addColumn<bool>("isStretched");
    QTest::addColumn<QString>("code");
    QTest::newRow("two fifths longer") << true << u"en"_s;
    QTest::newRow("German") << false << u"de"_s;
    QTest::newRow("Chinese") << false << u"zh_CN"_s;
}

void LanguagesTest::bearsLongerTexts()
{
    QFETCH(bool, isStretched);
    QFETCH(QString, code);
    useLanguage(*qApp, code);
    LongerTexts longer;
    if (isStretched)
        QCoreApplication::installTranslator(&longer);
    World world({instanceNamed(u"thesis"_s), instanceNamed(u"blog"_s, Status::Stopped)});
    world.signInAndShow();
    world.window.selectInstance(u"id-thesis"_s);
    world.window.resize(1800, 900);
    QStringList cut;
    const auto look = [&cut](QWidget &window, const QString &name) {
        QTest::qWait(20);
        for (const auto &text : cutTexts(window))
            cut += name + u" · "_s + text;
    };
    auto *tabs = world.find<QTabWidget>(u"tabs"_s);
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        look(world.window, u"tab %1"_s.arg(tab));
    }
    for (const auto &group : changeDialogs()) {
        for (const auto &entry : group) {
            auto *dialog = entry.make(world.services, *world.store.find(u"id-thesis"_s), &world.window);
            dialog->open();
            look(*dialog, verbName(entry.verb));
            dialog->close();
        }
    }
    CreateDialog create(world.provider, world.store, world.configuration);
    create.show();
    look(create, u"create"_s);
    DeleteDialog remove({*world.store.find(u"id-thesis"_s)}, world.clock.now());
    remove.show();
    look(remove, u"delete"_s);
    SettingsDialog settings(world.services, true);
    settings.setAttribute(Qt::WA_DeleteOnClose, false);
    settings.show();
    auto *pages = settings.findChild<QTabWidget *>();
    for (int page = 0; page < pages->count(); ++page) {
        pages->setCurrentIndex(page);
        look(settings, u"settings %1"_s.arg(page));
    }
    AboutDialog about;
    about.setAttribute(Qt::WA_DeleteOnClose, false);
    about.show();
    look(about, u"about"_s);
    QCoreApplication::removeTranslator(&longer);
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
}

QTEST_MAIN(LanguagesTest)
#include "tst_languages.moc"
