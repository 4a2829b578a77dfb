#include "ui/sizechooser.h"

#include "ui/widgets.h"
#include "ui/wording/instancewords.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

constexpr int exactId = static_cast<int>(sizePresets.size());
constexpr int standardId = 1;

} // namespace

SizeChooser::SizeChooser(QWidget *parent)
    : QWidget(parent)
    , m_presets(new QButtonGroup(this))
    , m_kind(new QComboBox)
    , m_cpus(new QComboBox)
    , m_memory(new QComboBox)
    , m_hint(new SecondaryLabel)
{
    setObjectName(u"sizeChooser"_s);
    const auto em = fontMetrics().height();
    const QStringList names{tr("Small"), tr("Standard"), tr("Large"), tr("Extra")};
    auto *cards = new QHBoxLayout;
    cards->setSpacing(em / 3);
    const auto addCard = [this, cards](int id, const QString &text, const QString &name, const QString &objectName) {
        auto *card = new QPushButton(text);
        card->setObjectName(objectName);
        card->setAccessibleName(name);
        card->setCheckable(true);
        card->setAutoDefault(false); // Enter creates
        card->setMinimumHeight(fontMetrics().lineSpacing() * 3 + fontMetrics().height());
        m_presets->addButton(card, id);
        cards->addWidget(card, 1);
    };
    for (int id = 0; id < exactId; ++id) {
        const auto &size = sizePresets[static_cast<std::size_t>(id)];
        const auto &name = names.at(id);
        auto lines = sizeText(size);
        lines.replace(u" · "_s, u"\n"_s);
        addCard(id, name + u'\n' + lines, name + u": "_s + sizeText(size), u"size"_s + QString::number(id));
    }
    addCard(exactId, tr("Exact…\nany size\nof Fly.io"), tr("Exact size"), u"sizeExact"_s);

    m_exact = exactFields();
    m_hint->setObjectName(u"sizeHint"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(em / 3);
    layout->addLayout(cards);
    layout->addWidget(m_exact);
    layout->addWidget(m_hint);

    m_presets->button(standardId)->setChecked(true);
    connect(m_presets, &QButtonGroup::idToggled, this, [this](int, bool isChecked) {
        if (isChecked)
            update();
    });
    update();
}

Size SizeChooser::size() const
{
    return m_size;
}

void SizeChooser::setSize(const Size &size)
{
    const auto preset = std::ranges::find(sizePresets, size);
    if (preset != sizePresets.end()) {
        m_presets->button(static_cast<int>(preset - sizePresets.begin()))->setChecked(true);
        return;
    }
    m_size = size;
    {
        const QSignalBlocker blocker(m_kind);
        m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(size.cpuKind)));
    }
    m_presets->button(exactId)->setChecked(true); // fills the lists, nearest to m_size
}

QWidget *SizeChooser::exactFields()
{
    m_kind->setObjectName(u"cpuKind"_s);
    m_kind->setAccessibleName(tr("Kind of CPU"));
    m_kind->addItem(tr("Shared CPU"), QVariant::fromValue(static_cast<int>(CpuKind::Shared)));
    m_kind->addItem(tr("Performance CPU"), QVariant::fromValue(static_cast<int>(CpuKind::Performance)));
    m_cpus->setObjectName(u"cpus"_s);
    m_cpus->setAccessibleName(tr("Number of CPUs"));
    m_memory->setObjectName(u"memory"_s);
    m_memory->setAccessibleName(tr("Memory"));
    for (auto *box : {m_kind, m_cpus, m_memory})
        connect(box, &QComboBox::currentIndexChanged, this, &SizeChooser::update);

    auto *fields = new QWidget;
    auto *layout = new QHBoxLayout(fields);
    layout->setContentsMargins({});
    layout->addWidget(m_kind, 2);
    layout->addWidget(m_cpus, 1);
    layout->addWidget(m_memory, 1);
    fields->hide();
    return fields;
}

void SizeChooser::setExact(bool exact)
{
    m_exact->setVisible(exact);
    if (!exact)
        return;
    const QSignalBlocker kindBlocker(m_kind);
    const QSignalBlocker cpusBlocker(m_cpus);
    const QSignalBlocker memoryBlocker(m_memory);
    const auto kind = static_cast<CpuKind>(m_kind->currentData().toInt());
    const auto fill = [](QComboBox &box, const QList<std::pair<QString, int>> &items, int wanted) {
        box.clear();
        for (const auto &[text, value] : items) {
            box.addItem(text, value);
            if (value <= wanted)
                box.setCurrentIndex(box.count() - 1);
        }
    };

    const int wantedCpus = m_cpus->count() > 0 ? m_cpus->currentData().toInt() : m_size.cpus;
    const int wantedMemory = m_memory->count() > 0 ? m_memory->currentData().toInt() : m_size.memoryMb;
    QList<std::pair<QString, int>> counts;
    for (int cpus = 1; cpus <= 16; ++cpus) {
        const Size tried{.cpuKind = kind, .cpus = cpus, .memoryMb = memoryRange(kind, cpus).least};
        if (problemOf(tried) == SizeProblem::None)
            counts.append({tr("%n CPU", nullptr, cpus), cpus});
    }
    fill(*m_cpus, counts, wantedCpus);
    const auto range = memoryRange(kind, m_cpus->currentData().toInt());
    QList<std::pair<QString, int>> amounts;
    for (int memory = range.least; memory <= range.most; memory += range.step)
        amounts.append({memoryText(memory), memory});
    fill(*m_memory, amounts, wantedMemory);
    m_size = {.cpuKind = kind, .cpus = m_cpus->currentData().toInt(), .memoryMb = m_memory->currentData().toInt()};
}

void SizeChooser::update()
{
    const int id = m_presets->checkedId();
    if (id != exactId)
        m_size = sizePresets[static_cast<std::size_t>(id)];
    setExact(id == exactId);
    m_hint->setText(canSuspend(m_size) ? tr("Can suspend: wakes in about a second with everything as it was.")
                                       : tr("Too large to suspend: stops when idle and starts afresh."));
    Q_EMIT changed();
}

} // namespace swarm
