#include "ui/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <algorithm>

using namespace Qt::StringLiterals;

// Outside every namespace: that is where the resource's own function is.
static void initializeTranslations()
{
    Q_INIT_RESOURCE(translations);
}

namespace swarm {
namespace {

//! Loads words of ours, or Qt's own for its standard buttons; what cannot be found stays English.
void install(QCoreApplication &app, const QLocale &locale, const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(&app);
    if (translator->load(locale, name, u"_"_s, folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

std::vector<std::pair<QString, QString>> languages()
{
    return {{u"en"_s, u"English"_s}, {u"de"_s, u"Deutsch"_s}, {u"zh_CN"_s, u"简体中文"_s}};
}

void useLanguage(QCoreApplication &app, const QString &code)
{
    initializeTranslations();
    const auto all = languages();
    const bool isKnown = std::ranges::any_of(all, [&](const auto &language) { return language.first == code; });
    const auto before = app.findChildren<QTranslator *>(Qt::FindDirectChildrenOnly);
    for (auto *translator : before)
        delete translator; // which takes it out
    const QLocale chosen(code);
    const auto system = QLocale::system();
    // Whoever chooses the language of the desktop keeps its ways to write dates and numbers.
    const auto locale = isKnown && chosen.language() != system.language() ? chosen : system;
    QLocale::setDefault(locale);
    install(app, locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(app, locale, u"remoteswarm"_s, u":/i18n"_s);
}

} // namespace swarm
