#include "app/ctl/manual.h"

#include "app/ctl/exitcode.h"

#include <array>

using namespace Qt::StringLiterals;

namespace swarm::ctl {
namespace {

QString escaped(QString text)
{
    text.replace(u'\\', u"\\e"_s).replace(u'-', u"\\-"_s);
    return text.startsWith(u'.') || text.startsWith(u'\'') ? u"\\&"_s + text : text;
}

QString optionText(const Grammar::Option &option)
{
    QStringList names;
    for (const auto &name : option.names)
        names << u"\\fB%1\\fR"_s.arg(escaped(name));
    auto head = names.join(u", "_s);
    if (option.isPositional)
        head = u"\\fI%1\\fR"_s.arg(escaped(option.names.constFirst()));
    else if (!option.value.isEmpty())
        head += u" \\fI%1\\fR"_s.arg(escaped(option.value));
    return u".TP\n%1\n%2\n"_s.arg(head, escaped(option.help.isEmpty() ? u"–"_s : option.help));
}

QString synopsis(const Grammar::Verb &verb)
{
    QString line = u"\\fBswarmctl %1\\fR"_s.arg(escaped(verb.name));
    bool hasFlags = false;
    for (const auto &option : verb.options) {
        if (!option.isPositional) {
            hasFlags = true;
            continue;
        }
        const auto name = u"\\fI%1\\fR"_s.arg(escaped(option.names.constFirst()));
        line += option.isRequired ? u' ' + name : u" ["_s + name + u']';
    }
    return line + (hasFlags ? u" [options]"_s : QString());
}

constexpr std::array<std::pair<ExitCode, const char *>, 10> exitCodes{
    {{ExitOk, "Done."},
     {ExitFailed, "Failed, and what it had done was undone."},
     {ExitUsage, "The command line, a setting or a file makes no sense."},
     {ExitSignIn, "Nobody is signed in, or the token may not do this."},
     {ExitNotFound, "There is no such thing."},
     {ExitConflict, "Something else is in the way or at work; diff: the instance is not as its file says."},
     {ExitNoRoom, "No room in the region, or a quota is used up."},
     {ExitUnreachable, "Fly.io cannot be reached."},
     {ExitLeftBehind, "Something is left behind and may be billed; it is named."},
     {ExitInterrupted, "Interrupted."}}};

constexpr auto environment = R"(.TP
\fBFLY_API_TOKEN\fR
A token, instead of the one in the keychain. No process that swarmctl starts sees it.
.TP
\fBSWARM_PASSWORD\fR
The password of the editor that is created, or whose password is changed.
.TP
\fBSWARM_ORG\fR, \fBSWARM_REGION\fR, \fBSWARM_REGIONS\fR, \fBSWARM_IMAGE\fR, \fBSWARM_RETRIES\fR, \fBSWARM_RETRY_FIRST_MS\fR, \fBSWARM_RETRY_LONGEST_MS\fR, \fBSWARM_RETRY_FACTOR\fR, \fBSWARM_LOG_LEVEL\fR
Settings; they win over the settings file, and options win over them.
.TP
\fBNO_COLOR\fR
If it is set, nothing is coloured.
)"_L1;

constexpr auto files = R"(.TP
\fI$XDG_CONFIG_HOME/remote\-swarm/remote\-swarm.conf\fR
Settings.
.TP
\fI$XDG_DATA_HOME/remote\-swarm\fR
Records of instances, journals of what is under way, receipts of what was deleted with a last snapshot, history, logs. No token or password is in any of them: those are in the keychain.
)"_L1;

constexpr auto examples = R"(.TP
\fBswarmctl create thesis \-\-region ams\fR
Makes an editor and waits until it answers.
.TP
\fBswarmctl deploy \-\-file instance.toml\fR
Makes it as the file says, or brings it in line; the second time does nothing.
.TP
\fBswarmctl delete thesis \-\-keep 5d \-\-yes\fR
Deletes it, but for a last snapshot.
.TP
\fBswarmctl \-\-demo list\fR
Tries a command on a simulator, without an account.
)"_L1;

} // namespace

QString manualPage(const Grammar &grammar)
{
    QString page =
        u".TH SWARMCTL 1 \"\" \"Remote Swarm %1\" \"User Commands\"\n"
        ".SH NAME\nswarmctl \\- create, open, stop and watch VS Code editors on Fly.io\n"
        ".SH SYNOPSIS\n\\fBswarmctl\\fR [\\fIoptions\\fR] \\fIcommand\\fR [\\fIarguments\\fR]\n"
        ".SH DESCRIPTION\n"
        "Each editor is a code\\-server on a Fly.io machine of its own. An instance is addressed by its name, its id, "
        "its app or its machine. What changes something writes a journal first: what was cut off is finished or "
        "undone by the next command.\n.SH OPTIONS\nThese can stand with every command.\n"_s.arg(
            QStringLiteral(SWARM_VERSION));
    for (const auto &option : grammar.options)
        page += optionText(option);
    page += u".SH COMMANDS\n"_s;
    for (const auto &verb : grammar.verbs) {
        page += u".SS %1\n%2\n.PP\n"_s.arg(synopsis(verb), escaped(verb.help) + u'.');
        if (!verb.aliases.isEmpty())
            page += u"Also called %1.\n"_s.arg(escaped(verb.aliases.join(u", "_s)));
        for (const auto &option : verb.options) {
            if (!option.names.contains(u"--help"_s))
                page += optionText(option);
        }
    }
    page += u".SH EXIT STATUS\n"_s;
    for (const auto &[code, meaning] : exitCodes)
        page += u".TP\n\\fB%1\\fR\n%2\n"_s.arg(code).arg(QString::fromUtf8(meaning));
    return page + u".SH ENVIRONMENT\n"_s + environment + u".SH FILES\n"_s + files + u".SH EXAMPLES\n"_s + examples
        + u".SH SEE ALSO\n\\fBremote\\-swarm\\fR(1), \\fBflysim\\fR(1)\n"_s;
}

} // namespace swarm::ctl
