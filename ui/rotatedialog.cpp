#include "ui/rotatedialog.h"

#include "model/instancespec.h"
#include "ui/wording/operationwords.h"

#include <QLineEdit>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

constexpr int shortLength = 8;

} // namespace

RotateDialog::RotateDialog(const Services &services, const Instance &instance, QWidget *parent)
    : ChangeDialog(services, instance, u"rotateDialog"_s, tr("Password of %1").arg(instance.name),
                   tr("Change password"), parent)
    , m_password(new QLineEdit)
{
    m_password->setObjectName(u"newPassword"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setPlaceholderText(tr("Leave empty for a long random one"));
    FieldGrid(body()).add(tr("&New password"), m_password);
    connect(m_password, &QLineEdit::textChanged, this, &RotateDialog::update);
    m_password->setFocus();
    update();
}

OperationRequest RotateDialog::request() const
{
    return {.verb = Verb::RotatePassword,
            .instance = instance().id,
            .password = m_password->text().isEmpty() ? generatedPassword() : m_password->text()};
}

QString RotateDialog::consequence() const
{
    const auto length = m_password->text().size();
    const auto isShort = length > 0 && length < shortLength;
    const auto lines = QStringList{tr("Everybody who is logged in is logged out. The new password goes to this "
                                      "computer's keychain."),
                                   restartWarning(instance()),
                                   isShort ? tr("Anybody may knock at its address: take a longer one.") : QString()};
    return lines.filter(QRegularExpression(u"."_s)).join(u'\n');
}

QStringList RotateDialog::command() const
{
    return {u"rotate-password"_s, instance().name};
}

} // namespace swarm
