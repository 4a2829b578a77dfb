#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace swarm {

//! Gives memory that is no longer needed back to the system, while nobody looks: lists of everything come as large
//! answers, of which the allocator would keep the room for ever.
class Thrift : public QObject
{
    Q_OBJECT

public:
    explicit Thrift(QObject *parent = nullptr);

    //! Before there are threads: fewer heaps, which keep less for themselves.
    static void prepare();

    void setHidden(bool isHidden);
    //! An answer was worked in.
    void consider();

private:
    void giveBack();

    QTimer m_due;
    QElapsedTimer m_lastTime; //!< invalid until memory was given back once
    bool m_isHidden = true;
};

} // namespace swarm
