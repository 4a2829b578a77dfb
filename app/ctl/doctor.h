#pragma once

#include "app/ctl/context.h"
#include "fly/httpclient.h"

#include <vector>

namespace swarm::ctl {

//! Looks at everything that has to be right before anything else can be: versions, files, keychain, network, clock,
//! token. Changes nothing.
class Doctor
{
public:
    explicit Doctor(Context context);

    //! ExitOk when nothing is wrong; else the code of the first thing that is.
    [[nodiscard]] Task<int> run();

private:
    enum class Verdict { Fine, Doubtful, Wrong };
    struct Finding {
        QString name = {};
        Verdict verdict = Verdict::Fine;
        QString message = {};
        QString remedy = {};
        int exitCode = ExitOk; //!< where it is wrong
    };

    void note(Finding finding);
    void checkVersions();
    void checkSettings();
    void checkFiles();
    [[nodiscard]] Task<void> checkKeychain();
    [[nodiscard]] Task<void> checkNetwork();
    [[nodiscard]] Task<void> reach(QString name, QUrl url);
    void checkClock(const QByteArray &date);
    [[nodiscard]] Task<void> checkToken();
    void conclude() const;

    Context m_context;
    HttpClient m_http;
    std::vector<Finding> m_findings;
    bool m_isClockChecked = false;
};

} // namespace swarm::ctl
