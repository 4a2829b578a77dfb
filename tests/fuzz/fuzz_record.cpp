// The records of instances on disk: what is read is written the same, and read the same again.
#include "model/instancejson.h"
#include "tests/fuzz/fuzz.h"

#include <QJsonDocument>

using namespace swarm;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto instance = instanceFromJson(QJsonDocument::fromJson(bytesFrom(data, size)).object());
    if (!isRead(instance))
        return 0;
    const auto written = QJsonDocument(toJson(*instance)).toJson();
    const auto again = instanceFromJson(QJsonDocument::fromJson(written).object());
    require(isRead(again) && QJsonDocument(toJson(*again)).toJson() == written);
    return 0;
}
