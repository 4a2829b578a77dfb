#include "ui/helpdialogs.h"

#include "ui/icons.h"
#include "ui/widgets.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFile>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QRegularExpression>
#include <QSysInfo>
#include <QTextBrowser>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

QDialogButtonBox *closeButton(QDialog &dialog)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"close"_s);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    return buttons;
}

QString documentation()
{
    QFile file(u":/README.md"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    auto text = QString::fromUtf8(file.readAll());
    static const QRegularExpression picture(u"^!\\[.*$"_s, QRegularExpression::MultilineOption);
    return text.remove(picture);
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QList<QAction *> &actions, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"shortcutsDialog"_s);
    setWindowTitle(tr("Keyboard shortcuts"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *list = new QTreeWidget;
    list->setObjectName(u"shortcuts"_s);
    list->setAccessibleName(tr("Keyboard shortcuts"));
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setIndentation(0);
    list->setHeaderLabels({tr("To"), tr("Press")});
    const auto add = [list](const QString &what, const QString &keys) {
        auto *row = new QTreeWidgetItem(list, {what, keys});
        row->setSizeHint(0, {0, list->fontMetrics().height() * 8 / 5});
    };
    for (const auto *action : actions) {
        if (!action->shortcut().isEmpty())
            add(action->text().remove(u'&'), action->shortcut().toString(QKeySequence::NativeText));
    }
    const auto native = [](int key) { return QKeySequence(key).toString(QKeySequence::NativeText); };
    add(tr("Open the selected instance"), native(Qt::Key_Return));
    add(tr("Go from one part of the window to the next"), native(Qt::Key_Tab));
    add(tr("Go to the next tab beside an instance"),
        QKeySequence(Qt::CTRL | Qt::Key_Tab).toString(QKeySequence::NativeText));
    add(tr("Select all instances"), QKeySequence(QKeySequence::SelectAll).toString(QKeySequence::NativeText));
    add(tr("Clear the search"), native(Qt::Key_Escape));
    list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    list->header()->setStretchLastSection(false);
    list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(list, 1);
    layout->addWidget(closeButton(*this));
    resize(fontMetrics().averageCharWidth() * 70, fontMetrics().height() * 26);
}

DocumentationDialog::DocumentationDialog(QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"documentationDialog"_s);
    setWindowTitle(tr("Documentation"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *text = new QTextBrowser;
    text->setObjectName(u"documentation"_s);
    text->setAccessibleName(tr("Documentation"));
    text->setOpenExternalLinks(true);
    text->document()->setMarkdown(documentation(), QTextDocument::MarkdownDialectGitHub);
    text->document()->setDocumentMargin(fontMetrics().height());
    text->moveCursor(QTextCursor::Start);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(text, 1);
    layout->addWidget(closeButton(*this));
    resize(fontMetrics().averageCharWidth() * 120, fontMetrics().height() * 40);
}

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"aboutDialog"_s);
    setWindowTitle(tr("About Remote Swarm"));
    setAttribute(Qt::WA_DeleteOnClose);
    const auto em = fontMetrics().height();
    auto *picture = new QLabel;
    picture->setPixmap(applicationIcon().pixmap(em * 4));
    auto *name = new QLabel(u"Remote Swarm"_s);
    makeHeading(*name, 1.5);
    auto *what = new SecondaryLabel(tr("Keeps your VS Code editors on Fly.io: create, open, stop and watch them."));
    const auto versions = tr("Version %1\nQt %2\n%3, %4")
                              .arg(QLatin1StringView(SWARM_VERSION), QLatin1StringView(qVersion()),
                                   QSysInfo::prettyProductName(), QGuiApplication::platformName());
    auto *lines = valueLabel(u"versions"_s);
    lines->setText(versions);

    auto *buttons = closeButton(*this);
    auto *copy = buttons->addButton(tr("Copy versions"), QDialogButtonBox::ActionRole);
    copy->setObjectName(u"copyVersions"_s);
    connect(copy, &QPushButton::clicked, this, [versions] { QGuiApplication::clipboard()->setText(versions); });
    auto *head = new QHBoxLayout;
    head->setSpacing(em);
    head->addWidget(picture, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->addWidget(name);
    words->addWidget(what);
    words->addSpacing(em / 2);
    words->addWidget(lines);
    head->addLayout(words, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(em, em, em, em);
    layout->setSpacing(em);
    layout->addLayout(head);
    layout->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 62);
}

} // namespace swarm
