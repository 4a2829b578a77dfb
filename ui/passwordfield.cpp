#include "ui/passwordfield.h"

#include "model/operations.h"
#include "ui/widgets.h"
#include "ui/wording/errorwords.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

constexpr auto clipboardLife = std::chrono::seconds(30);

//! Takes the password off the clipboard again, unless something else is there by then.
void forgetOnClipboardLater(const QString &password)
{
    auto *clipboard = QGuiApplication::clipboard();
    QTimer::singleShot(clipboardLife, clipboard, [clipboard, password] {
        if (clipboard->text() == password)
            clipboard->clear();
    });
}

} // namespace

PasswordField::PasswordField(TokenStore &passwords, QWidget *parent)
    : QWidget(parent)
    , m_passwords(passwords)
    , m_text(valueLabel(u"passwordText"_s))
    , m_show(new LinkButton(tr("Show")))
    , m_copy(new LinkButton(tr("Copy")))
{
    m_show->setObjectName(u"showPassword"_s);
    m_show->setAccessibleName(tr("Show the password"));
    m_copy->setObjectName(u"copyPassword"_s);
    m_copy->setAccessibleName(tr("Copy the password"));
    m_copy->setToolTip(tr("Leaves the clipboard after 30 seconds"));
    m_copy->setMinimumWidth(fontMetrics().horizontalAdvance(tr("Copied")) + fontMetrics().height() / 2);
    m_calm.setSingleShot(true);
    m_calm.setInterval(std::chrono::milliseconds(1500));
    connect(&m_calm, &QTimer::timeout, this, [this] { m_copy->setText(tr("Copy")); });
    connect(m_show, &QToolButton::clicked, this, [this] {
        if (m_isShown)
            mask();
        else
            fetch(false);
    });
    connect(m_copy, &QToolButton::clicked, this, [this] { fetch(true); });

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_show);
    layout->addWidget(m_copy);
    mask();
}

void PasswordField::setInstance(const InstanceId &id)
{
    if (id == m_instance)
        return;
    m_instance = id;
    mask();
}

void PasswordField::hideEvent(QHideEvent *event)
{
    mask();
    QWidget::hideEvent(event);
}

void PasswordField::fetch(bool isForClipboard)
{
    auto task = m_passwords.read(Operations::passwordKey(m_instance));
    m_tasks.launch(std::move(task), [this, isForClipboard, asked = m_instance](const Result<QString> &password) {
        if (asked == m_instance)
            receive(password, isForClipboard);
    });
}

void PasswordField::receive(const Result<QString> &password, bool isForClipboard)
{
    if (!password) {
        m_text->setText(password.error().code == ErrorCode::ResourceNotFound
                            ? tr("Not kept on this computer")
                            : sentence(password.error()) + u' ' + remedy(password.error()));
        return;
    }
    if (isForClipboard) {
        copy(*password);
        return;
    }
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setText(*password);
    m_show->setText(tr("Hide"));
    m_show->setAccessibleName(tr("Hide the password"));
    m_isShown = true;
}

void PasswordField::copy(const QString &password)
{
    QGuiApplication::clipboard()->setText(password);
    forgetOnClipboardLater(password);
    m_copy->setText(tr("Copied"));
    m_calm.start();
}

void PasswordField::mask()
{
    m_text->setFont(font());
    m_text->setText(QString(16, u'•'));
    m_show->setText(tr("Show"));
    m_show->setAccessibleName(tr("Show the password"));
    m_isShown = false;
}

} // namespace swarm
