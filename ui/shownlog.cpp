#include "ui/shownlog.h"

#include "ui/ansitext.h"

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

QString sourceWord(LogLine::Source source)
{
    switch (source) {
    case LogLine::Source::Editor:
        return u"editor"_s;
    case LogLine::Source::Machine:
        return u"machine"_s;
    case LogLine::Source::Proxy:
        return u"proxy"_s;
    case LogLine::Source::Other:
        return u"other"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

ShownLog::ShownLog(LogModel &lines, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_lines(lines)
{
    setSourceModel(&lines);
}

void ShownLog::setPattern(const QRegularExpression &pattern)
{
    if (pattern == m_pattern)
        return;
    m_pattern = pattern;
    m_pattern.optimize();
    invalidateFilter();
}

void ShownLog::setSource(std::optional<LogLine::Source> source)
{
    if (source == m_source)
        return;
    m_source = source;
    invalidateFilter();
}

const LogLine &ShownLog::lineAt(const QModelIndex &index) const
{
    return m_lines.lineAt(mapToSource(index).row());
}

QVariant ShownLog::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid));
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return lineText(lineAt(index));
    case Qt::ToolTipRole:
        return QString(lineAt(index).at.toLocalTime().toString(Qt::ISODateWithMs) + u'\n'
                       + plainText(lineAt(index).text));
    default:
        return QSortFilterProxyModel::data(index, role);
    }
}

QString ShownLog::lineText(const LogLine &line)
{
    auto text = line.at.toLocalTime().toString(u"hh:mm:ss "_s) + sourceWord(line.source) + u' ';
    if (!line.level.isEmpty())
        text += line.level + u' ';
    return text + plainText(line.text);
}

bool ShownLog::filterAcceptsRow(int row, const QModelIndex &) const
{
    const auto &line = m_lines.lineAt(row);
    if (m_source && line.source != *m_source)
        return false;
    return m_pattern.pattern().isEmpty() || m_pattern.match(plainText(line.text)).hasMatch(); // as it is read
}

} // namespace swarm
