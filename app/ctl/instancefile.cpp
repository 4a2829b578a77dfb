#include "app/ctl/instancefile.h"

#include "model/imagereference.h"
#include "model/region.h"
#include "ui/wording/commandwords.h"
#include "ui/wording/errorwords.h"
#include "ui/wording/networkwords.h"

#include <QList>

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <algorithm>
#include <functional>
#include <numeric>

using namespace Qt::StringLiterals;

namespace swarm::ctl {
namespace {

using Key = InstanceFile::Key;

QString text(std::string_view raw)
{
    return QString::fromUtf8(raw.data(), static_cast<qsizetype>(raw.size()));
}

QString typeWord(const toml::node &node)
{
    switch (node.type()) {
    case toml::node_type::table:
        return u"a table"_s;
    case toml::node_type::array:
        return u"an array"_s;
    case toml::node_type::string:
        return u"a string"_s;
    case toml::node_type::integer:
        return u"a number"_s;
    case toml::node_type::floating_point:
        return u"a number with a fraction"_s;
    case toml::node_type::boolean:
        return u"true or false"_s;
    default:
        return u"a date or time"_s;
    }
}

//! How many letters have to change to make one word of the other.
qsizetype distance(const QString &one, const QString &other)
{
    QList<qsizetype> row(other.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 1; i <= one.size(); ++i) {
        auto diagonal = std::exchange(row[0], i);
        for (qsizetype j = 1; j <= other.size(); ++j) {
            const auto above = row[j];
            const auto swapped = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
            row[j] = std::min({above + 1, row[j - 1] + 1, swapped});
            diagonal = above;
        }
    }
    return row.last();
}

//! Reads a file once, and remembers everything that is wrong with it.
class Reader
{
public:
    explicit Reader(const toml::table &table)
        : m_table(table)
    {
    }

    [[nodiscard]] std::expected<InstanceFile, FileProblems> run() &&
    {
        for (const auto &[key, node] : m_table)
            readMember(text(key.str()), key, node);
        settle();
        std::ranges::sort(m_problems, {}, [](const FileProblem &one) { return std::pair(one.line, one.column); });
        if (!m_problems.empty())
            return std::unexpected(m_problems);
        return m_file;
    }

private:
    struct Member {
        QString name;
        std::function<void(Reader &, const toml::node &)> read;
    };

    static const std::vector<Member> &members()
    {
        static const std::vector<Member> all{
            {u"schema"_s, &Reader::readSchema},   {u"name"_s, &Reader::readName},
            {u"region"_s, &Reader::readRegion},   {u"size"_s, &Reader::readSize},
            {u"disk_gb"_s, &Reader::readDisk},    {u"image"_s, &Reader::readImage},
            {u"idle"_s, &Reader::readIdle},       {u"repository"_s, &Reader::readRepository},
            {u"address"_s, &Reader::readAddress}, {u"arguments"_s, &Reader::readArguments},
            {u"env"_s, &Reader::readEnvironment}, {u"metadata"_s, &Reader::readMetadata},
            {u"ports"_s, &Reader::readPorts}};
        return all;
    }

    void complain(const toml::source_region &where, const QString &message)
    {
        m_problems.push_back({.line = static_cast<int>(where.begin.line),
                              .column = static_cast<int>(where.begin.column),
                              .message = message});
    }
    void complain(const toml::node &node, const QString &message) { complain(node.source(), message); }

    void readMember(const QString &name, const toml::key &key, const toml::node &node)
    {
        const auto found = std::ranges::find(members(), name, &Member::name);
        if (found != members().end())
            return found->read(*this, node);
        static const QStringList secrets{u"password"_s, u"token"_s, u"secret"_s, u"secrets"_s};
        if (secrets.contains(name))
            return complain(key.source(),
                            u"%1: secrets do not belong into a file; use the variables SWARM_PASSWORD and "
                            "FLY_API_TOKEN"_s.arg(name));
        complain(key.source(), u"%1: there is no such member%2"_s.arg(name, suggestion(name)));
    }

    static QString suggestion(const QString &name)
    {
        const auto nearest = std::ranges::min_element(
            members(), {}, [&name](const Member &member) { return distance(name, member.name); });
        constexpr qsizetype farthest = 2;
        return distance(name, nearest->name) <= farthest ? u"; did you mean %1?"_s.arg(nearest->name) : QString();
    }

    std::optional<QString> stringIn(const QString &name, const toml::node &node)
    {
        if (const auto value = node.value_exact<std::string>())
            return QString::fromStdString(*value);
        complain(node, u"%1: use a string, not %2"_s.arg(name, typeWord(node)));
        return {};
    }

    std::optional<int> numberIn(const QString &name, const toml::node &node)
    {
        const auto value = node.value_exact<int64_t>();
        if (value && *value >= 0 && *value <= std::numeric_limits<int>::max())
            return static_cast<int>(*value);
        complain(node,
                 value ? u"%1: %2 is out of range"_s.arg(name).arg(*value)
                       : u"%1: use a whole number, not %2"_s.arg(name, typeWord(node)));
        return {};
    }

