#include "ui/ansitext.h"

#include <QStringList>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

constexpr auto escape = u'\x1b';

QChar letterAt(const QString &text, qsizetype at)
{
    return at < text.size() ? text[at] : QChar();
}

//! Where the sequence that begins at `at` ends; behind the text when it never does.
qsizetype endOfSequence(const QString &text, qsizetype at)
{
    const auto kind = letterAt(text, at + 1);
    if (kind == u']') { // a title and the like, ended by a bell or by ESC backslash
        for (auto end = at + 2; end < text.size(); ++end) {
            if (text[end] == u'\a')
                return end + 1;
            if (text[end] == escape)
                return end + 2;
        }
        return text.size();
    }
    if (kind != u'[')
        return std::min(at + 2, text.size());
    auto end = at + 2;
    while (end < text.size() && (text[end] < u'@' || text[end] > u'~'))
        ++end;
    return std::min(end + 1, text.size());
}

void apply(const QString &codes, AnsiRun *style)
{
    const auto numbers = codes.split(u';');
    for (qsizetype i = 0; i < numbers.size(); ++i) {
        const int code = numbers[i].toInt(); // an empty one is 0
        if (code == 0)
            *style = {};
        else if (code == 1)
            style->isBold = true;
        else if (code == 22)
            style->isBold = false;
        else if (code >= 30 && code <= 37)
            style->colour = code - 30;
        else if (code >= 90 && code <= 97)
            style->colour = code - 90 + 8;
        else if (code == 39)
            style->colour.reset();
        else if (code == 38 || code == 48)
            i += numbers.value(i + 1) == "5"_L1 ? 2 : 4; // of 256 or of millions: the usual one must do
    }
}

} // namespace

std::vector<AnsiRun> ansiRuns(const QString &text)
{
    std::vector<AnsiRun> runs;
    AnsiRun style;
    QString words;
    const auto finish = [&] {
        if (!words.isEmpty())
            runs.push_back({.text = std::exchange(words, {}), .colour = style.colour, .isBold = style.isBold});
    };
    for (qsizetype at = 0; at < text.size();) {
        const auto letter = text[at];
        if (letter != escape) {
            if (letter == u'\t')
                words += "    "_L1;
            else if (letter >= u' ' && letter != u'\x7f')
                words += letter;
            ++at;
            continue;
        }
        const auto end = endOfSequence(text, at);
        if (letterAt(text, at + 1) == u'[' && text[end - 1] == u'm') {
            finish();
            apply(text.mid(at + 2, end - at - 3), &style);
        }
        at = end;
    }
    finish();
    return runs;
}

QString plainText(const QString &text)
{
    QString words;
    for (const auto &run : ansiRuns(text))
        words += run.text;
    return words;
}

} // namespace swarm
