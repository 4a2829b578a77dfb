#include "fly/simulator/guestcommands.h"

#include "fly/simulator/guestarchive.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDateTime>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

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

//! Reads the files named, or the standard input.
CommandOutput readEach(const QString &name, QStringList operands, const Guest &guest, const Reader &read)
{
    CommandOutput output;
    if (operands.isEmpty())
        operands << u"-"_s;
    for (const auto &operand : operands) {
        if (operand == "-"_L1) {
            QBuffer nothing;
            nothing.open(QIODevice::ReadOnly);
            output.out += read(guest.input ? *guest.input : nothing, operand);
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

bool copy(QIODevice &input, qint64 most, GuestSink &out)
{
    constexpr qint64 atOnce = 1024LL * 1024;
    while (most > 0) {
        const auto piece = input.read(std::min(atOnce, most));
        if (piece.isEmpty())
            break;
        if (!out.write(piece))
            return false;
        most -= piece.size();
    }
    return true;
}

constexpr qint64 allOfIt = std::numeric_limits<qint64>::max();

CommandOutput cat(const QStringList &arguments, const Guest &guest, GuestSink &out)
{
    if (auto problem = optionProblem(u"cat"_s, arguments, {}))
        return *problem;
    bool isWritten = true;
    auto output = readEach(u"cat"_s, arguments, guest, [&](QIODevice &input, const QString &) {
        isWritten = isWritten && copy(input, allOfIt, out);
        return QByteArray();
    });
    if (!isWritten)
        complain(output, u"cat: write error: No space left on device"_s);
    return output;
}

//! A number with dd's letters for thousands, which count 1024.
std::optional<qint64> amountOf(QString text)
{
    qint64 factor = 1;
    if (const auto power = u"KMG"_s.indexOf(text.right(1)); power >= 0 && !text.isEmpty()) {
        factor = qint64(1) << (10 * (power + 1));
        text.chop(1);
    }
    bool isNumber = false;
    const auto number = text.toLongLong(&isNumber);
    if (!isNumber || number < 0 || number > allOfIt / factor)
        return {};
    return number * factor;
}

//! What dd is asked for. Amounts are in blocks unless a flag says bytes.
struct Copying {
    QString from = {};
    qint64 block = 512;
    std::optional<qint64> count = {};
    qint64 skip = 0;
    QStringList flags = {};
    bool isQuiet = false;
    QString problem = {};
};

Copying copyingIn(const QStringList &arguments)
{
    Copying copying;
    for (const auto &argument : arguments) {
        const auto name = argument.section(u'=', 0, 0);
        const auto value = argument.section(u'=', 1);
        const auto amount = amountOf(value);
        if (name == "if"_L1)
            copying.from = value;
        else if (name == "iflag"_L1)
            copying.flags = value.split(u',');
        else if (argument == "status=none"_L1)
            copying.isQuiet = true;
        else if (name != "bs"_L1 && name != "count"_L1 && name != "skip"_L1)
            copying.problem = u"dd: unrecognized operand '%1'"_s.arg(argument);
        else if (!amount || (name == "bs"_L1 && *amount == 0))
            copying.problem = u"dd: invalid number: '%1'"_s.arg(value);
        else if (name == "bs"_L1)
            copying.block = *amount;
        else if (name == "count"_L1)
            copying.count = amount;
        else
            copying.skip = *amount;
    }
    return copying;
}

CommandOutput dd(const QStringList &arguments, const Guest &guest, GuestSink &out)
{
    const auto copying = copyingIn(arguments);
    if (!copying.problem.isEmpty())
        return failure(1, copying.problem);
    const auto file = copying.from.isEmpty() ? nullptr : guest.files.open(copying.from);
    if (!file && !copying.from.isEmpty())
        return failure(1, u"dd: failed to open '%1': No such file or directory"_s.arg(copying.from));
    const auto bytes = [&](qint64 amount, const QString &flag) {
        if (copying.flags.contains(flag) || amount == 0)
            return amount;
        return amount > allOfIt / copying.block ? allOfIt : amount * copying.block;
    };

    CommandOutput output;
    QBuffer nothing;
    nothing.open(QIODevice::ReadOnly);
    auto &input = file ? *file : guest.input ? *guest.input : nothing;
    input.skip(bytes(copying.skip, u"skip_bytes"_s));
    const auto most = copying.count ? bytes(*copying.count, u"count_bytes"_s) : allOfIt;
    const auto before = input.pos();
    if (!copy(input, most, out))
        complain(output, u"dd: error writing 'standard output': No space left on device"_s);
    if (!copying.isQuiet)
        output.err += QByteArray::number(input.pos() - before) + " bytes copied\n";
    return output;
}

CommandOutput stat(const QStringList &arguments, const Guest &guest)
{
    const bool isAsked = arguments.value(0) == "-c"_L1 && arguments.size() > 2;
    if (!isAsked)
        return failure(1, u"stat: only -c FORMAT FILE is simulated"_s);
    CommandOutput output;
    for (const auto &path : arguments.mid(2)) {
        const auto info = guest.files.infoOf(path);
        if (!info) {
            complain(output, u"stat: cannot statx '%1': No such file or directory"_s.arg(path));
            continue;
        }
        const auto modes = info->permissions().toInt();
        const auto mode = ((modes >> 6) & 0700) | ((modes >> 1) & 0070) | (modes & 0007);
        auto line = arguments[1];
        line.replace("%s"_L1, QString::number(info->size()));
        line.replace("%a"_L1, QString::number(mode, 8));
        line.replace("%n"_L1, path);
        output.out += line.toUtf8() + '\n';
    }
    return output;
}

//! What tar is asked for: only to make an archive.
struct Packing {
    QString folder = GuestFiles::home();
    QString target = {};
    bool isCompressed = false;
    QStringList operands = {};
    QString problem = {};
};

Packing packingIn(const QStringList &arguments)
{
    Packing packing;
    bool isMaking = false;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i].size() < 2 || !arguments[i].startsWith(u'-')) {
            packing.operands << arguments[i];
            continue;
        }
        for (const auto letter : arguments[i].sliced(1)) {
            if (letter == u'c')
                isMaking = true;
            else if (letter == u'z')
                packing.isCompressed = true;
            else if (letter == u'f')
                packing.target = arguments.value(++i);
            else if (letter == u'C')
                packing.folder = arguments.value(++i);
            else
                packing.problem = u"tar: invalid option -- '%1'"_s.arg(letter);
            if (letter == u'f' || letter == u'C')
                break;
        }
    }
    if (packing.problem.isEmpty() && !isMaking)
        packing.problem = u"tar: only -c is simulated"_s;
    if (packing.problem.isEmpty() && packing.operands.isEmpty())
        packing.problem = u"tar: Cowardly refusing to create an empty archive"_s;
    return packing;
}

