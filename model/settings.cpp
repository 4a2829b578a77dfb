#include "model/settings.h"

#include "model/settingsmigration.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

QString accountsKey(const QString &apiHost)
{
    return u"accounts/%1/known"_s.arg(apiHost);
}

QString currentKey(const QString &apiHost)
{
    return u"accounts/%1/current"_s.arg(apiHost);
}

// Words in the file, which people may read and change.
constexpr std::array<std::pair<Preferences::Appearance, QLatin1StringView>, 3> appearanceWords{
    {{Preferences::Appearance::System, "system"_L1},
     {Preferences::Appearance::Light, "light"_L1},
     {Preferences::Appearance::Dark, "dark"_L1}}};
constexpr std::array<std::pair<NoticeKind, QLatin1StringView>, allNoticeKinds.size()> noticeWords{
    {{NoticeKind::Ready, "ready"_L1},
     {NoticeKind::Stopped, "stopped"_L1},
     {NoticeKind::Failed, "failed"_L1},
     {NoticeKind::Leaving, "leaving"_L1},
     {NoticeKind::LongRun, "long_run"_L1},
     {NoticeKind::Budget, "budget"_L1}}};
constexpr std::array<std::pair<Occasion, QLatin1StringView>, allOccasions.size()> occasionWords{
    {{Occasion::Sleep, "sleep"_L1},
     {Occasion::Lock, "lock"_L1},
     {Occasion::LongIdle, "long_idle"_L1},
     {Occasion::Quit, "quit"_L1}}};
constexpr std::array<std::pair<LeaveAction, QLatin1StringView>, 3> actionWords{
    {{LeaveAction::Nothing, "nothing"_L1}, {LeaveAction::Suspend, "suspend"_L1}, {LeaveAction::Stop, "stop"_L1}}};
constexpr std::array<std::pair<LogLevel, QLatin1StringView>, 4> levelWords{{{LogLevel::Debug, "debug"_L1},
                                                                            {LogLevel::Info, "info"_L1},
                                                                            {LogLevel::Warning, "warning"_L1},
                                                                            {LogLevel::Error, "error"_L1}}};

constexpr auto appearanceKey = "window/appearance"_L1;
constexpr auto languageKey = "window/language"_L1;
constexpr auto closesToTrayKey = "window/closes_to_tray"_L1;
constexpr auto startsHiddenKey = "window/starts_hidden"_L1;
constexpr auto pollKey = "polling/seconds"_L1;
constexpr auto hiddenPollKey = "polling/hidden_seconds"_L1;
constexpr auto mutedKey = "notices/off"_L1;
constexpr auto toldKey = "notices/told"_L1;
constexpr auto longRunKey = "notices/long_run_hours"_L1;
constexpr auto budgetKey = "notices/monthly_budget"_L1;
constexpr auto longIdleKey = "leaving/long_idle_minutes"_L1;
constexpr auto logLevelKey = "log/level"_L1;
constexpr auto schemaKey = "schema"_L1;
constexpr auto updatesKey = "updates/look"_L1;
constexpr auto feedKey = "updates/feed"_L1;
constexpr auto lookedKey = "updates/looked_at"_L1;

constexpr qsizetype mostTold = 2000; // more than anybody has running at once

QString leavingKey(QLatin1StringView occasion)
{
    return u"leaving/%1"_s.arg(occasion);
}

template <typename T, std::size_t N>
T fromWord(const std::array<std::pair<T, QLatin1StringView>, N> &words, const QVariant &value, T otherwise)
{
    const auto found = std::ranges::find(words, value.toString(), &std::pair<T, QLatin1StringView>::second);
    return found == words.end() ? otherwise : found->first;
}

template <typename T, std::size_t N>
QString wordOf(const std::array<std::pair<T, QLatin1StringView>, N> &words, T value)
{
    return std::ranges::find(words, value, &std::pair<T, QLatin1StringView>::first)->second;
}

bool isOurs(SettingsState state)
{
    return state == SettingsState::Current || state == SettingsState::Migrated;
}

QString organizationKey(const QString &apiHost, const QString &account)
{
    return u"accounts/%1/organization of %2"_s.arg(apiHost, account);
}

} // namespace

Settings::Settings(const QString &file, QObject *parent)
    : QObject(parent)
    , m_path(file)
    , m_isUsable(isOurs(migrateSettings(file)))
    , m_file(m_isUsable ? file : QString(), QSettings::IniFormat)
    , m_preferences(readPreferences())
{
}

void Settings::put(QAnyStringView key, const QVariant &value)
{
    if (!m_isUsable)
        return;
    if (!m_file.contains(schemaKey))
        m_file.setValue(schemaKey, settingsSchema);
    m_file.setValue(key.toString(), value);
}

QStringList Settings::accounts(const QString &apiHost) const
{
    return m_file.value(accountsKey(apiHost)).toStringList();
}

QString Settings::currentAccount(const QString &apiHost) const
{
    return m_file.value(currentKey(apiHost)).toString();
}

