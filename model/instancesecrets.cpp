#include "model/instancesecrets.h"

#include "model/tokenstore.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace swarm {

QString passwordKey(const InstanceId &instance)
{
    return u"password/"_s + instance;
}

QString nextPasswordKey(const InstanceId &instance)
{
    return passwordKey(instance) + u"/next"_s;
}

QString keptEnvironmentKey(const InstanceId &instance)
{
    return u"environment/"_s + instance;
}

QStringList secretKeys(const InstanceId &instance)
{
    return {passwordKey(instance), nextPasswordKey(instance), keptEnvironmentKey(instance)};
}

QString packed(const QMap<QString, QString> &secrets)
{
    QJsonObject json;
    for (auto secret = secrets.begin(); secret != secrets.end(); ++secret)
        json.insert(secret.key(), secret.value());
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QMap<QString, QString> unpacked(const QString &text)
{
    QMap<QString, QString> secrets;
    const auto json = QJsonDocument::fromJson(text.toUtf8()).object();
    for (auto secret = json.begin(); secret != json.end(); ++secret)
        secrets.insert(secret.key(), secret->toString());
    return secrets;
}

Task<void> forgetSecrets(TokenStore *secrets, InstanceId instance)
{
    for (const auto &key : secretKeys(instance))
        co_await secrets->remove(key);
}

} // namespace swarm
