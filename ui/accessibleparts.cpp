#include "ui/accessibleparts.h"

#include <QAccessibleWidget>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

QAccessibleInterface *partOf(const QString &className, QObject *object)
{
    // Qt's own says that it is a grip, which AT-SPI does not know.
    if (className == "QSplitterHandle"_L1 && object && object->isWidgetType())
        return new QAccessibleWidget(static_cast<QWidget *>(object), QAccessible::Separator);
    return nullptr;
}

} // namespace

void installAccessibleParts()
{
    QAccessible::installFactory(&partOf);
}

} // namespace swarm