QString Settings::organization(const QString &apiHost, const QString &account) const
{
    return m_file.value(organizationKey(apiHost, account)).toString();
}

void Settings::rememberAccount(const QString &apiHost, const QString &account, const QString &organization)
{
    auto known = accounts(apiHost);
    if (!known.contains(account))
        known << account;
    put(accountsKey(apiHost), known);
    put(currentKey(apiHost), account);
    put(organizationKey(apiHost, account), organization);
    m_file.sync();
}

void Settings::forgetAccount(const QString &apiHost, const QString &account)
{
    auto known = accounts(apiHost);
    known.removeAll(account);
    put(accountsKey(apiHost), known);
    put(currentKey(apiHost), known.value(0));
    m_file.remove(organizationKey(apiHost, account));
    m_file.remove(toldKey); // names instances
    m_file.sync();
}

Preferences Settings::readPreferences() const
{
    Preferences read;
    const auto number = [this](const QString &key, PreferenceRange range, int &place) {
        bool isNumber = false;
        const int value = m_file.value(key).toInt(&isNumber);
        if (isNumber)
            place = std::clamp(value, range.least, range.most);
    };
    read.appearance = fromWord(appearanceWords, m_file.value(appearanceKey), read.appearance);
    read.language = m_file.value(languageKey).toString();
    read.closesToTray = m_file.value(closesToTrayKey, read.closesToTray).toBool();
    read.startsHidden = m_file.value(startsHiddenKey, read.startsHidden).toBool();
    number(pollKey, pollRange, read.pollSeconds);
    number(hiddenPollKey, hiddenPollRange, read.hiddenPollSeconds);
    const auto muted = m_file.value(mutedKey).toStringList();
    for (const auto &[kind, word] : noticeWords) {
        if (muted.contains(word))
            read.muted.insert(kind);
    }
    number(longRunKey, longRunRange, read.longRunHours);
    read.monthlyBudget = std::max(0.0, m_file.value(budgetKey, read.monthlyBudget).toDouble());
    for (const auto &[occasion, word] : occasionWords)
        read.setAction(occasion, fromWord(actionWords, m_file.value(leavingKey(word)), read.actionOn(occasion)));
    number(longIdleKey, longIdleRange, read.longIdleMinutes);
    read.looksForUpdates = m_file.value(updatesKey, read.looksForUpdates).toBool();
    read.logLevel = fromWord(levelWords, m_file.value(logLevelKey), read.logLevel);
    return read;
}

void Settings::setPreferences(const Preferences &preferences)
{
    if (preferences == m_preferences)
        return;
    m_preferences = preferences;
    put(appearanceKey, wordOf(appearanceWords, preferences.appearance));
    put(languageKey, preferences.language);
    put(closesToTrayKey, preferences.closesToTray);
    put(startsHiddenKey, preferences.startsHidden);
    put(pollKey, preferences.pollSeconds);
    put(hiddenPollKey, preferences.hiddenPollSeconds);
    QStringList muted;
    for (const auto &[kind, word] : noticeWords) {
        if (preferences.muted.contains(kind))
            muted << word;
    }
    put(mutedKey, muted);
    put(longRunKey, preferences.longRunHours);
    put(budgetKey, preferences.monthlyBudget);
    for (const auto &[occasion, word] : occasionWords)
        put(leavingKey(word), wordOf(actionWords, preferences.actionOn(occasion)));
    put(longIdleKey, preferences.longIdleMinutes);
    put(updatesKey, preferences.looksForUpdates);
    put(logLevelKey, wordOf(levelWords, preferences.logLevel));
    Q_EMIT preferencesChanged();
}

bool Settings::isFirstTime(const QString &notice)
{
    auto told = m_file.value(toldKey).toStringList();
    if (told.contains(notice))
        return false;
    told << notice;
    while (told.size() > mostTold)
        told.removeFirst();
    put(toldKey, told);
    return true;
}

QUrl Settings::releaseFeed() const
{
    return QUrl(m_file.value(feedKey, QStringLiteral(SWARM_RELEASE_FEED)).toString(), QUrl::StrictMode);
}

QDateTime Settings::updatesLookedForAt() const
{
    return QDateTime::fromString(m_file.value(lookedKey).toString(), Qt::ISODate);
}

void Settings::setUpdatesLookedForAt(const QDateTime &time)
{
    put(lookedKey, time.toUTC().toString(Qt::ISODate));
}

bool Settings::hasExplainedTray() const
{
    return m_file.value(u"window/explained_tray"_s).toBool();
}

void Settings::setHasExplainedTray()
{
    put(u"window/explained_tray"_s, true);
}

QByteArray Settings::windowState(const QString &part) const
{
    return m_file.value(u"window/%1"_s.arg(part)).toByteArray();
}

void Settings::setWindowState(const QString &part, const QByteArray &state)
{
    put(u"window/%1"_s.arg(part), state);
}

} // namespace swarm
