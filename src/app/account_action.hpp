#pragma once

#include "core/id.hpp"

#include <string>
#include <variant>

namespace portal::app {

// On the page of a link and on that of the account
struct CurrentPasswordTyped {
    std::string text;
};
struct NewPasswordTyped {
    std::string text;
};
struct NewPasswordShown {
    bool shown = false;
};
struct NewPasswordSaved {};

struct LinkRenewalPressed {};  ///< a new mail in place of a link that no longer works

struct ResetEmailTyped {
    std::string text;
};
struct ResetPressed {};

struct SessionEndPressed {
    std::string id;
};
struct OtherSessionsEndPressed {};
struct AllSessionsEndPressed {};
struct GuardianInvited {
    core::GuardianId guardian;
};

struct MailDecisionsSwitched {
    bool on = false;
};

/// What happens on the pages about the account itself.
using AccountAction =
    std::variant<CurrentPasswordTyped, NewPasswordTyped, NewPasswordShown, NewPasswordSaved, LinkRenewalPressed,
                 ResetEmailTyped, ResetPressed, SessionEndPressed, OtherSessionsEndPressed, AllSessionsEndPressed,
                 GuardianInvited, MailDecisionsSwitched>;

}  // namespace portal::app
