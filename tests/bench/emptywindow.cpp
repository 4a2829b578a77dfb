// The least that a Qt program with a window can do: what everything else is measured against.
#include <QApplication>
#include <QMainWindow>
#include <QTimer>

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
    Window window;
    window.resize(1280, 780);
    window.show();
    return QApplication::exec();
}
