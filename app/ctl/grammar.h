#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace CLI {
class App;
}

namespace swarm::ctl {

//! What can be typed, as data: for completion scripts and the manual, so that they say what the program takes.
struct Grammar {
    struct Option {
        QStringList names = {}; //!< "--json", "-h"
        QString value = {}; //!< what stands for its value: "TEXT"; empty: it takes none
        QStringList choices = {}; //!< the only values that it takes
        QString help = {};
        bool takesFile = false;
        bool isPositional = false; //!< `names` has its one name without dashes
        bool isRequired = false;
    };
    struct Verb {
        QString name = {};
        QStringList aliases = {};
        QString help = {};
        std::vector<Option> options = {};

        //! Whether its first word is an instance.
        [[nodiscard]] bool takesInstance() const;
    };

    std::vector<Option> options = {}; //!< of every verb
    std::vector<Verb> verbs = {};
};

[[nodiscard]] Grammar grammarOf(const CLI::App &app);

} // namespace swarm::ctl
