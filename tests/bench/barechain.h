#pragma once

#include "tests/flyfixture.h"

//! The least that can be done by whoever knows what follows: dependent calls one after the other, the rest side by
//! side, and looks without a moment's pause, past all limits. Made for one instance; give the fixture no rate limits.
class BareChain
{
public:
    explicit BareChain(FlyFixture &fly);

    // Milliseconds of real time that each took.
    [[nodiscard]] double create();
    [[nodiscard]] double stop();
    [[nodiscard]] double start();
    [[nodiscard]] double remove();

private:
    //! Asks again until the answer has the status, and holds `word`.
    void until(const QUrl &url, int status, const QByteArray &word = {});
    //! Asks for it again while it is refused, as a machine refuses that has just come into its state.
    void insist(const QByteArray &verb, const QString &path);
    [[nodiscard]] QString machinePath() const;
    [[nodiscard]] QUrl api(const QString &path) const;
    void untilState(const QByteArray &state);

    FlyFixture &m_fly;
    swarm::HttpClient m_http;
    QString m_volume;
    QString m_machine;
};
