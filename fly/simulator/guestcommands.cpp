#include "fly/simulator/guestcommands.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDateTime>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace swarm::simulator {
namespace {

using Reader = std::function<QByteArray(QIODevice &input, const QString &name)>;

CommandOutput failure(int exitCode, const QString &text)
{
    return {.exitCode = exitCode, .err = text.toUtf8() + '\n'};
}

void complain(CommandOutput &output, const QString &text)
{
    output.exitCode = 1;
    output.err += text.toUtf8() + '\n';
}

QStringList optionsIn(const QStringList &arguments)
{
    return arguments.filter(QRegularExpression(u"^-."_s));
}

QStringList operandsIn(const QStringList &arguments)
{
    auto operands = arguments;
    operands.removeIf([](const QString &word) { return word.size() > 1 && word.startsWith(u'-'); });
    return operands;
}

//! Whether a letter is among options such as `-l -a` or `-la`.
bool hasOption(const QStringList &arguments, QChar letter)
{
    const auto options = optionsIn(arguments);
    return std::any_of(options.begin(), options.end(), [letter](const QString &word) { return word.contains(letter); });
}

std::optional<CommandOutput> optionProblem(const QString &name, const QStringList &arguments, const QString &known)
{
    for (const auto &option : optionsIn(arguments)) {
        for (const auto letter : option.sliced(1)) {
            if (!known.contains(letter))
                return failure(name == "ls"_L1 ? 2 : 1, u"%1: invalid option -- '%2'"_s.arg(name, letter));
        }
    }
    return {};
}

//! Reads the files named, or the empty standard input.
CommandOutput readEach(const QString &name, QStringList operands, const Guest &guest, const Reader &read)
{
    CommandOutput output;
    if (operands.isEmpty())
        operands << u"-"_s;
    for (const auto &operand : operands) {
        if (operand == "-"_L1) {
            QBuffer nothing;
            nothing.open(QIODevice::ReadOnly);
            output.out += read(nothing, operand);
        } else if (guest.files.kindOf(operand) == GuestFiles::Kind::Folder) {
            complain(output, u"%1: %2: Is a directory"_s.arg(name, operand));
        } else if (const auto file = guest.files.open(operand)) {
            output.out += read(*file, operand);
        } else {
            complain(output, u"%1: %2: No such file or directory"_s.arg(name, operand));
        }
        output.out.truncate(mostOutput);
    }
    return output;
}

CommandOutput env(const QStringList &arguments, const Guest &guest)
{
    if (!arguments.isEmpty())
        return failure(127, u"env: '%1': No such file or directory"_s.arg(arguments.first()));
    CommandOutput output;
    for (auto it = guest.environment.cbegin(); it != guest.environment.cend(); ++it)
        output.out += it.key().toUtf8() + '=' + it->toUtf8() + '\n';
    return output;
}

CommandOutput printenv(const QStringList &arguments, const Guest &guest)
{
    if (arguments.isEmpty())
        return env({}, guest);
    CommandOutput output;
    for (const auto &name : arguments) {
        if (guest.environment.contains(name))
            output.out += guest.environment[name].toUtf8() + '\n';
        else
            output.exitCode = 1;
    }
    return output;
}

CommandOutput echo(const QStringList &arguments, const Guest &)
{
    const bool isBare = arguments.value(0) == "-n"_L1;
    const auto text = arguments.mid(isBare ? 1 : 0).join(u' ').toUtf8();
    return {.out = isBare ? text : text + '\n'};
}

CommandOutput cat(const QStringList &arguments, const Guest &guest)
{
    if (auto problem = optionProblem(u"cat"_s, arguments, {}))
        return *problem;
    return readEach(u"cat"_s, arguments, guest,
                    [](QIODevice &input, const QString &) { return input.read(mostOutput); });
}

QByteArray longLine(const QFileInfo &info)
{
    QByteArray modes;
    for (const auto shift : {12, 4, 0}) {
        const auto bits = info.permissions().toInt() >> shift;
        modes += (bits & 4) != 0 ? 'r' : '-';
        modes += (bits & 2) != 0 ? 'w' : '-';
        modes += (bits & 1) != 0 ? 'x' : '-';
    }
    const auto time = info.lastModified().toUTC().toString(u"yyyy-MM-dd HH:mm"_s).toUtf8();
    return (info.isDir() ? 'd' : '-') + modes + " 1 coder coder " + QByteArray::number(info.size()).rightJustified(9)
        + ' ' + time + ' ' + info.fileName().toUtf8() + '\n';
}

CommandOutput ls(const QStringList &arguments, const Guest &guest)
{
    if (auto problem = optionProblem(u"ls"_s, arguments, u"aAl1"_s))
        return *problem;
    const bool isLong = hasOption(arguments, u'l');
    const bool withHidden = hasOption(arguments, u'a') || hasOption(arguments, u'A');
    auto operands = operandsIn(arguments);
    if (operands.isEmpty())
        operands << GuestFiles::home();
    CommandOutput output;
    for (const auto &operand : operands) {
        const auto kind = guest.files.kindOf(operand);
        if (kind == GuestFiles::Kind::Missing) {
            complain(output, u"ls: cannot access '%1': No such file or directory"_s.arg(operand));
            output.exitCode = 2;
            continue;
        }
        if (kind == GuestFiles::Kind::File && !isLong) {
            output.out += operand.toUtf8() + '\n';
            continue;
        }
        if (operands.size() > 1 && kind == GuestFiles::Kind::Folder)
            output.out += operand.toUtf8() + ":\n";
        for (const auto &info : guest.files.list(operand, withHidden))
            output.out += isLong ? longLine(info) : info.fileName().toUtf8() + '\n';
    }
    return output;
}

CommandOutput uname(const QStringList &arguments, const Guest &guest)
{
    if (auto problem = optionProblem(u"uname"_s, arguments, u"asnrm"_s))
        return *problem;
    const bool isAll = hasOption(arguments, u'a');
    QStringList parts;
    if (isAll || arguments.isEmpty() || hasOption(arguments, u's'))
        parts << u"Linux"_s;
    if (isAll || hasOption(arguments, u'n'))
        parts << guest.hostname;
    if (isAll || hasOption(arguments, u'r'))
        parts << u"6.12.0-fly"_s;
    if (isAll || hasOption(arguments, u'm'))
        parts << u"x86_64"_s;
    return {.out = parts.join(u' ').toUtf8() + '\n'};
}

CommandOutput sha256sum(const QStringList &arguments, const Guest &guest)
{
    if (auto problem = optionProblem(u"sha256sum"_s, arguments, {}))
        return *problem;
    return readEach(u"sha256sum"_s, arguments, guest, [](QIODevice &input, const QString &name) {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        hash.addData(&input);
        return hash.result().toHex() + "  " + name.toUtf8() + '\n';
    });
}

CommandOutput wc(const QStringList &arguments, const Guest &guest)
{
    if (auto problem = optionProblem(u"wc"_s, arguments, u"c"_s))
        return *problem;
    if (!hasOption(arguments, u'c'))
        return failure(1, u"wc: only -c is simulated"_s);
    return readEach(u"wc"_s, operandsIn(arguments), guest, [](QIODevice &input, const QString &name) {
        const auto size = QByteArray::number(input.size());
        return (name == "-"_L1 ? size : size + ' ' + name.toUtf8()) + '\n';
    });
}

QByteArray wrapped(const QByteArray &text, qsizetype width)
{
    if (width == 0)
        return text;
    QByteArray lines;
    for (qsizetype i = 0; i < text.size(); i += width)
        lines += text.mid(i, width) + '\n';
    return lines;
}

CommandOutput base64(const QStringList &arguments, const Guest &guest)
{
    bool decodes = false;
    qsizetype width = 76;
    QStringList operands;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const auto &word = arguments[i];
        if (word == "-d"_L1 || word == "--decode"_L1) {
            decodes = true;
        } else if (word.startsWith("-w"_L1)) {
            bool isNumber = false;
            const auto value = word.size() > 2 ? word.sliced(2) : arguments.value(++i);
            width = value.toInt(&isNumber);
            if (!isNumber || width < 0)
                return failure(1, u"base64: invalid wrap size: '%1'"_s.arg(value));
        } else if (word.startsWith(u'-') && word.size() > 1) {
            return failure(1, u"base64: invalid option -- '%1'"_s.arg(word.sliced(1)));
        } else {
            operands << word;
        }
    }
    return readEach(u"base64"_s, operands, guest, [decodes, width](QIODevice &input, const QString &) {
        const auto text = input.read(2 * mostOutput);
        return decodes ? QByteArray::fromBase64(text) : wrapped(text.toBase64(), width);
    });
}

