#pragma once

#include "app/ctl/exitcode.h"
#include "app/ctl/json.h"
#include "app/ctl/style.h"

#include <QJsonObject>

namespace swarm::ctl {

//! Says what happened: results on standard output, everything else on standard error.
class Report
{
public:
    Report(bool isJson, bool isQuiet)
        : m_isJson(isJson)
        , m_isQuiet(isQuiet)
    {
    }
    //! Says nothing but failures.
    [[nodiscard]] static Report silent();

    //! Remarks; silent with --quiet.
    void remark(const QString &text) const;
    //! A step of something that takes a while: on a terminal in one line that is written over, elsewhere a remark.
    void progress(const QString &text) const;
    //! Takes the line away that progress() writes over.
    void endProgress() const;
    //! To standard output as it is, also where JSON was asked for.
    void raw(const QString &text) const;
    //! What must be seen even with --quiet.
    void warn(const QString &text) const;
    void list(const Instances &instances) const;
    void show(const Instance &instance) const;
    //! What was deleted with a last snapshot and can be restored.
    void deleted(const std::vector<Keepsake> &keepsakes) const;
    void snapshots(const std::vector<DiskSnapshot> &snapshots) const;
    void versions(const Instance &instance, const std::vector<EarlierVersion> &earlier) const;
    void environment(const QMap<QString, QString> &variables) const;
    //! A table, its first row the headings; `json` is said instead where JSON was asked for.
    void table(const std::vector<QStringList> &rows, const QJsonObject &json) const;
    //! The same with colours for the second cell of each row, as far as they reach.
    void table(const std::vector<QStringList> &rows, const std::vector<Colour> &colours, const QJsonObject &json) const;
    //! A command's result, with what its JSON has beside the instance.
    void result(const QString &text, const Instance &instance, const QJsonObject &more = {}) const;
    void result(const QString &text, const QJsonObject &json) const;
    //! Says it, and returns the exit code that goes with it.
    ExitCode failure(const Error &error) const;
    //! The same with words of its own.
    ExitCode failure(const Error &error, const QString &sentence, const QString &remedy) const;

    [[nodiscard]] bool isJson() const { return m_isJson; }

private:
    bool m_isJson;
    bool m_isQuiet;
    bool m_isSilent = false;
};

} // namespace swarm::ctl
