#include "ui/fuzzymatch.h"

#include <algorithm>

namespace swarm {
namespace {

constexpr int letterScore = 1;
constexpr int besideScore = 4; //!< right after the letter before
constexpr int wordStartScore = 6; //!< where the word begins
constexpr int laterStartScore = 3; //!< for its other letters, as in initials
constexpr int gapCost = 1;
constexpr int textStartScore = 3;

bool isWordStart(const QString &text, qsizetype place)
{
    return place == 0 || !text[place - 1].isLetterOrNumber();
}

//! Of one word from `from` on, greedily; 0 when a letter is missing.
int scoreFrom(const QString &word, const QString &text, qsizetype from)
{
    int score = 0;
    auto place = from;
    for (qsizetype letter = 0; letter < word.size(); ++letter) {
        const auto found = letter == 0 ? from : text.indexOf(word[letter], place, Qt::CaseInsensitive);
        if (found < 0)
            return 0;
        score += letterScore;
        if (letter > 0)
            score += found == place ? besideScore : -gapCost;
        if (isWordStart(text, found))
            score += letter == 0 ? wordStartScore : laterStartScore;
        place = found + 1;
    }
    return from == 0 ? score + textStartScore : score;
}

int scoreOfWord(const QString &word, const QString &text)
{
    int best = 0;
    for (auto place = text.indexOf(word.front(), 0, Qt::CaseInsensitive); place >= 0;
         place = text.indexOf(word.front(), place + 1, Qt::CaseInsensitive))
        best = std::max(best, scoreFrom(word, text, place));
    return best;
}

} // namespace

int fuzzyScore(const QStringList &words, const QString &text)
{
    int sum = 0;
    for (const auto &word : words) {
        const int score = scoreOfWord(word, text);
        if (score == 0)
            return 0;
        sum += score;
    }
    return sum;
}

} // namespace swarm