CommandOutput test(const QStringList &arguments, const Guest &guest)
{
    const auto kind = guest.files.kindOf(arguments.value(1));
    bool isTrue = false;
    if (arguments.size() == 2 && arguments[0] == "-e"_L1)
        isTrue = kind != GuestFiles::Kind::Missing;
    else if (arguments.size() == 2 && arguments[0] == "-f"_L1)
        isTrue = kind == GuestFiles::Kind::File;
    else if (arguments.size() == 2 && arguments[0] == "-d"_L1)
        isTrue = kind == GuestFiles::Kind::Folder;
    else if (arguments.size() > 1)
        return failure(2, u"test: %1: unexpected operator"_s.arg(arguments[0]));
    else
        isTrue = !arguments.value(0).isEmpty();
    return {.exitCode = isTrue ? 0 : 1};
}

CommandOutput bracket(const QStringList &arguments, const Guest &guest)
{
    if (arguments.isEmpty() || arguments.last() != "]"_L1)
        return failure(2, u"[: missing ]"_s);
    return test(arguments.first(arguments.size() - 1), guest);
}

//! What `head` and `tail` are asked for: so many bytes (`c`) or lines (`n`).
struct Portion {
    QChar unit = u'n';
    qint64 count = 10;
    QStringList operands = {};
};

