#include "app/ctl/completion.h"

using namespace Qt::StringLiterals;

namespace swarm::ctl {
namespace {

//! Prints the names that the last list told of, without asking anybody.
constexpr auto namesCommand = "swarmctl names 2>/dev/null"_L1;

QStringList flagNames(const std::vector<Grammar::Option> &options)
{
    QStringList names;
    for (const auto &option : options) {
        if (!option.isPositional)
            names << option.names;
    }
    return names;
}

QStringList verbNames(const Grammar &grammar)
{
    QStringList names;
    for (const auto &verb : grammar.verbs)
        names << verb.name << verb.aliases;
    return names;
}

QStringList choicesOfPositional(const Grammar::Verb &verb)
{
    for (const auto &option : verb.options) {
        if (option.isPositional)
            return option.choices;
    }
    return {};
}

QString bashScript(const Grammar &grammar)
{
    QString script = u"# bash completion for swarmctl\n_swarmctl()\n{\n"
                     "    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} verb= words= i\n"
                     "    COMPREPLY=()\n"
                     "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
                     "        case ${COMP_WORDS[i]} in\n            "_s
        + verbNames(grammar).join(u'|')
        + u") verb=${COMP_WORDS[i]}; break ;;\n        esac\n    done\n"
          "    case $verb/$before in\n"_s;
    QStringList freeValues;
    for (const auto &verb : grammar.verbs) {
        for (const auto &option : verb.options) {
            if (option.isPositional || option.value.isEmpty())
                continue;
            for (const auto &name : option.names) {
                const auto place = verb.name + u'/' + name;
                if (!option.choices.isEmpty())
                    script += u"        %1) COMPREPLY=($(compgen -W '%2' -- \"$current\")); return ;;\n"_s.arg(
                        place, option.choices.join(u' '));
                else if (option.takesFile)
                    script += u"        %1) COMPREPLY=($(compgen -f -- \"$current\")); return ;;\n"_s.arg(place);
                else
                    freeValues << place;
            }
        }
    }
    for (const auto &option : grammar.options) {
        if (!option.value.isEmpty()) {
            for (const auto &name : option.names)
                freeValues << u"*/"_s + name;
        }
    }
    if (!freeValues.isEmpty())
        script += u"        %1) return ;;\n"_s.arg(freeValues.join(u'|'));
    script += u"    esac\n    case $verb in\n        '') words='%1 %2' ;;\n"_s.arg(
        verbNames(grammar).join(u' '), flagNames(grammar.options).join(u' '));
    for (const auto &verb : grammar.verbs) {
        auto words = flagNames(verb.options) + flagNames(grammar.options) + choicesOfPositional(verb);
        words.removeDuplicates();
        const auto names = verb.takesInstance() ? u"\" $([[ $current == -* ]] || %1)\""_s.arg(namesCommand) : QString();
        script += u"        %1) words='%2'%3 ;;\n"_s.arg((QStringList(verb.name) + verb.aliases).join(u'|'),
                                                         words.join(u' '), names);
    }
    return script
        + u"    esac\n    COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n}\ncomplete -F _swarmctl swarmctl\n"_s;
}

//! Within single quotes of a shell, and without what _arguments would take for syntax.
QString zshText(QString text)
{
    return text.replace(u'\'', u"’"_s).replace(u'[', u'(').replace(u']', u')').replace(u':', u';');
}

QString zshOption(const Grammar::Option &option)
{
    QString value;
    if (!option.choices.isEmpty())
        value = u":value:(%1)"_s.arg(option.choices.join(u' '));
    else if (option.takesFile)
        value = u":file:_files"_s;
    else if (!option.value.isEmpty())
        value = u":%1:"_s.arg(zshText(option.value).toLower());
    QStringList specs;
    for (const auto &name : option.names)
        specs << u"'*%1[%2]%3'"_s.arg(name, zshText(option.help), value);
    return specs.join(u' ');
}

QString zshScript(const Grammar &grammar)
{
    QString script = u"#compdef swarmctl\n\n_swarmctl_instances()\n{\n    local -a names\n"
                     "    names=(${(f)\"$(%1)\"})\n    compadd -a names\n}\n\n_swarmctl()\n{\n"
                     "    local -a verbs general\n    verbs=(\n"_s.arg(namesCommand);
    for (const auto &verb : grammar.verbs)
        script += u"        '%1:%2'\n"_s.arg(verb.name, zshText(verb.help));
    script += u"    )\n    general=(\n"_s;
    for (const auto &option : grammar.options)
        script += u"        %1\n"_s.arg(zshOption(option));
    script += u"    )\n    local context state line\n"
              "    _arguments -C $general '1:command:->verb' '*::arguments:->rest'\n"
              "    case $state in\n    verb) _describe command verbs ;;\n    rest)\n        case $line[1] in\n"_s;
    for (const auto &verb : grammar.verbs) {
        QStringList specs;
        for (const auto &option : verb.options) {
            if (!option.isPositional)
                specs << zshOption(option);
        }
        if (verb.takesInstance())
            specs << u"'1:instance:_swarmctl_instances'"_s;
        const auto choices = choicesOfPositional(verb);
        if (!choices.isEmpty())
            specs << u"'1:what:(%1)'"_s.arg(choices.join(u' '));
        script += u"        %1) _arguments $general %2 ;;\n"_s.arg((QStringList(verb.name) + verb.aliases).join(u'|'),
                                                                   specs.join(u' '));
    }
    return script
        + u"        esac ;;\n    esac\n}\n\n[[ $funcstack[1] = _swarmctl ]] && _swarmctl \"$@\" || compdef _swarmctl swarmctl\n"_s;
}

QString fishQuoted(QString text)
{
    return u'\'' + text.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s) + u'\'';
}

QString fishOption(const Grammar::Option &option, const QString &condition)
{
    QString line = u"complete -c swarmctl"_s + condition;
    for (const auto &name : option.names)
        line += name.startsWith("--"_L1) ? u" -l "_s + name.mid(2) : u" -s "_s + name.mid(1);
    if (!option.choices.isEmpty())
        line += u" -x -a "_s + fishQuoted(option.choices.join(u' '));
    else if (option.takesFile)
        line += u" -r -F"_s;
    else if (!option.value.isEmpty())
        line += u" -x"_s;
    return line + u" -d "_s + fishQuoted(option.help) + u'\n';
}

QString fishScript(const Grammar &grammar)
{
    QString script = u"# fish completion for swarmctl\ncomplete -c swarmctl -f\n"_s;
    for (const auto &option : grammar.options)
        script += fishOption(option, QString());
    for (const auto &verb : grammar.verbs) {
        script +=
            u"complete -c swarmctl -n __fish_use_subcommand -a %1 -d %2\n"_s.arg(verb.name, fishQuoted(verb.help));
        const auto condition =
            u" -n '__fish_seen_subcommand_from %1'"_s.arg((QStringList(verb.name) + verb.aliases).join(u' '));
        for (const auto &option : verb.options) {
            if (!option.isPositional)
                script += fishOption(option, condition);
        }
        if (verb.takesInstance())
            script += u"complete -c swarmctl%1 -a '(%2)'\n"_s.arg(condition, namesCommand);
        const auto choices = choicesOfPositional(verb);
        if (!choices.isEmpty())
            script += u"complete -c swarmctl%1 -a %2\n"_s.arg(condition, fishQuoted(choices.join(u' ')));
    }
    return script;
}

} // namespace

QString completionScript(const Grammar &grammar, ShellKind shell)
{
    switch (shell) {
    case ShellKind::Bash:
        return bashScript(grammar);
    case ShellKind::Zsh:
        return zshScript(grammar);
    case ShellKind::Fish:
        return fishScript(grammar);
    }
    Q_UNREACHABLE();
}

} // namespace swarm::ctl
