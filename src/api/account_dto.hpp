#pragma once

#include "core/id.hpp"
#include "core/instant.hpp"
#include "core/language.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The bodies of the REST contract (openapi.yaml) that are about accounts: links, passwords, sessions, logins.
namespace portal::api {

/// What a link that was mailed is for.
enum class LinkPurpose : std::uint8_t { kInvitation, kReset };

/// Wire names "invitation" and "reset".
[[nodiscard]] std::string_view to_string(LinkPurpose purpose);
[[nodiscard]] std::optional<LinkPurpose> link_purpose_from(std::string_view text);

/// What a link that can still be used leads to.
struct AccountLink {
    LinkPurpose purpose = LinkPurpose::kInvitation;
    std::string name;   ///< of the guardian
    std::string email;  ///< with which the guardian will sign in
    std::string organisation;
    core::Instant expires_at;
};

/// The secret of a link, and the language that its page is read in.
struct LinkSecret {
    std::string token;
    core::Language language = core::Language::kDutch;
};

/// The password that a guardian chooses by a link.
struct ChosenPassword {
    LinkSecret link;
    std::string password;
};

/// 'Wachtwoord vergeten'.
struct PasswordReset {
    std::string email;
    core::Language language = core::Language::kDutch;
};

struct PasswordChange {
    std::string current;
    std::string chosen;
};

/// A device on which the account is signed in.
struct DeviceSession {
    std::string id;
    std::string browser;  ///< "Firefox"; empty where it does not say
    std::string system;   ///< "Android"; empty where it does not say
    core::Instant created_at;
    core::Instant used_at;  ///< to the hour
    bool current = false;   ///< the one that asks

    friend bool operator==(const DeviceSession&, const DeviceSession&) = default;
};

/// Whether a guardian can sign in.
enum class LoginState : std::uint8_t { kNone, kInvited, kActive };

/// Wire names "none", "invited" and "active".
[[nodiscard]] std::string_view to_string(LoginState state);
[[nodiscard]] std::optional<LoginState> login_state_from(std::string_view text);

struct GuardianLogin {
    core::GuardianId guardian;
    std::string name;
    std::string email;  ///< empty where the organisation knows none
    LoginState state = LoginState::kNone;

    friend bool operator==(const GuardianLogin&, const GuardianLogin&) = default;
};

/// Who of the family can sign in.
struct FamilyLogins {
    bool may_invite = false;  ///< the guardian who asks may invite the others
    std::vector<GuardianLogin> guardians;
};

/// What a parent decides about the account.
struct AccountSettings {
    bool mail_decisions = true;  ///< a mail tells that the organisation answered

    friend bool operator==(const AccountSettings&, const AccountSettings&) = default;
};

}  // namespace portal::api
