#include "ui/icons.h"

#include "ui/tintediconengine.h"

#include <QFile>

using namespace Qt::StringLiterals;

// Resources of a static library have to be asked for by name, outside of any namespace.
static void loadResources()
{
    Q_INIT_RESOURCE(remoteswarm);
}

namespace swarm {

namespace {

//! Whether the desktop has icons of its own. hicolor is what all themes fall back to: it has those of programs, and to
//! look through it for each of ours takes an eighth of a start.
bool hasTheme()
{
    const auto theme = QIcon::themeName();
    return !theme.isEmpty() && theme != "hicolor"_L1;
}

} // namespace

QIcon icon(const QString &name)
{
    loadResources();
    if (hasTheme() && QIcon::hasThemeIcon(name))
        return QIcon::fromTheme(name);
    return QIcon(new TintedIconEngine(u":/icons/%1.svg"_s.arg(name)));
}

QIcon icon(const QString &name, const QColor &color)
{
    loadResources();
    return QIcon(new TintedIconEngine(u":/icons/%1.svg"_s.arg(name), color));
}

QIcon applicationIcon()
{
    loadResources();
    return QIcon(u":/icons/remote-swarm.svg"_s);
}

} // namespace swarm