QString pathOf(const Packing &packing, const QString &operand)
{
    return operand.startsWith(u'/') ? operand : packing.folder + u'/' + operand;
}

CommandOutput tar(const QStringList &arguments, const Guest &guest, GuestSink &out)
{
    const auto packing = packingIn(arguments);
    if (!packing.problem.isEmpty())
        return failure(2, packing.problem);
    const bool isPrinted = packing.target.isEmpty() || packing.target == "-"_L1;
    const auto file = isPrinted ? nullptr : guest.files.openForWriting(packing.target, false);
    if (!file && !isPrinted)
        return failure(2, u"tar: %1: Cannot open: No such file or directory"_s.arg(packing.target));

    CommandOutput output;
    GuestArchive archive(file ? *file : out, packing.isCompressed);
    bool isMissing = false;
    for (const auto &operand : packing.operands) {
        auto name = operand;
        while (name.startsWith(u'/'))
            name.remove(0, 1);
        if (const auto info = guest.files.infoOf(pathOf(packing, operand))) {
            archive.add(*info, name.toUtf8());
        } else {
            isMissing = true;
            complain(output, u"tar: %1: Cannot stat: No such file or directory"_s.arg(operand));
        }
    }
    archive.finish();
    output.err += archive.complaints();
    output.exitCode = isMissing ? 2 : archive.exitCode();
    return output;
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

CommandOutput mkdir(QStringList arguments, const Guest &guest)
{
    std::optional<int> mode;
    if (const auto at = arguments.indexOf(u"-m"_s); at >= 0) {
        bool isNumber = false;
        mode = arguments.value(at + 1).toInt(&isNumber, 8);
        if (!isNumber)
            return failure(1, u"mkdir: invalid mode '%1'"_s.arg(arguments.value(at + 1)));
        arguments.remove(at, 2);
    }
    if (auto problem = optionProblem(u"mkdir"_s, arguments, u"p"_s))
        return *problem;
    const bool makesParents = hasOption(arguments, u'p');
    return changeEach(operandsIn(arguments), u"mkdir: cannot create directory '%1'"_s, [&](const QString &path) {
        const bool isFree = guest.files.kindOf(path) == GuestFiles::Kind::Missing;
        const bool hasParent = guest.files.kindOf(path + u"/.."_s) == GuestFiles::Kind::Folder;
        return (makesParents || (isFree && hasParent)) && guest.files.makeFolder(path)
            && (!mode || guest.files.setMode(path, *mode));
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

std::optional<std::chrono::milliseconds> sleepOf(QString text)
{
    double factor = 1000;
    if (text.endsWith(u's') || text.endsWith(u'm') || text.endsWith(u'h')) {
        factor *= text.endsWith(u's') ? 1 : text.endsWith(u'm') ? 60 : 3600;
        text.chop(1);
    }
    bool isNumber = false;
    const auto value = text.toDouble(&isNumber);
    if (!isNumber || !(value >= 0))
        return {};
    constexpr double ages = 1e12;
    return std::chrono::milliseconds(std::llround(std::min(value * factor, ages)));
}

CommandOutput sleep(const QStringList &arguments, const Guest &)
{
    if (arguments.size() == 1 && sleepOf(arguments[0]))
        return {};
    return failure(1, u"sleep: invalid time interval '%1'"_s.arg(arguments.value(0)));
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
        {u"mkdir"_s, [](const QStringList &arguments, const Guest &guest) { return mkdir(arguments, guest); }},
        {u"rm"_s, rm},
        {u"touch"_s, touch},
        {u"stat"_s, stat},
        {u"sleep"_s, sleep},
    };
    return table;
}

//! What may print more than fits into memory.
using Streamer = CommandOutput (*)(const QStringList &arguments, const Guest &guest, GuestSink &out);

const QHash<QString, Streamer> &streamers()
{
    static const QHash<QString, Streamer> table{{u"cat"_s, cat}, {u"dd"_s, dd}, {u"tar"_s, tar}};
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

CommandOutput runCommand(const QStringList &words, const Guest &guest, GuestSink &out)
{
    const auto program = programName(words.first());
    if (const auto streamer = streamers().value(program))
        return streamer(words.sliced(1), guest, out);
    const auto command = commands().value(program);
    if (!command)
        return failure(127, words.first() + u": not found"_s);
    auto output = command(words.sliced(1), guest);
    if (!out.write(output.out))
        complain(output, program + u": write error: No space left on device"_s);
    return output;
}

std::optional<std::chrono::milliseconds> durationOf(const QStringList &words, const Guest &guest)
{
    constexpr qint64 bytesPerMs = 8LL * 1024 * 1024 / 1000; // what a machine's own disk takes
    const auto program = programName(words.first());
    if (program == "sleep"_L1 && words.size() == 2)
        return sleepOf(words[1]);
    if (program != "tar"_L1)
        return {};
    const auto packing = packingIn(words.sliced(1));
    qint64 bytes = 0;
    for (const auto &operand : packing.operands)
        bytes += guest.files.bytesBelow(pathOf(packing, operand));
    return std::chrono::milliseconds(bytes / bytesPerMs);
}

} // namespace swarm::simulator