    void readSchema(const toml::node &node)
    {
        const auto schema = numberIn(u"schema"_s, node);
        if (schema && *schema > instanceFileSchema)
            complain(node,
                     u"schema: this file is of version %1, and this program knows %2: look for a newer version of "
                     "Remote Swarm"_s.arg(*schema)
                         .arg(instanceFileSchema));
        else if (schema && *schema < 1)
            complain(node, u"schema: use 1"_s);
    }

    void readName(const toml::node &node)
    {
        const auto name = stringIn(u"name"_s, node);
        if (!name)
            return;
        m_file.spec.name = *name;
        m_file.given << Key::Name;
        if (const auto problem = problemOfName(*name))
            complain(node, u"name: "_s + sentence(*problem, m_file.spec));
    }

    void readRegion(const toml::node &node)
    {
        const auto region = stringIn(u"region"_s, node);
        if (!region)
            return;
        m_file.spec.region = *region;
        m_file.given << Key::Region;
        if (!isRegionCode(*region))
            complain(node, u"region: \"%1\" is no code of a region, such as ams"_s.arg(*region));
    }

    void readSize(const toml::node &node)
    {
        const auto word = stringIn(u"size"_s, node);
        if (!word)
            return;
        const auto size = sizeFrom(*word);
        if (!size)
            return complain(node,
                            u"size: \"%1\" is none; use small, standard, large, extra, or KIND:CPUS:MEMORY_MB such as "
                            "shared:2:4096"_s.arg(*word));
        m_file.spec.size = *size;
        m_file.given << Key::Size;
        if (const auto problem = problemOfSize(*size))
            complain(node, u"size: "_s + sentence(*problem, m_file.spec));
    }

    void readDisk(const toml::node &node)
    {
        const auto size = numberIn(u"disk_gb"_s, node);
        if (!size)
            return;
        m_file.spec.diskGb = *size;
        m_file.given << Key::Disk;
        if (*size < smallestDiskGb || *size > largestDiskGb)
            complain(node, u"disk_gb: use a number from %1 to %2"_s.arg(smallestDiskGb).arg(largestDiskGb));
    }

    void readImage(const toml::node &node)
    {
        const auto word = stringIn(u"image"_s, node);
        if (!word)
            return;
        const auto image = imageFrom(*word);
        if (!image)
            return complain(node, u"image: \"%1\" is none; use REPOSITORY[:TAG][@DIGEST]"_s.arg(*word));
        m_file.spec.image = *image;
        m_file.given << Key::Image;
    }

    void readIdle(const toml::node &node)
    {
        m_idle = &node;
        m_file.given << Key::Idle;
    }

    void readRepository(const toml::node &node)
    {
        const auto repository = stringIn(u"repository"_s, node);
        if (!repository)
            return;
        m_file.spec.repository = *repository;
        m_file.given << Key::Repository;
    }

    void readAddress(const toml::node &node)
    {
        const auto word = stringIn(u"address"_s, node);
        if (!word)
            return;
        const auto address = addressFrom(*word);
        if (!address)
            return complain(node, u"address: \"%1\" is none; use shared, v4 or private"_s.arg(*word));
        m_file.spec.address = *address;
        m_file.given << Key::Address;
    }

    void readArguments(const toml::node &node)
    {
        const auto *array = node.as_array();
        if (!array)
            return complain(node, u"arguments: use an array of strings, not %1"_s.arg(typeWord(node)));
        m_file.given << Key::Arguments;
        for (const auto &element : *array) {
            if (const auto argument = stringIn(u"arguments"_s, element))
                m_file.spec.arguments << *argument;
        }
    }

    std::optional<QMap<QString, QString>> tableIn(const QString &name, const toml::node &node)
    {
        const auto *table = node.as_table();
        if (!table) {
            complain(node, u"%1: use a table of strings, not %2"_s.arg(name, typeWord(node)));
            return {};
        }
        QMap<QString, QString> values;
        for (const auto &[key, value] : *table) {
            const auto member = text(key.str());
            if (const auto word = stringIn(name + u'.' + member, value))
                values.insert(member, *word);
        }
        return values;
    }

    void readEnvironment(const toml::node &node)
    {
        const auto values = tableIn(u"env"_s, node);
        if (!values)
            return;
        m_file.spec.env = *values;
        m_file.given << Key::Environment;
        for (const auto &[key, value] : *node.as_table()) {
            if (const auto problem = problemOfEnvironment({{text(key.str()), QString()}}))
                complain(key.source(), u"env.%1: "_s.arg(text(key.str())) + sentence(*problem, m_file.spec));
        }
    }

    void readMetadata(const toml::node &node)
    {
        const auto values = tableIn(u"metadata"_s, node);
        if (!values)
            return;
        m_file.spec.metadata = *values;
        m_file.given << Key::Metadata;
    }

    void readPorts(const toml::node &node)
    {
        const auto *array = node.as_array();
        if (!array)
            return complain(
                node, u"ports: use an array of words such as [\"3000:3000:tls,http\"], not %1"_s.arg(typeWord(node)));
        m_file.given << Key::Ports;
        for (const auto &element : *array)
            readPort(element);
    }

