#include "ui/detailsfold.h"

#include "ui/copybutton.h"

#include <QFontDatabase>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace swarm {

DetailsFold::DetailsFold(QWidget *parent)
    : QFrame(parent)
    , m_text(valueLabel(u"detailsText"_s))
    , m_copy(new CopyButton)
{
    setObjectName(u"details"_s);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setForegroundRole(QPalette::Text);
    m_copy->setObjectName(u"copyDetails"_s);
    m_copy->setAccessibleName(tr("Copy the details"));

    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_copy, 0, Qt::AlignTop);
}

void DetailsFold::setText(const QString &text)
{
    m_text->setText(text);
    m_copy->setContent(text);
}

} // namespace swarm
