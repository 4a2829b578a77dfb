#pragma once

#include <QByteArray>
#include <QDir>
#include <QStringList>

#include <optional>

namespace swarm::simulator {

//! The files of one workspace. Names are relative to it; one that leads outside, by dots or by a link, is refused.
class ProjectFiles
{
public:
    explicit ProjectFiles(const QDir &folder);

    QStringList names() const;
    std::optional<QByteArray> read(const QString &name) const;
    bool write(const QString &name, const QByteArray &text) const;
    bool isAllowed(const QString &name) const { return pathOf(name).has_value(); }

private:
    std::optional<QString> pathOf(const QString &name) const;

    QDir m_folder;
};

} // namespace swarm::simulator