    void readPort(const toml::node &node)
    {
        const auto word = stringIn(u"ports"_s, node);
        if (!word)
            return;
        const auto port = portFrom(*word);
        if (!port)
            return complain(node, u"ports: \"%1\" is none; use [tcp:|udp:]PORT:INTERNAL_PORT[:HANDLER,…]"_s.arg(*word));
        if (const auto problem = problemOfPort(*port))
            complain(node, u"ports: "_s + portRefusalText({.problem = *problem, .port = *port}));
        m_file.spec.services.push_back(*port);
    }

    //! What depends on something else in the file.
    void settle()
    {
        if (!m_idle) {
            m_file.spec.idle = defaultIdleRule(m_file.spec.size);
            return;
        }
        const auto minutes = m_idle->value_exact<int64_t>();
        const auto word = m_idle->value_exact<std::string>();
        const auto rule = minutes    ? idleFrom(QString::number(*minutes), m_file.spec.size)
            : word && !word->empty() ? idleFrom(QString::fromStdString(*word), m_file.spec.size)
                                     : std::nullopt;
        if (!rule)
            return complain(*m_idle, u"idle: use \"never\", \"suspend\", \"stop\", or a number of minutes"_s);
        m_file.spec.idle = *rule;
        if (rule->action == IdleRule::Action::Suspend && !canSuspend(m_file.spec.size))
            complain(*m_idle, u"idle: "_s + sentence(SpecProblem::CannotSuspend, m_file.spec));
    }

    const toml::table &m_table;
    const toml::node *m_idle = nullptr;
    InstanceFile m_file;
    FileProblems m_problems;
};

QString quoted(const QString &value)
{
    QString escaped;
    for (const auto letter : value) {
        if (letter == u'"' || letter == u'\\')
            escaped += u'\\';
        if (letter == u'\n')
            escaped += u"\\n"_s;
        else if (letter == u'\t')
            escaped += u"\\t"_s;
        else if (letter.unicode() < 0x20 || letter.unicode() == 0x7f)
            escaped += u"\\u%1"_s.arg(static_cast<int>(letter.unicode()), 4, 16, QChar(u'0'));
        else
            escaped += letter;
    }
    return u'"' + escaped + u'"';
}

QString quotedAll(const QStringList &values)
{
    QStringList words;
    for (const auto &value : values)
        words << quoted(value);
    return u'[' + words.join(u", "_s) + u']';
}

QString tableText(const QString &name, const QMap<QString, QString> &values)
{
    if (values.isEmpty())
        return {};
    auto text = u"\n[%1]\n"_s.arg(name);
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        text += u"%1 = %2\n"_s.arg(quoted(value.key()), quoted(value.value()));
    return text;
}

} // namespace

std::expected<InstanceFile, FileProblems> instanceFileFrom(const QByteArray &toml)
{
    const auto parsed = toml::parse(std::string_view(toml.constData(), static_cast<std::size_t>(toml.size())));
    if (!parsed) {
        const auto &where = parsed.error().source().begin;
        return std::unexpected(FileProblems{{.line = static_cast<int>(where.line),
                                             .column = static_cast<int>(where.column),
                                             .message = text(parsed.error().description())}});
    }
    return Reader(parsed.table()).run();
}

QString instanceFileText(const InstanceSpec &spec)
{
    QStringList ports;
    for (const auto &port : spec.services)
        ports << portWord(port);
    auto text =
        u"# An instance of Remote Swarm: swarmctl deploy --file THIS. Passwords and tokens never stand in here.\n"
        "schema = %1\n"
        "name = %2\n"
        "region = %3\n"
        "size = %4 # kind of CPU, CPUs, MB of memory\n"
        "disk_gb = %5 # grows, never shrinks\n"
        "image = %6\n"_s.arg(instanceFileSchema)
            .arg(quoted(spec.name), quoted(spec.region), quoted(sizeWord(spec.size)))
            .arg(spec.diskGb)
            .arg(quoted(imageReference(spec.image)));
    const auto idle = idleWord(spec.idle);
    text += u"idle = %1 # never, suspend, stop, or minutes\n"_s.arg(
        spec.idle.action == IdleRule::Action::StopAfter ? idle : quoted(idle));
    text += u"address = %1\n"_s.arg(quoted(addressWord(spec.address)));
    if (!spec.repository.isEmpty())
        text += u"repository = %1 # cloned at the first start\n"_s.arg(quoted(spec.repository));
    if (!spec.arguments.isEmpty())
        text += u"arguments = %1\n"_s.arg(quotedAll(spec.arguments));
    if (!ports.isEmpty())
        text += u"ports = %1\n"_s.arg(quotedAll(ports));
    return text + tableText(u"env"_s, spec.env) + tableText(u"metadata"_s, spec.metadata);
}

QString problemText(const QString &file, const FileProblem &problem)
{
    const auto place = problem.line > 0 ? u"%1:%2:%3"_s.arg(file).arg(problem.line).arg(problem.column) : file;
    return place + u": "_s + problem.message;
}

} // namespace swarm::ctl