std::optional<Portion> portionIn(const QStringList &arguments)
{
    Portion portion;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const auto &word = arguments[i];
        if (word.size() < 2 || !word.startsWith(u'-')) {
            portion.operands << word;
            continue;
        }
        bool isNumber = false;
        portion.unit = word[1];
        portion.count = (word.size() > 2 ? word.sliced(2) : arguments.value(++i)).toLongLong(&isNumber);
        if (!isNumber || portion.count < 0 || (portion.unit != u'c' && portion.unit != u'n'))
            return {};
    }
    return portion;
}

CommandOutput head(const QStringList &arguments, const Guest &guest)
{
    const auto portion = portionIn(arguments);
    if (!portion)
        return failure(1, u"head: only -c NUMBER and -n NUMBER are simulated"_s);
    return readEach(u"head"_s, portion->operands, guest, [&portion](QIODevice &input, const QString &) {
        const auto count = portion->count;
        if (portion->unit == u'c')
            return input.read(std::min<qint64>(count, mostOutput));
        QByteArray lines;
        for (qint64 i = 0; i < count && !input.atEnd() && lines.size() < mostOutput; ++i)
            lines += input.readLine(mostOutput);
        return lines;
    });
}

CommandOutput tail(const QStringList &arguments, const Guest &guest)
{
    const auto portion = portionIn(arguments);
    if (!portion)
        return failure(1, u"tail: only -c NUMBER and -n NUMBER are simulated"_s);
    return readEach(u"tail"_s, portion->operands, guest, [&portion](QIODevice &input, const QString &) {
        const bool hasBytes = portion->unit == u'c';
        const auto wanted = hasBytes ? std::min<qint64>(portion->count, mostOutput) : mostOutput;
        input.seek(std::max<qint64>(0, input.size() - wanted));
        const auto text = input.read(mostOutput);
        if (hasBytes || portion->count == 0)
            return hasBytes ? text : QByteArray();
        auto start = text.endsWith('\n') ? text.size() - 1 : text.size();
        for (qint64 i = 0; i < portion->count && start > 0; ++i)
            start = text.lastIndexOf('\n', start - 1);
        return text.mid(start > 0 || text.startsWith('\n') ? start + 1 : 0);
    });
}

