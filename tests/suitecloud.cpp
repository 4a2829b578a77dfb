#include "tests/suitecloud.h"

#include "tests/flyfixture.h"
#include "tests/paperprovider.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace swarm;

namespace {

class PaperCloud : public SuiteCloud
{
public:
    [[nodiscard]] Provider &provider() override { return m_paper; }
    [[nodiscard]] const Clock &clock() const override { return m_clock; }
    void fill(const QString &region) override { m_paper.fullPlaces.insert(region); }
    void loseMachine(const Instance &instance) override { m_paper.boxes.erase(instance.machine); }
    void breakNextChange(const Instance &) override { m_paper.breaksNextChange = true; }
    void write(const Instance &instance, const QByteArray &text) override
    {
        m_paper.drawers.at(instance.volume).contents = text;
    }
    [[nodiscard]] QByteArray read(const Instance &instance) const override
    {
        return m_paper.drawers.at(instance.volume).contents;
    }
    [[nodiscard]] int requests() const override { return m_paper.requests(); }
    void failAt(int request) override { m_paper.failAt(request); }
    void cutOffAt(int request, std::function<void()> then) override { m_paper.cutOffAt(request, std::move(then)); }
    [[nodiscard]] bool isEmpty() const override { return m_paper.isEmpty(); }

private:
    Clock m_clock{FlyFixture::speed};
    PaperProvider m_paper;
};

class FlyCloud : public SuiteCloud
{
public:
    FlyCloud()
        : m_fly({.timeScale = FlyFixture::speed, .folder = m_folder.path(), .rateLimits = false})
    {
        m_fly.simulator.setOrgListLag(0ms);
        m_fly.simulator.setShowsSecrets(true);
    }

    [[nodiscard]] Provider &provider() override { return *m_fly.provider; }
    [[nodiscard]] const Clock &clock() const override { return m_fly.clock; }
    void fill(const QString &region) override { m_fly.simulator.setRegionCapacity(region, false); }
    void loseMachine(const Instance &instance) override { m_fly.simulator.destroyMachine(instance.machine); }
    void breakNextChange(const Instance &instance) override { m_fly.simulator.revertNextUpdate(instance.machine); }
    void write(const Instance &instance, const QByteArray &text) override
    {
        QFile file(noteOf(instance));
        const bool isOpen = QDir().mkpath(QFileInfo(file).path()) && file.open(QIODevice::WriteOnly);
        if (!isOpen || file.write(text) != text.size())
            qFatal("the note could not be written");
    }
    [[nodiscard]] QByteArray read(const Instance &instance) const override
    {
        QFile file(noteOf(instance));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] int requests() const override { return static_cast<int>(m_fly.simulator.requests().size()); }
    void failAt(int request) override
    {
        m_fly.simulator.addFault({.route = u"*"_s, .skip = request - 1, .status = 500});
    }
    void cutOffAt(int request, std::function<void()> then) override
    {
        QObject::connect(&m_fly.simulator, &simulator::Simulator::answered, &m_counter,
                         [this, request, then = std::move(then)] {
                             if (++m_answers == request)
                                 QTimer::singleShot(0, then);
                         });
    }
    [[nodiscard]] bool isEmpty() const override { return m_fly.simulator.isEmpty(); }

private:
    [[nodiscard]] QString noteOf(const Instance &instance) const
    {
        return m_folder.filePath(u"volumes/%1/project/note"_s.arg(instance.volume));
    }

    QTemporaryDir m_folder;
    FlyFixture m_fly;
    QObject m_counter;
    int m_answers = 0;
};

} // namespace

std::unique_ptr<SuiteCloud> paperCloud()
{
    return std::make_unique<PaperCloud>();
}

std::unique_ptr<SuiteCloud> flyCloud()
{
    return std::make_unique<FlyCloud>();
}
