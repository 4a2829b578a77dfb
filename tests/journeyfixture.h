#pragma once

#include "app/commonoptions.h"
#include "app/shell.h"
#include "model/instancemodel.h"
#include "tests/swarmfixture.h"
#include "ui/createdialog.h"
#include "ui/deletedialog.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals; // this is for tests

//! The real window with the real engine, against a simulator in its own process, driven by mouse and keyboard.
class JourneyFixture
{
protected:
    static constexpr int patienceMs = 30'000;
    static inline const QString token = QStringLiteral("fo1_T0kenThatNobodyMaySee");

    //! A home of its own, a simulator, and a window.
    void begin();
    //! Another window on what there is, as after a start.
    void beginShell();
    void end();

    template <typename T = QWidget> T *find(const QString &name) const
    {
        // Rows of operations stand in two lists, one of which is behind a tab.
        const auto all = m_shell->window().findChildren<T *>(name);
        for (auto *one : all) {
            if (one->isVisible())
                return one;
        }
        return all.value(0);
    }
    void click(const QString &name) const
    {
        auto *widget = find(name);
        QVERIFY2(widget, qPrintable(name));
        QTRY_VERIFY2_WITH_TIMEOUT(widget->isEnabled() && widget->isVisible(), qPrintable(name), patienceMs);
        QTest::mouseClick(widget, Qt::LeftButton);
    }
    [[nodiscard]] QString stateOf(const QString &name) const
    {
        const auto *table = find<QTreeView>(u"instances"_s);
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            if (table->model()->index(row, swarm::InstanceModel::Name).data().toString() == name)
                return table->model()->index(row, swarm::InstanceModel::State).data().toString();
        }
        return u"not there"_s;
    }
    void signIn();
    void createByKeyboard(const QString &name);
    //! The same, but does not expect it to succeed.
    void tryToCreate(const QString &name);
    void seeFailure(const QString &words);
    void deleteByKeyboard(const QString &name);

    std::unique_ptr<SwarmFixture> m_swarm;
    std::unique_ptr<swarm::Shell> m_shell;
    swarm::Clock m_clock;
};

inline void JourneyFixture::begin()
{
    m_swarm = std::make_unique<SwarmFixture>();
    QVERIFY(m_swarm->start());
    for (const auto *variable : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
        qputenv(variable, m_swarm->environment().value(QString::fromLatin1(variable)).toUtf8());
    beginShell();
}

inline void JourneyFixture::beginShell()
{
    swarm::CommonOptions options{.timeScale = QByteArray(SwarmFixture::speed).toDouble()};
    options.endpoints = {.api = m_swarm->api(), .graphql = m_swarm->graphql()};
    m_shell.reset(); // before the next one: both would write the same log
    m_shell = std::make_unique<swarm::Shell>(options, nullptr);
    m_shell->show();
    QTRY_VERIFY(m_shell->window().isVisible()); // once it has read what was there
    QVERIFY(QTest::qWaitForWindowExposed(&m_shell->window()));
    m_shell->window().activateWindow();
}

inline void JourneyFixture::end()
{
    m_shell.reset();
    m_swarm.reset();
}

inline void JourneyFixture::signIn()
{
    auto *field = find<QLineEdit>(u"token"_s);
    QTRY_VERIFY_WITH_TIMEOUT(field->isVisible(), patienceMs);
    QTest::mouseClick(field, Qt::LeftButton);
    QTest::keyClicks(field, u"Bearer "_s + token);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(find<QToolButton>(u"newButton"_s)->isEnabled(), patienceMs);
}

inline void JourneyFixture::createByKeyboard(const QString &name)
{
    click(u"newButton"_s);
    QTRY_VERIFY(m_shell->window().findChild<swarm::CreateDialog *>());
    auto *dialog = m_shell->window().findChild<swarm::CreateDialog *>();
    auto *field = dialog->findChild<QLineEdit *>(u"name"_s);
    QTRY_VERIFY(field->isVisible());
    field->setFocus();
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(field, name);
    QTRY_VERIFY(dialog->findChild<QPushButton *>(u"createButton"_s)->isEnabled());
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(stateOf(name) != "not there"_L1, patienceMs); // the row is there at once
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(name), u"Running"_s, patienceMs);
}

inline void JourneyFixture::tryToCreate(const QString &name)
{
    click(u"newButton"_s);
    QTRY_VERIFY(m_shell->window().findChild<swarm::CreateDialog *>());
    auto *field = m_shell->window().findChild<swarm::CreateDialog *>()->findChild<QLineEdit *>(u"name"_s);
    QTRY_VERIFY(field->isVisible());
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, name);
    QTest::keyClick(field, Qt::Key_Return);
}

inline void JourneyFixture::seeFailure(const QString &words)
{
    const auto isThere = [&] {
        const auto texts = m_shell->window().findChildren<QLabel *>();
        return std::ranges::any_of(
            texts, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    };
    QTRY_VERIFY2_WITH_TIMEOUT(isThere(), qPrintable(words), patienceMs);
}

inline void JourneyFixture::deleteByKeyboard(const QString &name)
{
    click(u"deleteButton"_s);
    QTRY_VERIFY(m_shell->window().findChild<swarm::DeleteDialog *>());
    auto *dialog = m_shell->window().findChild<swarm::DeleteDialog *>();
    auto *typed = dialog->findChild<QLineEdit *>(u"typedName"_s);
    auto *confirm = dialog->findChild<QPushButton *>(u"confirmDelete"_s);
    auto *keeps = dialog->findChild<QCheckBox *>(u"keeps"_s);
    QTRY_VERIFY(keeps->isVisible());
    keeps->setFocus();
    QTest::keyClick(keeps, Qt::Key_Space);
    QTRY_VERIFY(typed->isVisible());
    QVERIFY(!confirm->isEnabled());
    QTest::keyClicks(typed, name);
    QTRY_VERIFY(confirm->isEnabled());
    QTest::mouseClick(confirm, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(name), u"not there"_s, patienceMs);
}
