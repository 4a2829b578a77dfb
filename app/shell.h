#pragma once

#include "app/demo.h"
#include "app/engine.h"
#include "app/face.h"
#include "app/leaving.h"
#include "app/log.h"
#include "app/memorytokenstore.h"
#include "app/noticeboard.h"
#include "app/recordsahead.h"
#include "app/thrift.h"
#include "app/updatecheck.h"
#include "model/extracosts.h"
#include "model/monthcosts.h"
#include "model/noticewatch.h"

#include <memory>

namespace swarm {

struct CommonOptions;

//! An engine with a face: for real accounts, or for the demo with its simulator.
class Shell : public QObject
{
    Q_OBJECT

public:
    //! `demo`: a simulator that is ready, kept for as long as the shell lives; null for real accounts.
    //! `ahead`: what has begun to read the records, if anything.
    Shell(const CommonOptions &options, std::unique_ptr<Demo> demo, std::shared_ptr<RecordsAhead> ahead = {});
    ~Shell() override;

    //! `isHidden`: in the tray only, if there is one.
    void show(bool isHidden = false);
    //! Makes window and tray anew, in the language that is set by now; what runs goes on.
    void retranslate();
    //! Takes back what is under way; `done` comes when the program may end.
    void windUp();
    [[nodiscard]] MainWindow &window() { return m_face->window(); }
    [[nodiscard]] Tray &tray() { return m_face->tray(); }
    [[nodiscard]] Settings &settings() { return m_engine->settings(); }

Q_SIGNALS:
    void demoRequested();
    void quitRequested();
    void done();

private:
    [[nodiscard]] std::unique_ptr<Engine> makeEngine(const CommonOptions &options, std::shared_ptr<RecordsAhead> ahead);
    [[nodiscard]] std::unique_ptr<Face> makeFace();
    [[nodiscard]] Desktop desktop();
    void begin(bool isHidden);
    void wireMonths();
    void wireExtras();
    void wireNotices();
    void applyPreferences();
    void offerDemoPasswords(const InstanceDelta &delta);

    std::unique_ptr<Demo> m_demo;
    Paths m_paths;
    Log m_log;
    MemoryTokenStore *m_demoPasswords = nullptr; //!< the engine owns it
    std::unique_ptr<Engine> m_engine;
    MonthCosts m_months;
    ExtraCosts m_extras;
    NoticeWatch m_notices;
    Leaving m_leaving;
    UpdateCheck m_updates;
    NoticeBoard m_board;
    Thrift m_thrift;
    std::unique_ptr<Face> m_face;
    bool m_hasBegun = false; //!< shown, or hidden as it was wished
};

} // namespace swarm
