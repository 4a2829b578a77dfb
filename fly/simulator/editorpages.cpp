#include "fly/simulator/editorpages.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

static const QString style = uR"(
:root { color-scheme: light dark; --back: #f6f7f9; --panel: #ffffff; --text: #1d2530; --quiet: #667085; --line: #d9dee6;
        --accent: #2563c9; --on-accent: #ffffff; --bad: #b42318; --good: #1a7f37; }
@media (prefers-color-scheme: dark) {
  :root { --back: #14181f; --panel: #1c222b; --text: #e4e8ee; --quiet: #97a2b3; --line: #313a47;
          --accent: #6ba1f5; --on-accent: #0d1420; --bad: #ff8f83; --good: #6cd08a; } }
* { box-sizing: border-box; }
html, body { height: 100%; margin: 0; }
body { background: var(--back); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
input, textarea, button { font: inherit; color: inherit; }
input, textarea { background: var(--panel); border: 1px solid var(--line); border-radius: 6px; padding: 8px 10px; }
button { background: var(--accent); color: var(--on-accent); border: 0; border-radius: 6px; padding: 8px 18px; cursor: pointer; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
.bad { color: var(--bad); } .good { color: var(--good); } .quiet { color: var(--quiet); }
.login { min-height: 100%; display: grid; place-items: center; padding: 16px; }
.card { background: var(--panel); border: 1px solid var(--line); border-radius: 12px; padding: 32px; width: min(420px, 100%); }
.card h1 { font-size: 20px; margin: 0 0 4px; } .card form { display: flex; gap: 8px; margin-top: 20px; }
.card input { flex: 1; min-width: 0; }
.editor { display: grid; grid-template: auto 1fr / 220px 1fr; height: 100%; }
header { grid-column: 1 / 3; display: flex; gap: 12px; align-items: baseline; padding: 10px 16px;
         border-bottom: 1px solid var(--line); background: var(--panel); }
header h1 { font-size: 16px; margin: 0; }
nav { border-right: 1px solid var(--line); padding: 12px; overflow: auto; }
nav ul { list-style: none; margin: 0 0 16px; padding: 0; }
nav a { display: block; padding: 4px 8px; border-radius: 6px; color: inherit; text-decoration: none; overflow-wrap: anywhere; }
nav a[aria-current] { background: var(--line); font-weight: 600; } nav input { width: 100%; }
main { display: flex; flex-direction: column; min-height: 0; padding: 12px 16px; gap: 10px; }
main form { display: contents; } .bar { display: flex; gap: 12px; align-items: center; min-height: 40px; }
.bar strong { flex: 1; overflow-wrap: anywhere; }
textarea { flex: 1; resize: none; font: 14px/1.5 ui-monospace, monospace; tab-size: 4; width: 100%; }
@media (max-width: 600px) { .editor { grid-template-columns: 130px 1fr; } }
)"_s;

static QString page(const QString &title, const QString &body)
{
    return uR"(<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>%1</title><link rel="icon" href="data:,"><style>)"_s.arg(title.toHtmlEscaped())
        + style + u"</style></head>\n<body>"_s + body + u"</body></html>\n"_s;
}

QByteArray loginPage(const QString &app, const QString &problem)
{
    const auto note =
        problem.isEmpty() ? QString() : u"<p class=\"bad\" role=\"alert\">"_s + problem.toHtmlEscaped() + u"</p>"_s;
    const auto body = uR"(<div class="login"><div class="card"><h1>Welcome to code-server</h1>
<div class="quiet">%1 &middot; simulated editor</div>
<form method="post" action="./login"><input required autofocus type="password" name="password" placeholder="Password"
 aria-label="Password" autocomplete="current-password"><button>Log in</button></form>)"_s.arg(app.toHtmlEscaped());
    return page(u"code-server login - "_s + app, body + note + u"</div></div>"_s).toUtf8();
}

QByteArray editorPage(const EditorView &view)
{
    QString list;
    for (const auto &name : view.files) {
        const auto target = QString::fromLatin1(QUrl::toPercentEncoding(name));
        list += u"<li><a href=\"./?file="_s + target + u'"'
            + (name == view.file ? u" aria-current=\"page\">"_s : u">"_s) + name.toHtmlEscaped() + u"</a></li>"_s;
    }
    const auto note = view.message.isEmpty()
        ? QString()
        : u"<span class=\"good\" role=\"status\">"_s + view.message.toHtmlEscaped() + u"</span>"_s;
    // Put together by +, not by arg(): what people write may well contain %1.
    auto body = u"<div class=\"editor\"><header><h1>"_s + view.app.toHtmlEscaped() + u"</h1><span class=\"quiet\">"_s
        + view.region.toHtmlEscaped()
        + u" &middot; simulated editor &middot; project</span></header><nav aria-label=\"Files\"><ul>"_s + list
        + u"</ul><form method=\"get\" action=\"./\"><input name=\"file\" placeholder=\"New file\" aria-label=\"New "
          u"file\"></form></nav>"
          "<main>"_s;
    if (view.file.isEmpty()) {
        body += u"<p class=\"quiet\">Choose a file on the left, or name a new one.</p>"_s;
    } else {
        // The line break after <textarea> is swallowed by the browser, one that begins the text would be too.
        body += u"<form method=\"post\" action=\"./save\"><div class=\"bar\"><strong>"_s + view.file.toHtmlEscaped()
            + u"</strong>"_s + note + u"<button>Save</button></div><input type=\"hidden\" name=\"file\" value=\""_s
            + view.file.toHtmlEscaped() + u"\"><textarea name=\"content\" spellcheck=\"false\" aria-label=\"Text\">\n"_s
            + view.text.toHtmlEscaped() + u"</textarea></form>"_s;
    }
    body += u"</main></div>"_s;
    return page((view.file.isEmpty() ? QString() : view.file + u" - "_s) + view.app, body).toUtf8();
}

} // namespace swarm::simulator
