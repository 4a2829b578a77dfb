// Changes JSON into other JSON, which changing bytes hardly ever does.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <cstdint>
#include <cstring>
#include <limits>
#include <random>

using namespace Qt::StringLiterals;

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t *data, std::size_t size, std::size_t most);
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t *data, std::size_t size, std::size_t most, unsigned seed);

namespace {

using Random = std::minstd_rand;

int oneOf(Random &random, qsizetype count)
{
    return static_cast<int>(random() % static_cast<unsigned>(count));
}

QJsonValue somethingElse(Random &random, const QJsonValue &now)
{
    constexpr std::array<double, 8> numbers{0, -1, 1e308, -1e308, 2147483648.0, 9223372036854775808.0, 0.5, 1e-308};
    const std::array<QJsonValue, 12> values{QJsonValue(),
                                            true,
                                            numbers.at(random() % numbers.size()),
                                            std::numeric_limits<qint64>::min(),
                                            std::numeric_limits<qint64>::max(),
                                            u""_s,
                                            u"0001-01-01T00:00:00Z"_s,
                                            QString(1000, u'9'),
                                            QJsonArray(),
                                            QJsonObject(),
                                            QJsonArray{now, now},
                                            QJsonObject{{u"data"_s, now}}};
    return values.at(random() % values.size());
}

//! The value with one thing in it changed.
QJsonValue changed(Random &random, const QJsonValue &value)
{
    const bool isHere = oneOf(random, 4) == 0;
    if (value.isObject() && !value.toObject().isEmpty() && !isHere) {
        auto object = value.toObject();
        const auto member = object.begin() + oneOf(random, object.size());
        if (oneOf(random, 8) == 0)
            object.erase(member);
        else
            member.value() = changed(random, member.value());
        return object;
    }
    if (value.isArray() && !value.toArray().isEmpty() && !isHere) {
        auto array = value.toArray();
        const auto at = oneOf(random, array.size());
        array[at] = changed(random, array[at]);
        return array;
    }
    return somethingElse(random, value);
}

QByteArray written(const QJsonValue &value)
{
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    if (value.isArray())
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
    return "null"_ba;
}

} // namespace

std::size_t LLVMFuzzerCustomMutator(std::uint8_t *data, std::size_t size, std::size_t most, unsigned seed)
{
    Random random(seed);
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto document = QJsonDocument::fromJson(bytes);
    if (document.isNull() || oneOf(random, 8) == 0)
        return LLVMFuzzerMutate(data, size, most);
    const auto json =
        written(changed(random, document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object())));
    if (json.size() > static_cast<qsizetype>(most))
        return LLVMFuzzerMutate(data, size, most);
    std::memcpy(data, json.constData(), static_cast<std::size_t>(json.size()));
    return static_cast<std::size_t>(json.size());
}
