#pragma once

#include <QByteArray>
#include <QTcpSocket>

#include <functional>
#include <vector>

//! One way to answer badly.
struct HostileAnswer {
    enum class Verdict {
        Refused, //!< every call says that this is no answer
        RefusedUnlessDone, //!< so does every call that reads more than "done", for which any JSON will do
        Survived, //!< members of a wrong type may read as absent; whatever is made of it, it ends and is no crash
    };
    enum class Cost { Quick, Slow };

    QByteArray name = {};
    Verdict verdict = Verdict::Refused;
    Cost cost = Cost::Quick;
    //! Gets what a good answer would be.
    std::function<void(QTcpSocket &, const QByteArray &good)> write;
};

[[nodiscard]] std::vector<HostileAnswer> hostileAnswers();
