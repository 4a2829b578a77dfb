#include "app/ctl/grammar.h"

#include <CLI/CLI.hpp>

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace swarm::ctl {
namespace {

//! CLI11 knows the choices of an option only as "{a,b,c}" in the name of its type.
QStringList choicesIn(const QString &type)
{
    static const QRegularExpression shape(u"\\{([^}]*)\\}"_s);
    const auto match = shape.match(type);
    return match.hasMatch() ? match.captured(1).split(u',') : QStringList();
}

Grammar::Option optionFrom(const CLI::Option &option)
{
    Grammar::Option known;
    known.isPositional = option.get_positional();
    known.isRequired = option.get_required();
    if (known.isPositional) {
        known.names << QString::fromStdString(option.get_name(true, false));
    } else {
        for (const auto &name : option.get_lnames())
            known.names << u"--"_s + QString::fromStdString(name);
        for (const auto &name : option.get_snames())
            known.names << u"-"_s + QString::fromStdString(name);
    }
    known.help = QString::fromStdString(option.get_description());
    if (option.get_items_expected_max() > 0) {
        const auto type = QString::fromStdString(option.get_type_name());
        known.choices = choicesIn(type);
        known.value = known.choices.isEmpty() ? type.section(u':', 0, 0) : known.choices.join(u'|');
        known.takesFile = known.names.contains(u"--file"_s) || known.names.contains(u"--prices"_s)
            || (known.names.contains(u"--to"_s) && known.help.startsWith("File"_L1));
    }
    return known;
}

std::vector<Grammar::Option> optionsOf(const CLI::App &app)
{
    std::vector<Grammar::Option> options;
    for (const auto *option : app.get_options()) {
        if (!option->get_group().empty()) // those without a group are for tests
            options.push_back(optionFrom(*option));
    }
    return options;
}

} // namespace

bool Grammar::Verb::takesInstance() const
{
    for (const auto &option : options) {
        if (option.isPositional)
            return option.names.constFirst() == "instance"_L1;
    }
    return false;
}

Grammar grammarOf(const CLI::App &app)
{
    Grammar grammar{.options = optionsOf(app)};
    for (const auto *verb : app.get_subcommands([](const CLI::App *) { return true; })) {
        if (verb->get_group().empty())
            continue;
        Grammar::Verb known{.name = QString::fromStdString(verb->get_name()),
                            .help = QString::fromStdString(verb->get_description()),
                            .options = optionsOf(*verb)};
        for (const auto &alias : verb->get_aliases())
            known.aliases << QString::fromStdString(alias);
        grammar.verbs.push_back(known);
    }
    return grammar;
}

} // namespace swarm::ctl
