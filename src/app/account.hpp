#pragma once

#include "app/state.hpp"
#include "core/language.hpp"
#include "core/password.hpp"

#include <optional>
#include <string>

/// What the pages about the account derive from the state.
namespace portal::app {

/// The rules of passwords as the server tells them; only the lengths until it has.
[[nodiscard]] const core::PasswordRules& password_rules(const State& state);

/// The form of the page that is shown: of a link's, else of the account's.
[[nodiscard]] const PasswordForm& password_form(const State& state);

/// With which the password that is being chosen will be used.
[[nodiscard]] std::string password_email(const State& state);

/// What is wrong with the password that is being chosen.
[[nodiscard]] std::optional<core::PasswordFlaw> password_flaw(const State& state);
[[nodiscard]] core::PasswordStrength password_strength(const State& state);

/// "Kies een wachtwoord van minstens 10 tekens."
[[nodiscard]] std::string flaw_text(const State& state, core::PasswordFlaw flaw);

/// An error with the time that the server asks to wait; empty for none.
[[nodiscard]] std::string account_error(const State& state, const std::optional<Text>& error, std::int64_t retry_after);

/// "Firefox op Windows"; what is known of it.
[[nodiscard]] std::string device_text(const State& state, const api::DeviceSession& session);

/// In which the parent reads, as the server knows it.
[[nodiscard]] core::Language mail_language(const State& state);

}  // namespace portal::app
