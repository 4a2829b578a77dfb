#pragma once

#include <QDialog>

namespace swarm {

//! A dialog as high as its words need at its width: text that wraps must not push the fields into each other.
class GrowingDialog : public QDialog
{
    Q_OBJECT

public:
    using QDialog::QDialog;

protected:
    void showEvent(QShowEvent *event) override;
    //! After words have changed. It never shrinks while somebody works in it.
    void growToFit();
    //! After parts have come or gone.
    void fitHeight();
};

} // namespace swarm
