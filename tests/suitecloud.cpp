#include "tests/suitecloud.h"

#include "tests/flyfixture.h"
#include "tests/paperprovider.h"
#include "tests/waitfor.h"

#include <QDir>
#include <QJsonArray>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
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
    [[nodiscard]] QString leaveDisk(const Instance &instance) override
    {
        m_paper.drawers[u"forgotten"_s] = {.id = u"forgotten"_s, .place = instance.region, .sizeGb = 3};
        return u"forgotten"_s;
    }
    void makeStrangersEditor() override
    {
        m_paper.drawers[u"theirs"_s] = {.id = u"theirs"_s, .place = u"ams"_s, .sizeGb = 1};
        m_paper.boxes[u"their box"_s] = {.id = u"their box"_s,
                                         .tag = u"pad"_s,
                                         .place = u"ams"_s,
                                         .drawer = u"theirs"_s,
                                         .status = Status::Running,
                                         .shapes = {PaperProvider::Shape()},
                                         .changedAt = QDateTime::currentDateTimeUtc()};
    }
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
    [[nodiscard]] QString leaveDisk(const Instance &instance) override
    {
        constexpr qint64 anHour = 3'600'000;
        const VolumeRequest request{.name = u"box_data"_s, .region = instance.region, .sizeGb = 3};
        const auto made = waitFor(m_fly.client->volumes.create(instance.app, request, {}));
        auto state = m_fly.simulator.state();
        auto volumes = state["volumes"_L1].toArray();
        for (auto volume : volumes) {
            auto aged = volume.toObject();
            if (made && aged["id"_L1].toString() == made->id)
                aged["created_at"_L1] = aged["created_at"_L1].toInteger() - anHour;
            volume = aged;
        }
        state["volumes"_L1] = volumes;
        QString trouble;
        if (!made || !m_fly.simulator.load(state, &trouble))
            qFatal("no disk could be left: %s", qPrintable(trouble));
        return made->id;
    }
    void makeStrangersEditor() override
    {
        const QJsonObject guest{{u"cpu_kind"_s, u"shared"_s}, {u"cpus"_s, 1}, {u"memory_mb"_s, 1024}};
        const auto app = waitFor(m_fly.client->apps.create(u"pad"_s, u"personal"_s, u"default"_s, {}));
        const auto isThere = [this] { return waitFor(m_fly.client->apps.get(u"pad"_s, {})).has_value(); };
        const bool isSettled = QTest::qWaitFor(isThere);
        const auto disk =
            waitFor(m_fly.client->volumes.create(u"pad"_s, {.name = u"data"_s, .region = u"ams"_s, .sizeGb = 1}, {}));
        const QJsonObject mount{{u"volume"_s, disk ? disk->id : QString()}, {u"path"_s, u"/home/coder"_s}};
        const QJsonObject config{
            {u"image"_s, u"codercom/code-server:4.100.0"_s}, {u"guest"_s, guest}, {u"mounts"_s, QJsonArray{mount}}};
        const QJsonObject body{{u"region"_s, u"ams"_s}, {u"config"_s, config}};
        const auto made = waitFor(m_fly.client->machines.create(u"pad"_s, body, {}));
        if (!app || !isSettled || !made)
            qFatal("no stranger's editor could be made");
    }
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