CommandOutput changeEach(const QStringList &operands, const QString &trouble,
                         const std::function<bool(const QString &)> &change)
{
    CommandOutput output;
    for (const auto &operand : operands) {
        if (!change(operand))
            complain(output, trouble.arg(operand));
    }
    return output;
}

CommandOutput mkdir(const QStringList &arguments, const Guest &guest)
{
    if (auto problem = optionProblem(u"mkdir"_s, arguments, u"p"_s))
        return *problem;
    const bool makesParents = hasOption(arguments, u'p');
    return changeEach(operandsIn(arguments), u"mkdir: cannot create directory '%1'"_s, [&](const QString &path) {
        const bool isFree = guest.files.kindOf(path) == GuestFiles::Kind::Missing;
        const bool hasParent = guest.files.kindOf(path + u"/.."_s) == GuestFiles::Kind::Folder;
        return (makesParents || (isFree && hasParent)) && guest.files.makeFolder(path);
    });
}

CommandOutput rm(const QStringList &arguments, const Guest &guest)
{
    if (auto problem = optionProblem(u"rm"_s, arguments, u"rRf"_s))
        return *problem;
    const bool isRecursive = hasOption(arguments, u'r') || hasOption(arguments, u'R');
    const bool isForced = hasOption(arguments, u'f');
    return changeEach(operandsIn(arguments), u"rm: cannot remove '%1'"_s, [&](const QString &path) {
        const auto kind = guest.files.kindOf(path);
        if (kind == GuestFiles::Kind::Folder && !isRecursive)
            return false;
        return guest.files.remove(path) || (isForced && kind == GuestFiles::Kind::Missing);
    });
}

CommandOutput touch(const QStringList &arguments, const Guest &guest)
{
    return changeEach(operandsIn(arguments), u"touch: cannot touch '%1': No such file or directory"_s,
                      [&guest](const QString &path) { return guest.files.touch(path); });
}

using Command = CommandOutput (*)(const QStringList &arguments, const Guest &guest);

const QHash<QString, Command> &commands()
{
    static const QHash<QString, Command> table{
        {u"printenv"_s, printenv},
        {u"env"_s, env},
        {u"echo"_s, echo},
        {u"true"_s, [](const QStringList &, const Guest &) { return CommandOutput{}; }},
        {u"false"_s, [](const QStringList &, const Guest &) { return CommandOutput{.exitCode = 1}; }},
        {u"cat"_s, cat},
        {u"ls"_s, ls},
        {u"pwd"_s,
         [](const QStringList &, const Guest &) { return CommandOutput{.out = GuestFiles::home().toUtf8() + '\n'}; }},
        {u"uname"_s, uname},
        {u"hostname"_s,
         [](const QStringList &, const Guest &guest) { return CommandOutput{.out = guest.hostname.toUtf8() + '\n'}; }},
        {u"sha256sum"_s, sha256sum},
        {u"wc"_s, wc},
        {u"base64"_s, base64},
        {u"test"_s, test},
        {u"["_s, bracket},
        {u"head"_s, head},
        {u"tail"_s, tail},
        {u"mkdir"_s, mkdir},
        {u"rm"_s, rm},
        {u"touch"_s, touch},
    };
    return table;
}

} // namespace

QString programName(const QString &word)
{
    for (const auto folder : {"/bin/"_L1, "/usr/bin/"_L1}) {
        if (word.startsWith(folder))
            return word.mid(folder.size());
    }
    return word;
}

CommandOutput runCommand(const QStringList &words, const Guest &guest)
{
    const auto command = commands().value(programName(words.first()));
    if (!command)
        return failure(127, words.first() + u": not found"_s);
    return command(words.sliced(1), guest);
}

} // namespace swarm::simulator
