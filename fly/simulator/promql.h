#pragma once

#include <QList>
#include <QRegularExpression>
#include <QString>

#include <map>
#include <memory>
#include <vector>

namespace swarm::simulator::promql {

using Labels = std::map<QString, QString>;

//! Empty when there is no such label, which is the same for Prometheus.
QString labelOf(const Labels &labels, const QString &name);

//! One measurement. A stale one says that the series ends here.
struct Sample {
    qint64 at = 0; //!< milliseconds since 1970
    double value = 0;
    bool isStale = false;
};

//! In the order of time.
struct Series {
    Labels labels = {};
    std::vector<Sample> samples = {};
};

struct Matcher {
    enum class Kind { Equal, NotEqual, Like, NotLike };

    QString label = {};
    Kind kind = Kind::Equal;
    QString text = {};
    QRegularExpression pattern = {};

    bool accepts(const Labels &labels) const;
};

bool accepts(const QList<Matcher> &matchers, const Labels &labels);

//! A node of a query.
struct Expression {
    enum class Kind { Number, Selector, Range, Call, Aggregate, Binary, Negation };

    Kind kind = Kind::Number;
    double number = 0;
    QList<Matcher> matchers = {}; //!< of a selector or range
    qint64 range = 0; //!< milliseconds
    QString word = {}; //!< the function, aggregation or operator
    QStringList labels = {}; //!< of an aggregation
    bool isWithout = false; //!< those labels are left out, not kept
    std::vector<std::unique_ptr<Expression>> parts = {};

    //! Whether it is a number at each time, not a set of series.
    bool isScalar() const;
};

//! What is wrong with a query, or with evaluating it.
struct Problem {
    enum class Kind { BadData, Execution };

    Kind kind = Kind::BadData;
    QString text = {};
};

} // namespace swarm::simulator::promql
