#pragma once

#include "app/ctl/exitcode.h"
#include "model/instance.h"
#include "model/operation.h"

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

    //! Progress and remarks; silent with --quiet.
    void remark(const QString &text) const;
    //! What must be seen even with --quiet.
    void warn(const QString &text) const;
    void list(const Instances &instances) const;
    void show(const Instance &instance) const;
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
};

[[nodiscard]] QJsonObject instanceJson(const Instance &instance);

} // namespace swarm::ctl
