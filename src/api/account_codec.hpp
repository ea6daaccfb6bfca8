#pragma once

#include "api/account_dto.hpp"
#include "api/codec.hpp"
#include "core/password.hpp"

#include <string>
#include <string_view>
#include <vector>

/// As codec.hpp, for what is about accounts.
namespace portal::api {

[[nodiscard]] std::string encode(const core::PasswordRules& rules);
[[nodiscard]] std::string encode(const AccountLink& link);
[[nodiscard]] std::string encode(const LinkSecret& secret);
[[nodiscard]] std::string encode(const ChosenPassword& chosen);
[[nodiscard]] std::string encode(const PasswordReset& reset);
[[nodiscard]] std::string encode(const PasswordChange& change);
[[nodiscard]] std::string encode(const std::vector<DeviceSession>& sessions);
[[nodiscard]] std::string encode(const FamilyLogins& logins);
[[nodiscard]] std::string encode(const AccountSettings& settings);
[[nodiscard]] std::string encode_invitation(core::Language language);

[[nodiscard]] Decoded<core::PasswordRules> decode_password_rules(std::string_view json);
[[nodiscard]] Decoded<AccountLink> decode_account_link(std::string_view json);
[[nodiscard]] Decoded<LinkSecret> decode_link_secret(std::string_view json);
[[nodiscard]] Decoded<ChosenPassword> decode_chosen_password(std::string_view json);
[[nodiscard]] Decoded<PasswordReset> decode_password_reset(std::string_view json);
[[nodiscard]] Decoded<PasswordChange> decode_password_change(std::string_view json);
[[nodiscard]] Decoded<std::vector<DeviceSession>> decode_sessions(std::string_view json);
[[nodiscard]] Decoded<FamilyLogins> decode_logins(std::string_view json);
[[nodiscard]] Decoded<AccountSettings> decode_account_settings(std::string_view json);
[[nodiscard]] Decoded<core::Language> decode_invitation(std::string_view json);

}  // namespace portal::api
