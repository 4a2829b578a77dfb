#include "ui/emptypage.h"

#include "ui/widgets.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace swarm {

EmptyPage::EmptyPage(const QString &objectName, const QString &heading, const QString &action, QWidget *parent)
    : QWidget(parent)
    , m_text(new SecondaryLabel)
{
    setObjectName(objectName);
    auto *title = new QLabel(heading);
    makeHeading(*title, 1.25);
    title->setAlignment(Qt::AlignHCenter);
    title->setWordWrap(true);
    m_text->setObjectName(objectName + u"Text"_s);
    m_text->setAlignment(Qt::AlignHCenter);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(fontMetrics().height() * 2 / 3);
    layout->addStretch(2);
    layout->addWidget(title);
    layout->addWidget(m_text);
    if (!action.isEmpty()) {
        auto *button = new QPushButton(action);
        button->setObjectName(objectName + u"Action"_s);
        connect(button, &QPushButton::clicked, this, &EmptyPage::actionClicked);
        layout->addSpacing(fontMetrics().height() / 3);
        layout->addWidget(button, 0, Qt::AlignHCenter);
    }
    layout->addStretch(3);
}

void EmptyPage::setText(const QString &text)
{
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
}

} // namespace swarm
