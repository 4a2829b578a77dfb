#include "model/imagereference.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace swarm {

std::optional<Image> imageFrom(const QString &reference)
{
    // A registry may have a port: only a colon after the last slash begins a tag.
    static const QRegularExpression shape(
        uR"(\A([A-Za-z0-9][A-Za-z0-9._:/-]*?)(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?)"
        uR"((?:@([a-z0-9]+:[0-9a-f]{32,}))?\z)"_s);
    const auto match = shape.match(reference);
    if (!match.hasMatch() || match.captured(1).endsWith(u'/') || match.captured(1).endsWith(u':'))
        return {};
    Image image{.repository = match.captured(1), .digest = match.captured(3)};
    if (match.hasCaptured(2))
        image.tag = match.captured(2);
    return image;
}

QString imageReference(const Image &image)
{
    const auto tagged = image.repository + u':' + image.tag;
    return image.digest.isEmpty() ? tagged : tagged + u'@' + image.digest;
}

} // namespace swarm
