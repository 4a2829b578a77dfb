#include "ui/copybutton.h"

#include <QClipboard>
#include <QGuiApplication>

#include <chrono>

namespace swarm {

CopyButton::CopyButton(QWidget *parent)
    : LinkButton(tr("Copy"), parent)
{
    // As wide as its widest word, so that nothing moves when it changes.
    setMinimumWidth(fontMetrics().horizontalAdvance(tr("Copied")) + fontMetrics().height() / 2);
    m_calm.setSingleShot(true);
    m_calm.setInterval(std::chrono::milliseconds(1500));
    connect(&m_calm, &QTimer::timeout, this, [this] { setText(tr("Copy")); });
    connect(this, &QToolButton::clicked, this, &CopyButton::copy);
}

void CopyButton::copy()
{
    if (m_content.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(m_content);
    setText(tr("Copied"));
    m_calm.start();
}

} // namespace swarm
