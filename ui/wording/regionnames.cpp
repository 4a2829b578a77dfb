#include "ui/wording/regionnames.h"

#include "ui/wording/instancewords.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace swarm {

const QStringList &fallbackRegions()
{
    static const QStringList codes{u"ams"_s, u"sea"_s, u"sjc"_s, u"ewr"_s, u"ord"_s,
                                   u"syd"_s, u"hkg"_s, u"nrt"_s, u"fra"_s};
    return codes;
}

QString regionCity(const QString &code)
{
    // Names of places are the same in every language we have. The second half takes no new instances any more.
    static const QHash<QString, QString> cities{
        {u"ams"_s, u"Amsterdam"_s},      {u"arn"_s, u"Stockholm"_s},    {u"bom"_s, u"Mumbai"_s},
        {u"cdg"_s, u"Paris"_s},          {u"dfw"_s, u"Dallas"_s},       {u"ewr"_s, u"Secaucus"_s},
        {u"fra"_s, u"Frankfurt"_s},      {u"gru"_s, u"São Paulo"_s},    {u"iad"_s, u"Ashburn"_s},
        {u"jnb"_s, u"Johannesburg"_s},   {u"lax"_s, u"Los Angeles"_s},  {u"lhr"_s, u"London"_s},
        {u"nrt"_s, u"Tokyo"_s},          {u"ord"_s, u"Chicago"_s},      {u"sin"_s, u"Singapore"_s},
        {u"sjc"_s, u"San Jose"_s},       {u"syd"_s, u"Sydney"_s},       {u"yyz"_s, u"Toronto"_s},

        {u"atl"_s, u"Atlanta"_s},        {u"bog"_s, u"Bogotá"_s},       {u"bos"_s, u"Boston"_s},
        {u"den"_s, u"Denver"_s},         {u"eze"_s, u"Buenos Aires"_s}, {u"gdl"_s, u"Guadalajara"_s},
        {u"gig"_s, u"Rio de Janeiro"_s}, {u"hkg"_s, u"Hong Kong"_s},    {u"maa"_s, u"Chennai"_s},
        {u"mad"_s, u"Madrid"_s},         {u"mia"_s, u"Miami"_s},        {u"otp"_s, u"Bucharest"_s},
        {u"phx"_s, u"Phoenix"_s},        {u"qro"_s, u"Querétaro"_s},    {u"scl"_s, u"Santiago"_s},
        {u"sea"_s, u"Seattle"_s},        {u"waw"_s, u"Warsaw"_s},       {u"yul"_s, u"Montréal"_s},
    };
    return cities.value(code, code);
}

QString regionText(const QString &code)
{
    const auto city = regionCity(code);
    return city == code ? code : u"%1 (%2)"_s.arg(city, code);
}

} // namespace swarm
