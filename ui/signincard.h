#pragma once

#include "model/signin.h"

#include <QWidget>

class QFrame;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace swarm {

class DetailsFold;
class FoldButton;
class SecondaryLabel;

//! Where one lands without a token: says which of the reasons it is, and what to do next.
class SignInCard : public QWidget
{
    Q_OBJECT

public:
    SignInCard(SignIn &signIn, bool isDemo, QWidget *parent = nullptr);

Q_SIGNALS:
    void demoRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    //! How the card looks in a state.
    struct Face {
        QString heading;
        QString text;
        QString submit = {}; //!< the word on the button beside the field; empty: no field
        bool canBrowse = false;
        bool canRetry = false;
        bool canCancel = false;
        bool canLookAround = true;
    };

    [[nodiscard]] QFrame *card();
    [[nodiscard]] Face face() const;
    void update();
    void submit();
    void updateAccounts(bool isOffered);

    SignIn &m_signIn;
    bool m_isDemo;
    QLabel *m_heading;
    SecondaryLabel *m_text;
    QLineEdit *m_token;
    QPushButton *m_submit;
    SecondaryLabel *m_help;
    QPushButton *m_browse;
    QPushButton *m_cancel;
    QVBoxLayout *m_accounts; //!< a button for each that was signed in before, or one for all
    QPushButton *m_retry;
    QPushButton *m_lookAround;
    FoldButton *m_fold;
    DetailsFold *m_details;
};

} // namespace swarm
