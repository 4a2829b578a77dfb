// The least that a Qt program with a window, a table and a tray icon can do: what everything else is measured against.
#include <QApplication>
#include <QMainWindow>
#include <QPixmap>
#include <QStandardItemModel>
#include <QSystemTrayIcon>
#include <QTimer>
#include <QTreeView>

#include <cstdio>

namespace {

class Window : public QMainWindow
{
protected:
    void paintEvent(QPaintEvent *event) override
    {
        QMainWindow::paintEvent(event);
        if (std::exchange(m_isPainted, true))
            return;
        QTimer::singleShot(0, this, [] {
            std::puts("painted");
            std::fflush(stdout);
        });
    }

private:
    bool m_isPainted = false;
};

} // namespace

int main(int argc, char **argv)
{
    const QApplication app(argc, argv);
    QStandardItemModel model(7, 8);
    QTreeView table;
    table.setModel(&model);
    Window window;
    window.setCentralWidget(&table);
    window.resize(1280, 780);
    window.show();
    QPixmap dot(16, 16);
    dot.fill(Qt::darkGreen);
    QSystemTrayIcon tray((QIcon(dot)));
    tray.show();
    const int result = QApplication::exec();
    window.takeCentralWidget(); // it is not the window's to delete
    return result;
}
