#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace swarm::simulator {

//! What the editor page shows.
struct EditorView {
    QString app = {};
    QString region = {};
    QStringList files = {};
    QString file = {};
    QString text = {};
    QString message = {};
};

QByteArray loginPage(const QString &app, const QString &problem);
QByteArray editorPage(const EditorView &view);

} // namespace swarm::simulator
